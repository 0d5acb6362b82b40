import Contract

extension Wire.LifeStanding: Shown {
    static var columns: [Column<Self>] {
        [
            Column("state", "业务状态") { $0.state }, Column("stopped for", "停机原因") { $0.stops.joined(separator: ",") },
            Column("serves", "可用") { $0.serves ? "yes" : "no" },
        ]
    }
}

extension Wire.LifeOutcomes: Shown {
    static var columns: [Column<Self>] {
        [
            Column("changed", "已办理", number: { $0.changed }),
            Column("left out", "未办理") { $0.leftOut.isEmpty ? nil : $0.leftOut.counted },
            Column("not found", "未找到") { $0.notFoundPositions.isEmpty ? nil : String($0.notFoundPositions.count) },
        ]
    }
}

extension Wire.DevicePool: Shown {
    static var columns: [Column<Self>] {
        [
            Column("pool", "设备池") { $0.id }, Column("name", "名称") { $0.name }, Column("organisation", "组织") { $0.organisation },
            Column("created", "创建时间", time: { $0.createdAt }),
        ]
    }
}

extension Wire.DevicePoolSummary: Shown {
    static var columns: [Column<Self>] {
        [
            Column("pool", "设备池") { $0.pool.id }, Column("name", "名称") { $0.pool.name },
            Column("devices", "设备数", number: { $0.devices }), Column("cards", "卡数", number: { $0.cards }),
        ]
    }
}

extension Wire.PoolDevice: Shown {
    static var columns: [Column<Self>] {
        [Column("device", "设备号") { $0.device }, Column("since", "声明时间", time: { $0.since })]
    }
}

extension Wire.PoolCard: Shown {
    static var columns: [Column<Self>] { [Column("card", "卡") { $0.card }] }
}

extension Wire.PoolOutcome: Shown {
    static var columns: [Column<Self>] {
        [
            Column("changed", "已办理", number: { $0.changed }), Column("unchanged", "未变", number: { $0.unchanged }),
            Column("resumed", "已复机", number: { $0.resumed }),
            Column("left out", "未办理") { $0.leftOut.isEmpty ? nil : $0.leftOut.counted },
            Column("not found", "未找到") { $0.notFoundPositions.isEmpty ? nil : String($0.notFoundPositions.count) },
        ]
    }
}

extension [Wire.CardObstacle] {
    fileprivate var counted: String { map { "\($0.cards) \($0.title) [\($0.code)]" }.joined(separator: "; ") }
}

extension Wire.CardLife: Shown {
    static var columns: [Column<Self>] {
        [
            Column("card", "卡") { $0.card }, Column("state", "业务状态") { $0.state },
            Column("stopped for", "停机原因") { $0.stops.joined(separator: ",") }, Column("serves", "可用") { $0.serves ? "yes" : "no" },
            Column("real name", "实名状态") { $0.realName }, Column("carrier says", "运营商状态") { $0.carrierState },
            Column("asked", "查询时间", time: { $0.carrierStateAt }), Column("carrier's real name", "运营商实名") { $0.carrierRealName },
            Column("carrier refuses", "运营商拒绝") { $0.carrierRefusal },
            Column("since", "自", time: { $0.since }), Column("number", "号码状态") { $0.number },
            Column("number free", "号码解冻", time: { $0.numberFreeFrom }), Column("next", "下一步") { $0.nextStep },
            Column("next at", "下一步时间", time: { $0.nextStepAt }), Column("last use", "最近使用", time: { $0.lastUse }),
            Column("month", "账期", number: { $0.month }), Column("kB", "流量KB", number: { $0.kilobytes }),
            Column("region", "区域", number: { $0.region }),
        ]
    }
}

extension Wire.LifeEvent: Shown {
    static var columns: [Column<Self>] {
        [
            Column("event", "序号", number: { $0.ordinal }), Column("what", "事项") { $0.command }, Column("reason", "原因") { $0.reason },
            Column("state", "业务状态") { $0.state }, Column("stopped for", "停机原因") { $0.stops.joined(separator: ",") },
            Column("when", "时间", time: { $0.effectiveFrom }), Column("by", "办理人") { $0.recordedBy },
        ]
    }
}

