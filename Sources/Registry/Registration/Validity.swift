import Numbers

/// From when to when a paper counts.
package enum Validity {
    /// Expired and not yet begun fail; close to the end warns (R-NF-06).
    package static func finding(
        from: Int64?, until: Int64, today: CivilDate, warningDays: Int, at pointer: String, requirement: String = "R-NF-06"
    ) -> CheckOutcome {
        let day = Int64(today.yyyymmdd)
        if let from, from > until {
            return CheckOutcome(
                .failed, "validity-reversed", requirement, at: pointer, en: "It ends before it begins.", zh: "有效期止早于有效期起。",
                mend: LocalText(en: "Correct the dates.", zh: "请更正日期。"))
        }
        if until < day {
            return CheckOutcome(
                .failed, "expired", requirement, at: pointer, en: "It has expired.", zh: "已过有效期。",
                mend: LocalText(en: "Provide one that is valid today.", zh: "请提供目前有效的证件或授权。"))
        }
        if let from, from > day {
            return CheckOutcome(
                .failed, "not-yet-valid", requirement, at: pointer, en: "It is not valid yet.", zh: "尚未生效。",
                mend: LocalText(en: "Come back when it is valid.", zh: "请在生效后再提交。"))
        }
        if let end = CivilDate(yyyymmdd: Int(until)), today.days(until: end) < warningDays {
            return CheckOutcome(
                .warned, "expires-soon", requirement, at: pointer, en: "It expires soon.", zh: "即将到期。",
                mend: LocalText(en: "Have the next one ready.", zh: "请准备更新后的证件或授权。"))
        }
        return .passed("validity", requirement, pointer)
    }
}
