import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("What carriers report of use")
struct UsageFileTests {
    private func send(_ text: String, _ lives: LifeSteps, as principal: Principal? = nil) async throws -> UsageFileRecord {
        let made = try await lives.shiming.createUsageFile(as: principal ?? lives.controller, body: OneChunk(Array(text.utf8)))
        while try await lives.shiming.runNextUsageFile() {}
        _ = try await lives.shiming.sweepAllLives()
        return try await lives.shiming.readUsageFile(as: lives.controller, made.id)
    }

    private static let device = "354403110000013"
    private static let otherDevice = "354403110000021"

    @Test func `a line says when a card was used last, how much, in which device and where`() async throws {
        try await withLives { lives, _ in
            try await lives.change(.activate, [0])
            lives.world.clock.move(days: 2)
            let file = try await send(
                "iccid,usedAt,kilobytes,imei,region\n\(lives.job.iccids[0]),2026-03-03 08:00:00,1024,\(Self.device),310115\n", lives)
            #expect(file.state == .done)
            #expect(file.progress.taken == 1)
            #expect(file.spool == nil)
            let usage = try #require(try await lives.life(0).life.usage)
            let eight = try shanghai(2026, 3, 3, hour: 8)
            #expect(usage.lastUse == eight)
            #expect(usage.month == 202_603 && usage.kilobytes == 1_024 && usage.region == 3_101)
            #expect(usage.device == 35_440_311_000_001)
        }
    }

    @Test func `JSON lines say the same`() async throws {
        try await withLives { lives, _ in
            lives.world.clock.move(days: 2)
            let file = try await send(
                """
                {"iccid":"\(lives.job.iccids[0])","usedAt":"2026-03-03T00:00:00Z","month":"2026-03","kilobytes":7,"more":{"nobody":"needs"}}

                {"iccid":"\(lives.job.iccids[1])","usedAt":"2026-03-03T09:00:00+09:00"}
                """, lives)
            #expect(file.format == "ndjson")
            #expect(file.progress.taken == 2 && file.progress.failed == 0)
            #expect(try await lives.life(0).life.usage?.kilobytes == 7)
            let eight = try shanghai(2026, 3, 3, hour: 8)
            #expect(try await lives.life(1).life.usage?.lastUse == eight)
        }
    }

    @Test func `a bad line names its place and field and never what it says, and the others count`() async throws {
        try await withLives { lives, _ in
            let good = lives.job.iccids[0]
            let lines = [
                "\(good),2026-03-02 09:30:00,", "12345,2026-03-02 08:00:00,", "\(good),yesterday,", ",2026-03-02 08:00:00,",
                "\(good),2031-01-01 00:00:00,", "\(good),2026-03-02 08:00:00,999", "89860426009999999992,2026-03-02 08:00:00,",
            ]
            let file = try await send("iccid,usedAt,imei\n" + lines.joined(separator: "\n"), lives)
            #expect(file.progress.taken == 1)
            let problems = try await lives.shiming.listUsageProblems(as: lives.controller, file.id).rows
            #expect(problems.map(\.code).contains("in-the-future"))
            #expect(Int64(problems.count) == file.progress.failed)
            #expect(file.progress.failed + file.progress.unknown == 6)
            #expect(Set(problems.map(\.field)) == ["number", "usedAt", "imei"])
        }
    }

    @Test func `a file without the columns is refused at once, and so is an empty one`() async throws {
        try await withLives { (lives, _) async throws in
            await #expect(throws: Refusal.self) { try await send("a,b\n1,2\n", lives) }
            await #expect(throws: Refusal.self) { try await send("", lives) }
            #expect(try await lives.shiming.listUsageFiles(as: lives.controller).rows.isEmpty)
            await #expect(throws: Refusal.notPermitted) { try await send("iccid,usedAt\n", lives, as: lives.job.clerk) }
        }
    }

