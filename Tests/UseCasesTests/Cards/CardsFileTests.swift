import Foundation
import Numbers
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases
import Vault

@Suite struct `Files of cards` {
    private static let heading = "ICCID,接入号,IMSI,省份"

    private func line(_ index: Int, province: String = "广东") -> String {
        let row = CardWorld.row(index)
        return "\(row.iccid),\(row.msisdn ?? 0),\(row.imsi ?? 0),\(province)"
    }

    @Test func `every problem of a row names a rule that can be looked up`() throws {
        let codes =
            IntakeProblemCode.allCases.map(\.rawValue) + Reason.allCases.map(\.rawValue)
            + ["excel-scientific", "repeat-in-file", "quote-unclosed"]
        for code in codes {
            let text = try #require(ProblemText(code: code), "\(code)")
            #expect(!text.rules.isEmpty && text.rules.allSatisfy { Rule.named($0) != nil }, "\(code)")
        }
        #expect(ProblemText(code: Reason.iccidLength.rawValue)?.rules == ["R-NF-01"])
    }

    private func send(_ lines: [String], _ cards: CardWorld, as principal: Principal? = nil, kind: IntakeKind = .stock) async throws
        -> IntakeRecord
    {
        try await cards.installation.createIntake(
            as: principal ?? cards.administrator, IntakeRequest(kind: kind, batch: "lot", product: "m2m-30"), body: CardWorld.file(lines))
    }

    private func ended(_ intake: IntakeRecord, _ cards: CardWorld, as principal: Principal? = nil) async throws -> IntakeRecord {
        while try await cards.installation.runNextIntake() {}
        return try await cards.installation.readIntake(as: principal ?? cards.administrator, intake.id)
    }

    @Test func `good rows go in, bad ones are itemised, and the same file again changes nothing`() async throws {
        try await withCards { cards in
            let lines = [
                Self.heading, line(1), line(2), "8.986E+19,1064800000003,,广东", line(4), line(4), line(5), line(5, province: "北京"),
                line(6, province: "月球"), "123,,,",
            ]
            let intake = try await ended(send(lines, cards), cards)
            #expect(intake.state == .done)
            #expect(intake.progress.taken == 3)
            #expect(intake.progress.repeated == 1)
            #expect(intake.progress.failed == 5)
            let problems = try await cards.problems(intake)
            #expect(problems.filter { $0.severity == .repeated }.map(\.row) == [6])
            #expect(problems.filter { $0.severity == .refused }.map(\.row).sorted() == [4, 7, 8, 9, 10])
            #expect(problems.first { $0.row == 4 }?.code == "excel-scientific")
            for problem in problems where problem.severity == .refused { #expect(problem.text?.mend.zh.isEmpty == false) }
            let again = try await ended(send(lines, cards), cards)
            #expect(again.progress.taken == 0)
            #expect(again.progress.known == 3)
            #expect(try await cards.count("subscription") == 3)
        }
    }

    @Test func `what is wrong with the file as a whole is said at once and leaves nothing`() async throws {
        try await withCards { cards in
            for (lines, code) in [
                (["ICCID"], "no-rows"), (["name,colour", "a,b"], "column-missing"), (["ICCID,ICCID", "1,2"], "column-duplicated"),
                ([line(1), line(2)], "header-missing"),
            ] {
                var refused: String?
                do {
                    let intake = try await send(lines, cards)
                    refused = try await ended(intake, cards).failure
                } catch let refusal as Refusal {
                    refused = refusal.code
                }
                #expect(refused == code)
            }
            #expect(try await cards.count("subscription") == 0)
        }
    }

    @Test func `columns are found by what the uploader says of them`() async throws {
        try await withCards { cards in
            let body = ["甲,乙", "\(CardWorld.row(1).msisdn ?? 0),\(CardWorld.iccid(1))"]
            for mapping in [##"{"columns":{"#2":"iccid","甲":"msisdn"}}"##] {
                let intake = try await cards.installation.createIntake(
                    as: cards.administrator, IntakeRequest(kind: .stock, product: "m2m-30", mapping: mapping), body: CardWorld.file(body))
                #expect(try await ended(intake, cards).progress.taken == 1)
            }
            for mapping in ["{", "[]", #"{"columns":{"甲":"nonsense"}}"#, ##"{"columns":{"#0":"iccid"}}"##] {
                await #expect(throws: Refusal.intakeMappingInvalid) {
                    try await cards.installation.createIntake(
                        as: cards.administrator, IntakeRequest(kind: .stock, product: "m2m-30", mapping: mapping),
                        body: CardWorld.file(body))
                }
            }
        }
    }

