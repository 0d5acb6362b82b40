import Ledger
import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let sessionRefused = TrailAction("session.refused")
}

/// A password or code on trial; counted as failed until it turns out otherwise.
struct SignInAttempt {
    /// The login name's keyed hash: what the trail may say of a name that nobody has.
    let key: [UInt8]
    let account: AccountRecord?
    let count: SignInThrottle.Count
    let source: [UInt8]?
}

extension Installation {
    /// Throws `sign-in-slowed` while the name, or the source, must wait.
    func beginAttempt(login: String, source: String? = nil) async throws -> SignInAttempt {
        let name = try? LoginName(login)
        let account = try await store.read { session in
            try name.flatMap { try AccountRecords.find(login: $0, in: session) }
        }
        return try beginAttempt(login: name?.text ?? String(login.prefix(64)), account: account, source: source)
    }

    func beginAttempt(login: String, account: AccountRecord?, source: String? = nil) throws -> SignInAttempt {
        let now = clock.now()
        let key = secrets.search.hash(login, for: .login)
        let sourceKey = source.map { secrets.search.hash("source \($0)", for: .login) }
        if let sourceKey {
            _ = try access.throttle.begin(sourceKey, free: settings.signInSourceFailuresFree, stored: nil, at: now)
        }
        do {
            let stored = account.map { SignInThrottle.Count(failures: $0.failures, until: $0.lockedUntil) }
            let count = try access.throttle.begin(key, free: settings.signInFailuresFree, stored: stored, at: now)
            return SignInAttempt(key: key, account: account, count: count, source: sourceKey)
        } catch {
            if let sourceKey { access.throttle.release(sourceKey, at: now) }
            throw error
        }
    }

    /// Right: the count of the name starts anew. That of the source does not, or one's own account would hide guessing at others'.
    func succeeded(_ attempt: SignInAttempt) {
        access.throttle.succeeded(attempt.key)
        if let source = attempt.source { access.throttle.release(source, at: clock.now()) }
    }

    /// Neither right nor wrong.
    func release(_ attempt: SignInAttempt) {
        access.throttle.release(attempt.key, at: clock.now())
        if let source = attempt.source { access.throttle.release(source, at: clock.now()) }
    }

    /// Wrong: written to the account and the trail.
    func failed(_ attempt: SignInAttempt, because refusal: Refusal) async throws {
        try await act(as: .system, .sessionRefused, needs: nil) { act in
            act.recording.note("reason", .string(refusal.code))
            if let account = attempt.account {
                act.recording.about(.account, account.id)
                try AccountRecords.setFailures(
                    account.id, attempt.count.failures, lockedUntil: attempt.count.until, in: act.session)
            } else {
                act.recording.note("login-hash", .string(Hex.text(attempt.key)))
            }
        }
    }

    /// Runs what decides an attempt, and settles the attempt by how it ends.
    func settling<Value: Sendable>(_ attempt: SignInAttempt, _ decide: () async throws -> Value) async throws -> Value {
        do {
            let value = try await decide()
            succeeded(attempt)
            return value
        } catch let refusal as Refusal where refusal.code == Refusal.signInRefused.code || refusal.code == Refusal.secondFactorWrong.code {
            try await failed(attempt, because: refusal)
            throw refusal
        } catch {
            release(attempt)
            throw error
        }
    }
}
