import Records
import Registry
import SQLCore

/// Links many cards to a registration, or unlinks them, as one act: rows in the order of the cards, committed to by one root.
struct HoldingBulk {
    let act: Act
    let registration: StoredRegistration
    let decision: DecisionID

    struct Outcome {
        var changed = 0
        var excluded = 0
    }

    /// The registration answers for these cards from now on; those that cannot be registered are itemised.
    func take(_ intervals: [ClosedRange<Int64>], from effective: Instant) throws -> Outcome {
        let sorting = try CardSorting(act: act, registration: registration)
        var fit: [(subscription: Int64, ordinal: Int64)] = []
        var exclusions: [(Int64, String)] = []
        for interval in intervals {
            for card in try HoldingRecords.facts(interval, in: act.session) {
                if let exclusion = sorting.exclusion(card, from: effective) {
                    exclusions.append((card.subscription, exclusion.code))
                } else {
                    fit.append((card.subscription, card.lastOrdinal.map { $0 + 1 } ?? 0))
                }
            }
        }
        try write(fit, registration: registration.id, from: effective)
        try act.recording.registerMany(.decisionExclusion, by: "decision_exclusion", owner: decision.bytes) { sink in
            for (subscription, code) in exclusions {
                sink.blob(decision.bytes)
                sink.int(subscription)
                sink.text(code)
                try sink.endRow()
            }
        }
        return Outcome(changed: fit.count, excluded: exclusions.count)
    }

    /// Nobody answers for these of the registration's cards from then on; for all of them when none are named.
    func vacate(_ named: [ClosedRange<Int64>], from effective: Instant) throws -> Outcome {
        let held = CardIntervals(
            try HoldingRecords.intervals(of: registration.id, in: act.session).compactMap { CardInterval($0.lowerBound, $0.upperBound) })
        let wanted = CardIntervals(named.compactMap { CardInterval($0.lowerBound, $0.upperBound) })
        let reached = named.isEmpty ? held : held.intersection(wanted)
        var cards: [(subscription: Int64, ordinal: Int64)] = []
        for interval in reached.intervals {
            for card in try HoldingRecords.facts(interval.lo...interval.hi, in: act.session) where card.lastRegistration == registration.id
            {
                cards.append((card.subscription, (card.lastOrdinal ?? -1) + 1))
            }
        }
        try write(cards, registration: nil, from: effective)
        return Outcome(changed: cards.count, excluded: 0)
    }

    private func write(
        _ cards: [(subscription: Int64, ordinal: Int64)], registration: RegistrationID?, from effective: Instant
    ) throws {
        let owner = decision.bytes
        let holder = registration?.bytes
        let (from, now) = (effective.milliseconds, act.now.milliseconds)
        let rows: @Sendable (any RowSink) throws -> Void = { sink in
            for card in cards {
                sink.int(card.subscription)
                sink.int(card.ordinal)
                sink.int(from)
                sink.int(now)
                sink.blob(holder)
                sink.blob(owner)
                try sink.endRow()
            }
        }
        try act.recording.registerHashingMeanwhile(.holding, by: "decision_interval", owner: owner, twice: rows)
        let intervals = CardIntervals(subscriptions: cards.lazy.map(\.subscription)).intervals
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
