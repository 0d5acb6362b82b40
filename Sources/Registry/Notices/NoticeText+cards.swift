import Numbers

/// What notices about cards say: what comes or came on which of China's days, and what can be done about it.
extension NoticeText {
    /// Begins behind the registration's code, for one card as for many.
    var cardTold: LocalText {
        let day = NoticeDay.text(day)
        switch (kind.step, kind.stop) {
        case (.testEnd, _):
            return LocalText(
                en: "the test period ends \(day.en); without activation there is no service afterwards.", zh: "的卡测试期\(day.zh)结束，未激活将无法使用。")
        case (.silentEnd, _):
            return LocalText(
                en: "the silent period ends \(day.en); the carrier then activates the card, and it is charged for.",
                zh: "的卡沉默期\(day.zh)结束，届时运营商将自动激活并计费。")
        case (.idle, _):
            return LocalText(en: "not used for long; cancellation begins \(day.en).", zh: "的卡长期未使用，\(day.zh)起进入销户流程。")
        case (.arrears, _): return LocalText(en: "in arrears; cancellation begins \(day.en).", zh: "的卡已欠费，\(day.zh)起进入销户流程。")
        case (.cycleEnd, _):
            return LocalText(
                en: "cancelled for good \(day.en); the number is taken back.", zh: "的卡\(day.zh)销户并收回号码，销户后无法恢复。")
        case (nil, let stop?): return LocalText(en: "stopped \(day.en): \(stop.text.en).", zh: "的卡\(day.zh)停机：\(stop.text.zh)。")
        case (nil, nil): return LocalText(en: "please register by \(day.by.en).", zh: "请于\(day.by.zh)（含当日）前补登记。")
        }
    }

    /// What its reader can do before then, or now.
    var cardRemedy: LocalText? {
        switch (kind.step, kind.stop) {
        case (.testEnd, _): LocalText(en: "Have it activated by whoever sold it.", zh: "如需继续使用，请联系售卡方激活。")
        case (.silentEnd, _): LocalText(en: "If it is not wanted, give it back before then.", zh: "如不使用，请在此前退卡。")
        case (.idle, _): LocalText(en: "Use it before then, or ask whoever sold it to keep it.", zh: "请在此前使用，或联系售卡方保留。")
        case (.arrears, _): LocalText(en: "Pay what is owed before then.", zh: "请在此前缴清欠费。")
        case (.cycleEnd, _): LocalText(en: "Ask for it to be brought back before then.", zh: "如需保留，请在此前申请恢复。")
        case (nil, let stop?): stop.remedy
        case (nil, nil): LocalText(en: "Registering takes no more than for any card.", zh: "补登记所需材料与正常登记相同。")
        }
    }

    /// One letter about all the cards of an act or a day.
    func cardLetter(in language: ReaderLanguage) -> (subject: String, body: String) {
        let link = page.map { [$0] } ?? []
        let lines = [cardTold, reason, cardRemedy, documents].compactMap { $0?.text(in: language) }
        let place = list
        switch language {
        case .english:
            return (
                "[IoT cards] \(code(in: language)): \(kind.rawValue)",
                (["Cards of \(code(in: language)): " + lines[0]] + lines.dropFirst()
                    + [cards.map { "Cards: \($0)." }, "Which: \(place)"].compactMap(\.self)
                    + link)
                    .joined(separator: "\n")
            )
        case .chinese:
            // What is told of cards goes on behind the code.
            let whose = code(in: language) + (kind.matter == .campaign ? "的卡" : "")
            return (
                "【物联网卡】\(code(in: language))：\(title)",
                ([whose + lines[0]] + lines.dropFirst() + [cards.map { "共 \($0) 张。" }, "查看：\(place)"].compactMap(\.self) + link)
                    .joined(separator: "\n")
            )
        }
    }

    /// How staff list these cards.
    var list: String {
        kind.matter == .campaign
            ? "shiming campaign cards \(code)" : "shiming life notices --kind \(kind.rawValue)" + (day.map { " --day \($0)" } ?? "")
    }

    private var title: String {
        switch (kind.step, kind.stop) {
        case (.testEnd, _): "测试期将结束"
        case (.silentEnd, _): "沉默期将结束"
        case (.idle, _): "长期未使用，将进入销户"
        case (.arrears, _): "欠费，将进入销户"
        case (.cycleEnd, _): "将销户"
        case (nil, let stop?): "已停机（\(stop.text.zh)）"
        case (nil, nil): "待补登记"
        }
    }
}

/// A day as it stands in a sentence.
enum NoticeDay {
    struct Words {
        let en: String
        let zh: String
        /// Behind a preposition.
        let by: LocalText
    }

    static func text(_ day: CivilDate?) -> Words {
        guard let day else { return Words(en: "soon", zh: "近期", by: LocalText(en: "soon", zh: "近期")) }
        let en = "\(day.day) \(months[day.month - 1]) \(day.year)"
        let zh = "\(day.year)年\(day.month)月\(day.day)日"
        return Words(en: "on " + en, zh: "于" + zh, by: LocalText(en: en, zh: zh))
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
}
