import Ledger
import Records
import Registry
import SQLCore

/// Why a reviewer sends back or refuses: a field and a code of the maintained list.
package struct DecisionReason: Hashable, Sendable {
    package let pointer: String
    package let code: String
    /// The words of a reason of the operating company's own, as they were when it was given: it may be retired, and what was decided with
    /// it still says why.
    package let words: LocalText?

    package init(pointer: String, code: String, words: LocalText? = nil) {
        self.pointer = pointer
        self.code = code
        self.words = words
    }

    /// What the applicant reads.
    package var text: LocalText? { words ?? Self.codes[code] }

    /// The code itself where nobody knows its words.
    package func text(in language: ReaderLanguage) -> String { text?.text(in: language) ?? code }

    /// Reasons a reviewer may always give; the free text goes into the note, which is sealed.
    package static let codes: [String: LocalText] = [
        "unreadable": LocalText(en: "The picture cannot be read.", zh: "图片不清晰，无法辨认。"),
        "does-not-match": LocalText(en: "It does not match the document.", zh: "与证件不一致。"),
        "not-sealed": LocalText(en: "The unit's seal is missing or unclear.", zh: "缺少公章或公章不清晰。"),
        "wrong-document": LocalText(en: "This is not the document that is needed.", zh: "证件类型不符合要求。"),
        "expired": LocalText(en: "It has expired.", zh: "已过有效期。"),
        "not-authorised": LocalText(en: "The authorisation does not cover this.", zh: "授权范围不足。"),
        "use-not-plausible": LocalText(en: "The use is not plausible.", zh: "使用场景不合理。"),
        "identity-mismatch": LocalText(en: "Name and number do not belong together in the register.", zh: "姓名与证件号码不一致。"),
        "identity-no-record": LocalText(
            en: "The register has no such record; new documents take up to 72 hours.", zh: "未查到证件信息；新办证件可能需 72 小时同步。"),
        "document-not-in-service": LocalText(en: "The document was reported lost or replaced.", zh: "证件已挂失或已换领。"),
        "guardian-identity-mismatch": LocalText(
            en: "The guardian's name and number do not belong together in the register.", zh: "监护人姓名与证件号码不一致。"),
        "guardian-identity-no-record": LocalText(
            en: "The register has no record of the guardian's document; new ones take up to 72 hours.",
            zh: "未查到监护人证件信息；新办证件可能需 72 小时同步。"),
        "guardian-document-not-in-service": LocalText(
            en: "The guardian's document was reported lost or replaced.", zh: "监护人证件已挂失或已换领。"),
        "proxy-identity-mismatch": LocalText(
            en: "The proxy's name and number do not belong together in the register.", zh: "代办人姓名与证件号码不一致。"),
        "proxy-identity-no-record": LocalText(
            en: "The register has no record of the proxy's document; new ones take up to 72 hours.",
            zh: "未查到代办人证件信息；新办证件可能需 72 小时同步。"),
        "proxy-document-not-in-service": LocalText(
            en: "The proxy's document was reported lost or replaced.", zh: "代办人证件已挂失或已换领。"),
        "face-different": LocalText(en: "The face is not that on the document.", zh: "人脸与证件不符。"),
        "liveness-failed": LocalText(en: "It was not certain that a living person was before the camera.", zh: "活体检测未通过。"),
        "carrier-refused": LocalText(en: "The carrier did not accept the registration.", zh: "运营商未受理该登记。"),
        "other": LocalText(en: "See the note.", zh: "详见备注。"),
    ]

    /// Those of whose documents the authority's noes are reasons of their own.
    static let namedRoles: [PartyRole] = [.guardian, .proxy]

    /// A reason of the authority's, as it is given of a guardian or a proxy.
    static func code(_ code: String, of role: PartyRole) -> String { "\(role.rawValue)-\(code)" }

    /// What says nothing by itself.
    static let other = "other"

    /// As the person whom they are about is told them: what says nothing by itself, in the reviewer's note to him; in its own words where
    /// the note is destroyed or kept by custodians.
    static func told(by decision: StoredDecision, in installation: Installation, _ session: any Session) throws -> [DecisionReason] {
        let reasons = try all(in: decision.reasons)
        guard reasons.contains(where: { $0.code == other }), let note = try installation.note(decision, YieldedKeys(), in: session) else {
            return reasons
        }
        return reasons.map { reason in
            guard reason.code == other else { return reason }
            return DecisionReason(pointer: reason.pointer, code: reason.code, words: LocalText(en: note, zh: note))
        }
    }

    static func all(in text: String) throws -> [DecisionReason] {
        try (JSONValue(parsing: text).arrayValue ?? []).compactMap { value in
            guard let pointer = value["pointer"]?.stringValue, let code = value["code"]?.stringValue else { return nil }
            guard let en = value["words"]?["en"]?.stringValue, let zh = value["words"]?["zh"]?.stringValue else {
                return DecisionReason(pointer: pointer, code: code)
            }
            return DecisionReason(pointer: pointer, code: code, words: LocalText(en: en, zh: zh))
        }
    }
}

