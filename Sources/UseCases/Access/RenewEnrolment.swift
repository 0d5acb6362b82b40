import Records
import Registry
import SQLCore

extension TrailAction {
    static let enrolmentRenewed = TrailAction("enrolment.renewed")
}

extension Installation {
    /// A fresh one-time token: for who lost the first one, the password or the second factor. The account is signed out everywhere.
    /// Throws `own-enrolment`, `not-found`, `linked-seat`, `grant-exceeds-own`, `account-dismissed`, `account-is-machine`.
    package func renewEnrolment(as principal: Principal, account id: AccountID) async throws -> IssuedToken {
        let token = try await act(as: principal, .enrolmentRenewed, needs: .accountManage) { act in
            guard id != principal.account else { throw Refusal.ownEnrolment }
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

extension Refusal {
    package static let ownEnrolment = Refusal(
        "own-enrolment", .conflict, house: .organisation,
        en: "This would sign you out everywhere and take your password and second factor.",
        zh: "该操作会使您本人全部退出登录，并清除密码和第二验证因素。",
        mend: LocalText(
            en: "Change your password or your second factor; if you lost them, ask another administrator.",
            zh: "请修改密码或重新设置第二验证因素；如已遗失，请由其他管理员办理。"))
}
