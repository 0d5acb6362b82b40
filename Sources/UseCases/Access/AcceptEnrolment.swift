import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let accountEnrolled = TrailAction("account.enrolled")
}

package struct Enrolled: Hashable, Sendable {
    package let account: AccountView
    /// For roles that need it: sign in with the password and a code made from this secret.
    package let secondFactor: SecondFactorSecret?
}

extension Installation {
    /// Uses up a one-time token: the account gets its password and, where it has none yet, the login name; a second factor it had is
    /// gone, and everything it was signed in with ends.
    ///
    /// Throws `enrolment-refused`, `login-needed`, `login-malformed`, `login-taken`, `login-differs`, `password-weak`,
    /// `organisation-not-active`, `sign-in-busy`.
    package func acceptEnrolment(token: String, login: String?, password: String) async throws -> Enrolled {
        guard let hash = TokenText.read(token, as: .enrolment) else { throw Refusal.enrolmentRefused }
        let (account, organisation) = try await store.read { [clock] session in
            try Self.invited(hash, at: clock.now(), in: session)
        }
        let name = try Self.login(login, for: account)
        try PasswordRules.check(password, login: name.text, charactersMin: settings.passwordCharactersMin)
        let stored = try await hashed(password)
        let principal = Principal(enrolling: account, at: organisation)
        let enrolled = try await act(as: principal, .accountEnrolled, needs: nil) { act in
            try act.enrol(token: hash, login: name, password: stored)
        }
        access.principals.forget(account: account.id)
        access.throttle.succeeded(secrets.search.hash(name.text, for: .login))
        return enrolled
    }

    /// Whom the token enrols. Throws `enrolment-refused`, `organisation-not-active`.
    fileprivate static func invited(_ hash: [UInt8], at now: Instant, in session: any Session) throws -> (AccountRecord, OrganisationRecord)
    {
        guard let token = try TokenRecords.find(hash, in: session), token.kind == .enrolment, token.isLive(at: now),
            let account = try AccountRecords.find(token.account, in: session), account.status != .dismissed
        else { throw Refusal.enrolmentRefused }
        return (account, try AccountRecords.activeOrganisation(of: account, in: session))
    }

    private static func login(_ typed: String?, for account: AccountRecord) throws(Refusal) -> LoginName {
        guard account.hasChosenLogin else {
            guard let typed else { throw .loginNeeded }
            return try LoginName(typed)
        }
        let known = try LoginName(account.login)
        if let typed, try LoginName(typed) != known { throw .loginDiffers }
        return known
    }
}

extension Act {
    fileprivate func enrol(token hash: [UInt8], login: LoginName, password: String) throws -> Enrolled {
        let (account, _) = try Installation.invited(hash, at: now, in: session)
        if let other = try AccountRecords.find(login: login, in: session), other.id != account.id { throw Refusal.loginTaken }
        try TokenRecords.revokeAll(of: account.id, kinds: [.enrolment, .access, .refresh], at: now, in: session)
        for factor in [account.secondFactor, account.pendingFactor].compactMap(\.self) {
            try DataKeyRecords.destroy(factor.key, at: now, in: session)
        }
        try AccountRecords.enrol(account.id, login: login, password: password, at: now, in: session)
        recording.about(.account, account.id)
        guard let enrolled = try AccountRecords.find(account.id, in: session) else { throw Refusal.notFound }
        let secret = enrolled.needsSecondFactor ? try beginFactor(for: enrolled, login: login.text) : nil
        return Enrolled(account: AccountView(enrolled), secondFactor: secret)
    }
}
