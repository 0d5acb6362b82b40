import Contract

extension Wire.Export: Shown {
    static var columns: [Column<Self>] {
        [
            Column("export", "导出") { $0.id }, Column("code", "编号") { $0.code }, Column("kind", "类型") { $0.kind },
            Column("state", "状态") { $0.state }, Column("asked", "申请时间", time: { $0.askedAt }), Column("by", "申请人") { $0.askedBy },
            Column("reason", "用途") { $0.reason },
        ]
    }

    static var details: [Column<Self>] { columns + content + outcome }

    private static var content: [Column<Self>] {
        [
            Column("filter", "条件") { $0.filter },
            Column("masked", "脱敏") { $0.masked ? "yes" : "no" },
        ]
    }

    private static var outcome: [Column<Self>] {
        [
            Column("decided", "审批时间", time: { $0.decidedAt }), Column("decided by", "审批人") { $0.decidedBy },
            Column("note", "审批意见") { $0.note }, Column("ready", "生成时间", time: { $0.readyAt }),
            Column("rows", "行数", number: { $0.rows }), Column("fetched", "下载次数", number: { $0.downloads }),
            Column("until", "有效期止", time: { $0.expiresAt }), Column("failure", "失败原因") { $0.failure },
        ]
    }
}
