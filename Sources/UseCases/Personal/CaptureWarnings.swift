import Records
import Registry
import SQLCore

extension Act {
    /// What about pictures and device a person should look at; where there is any of it, no machine approves. The same for whatever a
    /// person hands in.
    ///
    /// - Parameter reused: taken for an earlier case, whose findings count on.
    func captureWarnings(
        of application: StoredApplication, _ evidence: [(slot: EvidenceSlot, evidence: EvidenceID)],
        reused: [(slot: EvidenceSlot, evidence: EvidenceID)] = [], device: [UInt8]?
    ) throws -> [CheckOutcome] {
        var outcomes: [CheckOutcome] = []
        let persons = try device.map { try SeatRecords.persons(of: $0, in: session) } ?? 0
        if persons > installation.settings.devicePersonsMax {
            outcomes.append(
                CheckOutcome(
                    .warned, "device-used-by-many", "R-AF-11", at: "/device", en: "One device handed in for many persons.",
                    zh: "同一设备为多人办理实名。", mend: LocalText(en: "Ask who helps whom.", zh: "请核实是否存在代办、黑产行为。"), count: persons))
        }
        for (slot, id) in evidence {
            let others = try max(
                PictureMarkRecords.applications(with: id, besides: application.id, in: session),
                EvidenceUse.applications(withContentOf: id, besides: application.id, in: session))
            guard others > 0 else { continue }
            outcomes.append(
                CheckOutcome(
                    .warned, "picture-used-before", "R-25-13", at: "/evidence/\(slot.rawValue)",
                    en: "The same picture was handed in elsewhere.", zh: "相同照片曾在其他申请中使用。",
                    mend: LocalText(en: "Compare the cases.", zh: "请比对相关申请。"), count: others))
        }
        for (slot, id) in evidence + reused {
            outcomes += try PictureMarkRecords.findings(id, in: session).map { finding in
                let reason = LocalText(ofPicture: finding)
                return CheckOutcome(
                    .warned, "picture-\(finding)", "R-25-11", at: "/evidence/\(slot.rawValue)", en: reason.en, zh: reason.zh)
            }
        }
        let refusals = try ProviderRefusals.count(application, at: now, in: session)
        if refusals > 0 {
            outcomes.append(
                CheckOutcome(
                    .warned, "refused-by-provider-before", "R-PH-07", at: "/holder", en: "A provider said no to an earlier submission.",
                    zh: "此前提交曾被认证机构判定不通过。", mend: LocalText(en: "Look at the earlier verdicts.", zh: "请查看此前核验结果。"),
                    count: refusals))
        }
        return outcomes
    }
}

/// How often providers said no to what a person handed in, or to a capture at their own page.
enum ProviderRefusals {
    /// For how long a no to a proof or a correction counts against the next one of the same registration.
    static let countedDays: Int64 = 30

    /// Of what is asked about a registration by a proof or a correction, by whichever application within a month: beginning anew forgets
    /// nothing.
    static func count(_ application: StoredApplication, at now: Instant, in session: any Session) throws -> Int {
        guard application.kind == .register else {
            return try VerificationRecords.earlierRefusals(
                ofRegistration: application.registration, kind: application.kind, since: now.adding(days: -countedDays), in: session)
        }
        let captured = try HostedCaptureRecords.find(application.id, in: session)?.refusals ?? 0
        return try VerificationRecords.earlierRefusals(of: application.id, in: session) + Int(captured)
    }
}
