import Records
import Registry
import SQLCore
import Sandbox
import TestKit
import UseCases

/// One server after the other on the same store: each knows nothing of windows, quotas and tokens the one before saw. They and the carrier
/// live by one clock, which the waiting for a quota moves too.
final class WorstHourServers {
    let job: MainJob
    let carrying: Carrying
    private let door: NoticeDoor
    private let open: @Sendable () async throws -> any CarrierGateway
    private(set) var gateway: any CarrierGateway
    private(set) var store: BreakingStore
    private var server: Installation
    private(set) var kills = 0

    /// A server needs a while to come back, which may be none.
    private static let absences: [Int64] = [0, 300, 1_000, 3_000]

    init(
        _ job: MainJob, _ carrying: Carrying, _ door: NoticeDoor, open: @escaping @Sendable () async throws -> any CarrierGateway
    ) async throws {
        self.job = job
        self.carrying = carrying
        self.door = door
        self.open = open
        gateway = try await open()
        store = BreakingStore(job.installation.engine)
        server = try await Self.server(job, store, gateway)
        door.open(to: server)
    }

    private static func server(_ job: MainJob, _ store: BreakingStore, _ gateway: any CarrierGateway) async throws -> Installation {
        try await job.world.secondServer(on: store, carriers: CarrierGateways([gateway]))
    }

    func move(milliseconds: Int64) {
        let clock = job.world.clock
        clock.set(Instant(milliseconds: clock.now().milliseconds + milliseconds))
    }

    /// What the background does, until nothing is due or the server is dead.
    func work() async throws {
        do {
            for _ in 0..<30 {
                let hasRead = try await server.readCarrierNotices()
                let hasTold = try await server.tellCarrier(gateway)
                let hasAsked = try await server.askOutcomes(gateway)
                let hasHeard = try await server.askCarrierTruth(gateway)
                if !hasRead, !hasTold, !hasAsked, !hasHeard { return }
            }
        } catch is BreakingStore.CutOff {
            try await comeBack()
        }
    }

    private func comeBack() async throws {
        await gateway.close()
        move(milliseconds: Self.absences[kills % Self.absences.count])
        kills += 1
        gateway = try await open()
        store = BreakingStore(job.installation.engine)
        server = try await Self.server(job, store, gateway)
        try await server.takeUpAfterStop()
        door.open(to: server)
    }

    /// Asks about cards until nothing more may be asked that day; answers for how many seconds. Nil where the day never ends.
    func useUpDay(of calls: Int64, asking card: CarrierCard) async throws -> Int64? {
        let clock = job.world.clock
        // Some calls fail, and while the carrier is left alone for it none is made.
        for _ in 0..<(2 * calls + 200) {
            guard try await server.hasTurn(at: gateway) else {
                move(milliseconds: 1_000)
                continue
            }
            switch await gateway.states(of: [card])[0] {
            case .overQuota(let until) where until > clock.now().adding(seconds: 3_600):
                return (until.milliseconds - clock.now().milliseconds) / 1_000
            case .done: continue
            default: move(milliseconds: 1_000)
            }
        }
        return nil
    }

    /// Whether nothing is wished any more, and the carrier was heard about everything that came to its end.
    func isSettled() async throws -> Bool {
        for state in [IntentState.waiting, .sent, .byHand] {
            let open = try await job.installation.listIntents(as: job.administrator, of: .mobile, state)
            guard open.rows.isEmpty else { return false }
        }
        let ever = job.world.clock.now().adding(days: 30)
        return try await job.installation.store.read { try !CarrierTruthRecords.isDue(.urgent, .mobile, at: ever, in: $0) }
    }
}
