import Numbers

/// Finds numbers of persons in free text, however they are spaced, hyphenated or typed full-width: resident IDs of both generations, residence
/// permits, permits of Hong Kong, Macao and foreign permanent residents, passports as China issues them, mobiles and landlines.
///
/// ICCIDs, IMSIs, credit codes, dates and file numbers pass. What cannot be told from those (eight digits of a Taiwan permit, a passport
/// number without a letter) passes too.
package struct PersonalNumbers: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case identityNumber, permitOrPassport, phone
    }

    private let context: NumberContext

    package init(today: CivilDate) {
        context = NumberContext(today: today)
    }

    /// The first kind found; nil when there is none.
    package func first(in text: String) -> Kind? {
        let reading = NumberReading(text)
        for start in reading.characters.indices {
            if let kind = kind(beginningAt: start, in: reading) { return kind }
        }
        return nil
    }

    private func kind(beginningAt start: Int, in reading: NumberReading) -> Kind? {
        if let text = reading.text(at: start, count: 18), isIdentityNumber(text) { return .identityNumber }
        if let text = reading.text(at: start, count: 15), isOldIdentityNumber(text) { return .identityNumber }
        for count in 9...15 {
            if let text = reading.text(at: start, count: count), isPermitOrPassport(text) { return .permitOrPassport }
        }
        for count in 10...15 {
            if let text = reading.text(at: start, count: count), isPhone(text) { return .phone }
        }
        return nil
    }

    private func isIdentityNumber(_ text: String) -> Bool {
        ResidentID.check(text, in: context).value != nil || ResidencePermit.check(text, in: context).value != nil
            || ForeignPermanentResidentID.check(text, in: context).value != nil
    }

    /// An IMSI of China begins with 460, which is a province's code too.
    private func isOldIdentityNumber(_ text: String) -> Bool {
        guard !text.hasPrefix("460"), let long = ResidentID(fifteenDigits: text) else { return false }
        return ResidentID.check(long.text.description, in: context).reasons.isEmpty
    }

    private func isPermitOrPassport(_ text: String) -> Bool {
        let letters = text.prefix { $0.isLetter }
        guard !letters.isEmpty, text.dropFirst(letters.count).allSatisfy(\.isNumber) else { return false }
        switch (letters.count, text.count) {
        case (1, 9), (1, 11): return letters == "H" || letters == "M" || letters == "C" || text.count == 9
        case (2, 9): return letters.hasPrefix("E")
        case (3, 15): return ForeignPermanentResidentID.check(text, in: context).value != nil
        default: return false
        }
    }

    private func isPhone(_ text: String) -> Bool {
        guard text.allSatisfy(\.isNumber), !text.hasPrefix("00") || text.hasPrefix("0086"), let phone = ContactPhone.check(text).value
        else { return false }
        return phone.form == .mobile || phone.form == .landline
    }
}

/// A text reduced to its letters and digits, with what separates them.
private struct NumberReading {
    enum Gap {
        case none
        /// Blanks, hyphens, dots: a number may be written over it.
        case soft
        case hard
    }

    /// ASCII, upper case.
    private(set) var characters: [UInt8] = []
    /// What stands before each character.
    private var gaps: [Gap] = []

    init(_ text: String) {
        var gap = Gap.hard
        for scalar in text.unicodeScalars {
            switch Self.meaning(of: scalar) {
            case .character(let character):
                characters.append(character)
                gaps.append(gap)
                gap = .none
            case .separator: if gap == .none { gap = .soft }
            case .nothing: continue
            case .other: gap = .hard
            }
        }
    }

    /// The characters from `start` on, when a number of that length stands there: not cut out of a longer one.
    func text(at start: Int, count: Int) -> String? {
        let end = start + count
        guard end <= characters.count, isBoundary(start), end == characters.count || isBoundary(end),
            !gaps[(start + 1)..<end].contains(.hard)
        else { return nil }
        return String(decoding: characters[start..<end], as: UTF8.self)
    }

    /// A number begins behind a gap, or digits behind letters and letters behind digits.
    private func isBoundary(_ place: Int) -> Bool {
        place == 0 || gaps[place] != .none || isDigit(place) != isDigit(place - 1)
    }

    private func isDigit(_ place: Int) -> Bool { characters[place] < UInt8(ascii: "A") }

    private enum Meaning {
        case character(UInt8)
        case separator
        case nothing
        case other
    }

    private static func meaning(of scalar: Unicode.Scalar) -> Meaning {
        if let value = scalar.properties.numericValue, scalar.properties.numericType != .numeric, (0...9).contains(value) {
            return .character(UInt8(ascii: "0") + UInt8(value))
        }
        let plain = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFF01 + 0x21 : scalar.value
        switch plain {
        case 0x41...0x5A: return .character(UInt8(plain))
        case 0x61...0x7A: return .character(UInt8(plain - 0x20))
        case 0x09, 0x20, 0x28, 0x29, 0x2D, 0x2E, 0x2F, 0x5F, 0xB7, 0x2022, 0x2010...0x2015, 0x2212, 0x30FB: return .separator
        default: break
        }
        switch scalar.properties.generalCategory {
        case .spaceSeparator: return .separator
        case .nonspacingMark, .enclosingMark, .format: return .nothing
        default: return .other
        }
    }
}
