import ArgumentParser
import Client
import Contract

extension Cards {
    struct Life: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Where a card's service stands, why it is stopped, and how it came there.")
        @Argument(help: "card_… as lists show it, ICCID, number or IMSI.") var card: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let answer = try await desk.api.send(Call(.readLife, path: ["card": try await desk.reference(of: card)]))
            if desk.output.json { return try desk.output.writeJSON(answer.body) }
            let life: Wire.CardLife = try answer.decode()
            try desk.show(life)
            try desk.output.write("\n")
            try desk.table(life.events)
            guard !life.intents.isEmpty else { return }
            try desk.output.write("\n")
            try desk.table(life.intents)
        }
    }

    struct Activate: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Activate cards (激活): real name first, then use.")
        @OptionGroup var life: LifeOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.change("activate", life) }
    }

    struct Deliver: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Let cards wait for their first use (转待激活), or open them for tests.")
        @Flag(help: "Open the test period (测试期) instead.") var test = false
        @OptionGroup var life: LifeOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.change(test ? "open-test" : "prepare", life) }
    }

    struct Stop: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Stop cards for a reason (停机).")
        @Option(
            help:
                "owner-asked, or the operator's: arrears, threshold, device-separation, risk, illegal-use, reverification-due, carrier-own."
        )
        var reason = "owner-asked"
        @OptionGroup var life: LifeOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.change("stop", life, reason: reason) }
    }

    struct Resume: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lift a reason (复机).",
            discussion: "Service runs again when it was the last; a missing real name is cleared by registering.")
        @Option(help: "Which reason.") var reason = "owner-asked"
        @OptionGroup var life: LifeOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.change("resume", life, reason: reason) }
    }

    struct Cancel: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Begin the cancellation cycle (预销户).",
            discussion: "Until it ends the cards can be brought back; then they are gone. What was registered about them stays.")
        @OptionGroup var life: LifeOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.change("cancel", life) }
    }

    struct BringBack: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Bring cards back during the cancellation cycle (撤销预销户).")
        @OptionGroup var life: LifeOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.change("bring-back", life) }
    }

    struct Device: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Declare the device a card will be in (换机), before it is changed.")
        @Argument(help: "card_… as lists show it, ICCID, number or IMSI.") var card: String
        @Option(help: "The device's IMEI.") var imei: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.show(
                Call(.changeDevice, path: ["card": try await desk.reference(of: card)], sending: Wire.ChangeDevice(imei: imei)),
                as: Wire.LifeStanding.self)
        }
    }

    struct SIM: ServerCommand {
        static let configuration = CommandConfiguration(commandName: "sim", abstract: "Give a card's service another SIM (换卡).")
        @Argument(help: "card_… as lists show it, ICCID, number or IMSI.") var card: String
        @Option(help: "The new SIM's ICCID.") var iccid: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.show(
                Call(.changeSIM, path: ["card": try await desk.reference(of: card)], sending: Wire.ChangeSIM(iccid: iccid)),
                as: Wire.LifeStanding.self)
        }
    }
}

struct LifeOptions: ParsableArguments {
    @Flag(help: "Do what can be done, leave the other cards as they are.") var leavingOthers = false
    @OptionGroup var cards: CardChoice
}

extension Desk {
    fileprivate func change(_ command: String, _ life: LifeOptions, reason: String? = nil) async throws {
        try await show(
            Call(
                .changeLives,
                sending: Wire.ChangeLives(
                    command: command, cards: life.cards.selection(), reason: reason, leavingOthers: life.leavingOthers ? true : nil)),
            as: Wire.LifeOutcomes.self)
    }
}
