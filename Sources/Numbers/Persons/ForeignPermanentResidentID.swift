/// The number of a foreign permanent resident's card: since 2023-12-01 eighteen characters that begin with 9, before that three letters
/// and twelve digits. Old cards stay valid, and the new card prints the old number too (R-NF-08).
package struct ForeignPermanentResidentID: BirthDated {
    package static let kind = NumberKind.foreignPermanentID
    package let text: NumberText

    package init(trusted text: NumberText) { self.text = text }

    package var masked: String { text.masked(first: 1, last: 1) }

    package static func check(
        utf8: UnsafeBufferPointer<UInt8>, in context: NumberContext
    ) -> Verdict<ForeignPermanentResidentID> {
        Normaliser.judge(utf8, hyphens: .refused) { characters in
            do throws(Reason) {
                return try judge(characters, in: context)
            } catch {
                return .refused(error)
            }
        }
    }

    @inline(__always)
    private static func judge(
        _ characters: Characters, in context: NumberContext
    ) throws(Reason) -> Verdict<ForeignPermanentResidentID> {
        guard characters.areLettersOrDigits else { throw .character }
        if characters.count == 15 {
            // The check digit of the old form is not published, so only the form is judged.
            guard !(0..<3).contains(where: { !characters[$0].isLetter }), characters.areDigits(3..<15) else {
                throw .foreignPermanentIDForm
            }
            return .ok(ForeignPermanentResidentID(trusted: characters.text))
        }
        guard characters.count == 18, characters[0] == 0x39, PersonRules.hasForm(characters) else {
            throw .foreignPermanentIDForm
        }
        guard Mod11Two.checkCharacter(characters) == characters[17] else { throw .foreignPermanentIDCheckDigit }
        var reasons = Reasons()
        let year = try PersonRules.birthYear(characters, today: context.today, noting: &reasons)
        let province = characters.value(1..<3) * 10_000
        PersonRules.noteRegion(province, since: year, in: context.regions, noting: &reasons)
        return Verdict(ForeignPermanentResidentID(trusted: characters.text), noting: reasons)
    }
}

extension ForeignPermanentResidentID {
    package enum Form: String, Sendable {
        case old
        case new
    }

    package var form: Form { text.count == 15 ? .old : .new }

    /// The country of the old form as letters.
    package var countryLetters: NumberText? { form == .old ? text.slice(0..<3) : nil }

    /// The country of the new form as the numeric code of ISO 3166 (U).
    package var countryNumber: Int? { form == .new ? text.slice(3..<6).map { Int($0.decimalValue) } : nil }

    /// Whether an old and a new number can belong to one person: the two-digit year, month and day of birth agree.
    /// No proof. The link counts only from a card that prints both.
    package func mayBeSamePerson(as other: ForeignPermanentResidentID) -> Bool {
        shortBirthDate == other.shortBirthDate
    }

    private var shortBirthDate: NumberText? { form == .old ? text.slice(7..<13) : text.slice(8..<14) }
}