    @Test func `the first use of a registered card activates it, of an unregistered one stops it`() async throws {
        try await withLives(registered: false) { lives, _ in
            try await lives.change(.prepare, [0, 1])
            lives.world.clock.move(days: 1)
            _ = try await send("iccid,usedAt\n\(lives.job.iccids[0]),2026-03-02 12:00:00\n", lives)
            #expect(try await lives.standing(0) == LifeStanding(.ready, StopReasons([.noRealName])))
            #expect(try await lives.life(0).intents.first?.command == .stop)
            _ = try await lives.job.registered()
            lives.world.clock.move(days: 1)
            _ = try await send("iccid,usedAt\n\(lives.job.iccids[1]),2026-03-03 12:00:00\n", lives)
            #expect(try await lives.standing(1) == LifeStanding(.active))
        }
    }

    @Test func `a card used in time is not idle, and use older than its life here is not its own`() async throws {
        try await withLives { lives, _ in
            try await lives.change(.activate, [0, 1])
            lives.world.clock.set(try shanghai(2026, 5, 31))
            _ = try await send(
                "iccid,usedAt\n\(lives.job.iccids[0]),2026-05-30 12:00:00\n\(lives.job.iccids[1]),2025-05-30 12:00:00\n", lives)
            #expect(try await lives.life(1).life.usage == nil)
            try await lives.sweep(at: 2026, 6, 5)
            #expect(try await lives.standing(0).state == .active)
            #expect(try await lives.standing(1).state == .cancelling)
        }
    }

    @Test func `use alone brings a card back where the setting says so`() async throws {
        try await withLives { lives, _ in
            var setting = LifeSetting()
            setting.useBringsBack = true
            _ = try await lives.shiming.setLifeSetting(
                as: lives.controller, carrier: nil, product: nil, province: nil, setting, validFrom: nil, after: 0)
            try await lives.change(.activate, [0])
            try await lives.change(.cancel, [0])
            lives.world.clock.move(days: 3)
            _ = try await send("iccid,usedAt\n\(lives.job.iccids[0]),2026-03-04 12:00:00\n", lives)
            #expect(try await lives.standing(0) == LifeStanding(.active))
        }
    }

    @Test func `another device than the declared one stops the card, compared on fourteen digits`() async throws {
        try await withLives(registered: false) { lives, _ in
            _ = try await lives.shiming.updateProduct(
                as: lives.job.administrator, code: "directed-30m", version: 1,
                facts: ProductFacts(
                    name: "directed-30m", carrier: .mobile, cardClass: .iotGeneral, traffic: .directed, monthlyMegabytes: 30, voice: false,
                    sms: false, binding: .firstUse))
            _ = try await lives.job.registered()
            try await lives.change(.activate, [0])
            func use(_ imei: String, _ time: String) async throws {
                lives.world.clock.move(days: 1)
                _ = try await send("iccid,usedAt,imei\n\(lives.job.iccids[0]),\(time),\(imei)\n", lives)
            }
            try await use(Self.device, "2026-03-02 12:00:00")
            // The same device by its fifteenth digit and by a version of its software.
            try await use(Self.device.dropLast() + "01", "2026-03-03 08:00:00")
            #expect(try await lives.standing(0).serves)
            try await use(Self.otherDevice, "2026-03-04 08:00:00")
            #expect(try await lives.standing(0).stops == StopReasons([.deviceSeparation]))
            let declared = try await lives.shiming.changeDevice(
                as: lives.job.clerk, card: try await lives.reference(0), imei: Self.otherDevice)
            #expect(declared.serves)
            try await use(Self.otherDevice, "2026-03-05 20:00:00")
            #expect(try await lives.standing(0).serves)
            // Declared, and used on in the one before.
            _ = try await lives.shiming.changeDevice(as: lives.job.clerk, card: try await lives.reference(0), imei: Self.device)
            try await use(Self.otherDevice, "2026-03-07 08:00:00")
            #expect(try await lives.standing(0).stops == StopReasons([.deviceSeparation]))
        }
    }

