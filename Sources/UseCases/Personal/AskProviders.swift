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
        if asksAuthority { methods += try askedOfAuthority(about: submission) }
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

    /// The holder, and whoever else stands on the submission by himself: each is a question of its own, with a number and a cost of its own.
    /// Nobody is given the data of somebody about whose document no register can be asked.
    private func askedOfAuthority(about submission: SubmissionID) throws -> [VerificationMethod] {
        guard installation.verification?.authority != nil else { return [] }
        let others = try SubmissionRecords.roles(submission, in: session).besidesHolder.filter { other in
            try PartyRecords.identity(other.pinned.identity, in: session)?.documentType.isManualOnly == false
        }
        return [.documentData] + others.map(\.method)
    }
}

extension [PinnedRole] {
    /// Guardian and proxy, whose identities are confirmed beside the holder's (R-25-06, R-DP-06), with the method by which the authority is
    /// asked about each. Whoever is both is one person, and stands here once.
    var besidesHolder: [(method: VerificationMethod, pinned: PinnedRole)] {
        var found: [(method: VerificationMethod, pinned: PinnedRole)] = []
        for method in [VerificationMethod.guardian, .proxy] {
            guard let pinned = first(where: { $0.role == method.askedAbout }),
                !found.contains(where: { $0.pinned.identity == pinned.identity })
            else { continue }
            found.append((method, pinned))
        }
        return found
    }
}

extension Refusal {
    static let providerCaptureNotOffered = Refusal(
        "provider-capture-not-offered", .conflict, requirements: ["R-PH-04"],
        en: "This card demands face recognition by a verification service, which is not connected here.",
        zh: "该卡须由认证服务机构进行人脸识别，当前未接入。", mend: LocalText(en: "Go to a business hall.", zh: "请到营业厅办理。", sendsTo: .hall))
}
