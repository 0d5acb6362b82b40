import Contract
import Registry
import UseCases

extension Call {
    func readOwnReviewFigures() async throws -> Answer {
        try .json(Wire.ReviewFigures(await installation.reviewFigures(as: principal())))
    }

    func readReviewFigures() async throws -> Answer {
        try .json(Wire.ReviewFigures(await installation.reviewFigures(as: principal(), of: id("account"))))
    }

    func readPerformance() async throws -> Answer {
        try .json(Wire.AgentPerformance(await installation.agentPerformance(as: principal(), of: id("organisation"))))
    }
}

extension Wire.ReviewFigures {
    fileprivate init(_ figures: UseCases.ReviewFigures) {
        self.init(account: figures.account.wire, countedAt: figures.countedAt.wire, months: figures.months.map { Wire.ReviewMonth($0) })
    }
}

extension Wire.ReviewMonth {
    fileprivate init(_ month: UseCases.ReviewFigures.Month) {
        self.init(
            month: month.month.text, approved: month.approved, sentBack: month.sentBack, refused: month.refused,
            corrected: month.corrected, disputed: month.disputed, reAudited: month.reAudited, kept: month.kept,
            overturned: month.overturned, waited: month.waited.map { Wire.Spread($0) }, held: month.held.map { Wire.Spread($0) })
    }
}

extension Wire.AgentPerformance {
    fileprivate init(_ found: UseCases.AgentPerformance) {
        self.init(
            organisation: found.organisation.wire, countedAt: found.countedAt.wire,
            months: found.months.map { Wire.PerformanceMonth(month: $0.month.text, line: Wire.PerformanceLine($0.line)) },
            total: Wire.PerformanceLine(found.total), own: Wire.PerformanceLine(found.own),
            below: found.below.map {
                Wire.PerformanceBelow(organisation: $0.organisation.wire, name: $0.name, line: Wire.PerformanceLine($0.line))
            })
    }
}

extension Wire.PerformanceLine {
    fileprivate init(_ line: UseCases.AgentPerformance.Line) {
        self.init(
            handedIn: line.handedIn, approved: line.approved, sentBack: line.sentBack, refused: line.refused, doubted: line.doubted,
            decidedIn: line.decidedIn.map { Wire.Spread($0) }, mendedIn: line.mendedIn.map { Wire.Spread($0) })
    }
}

extension Wire.Spread {
    fileprivate init(_ spread: UseCases.Spread) {
        self.init(count: spread.count, medianSeconds: spread.median, ninetiethSeconds: spread.ninetieth)
    }
}
