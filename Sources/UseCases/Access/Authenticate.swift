import Records
import Registry
import SQLCore

extension Installation {
    /// Who presents this access token or API key. Called on every request.
    /// Throws `token-refused`, `organisation-not-active`.
    package func authenticate(_ token: String) async throws -> Principal {
        let now = clock.now()
        if let hash = TokenText.read(token, as: .seat) { return try await authenticateSeat(hash, at: now) }
        if let hash = TokenText.read(token, as: .part) { return try await authenticatePart(hash, at: now) }
        guard let hash = TokenText.read(token, as: .access) ?? TokenText.read(token, as: .apiKey) else { throw Refusal.tokenRefused }
        if let known = access.principals.find(hash, at: now) { return known }
        let generation = access.principals.generation
        let (principal, expiresAt) = try await store.read { session in try Self.prove(hash, at: now, in: session) }
        access.principals.keep(principal, for: hash, until: expiresAt, readAt: now, generation: generation)
        return principal
    }

    private func authenticateSeat(_ hash: [UInt8], at now: Instant) async throws -> Principal {
        guard let (stored, _) = try await store.read({ try SeatRecords.seat(token: hash, at: now, in: $0) }) else {
            throw Refusal.tokenRefused
        }
        return Principal(stored.seat)
    }

    private func authenticatePart(_ hash: [UInt8], at now: Instant) async throws -> Principal {
        guard let seat = try await store.read({ try PartLinkRecords.seat(token: hash, at: now, in: $0) }) else {
            throw Refusal.tokenRefused
        }
        return Principal(seat)
    }

    private static func prove(_ hash: [UInt8], at now: Instant, in session: any Session) throws -> (Principal, Instant) {
        guard let token = try TokenRecords.find(hash, in: session), token.isLive(at: now),
            let (account, organisation) = try AccountRecords.acting(token.account, in: session)
        else { throw Refusal.tokenRefused }
        switch token.kind {
        case .access: return (Principal(account, at: organisation, session: token.family), token.expiresAt)
        case .apiKey: return (Principal(account, at: organisation, key: token), token.expiresAt)
        case .enrolment, .refresh, .seat, .part: throw Refusal.tokenRefused
        }
    }
}
