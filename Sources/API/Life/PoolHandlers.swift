import Contract
import Records
import Registry
import UseCases
import Vault
import Web

extension Call {
    func listDevicePools() async throws -> Answer {
        let found = try await installation.listDevicePools(as: principal(), before: cursorID(), limit: limit)
        return try page(found, keys: { [$0.wire] }, item: { Wire.DevicePool($0) })
    }

    func createDevicePool() async throws -> Answer {
        let asked: Wire.CreateDevicePool = try decode()
        return try .json(Wire.DevicePool(await installation.createDevicePool(as: principal(), name: asked.name)))
    }

    func readDevicePool() async throws -> Answer {
        let found = try await installation.readDevicePool(as: principal(), id("devicePool"))
        return try .json(
            Wire.DevicePoolSummary(pool: Wire.DevicePool(found.pool), devices: Int64(found.devices), cards: Int64(found.cards)))
    }

    func listPoolDevices() async throws -> Answer {
        let after = try cursorKeys(1).map { keys in
            guard let device = installation.secrets.references.device(at: keys[0]) else { throw Refusal.cursorInvalid }
            return device
        }
        let found = try await installation.listPoolDevices(as: principal(), of: id("devicePool"), after: after, limit: limit)
        let place = try found.next.map { try installation.secrets.references.place(ofDevice: $0) }
        return try page(
            UseCases.Page(rows: found.rows, next: place), keys: { [$0] }, item: { Wire.PoolDevice(device: $0.text, since: $0.since.wire) })
    }

    func declarePoolDevices() async throws -> Answer {
        let asked: Wire.DeclarePoolDevices = try decode()
        return try .json(
            Wire.PoolOutcome(
                await installation.declarePoolDevices(
                    as: principal(), of: id("devicePool"), imeis: asked.imeis, withdrawing: asked.withdrawing ?? false), in: language))
    }

    func listPoolCards() async throws -> Answer {
        let after = try cursorKeys(1).map { keys in
            guard let card = installation.secrets.references.subscription(from: keys[0]) else { throw Refusal.cursorInvalid }
            return card
        }
        let found = try await installation.listPoolCards(as: principal(), of: id("devicePool"), after: after, limit: limit)
        return try page(
            found, keys: { [(try? reference($0)) ?? ""] }, item: { Wire.PoolCard(card: try reference($0)) })
    }

    func bindPoolCards() async throws -> Answer {
        let asked: Wire.BindPoolCards = try decode()
        return try .json(
            Wire.PoolOutcome(
                await installation.bindPoolCards(
                    as: principal(), to: id("devicePool"), asked.cards.selector(), leavingOthers: asked.leavingOthers ?? false),
                in: language))
    }
}

extension Wire.DevicePool {
    fileprivate init(_ pool: StoredDevicePool) {
        self.init(id: pool.id.wire, organisation: pool.organisation.wire, name: pool.name, createdAt: pool.recordedAt.wire)
    }
}

extension Wire.PoolOutcome {
    fileprivate init(_ outcome: PoolOutcome, in language: ReaderLanguage) {
        let left = outcome.leftOut.sorted { $0.key.rawValue < $1.key.rawValue }.map { obstacle, cards in
            Wire.CardObstacle(code: obstacle.rawValue, title: obstacle.text.text(in: language), cards: cards)
        }
        self.init(
            changed: outcome.changed, unchanged: outcome.unchanged, resumed: outcome.resumed, leftOut: left,
            notFoundPositions: outcome.notFoundPositions.map(Int64.init))
    }
}
