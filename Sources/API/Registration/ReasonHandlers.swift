import Contract
import Records
import Registry
import UseCases
import Web

extension Call {
    func listDecisionReasons() async throws -> Answer {
        let reasons = try await installation.reasonsInForce(as: principal())
        return try .json(Wire.ReasonsInForce(items: reasons.map { Wire.ReasonInForce($0, in: language) }))
    }

    func listReasonLists() async throws -> Answer {
        let found = try await installation.listReasonLists(as: principal(), before: cursorNumber(), limit: limit)
        return try page(found, keys: { [String($0)] }, item: { Wire.ReasonListVersion($0) })
    }

    func setReasonList() async throws -> Answer {
        let asked: Wire.SetReasonList = try decode()
        let version = try await installation.setReasonList(
            as: principal(), ReasonList(reasons: asked.reasons.map { OwnReason($0) }),
            validFrom: asked.validFrom.map { try instant($0, at: "/validFrom") }, after: asked.after,
            replacing: asked.replacing ?? false)
        return try .json(Wire.ReasonListVersion(version))
    }
}

extension OwnReason {
    /// From the wire; the contract has judged its words already.
    fileprivate init(_ wire: Wire.OwnReason) {
        self.init(
            code: wire.code, text: LocalText(en: wire.en, zh: wire.zh),
            verdicts: wire.verdicts.map { Set($0.compactMap(DecisionVerdict.init(rawValue:))) },
            kinds: wire.kinds.map { Set($0.compactMap(ApplicationKind.init(rawValue:))) }, fields: wire.fields.map { Set($0) })
    }
}

extension Wire.ReasonInForce {
    fileprivate init(_ reason: UseCases.ReasonInForce, in language: ReaderLanguage) {
        self.init(
            code: reason.code, text: reason.text.text(in: language), isOwn: reason.own != nil,
            verdicts: reason.own?.verdicts.map { $0.map(\.rawValue).sorted() },
            kinds: reason.own?.kinds.map { $0.map(\.rawValue).sorted() },
            fields: reason.own?.fields?.sorted())
    }
}

extension Wire.ReasonListVersion {
    fileprivate init(_ version: Records.ReasonListVersion) {
        self.init(
            ordinal: version.ordinal, validFrom: version.validFrom.wire,
            reasons: version.list.reasons.map { reason in
                Wire.OwnReason(
                    code: reason.code, en: reason.text.en, zh: reason.text.zh,
                    verdicts: reason.verdicts.map { $0.map(\.rawValue).sorted() }, kinds: reason.kinds.map { $0.map(\.rawValue).sorted() },
                    fields: reason.fields?.sorted())
            }, recordedAt: version.recordedAt.wire)
    }
}
