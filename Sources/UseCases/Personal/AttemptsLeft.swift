import Ledger
import Numbers
import Records
import Registry
import SQLCore
import Vault

/// How often a case may still be handed in today, before the first of the limits is reached (R-PH-07, R-AF-03).
package struct AttemptsLeft: Hashable, Sendable {
    package enum Limit: String, CaseIterable, Sendable {
        case card, device
        /// Told only to whoever has shown on this device that he is the person, as is the number of his cards.
        case person
    }

    package let limit: Limit
    package let left: Int
    /// Of the card alone, which is all that whoever knows a case's code is told.
    package let ofCard: Int

    /// - Parameter others: the limits beside the card's; of equal ones the card's is named, then the first.
    init(ofCard: Int, others: [(limit: Limit, left: Int)] = []) {
        let all = [(limit: Limit.card, left: ofCard)] + others
        let least = all.dropFirst().reduce(all[0]) { $1.left < $0.left ? $1 : $0 }
        limit = least.limit
        left = max(0, least.left)
        self.ofCard = max(0, ofCard)
    }
}

extension VerificationNeeds {
    /// Of all persons and cards that hand in with one device.
    ///
    /// - Parameter persons: so many may use one device.
    func deviceAttemptsMax(persons: Int) -> Int { attemptsMax * max(1, persons, cardsMax ?? persons) }

    /// A person may have several cards to register in a day.
    var personAttemptsMax: Int { attemptsMax * max(1, cardsMax ?? 1) }
}

extension PersonalCase {
    /// Under which submissions for the card are counted.
    static func attemptKey(of card: PersonalCard, in installation: Installation) -> [UInt8] {
        installation.secrets.search.hash("card:\(card.subscription)", for: .attempt)
    }

    /// The same of a device.
    static func attemptKey(of device: [UInt8], in installation: Installation) -> [UInt8] {
        installation.secrets.search.hash("device:\(Hex.text(device))", for: .attempt)
    }

    /// The same of a person.
    static func attemptKey(of party: PartyID, in installation: Installation) -> [UInt8] {
        installation.secrets.search.hash("person:\(party)", for: .attempt)
    }

    func attempts(_ needs: VerificationNeeds, of declared: Declared?, in session: any Session) throws -> AttemptsLeft {
        let ofCard = try attemptsOfCard(needs, in: session)
        guard kind == .register else { return AttemptsLeft(ofCard: ofCard) }
        let ofDevice = try left(
            .device, Self.attemptKey(of: stored.device, in: installation),
            of: needs.deviceAttemptsMax(persons: installation.settings.devicePersonsMax), in: session)
        var others: [(limit: AttemptsLeft.Limit, left: Int)] = [(.device, ofDevice)]
        if let declared, declared.isShown {
            let key = Self.attemptKey(of: declared.person.party, in: installation)
            others.append((.person, try left(.person, key, of: needs.personAttemptsMax, in: session)))
        }
        return AttemptsLeft(ofCard: ofCard, others: others)
    }

    /// By the card's own limit alone; below 0 where more was handed in than is allowed now.
    func attemptsOfCard(_ needs: VerificationNeeds, in session: any Session) throws -> Int {
        guard kind != .prove else {
            return try installation.proofsLeft(at: seat, hasRegistered: registration?.state == .registered, now: now, in: session)
        }
        return try left(.card, Self.attemptKey(of: card, in: installation), of: needs.attemptsMax, in: session)
    }

    private func left(_ kind: AttemptRecords.Kind, _ key: [UInt8], of max: Int, in session: any Session) throws -> Int {
        max - (try AttemptRecords.count(kind, key, at: now, in: session))
    }
}
