import Ledger
import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let lifeCaseClosed = TrailAction("life-case.closed")
}

extension Installation {
    /// Cards about which carrier and we disagree, the longest first.
    /// - Parameter countsCards: whether it is counted for how many cards of its registration each stands.
    package func listLifeCases(
        as principal: Principal, after position: LifeCaseRecords.Case? = nil, limit: Int? = nil, countsCards: Bool = true
    ) async throws -> Page<LifeCaseRecords.Case, LifeCaseRecords.Case> {
        let limit = settings.rows(limit)
        return try await look(as: principal, needs: .cardControl) { session in
            try principal.demandEverything()
            let rows = try LifeCaseRecords.list(after: position, limit: limit + 1, in: session)
            let found: Page<LifeCaseRecords.Case, LifeCaseRecords.Case> = Page(rows, limit: limit) { $0 }
            guard countsCards else { return found }
            let now = self.now()
            return Page(rows: try found.rows.map { try self.counted($0, at: now, in: session) }, next: found.next)
        }
    }

    /// The case of a unit's card with the number of cards it stands for.
    private func counted(_ found: LifeCaseRecords.Case, at now: Instant, in session: any Session) throws -> LifeCaseRecords.Case {
        guard found.kind == .registeredHereOnly,
            let registration = try RegisteredHereOnlyRecords.unitsRegistration(of: found.subscription, at: now, in: session)
        else { return found }
        var counted = found
        counted.cards = try RegisteredHereOnlyRecords.count(of: registration, at: now, in: session)
        return counted
    }

    /// Somebody has looked. Throws `not-found` when there is no such open case.
    package func closeLifeCase(as principal: Principal, card reference: String, kind: LifeCaseKind, openedAt: Instant) async throws {
        try await act(as: principal, .lifeCaseClosed, needs: .cardControl) { act in
            try principal.demandEverything()
            guard let card = act.installation.secrets.references.subscription(from: reference),
                try LifeCaseRecords.close(
                    .init(subscription: card, openedAt: openedAt, kind: kind), by: principal.account, at: act.now, in: act.session)
            else { throw Refusal.notFound }
            if kind == .claimedAtEntrance { try act.forgetClaimContacts(of: card) }
            act.recording.about(card: card)
            act.recording.note("kind", .string(kind.rawValue))
        }
    }
}