    @Test func `shuffled with repeats, and interrupted on the way, the result is the same as in order`() async throws {
        let seed: UInt64 = 20_260_302
        var results: [[String]] = []
        for isShuffled in [false, true] {
            var settings = Settings()
            settings.intakeCommitRows = 50
            let result = try await withLives(cards: 12, settings: settings) { lives, _ in
                var chance = Seeded(state: seed)
                try await lives.change(.activate, Array(0..<12))
                lives.world.clock.set(try shanghai(2026, 4, 20))
                var lines = (0..<400).map { number in
                    let day = 2 + number % 40
                    let time = day <= 31 ? "2026-03-\(day < 10 ? "0" : "")\(day)" : "2026-04-\(day - 31 < 10 ? "0" : "")\(day - 31)"
                    return
                        "\(lives.job.iccids[number % 12]),\(time) \(10 + number % 10):00:00,\(number),\(number.isMultiple(of: 3) ? Self.device : Self.otherDevice)"
                }
                if isShuffled { lines = (lines + lines.shuffled(using: &chance).prefix(150)).shuffled(using: &chance) }
                let text = "iccid,usedAt,kilobytes,imei\n" + lines.joined(separator: "\n")
                let made = try await lives.shiming.createUsageFile(as: lives.controller, body: OneChunk(Array(text.utf8)))
                if isShuffled {
                    // As a process does that is killed: three stretches are in, the next worker goes on.
                    try await UsageRun(installation: lives.shiming, file: made.leased(in: lives)).takeIn(commitsMax: 3)
                    lives.world.clock.move(seconds: settings.intakeLeaseSeconds + 1)
                }
                while try await lives.shiming.runNextUsageFile() {}
                #expect(try await lives.shiming.readUsageFile(as: lives.controller, made.id).progress.taken == Int64(lines.count))
                _ = try await lives.shiming.sweepAllLives()
                var told: [String] = []
                for card in 0..<12 {
                    let life = try await lives.life(card).life
                    told.append("\(life.standing) \(String(describing: life.usage))")
                }
                return told
            }
            results.append(result)
        }
        #expect(results[0] == results[1], "seed \(seed)")
    }

    // MARK: Late, across the beginning of a cancellation cycle

    /// A card in service since March, idle from 3 June on by what is known, and what was reported of it, with sweeps between.
    private func withIdle(_ body: (LifeSteps) async throws -> Void) async throws {
        try await withLives { lives, _ in
            try await lives.change(.activate, [0, 1])
            try await lives.sweep(at: 2026, 6, 3, hour: 8)
            #expect(try await lives.standing(0).state == .cancelling)
            lives.world.clock.set(try shanghai(2026, 6, 20))
            try await body(lives)
        }
    }

    private func report(_ times: [String], of card: Int = 0, _ lives: LifeSteps) async throws {
        _ = try await send("iccid,usedAt\n" + times.map { "\(lives.job.iccids[card]),2026-\($0)\n" }.joined(), lives)
    }

    private func cases(_ lives: LifeSteps) async throws -> [LifeCaseKind] {
        try await lives.shiming.listLifeCases(as: lives.controller).rows.map(\.kind)
    }

    @Test func `used in time, as a file tells later, a card is brought back by an event of that name, and the carrier resumes it`()
        async throws
    {
        try await withIdle { lives in
            try await report(["05-20 12:00:00"], lives)
            #expect(try await lives.standing(0) == LifeStanding(.active))
            #expect(try await lives.standing(1).state == .cancelling, "nobody told of the other")
            let view = try await lives.life(0)
            #expect(view.events.map(\.command) == [.activate, .cancel, .usedInTime])
            #expect(view.intents.first?.command == .resume)
            // Said again, it does nothing more.
            try await report(["05-20 12:00:00", "04-01 12:00:00"], lives)
            #expect(try await lives.life(0).events.count == 3)
            #expect(try await cases(lives) == [])
            _ = try await lives.shiming.sequenceTrail()
            #expect(try await lives.shiming.checkStore().findings == [])
        }
    }

