import Ledger
import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let sessionStarted = TrailAction("session.started")
}

/// A sign-in: an access token for requests, a refresh token for the next pair.
package struct SignedIn: Hashable, Sendable {
    package let principal: Principal
    package let session: SessionID
    package let access: IssuedToken
    package let refresh: IssuedToken
    /// The role demands a second factor that is not set up: until it is, the sign-in is good for nothing else.
    package var needsSecondFactorSetUp: Bool { principal.means == .incompleteSession }
}

extension Installation {
    /// Signs a person in.
    ///
    /// - Parameters:
    ///   - code: of the second factor; demanded once one is set up. The first right code of a factor in the making sets it up.
    ///   - label: what the list of sign-ins shows, such as the name of the program; at most 64 characters are kept.
    ///   - source: an opaque name of where the request comes from, to slow down guessing at many accounts.
    /// - Throws: `sign-in-refused`, `second-factor-required`, `second-factor-wrong`, `sign-in-slowed`, `sign-in-busy`,
    ///   `organisation-not-active`.
    package func signIn(
        login: String, password: String, code: String? = nil, label: String = "", source: String? = nil
    ) async throws -> SignedIn {
        let attempt = try await beginAttempt(login: login, source: source)
        let signedIn = try await settling(attempt) {
            guard case .matches(let needsRehash) = try await compare(password, with: attempt.account?.password),
                let account = attempt.account
            else { throw Refusal.signInRefused }
            let rehashed = needsRehash ? try await hashed(password) : nil
            return try await begin(account, code: code, label: label, rehashed: rehashed)
        }
        if attempt.account?.pendingFactor != nil { access.principals.forget(account: signedIn.principal.account) }
        return signedIn
    }

    /// - Parameter rehashed: the password hashed at today's cost, where the stored one was hashed at another.
    private func begin(_ account: AccountRecord, code: String?, label: String, rehashed: String?) async throws -> SignedIn {
        let principal = try await store.read { session in
            guard let (account, organisation) = try AccountRecords.acting(account.id, in: session) else { throw Refusal.signInRefused }
            return Principal(account, at: organisation, session: nil)
        }
        return try await act(as: principal, .sessionStarted, needs: nil) { act in
            guard let (current, organisation) = try AccountRecords.acting(account.id, in: act.session),
                current.password == account.password
            else { throw Refusal.signInRefused }
            let proved = try act.proveSecondFactor(of: current, code: code)
            if current.failures > 0 {
                try AccountRecords.setFailures(current.id, 0, lockedUntil: Instant(milliseconds: 0), in: act.session)
            }
            if let rehashed { try AccountRecords.replaceHash(current.id, rehashed, in: act.session) }
            act.recording.about(.account, current.id)
            return try act.startSession(of: proved, at: organisation, label: label)
        }
    }
}

extension Act {
    /// Demands a code where a factor is set up; sets a pending one up if its code is given. Answers the account as it then is.
    fileprivate func proveSecondFactor(of account: AccountRecord, code: String?) throws -> AccountRecord {
        if let factor = account.secondFactor {
            guard let code else { throw Refusal.secondFactorRequired }
            try takeCode(code, factor: factor, of: account)
        } else if let pending = account.pendingFactor, let code {
            try confirmFactor(of: account, pending: pending, code: code)
            try TokenRecords.revokeAll(of: account.id, kinds: [.access, .refresh], at: now, in: session)
            recording.note("second-factor", "confirmed")
        }
        return try AccountRecords.find(account.id, in: session) ?? account
    }

    fileprivate func startSession(of account: AccountRecord, at organisation: OrganisationRecord, label: String) throws -> SignedIn {
        let family: SessionID = fresh()
        let shown = String(String.UnicodeScalarView(label.unicodeScalars.prefix(64))).filter { !String($0).hasControlCharacters }
        return try issuePair(for: Principal(account, at: organisation, session: family), family: family, label: shown)
    }

    /// An access and a refresh token; the second never outlives the longest sign-in.
    /// - Parameter pair: the tokens, where they are not left to chance.
    func issuePair(for principal: Principal, family: SessionID, label: String, as pair: RenewedPair? = nil) throws -> SignedIn {
        let settings = installation.settings
        let left = (family.madeAt.adding(seconds: settings.sessionSecondsMax).milliseconds - now.milliseconds) / 1_000
        return SignedIn(
            principal: principal, session: family,
            access: try issue(
                .access, family: family, account: principal.account, seconds: min(left, settings.accessTokenSeconds), label: label,
                made: pair?.access),
            refresh: try issue(
                .refresh, family: family, account: principal.account, seconds: min(left, settings.refreshTokenSeconds), label: label,
                made: pair?.refresh))
    }
}

extension Identifier {
    /// When a UUIDv7 was made.
    var madeAt: Instant { Instant(milliseconds: Int64(high >> 16)) }
}
