/// The number of an eUICC (GSMA SGP.02, SGP.29): 32 digits that begin 89 and leave 1 when divided by 97.
package struct EID: CheckedNumber {
    package static let kind = NumberKind.eid
    package let text: NumberText

    package init(trusted text: NumberText) { self.text = text }

    package var masked: String { text.masked(first: 0, last: 4) }

    package static func check(utf8: UnsafeBufferPointer<UInt8>, in context: NumberContext) -> Verdict<EID> {
        Normaliser.judge(utf8, hyphens: .refused, judge)
    }

    @inline(__always)
    private static func judge(_ characters: Characters) -> Verdict<EID> {
        guard characters.areDigits else { return .refused(.character) }
        guard characters.count == 32 else { return .refused(.eidLength) }
        guard characters[0] == 0x38, characters[1] == 0x39 else { return .refused(.eidPrefix) }
        guard Mod97Ten.holds(characters) else { return .refused(.eidCheckDigits) }
        return .ok(EID(trusted: characters.text))
    }
}
