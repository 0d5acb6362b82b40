import Records
import Registry
import SQLCore
import TestKit
import UseCases

/// Compares all that is stored with what the walk remembers, however many cards there are, and names the invariant that does not hold. What
/// people are shown of it is `InvariantJudge`'s to ask, of some of the cards.
struct BulkJudge {
    let walk: RandomWalk
    /// Where each card's service must stand, by its place; nil where no more is remembered than whether it ended.
    let lives: [CrowdLife]?

    init(_ walk: RandomWalk, lives: [CrowdLife]? = nil) {
        self.walk = walk
        self.lives = lives
    }

    func breaches() async throws -> [Breach] {
        let vault = walk.shiming.vault
        let stored = try await walk.shiming.store.read { try BulkReading($0, opening: vault) }
        var found = walk.breaches
        for (place, card) in walk.known.cards.enumerated() {
            guard let seen = stored.cards[card.iccid] else {
                found.append(Breach(.kept, "\(card.iccid) is gone"))
                continue
            }
            judgeService(seen, card, lives?[place], &found)
            judgeHoldings(seen, card, &found)
        }
        judgeCarrier(stored, &found)
        judgeRegistrations(stored, &found)
        judgeQuotas(stored, &found)
        judgeNumbers(stored, &found)
        return found
    }

    // MARK: 1

    private func judgeService(_ seen: BulkReading.Card, _ card: KnownCard, _ life: CrowdLife?, _ found: inout [Breach]) {
        if seen.serves, !card.isHeld { found.append(Breach(.usable, "\(card.iccid) serves, and nobody answers for it")) }
        if seen.product != card.kind.product { found.append(Breach(.complete, "\(card.iccid): another operator's product")) }
        if seen.isCancelled != (card.cancelledAt != nil) {
            found.append(Breach(.kept, "\(card.iccid) is \(seen.isCancelled ? "" : "not ")cancelled"))
        }
        if seen.device != card.device { found.append(Breach(.kept, "\(card.iccid): its device is not the one that was declared")) }
        guard let life, life.state.rawValue != seen.state || life.stops != seen.stops else { return }
        // A service that ends by itself, or does not, is a matter of the clock; everything else of who may use the card.
        let isOfClock = [life.state.rawValue, seen.state].contains { $0 >= CrowdLife.State.cancelling.rawValue }
        found.append(
            Breach(
                isOfClock ? .kept : .usable,
                "\(card.iccid) stands at \(seen.state), stopped by \(seen.stops), and not at \(life.state.rawValue), stopped by \(life.stops)"
            ))
    }

    /// At the carrier: whatever it lets run, though nobody answers for it, is wished to be stopped there.
    private func judgeCarrier(_ stored: BulkReading, _ found: inout [Breach]) {
        let running = walk.carrier.running
        for card in walk.known.cards where !card.isHeld && running.contains(card.iccidAtCarrier) {
            guard let seen = stored.cards[card.iccid], !stored.stopping.contains(seen.subscription) else { continue }
            found.append(Breach(.usable, "the carrier lets \(card.iccid) run, nobody answers for it, and nobody stops it"))
        }
    }

    // MARK: 2, 9 and 10

    private func judgeHoldings(_ seen: BulkReading.Card, _ card: KnownCard, _ found: inout [Breach]) {
        var links: [BulkReading.Link] = []
        for place in card.holdings.indices {
            links.append(BulkReading.Link(from: card.holdings[place].from, registration: card.holdings[place].registration))
            if let ended = card.holdings[place].ended { links.append(BulkReading.Link(from: ended, registration: nil)) }
        }
        guard seen.links != links else { return }
        let own = Set(links.compactMap(\.registration))
        let strangers = seen.links.compactMap(\.registration).filter { !own.contains($0) }
        if !strangers.isEmpty {
            let former = Set((card.number.map { walk.known.cards(with: $0) } ?? []).flatMap(\.holdings).map(\.registration))
            let isInherited = strangers.contains { former.contains($0) }
            found.append(Breach(isInherited ? .recycled : .complete, "\(card.iccid) is registered to somebody who never registered it"))
        }
        let lost = links.filter { !seen.links.contains($0) }
        if !lost.isEmpty { found.append(Breach(.kept, "\(card.iccid): who answered from when is not as it was: \(lost) is not there")) }
        if strangers.isEmpty, lost.isEmpty { found.append(Breach(.kept, "\(card.iccid): nobody answers from a time when somebody did")) }
    }

    // MARK: 6

    /// Each card that a person has takes a place, and no other does: also while it is stopped, and no more once it is cancelled.
    private func judgeQuotas(_ stored: BulkReading, _ found: inout [Breach]) {
        var due: Set<BulkReading.Place> = []
        for card in walk.known.cards where card.kind.isPersons && card.isHeld {
            guard let holder = card.holder, let seen = stored.cards[card.iccid] else { continue }
            due.insert(
                BulkReading.Place(
                    subscription: seen.subscription, registration: holder.registration, carrier: card.kind.carrier.code,
                    cardClass: card.kind.cardClass.rawValue))
        }
        let taken = Set(stored.places.keys)
        for place in due.subtracting(taken) { found.append(Breach(.quota, "card \(place.subscription) takes no place of its holder's")) }
        for place in taken.subtracting(due) { found.append(Breach(.quota, "card \(place.subscription) takes a place that is none")) }
        for place in due {
            let own = stored.roles[place.registration]?[.holder]?.party
            guard let own, let party = stored.places[place], party != own else { continue }
            found.append(Breach(.quota, "card \(place.subscription) takes a place of somebody else's"))
        }
        let counts = Dictionary(grouping: stored.places, by: { [$0.value.description, $0.key.carrier, $0.key.cardClass] })
        for (owner, places) in counts {
            let most = owner.last.flatMap(CardClass.init(rawValue:)).flatMap { WalkedKind.limits[$0] } ?? .max
            if places.count > most { found.append(Breach(.quota, "\(owner): \(places.count) of \(most) places")) }
        }
    }

    // MARK: 10

    private func judgeNumbers(_ stored: BulkReading, _ found: inout [Breach]) {
        var present: [String: String] = [:]
        for card in walk.known.cards { if let number = card.number { present[number] = card.iccid } }
        for (number, iccid) in present {
            guard let text = Int64(number), let seen = stored.cards[iccid], stored.numbers[text] != seen.subscription else { continue }
            found.append(Breach(.recycled, "\(number) leads to another card than \(iccid)"))
        }
    }
}
