import Registry
import TestKit

/// What somebody registers with, by his own papers.
struct WalkedPapers {
    /// The same whichever document he shows; nil for a unit.
    let person: String?
    var content: ApplicationContent
    var slots: [EvidenceSlot]

    var isChild: Bool { content.guardian != nil }
    /// Of persons, with the roles they must be registered in.
    var persons: [PartyRole: PartyFacts] {
        var persons: [PartyRole: PartyFacts] = [:]
        for role in PartyRole.allCases where role != .unit { persons[role] = content.party(role) }
        return persons
    }

    // MARK: Persons

    private static let adults = 3
    /// Three adults with two documents each, a traveller whose permit is issued anew, a foreigner and a child; behind them come citizens.
    static let personsCount = adults + 3

    /// - Parameter document: which of his documents he shows.
    static func person(_ number: Int, document: Int = 0, withProxy: Bool = false) -> WalkedPapers {
        var papers =
            switch number {
            case 0..<adults: adult(number, isTemporary: document % 2 == 1)
            case adults: traveller(issue: document % 5)
            case adults + 1: foreigner
            case adults + 2: child
            default: citizen(number)
            }
        papers.content.noticeAccepted = true
        if withProxy, !papers.isChild { papers.addProxy(proxy) }
        return papers
    }

    static let proxy = PersonalJob.person(9)

    mutating func addProxy(_ facts: PartyFacts) {
        content.proxy = facts
        slots += [.proxyIDFront, .proxyIDBack]
    }

    private init(person: String, _ holder: PartyFacts) {
        self.person = person
        content = ApplicationContent()
        content.holder = holder
        slots = [.holderIDFront, .holderIDBack]
    }

    private static func adult(_ number: Int, isTemporary: Bool) -> WalkedPapers {
        var facts = PersonalJob.person(number)
        if isTemporary { facts.documentType = DocumentType.temporaryResidentID.rawValue }
        return WalkedPapers(person: "adult \(number)", facts)
    }

    /// One of any number of people.
    private static func citizen(_ number: Int) -> WalkedPapers {
        WalkedPapers(person: "citizen \(number)", PersonalJob.person(100 + number))
    }

    private static func traveller(issue: Int) -> WalkedPapers {
        var facts = PersonalJob.person(4)
        (facts.documentType, facts.documentNumber) = (DocumentType.hkMacaoPermit.rawValue, "H123456780\(issue + 1)")
        (facts.birthDate, facts.address) = ("1980-01-02", "")
        return WalkedPapers(person: "traveller", facts)
    }

    private static var foreigner: WalkedPapers {
        var facts = PartyFacts(
            name: "VELMORA MARIA", documentType: .passport, documentNumber: "E12345678", address: "", contact: "13800138000",
            validFrom: "2024-07-01", validUntil: "2036-07-01")
        facts.birthDate = "1980-01-02"
        var papers = WalkedPapers(person: "foreigner", facts)
        papers.slots = [.holderIDFront]
        return papers
    }

    /// Under fourteen until 2034.
    private static var child: WalkedPapers {
        let body = "10999920200610005"
        var papers = WalkedPapers(
            person: "child",
            InventedPapers.person("诸葛听澜", body + CheckDigit.ofResident(body), "云杉省青禾市望舒区知夏街一号", "13800138000"))
        papers.content.guardian = PersonalJob.person(8)
        papers.slots += [.guardianIDFront, .guardianIDBack]
        return papers
    }

    // MARK: Units

    private init(unit content: ApplicationContent) {
        person = nil
        self.content = content
        slots = InventedPapers.agentSlots
    }

    static func unit(_ number: Int, in year: Int) -> WalkedPapers {
        var content = InventedPapers.application(evidence: [:])
        if number % 2 == 1 { content.unit = InventedPapers.otherUnit }
        content.authorisation?.validFrom = "\(year)-01-01"
        content.authorisation?.validUntil = "\(year)-12-31"
        return WalkedPapers(unit: content)
    }
}

/// Check digits as their standards say, reckoned here again.
enum CheckDigit {
    /// GB 11643: the last character of a resident's number, by its first seventeen.
    static func ofResident(_ body: some StringProtocol) -> String {
        // ISO 7064 MOD 11-2 by its recurrence, not by weights.
        let rest = body.utf8.reduce(0) { ($0 + Int($1) - 48) * 2 % 11 }
        return String(Array("10X98765432")[rest])
    }

    /// GB 32100: the last character of a unit's code, by its first seventeen; nil where a character is none of its alphabet.
    static func ofUnit(_ body: some StringProtocol) -> String? {
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
        var sum = 0
        // Powers of 3 modulo 31, from the left; Horner's way from the right.
        for character in body.reversed() {
            guard let value = alphabet.firstIndex(of: character) else { return nil }
            sum = (sum * 3 + value) % 31
        }
        return String(alphabet[(31 - sum) % 31])
    }
}