    @Test(arguments: [false, true])
    func `over two files with a sweep between a card in use is in service in the end, in either order`(isLateFirst: Bool) async throws {
        try await withLives { lives, _ in
            try await lives.change(.activate, [0])
            let (early, late) = ("04-10 12:00:00", "07-01 12:00:00")
            // What is known at 11 July is 10 April, or 1 July.
            lives.world.clock.set(try shanghai(2026, 7, 2))
            try await report([isLateFirst ? late : early], lives)
            try await lives.sweep(at: 2026, 7, 11, hour: 9)
            #expect(try await lives.standing(0).state == (isLateFirst ? .active : .cancelling))
            try await report([isLateFirst ? early : late], lives)
            try await lives.sweep(at: 2026, 7, 12)
            #expect(try await lives.standing(0) == LifeStanding(.active))
            #expect(try await lives.life(0).events.contains { $0.command == .usedInTime } == !isLateFirst)
        }
    }

    @Test(arguments: [["06-10 12:00:00", "05-20 12:00:00"], ["05-20 12:00:00", "06-10 12:00:00"]])
    func `use within the cycle hides none from before it, in one file or two`(times: [String]) async throws {
        try await withIdle { lives in
            for time in times { try await report([time], lives) }
            try await report(times, of: 1, lives)
            for card in [0, 1] {
                #expect(try await lives.standing(card) == LifeStanding(.active))
                #expect(try await lives.life(card).events.last?.command == .usedInTime)
            }
        }
    }

