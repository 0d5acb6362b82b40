/// What those without permission may see of a person's data (R-DP-21, R-DP-22): masked on the server, never on the screen.
package enum Mask {
    /// First character, the rest hidden; the count of characters is not told.
    package static func name(_ name: String) -> String {
        name.first.map { "\($0)**" } ?? ""
    }

    /// First and last character.
    package static func number(_ number: String) -> String {
        guard let first = number.first, let last = number.last, number.count > 2 else { return "**" }
        return "\(first)****\(last)"
    }

    /// Nothing of it: with a name, the year alone tells much.
    package static let date = "****"

    /// Three and four digits.
    package static func phone(_ number: String) -> String {
        guard number.count >= 8 else { return "****" }
        return "\(number.prefix(3))****\(number.suffix(4))"
    }

    /// Down to the district (区, 县, 市) and no further; nothing where no district is found.
    package static func address(_ address: String) -> String {
        let scalars = address.unicodeScalars
        guard
            let end = scalars.prefix(20).lastIndex(where: { $0 == "区" || $0 == "县" || $0 == "旗" })
                ?? scalars.prefix(16).lastIndex(of: "市")
        else { return "****" }
        return "\(Substring(scalars[...end]))****"
    }

    /// The last four characters.
    package static func iccid(_ iccid: String) -> String { "****\(iccid.suffix(4))" }
}
