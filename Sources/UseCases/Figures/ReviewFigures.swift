import Records
import Registry
import SQLCore

/// What one reviewer decided, month by month.
package struct ReviewFigures: Hashable, Sendable {
    package struct Month: Hashable, Sendable {
        package let month: CardFigures.Month
        package var approved: Int64 = 0
        package var sentBack: Int64 = 0
        package var refused: Int64 = 0
        /// From handing in to the decision.
        package var waited: Spread?
        /// From taking the case to the decision, of those that were taken before.
        package var held: Spread?
        /// Of those approved: what was put in somebody's name and corrected, or disputed by that person, since.
        package var corrected: Int64 = 0
        package var disputed: Int64 = 0
        /// Of those approved: drawn to be looked at again, and what was found of them.
        package var reAudited: Int64 = 0
        package var kept: Int64 = 0
        package var overturned: Int64 = 0

        package var decided: Int64 { approved + sentBack + refused }

        package init(_ month: CardFigures.Month) {
            self.month = month
        }
    }

    package let account: AccountID
    package let countedAt: Instant
    /// The oldest first, the present one last.
    package let months: [Month]
}

extension Installation {
    /// One's own decisions. Needs `registration:review`.
    package func reviewFigures(as principal: Principal) async throws -> ReviewFigures {
        let months = FigureMonths(at: now())
        return try await counting(as: principal, needs: .registrationReview) { session in
            try ReviewCount(of: principal.account, in: months, session).figures
        }
    }

    /// Those of a member of staff, for whoever answers for staff. Needs `account:read`; throws `not-found`, also for what is out of scope.
    package func reviewFigures(as principal: Principal, of account: AccountID) async throws -> ReviewFigures {
        let months = FigureMonths(at: now())
        return try await counting(as: principal, needs: .accountRead) { session in
            guard let found = try AccountRecords.find(account, within: principal.scope, in: session) else { throw Refusal.notFound }
            // A key reviews nothing, and may have registered a million cards.
            guard found.kind != .machine else {
                return ReviewFigures(account: account, countedAt: months.now, months: months.months.map(ReviewFigures.Month.init))
            }
            return try ReviewCount(of: account, in: months, session).figures
        }
    }
}

/// Counts one reviewer's work.
private struct ReviewCount {
    private struct Decided {
        let act: ReviewAct
        /// When the case was taken for it.
        let takenAt: Instant?
    }

    private static let stretch = 200
    /// A case may have been taken in the month before it was decided.
    private static let takenBefore: Int64 = 1

    let figures: ReviewFigures

    init(of account: AccountID, in months: FigureMonths, _ session: any Session) throws {
        let acts = try ReviewFigureRecords.acts(
            by: account, from: months.begin.adding(days: -Self.takenBefore), to: months.end, in: session)
        let decided = Self.decisions(among: acts).filter { $0.act.at >= months.begin }
        let applications = Array(Set(decided.map(\.act.application)))
        var judged: [ApplicationID: [JudgedHandIn]] = [:]
        for start in stride(from: 0, to: applications.count, by: Self.stretch) {
            let some = Array(applications[start..<min(start + Self.stretch, applications.count)])
            for found in try ReviewFigureRecords.decisions(about: some, in: session) {
                judged[found.application, default: []].append(found)
            }
        }
        var lines = months.months.map(ReviewFigures.Month.init)
        var waited = lines.map { _ in [Int64]() }
        var held = waited
        for one in decided {
            guard let index = months.index(of: one.act.at) else { continue }
            lines[index].add(one.act.kind)
            guard let found = judged[one.act.application]?.first(where: { $0.decidedAt == one.act.at }) else { continue }
            waited[index].append(found.submittedAt.seconds(until: one.act.at))
            if let taken = one.takenAt, taken >= found.submittedAt { held[index].append(taken.seconds(until: one.act.at)) }
            if found.isCorrected { lines[index].corrected += 1 }
            if found.isDisputed { lines[index].disputed += 1 }
        }
        for drawn in try ReAuditRecords.results(of: account, from: months.begin, to: months.end, in: session) {
            guard let index = months.index(of: drawn.decidedAt) else { continue }
            lines[index].reAudited += 1
            switch drawn.verdict {
            case .kept: lines[index].kept += 1
            case .overturned: lines[index].overturned += 1
            case nil: break
            }
        }
        for index in lines.indices {
            lines[index].waited = Spread(seconds: waited[index])
            lines[index].held = Spread(seconds: held[index])
        }
        figures = ReviewFigures(account: account, countedAt: months.now, months: lines)
    }

    /// Each decision with the moment its case was taken; renewing the hold is not taking it.
    private static func decisions(among acts: [ReviewAct]) -> [Decided] {
        var taken: [ApplicationID: Instant] = [:]
        var decided: [Decided] = []
        for act in acts {
            switch act.kind {
            case .locked: if taken[act.application] == nil { taken[act.application] = act.at }
            case .unlocked: taken[act.application] = nil
            case .approved, .sentBack, .refused: decided.append(Decided(act: act, takenAt: taken.removeValue(forKey: act.application)))
            }
        }
        return decided
    }
}

extension ReviewFigures.Month {
    fileprivate mutating func add(_ kind: ReviewAct.Kind) {
        switch kind {
        case .approved: approved += 1
        case .sentBack: sentBack += 1
        case .refused: refused += 1
        case .locked, .unlocked: break
        }
    }
}
