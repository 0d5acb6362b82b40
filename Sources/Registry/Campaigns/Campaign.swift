import Numbers

/// A campaign of back-registration (补登记) over cards in service that lack something (R-25-24).
package enum Campaign {}
package typealias CampaignID = Identifier<Campaign>

package enum CampaignState: String, CaseIterable, Sendable {
    /// Made; its day has not come.
    case planned
    case running
    /// Its deadline has passed, and what was to be stopped is.
    case ended
    case cancelled

    package var isOver: Bool { self == .ended || self == .cancelled }
}

/// What a running campaign is at.
package enum CampaignWork: String, Sendable {
    /// Its cards are put down.
    case gathering
    /// Whoever has cards that lack something is told as the days come.
    case telling
    /// The deadline has passed: cards for which nobody answers are stopped.
    case stopping
}

/// What became of a card that the campaign began with; the raw values stand in the database.
package enum CampaignCardState: Int64, CaseIterable, Sendable {
    case open = 0
    /// Stopped by the campaign, once.
    case stopped = 1
    /// Looked at after the deadline and left as it was.
    case left = 2
}

/// What was set of a campaign, version by version.
package struct CampaignTerms: Hashable, Sendable {
    package var name: String
    /// What the cards lack.
    package var gap: Gap
    /// Only cards of this carrier, of this product by its number, in the hands of this organisation's subtree; what is nil is any.
    package var carrier: Carrier?
    package var product: Int64?
    package var organisation: OrganisationID?
    /// Of that organisation; the root where none is named.
    package var path: OrganisationPath
    /// China's days: it begins with the first and lasts to the end of the second.
    package var begins: CivilDate
    package var deadline: CivilDate
    /// So many days before the deadline people are told; the most first.
    package var noticeDays: [Int]
    /// Whether cards for which nobody answers are stopped after the deadline.
    package var stops: Bool

    package init(
        name: String, gap: Gap, carrier: Carrier? = nil, product: Int64? = nil, organisation: OrganisationID? = nil,
        path: OrganisationPath = .root, begins: CivilDate, deadline: CivilDate, noticeDays: [Int], stops: Bool
    ) {
        self.name = name
        self.gap = gap
        self.carrier = carrier
        self.product = product
        self.organisation = organisation
        self.path = path
        self.begins = begins
        self.deadline = deadline
        self.noticeDays = noticeDays.sorted(by: >)
        self.stops = stops
    }

    package static let nameMax = 80
    package static let noticesMax = 12
    package static let noticeDaysMax = 365

    /// The days on which people are told, from `day` on.
    package func rounds(from day: CivilDate) -> [CivilDate] {
        noticeDays.compactMap { deadline.adding(days: -$0) }.filter { $0 >= max(begins, day) }
    }

    /// The last day on which a card may be registered without being stopped, where people are told of it on `day`: the deadline, or, where that is
    /// late, as many days later as the last notice would have left.
    package func lastDay(toldOn day: CivilDate) -> CivilDate {
        guard stops, let extended = day.adding(days: noticeDays.last ?? 1) else { return deadline }
        return max(deadline, extended)
    }

    private static func end(of day: CivilDate) -> Instant {
        ServiceCalendar.end(ofDays: 0, after: Instant(milliseconds: day.shanghaiMidnight))
    }

    package var beginsAt: Instant { Instant(milliseconds: begins.shanghaiMidnight) }

    /// What is wrong with it, for one that is set on `today`. It adds no duty that the rule does not (R-25-24): a card is stopped only where nobody
    /// answers for it, and only after its keepers were told.
    ///
    /// - Parameter before: when people were last told, and of a stop after which day, where it is changed. A stop that was told comes on no earlier
    ///   day, whatever is set.
    package func faults(today: CivilDate, before: (toldOn: CivilDate?, stopDay: CivilDate?)? = nil) -> [Refusal] {
        var faults: [Refusal] = []
        if !(1...Self.nameMax).contains(name.count) || name.contains(where: \.isNewline) { faults.append(.campaignNameInvalid) }
        if deadline < today || deadline <= begins { faults.append(.campaignDeadlineInvalid) }
        let areDays = noticeDays.allSatisfy { (1...Self.noticeDaysMax).contains($0) } && Set(noticeDays).count == noticeDays.count
        if !areDays || noticeDays.count > Self.noticesMax { faults.append(.campaignNoticeDaysInvalid) }
        if stops, gap != .holder { faults.append(.campaignStopsWithoutDuty) }
        if stops, areDays, before?.stopDay == nil, rounds(from: Self.open(today, before?.toldOn)).isEmpty {
            faults.append(.campaignUnannounced)
        }
        return faults
    }

    /// The first day on which people may yet be told.
    private static func open(_ today: CivilDate, _ toldOn: CivilDate?) -> CivilDate {
        toldOn == today ? today.adding(days: 1) ?? today : today
    }

    /// Which cards it is about, which does not change once they are put down.
    package func isAboutTheSame(as other: CampaignTerms) -> Bool {
        gap == other.gap && carrier == other.carrier && product == other.product && organisation == other.organisation
            && path == other.path && begins == other.begins
    }
}

