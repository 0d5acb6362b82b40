import Records
import Registry

/// How the hand-ins of an organisation and all below it fared, month by month of their first handing in.
package struct AgentPerformance: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        package var handedIn: Int64 = 0
        /// What the first decision was; none yet for the rest.
        package var approved: Int64 = 0
        package var sentBack: Int64 = 0
        package var refused: Int64 = 0
        /// Those about which the rules had a doubt or a provider said no.
        package var doubted: Int64 = 0
        /// From handing in to the first decision.
        package var decidedIn: Spread?
        /// From being sent back to handing in again.
        package var mendedIn: Spread?

        package init() {}

        package var decided: Int64 { approved + sentBack + refused }
        /// Of those decided, how many were not approved at once; nil while none is.
        package var refusalRate: Double? { decided == 0 ? nil : Double(sentBack + refused) / Double(decided) }
        /// Of those handed in; nil while none is.
        package var doubtRate: Double? { handedIn == 0 ? nil : Double(doubted) / Double(handedIn) }
    }

    package struct Month: Hashable, Sendable {
        package let month: CardFigures.Month
        package let line: Line
    }

    /// An organisation right below, with all below that.
    package struct Below: Hashable, Sendable {
        package let organisation: OrganisationID
        package let name: String
        package let line: Line
    }

    package let organisation: OrganisationID
    package let countedAt: Instant
    /// The oldest first, the present one last.
    package let months: [Month]
    /// Over all these months.
    package let total: Line
    /// What the organisation handed in itself, over all these months.
    package let own: Line
    /// Those below that handed in something, the most first.
    package let below: [Below]
}

extension Installation {
    /// Drafts that are older when handed in are not counted: looking for them would cost with all that was ever begun.
    private static let draftDays: Int64 = 180

    /// Looks at every hand-in of these months within the organisation's subtree. Needs `gap-report:read`.
    /// Throws `not-found`, also for what is out of scope.
    package func agentPerformance(as principal: Principal, of id: OrganisationID) async throws -> AgentPerformance {
        let months = FigureMonths(at: now())
        return try await counting(as: principal, needs: .gapReport) { session in
            guard let found = try OrganisationRecords.find(id, within: principal.scope, in: session) else { throw Refusal.notFound }
            let total = PerformanceCount(), own = PerformanceCount()
            let byMonth = months.months.map { _ in PerformanceCount() }
            var byPath: [OrganisationPath: PerformanceCount] = [:]
            let depth = found.path.withAncestors.count
            try AgentFigureRecords.firstHandIns(
                below: found.path, begun: months.begin.adding(days: -Self.draftDays), from: months.begin, to: months.end, in: session
            ) { handIn in
                guard let index = months.index(of: handIn.submittedAt) else { return }
                byMonth[index].add(handIn)
                total.add(handIn)
                let path = handIn.path.withAncestors
                guard path.count > depth else { return own.add(handIn) }
                let count = byPath[path[depth]] ?? PerformanceCount()
                count.add(handIn)
                byPath[path[depth]] = count
            }
            var below: [AgentPerformance.Below] = []
            for (path, count) in byPath {
                guard let child = try OrganisationRecords.find(path, in: session) else { continue }
                below.append(AgentPerformance.Below(organisation: child.id, name: child.name, line: count.line))
            }
            return AgentPerformance(
                organisation: id, countedAt: months.now,
                months: zip(months.months, byMonth).map { AgentPerformance.Month(month: $0, line: $1.line) }, total: total.line,
                own: own.line,
                below: below.sorted { ($1.line.handedIn, $0.organisation) < ($0.line.handedIn, $1.organisation) })
        }
    }
}

/// Grows by a hand-in at a time.
private final class PerformanceCount {
    private var counts = AgentPerformance.Line()
    private var decided: [Int64] = []
    private var mended: [Int64] = []

    func add(_ handIn: FirstHandIn) {
        counts.handedIn += 1
        if handIn.isDoubted { counts.doubted += 1 }
        guard let verdict = handIn.verdict, let decidedAt = handIn.decidedAt else { return }
        decided.append(handIn.submittedAt.seconds(until: decidedAt))
        switch verdict {
        case .approve: counts.approved += 1
        case .sendBack: counts.sentBack += 1
        case .refuse: counts.refused += 1
        }
        if verdict == .sendBack, let again = handIn.mendedAt { mended.append(decidedAt.seconds(until: again)) }
    }

    var line: AgentPerformance.Line {
        var line = counts
        line.decidedIn = Spread(seconds: decided)
        line.mendedIn = Spread(seconds: mended)
        return line
    }
}
