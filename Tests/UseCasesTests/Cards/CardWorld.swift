import Numbers
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

/// A world with the operating company, two agents and one below the first, and stock taken in without a file.
struct CardWorld {
    let world: World
    let company = OrganisationID(high: 1, low: 1)
    let agent = OrganisationID(high: 1, low: 2)
    let lower = OrganisationID(high: 1, low: 3)
    let other = OrganisationID(high: 1, low: 4)
    let enterprise = OrganisationID(high: 1, low: 5)

    var installation: Installation { world.installation }

    static let paths: [UInt64: String] = [1: "/1/", 2: "/1/2/", 3: "/1/2/3/", 4: "/1/4/", 5: "/1/2/5/"]

    static func make(_ world: World) async throws -> CardWorld {
        let cards = CardWorld(world: world)
        try await cards.installation.store.write { session in
            for (id, kind, parent) in [
                (cards.company, OrganisationKind.operatingCompany, OrganisationID?.none), (cards.agent, .agent, cards.company),
                (cards.lower, .agent, cards.agent), (cards.other, .agent, cards.company), (cards.enterprise, .enterprise, cards.agent),
            ] {
                try session.run(
                    """
                    INSERT INTO organisation (id, kind, parent, path, name, status, created_at, updated_at, version)
                    VALUES (\(id), \(kind.rawValue), \(parent), \(paths[id.low] ?? ""), \("Invented \(id.low)"), 'active', 0, 0, 1)
                    """)
            }
        }
        _ = try await cards.installation.createProduct(as: cards.administrator, code: "m2m-30", facts: facts)
        return cards
    }

    static let facts = ProductFacts(
        name: "30 MB", carrier: .mobile, cardClass: .iotGeneral, traffic: .directed, monthlyMegabytes: 30, voice: false, sms: false,
        binding: .none, periods: ProductPeriods(testDays: 30, silentDays: nil, cancellationMonths: 3))

    var administrator: Principal { staff(company, [.administrator]) }
    var agentManager: Principal { staff(agent, [.agentManager]) }
    var lowerManager: Principal { staff(lower, [.agentManager]) }
    var otherManager: Principal { staff(other, [.agentManager]) }

    func staff(_ organisation: OrganisationID, _ roles: [StaffRole], account: UInt64 = 0) -> Principal {
        let path = OrganisationPath(Self.paths[organisation.low] ?? "")
        return Principal(
            account: AccountID(high: 7, low: organisation.low * 100 + account), organisation: organisation,
            permissions: roles.reduce(into: []) { $0.formUnion($1.permissions) },
            scope: path == .root ? .everything : .subtree(organisation: organisation, path: path), means: .session)
    }

    /// Card number `index` of an invented series: ICCID, number and IMSI.
    static func row(_ index: Int, row: Int? = nil, batch: Int32 = 0, change: (inout StockRow) -> Void = { _ in }) -> StockRow {
        let serial = String(index)
        let digits = String(repeating: "0", count: 10 - serial.count) + serial
        var stock = StockRow(
            row: Int64(row ?? index), iccid: NumberText("8986001234" + digits) ?? NumberText("89860012340000000000")!,
            msisdn: 1_064_800_000_000 + Int64(index), imsi: 460_040_000_000_000 + Int64(index), product: 1, province: 44, batch: batch)
        change(&stock)
        return stock
    }

    static func iccid(_ index: Int) -> String { row(index).iccid.description }

    /// Queues an intake and takes `rows` in as one commit, without reading the file.
    @discardableResult
    func take(
        _ rows: [StockRow], as principal: Principal? = nil, kind: IntakeKind = .stock, labels: [String] = ["lot-1"]
    ) async throws -> IntakeRecord {
        let principal = principal ?? administrator
        let intake = try await installation.createIntake(
            as: principal, IntakeRequest(kind: kind, batch: labels[0], product: "m2m-30"), body: Self.file())
        let run = try #require(try await installation.leaseIntake())
        var batch = IntakeBatch(labels: labels, nextRow: rows.last?.row ?? 0)
        batch.rows = rows
        try await run.commit(batch, from: 0, rowsTotal: Int64(rows.count))
        try await run.end(.done)
        return try await installation.readIntake(as: principal, intake.id)
    }

    /// A small file that could be cards.
    static func file(_ lines: [String] = ["ICCID", "89860012349999999999"]) -> AsyncStream<[UInt8]> {
        AsyncStream { continuation in
            for line in lines { continuation.yield(Array((line + "\n").utf8)) }
            continuation.finish()
        }
    }

    func chunks(_ chunks: [UInt8]...) -> AsyncStream<[UInt8]> {
        AsyncStream { continuation in
            for chunk in chunks { continuation.yield(chunk) }
            continuation.finish()
        }
    }

    func problems(_ intake: IntakeRecord, as principal: Principal? = nil) async throws -> [IntakeProblem] {
        try await installation.listIntakeProblems(as: principal ?? administrator, intake.id, limit: 500).rows
    }

    func count(_ table: StaticString) async throws -> Int {
        try await installation.store.read { try $0.count("SELECT COUNT(*) FROM \(fixed: table)") }
    }
}

/// A world for cards, handed to `body` and ended whatever happens.
func withCards(settings: Settings = Settings(), _ body: (CardWorld) async throws -> Void) async throws {
    try await withWorld(settings: settings) { world in
        try await body(CardWorld.make(world))
    }
}
