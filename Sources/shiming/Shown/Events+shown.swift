import Client
import Contract

extension Wire.Change: Shown {
    static var columns: [Column<Self>] {
        [
            Column("at", "时间", time: { $0.at }), Column("card", "卡") { $0.card }, Column("kind", "变更") { $0.kind },
            Column("after", "变更后") { $0.after }, Column("stops", "停机原因") { $0.stops?.joined(separator: " ") },
            Column("from", "生效时间", time: { $0.effectiveFrom }),
        ]
    }
}

extension Wire.Webhook: Shown {
    static var columns: [Column<Self>] {
        [
            Column("webhook", "回调") { $0.id }, Column("url", "地址") { $0.url }, Column("state", "状态") { $0.state },
            Column("tries", "次数", number: { $0.tries }), Column("failing since", "失败起始", time: { $0.failingSince }),
            Column("failure", "失败原因") { $0.failure }, Column("next", "下次发送", time: { $0.dueAt }),
        ]
    }

    static var details: [Column<Self>] {
        columns + [
            Column("kinds", "变更类型") { $0.kinds.joined(separator: " ") }, Column("organisation", "组织") { $0.organisation },
            Column("position", "位置") { $0.position }, Column("former secret until", "旧密钥有效至", time: { $0.formerSecretUntil }),
            Column("created", "创建时间", time: { $0.createdAt }),
        ]
    }
}

extension Wire.WebhookTrial: Shown {
    static var columns: [Column<Self>] {
        [
            Column("event", "事件") { $0.event }, Column("delivered", "已送达") { $0.delivered ? "yes" : "no" },
            Column("failure", "失败原因") { $0.failure },
        ]
    }
}

extension Wire.RequestCallback: Shown {
    static var columns: [Column<Self>] {
        [
            Column("request", "申请") { $0.application }, Column("url", "地址") { $0.url }, Column("state", "状态") { $0.state },
            Column("tries", "次数", number: { $0.tries }), Column("happened", "发生时间", time: { $0.happenedAt }),
            Column("next", "下次发送", time: { $0.dueAt }), Column("failure", "失败原因") { $0.failure },
        ]
    }
}

extension Wire.WebhookEvent: Shown {
    static var columns: [Column<Self>] {
        [
            Column("event", "事件") { $0.id }, Column("kind", "变更") { $0.kind }, Column("state", "状态") { $0.state },
            Column("cards", "卡数", number: { $0.cards }), Column("tries", "次数", number: { $0.tries }),
            Column("happened", "发生时间", time: { $0.happenedAt }), Column("ended", "结束时间", time: { $0.endedAt }),
            Column("failure", "失败原因") { $0.failure },
        ]
    }
}
