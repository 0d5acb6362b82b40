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
        // Opening, judging and sealing are most of the work and need no writer; the act makes sure that it still holds.
        let judged = try await look(as: principal, needs: .registrationWrite) { session in
            try JudgedApplication.read(id, version: version, of: principal, at: now(), in: self, session)
        }
        return try await act(as: principal, .applicationSubmitted, needs: .registrationWrite) { act in
            _ = try act.openApplication(id, version: version)
            let intervals = try ApplicationRecords.intervals(id, in: act.session)
            Handing(act: act, judged: judged).foresee(intervals)
            let judged =
                try judged.stillHolds(in: act)
                ? judged : JudgedApplication.read(id, version: version, of: principal, at: act.now, in: self, act.session)
            let handing = Handing(act: act, judged: judged)
            let handed = try handing.pin(intervals)
            try ApplicationRecords.markSubmitted(
                id, handed.submission, unit: handed.unit, by: principal.account, at: act.now, in: act.session)
            try act.discardParts(of: id)
            if judged.application.kind == .register {
                try RegistrationRecords.setUnit(judged.registration.id, handed.unit, at: act.now, in: act.session)
            }
            return SubmittedApplication(submission: handed.submission, version: version + 1, checks: handed.outcomes)
        }
    }
}

/// What pinning an application came to.
struct HandedIn {
    let submission: SubmissionID
    let unit: PartyID
    let outcomes: [CheckOutcome]
}

/// One application being handed in.
struct Handing {
    let act: Act
    let judged: JudgedApplication
    private var application: StoredApplication { judged.application }
    private var registration: StoredRegistration { judged.registration }
    private var content: ApplicationContent { judged.content }

    init(act: Act, judged: JudgedApplication) {
        self.act = act
        self.judged = judged
    }

    /// More stretches of cards than this are looked at one after the other.
    static let foreseenMax = 8

    /// What the act asks before it writes: whether the evidence is still there, and what `pin` will ask, whatever it finds.
    /// - Parameter terms: what the cards were sold as when they were looked at last, where that is known.
    func foresee(_ intervals: [ClosedRange<Int64>], terms: [(product: Int64, carrier: Carrier)] = []) {
        act.session.foresee { ahead in
            _ = try EvidenceUse.arePresent(judged.evidence.map(\.evidence), in: ahead)
            if application.kind.takesCards, intervals.count <= Self.foreseenMax {
                _ = try CardSorting(registration: registration, among: intervals, at: act.now, in: ahead)
                for interval in intervals { _ = try HoldingRecords.facts(interval, in: ahead) }
                for (product, carrier) in terms {
                    _ = try ProductRecords.find(number: product, in: ahead)
                    _ = try ContractRecords.inForce(
                        agent: registration.organisation, carrier: carrier, on: CardSorting.day(of: act.now), in: ahead)
                }
            }
            for identity in judged.identities { _ = try KnownParty.find(identity.keys, in: ahead) }
            _ = try SubmissionRecording.agentChain(of: application.path, in: ahead)
        }
    }

    /// Pins what was judged: parties, evidence, cards and what was found.
    func pin(_ intervals: [ClosedRange<Int64>]) throws -> HandedIn {
        var outcomes = try cardOutcomes(intervals, from: judged.effective.instant ?? act.now)
        let (roles, clashes) = try pinned()
        outcomes += clashes
        let unit = try unit(among: roles.map(\.role))
        outcomes += try unrelatedUnits(roles, unit)
        let submission = try record(unit: unit, effective: judged.effective)
        try SubmissionRecording(act: act, submission: submission).record(roles.map(\.role), judged.evidence, intervals)
        try act.register(.ruleJudgement, [submission, judged.findings.text(adding: outcomes), act.now])
        act.recording.about(.application, application.id)
        act.recording.about(.registration, registration.id)
        act.recording.note("cards", .integer(application.cards))
        act.recording.note("policy", .string(UnitPolicy.version))
        return HandedIn(submission: submission, unit: unit, outcomes: judged.judgement.outcomes + outcomes)
    }

