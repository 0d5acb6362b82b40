import Contract

extension Wire.Campaign: Shown {
    static var columns: [Column<Self>] {
        [
            Column("campaign", "专项") { $0.code }, Column("name", "名称") { $0.terms.name }, Column("state", "状态") { $0.state },
            Column("lacks", "缺少") { $0.terms.gap }, Column("begins", "开始日") { $0.terms.begins },
            Column("deadline", "截止日") { $0.terms.deadline },
            Column("notices", "提醒天") { $0.terms.noticeDays.map(String.init).joined(separator: ",") },
            Column("stops", "逾期停机") { $0.terms.stops ? "yes" : "no" }, Column("told", "最近提醒") { $0.toldOn },
            Column("carrier", "运营商") { $0.terms.carrier }, Column("product", "套餐") { $0.terms.product },
            Column("version", "版本", number: { $0.version }), Column("ended", "结束时间", time: { $0.endedAt }),
        ]
    }
}

extension Wire.CampaignCounts: Shown {
    static var columns: [Column<Self>] {
        [
            Column("organisation", "机构") { $0.name }, Column("cards", "涉及", number: { $0.cards }),
            Column("lacking", "待补", number: { $0.lacking }), Column("mended", "已补", number: { $0.mended }),
            Column("stopped", "已停机", number: { $0.stopped }), Column("gone", "已销户", number: { $0.gone }),
        ]
    }
}

extension Wire.CampaignCard: Shown {
    static var columns: [Column<Self>] {
        [
            Column("card", "卡") { $0.card }, Column("iccid", "ICCID") { $0.iccid }, Column("unit", "原登记单位") { $0.unitName },
            Column("stopped", "已停机") { $0.stopped ? "yes" : "no" },
        ]
    }
}

extension Wire.LifeNotice: Shown {
    static var columns: [Column<Self>] {
        [Column("card", "卡") { $0.card }, Column("what", "事项") { $0.kind }, Column("at", "时间", time: { $0.at })]
    }
}