    @Test func `products by code or name; unknown, missing and another carrier's are problems of the row`() async throws {
        try await withCards { cards in
            let lines = [
                "ICCID,套餐,运营商", "\(CardWorld.iccid(1)),m2m-30,移动", "\(CardWorld.iccid(2)),30 MB,", "\(CardWorld.iccid(3)),none,",
                "\(CardWorld.iccid(4)),,", "\(CardWorld.iccid(5)),m2m-30,联通",
            ]
            let sent = try await cards.installation.createIntake(
                as: cards.administrator, IntakeRequest(kind: .stock), body: CardWorld.file(lines))
            let intake = try await ended(sent, cards)
            #expect(intake.progress.taken == 2)
            let refused = try await cards.problems(intake).filter { $0.severity == .refused }
            #expect(refused.map(\.code) == ["product-unknown", "product-missing", "carrier-of-another-product"])
        }
    }

    @Test(arguments: [1, 3, 7, 20])
    func `stopped after any number of commits, the job goes on where it stood`(commits: Int) async throws {
        var settings = Settings()
        settings.intakeCommitRows = 5
        try await withCards(settings: settings) { cards in
            let sent = try await send([Self.heading] + (1...60).map { line($0) }, cards)
            // As much as a process does before it is killed: some commits, no end.
            let dying = try #require(try await cards.installation.leaseIntake())
            try await dying.takeIn(commitsMax: commits)
            #expect(try await cards.count("subscription") == min(60, commits * 5))
            #expect(try await cards.installation.runNextIntake() == false, "its lease still runs")
            cards.world.clock.move(seconds: settings.intakeLeaseSeconds)
            let intake = try await ended(sent, cards)
            #expect(intake.state == .done)
            #expect(intake.progress == IntakeProgress(rowsTotal: 60, nextRow: 61, taken: 60))
            let distinct = try await cards.installation.store.read {
                try $0.count("SELECT COUNT(DISTINCT iccid) FROM subscription")
            }
            #expect(distinct == 60)
            #expect(try await cards.count("subscription") == 60)
        }
    }

    @Test func `a server that starts after a crash goes on with the file at once`() async throws {
        var settings = Settings()
        settings.intakeCommitRows = 5
        try await withCards(settings: settings) { cards in
            let sent = try await send([Self.heading] + (1...20).map { line($0) }, cards)
            try await (try #require(try await cards.installation.leaseIntake())).takeIn(commitsMax: 2)
            #expect(try await cards.installation.runNextIntake() == false, "its lease still runs")
            try await cards.installation.takeUpAfterStop()
            #expect(try await ended(sent, cards).progress == IntakeProgress(rowsTotal: 20, nextRow: 21, taken: 20))
        }
    }

    @Test func `two workers on a queue take each file once`() async throws {
        var settings = Settings()
        settings.intakeCommitRows = 7
        try await withCards(settings: settings) { cards in
            for start in [0, 100, 200] { _ = try await send([Self.heading] + (1...50).map { line(start + $0) }, cards) }
            let installation = cards.installation
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 { group.addTask { while try await installation.runNextIntake() {} } }
                try await group.waitForAll()
            }
            #expect(try await cards.count("subscription") == 150)
            let states = try await cards.installation.listIntakes(as: cards.administrator).rows.map(\.state)
            #expect(states == [.done, .done, .done])
        }
    }