    // MARK: Judging what the act alone can see

    /// Products that force a personal registration, counted over the selected cards; refused when no card is left.
    private func cardOutcomes(_ intervals: [ClosedRange<Int64>], from effective: Instant) throws -> [CheckOutcome] {
        guard application.kind.takesCards else { return [] }
        let sorting = try CardSorting(registration: registration, among: intervals, at: act.now, in: act.session)
        var counts: [String: (requirement: String, text: LocalText, count: Int)] = [:]
        var fit = 0
        for interval in intervals {
            for card in try HoldingRecords.facts(interval, in: act.session) {
                if let exclusion = try sorting.exclusion(card, from: effective) {
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
    private func unrelatedUnits(_ roles: [PinnedIdentity], _ unit: PartyID) throws -> [CheckOutcome] {
        try roles.filter { $0.role.role != .unit && !$0.isNew }.compactMap { pinned in
            let others = try PartyRecords.unitsWithPerson(pinned.role.party, besides: unit, in: act.session)
            guard others > 0 else { return nil }
            return CheckOutcome(
                .warned, "person-on-other-units", "R-AF-03", at: pinned.role.role.pointer, en: "This person also stands for other units.",
                zh: "该人员同时登记于其他单位。", mend: LocalText(en: "Ask how the units belong together.", zh: "请核实各单位之间的关系。"),
                count: others)
        }
    }

    // MARK: Pinning

    /// The roles as pinned, and a warning for each document that also stands, undecided, under another name.
    private func pinned() throws -> (roles: [PinnedIdentity], clashes: [CheckOutcome]) {
        var roles: [PinnedIdentity] = []
        var clashes: [CheckOutcome] = []
        let judgement = judged.judgement
        let all = try act.pinAll(judged.identities, correcting: corrected) { role in
            role == .handler ? (judgement.authorisedFrom, judgement.authorisedUntil) : (nil, nil)
        }
        for pinned in all {
            if pinned.hasNameClash {
                let refusal = Refusal.documentUnderOtherName
                clashes.append(
                    CheckOutcome(
                        .warned, refusal.code, "R-25-13", at: pinned.role.role.pointer + "/name", en: refusal.reason.en,
                        zh: refusal.reason.zh,
                        mend: refusal.mend))
            }
            roles.append(pinned)
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
                application.cards, effective.instant, try SubmissionRecording.agentChain(of: application.path, in: act.session), act.now,
                act.principal.account,
            ])
        return id
    }

    /// What of the content is no personal data: use, department's existence, the role changed.
    private func publicContent() throws -> String {
        let use = content.use
        var writer = CanonicalJSONWriter(capacity: 256)
        func text(_ name: StaticString, _ value: String?) {
            writer.key(name)
            if let value { writer.string(value) } else { writer.null() }
        }
        func flag(_ name: StaticString, _ value: Bool?) {
            writer.key(name)
            if let value { writer.bool(value) } else { writer.null() }
        }
        writer.beginObject()
        text("deviceModel", use?.deviceModel)
        text("deviceType", use?.deviceType)
        writer.key("monthlyMegabytes")
        if let megabytes = use?.monthlyMegabytes { try writer.integer(Int64(megabytes)) } else { writer.null() }
        text("region", use?.region)
        text("role", content.role?.rawValue)
        text("scene", use?.scene)
        flag("sms", use?.sms)
        text("traffic", use?.traffic?.rawValue)
        text("usingDepartment", content.usingDepartment)
        flag("voice", use?.voice)
        writer.endObject()
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension Refusal {
    static let anotherUnit = Refusal(
        "another-unit", .invalid, requirements: ["R-LC-08"], en: "A registration does not pass from one unit to another.",
        zh: "登记不能从一个单位变更为另一个单位。", mend: LocalText(en: "End this one and register the other unit.", zh: "请终止原登记并由新单位重新登记。"),
        pointer: "/unit")
}
