import Numbers
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

/// Cards of the main job and what is done with their lives.
struct LifeSteps {
    let job: MainJob
    var world: World { job.world }
    var shiming: Installation { job.installation }

    /// Somebody of the operator who may stop cards for its own reasons.
    var controller: Principal { job.administrator }

    @discardableResult
    func change(
        _ command: LifeCommand, _ cards: [Int], reason: StopReason? = nil, as principal: Principal? = nil, leavingOthers: Bool = false
    ) async throws -> LifeOutcomes {
        try await shiming.changeLives(
            as: principal ?? controller, .numbers(cards.map { job.iccids[$0] }), LifeWish(command, reason: reason),
            leavingOthers: leavingOthers)
    }

    func reference(_ card: Int) async throws -> String { try await reference(of: job.iccids[card]) }

    func reference(of iccid: String) async throws -> String {
        let found = try await shiming.searchCards(as: job.administrator, numbers: [iccid])
        return try #require(found.first??.reference)
    }

    func life(_ card: Int, as principal: Principal? = nil) async throws -> LifeView {
        try await life(of: job.iccids[card], as: principal)
    }

    func life(of iccid: String, as principal: Principal? = nil) async throws -> LifeView {
        try await shiming.readLife(as: principal ?? controller, reference: try await reference(of: iccid))
    }

    func standing(_ card: Int) async throws -> LifeStanding { try await life(card).life.standing }

    /// The obstacle that refuses the command for the card; nil when it is done.
    func obstacle(_ command: LifeCommand, _ card: Int, reason: StopReason? = nil) async throws -> LifeObstacle? {
        try await change(command, [card], reason: reason, leavingOthers: true).leftOut.keys.first
    }

    /// The card was used a minute ago, as a file of the carrier's tells.
    func use(_ iccid: String) async throws { try await use([(iccid, 60)], through: shiming) }

    /// The same of many lines, each so many seconds ago.
    func use(_ lines: [(iccid: String, secondsAgo: Int64)], through server: Installation) async throws {
        let now = world.clock.now().milliseconds / 1_000
        let text = lines.map { "{\"iccid\":\"\($0.iccid)\",\"usedAt\":\"\(Self.stamp(now - $0.secondsAgo))\"}\n" }.joined()
        _ = try await server.createUsageFile(as: controller, body: OneChunk(Array(text.utf8)))
        while try await server.runNextUsageFile() {}
    }

    /// In China, without a zone.
    private static func stamp(_ seconds: Int64) -> String {
        let local = seconds + 8 * 3_600
        let day = CivilDate(daysSinceEpoch: Int(local / 86_400))?.description ?? ""
        func two(_ number: Int64) -> String { (number < 10 ? "0" : "") + String(number) }
        return "\(day) \(two(local % 86_400 / 3_600)):\(two(local % 3_600 / 60)):\(two(local % 60))"
    }

    /// Sweeps, at a time in Shanghai, as of a server that ran all along.
    func sweep(at year: Int, _ month: Int, _ day: Int, hour: Int64 = 0) async throws {
        try await world.sweepLives(at: try shanghai(year, month, day, hour: hour))
    }
}

func shanghai(_ year: Int, _ month: Int, _ day: Int, hour: Int64 = 0) throws -> Instant {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    return Instant(milliseconds: date.shanghaiMidnight + hour * 3_600_000)
}

func withLives<Value>(
    cards: Int = 4, settings: Settings = Settings(), registered: Bool = true, carrier: (any CarrierGateway)? = nil,
    clock: MovedClock = MovedClock(), _ body: (LifeSteps, BegunApplication?) async throws -> Value
) async throws -> Value {
    try await withWorld(settings: settings, carriers: { _ in CarrierGateways(carrier.map { [$0] } ?? []) }, clock: clock) { world in
        let job = try await MainJob.prepare(in: world, cards: cards)
        let begun = registered ? try await job.registered() : nil
        return try await body(LifeSteps(job: job), begun)
    }
}