    @Test func `use too old, or within the cycle alone, brings nothing back, nor what was another's`() async throws {
        try await withIdle { lives in
            // Three months after 2 March had ended when the cycle began.
            try await report(["03-02 10:00:00", "06-03 08:00:01", "06-10 12:00:00"], lives)
            _ = try await send("iccid,usedAt\n\(lives.job.iccids[1]),2025-05-20 12:00:00\n", lives)
            for card in [0, 1] { #expect(try await lives.standing(card).state == .cancelling) }
            #expect(try await !lives.life(0).events.contains { $0.command == .usedInTime })
        }
    }

    @Test func `where idle months became fewer, old use said again undoes no cycle rightly begun`() async throws {
        try await withLives { lives, _ in
            let april = try shanghai(2026, 4, 1)
            for (before, months, from) in [(0, 12, nil), (1, 3, april)] as [(Int64, Int64, Instant?)] {
                var setting = LifeSetting()
                setting.idleMonths = months
                _ = try await lives.shiming.setLifeSetting(
                    as: lives.controller, carrier: nil, product: nil, province: nil, setting, validFrom: from, after: before)
            }
            // The third waits till April; the fourth is stopped while it is in service.
            try await lives.change(.activate, [0, 1])
            try await lives.change(.prepare, [2])
            lives.world.clock.set(try shanghai(2026, 4, 6))
            try await lives.change(.activate, [2, 3])
            let (old, last) = ("03-20 12:00:00", "04-05 12:00:00")
            try await report([old, last], lives)
            try await report([old], of: 1, lives)
            lives.world.clock.set(try shanghai(2026, 5, 10))
            try await lives.change(.stop, [3], reason: .risk)
            try await lives.sweep(at: 2026, 7, 7, hour: 8)
            for card in [0, 2, 3] { #expect(try await lives.standing(card).state == .cancelling, "card \(card)") }
            lives.world.clock.set(try shanghai(2026, 7, 10))
            for card in [0, 1, 2] { try await report([old], of: card, lives) }
            #expect(try await lives.standing(0).state == .cancelling)
            #expect(try await lives.standing(1) == LifeStanding(.active), "twelve months count for it")
            #expect(try await lives.standing(2).state == .cancelling, "its time counts from April")
            // What nobody had told, later than all that counted, does.
            try await report(["04-20 12:00:00", old], lives)
            try await report(["05-01 12:00:00"], of: 3, lives)
            #expect(try await lives.standing(0) == LifeStanding(.active))
            #expect(try await lives.standing(3) == LifeStanding(.active, StopReasons([.risk])))
        }
    }

    @Test func `a cycle that somebody asked for, or that arrears began, goes on whatever was used`() async throws {
        try await withLives { lives, _ in
            try await lives.change(.activate, [0, 1])
            try await lives.change(.stop, [1], reason: .arrears)
            try await lives.sweep(at: 2026, 5, 2)
            #expect(try await lives.standing(1).state == .cancelling)
            try await lives.change(.cancel, [0])
            lives.world.clock.set(try shanghai(2026, 5, 20))
            for card in [0, 1] {
                try await report(["05-01 12:00:00"], of: card, lives)
                #expect(try await lives.standing(card).state == .cancelling)
            }
        }
    }

    @Test func `what stops it stays, and who answers for it no more is not put into service`() async throws {
        try await withLives { lives, begun in
            let begun = try #require(begun)
            try await lives.change(.activate, [0])
            try await lives.change(.stop, [0], reason: .risk)
            try await lives.sweep(at: 2026, 6, 3, hour: 8)
            _ = try await lives.job.changed(begun.registration, .end) { _ in }
            lives.world.clock.set(try shanghai(2026, 6, 20))
            try await report(["05-20 12:00:00"], lives)
            #expect(try await lives.standing(0) == LifeStanding(.active, StopReasons([.noRealName, .risk])))
            #expect(try await lives.life(0).intents.first?.command != .resume)
        }
    }

    @Test func `cancelled already, it stays so, and people have a case, once for all reports`() async throws {
        try await withIdle { lives in
            try await lives.sweep(at: 2026, 8, 4, hour: 9)
            #expect(try await lives.standing(0).state == .cancelled)
            try await report(["03-02 10:00:00"], of: 1, lives)
            #expect(try await cases(lives) == [])
            try await report(["05-20 12:00:00"], lives)
            #expect(try await lives.standing(0).state == .cancelled)
            #expect(try await cases(lives) == [.cancelledThoughUsed])
            let open = try #require(try await lives.shiming.listLifeCases(as: lives.controller).rows.first)
            #expect(open.kind.mends.isEmpty)
            let now = lives.world.clock.now()
            let isClosed = try await lives.shiming.store.write { session in
                try LifeCaseRecords.close(open, by: lives.controller.account, at: now, in: session)
            }
            #expect(isClosed)
            // Seen to: what is said again opens it no more.
            lives.world.clock.move(days: 1)
            try await report(["05-20 12:00:00", "05-21 12:00:00"], lives)
            #expect(try await cases(lives) == [])
        }
    }

    @Test func `read by a worker that is killed and by the next, it is brought back once`() async throws {
        var settings = Settings()
        settings.intakeCommitRows = 2
        try await withLives(settings: settings) { lives, _ in
            try await lives.change(.activate, [0, 1])
            try await lives.sweep(at: 2026, 6, 3, hour: 8)
            lives.world.clock.set(try shanghai(2026, 6, 20))
            let text = "iccid,usedAt\n" + [0, 1, 0, 1, 0].map { "\(lives.job.iccids[$0]),2026-05-20 12:00:00\n" }.joined()
            let made = try await lives.shiming.createUsageFile(as: lives.controller, body: OneChunk(Array(text.utf8)))
            try await UsageRun(installation: lives.shiming, file: made.leased(in: lives)).takeIn(commitsMax: 1)
            lives.world.clock.move(seconds: settings.intakeLeaseSeconds + 121)
            while try await lives.shiming.runNextUsageFile() {}
            for card in [0, 1] { #expect(try await lives.life(card).events.map(\.command) == [.activate, .cancel, .usedInTime]) }
        }
    }
}

extension UsageFileRecord {
    /// Taken by a worker.
    fileprivate func leased(in lives: LifeSteps) async throws -> UsageFileRecord {
        let now = lives.world.clock.now()
        let leased = try await lives.shiming.store.write { session in
            try UsageFileRecords.lease(id, at: now, until: now.adding(seconds: 120), in: session)
        }
        return try #require(leased)
    }
}
