import Ledger
import Records
import Registry
import SQLCore

/// What ends with a service: whoever answered for the card does no more, his place among his cards is free, and the number is frozen. What
/// was registered stays (R-LC-05, R-LC-06, R-25-14).
struct ServiceEnd {
    let act: Act
    let terms: LifeTerms

    func end(_ lives: [StoredLife]) throws {
        // The act that ended them is the ground of the links that say so.
        let ground: LifeActID = act.fresh()
        try act.register(
            .lifeAct, [ground, LifeCommand.vacate.rawValue, String?.none, Int64(lives.count), act.now, act.principal.account])
        var counts: [RegistrationID: [Instant: Int64]] = [:]
        var vacated: [RegistrationID: [(subscription: Int64, from: Int64)]] = [:]
        var rows: [[any SQLBindable]] = []
        for life in lives.sorted(by: { $0.subscription < $1.subscription }) {
            let card = life.subscription
            if let facts = try HoldingRecords.facts(card...card, in: act.session).first {
                try vacate(facts, ground, into: &rows, &counts, &vacated)
            }
            if let number = life.msisdn {
                let periods = try terms.periods(of: life, at: act.now)
                try FreezeRecords.freeze(
                    number, of: card, from: act.now, until: ServiceCalendar.end(ofDays: periods.freezeDays, after: act.now),
                    in: act.session)
            }
        }
        try act.register(.holding, rows: rows)
        for (registration, links) in vacated.sorted(by: { $0.key < $1.key }) {
            try act.tell(
                links, registered: false, of: try RegistrationRecords.find(registration, .everything, at: act.now, in: act.session))
        }
        for (registration, changes) in counts.sorted(by: { $0.key < $1.key }) {
            try RegistrationRecords.markRegistered(registration, cards: changes, at: act.now, in: act.session)
            act.recording.about(.registration, registration)
        }
        for life in lives { try CardSlotRecords.release(card: life.subscription, in: act.session) }
        try clearNames(lives, vacated)
    }

    /// A person's name does not stay at the carrier with a card that is his no more. Where no interface clears it, it ends with the cancellation that
    /// somebody sees to there.
    private func clearNames(_ lives: [StoredLife], _ vacated: [RegistrationID: [(subscription: Int64, from: Int64)]]) throws {
        var persons: Set<Int64> = []
        for (id, links) in vacated {
            let registration = try RegistrationRecords.find(id, .everything, at: act.now, in: act.session)
            if registration?.subject == .person { persons.formUnion(links.map(\.subscription)) }
        }
        for life in lives where persons.contains(life.subscription) {
            let carrier = try terms.product(life.product).carrier
            guard act.installation.carriers[carrier]?.capabilities.offers(.clearRegistration) == true else { continue }
            try act.wish(.clearName, of: life.subscription, carrier, for: nil)
        }
    }

    /// Nobody answers from now on, neither who does now nor who was to begin later.
    private func vacate(
        _ facts: CardFacts, _ ground: LifeActID, into rows: inout [[any SQLBindable]],
        _ counts: inout [RegistrationID: [Instant: Int64]],
        _ vacated: inout [RegistrationID: [(subscription: Int64, from: Int64)]]
    ) throws {
        var ordinal = facts.holdings.nextOrdinal
        for registration in facts.holdings.holders(from: act.now).sorted() {
            for stretch in facts.holdings.stretches(of: registration, from: act.now) {
                rows.append([facts.subscription, ordinal, stretch.from, act.now, RegistrationID?.none, ground])
                vacated[registration, default: []].append((facts.subscription, stretch.from.milliseconds))
                ordinal += 1
                counts[registration, default: [:]][stretch.from, default: 0] -= 1
                if let until = stretch.until { counts[registration, default: [:]][until, default: 0] += 1 }
            }
        }
    }
}
