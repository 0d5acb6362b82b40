import Ledger
import Records
import Registry
import SQLCore

extension TrailAction {
    static let noticeRetried = TrailAction("notice.retried")
}

extension Installation {
    /// Sends a notice once more that was refused, given up or had nobody to go to, under the same id.
    /// Throws `notice-not-over` while it waits, `notice-delivered`, `not-found`, `notices-not-configured`.
    package func retryNotice(as principal: Principal, _ id: NoticeID) async throws -> StoredNotice {
        try await act(as: principal, .noticeRetried, needs: .noticeRetry) { act in
            guard let notice = try NoticeRecords.find(id, principal.scope, in: act.session) else { throw Refusal.notFound }
            guard notice.state.isOver else { throw Refusal.noticeNotOver }
            guard notice.state != .delivered else { throw Refusal.noticeDelivered }
            guard act.installation.notifiers?[notice.channel] != nil else { throw Refusal.noticesNotConfigured }
            let giveUpAt = act.noticeGiveUpAt(from: act.now)
            guard try NoticeRecords.retry(id, giveUpAt: giveUpAt, at: act.now, in: act.session),
                let waiting = try NoticeRecords.find(id, principal.scope, in: act.session)
            else { throw Refusal.noticeNotOver }
            act.recording.note("notice", .string(id.description))
            act.recording.note("channel", .string(notice.channel.rawValue))
            return waiting
        }
    }
}

extension Refusal {
    static let noticeNotOver = Refusal(
        "notice-not-over", .conflict, house: .states, en: "This notice waits to be sent already.", zh: "该通知正在等待发送。",
        mend: LocalText(en: "Wait until it is over.", zh: "请等待发送结束。"))
    static let noticeDelivered = Refusal(
        "notice-delivered", .conflict, house: .once, en: "This notice was taken; nobody is told twice.", zh: "该通知已送达，不会重复发送。",
        mend: LocalText(en: "Ask its receiver for it by its id.", zh: "请凭通知编号向接收方查询。"))
    static let noticesNotConfigured = Refusal(
        "notices-not-configured", .conflict, house: .outward, en: "Nothing is sent this way here.", zh: "本系统未配置该通知渠道。",
        mend: LocalText(en: "Name a receiver when the server is started (docs/notices.md).", zh: "请在启动服务时配置接收方（见 docs/notices.md）。"))
}