extension Wire.CarrierIntent: Shown {
    static var columns: [Column<Self>] {
        [
            Column("asked", "序号", number: { $0.ordinal }), Column("what", "指令") { $0.command }, Column("reason", "原因") { $0.reason },
            Column("state", "状态") { $0.state }, Column("made", "生成时间", time: { $0.createdAt }),
            Column("tries", "次数", number: { $0.tries }), Column("answer", "应答") { $0.lastCode },
        ]
    }
}

extension Wire.CardIntent: Shown {
    static var columns: [Column<Self>] {
        [
            Column("card", "卡") { $0.card }, Column("asked", "序号", number: { $0.intent.ordinal }),
            Column("what", "指令") { $0.intent.command }, Column("reason", "原因") { $0.intent.reason },
            Column("state", "状态") { $0.intent.state }, Column("made", "生成时间", time: { $0.intent.createdAt }),
            Column("due", "下次处理", time: { $0.intent.dueAt }), Column("tries", "次数", number: { $0.intent.tries }),
            Column("answer", "应答") { $0.intent.lastCode },
        ]
    }
}

extension Wire.CarrierWork: Shown {
    static var columns: [Column<Self>] {
        [
            Column("carrier", "运营商") { $0.carrier }, Column("connection", "接入") { $0.connection ?? "none" },
            Column("waiting", "待发送", number: { $0.waiting }), Column("sent", "已发送", number: { $0.sent }),
            Column("by hand", "人工办理", number: { $0.byHand }), Column("waits since", "最早待发", time: { $0.waitsSince }),
            Column("rests until", "暂停至", time: { $0.restsUntil }), Column("asked this round", "本轮已核对", number: { $0.roundCards }),
            Column("hours a round", "每轮小时", number: { $0.roundHours }),
        ]
    }
}

extension Wire.SettleIntent: Shown {
    static var columns: [Column<Self>] {
        [
            Column("card", "卡") { $0.card }, Column("asked", "序号", number: { $0.ordinal }), Column("outcome", "结果") { $0.outcome },
        ]
    }
}

extension Wire.CarrierQuestion: Shown {
    static var columns: [Column<Self>] { [Column("card", "卡") { $0.card }] }
}

extension Wire.UsageFile: Shown {
    static var columns: [Column<Self>] {
        [
            Column("file", "文件") { $0.id }, Column("state", "状态") { $0.state }, Column("format", "格式") { $0.format },
            Column("rows", "行", number: { $0.rows }), Column("taken", "已记", number: { $0.taken }),
            Column("unknown", "未知卡", number: { $0.unknown }), Column("failed", "失败", number: { $0.failed }),
            Column("failure", "原因") { $0.failure }, Column("sent", "上传时间", time: { $0.createdAt }),
        ]
    }
}

extension Wire.UsageProblem: Shown {
    static var columns: [Column<Self>] {
        [Column("row", "行", number: { $0.row }), Column("field", "字段") { $0.field }, Column("code", "原因") { $0.code }]
    }
}

extension Wire.LifeSettingVersion: Shown {
    static var columns: [Column<Self>] {
        [
            Column("carrier", "运营商") { $0.carrier }, Column("product", "套餐") { $0.product },
            Column("province", "省份", number: { $0.province }), Column("version", "版本", number: { $0.ordinal }),
            Column("from", "生效时间", time: { $0.validFrom }), Column("idle months", "闲置月", number: { $0.setting.idleMonths }),
            Column("cycle months", "预销户月", number: { $0.setting.cancellationMonths }),
            Column("test days", "测试天", number: { $0.setting.testDays }), Column("silent days", "沉默天", number: { $0.setting.silentDays }),
            Column("arrears days", "欠费天", number: { $0.setting.arrearsDays }),
            Column("freeze days", "冷冻天", number: { $0.setting.freezeDays }),
            Column("notice days", "提醒天", number: { $0.setting.noticeDays }),
        ]
    }
}