    @Test func `the repair file holds just the failed rows, goes to its uploader only, and mended touches only those`() async throws {
        try await withCards { cards in
            try await cards.take([CardWorld.row(9) { $0.province = 11 }])
            let sent = try await send(
                [Self.heading, line(1), line(2, province: "月球"), line(3), line(9), "=cmd()," + line(5)], cards)
            await #expect(throws: Refusal.intakeRunning) {
                try await cards.installation.readRepairFile(as: cards.administrator, sent.id, RepairForm(kind: .csv, isChinese: true)) {
                    _ in
                }
            }
            let intake = try await ended(sent, cards)
            #expect(intake.progress.failed == 3)
            let collected = Collected()
            try await cards.installation.readRepairFile(as: cards.administrator, intake.id, RepairForm(kind: .csv, isChinese: true)) {
                collected.bytes += $0
            }
            let text = String(decoding: collected.bytes, as: UTF8.self)
            let rows = text.split(whereSeparator: \.isNewline)
            #expect(rows.count == 4)
            #expect(!text.contains(CardWorld.iccid(1)) && text.contains(CardWorld.iccid(2)) && text.contains(CardWorld.iccid(9)))
            #expect(text.contains("其他资料不一致"))
            // Nobody else, not even of the same company.
            for other in [cards.staff(cards.company, [.administrator], account: 9), cards.agentManager] {
                await #expect(throws: Refusal.notFound) {
                    try await cards.installation.readRepairFile(as: other, intake.id, RepairForm(kind: .csv, isChinese: false)) { _ in }
                }
            }
            // Mended and sent again, it is known as what it is.
            let mended = text.replacing("月球", with: "广东")
            let second = try await cards.installation.createIntake(
                as: cards.administrator, IntakeRequest(kind: .stock, batch: "lot", product: "m2m-30"), body: CardWorld.file([mended]))
            #expect(try await ended(second, cards).progress.taken == 1)
            // After its time the file is gone, key and all.
            cards.world.clock.move(seconds: cards.installation.settings.repairFileHours * 3_600)
            try await cards.installation.destroyExpiredFiles()
            await #expect(throws: Refusal.repairFileExpired) {
                try await cards.installation.readRepairFile(as: cards.administrator, intake.id, RepairForm(kind: .csv, isChinese: true)) {
                    _ in
                }
            }
        }
    }

    @Test func `a file of all good rows is destroyed at once`() async throws {
        try await withCards { cards in
            let intake = try await ended(send([Self.heading, line(1)], cards), cards)
            #expect(intake.spool == nil)
            #expect(try FileManager.default.contentsOfDirectory(atPath: cards.installation.folders.spool).isEmpty)
            await #expect(throws: Refusal.repairFileEmpty) {
                try await cards.installation.readRepairFile(as: cards.administrator, intake.id, RepairForm(kind: .csv, isChinese: true)) {
                    _ in
                }
            }
        }
    }

    @Test func `a file that cannot be opened any more fails its intake and no other`() async throws {
        try await withCards { cards in
            let lost = try await send([Self.heading, line(1)], cards)
            let good = try await send([Self.heading, line(2)], cards)
            try FileManager.default.removeItem(atPath: cards.installation.folders.spool + "/" + (try #require(lost.spool)))
            #expect(try await ended(lost, cards).failure == "file-gone")
            #expect(try await ended(good, cards).state == .done)
        }
    }
}

private final class Collected: @unchecked Sendable {
    var bytes: [UInt8] = []
}

@Suite struct `Cards already in service` {
    private static let lines = [
        "ICCID,入网日期,单位名称,统一社会信用代码,责任人,责任人证件号码,凭证",
        "\(CardWorld.iccid(1)),2024-05-01,虚构物联有限公司,91110000600037341L,虚构甲,11010519491231002X,有",
        "\(CardWorld.iccid(2)),2024-05-01,虚构物联有限公司,,,,有", "\(CardWorld.iccid(3)),,,,,,无", "\(CardWorld.iccid(4)),,,,虚构乙,,",
        "\(CardWorld.iccid(5)),2031-01-01,,,,,", "\(CardWorld.iccid(6)),,,91110000600037341N,,,", "\(CardWorld.iccid(7)),,,,,,也许",
    ]

    private func taken(_ cards: CardWorld) async throws -> IntakeRecord {
        let sent = try await cards.installation.createIntake(
            as: cards.administrator, IntakeRequest(kind: .existing, product: "m2m-30"), body: CardWorld.file(Self.lines))
        while try await cards.installation.runNextIntake() {}
        return try await cards.installation.readIntake(as: cards.administrator, sent.id)
    }

    @Test func `what is missing is a gap, what is wrong is a problem of the row`() async throws {
        try await withCards { cards in
            let intake = try await taken(cards)
            #expect(intake.progress.taken == 4)
            let refused = try await cards.problems(intake).filter { $0.severity == .refused }
            #expect(refused.map(\.field) == ["opened-on", "unit-code", "evidence"])
            #expect(refused.map(\.code) == ["date-invalid", "credit-code-check-digit", "yes-or-no-unclear"])
        }
    }

    @Test func `the gap report counts and lists who lacks what`() async throws {
        try await withCards { cards in
            _ = try await taken(cards)
            try await cards.take([CardWorld.row(50)])
            let report = try await cards.installation.gapReport(as: cards.administrator)
            #expect(try await cards.installation.countGaps(as: cards.administrator) == report.counts)
            #expect(report.counts == GapCounts(inService: 4, registered: 0, lacking: [.holder: 2, .responsiblePerson: 2, .evidence: 2]))
            #expect(report.lines.map(\.row.iccid) == [2, 3, 4].map(CardWorld.iccid))
            #expect(
                report.lines.map(\.row.lacking) == [[.responsiblePerson], [.holder, .responsiblePerson, .evidence], [.holder, .evidence]])
            let first = try await cards.installation.gapReport(as: cards.administrator, lacking: .evidence, limit: 1)
            let second = try await cards.installation.gapReport(as: cards.administrator, lacking: .evidence, after: first.next, limit: 1)
            #expect((first.lines + second.lines).map(\.row.iccid) == [3, 4].map(CardWorld.iccid))
            #expect(second.next == nil)
            // Agents see the gaps of the cards in their hands.
            #expect(try await cards.installation.gapReport(as: cards.agentManager).counts.inService == 0)
            _ = try await cards.installation.allocateCards(as: cards.administrator, .numbers([CardWorld.iccid(3)]), to: cards.agent)
            #expect(try await cards.installation.gapReport(as: cards.agentManager).lines.map(\.row.iccid) == [CardWorld.iccid(3)])
            await #expect(throws: Refusal.notPermitted) {
                try await cards.installation.gapReport(as: cards.staff(cards.agent, [.agentClerk]))
            }
        }
    }

    @Test func `names and documents of persons stand nowhere in clear`() async throws {
        try await withCards { cards in
            let intake = try await taken(cards)
            let folder = cards.world.folder
            for file in try FileManager.default.subpathsOfDirectory(atPath: folder) {
                guard let data = FileManager.default.contents(atPath: folder + "/" + file) else { continue }
                for secret in ["虚构甲", "虚构乙", "11010519491231002X"] {
                    #expect(data.range(of: Data(secret.utf8)) == nil, "\(file)")
                }
            }
            #expect(intake.state == .done)
            let vault = cards.installation.vault
            let opened = try await cards.installation.store.read { session -> String? in
                let stored = try session.first("SELECT subscription, sealed, data_key FROM prior_record WHERE sealed IS NOT NULL") {
                    ($0.int(0), $0.blob(1), $0.blob(2))
                }
                guard let (subscription, sealed, keyID) = stored, let key = try DataKeyRecords.open(keyID, with: vault, in: session)
                else { return nil }
                let row = (0..<8).map { UInt8(truncatingIfNeeded: subscription >> (56 - 8 * $0)) }
                let place = SealedPlace(table: "prior_record", column: "sealed", row: row)
                return String(decoding: try vault.open(sealed, under: key, at: place), as: UTF8.self)
            }
            #expect(opened == #"{"document":"11010519491231002X","name":"虚构甲"}"#)
        }
    }
}
