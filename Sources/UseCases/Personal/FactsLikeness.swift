import Ledger
import Numbers
import Registry
import Vault

/// How like other facts are to those of a person who was looked at, without saying either: of the name a hash, and of each character of the number
/// a short one that the same character in the same place has again. It is made anew for each number, so that two of them tell nothing together.
struct FactsLikeness: Sendable, Equatable {
    /// Hexadecimal; empty where there is no name or no number, or one longer than any document's.
    let text: String

    static let nothing = FactsLikeness(text: "")

    private static let nameBytes = 8
    /// So many that two different characters, Chinese ones too, are not taken for one.
    private static let placeBytes = 3
    private static let charactersMax = 64
    /// One mistyped character with the check character it brings about, or two neighbours in the wrong order.
    private static let slipsMax = 2

    /// - Parameters:
    ///   - mark: what told the document of the person who was looked at from every other, as `CounterExamination.holder`.
    ///   - purpose: of the mark.
    static func of(
        _ facts: PartyFacts?, under mark: String, for purpose: SearchPurpose, today: CivilDate, by search: SearchIndex
    ) -> FactsLikeness {
        guard let facts, !mark.isEmpty, let name: String = facts.name?.filter({ !$0.isWhitespace }), !name.isEmpty,
            let number = facts.documentNumber
        else { return .nothing }
        let characters = PartyRules.registered(number, of: facts.chosenDocument, today: today) ?? number
        guard (1...charactersMax).contains(characters.count) else { return .nothing }
        // Of a hash the first byte says how it was made.
        func bytes(_ value: String, _ count: Int) -> [UInt8] {
            Array(search.hash("likeness\n\(mark)\n\(value)", for: purpose).dropFirst().prefix(count))
        }
        var places: [UInt8] = []
        for (place, character) in characters.enumerated() { places += bytes("\(place)\n\(character)", placeBytes) }
        return FactsLikeness(text: Hex.text(bytes("name\n\(name)", nameBytes) + places))
    }

    /// Whether the same name stands in both, and the numbers differ by no more than a slip of the hand.
    func isSlip(of other: FactsLikeness) -> Bool {
        let (mine, its, name) = (Array(text.utf8), Array(other.text.utf8), 2 * Self.nameBytes)
        guard mine.count > name, mine.count == its.count, mine[..<name] == its[..<name] else { return false }
        var differing = 0
        let digits = 2 * Self.placeBytes
        for place in stride(from: name, through: mine.count - digits, by: digits)
        where mine[place..<place + digits] != its[place..<place + digits] {
            differing += 1
        }
        return differing <= Self.slipsMax
    }
}
