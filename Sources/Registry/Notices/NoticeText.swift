import Numbers

/// What a notice says: the registration's code and the address of the status page, nothing of the person and nothing of the card.
package struct NoticeText: Hashable, Sendable {
    package let kind: NoticeKind
    /// Of the registration, or of the campaign; `none` where a letter is about cards of no registration, `various` where not all of them are
    /// of the same one.
    package let code: String
    /// What was asked; nil for what is of no person's case.
    package let about: ApplicationKind?
    /// Why, in a word of the maintained list; where the kind says why.
    package let reason: LocalText?
    /// Where its reader goes on; nil where the installation names none.
    package let page: String?
    /// China's day on which what it tells of comes or came; where it is about cards.
    package let day: CivilDate?
    /// How many cards a letter is about; nil where it is one person's.
    package let cards: Int64?
    /// The operating company's own words for the kind, as they were in force when it happened.
    package let wording: NoticeWording
    /// How long what is waited for usually takes; nil where that is not told.
    package let wait: ExpectedWait?
    /// The operating company's; nil where none is told.
    package let hotline: String?

    /// For programs, yyyy-MM-dd.
    package var dayText: String? { day?.description }

    package static let various = "various"
    package static let none = "none"

    /// As it stands in a sentence.
    func code(in language: ReaderLanguage) -> String {
        switch code {
        case Self.various:
            LocalText(en: "several registrations, or partly of none (\(code))", zh: "多个登记编号或部分未登记（\(code)）").text(in: language)
        case Self.none: LocalText(en: "no registration (\(code))", zh: "未登记（\(code)）").text(in: language)
        default: code
        }
    }

    package init(
        _ kind: NoticeKind, code: String, about: ApplicationKind? = nil, reason: LocalText? = nil, page: String? = nil,
        day: CivilDate? = nil, cards: Int64? = nil, wording: NoticeWording = .builtIn, wait: ExpectedWait? = nil, hotline: String? = nil
    ) {
        self.kind = kind
        self.code = code
        self.about = about
        self.reason = kind.saysWhy ? reason : nil
        self.page = page
        self.day = day
        self.cards = cards
        self.wording = wording
        self.wait = kind.isWaitedFor ? wait : nil
        self.hotline = hotline
    }

    /// For the person, in a message of a phone's.
    package func message(in language: ReaderLanguage) -> String {
        if let own = own(.message, in: language) { return own }
        let said = [told, reason, remedy, documents].compactMap { $0?.text(in: language) }
        let link = page.map { status($0, in: language) }
        switch language {
        case .english: return (["\(lead.en) \(code):"] + said + [link].compactMap(\.self)).joined(separator: " ")
        case .chinese: return "\(lead.zh)\(code)" + said.joined() + (link ?? "")
        }
    }

    func status(_ page: String, in language: ReaderLanguage) -> String {
        LocalText(en: "Status: \(page)", zh: "进度：\(page)").text(in: language)
    }

    /// For staff: of what it is about in a line, and what is to be done.
    package func letter(in language: ReaderLanguage) -> (subject: String, body: String) {
        if let subject = own(.subject, in: language), let body = own(.body, in: language) { return (subject, body) }
        guard kind.matter == .registration else { return cardLetter(in: language) }
        let told = told.text(in: language)
        let link = page.map { [$0] } ?? []
        switch language {
        case .english:
            let duty = Self.duty(kind)?.en ?? "Nothing need be done."
            return (
                "[Real-name] \(code): \(kind.rawValue)",
                (["\(isOwn ? lead.en : "Registration") \(code): \(told)"] + reasons(language) + [duty] + link).joined(separator: "\n")
            )
        case .chinese:
            let duty = Self.duty(kind)?.zh ?? "无需处理。"
            return (
                "[实名登记] \(code)：\(Self.title(kind))", (["办理编号 \(code)：\(told)"] + reasons(language) + [duty] + link).joined(separator: "\n")
            )
        }
    }

    private func reasons(_ language: ReaderLanguage) -> [String] { reason.map { [$0.text(in: language)] } ?? [] }

    /// Of a registration that stands: whatever comes of the question, the registration is as it was.
    var isOwn: Bool { about == .prove || about == .correct || about == .dispute }

    private var lead: LocalText {
        switch kind.matter {
        case .registration where isOwn:
            LocalText(en: "Your question about real-name registration", zh: "【实名登记】查询、更正或异议申请")
        case .registration: LocalText(en: "Real-name registration", zh: "【实名登记】")
        case .card: LocalText(en: "IoT card registered as", zh: "【物联网卡】登记编号")
        case .campaign: LocalText(en: "Back-registration", zh: "【补登记】")
        }
    }

    var remedy: LocalText? { kind.matter == .registration ? caseRemedy : cardRemedy }

    /// Which documents have a stop lifted (R-AF-12).
    var documents: LocalText? {
        kind.stop.map { stop in
            stop.needsDocuments
                ? LocalText(en: "Bring: \(stop.documents.en).", zh: "所需材料：\(stop.documents.zh)。")
                : LocalText(en: "You need \(stop.documents.en).", zh: "\(stop.documents.zh)。")
        }
    }

    func about(in language: ReaderLanguage) -> String { lead.text(in: language) }

    private var told: LocalText {
        switch kind {
        case .withdrawn where isOwn: LocalText(en: "taken back.", zh: "已撤回。")
        case .submitted:
            usually("handed in, not in effect yet", { "; usually done within \($0)" }, "已提交，尚未生效", { "，一般\($0)内办结" })
        case .releaseAsked:
            usually(
                "asked to give the card up; it stays registered until that is accepted", { ", usually within \($0)" },
                "已申请解除登记，受理前登记仍有效", { "，一般\($0)内办结" })
        case .asked:
            usually(
                "somebody asked to see, correct or dispute what is registered", { "; usually answered within \($0)" },
                "已收到查询、更正或异议申请", { "，一般\($0)内答复" })
        case .answered: LocalText(en: "what was asked is done.", zh: "您的申请已办结。")
        case .inReview:
            usually("a reviewer looks at it", { ", usually within \($0)" }, "正在人工审核", { "，一般不超过\($0)" })
        case .awaitingCarrier:
            usually(
                "reviewed, not in effect yet; it waits for the carrier", { ", usually up to \($0)" },
                "审核已通过，受理前尚未生效，等待运营商受理", { "，一般不超过\($0)" })
        case .effective: LocalText(en: "in effect.", zh: "已生效。")
        case .toBeMended: LocalText(en: "something is to be mended.", zh: "需要补正。")
        case .refused: LocalText(en: "not accepted.", zh: "未通过。")
        case .withdrawn: LocalText(en: "taken back; nothing is registered by it.", zh: "申请已撤回，不予登记。")
        case .released: LocalText(en: "the card is given up and no longer registered.", zh: "登记已解除，该卡不再登记。")
        case .transferReady:
            LocalText(en: "the card is no longer in its former holder's name; you may hand in now.", zh: "原登记已解除，您现在可以提交登记。")
        case .testEnd, .silentEnd, .idle, .arrears, .cycleEnd, .stoppedNoRealName, .stoppedOwnerAsked, .stoppedArrears, .stoppedThreshold,
            .stoppedDeviceSeparation, .stoppedRisk, .stoppedIllegalUse, .stoppedReverificationDue, .stoppedCarrierOwn, .backRegistration:
            cardTold
        }
    }

    /// A sentence, with how long that usually takes where it is told.
    private func usually(
        _ english: String, _ within: (String) -> String, _ chinese: String, _ chineseWithin: (String) -> String
    ) -> LocalText {
        let time = wait?.text
        return LocalText(
            en: english + (time.map { within($0.en) } ?? "") + ".",
            zh: chinese + (time.map { chineseWithin($0.zh.replacing(" ", with: "")) } ?? "") + "。")
    }

    /// What its reader can do about it, and where else to turn (R-AF-12).
    private var caseRemedy: LocalText? {
        let number = (en: hotline.map { " (\($0))" } ?? "", zh: hotline.map { "（\($0)）" } ?? "")
        return switch kind {
        case .toBeMended:
            LocalText(
                en: "Open the card's link, mend it and hand it in again, or go to a business hall.", zh: "请打开该卡链接补正后重新提交，或到营业厅办理。")
        case .refused:
            LocalText(
                en: "Call the operator\(number.en) or go to a business hall; you may object there or at 12321.",
                zh: "可致电运营商\(number.zh)或到营业厅办理；如有异议可向其或12321申诉。")
        case .transferReady: LocalText(en: "Open the card's link on the same phone.", zh: "请用同一手机打开该卡链接。")
        case .releaseAsked, .withdrawn, .asked:
            LocalText(en: "If that was not you, call the operator\(number.en) at once.", zh: "非本人操作请立即联系运营商\(number.zh)。")
        default: nil
        }
    }

    private static func duty(_ kind: NoticeKind) -> LocalText? {
        switch kind {
        case .inReview: LocalText(en: "It waits for a reviewer.", zh: "请审核人员处理。")
        case .awaitingCarrier: LocalText(en: "Note the carrier's reply when it is there.", zh: "请在运营商答复后登记受理结果。")
        default: nil
        }
    }

    private static func title(_ kind: NoticeKind) -> String {
        switch kind {
        case .submitted: "已提交"
        case .releaseAsked: "申请解除登记"
        case .asked: "申请查询、更正或异议"
        case .answered: "申请已办结"
        case .inReview: "待审核"
        case .awaitingCarrier: "待运营商受理"
        case .effective: "已生效"
        case .toBeMended: "待补正"
        case .refused: "未通过"
        case .withdrawn: "已撤回"
        case .released: "已解除登记"
        case .transferReady: "可以提交登记"
        default: kind.rawValue
        }
    }
}
