import Foundation
import Ledger
import Numbers
import Records
import Registry
import SQLCore

/// What a submission came to: on its way to a reviewer, with what the machine noticed.
package struct SubmittedApplication: Sendable {
    package let submission: SubmissionID
    package let version: Int64
    package let checks: [CheckOutcome]
}

extension Installation {
    /// Hands an application in: judged by machine, pinned as it stands, and put into the reviewers' queue.
    /// Throws `fields-invalid` with a detail for every demand that is not met; nothing is handed in then.
    package func submitApplication(as principal: Principal, _ id: ApplicationID, version: Int64) async throws -> SubmittedApplication {
        try await act(as: principal, .applicationSubmitted, needs: .registrationWrite) { act in
            let stored = try act.openApplication(id, version: version)
            guard let content = try SealedContent.open(stored, vault: act.installation.vault, in: act.session),
                let registration = try RegistrationRecords.find(stored.registration, principal.scope, at: act.now, in: act.session)
            else { throw Refusal.applicationClosed }
            return try Handing(act: act, application: stored, registration: registration, content: content).handIn()
        }
    }
}

/// One application being handed in.
struct Handing {
    let act: Act
    let application: StoredApplication
    let registration: StoredRegistration
    let content: ApplicationContent

    func handIn() throws -> SubmittedApplication {
        let effective = try EffectiveDate.read(content.effectiveFrom, at: act.now, registration: registration)
        let evidence = try usableEvidence()
        let intervals = try ApplicationRecords.intervals(application.id, in: act.session)
        let judgement = ContentRules(today: CivilDate(shanghai: act.now), warningDays: Int(act.installation.settings.expiryWarningDays))
            .judge(content, in: situation(effective), evidenceSlots: Set(evidence.map(\.slot)), cards: Int(application.cards))
        let failures = try judgement.failures.map(\.asRefusal) + openTextFailures()
        guard failures.isEmpty else { throw Refusal.invalid(failures) }
        if application.kind == .changeRole || application.kind == .correct { try demandRole() }
        var outcomes = judgement.outcomes
        outcomes += try cardOutcomes(intervals, from: effective.instant ?? act.now)
        let (roles, clashes) = try pinned(judgement)
        outcomes += clashes
        let unit = try unit(among: roles)
        outcomes += try unrelatedUnits(roles, unit)
        let submission = try record(unit: unit, effective: effective)
        try recordRoles(roles, of: submission)
        try recordEvidence(evidence, of: submission)
        try recordIntervals(intervals, of: submission)
        try recordChecks(outcomes, of: submission)
        try ApplicationRecords.markSubmitted(
            application.id, submission, unit: unit, by: act.principal.account, at: act.now, in: act.session)
        if application.kind == .register {
            try RegistrationRecords.setUnit(registration.id, unit, at: act.now, in: act.session)
        }
        act.recording.about(.application, application.id)
        act.recording.about(.registration, registration.id)
        act.recording.note("cards", .integer(application.cards))
        act.recording.note("policy", .string(UnitPolicy.version))
        return SubmittedApplication(submission: submission, version: application.version + 1, checks: outcomes)
    }

    /// What of the content is kept in clear must not be personal data.
    private func openTextFailures() throws -> [Refusal] {
        let names = try content.personNames + act.personNames(of: registration.id)
        let open = OpenText(today: CivilDate(shanghai: act.now), names: names)
        return content.openTexts.compactMap { text, pointer in
            if let text, !text.isEmpty, !ApplicationContent.openTextBounds.admit(text) { return .textTooLong.at(pointer) }
            return open.refusal(of: text, at: pointer)
        }
    }

    private func situation(_ effective: EffectiveDate) -> UnitPolicy.Situation {
        UnitPolicy.Situation(
            kind: application.kind, channel: registration.channel,
            hasSealedLetter: content.unit?.documentType == DocumentType.sealedLetter.rawValue, hasProxy: content.proxy != nil,
            changedRole: content.role, takesEffectInThePast: effective.isInThePast)
    }

    private func demandRole() throws {
        guard content.role != nil else {
            throw Refusal.invalid([CheckOutcome.missing("/role", "R-25-11").asRefusal])
        }
    }

    // MARK: Judging

