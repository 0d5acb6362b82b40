import Contract
import Records
import Registry
import UseCases
import Web

extension Wire.Unit {
    init(_ entry: UnitEntry) {
        self.init(id: entry.party.wire, code: entry.code, name: entry.name)
    }
}

extension Wire.Decision {
    init(_ decision: StoredDecision) {
        self.init(
            id: decision.id.wire, verdict: decision.verdict.rawValue, cardsRegistered: decision.cardsRegistered,
            cardsExcluded: decision.cardsExcluded, effectiveFrom: decision.effectiveFrom.wire, decidedAt: decision.decidedAt.wire,
            decidedBy: decision.decidedBy.wire, secondedBy: decision.secondedBy?.wire)
    }
}

extension Wire.RoleHolder {
    init(_ view: RoleView) {
        let link = view.link
        self.init(
            role: link.role.rawValue, effectiveFrom: link.effectiveFrom.wire, recordedAt: link.recordedAt.wire,
            decision: link.decision.wire, current: view.isCurrent, party: link.party?.wire, identity: link.identity?.wire, name: view.name,
            documentType: view.documentType?.rawValue, documentNumber: view.documentNumber, contact: view.contact,
            validUntil: view.validUntil.map(WireDate.untilText),
            authorisedFrom: link.authorisedFrom.map { WireDate(number: $0).description },
            authorisedUntil: link.authorisedUntil.map(WireDate.untilText))
    }
}

extension Wire.Registration {
    init(
        _ stored: StoredRegistration, unit: UnitEntry?, roles: [RoleView]? = nil, decisions: [StoredDecision]? = nil,
        isWithheld: Bool = false
    ) {
        self.init(
            id: stored.id.wire, code: stored.code, channel: stored.channel.rawValue, organisation: stored.organisation.wire,
            state: stored.state.rawValue, cards: stored.cards, createdAt: stored.createdAt.wire, unit: unit.map { Wire.Unit($0) },
            registeredAt: stored.registeredAt?.wire, endedAt: stored.endedAt?.wire, roles: roles?.map { Wire.RoleHolder($0) },
            decisions: decisions?.map { Wire.Decision($0) }, withheld: isWithheld ? true : nil)
    }
}

extension Wire.Check {
    init(_ outcome: CheckOutcome, in language: ReaderLanguage) {
        self.init(
            verdict: outcome.verdict.rawValue, code: outcome.code, requirement: outcome.requirement, subject: outcome.subject,
            cards: Int64(outcome.count), title: outcome.text.text(in: language))
    }

    init(_ check: StoredCheck) {
        self.init(
            verdict: check.verdict, code: check.code, requirement: check.requirement, subject: check.subject, cards: check.count,
            method: check.method, provider: check.provider, recordedAt: check.recordedAt.wire)
    }
}

extension Wire.Application {
    init(_ stored: StoredApplication) {
        self.init(
            id: stored.id.wire, registration: stored.registration.wire, kind: stored.kind.rawValue, state: stored.state.rawValue,
            version: stored.version, organisation: stored.organisation.wire, cards: stored.cards, createdAt: stored.createdAt.wire,
            createdBy: stored.createdBy.wire, updatedAt: stored.updatedAt.wire, submittedAt: stored.submittedAt?.wire,
            submittedBy: stored.submittedBy?.wire, decidedAt: stored.decidedAt?.wire, lockedBy: stored.lockedBy?.wire,
            lockedUntil: stored.lockedBy.map { _ in stored.lockedUntil.wire })
    }

    init(_ view: ApplicationView, in language: ReaderLanguage) {
        self.init(view.application)
        registrationCode = view.registrationCode
        withheld = view.isWithheld ? true : nil
        channel = view.channel.rawValue
        unit = view.unit.map { Wire.Unit($0) }
        content = view.content.map { Wire.RegistrationContent($0) }
        evidence = view.evidence?.map { piece in
            Wire.CaseEvidence(
                slot: piece.slot.rawValue, evidence: piece.evidence.wire, ground: piece.ground.rawValue,
                action: piece.prompt?.action.rawValue, milliseconds: (piece.prompt?.milliseconds).map { Int64($0) })
        }
        lacksLivenessVerdict = view.lacksLivenessVerdict ? true : nil
        checks = view.checks.map { Wire.Check($0) }
        decision = view.decision.map { Wire.Decision($0) }
        reasons = view.reasons.map { Wire.StatusReason($0, in: language) }
        note = view.note
        remark = view.remark
        opinions = view.opinions.isEmpty ? nil : view.opinions.map { Wire.ReviewOpinion($0, in: language) }
        reAudit = view.reAudit.map { Wire.ReAudit($0, in: language) }
        callback = view.callback.map {
            Wire.Callback(url: $0.url, state: $0.state.rawValue, tries: $0.tries, failure: $0.failure, dueAt: $0.dueAt?.wire)
        }
        guard !view.needs.isEmpty else { return }
        needs = view.needs.sorted().map(\.rawValue)
        readings = (view.content?.readings ?? [:]).sorted { $0.key < $1.key }.map { slot, fields in
            Wire.SlotReading(
                slot: slot, fields: fields.sorted { $0.key < $1.key }.map { Wire.ReadField(name: $0.key, value: $0.value) })
        }
        verifications = view.verifications.map { Wire.Verification($0) }
        carrierReplies = view.carrierReplies.map {
            Wire.CarrierReply(verdict: $0.verdict.rawValue, receipt: $0.receipt, recordedAt: $0.recordedAt.wire)
        }
    }
}

extension Wire.Verification {
    fileprivate init(_ stored: StoredVerification) {
        self.init(
            method: stored.method.rawValue, about: stored.about.rawValue, vendor: stored.vendor, productVersion: stored.productVersion,
            verdict: stored.verdict, sandbox: stored.isSandbox, cost: stored.cost, recordedAt: stored.recordedAt.wire, score: stored.score,
            threshold: stored.threshold, liveness: stored.liveness, reference: stored.reference)
    }
}
