import Ledger
import Records
import Registry
import SQLCore

extension TrailAction {
    static let deletionAnswered = TrailAction("deletion.answered")
}

/// How many registrations are kept on which ground.
package struct RetentionFigures: Hashable, Sendable {
    package let live: Int64
    package let retention: Int64
    package let deepFreeze: Int64
    /// Held for a case: counted here, and not with what is kept or sealed.
    package let legalHold: Int64
    /// Of what ended more than two years ago, those all of whose keys custodians have, and those that wait for it (held ones, and such as share
    /// a person or a paper with another registration, among them).
    package let inCustody: Int64
    package let awaitingCustody: Int64
    package let keysInCustody: Int64
    /// Whether two custodians are set: without them nothing is deposited.
    package let hasCustodians: Bool
}

/// What is kept, and on which ground.
package struct RetentionReport: Sendable {
    package struct Line: Hashable, Sendable {
        package let registration: RegistrationID
        package let code: String
        package let endedAt: Instant
        package let phase: RetentionPhase
    }

    package let figures: RetentionFigures
    package let cardsCancelled: Int64
    /// Registrations that have ended, the longest ended first.
    package let lines: Page<Line, RetentionRecords.Position>
}

extension Installation {
    /// How many registrations are kept on which ground; the cards are not counted.
    package func retentionFigures(as principal: Principal) async throws -> RetentionFigures {
        let now = now()
        return try await look(as: principal, needs: .retentionRead) { session in
            try Self.figures(Self.heldPhases(at: now, in: session), at: now, in: session)
        }
    }

    private static func figures(_ held: HeldPhases, at now: Instant, in session: any Session) throws -> RetentionFigures {
        let border = freezesBefore(now)
        let counts = try RetentionRecords.counts(at: now, freezesBefore: border, in: session)
        let deposits = try DepositRecords.counts(before: border, in: session)
        return RetentionFigures(
            live: counts.live, retention: counts.retention + held.added("retention"),
            deepFreeze: counts.deepFreeze + held.added("deep-freeze"), legalHold: held.added("legal-hold"),
            inCustody: deposits.registrations, awaitingCustody: deposits.waiting, keysInCustody: deposits.keys,
            hasCustodians: try CustodianRecords.inForce(in: session) != nil)
    }

    /// What is kept of registrations that have ended. Nothing of it is ever deleted (R-25-14, invariant 9).
    package func retentionReport(
        as principal: Principal, after position: RetentionRecords.Position? = nil, limit: Int? = nil
    ) async throws -> RetentionReport {
        let limit = settings.rows(limit)
        let now = now()
        return try await look(as: principal, needs: .retentionRead) { session in
            let held = try Self.heldPhases(at: now, in: session)
            let ended = try RetentionRecords.ended(at: now, after: position, limit: limit + 1, in: session)
            return RetentionReport(
                figures: try Self.figures(held, at: now, in: session), cardsCancelled: try RetentionRecords.cardsCancelled(in: session),
                lines: Page(
                    rows: ended.prefix(limit).map {
                        RetentionReport.Line(
                            registration: $0.position.registration, code: $0.code, endedAt: $0.position.endedAt,
                            phase: held.phases[$0.position.registration] ?? RetentionPhase.of(ended: $0.position.endedAt, at: now))
                    }, next: ended.count > limit ? ended[limit - 1].position : nil))
        }
    }

    /// The phases of what is or was held, and by how much they change what counting by dates alone says.
    private struct HeldPhases {
        var phases: [RegistrationID: RetentionPhase] = [:]
        var changes: [String: Int64] = [:]

        func added(_ phase: String) -> Int64 { changes[phase] ?? 0 }
    }

    private static func heldPhases(at now: Instant, in session: any Session) throws -> HeldPhases {
        var held = HeldPhases()
        for (registration, kept) in try LegalHoldRecords.heldRegistrations(at: now, in: session) {
            let phase = RetentionPhase.of(ended: kept.endedAt, holds: kept.holds, at: now)
            held.phases[registration] = phase
            held.changes[RetentionPhase.of(ended: kept.endedAt, at: now).name, default: 0] -= 1
            held.changes[phase.name, default: 0] += 1
        }
        return held
    }

    /// The first moment of an end that is not yet sealed at `now`: found by halving, since months have no inverse.
    static func freezesBefore(_ now: Instant) -> Instant {
        var (low, high) = (now.adding(days: -3 * 366), now)
        while low.milliseconds + 1 < high.milliseconds {
            let middle = Instant(milliseconds: (low.milliseconds + high.milliseconds) / 2)
            if case .deepFreeze = RetentionPhase.of(ended: middle, at: now) { low = middle } else { high = middle }
        }
        return high
    }

    /// What somebody who asks for deletion is told of the one who answered for the card then: the ground on which it is kept. That he asked
    /// stands on the trail; nothing is deleted. That it is held is told to those who know of holds, who answer for the case.
    package func answerDeletion(as principal: Principal, _ question: CardQuestion, at: Instant?) async throws -> RetentionPhase {
        try await act(as: principal, .deletionAnswered, needs: .answerRead) { act in
            let answer = try Answering(
                installation: act.installation, principal: principal, session: act.session, now: act.now, at: at ?? act.now,
                asKnown: act.now,
                isRevealed: false
            ).answer(question)
            guard answer.standing == .registered else { throw Refusal.nothingKept }
            act.recording.about(card: answer.subscription)
            if let registration = answer.registration { act.recording.about(.registration, registration) }
            act.recording.note("phase", .string(answer.phase.name))
            return answer.phase
        }
    }
}

extension Refusal {
    package static let nothingKept = Refusal(
        "nothing-kept", .conflict, house: .states, en: "Nobody answered for the card at that time; nothing is kept of anybody.",
        zh: "该卡在该时间无人登记，未保存任何人的登记信息。", mend: LocalText(en: "Give the time of the registration.", zh: "请填写登记期间的时间。"))
}