extension Wire.LifeCase: Shown {
    static var columns: [Column<Self>] {
        [
            Column("card", "卡") { $0.card }, Column("kind", "类型") { $0.kind }, Column("opened", "发现时间", time: { $0.openedAt }),
            Column("mends", "处理方式") { $0.mends.isEmpty ? nil : $0.mends.joined(separator: ",") },
            Column("contacts", "联系方式", number: { $0.contacts }),
            // More than a thousand are not counted.
            Column("cards", "卡数") { $0.cards.map { $0 > 1_000 ? "1,000+" : String($0) } },
        ]
    }
}

extension Wire.ClaimContact: Shown {
    static var columns: [Column<Self>] {
        [Column("telephone", "联系电话") { $0.phone }, Column("left", "留言时间", time: { $0.leftAt })]
    }
}

extension Wire.RetainedRegistration: Shown {
    static var columns: [Column<Self>] {
        [
            Column("registration", "登记") { $0.registration }, Column("code", "登记编号") { $0.code },
            Column("ended", "终止时间", time: { $0.endedAt }), Column("phase", "阶段") { $0.phase }, Column("sealed", "封存时间", time: { $0.until }),
            Column("requirement", "要求") { $0.requirement },
        ]
    }
}

extension Wire.LegalHold: Shown {
    static var columns: [Column<Self>] {
        [
            Column("hold", "保全") { $0.id }, Column("code", "编号") { $0.code }, Column("card", "卡") { $0.card },
            Column("party", "主体") { $0.party },
            Column("case", "案号") { $0.caseNumber }, Column("placed", "设置时间", time: { $0.placedAt }),
            Column("released", "解除时间", time: { $0.releasedAt }), Column("reason", "事由") { $0.releaseReason ?? $0.reason },
        ]
    }
}

extension Wire.SealedOpening: Shown {
    static var columns: [Column<Self>] {
        [
            Column("opening", "开封申请") { $0.id }, Column("code", "编号") { $0.code }, Column("card", "卡") { $0.card },
            Column("state", "状态") { $0.state }, Column("case", "案号") { $0.caseNumber }, Column("asked", "申请时间", time: { $0.askedAt }),
            Column("by", "申请人") { $0.askedBy }, Column("decided by", "审批人") { $0.decidedBy },
            Column("open until", "开放至", time: { $0.openUntil }), Column("note", "审批意见") { $0.note },
        ]
    }
}

extension Wire.CustodianPair: Shown {
    static var columns: [Column<Self>] {
        [
            Column("pair", "批次", number: { $0.ordinal }), Column("a", "保管人甲") { $0.a }, Column("b", "保管人乙") { $0.b },
            Column("proposed", "提名时间", time: { $0.proposedAt }), Column("proposed by", "提名人") { $0.proposedBy },
            Column("confirmed", "确认时间", time: { $0.confirmedAt }), Column("confirmed by", "确认人") { $0.confirmedBy },
        ]
    }
}

extension Wire.Custodians: Shown {
    static var columns: [Column<Self>] {
        [
            Column("custodians", "密钥保管人") { shown in
                shown.items.map { "\($0.ordinal)\($0.confirmedAt == nil ? " ?" : ""): \($0.a) \($0.b)" }.joined(separator: "\n")
            }, Column("verifier", "请求验证公钥") { $0.verifier },
        ]
    }
}

extension Wire.DeletionAnswer: Shown {
    static var columns: [Column<Self>] {
        [
            Column("deleted", "已删除") { $0.deleted ? "yes" : "no" }, Column("phase", "阶段") { $0.phase },
            Column("ground", "依据") { $0.ground }, Column("requirement", "要求") { $0.requirement },
            Column("sealed", "封存时间", time: { $0.until }),
        ]
    }
}
