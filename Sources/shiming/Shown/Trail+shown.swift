import Contract

extension Wire.TrailEntry: Shown {
    static var columns: [Column<Self>] {
        [
            Column("number", "序号", number: { $0.number }), Column("time", "时间", time: { $0.recordedAt }),
            Column("action", "操作") { $0.action }, Column("actor", "操作人") { $0.actor }, Column("entry", "记录") { $0.id },
        ]
    }

    static var details: [Column<Self>] {
        columns + [Column("leaf", "叶哈希") { $0.leafHash }, Column("body", "内容") { $0.body }]
    }
}

extension Wire.TrailHead: Shown {
    static var columns: [Column<Self>] {
        [
            Column("size", "条数", number: { $0.size }), Column("root", "树根") { $0.root }, Column("pending", "待编号", number: { $0.pending }),
            Column("time", "时间", time: { $0.recordedAt }),
        ]
    }
}
