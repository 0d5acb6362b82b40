import Records
import Registry
import SQLCore

/// Links many cards to a registration, or unlinks them, as one act: rows in the order of the cards, committed to by one root.
struct HoldingBulk {
    let act: Act
    let registration: StoredRegistration
    let decision: DecisionID

    struct Outcome {
        /// Cards that were taken or given up.
        var changed = 0
        var excluded = 0
        /// For how many cards more (fewer when negative) the registration answers from when on.
        var counts: [Instant: Int64] = [:]
    }

    /// A link to be added.
    private struct NewLink: Sendable {
        let subscription: Int64
        let ordinal: Int64
        let from: Int64
    }

    /// The registration answers for these cards from now on; those that cannot be registered are itemised.
    func take(_ intervals: [ClosedRange<Int64>], from effective: Instant) throws -> Outcome {
        let sorting = try CardSorting(registration: registration, among: intervals, at: act.now, in: act.session)
        var fit: [NewLink] = []
        var exclusions: [(Int64, String)] = []
        for interval in intervals {
            for card in try HoldingRecords.facts(interval, in: act.session) {
                if let exclusion = try sorting.exclusion(card, from: effective) {
                    exclusions.append((card.subscription, exclusion.code))
                } else {
                    fit.append(
                        NewLink(
                            subscription: card.subscription, ordinal: card.holdings.nextOrdinal, from: effective.milliseconds))
                }
            }
        }
        try write(fit, registration: registration.id)
        try act.recording.registerMany(.decisionExclusion, by: "decision_exclusion", owner: decision.bytes) { sink in
            for (subscription, code) in exclusions {
                sink.blob(decision.bytes)
                sink.int(subscription)
                sink.text(code)
                try sink.endRow()
            }
        }
        return Outcome(changed: fit.count, excluded: exclusions.count, counts: [effective: Int64(fit.count)])
    }

    /// Nobody answers for these of the registration's cards from then on; for all of them when none are named.
    func vacate(_ named: [ClosedRange<Int64>], from effective: Instant) throws -> Outcome {
        let held = CardIntervals(
            try HoldingRecords.intervals(of: registration.id, in: act.session).compactMap { CardInterval($0.lowerBound, $0.upperBound) })
        let wanted = CardIntervals(named.compactMap { CardInterval($0.lowerBound, $0.upperBound) })
        let reached = named.isEmpty ? held : held.intersection(wanted)
        var outcome = Outcome()
        var vacancies: [NewLink] = []
        for interval in reached.intervals {
            for card in try HoldingRecords.facts(interval.lo...interval.hi, in: act.session) {
                let stretches = card.holdings.stretches(of: registration.id, from: effective)
                for (place, stretch) in stretches.enumerated() {
                    vacancies.append(
                        NewLink(
                            subscription: card.subscription, ordinal: card.holdings.nextOrdinal + Int64(place),
                            from: stretch.from.milliseconds))
                    outcome.counts[stretch.from, default: 0] -= 1
                    if let until = stretch.until { outcome.counts[until, default: 0] += 1 }
                }
                if !stretches.isEmpty { outcome.changed += 1 }
            }
        }
        try write(vacancies, registration: nil)
        return outcome
    }

    private func write(_ links: [NewLink], registration: RegistrationID?) throws {
        let owner = decision.bytes
        let holder = registration?.bytes
        let now = act.now.milliseconds
        let rows: @Sendable (any RowSink) throws -> Void = { sink in
            for link in links {
                sink.int(link.subscription)
                sink.int(link.ordinal)
                sink.int(link.from)
                sink.int(now)
                sink.blob(holder)
                sink.blob(owner)
                try sink.endRow()
            }
        }
        try act.recording.registerHashingMeanwhile(.holding, by: "decision_interval", owner: owner, twice: rows)
        let cards = CardIntervals(subscriptions: links.lazy.map(\.subscription))
        if let from = links.first?.from, links.allSatisfy({ $0.from == from }) {
            try act.tell(cards, from: from, registered: registration != nil, of: self.registration)
        } else {
            try act.tell(links.map { ($0.subscription, $0.from) }, registered: registration != nil, of: self.registration)
        }
        let intervals = cards.intervals
        try act.recording.registerMany(.decisionInterval, by: "decision_interval", owner: owner) { sink in
            for interval in intervals {
                sink.blob(owner)
                sink.int(interval.lo)
                sink.int(interval.hi)
                try sink.endRow()
            }
        }
    }
}

extension Act {
    /// For whoever follows the cards: from when on somebody answers for them, or nobody does any more.
    func tell(_ links: [(subscription: Int64, from: Int64)], registered: Bool, of registration: StoredRegistration?) throws {
        let byStart = Dictionary(grouping: links, by: \.from).sorted { $0.key < $1.key }
        for (from, links) in byStart {
            try tell(CardIntervals(subscriptions: links.lazy.map(\.subscription)), from: from, registered: registered, of: registration)
        }
    }

    func tell(_ cards: CardIntervals, from: Int64, registered: Bool, of registration: StoredRegistration?) throws {
        let unit = registration.flatMap { $0.subject == .unit ? $0.unit : nil }
        try recording.changed(
            cards,
            CardChange(.holding, after: registered ? "registered" : "vacant", effectiveFrom: Instant(milliseconds: from), unit: unit))
    }
}
