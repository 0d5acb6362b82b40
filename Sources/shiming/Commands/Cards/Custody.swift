import ArgumentParser
import Client
import Contract

struct Allocate: ServerCommand {
    static let configuration = CommandConfiguration(abstract: "Allocate cards to an organisation (划拨).")
    @Option(help: "To which organisation.") var to: String
    @Flag(help: "Move what can be moved, leave the others where they are.") var leavingOthers = false
    @OptionGroup var cards: CardChoice
    @OptionGroup var connection: ConnectionOptions

    func run(_ desk: Desk) async throws {
        try await desk.show(
            Call(
                .createCustodyAct,
                sending: Wire.CreateCustodyAct(
                    kind: "allocate", cards: cards.selection(), organisation: to, leavingOthers: leavingOthers ? true : nil)),
            as: Wire.CustodyOutcome.self)
    }
}

struct Recall: ServerCommand {
    static let configuration = CommandConfiguration(abstract: "Take cards back (回收).")
    @Flag(help: "Take back what can be taken back, leave the others where they are.") var leavingOthers = false
    @OptionGroup var cards: CardChoice
    @OptionGroup var connection: ConnectionOptions

    func run(_ desk: Desk) async throws {
        try await desk.show(
            Call(
                .createCustodyAct,
                sending: Wire.CreateCustodyAct(kind: "recall", cards: cards.selection(), leavingOthers: leavingOthers ? true : nil)),
            as: Wire.CustodyOutcome.self)
    }
}

struct Claims: Group {
    static let configuration = CommandConfiguration(
        commandName: "claim", abstract: "Cards that agents say they hold.", subcommands: [Withdraw.self])

    struct Withdraw: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take out claims made with wrong data (撤销申领).",
            discussion: "Only the operating company. Then take the cards in with their right data: `shiming intake send`.")
        @Flag(help: "Withdraw what can be withdrawn, leave the others as they are.") var leavingOthers = false
        @OptionGroup var cards: CardChoice
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.show(
                Call(
                    .withdrawClaims,
                    sending: Wire.WithdrawClaims(cards: cards.selection(), leavingOthers: leavingOthers ? true : nil)),
                as: Wire.CustodyOutcome.self)
        }
    }
}

struct CustodyActs: Group {
    static let configuration = CommandConfiguration(
        commandName: "custody", abstract: "Who got which cards, when.", subcommands: [List.self])

    struct List: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Allocations, recalls and withdrawn claims.")
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.list(Call(.listCustodyActs), of: Wire.CustodyAct.self, options) }
    }
}