/// What a campaign is to do next.
package enum CampaignStep: Hashable, Sendable {
    case gather
    /// Tells people in the round of this day; earlier ones that were missed are made good by it.
    case tell(CivilDate)
    case stop
    case end
    case wait(Instant)
}

extension CampaignTerms {
    /// - Parameters:
    ///   - toldOn: the day of the last round.
    ///   - stopDay: the last day before the stop, as people were told it.
    ///   - now: when it is asked.
    package func step(_ work: CampaignWork, toldOn: CivilDate?, stopDay: CivilDate?, at now: Instant) -> CampaignStep {
        switch work {
        case .gathering: return .gather
        case .stopping: return .stop
        case .telling:
            let last = stops ? stopDay.map { max($0, deadline) } : deadline
            if let last, now >= Self.end(of: last) { return stops ? .stop : .end }
            // Nobody is stopped of whom nobody was told, even if no server ran meanwhile.
            if last == nil, now >= Self.end(of: deadline), let today = CivilDate(shanghaiAt: now.milliseconds) { return .tell(today) }
            let open = rounds(from: begins).filter { round in toldOn.map { round > $0 } ?? true }
            if let due = open.last(where: { Instant(milliseconds: $0.shanghaiMidnight) <= now }) { return .tell(due) }
            return .wait(open.first.map { Instant(milliseconds: $0.shanghaiMidnight) } ?? Self.end(of: last ?? deadline))
        }
    }
}

/// Why an organisation is told of cards, as a code of a notice's.
package enum CampaignReason: String, CaseIterable, Sendable {
    case holder = "lacks-holder"
    /// And they are stopped if it stays so.
    case holderOrStop = "lacks-holder-stop"
    case responsiblePerson = "lacks-responsible-person"
    case evidence = "lacks-evidence"

    package init(_ terms: CampaignTerms) {
        switch terms.gap {
        case .holder: self = terms.stops ? .holderOrStop : .holder
        case .responsiblePerson: self = .responsiblePerson
        case .evidence: self = .evidence
        }
    }

    package var text: LocalText {
        switch self {
        case .holder: Gap.holder.text.sentence()
        case .holderOrStop: Gap.holder.text.sentence(LocalText(en: "cards left so are stopped then", zh: "逾期未登记的卡将停机"))
        case .responsiblePerson: Gap.responsiblePerson.text.sentence()
        case .evidence: Gap.evidence.text.sentence()
        }
    }
}

extension LocalText {
    fileprivate func sentence(_ more: LocalText? = nil) -> LocalText {
        let tail = more.map { LocalText(en: "; " + $0.en, zh: "，" + $0.zh) } ?? LocalText(en: "", zh: "")
        return LocalText(en: en.prefix(1).uppercased() + en.dropFirst() + tail.en + ".", zh: zh + tail.zh + "。")
    }
}

extension Refusal {
    static let campaignNameInvalid = Refusal(
        "campaign-name-invalid", .invalid, house: .form, en: "A campaign's name has 1 to \(CampaignTerms.nameMax) characters on one line.",
        zh: "专项名称为 1 至 \(CampaignTerms.nameMax) 个字，不换行。", mend: LocalText(en: "Choose a shorter name.", zh: "请缩短名称。"), pointer: "/name")
    static let campaignDeadlineInvalid = Refusal(
        "campaign-deadline-invalid", .invalid, requirements: ["R-25-24"], en: "The deadline lies after the beginning, and not in the past.",
        zh: "截止日须晚于开始日，且不早于今天。", mend: LocalText(en: "Choose a later day.", zh: "请选择更晚的日期。"), pointer: "/deadline")
    static let campaignNoticeDaysInvalid = Refusal(
        "campaign-notice-days-invalid", .invalid, requirements: ["R-25-24"],
        en: "At most \(CampaignTerms.noticesMax) notices, each 1 to \(CampaignTerms.noticeDaysMax) days before the deadline, no two alike.",
        zh: "最多 \(CampaignTerms.noticesMax) 次提醒，每次在截止日前 1 至 \(CampaignTerms.noticeDaysMax) 天，不得重复。",
        mend: LocalText(en: "Write for example 30, 7, 1.", zh: "例如：30、7、1。"), pointer: "/noticeDays")
    static let campaignStopsWithoutDuty = Refusal(
        "campaign-stops-without-duty", .invalid, requirements: ["R-25-24"],
        en: "Only cards for which nobody answers may be stopped; back-registration adds no duty that the rule does not.",
        zh: "仅可对无登记主体的卡停机；补登记不得增加规定以外的义务。",
        mend: LocalText(en: "Leave the stop out, or make a campaign about the holder.", zh: "请取消停机，或改为缺少登记主体的专项。"), pointer: "/stops")
    static let campaignUnannounced = Refusal(
        "campaign-unannounced", .invalid, requirements: ["R-25-24"],
        en: "Before cards are stopped, whoever has them is told at least once.",
        zh: "停机前须至少提醒一次。", mend: LocalText(en: "Name a notice that is still to come, or a later deadline.", zh: "请增加尚未到期的提醒，或推迟截止日。"),
        pointer: "/noticeDays")
}