    private func usableEvidence() throws -> [(slot: EvidenceSlot, evidence: EvidenceID)] {
        var named: [(slot: EvidenceSlot, evidence: EvidenceID)] = []
        for (slotText, ids) in content.evidence ?? [:] {
            guard let slot = EvidenceSlot(rawValue: slotText) else {
                throw Refusal.invalid([Refusal.evidenceSlotUnknown.at("/evidence/\(EvidenceSlot.safePointer(slotText))")])
            }
            for text in ids {
                guard let id = EvidenceID(text) else { throw Refusal.invalid([Refusal.evidenceUnknown.at("/evidence/\(slot.rawValue)")]) }
                named.append((slot, id))
            }
        }
        guard named.count <= EvidenceSlot.piecesMax else { throw Refusal.tooMuchEvidence }
        let usable = try EvidenceUse.usable(named.map(\.evidence), act.principal.scope, in: act.session)
        for (slot, id) in named where !usable.contains(id) {
            throw Refusal.invalid([Refusal.evidenceUnknown.at("/evidence/\(slot.rawValue)")])
        }
        return Dictionary(named.map { ("\($0.slot.rawValue) \($0.evidence)", $0) }, uniquingKeysWith: { first, _ in first })
            .sorted { $0.key < $1.key }.map(\.value)
    }

    /// Products that force a personal registration, counted over the selected cards; refused when no card is left.
    private func cardOutcomes(_ intervals: [ClosedRange<Int64>], from effective: Instant) throws -> [CheckOutcome] {
        guard application.kind == .register || application.kind == .addCards else { return [] }
        let sorting = try CardSorting(act: act, registration: registration)
        var counts: [String: (requirement: String, text: LocalText, count: Int)] = [:]
        var fit = 0
        for interval in intervals {
            for card in try HoldingRecords.facts(interval, in: act.session) {
                if let exclusion = sorting.exclusion(card, from: effective) {
                    counts[exclusion.code, default: (exclusion.requirement, exclusion.text, 0)].count += 1
                } else {
                    fit += 1
                }
            }
        }
        guard fit > 0 else {
            throw Refusal.noCardCanBeRegistered.with(
                details: counts.sorted { $0.key < $1.key }.map {
                    Refusal(
                        $0.key, .invalid, requirements: [$0.value.requirement], en: $0.value.text.en, zh: $0.value.text.zh,
                        pointer: "/cards")
                })
        }
        return [.passed("cards-registrable", "R-IC-03", "/cards", count: fit)]
            + counts.sorted { $0.key < $1.key }.map { code, found in
                CheckOutcome(
                    .warned, code, found.requirement, at: "/cards", en: found.text.en, zh: found.text.zh, count: found.count)
            }
    }

    /// The same person for unrelated units is worth a reviewer's look (R-AF-03).
    private func unrelatedUnits(_ roles: [PinnedRole], _ unit: PartyID) throws -> [CheckOutcome] {
        try roles.filter { $0.role != .unit }.compactMap { pinned in
            let others = try PartyRecords.unitsWithPerson(pinned.party, besides: unit, in: act.session)
            guard others > 0 else { return nil }
            return CheckOutcome(
                .warned, "person-on-other-units", "R-AF-03", at: pinned.role.pointer, en: "This person also stands for other units.",
                zh: "该人员同时登记于其他单位。", mend: LocalText(en: "Ask how the units belong together.", zh: "请核实各单位之间的关系。"),
                count: others)
        }
    }

    // MARK: Pinning

    /// The roles as pinned, and a warning for each document that also stands, undecided, under another name.
    private func pinned(_ judgement: ContentRules.Judgement) throws -> (roles: [PinnedRole], clashes: [CheckOutcome]) {
        var roles: [PinnedRole] = []
        var clashes: [CheckOutcome] = []
        for judged in judgement.parties {
            let pinned = try act.pin(judged, correcting: try corrected(judged.role))
            if pinned.hasNameClash {
                let refusal = Refusal.documentUnderOtherName
                clashes.append(
                    CheckOutcome(
                        .warned, refusal.code, "R-25-13", at: judged.role.pointer + "/name", en: refusal.reason.en, zh: refusal.reason.zh,
                        mend: refusal.mend))
            }
            let isHandler = judged.role == .handler
            roles.append(
                PinnedRole(
                    role: pinned.role.role, party: pinned.role.party, identity: pinned.role.identity,
                    authorisedFrom: isHandler ? judgement.authorisedFrom : nil,
                    authorisedUntil: isHandler ? judgement.authorisedUntil : nil))
        }
        return (roles, clashes)
    }

    /// Whose facts a correction is about: the party now in the role it names.
    private func corrected(_ role: PartyRole) throws -> PartyID? {
        guard application.kind == .correct, content.role == role else { return nil }
        return try RoleRecords.inForce(registration.id, at: act.now, asKnown: act.now, in: act.session)[role]?.party
    }

    private func unit(among roles: [PinnedRole]) throws -> PartyID {
        if let unit = roles.first(where: { $0.role == .unit })?.party {
            if let known = registration.unit, known != unit { throw Refusal.anotherUnit }
            return unit
        }
        guard let unit = registration.unit else { throw Refusal.invalid([CheckOutcome.missing("/unit", "R-25-09").asRefusal]) }
        return unit
    }

    // MARK: Recording

