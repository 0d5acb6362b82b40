import Records
import Registry
import SQLCore

extension Installation {
    /// Draws the next cards of a carrier's whole base, at the pace that is set, so that each is asked about once a round, and no round takes less
    /// than a day. Answers whether there may be more at once.
    @discardableResult
    package func walkBase(of gateway: any CarrierGateway) async throws -> Bool {
        let now = now()
        let pace = settings.carrierRoundCardsPerHour
        guard pace > 0, await !gateway.state().rests(at: now) else { return false }
        guard let round = try await store.read({ try CarrierRoundRecords.find(gateway.carrier, in: $0) }) else {
            let first = CarrierRound(carrier: gateway.carrier.code, beganAt: now, fedAt: now)
            try await store.write { try CarrierRoundRecords.put(first, in: $0) }
            return false
        }
        // After a stop it does not make up for what it missed.
        let fedAt = max(round.fedAt, now.adding(seconds: -Self.catchingUpSeconds))
        let batch = min(Self.drawnMax, max(1, pace / 60))
        let earned = min(batch, (now.milliseconds - fedAt.milliseconds) * pace / 3_600_000)
        // A minute's cards at a time; and what was drawn is asked about before more is.
        guard earned == batch,
            try await store.read({ try !CarrierTruthRecords.isDue(.base, gateway.carrier, at: now, in: $0) })
        else { return false }
        let found = try await store.read { session in
            (
                next: try CarrierRoundRecords.next(of: gateway.carrier, after: round.position, limit: Int(batch), in: session),
                last: try CarrierRoundRecords.lastCard(in: session)
            )
        }
        var after = round
        after.position = found.next.position
        after.cards += Int64(found.next.cards.count)
        after.fedAt = Instant(milliseconds: fedAt.milliseconds + Int64(found.next.cards.count) * 3_600_000 / pace)
        if after.position >= found.last {
            after.last = CarrierRound.Last(beganAt: round.beganAt, endedAt: now, cards: after.cards)
            let begin = max(now, round.beganAt.adding(days: 1))
            (after.beganAt, after.fedAt, after.position, after.cards) = (begin, begin, 0, 0)
        }
        let next = after
        try await store.write { session in
            // Another server may have drawn these.
            guard try CarrierRoundRecords.find(gateway.carrier, in: session) == round else { return }
            for card in found.next.cards {
                try CarrierTruthRecords.askAbout(card, of: gateway.carrier.code, .base, at: now, in: session)
            }
            try CarrierRoundRecords.put(next, in: session)
        }
        return next.fedAt <= now
    }

    private static let drawnMax: Int64 = 100
    private static let catchingUpSeconds: Int64 = 3_600
}
