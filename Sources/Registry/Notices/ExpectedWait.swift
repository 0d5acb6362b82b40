/// How long something usually takes, at most, as people are told: what a machine does in hours, what people do in working days.
package enum ExpectedWait: Hashable, Sendable {
    case hours(Int64)
    case workingDays(Int64)

    package var hours: Int64? {
        if case .hours(let count) = self { count } else { nil }
    }

    package var workingDays: Int64? {
        if case .workingDays(let count) = self { count } else { nil }
    }

    package var text: LocalText {
        switch self {
        case .hours(let count): LocalText(en: count == 1 ? "1 hour" : "\(count) hours", zh: "\(count) 小时")
        case .workingDays(let count): LocalText(en: count == 1 ? "1 working day" : "\(count) working days", zh: "\(count) 个工作日")
        }
    }
}

/// How long the stages of a person's case usually take: the one source of what pages, interface and notices say. What is 0 is told nowhere.
package struct ExpectedWaits: Hashable, Sendable {
    private let checkingHours: Int64
    private let reviewDays: Int64
    private let carrierDays: Int64

    package init(checkingHours: Int64, reviewDays: Int64, carrierDays: Int64) {
        self.checkingHours = checkingHours
        self.reviewDays = reviewDays
        self.carrierDays = carrierDays
    }

    /// By machine.
    package var checking: ExpectedWait? { checkingHours > 0 ? .hours(checkingHours) : nil }
    package var review: ExpectedWait? { reviewDays > 0 ? .workingDays(reviewDays) : nil }
    /// For the carrier to accept it.
    package var carrier: ExpectedWait? { carrierDays > 0 ? .workingDays(carrierDays) : nil }
    /// From handed in to in effect, where people look at it.
    package var whole: ExpectedWait? { reviewDays > 0 && carrierDays > 0 ? .workingDays(reviewDays + carrierDays) : nil }

    /// Until what a notice tells of is done; nil where nothing is waited for.
    package func wait(after kind: NoticeKind) -> ExpectedWait? {
        kind.wait.flatMap { self[keyPath: $0] }
    }
}
