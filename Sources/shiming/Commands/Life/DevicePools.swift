import ArgumentParser
import Client
import Contract

struct DevicePools: Group {
    static let configuration = CommandConfiguration(
        commandName: "device-pool", abstract: "Batches of cards that may be in batches of devices (设备池).",
        subcommands: [List.self, Show.self, Create.self, Devices.self, Declare.self, Withdraw.self, Cards.self, Bind.self])

    struct List: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Pools of your organisation and below, the newest first.")
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.list(Call(.listDevicePools), of: Wire.DevicePool.self, options) }
    }

    struct Show: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "One pool, with how many devices and cards are in it.")
        @OptionGroup var pool: PoolArgument
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.show(pool.call(.readDevicePool), as: Wire.DevicePoolSummary.self) }
    }

    struct Create: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Make a pool.")
        @Argument(help: "Such as the batch of devices.") var name: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.show(Call(.createDevicePool, sending: Wire.CreateDevicePool(name: name)), as: Wire.DevicePool.self)
        }
    }

    struct Devices: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "The devices of a pool.")
        @OptionGroup var pool: PoolArgument
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.list(pool.call(.listPoolDevices), of: Wire.PoolDevice.self, options) }
    }

    struct Declare: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Declare devices of the pool, before cards are put into them.",
            discussion: "Cards that were stopped for being in one of them go on.")
        @OptionGroup var pool: PoolArgument
        @Argument(help: "IMEIs, at most 1,000 at a time.") var imeis: [String]
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.declare(imeis, in: pool) }
    }

    struct Withdraw: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Take devices out of the pool.")
        @OptionGroup var pool: PoolArgument
        @Argument(help: "IMEIs, at most 1,000 at a time.") var imeis: [String]
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.declare(imeis, in: pool, withdrawing: true) }
    }

    struct Cards: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "The cards of a pool.")
        @OptionGroup var pool: PoolArgument
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.list(pool.call(.listPoolCards), of: Wire.PoolCard.self, options) }
    }

    struct Bind: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Bind cards to a pool.", discussion: "In place of another pool, or of a device that was declared before.")
        @OptionGroup var pool: PoolArgument
        @OptionGroup var life: LifeOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let asked = Wire.BindPoolCards(cards: try life.cards.selection(), leavingOthers: life.leavingOthers ? true : nil)
            try await desk.show(pool.call(.bindPoolCards, sending: asked), as: Wire.PoolOutcome.self)
        }
    }
}

struct PoolArgument: ParsableArguments {
    @Argument(help: "As `shiming device-pool list` names it.") var pool: String

    func call(_ operation: Contract.Operation) -> Call { Call(operation, path: ["devicePool": pool]) }

    func call(_ operation: Contract.Operation, sending body: some Encodable & Sendable) throws -> Call {
        try Call(operation, path: ["devicePool": pool], sending: body)
    }
}

extension Desk {
    fileprivate func declare(_ imeis: [String], in pool: PoolArgument, withdrawing: Bool = false) async throws {
        let asked = Wire.DeclarePoolDevices(imeis: imeis, withdrawing: withdrawing ? true : nil)
        try await show(pool.call(.declarePoolDevices, sending: asked), as: Wire.PoolOutcome.self)
    }
}