extension [DecisionReason] {
    /// As it is kept.
    func canonicalText() throws -> String {
        let values = map { reason -> JSONValue in
            guard let words = reason.words else { return ["code": .string(reason.code), "pointer": .string(reason.pointer)] }
            return [
                "code": .string(reason.code), "pointer": .string(reason.pointer),
                "words": ["en": .string(words.en), "zh": .string(words.zh)],
            ]
        }
        return try JSONValue.array(values).canonicalText()
    }
}

extension Act {
    /// The reasons as they are kept, judged by the list in force. Throws `reason-unknown` for what is not on it and for more than fifty,
    /// `reason-not-for-this` for one that is for other decisions, applications or fields.
    /// - Parameter verdict: nil where an approval is looked at again.
    func judged(_ reasons: [DecisionReason], _ verdict: DecisionVerdict?, _ kind: ApplicationKind) throws -> [DecisionReason] {
        guard !reasons.isEmpty else { return [] }
        guard reasons.count <= 50 else { throw Refusal.reasonUnknown }
        let own = try ReasonListRecords.inForce(at: now, in: session)?.list ?? .none
        return try reasons.enumerated().map { place, reason in
            guard OwnReason.isPlainPointer(reason.pointer) else { throw Refusal.reasonUnknown }
            if DecisionReason.codes[reason.code] != nil { return DecisionReason(pointer: reason.pointer, code: reason.code) }
            guard let known = own[reason.code] else { throw Refusal.reasonUnknown }
            guard known.fits(verdict, kind), known.isAbout(reason.pointer) else {
                throw Refusal.reasonNotForThis.at("/reasons/\(place)")
            }
            return DecisionReason(pointer: reason.pointer, code: reason.code, words: known.text)
        }
    }

    /// Fields are named in clear: nobody writes a person's name or number into them.
    func demandOpen(_ reasons: [DecisionReason], names: [String]) throws {
        for (place, reason) in reasons.enumerated() {
            try demandOpen(reason.pointer, at: "/reasons/\(place)/pointer", names: names)
        }
    }
}

extension Refusal {
    static let reasonUnknown = Refusal(
        "reason-unknown", .invalid, house: .names, en: "A reason is not on the list.", zh: "原因不在列表内。",
        mend: LocalText(en: "Choose from the list; write the rest into the note.", zh: "请从列表中选择，其余写入备注。"), pointer: "/reasons")
    static let reasonNotForThis = Refusal(
        "reason-not-for-this", .invalid, house: .names, en: "This reason is for other decisions, applications or fields.",
        zh: "该原因不适用于此类决定、申请或字段。",
        mend: LocalText(en: "Choose another reason, or the field it is about.", zh: "请选择其他原因，或选择其适用的字段。"))
}
