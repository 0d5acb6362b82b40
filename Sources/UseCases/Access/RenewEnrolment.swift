import Records
import Registry
import SQLCore

extension TrailAction {
    static let enrolmentRenewed = TrailAction("enrolment.renewed")
}

extension Installation {
    /// A fresh one-time token: for who lost the first one, the password or the second factor. The account is signed out everywhere.
    /// Throws `not-found`, `grant-exceeds-own`, `account-dismissed`, `account-is-machine`.
    package func renewEnrolment(as principal: Principal, account id: AccountID) async throws -> IssuedToken {
        let token = try await act(as: principal, .enrolmentRenewed, needs: .accountManage) { act in
            let account = try act.manageableAccount(id)
            guard account.kind == .person else { throw Refusal.accountIsMachine }
            try TokenRecords.revokeAll(of: id, kinds: [.access, .refresh], at: act.now, in: act.session)
            act.recording.about(.account, id)
            return try act.issueEnrolment(for: id)
        }
        access.principals.forget(account: id)
        return token
    }
}
