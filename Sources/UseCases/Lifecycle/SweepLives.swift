import Ledger
import Logging
import Records
import Registry
import SQLCore
import Vault

extension Installation {
    /// Does for a batch of cards what is due to them; how many it looked at. What is due is found by its time: cards to which nothing is due
    /// cost nothing. One transaction, so that it is done once whoever is killed, however many servers sweep.
    @discardableResult
    package func sweepLives(limit: Int? = nil) async throws -> Int {
        let limit = limit ?? settings.sweepCards
        let now = now()
        guard try await store.read({ try LifeRecords.isAnythingDue(at: now, in: $0) }) else { return 0 }
        do {
            if let moved = try await store.write({ try self.passOver(limit: limit, at: now, in: $0) }) { return moved }
            return try await settleDue(limit: limit)
        } catch is NothingDue {
            return 0
        } catch  where isOfACard(error) {
            // One card is amiss: the others are looked after one by one, until it stands alone.
            guard limit == 1 else { return try await sweepLives(limit: 1) }
            return try await putOff(because: error, at: now)
        }
    }

    /// Leaves the card that is due first for a while; it holds up no other.
    private func putOff(because error: any Error, at now: Instant) async throws -> Int {
        let card = try await store.write { session -> Int64? in
            guard let card = try LifeRecords.due(at: now, limit: 1, in: session).first else { return nil }
            try LifeRecords.putOff(card, to: now.adding(seconds: 3_600), in: session)
            return card
        }
        guard let card else { return 0 }
        let reference = (try? secrets.references.text(for: card)) ?? ""
        log.error("a card's life cannot be moved along", metadata: ["card": "\(reference)", "cause": "\(error)"])
        return 1
    }

    private func settleDue(limit: Int) async throws -> Int {
        try await act(as: .system, .livesSwept, needs: nil) { act in
            let terms = try LifeTerms(in: act.session)
            let rules = LifeRules(terms: terms, now: act.now)
            let writing = LifeWriting(act, terms)
            let due = try LifeRecords.due(at: act.now, limit: limit, in: act.session)
            guard !due.isEmpty else { throw NothingDue() }
            for life in try LifeRecords.lives(due, at: act.now, in: act.session) { try writing.settle(life, by: rules) }
            try writing.finish()
            act.recording.note("cards", .integer(Int64(due.count)))
            return due.count
        }
    }

    /// Most cards that come due only have been used meanwhile: their time is moved on, and no entry says so. nil when something is to happen.
    private func passOver(limit: Int, at now: Instant, in session: any Session) throws -> Int? {
        let terms = try LifeTerms(in: session)
        let rules = LifeRules(terms: terms, now: now)
        let lives = try LifeRecords.lives(try LifeRecords.due(at: now, limit: limit, in: session), at: now, in: session)
        guard try lives.allSatisfy({ try rules.next($0) == nil }) else { return nil }
        try LifeRecords.put(try lives.map { try rules.redated($0) }, in: session)
        return lives.count
    }

    /// Sweeps until nothing is due.
    package func sweepAllLives() async throws -> Int {
        var cards = 0
        while true {
            let swept = try await sweepLives()
            guard swept > 0 else { return cards }
            cards += swept
        }
    }
}

/// Whether it is a card's own rows for whose sake nothing was done.
func isOfACard(_ error: any Error) -> Bool {
    guard let failure = error as? SQLFailure else { return error is UnreadableRow }
    return switch failure.cause {
    case .uniqueViolation, .constraintViolation, .appendOnly: true
    default: false
    }
}

/// Another server has done it meanwhile.
private struct NothingDue: Error {}

extension LifeWriting {
    /// More steps than a card can take at one time; whatever is left the next sweep does.
    private static let stepsMax = 8

    /// Lets happen to a card what follows from how it stands.
    func settle(_ life: StoredLife, by rules: LifeRules) throws {
        var life = life
        for _ in 0..<Self.stepsMax {
            guard let next = try rules.next(life) else { break }
            switch next {
            case .decide(let command, let reason, let transition): try apply(transition, command, reason: reason, to: &life)
            case .notice(let step): notice(step, &life)
            case .devices(let finding):
                life.devicesSettledUntil = finding.until
                for reason in finding.reasons where !life.standing.stops.contains(reason) {
                    try apply(try rules.stop(life, for: reason), .stop, reason: reason, to: &life)
                }
            }
        }
        try keep(life)
    }
}
