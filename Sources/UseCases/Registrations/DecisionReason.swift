import Ledger
import Registry

/// Why a reviewer sends back or refuses: a field and a code of the maintained list.
package struct DecisionReason: Codable, Hashable, Sendable {
    package let pointer: String
    package let code: String

    package init(pointer: String, code: String) {
        self.pointer = pointer
        self.code = code
    }

    /// What the applicant reads; the code itself where it is on the list no more.
    package func text(in language: ReaderLanguage) -> String { Self.codes[code]?.text(in: language) ?? code }

    /// A field of the content, such as `/evidence/unit-document`; it is kept in clear.
    var hasPlainPointer: Bool {
        pointer.utf8.count <= 100
            && pointer.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "-"), UInt8(ascii: "/"):
                    true
                default: false
                }
            }
    }

    /// Reasons a reviewer may give; the free text goes into the note, which is sealed.
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
        "face-different": LocalText(en: "The face is not that on the document.", zh: "人脸与证件不符。"),
        "liveness-failed": LocalText(en: "It was not certain that a living person was before the camera.", zh: "活体检测未通过。"),
        "carrier-refused": LocalText(en: "The carrier did not accept the registration.", zh: "运营商未受理该登记。"),
        "other": LocalText(en: "See the note.", zh: "详见备注。"),
    ]
}

extension [DecisionReason] {
    /// Throws `reason-unknown` for what is not on the list, and for more than fifty.
    func demandKnown() throws(Refusal) {
        guard count <= 50, allSatisfy({ DecisionReason.codes[$0.code] != nil && $0.hasPlainPointer }) else { throw .reasonUnknown }
    }

    /// As it is kept.
    func canonicalText() throws -> String {
        try JSONValue.array(map { ["code": .string($0.code), "pointer": .string($0.pointer)] }).canonicalText()
    }
}

extension Act {
    /// Fields are named in clear: nobody writes a person's name or number into them.
    func demandOpen(_ reasons: [DecisionReason], names: [String]) throws {
        for (place, reason) in reasons.enumerated() {
            try demandOpen(reason.pointer, at: "/reasons/\(place)/pointer", names: names)
        }
    }
}

extension Refusal {
    static let reasonUnknown = Refusal(
        "reason-unknown", .invalid, en: "A reason is not on the list.", zh: "原因不在列表内。",
        mend: LocalText(en: "Choose from the list; write the rest into the note.", zh: "请从列表中选择，其余写入备注。"), pointer: "/reasons")
}
