import Contract

extension Wire.Product: Shown {
    static var columns: [Column<Self>] {
        [
            Column("code", "代码") { $0.code }, Column("name", "名称") { $0.terms.name }, Column("carrier", "运营商") { $0.terms.carrier },
            Column("class", "卡类") { $0.terms.cardClass }, Column("traffic", "流量") { $0.terms.traffic },
            Column("MB a month", "月流量MB", number: { $0.terms.monthlyMegabytes }), Column("voice", "语音") { $0.terms.voice ? "yes" : "no" },
            Column("SMS", "短信") { $0.terms.sms ? "yes" : "no" }, Column("binding", "机卡绑定") { $0.terms.binding },
            Column("status", "状态") { $0.status }, Column("version", "版本", number: { $0.version }),
        ]
    }
}

extension Wire.Card: Shown {
    static var columns: [Column<Self>] {
        [
            Column("card", "卡") { $0.card }, Column("ICCID", "ICCID") { $0.iccid }, Column("number", "号码") { $0.msisdn },
            Column("product", "套餐") { $0.product }, Column("batch", "批次") { $0.batch }, Column("standing", "持有状态") { $0.standing },
            Column("real name", "实名状态") { $0.realName }, Column("service", "业务状态") { $0.serviceState },
            Column("stopped for", "停机原因") { $0.stops?.joined(separator: ",") },
        ]
    }

    static var details: [Column<Self>] {
        columns + [
            Column("IMSI", "IMSI") { $0.imsi }, Column("EID", "EID") { $0.eid }, Column("carrier", "运营商") { $0.carrier },
            Column("province", "省份", number: { $0.province }), Column("origin", "来源") { $0.origin },
            Column("custodian", "持有方") { $0.custodian }, Column("registration", "登记") { $0.registration },
            Column("recorded", "入库时间", time: { $0.recordedAt }),
        ]
    }
}

extension Wire.CustodyAct: Shown {
    static var columns: [Column<Self>] {
        [
            Column("act", "划拨单") { $0.id }, Column("kind", "类型") { $0.kind }, Column("cards", "卡数", number: { $0.cards }),
            Column("from", "从") { $0.from }, Column("to", "到") { $0.to }, Column("selection", "范围") { $0.selection },
            Column("effective", "生效时间", time: { $0.effectiveFrom }),
        ]
    }
}

extension Wire.CustodyOutcome: Shown {
    static var columns: [Column<Self>] {
        [
            Column("act", "划拨单") { $0.act }, Column("moved", "已划拨", number: { $0.moved }),
            Column("already there", "原已在", number: { $0.alreadyThere }),
            Column("left out", "未划拨") {
                $0.leftOut.isEmpty ? nil : $0.leftOut.map { "\($0.cards) \($0.title) [\($0.code)]" }.joined(separator: "; ")
            },
            Column("not found", "未找到") { $0.notFoundPositions.isEmpty ? nil : String($0.notFoundPositions.count) },
        ]
    }
}

extension Wire.Gap: Shown {
    static var columns: [Column<Self>] {
        [
            Column("card", "卡") { $0.card }, Column("ICCID", "ICCID") { $0.iccid },
            Column("opened", "入网日期") { $0.openedOn }, Column("unit", "单位") { $0.unitName },
            Column("lacks", "缺少") { $0.lacks.joined(separator: ",") },
        ]
    }
}

extension Wire.Evidence: Shown {
    static var columns: [Column<Self>] {
        [
            Column("evidence", "凭证") { $0.id }, Column("kind", "类型") { $0.kind }, Column("media type", "格式") { $0.mediaType },
            Column("bytes", "字节", number: { $0.bytes }), Column("width", "宽", number: { $0.width }),
            Column("height", "高", number: { $0.height }), Column("pages", "页数", number: { $0.pages }),
            Column("SHA-256", "SHA-256") { $0.sha256 }, Column("duplicate of", "重复于") { $0.duplicateOf },
            Column("warnings", "提示") { $0.warnings.joined(separator: ",") }, Column("registered", "登记时间", time: { $0.registeredAt }),
            Column("purged after", "清除期限", time: { $0.purgeAfter }), Column("purged", "已清除", time: { $0.purgedAt }),
            Column("uploaded", "上传时间", time: { $0.recordedAt }),
        ]
    }
}
