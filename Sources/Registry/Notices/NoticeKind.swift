/// One notice to somebody, told once however often it is tried.
package enum Notice {}
package typealias NoticeID = Identifier<Notice>

/// By which way a notice goes, and so to whom.
package enum NoticeChannel: String, CaseIterable, Sendable {
    /// A program of the operator's or of an agent's.
    case webhook
    /// The person, on the phone given for contact.
    case sms
    /// The staff that must act.
    case mail
}

/// What a notice is about.
package enum NoticeMatter: String, CaseIterable, Sendable {
    /// A person's case.
    case registration
    /// Cards, and what comes to them or has come.
    case card
    /// Cards that are to be registered after the fact.
    case campaign
}

/// What there is to tell, as data: where the case stands, and who is told.
package enum NoticeKind: String, CaseIterable, Sendable {
    case submitted
    /// The holder asked to give the card up.
    case releaseAsked = "release-asked"
    /// Something else was asked about a registration: a proof of identity, a correction, a dispute.
    case asked
    /// What was asked is done.
    case answered
    case inReview = "in-review"
    case awaitingCarrier = "awaiting-carrier"
    case effective
    case toBeMended = "to-be-mended"
    case refused
    case withdrawn
    case released
    /// The holding before has ended: whoever prepared to have the card next may hand in.
    case transferReady = "transfer-ready"

    /// A step of a card's life that comes, by its name.
    case testEnd = "test-end"
    case silentEnd = "silent-end"
    case idle
    case arrears
    case cycleEnd = "cycle-end"
    /// A card was stopped: `stop-` and the reason.
    case stoppedNoRealName = "stop-no-real-name"
    case stoppedOwnerAsked = "stop-owner-asked"
    case stoppedArrears = "stop-arrears"
    case stoppedThreshold = "stop-threshold"
    case stoppedDeviceSeparation = "stop-device-separation"
    case stoppedRisk = "stop-risk"
    case stoppedIllegalUse = "stop-illegal-use"
    case stoppedReverificationDue = "stop-reverification-due"
    case stoppedCarrierOwn = "stop-carrier-own"

    /// Cards in service lack what a campaign is about (R-25-24).
    case backRegistration = "back-registration"

    private struct Facts {
        let stage: String
        let channels: Set<NoticeChannel>
        let wait: KeyPath<ExpectedWaits, ExpectedWait?>?
        let saysWhy: Bool

        init(
            _ stage: String, _ channels: Set<NoticeChannel>, wait: KeyPath<ExpectedWaits, ExpectedWait?>? = nil, saysWhy: Bool = false
        ) {
            self.stage = stage
            self.channels = channels
            self.wait = wait
            self.saysWhy = saysWhy
        }
    }

    private static let person: Set<NoticeChannel> = [.webhook, .sms]
    private static let everybody: Set<NoticeChannel> = [.webhook, .sms, .mail]
    private static let staff: Set<NoticeChannel> = [.webhook, .mail]

    private var facts: Facts {
        switch self {
        case .submitted, .releaseAsked: Facts("submitted", Self.person, wait: \ExpectedWaits.whole)
        case .asked: Facts("submitted", Self.person, wait: \ExpectedWaits.review)
        case .inReview: Facts(rawValue, Self.everybody, wait: \ExpectedWaits.review)
        case .awaitingCarrier: Facts(rawValue, Self.everybody, wait: \ExpectedWaits.carrier)
        case .toBeMended, .refused: Facts(rawValue, Self.person, saysWhy: true)
        case .effective, .withdrawn, .released, .answered: Facts(rawValue, Self.person)
        case .transferReady: Facts("begun", Self.person)
        case .testEnd, .silentEnd, .idle, .arrears, .cycleEnd: Facts("coming", Self.everybody)
        case .stoppedNoRealName, .stoppedOwnerAsked, .stoppedArrears, .stoppedThreshold, .stoppedDeviceSeparation, .stoppedRisk,
            .stoppedIllegalUse, .stoppedReverificationDue, .stoppedCarrierOwn:
            Facts("stopped", Self.everybody)
        case .backRegistration: Facts("lacking", Self.staff, saysWhy: true)
        }
    }

    /// The step of a card's life that it tells of before it comes.
    package var step: LifeStepKind? { LifeStepKind.allCases.first { $0.name == rawValue } }
    /// For which reason a card was stopped.
    package var stop: StopReason? {
        rawValue.hasPrefix(Self.stopped) ? StopReason(name: String(rawValue.dropFirst(Self.stopped.count))) : nil
    }
    private static let stopped = "stop-"

    package var matter: NoticeMatter {
        if self == .backRegistration { return .campaign }
        return step == nil && stop == nil ? .registration : .card
    }

    /// Where the case stands, in the words of its status.
    package var stage: String { facts.stage }
    /// Who is told. Staff read only of what waits for them.
    package var channels: Set<NoticeChannel> { facts.channels }
    /// Whether something is waited for that people are told the usual time of.
    package var isWaitedFor: Bool { wait != nil }
    /// Which time that is.
    var wait: KeyPath<ExpectedWaits, ExpectedWait?>? { facts.wait }
    /// Whether it says a reason and what to do about it (R-AF-12).
    package var saysWhy: Bool { facts.saysWhy }
}

/// What became of a notice.
package enum NoticeState: String, CaseIterable, Sendable {
    /// To be handed on, or being handed on.
    case waiting
    /// The receiver took it.
    case delivered
    /// The receiver will not take it, now or later.
    case refused
    /// There was nobody to whom it could go, such as a person without a phone for messages.
    case unaddressed
    /// Not taken within its time.
    case givenUp = "given-up"

    package var isOver: Bool { self != .waiting }
}
