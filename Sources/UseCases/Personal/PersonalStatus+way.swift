import Records
import Registry
import SQLCore

extension PersonalStatus {
    struct Times: Hashable, Sendable {
        let since: Instant
        /// When the case was through with the stage; nil while it is at it.
        var until: Instant?
    }

    /// A stage on the way from handed in to in effect.
    package struct Passage: Hashable, Sendable {
        package enum State: String, CaseIterable, Sendable {
            case done
            case now
            case ahead
        }

        package let stage: Stage
        package let state: State
        /// When the case came to it; nil while it is ahead.
        package let since: Instant?
        /// When the case was through with it.
        package let until: Instant?
        /// How long it usually takes, at most; nil where it is over, or nothing is waited for.
        package let expected: ExpectedWait?
    }

    /// What the case has been through: told as done are only stages that were.
    package var passed: Set<Stage> { Set(times.filter { $0.value.until != nil }.keys) }

    /// The stages in their order, each with its times. A stage that the case passed over, or will not come to, is not among them.
    package var way: [Passage] {
        let stages = wayStages
        return stages.enumerated().map { place, stage in
            let isNow = isGoing && place == behind(among: stages)
            let isDone = place < (behind(among: stages) ?? 1)
            let isWaitedFor = isGoing && !isDone
            return Passage(
                stage: stage, state: isDone ? .done : isNow ? .now : .ahead,
                since: isDone ? times[stage]?.since : isNow ? times[stage]?.since ?? since : nil,
                until: isDone ? times[stage]?.until : nil, expected: isWaitedFor ? stage.expected(waits) : nil)
        }
    }

    private var wayStages: [Stage] {
        let isOver = stage == .effective || stage == .released
        let all: [Stage] = [.submitted, .checking, .inReview, .awaitingCarrier, kind == .register ? .effective : .released]
        return all.filter { one in
            switch one {
            case .checking: passed.contains(one) || stage == one
            case .inReview, .awaitingCarrier: !isOver || passed.contains(one)
            default: true
            }
        }
    }

    /// How many of them are behind; nil where the case is on none of them.
    private func behind(among stages: [Stage]) -> Int? {
        switch stage {
        case .begun, .awaitingTransfer, .withdrawn: 0
        case .toBeMended, .refused: nil
        case .submitted: 1
        case .effective, .released: stages.count
        default: stages.firstIndex(of: stage)
        }
    }

    /// Whether the stage after those behind is going on now.
    private var isGoing: Bool { [.submitted, .checking, .inReview, .awaitingCarrier].contains(stage) }

    /// From what is on record of the newest hand-in: the machines' words, the decisions, the carrier's reply.
    static func times(
        _ registration: StoredRegistration, _ application: StoredApplication, in session: any Session
    ) throws -> [Stage: Times] {
        guard let submission = application.submission, let handedIn = application.submittedAt else { return [:] }
        var times: [Stage: Times] = [.submitted: Times(since: handedIn, until: handedIn)]
        var reached = handedIn
        func pass(_ stage: Stage, until: Instant?, isNow: Bool) {
            guard until != nil || isNow else { return }
            times[stage] = Times(since: reached, until: until.map { max($0, reached) })
            reached = times[stage]?.until ?? reached
        }
        let isChecking = application.state == .checking
        let spoke = try VerificationRecords.all(submission, in: session).map(\.recordedAt).max()
        pass(.checking, until: isChecking ? nil : spoke, isNow: isChecking)
        let decisions = try DecisionRecords.list(registration.id, in: session).filter { $0.submission == submission }
        let isReviewed = application.state.isForReviewers
        let decided = decisions.first { $0.decidedBy != Principal.system.account }?.decidedAt
        pass(.inReview, until: isReviewed ? nil : decided, isNow: isReviewed)
        let accepted = try VerificationRecords.carrierReplies(submission, in: session).first { $0.verdict == .accepted }?.recordedAt
        pass(.awaitingCarrier, until: accepted, isNow: application.state == .awaitingCarrier)
        if application.state == .approved, let at = decisions.last?.decidedAt ?? application.decidedAt {
            let counts = application.kind == .register ? registration.registeredAt ?? at : at
            times[application.kind == .register ? .effective : .released] = Times(since: counts, until: counts)
        }
        return times
    }
}

extension PersonalStatus.Stage {
    func expected(_ waits: ExpectedWaits) -> ExpectedWait? {
        switch self {
        case .checking: waits.checking
        case .inReview: waits.review
        case .awaitingCarrier: waits.carrier
        // Until the giving up of whoever had the card before is through.
        case .awaitingTransfer: waits.whole
        default: nil
        }
    }
}
