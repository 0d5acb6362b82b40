import Contract

extension Wire.Intake: Shown {
    static var columns: [Column<Self>] {
        [
            Column("intake", "入库单") { $0.id }, Column("kind", "类型") { $0.kind }, Column("batch", "批次") { $0.batch },
            Column("state", "状态") { $0.state }, Column("taken", "入库", number: { $0.counts.taken }),
            Column("known", "已有", number: { $0.counts.known }), Column("repeated", "重复", number: { $0.counts.repeated }),
            Column("failed", "失败", number: { $0.counts.failed }), Column("created", "创建时间", time: { $0.createdAt }),
        ]
    }

    static var details: [Column<Self>] {
        columns + [
            Column("rows", "总行数", number: { $0.counts.total }), Column("done", "已处理", number: { $0.counts.done }),
            Column("failure", "失败代码") { $0.failure }, Column("why", "失败原因") { $0.failureReason },
            Column("what to do", "处理办法") { $0.failureMend }, Column("format", "格式") { $0.format },
            Column("bytes", "字节", number: { $0.bytes }),
            Column("province", "省份", number: { $0.province }), Column("started", "开始", time: { $0.startedAt }),
            Column("finished", "结束", time: { $0.finishedAt }), Column("repair until", "修正文件有效至", time: { $0.repairUntil }),
        ]
    }
}

extension Wire.IntakeProblem: Shown {
    static var columns: [Column<Self>] {
        [
            Column("row", "行", number: { $0.row }), Column("field", "字段") { $0.field }, Column("severity", "程度") { $0.severity },
            Column("code", "代码") { $0.code }, Column("why", "原因") { $0.title }, Column("what to do", "处理办法") { $0.mend },
            Column("other row", "相关行", number: { $0.otherRow }),
        ]
    }
}
