import Client
import Contract

extension Wire.Notice: Shown {
    static var columns: [Column<Self>] {
        [
            Column("notice", "通知") { $0.id }, Column("code", "办理编号") { $0.code }, Column("kind", "内容") { $0.kind },
            Column("day", "日期") { $0.day }, Column("cards", "卡数", number: { $0.cards }),
            Column("channel", "渠道") { $0.channel }, Column("state", "状态") { $0.state },
            Column("tries", "次数", number: { $0.tries }), Column("happened", "发生时间", time: { $0.happenedAt }),
            Column("next", "下次发送", time: { $0.dueAt }), Column("ended", "结束时间", time: { $0.endedAt }),
            Column("failure", "失败原因") { $0.failure }, Column("reason", "退回原因") { $0.reason }, Column("language", "语言") { $0.language },
        ]
    }
}
