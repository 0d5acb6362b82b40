import Numbers

/// A machine-readable zone whose every check digit holds (ICAO 9303 parts 3 to 5): the passport's two lines of 44 (TD3), or three of 30
/// (TD1), which the travel permits of Hong Kong, Macao and Taiwan residents and the foreign permanent resident's card have as well.
package struct TravelZone: Sendable, Equatable, Unprinted {
    /// P for a passport, CR and CT for permits of Hong Kong/Macao and Taiwan residents …; without fillers.
    package let code: String
    /// Three letters, or D for Germany.
    package let issuer: String
    package let nationality: String
    package let surname: String
    /// Names apart by a space; letters only, no check digit covers them.
    package let given: String
    package let number: String
    package let birth: ZoneDate
    /// M, F or nil where the document says nothing.
    package let sex: String?
    package let expiry: ZoneDate
    /// What the issuer may put there as he likes, without fillers at its end.
    package let optional: String
    package let lines: [String]

    /// Two digits of a year: which century is the reader's to judge.
    package struct ZoneDate: Sendable, Equatable, Unprinted {
        package let year: Int
        package let month: Int
        package let day: Int

        /// The latest such day not after `limit`, for a birth.
        package func latest(notAfter limit: CivilDate) -> CivilDate? {
            let century = limit.year / 100 * 100
            return [century, century - 100].lazy.compactMap { CivilDate(year: $0 + year, month: month, day: day) }.first { $0 <= limit }
        }
    }

    /// nil unless the lines have one of the two forms, every check digit holds, and every place has a character it may have.
    package init?(lines: [String]) {
        let rows = lines.map { Array($0.utf8) }
        guard rows.joined().allSatisfy(ZoneText.isCharacter) else { return nil }
        switch rows.map(\.count) {
        case [44, 44]: self.init(passport: rows)
        case [30, 30, 30]: self.init(card: rows)
        default: return nil
        }
    }

    private init?(passport rows: [[UInt8]]) {
        let line = rows[1]
        let optional = line[28..<42]
        let isEmpty = optional.allSatisfy { $0 == ZoneText.filler }
        guard rows[0][0] == UInt8(ascii: "P"), ZoneText.check(line[0..<9]) == line[9],
            ZoneText.check(optional) == line[42] || (isEmpty && line[42] == ZoneText.filler),
            ZoneText.check(line[0..<10] + line[13..<20] + line[21..<43]) == line[43]
        else { return nil }
        self.init(
            head: rows[0][0..<5], number: line[0..<9], nationality: line[10..<13], birth: line[13..<20], sex: line[20],
            expiry: line[21..<28],
            optional: optional, names: rows[0][5...], rows: rows)
    }

    private init?(card rows: [[UInt8]]) {
        let line = rows[1]
        guard let (number, optional) = Self.cardNumber(rows[0]),
            ZoneText.check(rows[0][5...] + line[0..<7] + line[8..<15] + line[18..<29]) == line[29]
        else { return nil }
        self.init(
            head: rows[0][0..<5], number: number, nationality: line[15..<18], birth: line[0..<7], sex: line[7], expiry: line[8..<15],
            optional: optional + line[18..<29], names: rows[2][...], rows: rows)
    }

    /// A number longer than nine goes on in the optional data, up to a filler; its check digit stands before that (part 5, note j).
    private static func cardNumber(_ line: [UInt8]) -> (number: ArraySlice<UInt8>, optional: ArraySlice<UInt8>)? {
        let head = line[5..<14]
        let rest = line[15...]
        if line[14] != ZoneText.filler { return ZoneText.check(head) == line[14] ? (head, rest) : nil }
        let end = rest.firstIndex(of: ZoneText.filler) ?? rest.endIndex
        guard end - rest.startIndex >= 2 else { return nil }
        let number = head + rest[..<(end - 1)]
        return ZoneText.check(number) == rest[end - 1] ? (number, rest[end...]) : nil
    }

    private init?(
        head: ArraySlice<UInt8>, number: ArraySlice<UInt8>, nationality: ArraySlice<UInt8>, birth: ArraySlice<UInt8>, sex: UInt8,
        expiry: ArraySlice<UInt8>, optional: ArraySlice<UInt8>, names: ArraySlice<UInt8>, rows: [[UInt8]]
    ) {
        guard let birth = ZoneDate(withCheck: birth), let expiry = ZoneDate(withCheck: expiry), ZoneText.sexes.contains(sex) else {
            return nil
        }
        guard (head.dropFirst(2) + nationality + names).allSatisfy(ZoneText.isLetterOrFiller) else { return nil }
        let (surname, given) = ZoneText.names(names)
        self.code = ZoneText.plain(head.prefix(2))
        self.issuer = ZoneText.plain(head.dropFirst(2))
        self.nationality = ZoneText.plain(nationality)
        self.surname = surname
        self.given = given
        self.number = ZoneText.plain(number)
        self.birth = birth
        self.sex = sex == ZoneText.filler ? nil : String(decoding: [sex], as: UTF8.self)
        self.expiry = expiry
        self.optional = ZoneText.plain(optional)
        self.lines = rows.map { String(decoding: $0, as: UTF8.self) }
    }
}

extension TravelZone.ZoneDate {
    /// Six digits and their check digit, of a day that some century has.
    fileprivate init?(withCheck bytes: ArraySlice<UInt8>) {
        let digits = bytes.dropLast()
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }), ZoneText.check(digits) == bytes.last else { return nil }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
        guard [1900, 2000].contains(where: { CivilDate(year: $0 + year, month: month, day: day) != nil }) else { return nil }
    }
}
