import Contract

extension Wire.OutsideInForce: Shown {
    static var columns: [Column<Self>] {
        [
            Column("work", "用途") { [$0.work, $0.channel ?? $0.carrier].compactMap(\.self).joined(separator: " ") },
            Column("name", "对方") { $0.name }, Column("state", "状态") { $0.state },
            Column("rests until", "暂停至", time: { $0.restsUntil }), Column("asked", "请求", number: { $0.asked }),
            Column("answered", "应答", number: { $0.answered }), Column("failed", "失败", number: { $0.failed }),
        ]
    }
}

extension Wire.SettingInForce: Shown {
    static var columns: [Column<Self>] {
        [
            Column("setting", "设置") { $0.name }, Column("value", "当前值", number: { $0.value }),
            Column("default", "默认值", number: { $0.standard }), Column("meaning", "含义") { $0.meaning },
        ]
    }
}
