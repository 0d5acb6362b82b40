import Contract

extension Wire.ReviewMonth: Shown {
    static var columns: [Column<Self>] {
        [
            Column("month", "月份") { $0.month }, Column("approved", "通过", number: { $0.approved }),
            Column("sent back", "退回", number: { $0.sentBack }), Column("refused", "拒绝", number: { $0.refused }),
            Column("corrected", "被更正", number: { $0.corrected }), Column("disputed", "被异议", number: { $0.disputed }),
            Column("waited median s", "自提交中位秒", number: { $0.waited?.medianSeconds }),
            Column("waited 90% s", "自提交九成秒", number: { $0.waited?.ninetiethSeconds }),
            Column("held median s", "自领取中位秒", number: { $0.held?.medianSeconds }),
            Column("held 90% s", "自领取九成秒", number: { $0.held?.ninetiethSeconds }),
        ]
    }
}

extension Wire.PerformanceLine {
    /// What stands of it beside a month or an organisation.
    fileprivate static func columns<Item: Sendable>(_ line: @escaping @Sendable (Item) -> Wire.PerformanceLine) -> [Column<Item>] {
        [
            Column("handed in", "提交", number: { line($0).handedIn }), Column("approved at once", "首次通过", number: { line($0).approved }),
            Column("sent back", "退回", number: { line($0).sentBack }), Column("refused", "拒绝", number: { line($0).refused }),
            Column("doubted", "核验有疑问", number: { line($0).doubted }),
            Column("decided median s", "首次审核中位秒", number: { line($0).decidedIn?.medianSeconds }),
            Column("decided 90% s", "首次审核九成秒", number: { line($0).decidedIn?.ninetiethSeconds }),
            Column("mended median s", "整改中位秒", number: { line($0).mendedIn?.medianSeconds }),
            Column("mended 90% s", "整改九成秒", number: { line($0).mendedIn?.ninetiethSeconds }),
        ]
    }
}

extension Wire.PerformanceMonth: Shown {
    static var columns: [Column<Self>] { [Column("month", "月份") { $0.month }] + Wire.PerformanceLine.columns { $0.line } }
}

extension Wire.PerformanceBelow: Shown {
    static var columns: [Column<Self>] { [Column("organisation", "机构") { $0.name }] + Wire.PerformanceLine.columns { $0.line } }
}
