import Numbers

extension CheckOutcome {
    package static func passed(_ code: String, _ requirement: String, _ subject: String, count: Int = 0) -> CheckOutcome {
        CheckOutcome(.passed, code, requirement, at: subject, en: "Meets the rule.", zh: "符合要求。", count: count)
    }

    package static func missing(_ subject: String, _ requirement: String) -> CheckOutcome {
        CheckOutcome(
            .failed, "missing", requirement, at: subject, en: "This is needed and missing.", zh: "此项必填，目前缺失。",
            mend: LocalText(en: "Fill it in.", zh: "请补充填写。"))
    }

    /// Nothing stands where a demand wants something.
    static func lacking(_ demand: UnitPolicy.Demand) -> CheckOutcome {
        CheckOutcome(
            .failed, "missing", demand.requirement, at: demand.pointer, en: "Missing: \(demand.reason.en)", zh: "缺少：\(demand.reason.zh)",
            mend: LocalText(en: "Add it.", zh: "请补充。"))
    }

    static func badDate(_ subject: String) -> CheckOutcome {
        CheckOutcome(
            .failed, "date-form", "R-NF-06", at: subject, en: "This is not a date.", zh: "不是有效日期。",
            mend: LocalText(en: "Write it as yyyy-MM-dd.", zh: "请按 yyyy-MM-dd 填写。"))
    }

    static func from(_ reason: Reason, _ verdict: Verdict, at subject: String) -> CheckOutcome {
        let explanation = reason.explanation
        return CheckOutcome(
            verdict, reason.rawValue, explanation.basis, at: subject, en: explanation.english, zh: explanation.chinese,
            mend: LocalText(en: explanation.remedyEnglish, zh: explanation.remedyChinese))
    }
}
