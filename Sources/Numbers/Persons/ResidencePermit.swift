/// The number of a residence permit for Hong Kong (810000), Macao (820000) or Taiwan (830000) residents, built like a resident ID.
package struct ResidencePermit: BirthDated {
    package static let kind = NumberKind.residencePermit
    package let text: NumberText

    package init(trusted text: NumberText) { self.text = text }

    package var masked: String { text.masked(first: 1, last: 1) }

    package static func check(utf8: UnsafeBufferPointer<UInt8>, in context: NumberContext) -> Verdict<ResidencePermit> {
        Normaliser.judge(utf8, hyphens: .refused) { characters in
            do throws(Reason) {
                return try judge(characters, today: context.today)
            } catch {
                return .refused(error)
            }
        }
    }

    @inline(__always)
    private static func judge(_ characters: Characters, today: CivilDate) throws(Reason) -> Verdict<ResidencePermit> {
        guard characters.areLettersOrDigits else { throw .character }
        guard characters.count == 18 else { throw .residencePermitLength }
        guard PersonRules.hasForm(characters) else { throw .character }
        guard Mod11Two.checkCharacter(characters) == characters[17] else { throw .residencePermitCheckDigit }
        var reasons = Reasons()
        switch characters.value(0..<6) {
        case 810_000, 820_000, 830_000: break
        case 810_000...839_999: reasons.note(.regionUnknown)
        default: throw .residencePermitRegion
        }
        _ = try PersonRules.birthYear(characters, today: today, noting: &reasons)
        return Verdict(ResidencePermit(trusted: characters.text), noting: reasons)
    }
}

extension ResidencePermit {
    package enum Origin: String, Sendable, CaseIterable {
        case hongKong
        case macao
        case taiwan
    }

    package var origin: Origin? {
        switch regionCode.map({ $0 / 10_000 }) {
        case 81: .hongKong
        case 82: .macao
        case 83: .taiwan
        default: nil
        }
    }
}
