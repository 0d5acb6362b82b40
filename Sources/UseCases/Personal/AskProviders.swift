import Ledger
import Records
import Registry
import SQLCore

extension Act {
    /// Which machines are asked about what was handed in; the questions are kept with it and asked afterwards, outside of every
    /// transaction. Answers where the case stands then: where none is connected it goes straight to a reviewer.
    /// Throws `provider-capture-not-offered` when a policy demands a capture that nobody here offers: never less than demanded.
    ///
    /// - Parameter asksAuthority: false where what the document says is not in question.
    func askProviders(
        about submission: SubmissionID, of application: ApplicationID, _ needs: VerificationNeeds, asksAuthority: Bool = true
    ) throws -> ApplicationState {
        let capture = try needs.methods.contains(.providerCapture) ? HostedCaptureRecords.find(application, in: session) : nil
        guard !needs.methods.contains(.providerCapture) || (capture?.state == .done && installation.verification?.capture != nil) else {
            throw Refusal.providerCaptureNotOffered
        }
        var methods: [VerificationMethod] = []
        if asksAuthority, installation.verification?.authority != nil { methods.append(.documentData) }
        if installation.verification?.face != nil, needs.methods.contains(.face) { methods.append(.face) }
        if capture != nil { methods.append(.providerCapture) }
        guard !methods.isEmpty else { return .submitted }
        for method in methods {
            // A capture was asked for under a number of its own; its outcome is what is asked now.
            let request = method == .providerCapture ? capture?.request : nil
            try VerificationRecords.insertTask(
                VerificationTask(
                    submission: submission, method: method, application: application,
                    request: request ?? fresh(VerificationRequest.self).bytes, tries: 0,
                    giveUpAt: now.adding(seconds: installation.settings.verificationHoursMax * 3_600)),
                dueAt: now, in: session)
        }
        recording.note("asks", .array(methods.map { .string($0.rawValue) }))
        return .checking
    }
}

extension Refusal {
    static let providerCaptureNotOffered = Refusal(
        "provider-capture-not-offered", .conflict, requirements: ["R-PH-04"],
        en: "This card demands face recognition by a verification service, which is not connected here.",
        zh: "该卡须由认证服务机构进行人脸识别，当前未接入。", mend: LocalText(en: "Go to a business hall.", zh: "请到营业厅办理。", sendsTo: .hall))
}
