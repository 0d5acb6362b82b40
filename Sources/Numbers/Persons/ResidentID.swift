/// The number of a mainland resident ID (GB 11643-1999): region, birth date, order, MOD 11-2 check character; 18 characters.
package struct ResidentID: BirthDated {
    package static let kind = NumberKind.residentID
    package let text: NumberText

    package init(trusted text: NumberText) { self.text = text }

    package var masked: String { text.masked(first: 1, last: 1) }

    package static func check(utf8: UnsafeBufferPointer<UInt8>, in context: NumberContext) -> Verdict<ResidentID> {
        Normaliser.judge(utf8, hyphens: .refused) { characters in
            do throws(Reason) {
                return try judge(characters, in: context)
            } catch {
                return .refused(error)
            }
        }
    }

    @inline(__always)
    private static func judge(_ characters: Characters, in context: NumberContext) throws(Reason) -> Verdict<ResidentID> {
        guard characters.areLettersOrDigits else { throw .character }
        if characters.count == 15 && characters.areDigits { throw .residentIDFifteenDigits }
        guard characters.count == 18 else { throw .residentIDLength }
        guard PersonRules.hasForm(characters) else { throw .character }
        guard Mod11Two.checkCharacter(characters) == characters[17] else { throw .residentIDCheckDigit }
        var reasons = Reasons()
        let year = try PersonRules.birthYear(characters, today: context.today, noting: &reasons)
        noteOrigin(characters.value(0..<6), since: year, in: context.regions, noting: &reasons)
        return Verdict(ResidentID(trusted: characters.text), noting: reasons)
    }

    /// Numbers of two other documents have the same form; what is registered must name the right document.
    @inline(__always)
    private static func noteOrigin(_ code: Int, since year: Int, in regions: RegionTable, noting reasons: inout Reasons) {
        switch code {
        case 810_000...839_999: reasons.note(.isResidencePermit)
        case 900_000...: reasons.note(.isForeignPermanentID)
        default: PersonRules.noteRegion(code, since: max(year, PersonRules.firstYear), in: regions, noting: &reasons)
        }
    }
}

extension ResidentID {
    /// The 18-digit number behind a 15-digit one of the first generation, which knew only births of the 20th century.
    /// A help for finding old records: new registrations take the 18-digit number only (R-IQ-03). Nil when the date is none.
    package init?(fifteenDigits typed: String) {
        guard typed.utf8.count == 15, typed.utf8.allSatisfy(\.isDigit) else { return nil }
        let seventeen = String(typed.prefix(6)) + "19" + typed.dropFirst(6)
        guard let digits = NumberText(seventeen) else { return nil }
        let check = digits.withUTF8 { bytes in
            bytes.baseAddress.map { Mod11Two.checkCharacter(Characters(base: $0, count: 17)) }
        }
        guard let check, let text = NumberText(ascii: Array(seventeen.utf8) + [check]) else { return nil }
        self.init(trusted: text)
        if birthDate == nil { return nil }
    }
}
