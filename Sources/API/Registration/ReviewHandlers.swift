import Contract
import Records
import Registry
import UseCases
import Web

extension Call {
    func listReviewPolicies() async throws -> Answer {
        let found = try await installation.listReviewPolicies(as: principal(), before: cursorNumber(), limit: limit)
        return try page(found, keys: { [String($0)] }, item: { Wire.ReviewPolicyVersion($0) })
    }

    func setReviewPolicy() async throws -> Answer {
        let asked: Wire.SetReviewPolicy = try decode()
        let version = try await installation.setReviewPolicy(
            as: principal(), ReviewPolicy(asked.policy), validFrom: asked.validFrom.map { try instant($0, at: "/validFrom") },
            after: asked.after, replacing: asked.replacing ?? false)
        return try .json(Wire.ReviewPolicyVersion(version))
    }

    func listReAudits() async throws -> Answer {
        let after = try cursorKeys(2).map { keys -> (Instant, DecisionID) in
            guard let at = Int64(keys[0]), let id = DecisionID(keys[1]) else { throw Refusal.cursorInvalid }
            return (Instant(milliseconds: at), id)
        }
        let found = try await installation.listReAudits(
            as: principal(), state: queryWord("state") ?? .open, after: after, limit: limit)
        return try page(found, keys: { [String($0.0.milliseconds), $0.1.wire] }, item: { Wire.ReAudit($0, in: language) })
    }

    func findReAudit() async throws -> Answer {
        let asked: Wire.FindReAudit = try decode()
        let found = try await installation.findReAudit(
            as: principal(), id("decision"), word(asked.verdict, at: "/verdict"),
            reasons: (asked.reasons ?? []).map { DecisionReason(pointer: $0.pointer, code: $0.code) }, remark: asked.remark)
        return try .json(Wire.ReAudit(found, in: language))
    }
}

extension ReviewPolicy {
    /// From the wire; the contract has judged its words already.
    init(_ wire: Wire.ReviewPolicy) {
        self.init(
            reAuditPermille: Int(wire.reAuditPermille),
            twoReviewers: wire.twoReviewers.map { rule in
                ReviewCondition(
                    subjects: rule.subjects.map { Set($0.compactMap(DocumentType.Subject.init(rawValue:))) },
                    kinds: rule.kinds.map { Set($0.compactMap(ApplicationKind.init(rawValue:))) },
                    channels: rule.channels.map { Set($0.compactMap(Channel.init(rawValue:))) }, cardsAtLeast: rule.cardsAtLeast)
            })
    }
}

extension Wire.ReviewPolicyVersion {
    fileprivate init(_ version: Records.ReviewPolicyVersion) {
        self.init(
            ordinal: version.ordinal, validFrom: version.validFrom.wire,
            policy: Wire.ReviewPolicy(
                reAuditPermille: Int64(version.policy.reAuditPermille),
                twoReviewers: version.policy.twoReviewers.map { rule in
                    Wire.ReviewCondition(
                        subjects: rule.subjects.map { $0.map(\.rawValue).sorted() }, kinds: rule.kinds.map { $0.map(\.rawValue).sorted() },
                        channels: rule.channels.map { $0.map(\.rawValue).sorted() }, cardsAtLeast: rule.cardsAtLeast)
                }), recordedAt: version.recordedAt.wire)
    }
}

extension Wire.ReviewOpinion {
    init(_ opinion: OpinionView, in language: ReaderLanguage) {
        self.init(
            verdict: opinion.verdict.rawValue, reasons: opinion.reasons.map { Wire.StatusReason($0, in: language) },
            givenAt: opinion.givenAt.wire,
            givenBy: opinion.givenBy.wire, text: opinion.text)
    }
}

extension Wire.ReAudit {
    init(_ view: ReAuditView, in language: ReaderLanguage) {
        self.init(
            decision: view.decision.wire, application: view.application.wire, kind: view.kind.rawValue, cards: view.cards,
            reviewer: view.reviewer.wire, decidedAt: view.decidedAt.wire, isOpenToReader: view.isOpenToReader,
            secondReviewer: view.secondReviewer?.wire,
            finding: view.finding.map { finding in
                Wire.ReAuditFinding(
                    verdict: finding.verdict.rawValue, reasons: finding.reasons.map { Wire.StatusReason($0, in: language) },
                    foundAt: finding.foundAt.wire, foundBy: finding.foundBy.wire, remark: finding.remark)
            })
    }
}
