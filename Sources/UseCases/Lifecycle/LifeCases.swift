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
    package func listLifeCases(
        as principal: Principal, after position: LifeCaseRecords.Case? = nil, limit: Int? = nil
    ) async throws -> Page<LifeCaseRecords.Case, LifeCaseRecords.Case> {
        let limit = settings.rows(limit)
        return try await look(as: principal, needs: .cardControl) { session in
            try principal.demandEverything()
            return Page(try LifeCaseRecords.list(after: position, limit: limit + 1, in: session), limit: limit) { $0 }
        }
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
