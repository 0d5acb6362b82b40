import Contract

extension Wire.Unit: Shown {
    static var columns: [Column<Self>] {
        [Column("unit", "单位") { $0.id }, Column("name", "名称") { $0.name }, Column("code", "代码") { $0.code }]
    }
}

extension Wire.Registration: Shown {
    static var columns: [Column<Self>] {
        [
            Column("registration", "登记") { $0.id }, Column("code", "编号") { $0.code }, Column("channel", "渠道") { $0.channel },
            Column("state", "状态") { $0.state }, Column("unit", "单位") { $0.unit?.name }, Column("cards", "卡数", number: { $0.cards }),
            Column("registered", "登记时间", time: { $0.registeredAt }),
        ]
    }

    static var details: [Column<Self>] {
        columns + [
            Column("unit code", "单位代码") { $0.unit?.code }, Column("organisation", "组织") { $0.organisation },
            Column("created", "申请时间", time: { $0.createdAt }), Column("ended", "终止时间", time: { $0.endedAt }),
        ]
    }
}

extension Wire.RegistrationCard: Shown {
    static var columns: [Column<Self>] {
        [
            Column("card", "卡") { $0.card.card }, Column("ICCID", "ICCID") { $0.card.iccid }, Column("number", "号码") { $0.card.msisdn },
            Column("since", "起始时间", time: { $0.since }),
        ]
    }
}

extension Wire.RoleHolder: Shown {
    static var columns: [Column<Self>] {
        [
            Column("role", "角色") { $0.role }, Column("name", "姓名") { $0.name }, Column("document", "证件") { $0.documentType },
            Column("number", "证件号码") { $0.documentNumber }, Column("contact", "联系方式") { $0.contact },
            Column("document until", "证件有效期止") { $0.validUntil }, Column("authorised until", "授权有效期止") { $0.authorisedUntil },
            Column("effective", "生效时间", time: { $0.effectiveFrom }), Column("recorded", "登记时间", time: { $0.recordedAt }),
            Column("now", "当前") { $0.current ? "yes" : "no" },
        ]
    }
}

extension Wire.Application: Shown {
    static var columns: [Column<Self>] {
        [
            Column("application", "申请") { $0.id }, Column("code", "编号") { $0.registrationCode }, Column("kind", "类型") { $0.kind },
            Column("state", "状态") { $0.state }, Column("unit", "单位") { $0.unit?.name }, Column("cards", "卡数", number: { $0.cards }),
            Column("submitted", "提交时间", time: { $0.submittedAt }),
        ]
    }

    static var details: [Column<Self>] {
        columns + [
            Column("registration", "登记") { $0.registration }, Column("channel", "渠道") { $0.channel },
            Column("version", "版本", number: { $0.version }), Column("created", "创建时间", time: { $0.createdAt }),
            Column("decided", "决定时间", time: { $0.decidedAt }), Column("taken until", "领取至", time: { $0.lockedUntil }),
            Column("reasons", "原因") { $0.reasons.map { Wire.StatusReason.line($0) } },
            Column("note", "备注") { $0.note },
        ]
    }
}

extension Wire.Check: Shown {
    static var columns: [Column<Self>] {
        [
            Column("verdict", "结论") { $0.verdict }, Column("subject", "对象") { $0.subject }, Column("code", "代码") { $0.code },
            Column("rule", "依据") { $0.requirement }, Column("cards", "卡数", number: { $0.cards }), Column("why", "说明") { $0.title },
        ]
    }
}

extension Wire.Exclusion: Shown {
    static var columns: [Column<Self>] {
        [Column("card", "卡") { $0.card }, Column("ICCID", "ICCID") { $0.iccid }, Column("code", "原因") { $0.code }]
    }
}

extension Wire.Expiry: Shown {
    static var columns: [Column<Self>] {
        [
            Column("what", "事项") { $0.matter }, Column("until", "有效期止") { $0.until }, Column("role", "角色") { $0.role },
            Column("code", "登记编号") { $0.registrationCode }, Column("cards", "卡数", number: { $0.cards }),
            Column("registration", "登记") { $0.registration },
        ]
    }
}

extension Wire.ApplicationBegun: Shown {
    static var columns: [Column<Self>] {
        [
            Column("registration", "登记") { $0.registration }, Column("application", "申请") { $0.application },
            Column("code", "编号") { $0.code }, Column("version", "版本", number: { $0.version }),
        ]
    }
}

extension Wire.ApplicationDecided: Shown {
    static var columns: [Column<Self>] {
        [
            Column("application", "申请") { $0.application }, Column("state", "状态") { $0.state },
            Column("registered", "已登记", number: { $0.cardsRegistered }), Column("excluded", "已排除", number: { $0.cardsExcluded }),
            Column("decision", "决定") { $0.decision }, Column("version", "版本", number: { $0.version }),
        ]
    }
}

extension Wire.CardsSelected: Shown {
    static var columns: [Column<Self>] {
        [
            Column("application", "申请") { $0.application }, Column("cards", "卡数", number: { $0.cards }),
            Column("not found", "未找到", number: { $0.notFound }), Column("repeated", "重复", number: { $0.repeated }),
            Column("version", "版本", number: { $0.version }),
        ]
    }
}

extension Wire.ReasonInForce: Shown {
    static var columns: [Column<Self>] {
        [
            Column("code", "代码") { $0.code }, Column("words", "说明") { $0.text }, Column("own", "本公司") { $0.isOwn ? "yes" : "no" },
            Column("decisions", "适用决定") { $0.verdicts?.joined(separator: ", ") },
            Column("applications", "适用申请") { $0.kinds?.joined(separator: ", ") },
            Column("fields", "适用字段") { $0.fields?.joined(separator: ", ") },
        ]
    }
}

extension Wire.ReasonListVersion: Shown {
    static var columns: [Column<Self>] {
        [
            Column("version", "版本", number: { $0.ordinal }), Column("from", "生效时间", time: { $0.validFrom }),
            Column("reasons", "原因") { $0.reasons.map(\.text).joined(separator: "; ") },
            Column("set", "设置时间", time: { $0.recordedAt }),
        ]
    }
}

extension Wire.OwnReason {
    /// Its words, its code, and what it is for where that is not anything.
    fileprivate var text: String {
        let limits = [verdicts, kinds, fields].compactMap { $0?.joined(separator: ", ") }.filter { !$0.isEmpty }
        return "\(zh) / \(en) (\(code))" + (limits.isEmpty ? "" : " [" + limits.joined(separator: "; ") + "]")
    }
}

extension Wire.ReAudit: Shown {
    static var columns: [Column<Self>] {
        [
            Column("re-audit", "抽查") { $0.decision }, Column("application", "申请") { $0.application }, Column("kind", "类型") { $0.kind },
            Column("cards", "卡数", number: { $0.cards }), Column("decided", "决定时间", time: { $0.decidedAt }),
            Column("yours", "可由您抽查") { $0.isOpenToReader ? "yes" : "no" }, Column("finding", "结论") { $0.finding?.verdict },
        ]
    }

    static var details: [Column<Self>] {
        columns + [
            Column("found", "抽查时间", time: { $0.finding?.foundAt }),
            Column("reasons", "原因") { $0.finding.map { Wire.StatusReason.line($0.reasons) } },
            Column("remark", "备注") { $0.finding?.remark },
        ]
    }
}

extension Wire.StatusReason {
    /// Each with its field, its words and its code.
    fileprivate static func line(_ reasons: [Self]) -> String {
        reasons.map { "\($0.pointer): \($0.text) (\($0.code))" }.joined(separator: "; ")
    }
}