    private func record(unit: PartyID, effective: EffectiveDate) throws -> SubmissionID {
        let id: SubmissionID = act.fresh()
        // Looking for what cannot be there would make the act collide with its neighbours in the index.
        let ordinal = application.submission == nil ? 0 : try SubmissionRecords.nextOrdinal(application.id, in: act.session)
        try act.register(
            .submission,
            [
                id, application.id, registration.id, ordinal, application.kind.rawValue, UnitPolicy.version, try publicContent(), unit,
                application.cards, effective.instant, try agentChain(), act.now, act.principal.account,
            ])
        return id
    }

    /// What of the content is no personal data: use, department's existence, the role changed.
    private func publicContent() throws -> String {
        let use = content.use
        let value: JSONValue = [
            "deviceModel": use?.deviceModel.map { .string($0) } ?? .null, "deviceType": use?.deviceType.map { .string($0) } ?? .null,
            "monthlyMegabytes": use?.monthlyMegabytes.map { .integer(Int64($0)) } ?? .null,
            "region": use?.region.map { .string($0) } ?? .null, "role": content.role.map { .string($0.rawValue) } ?? .null,
            "scene": use?.scene.map { .string($0) } ?? .null, "sms": use?.sms.map { .bool($0) } ?? .null,
            "traffic": use?.traffic.map { .string($0.rawValue) } ?? .null,
            "usingDepartment": content.usingDepartment.map { .string($0) } ?? .null, "voice": use?.voice.map { .bool($0) } ?? .null,
        ]
        return try value.canonicalText()
    }

    /// The organisations from the operating company down to the one that hands in, as of today.
    private func agentChain() throws -> String {
        let chain = try OrganisationChain.read(of: application.path, in: act.session)
        return try JSONValue.array(chain.map { ["id": .string($0.id.description), "name": .string($0.name)] }).canonicalText()
    }

    private func recordRoles(_ roles: [PinnedRole], of submission: SubmissionID) throws {
        try act.register(
            .submissionRole,
            rows: roles.map { pinned in
                [submission, pinned.role.rawValue, 0, pinned.party, pinned.identity, pinned.authorisedFrom, pinned.authorisedUntil]
            })
    }

    private func recordEvidence(_ evidence: [(slot: EvidenceSlot, evidence: EvidenceID)], of submission: SubmissionID) throws {
        try act.register(.submissionEvidence, rows: evidence.map { [submission, $0.slot.rawValue, $0.evidence] })
    }

    private func recordIntervals(_ intervals: [ClosedRange<Int64>], of submission: SubmissionID) throws {
        try act.recording.registerMany(.submissionInterval, by: "submission_interval", owner: submission.bytes) { sink in
            for interval in intervals {
                sink.blob(submission.bytes)
                sink.int(interval.lowerBound)
                sink.int(interval.upperBound)
                try sink.endRow()
            }
        }
    }

    private func recordChecks(_ outcomes: [CheckOutcome], of submission: SubmissionID) throws {
        try act.register(
            .checkResult,
            rows: outcomes.enumerated().map { ordinal, outcome in
                [
                    submission, ordinal, "machine", "shiming", outcome.verdict.rawValue, outcome.code, outcome.requirement, outcome.subject,
                    outcome.count, act.now,
                ]
            })
    }
}

extension EvidenceSlot {
    /// Most pieces of evidence in one application.
    static let piecesMax = 60

    /// A name from outside made fit for a pointer in an answer.
    static func safePointer(_ text: String) -> String {
        String(text.unicodeScalars.filter { $0.isASCII && ($0.properties.isAlphabetic || $0 == "-") }.prefix(40).map(Character.init))
    }
}

extension Refusal {
    static let evidenceSlotUnknown = Refusal(
        "evidence-slot-unknown", .invalid, en: "There is no such place for evidence.", zh: "没有此凭证类型。",
        mend: LocalText(en: "Use one of the slots the contract names.", zh: "请使用接口约定的凭证类型。"))
    static let evidenceUnknown = Refusal(
        "evidence-unknown", .invalid, requirements: ["R-25-09"], en: "This piece of evidence does not exist within your scope.",
        zh: "在您的权限范围内没有该凭证。", mend: LocalText(en: "Upload it first and use the identifier you get.", zh: "请先上传凭证并使用返回的编号。"))
    static let tooMuchEvidence = Refusal(
        "too-much-evidence", .tooLarge, en: "There are too many pieces of evidence.", zh: "凭证数量过多。",
        mend: LocalText(en: "Join pages into one PDF.", zh: "请将多页合并为一个 PDF。"), pointer: "/evidence")
    static let anotherUnit = Refusal(
        "another-unit", .invalid, requirements: ["R-LC-08"], en: "A registration does not pass from one unit to another.",
        zh: "登记不能从一个单位变更为另一个单位。", mend: LocalText(en: "End this one and register the other unit.", zh: "请终止原登记并由新单位重新登记。"),
        pointer: "/unit")
}
