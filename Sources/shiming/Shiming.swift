import ArgumentParser

struct Shiming: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shiming",
        abstract: "Real-name registration of IoT cards (物联网卡实名登记).",
        discussion: """
            Exit codes: 0 done; 1 refused by a rule, or something among what was asked is refused; 2 the command was not understood; \
            3 not permitted, or not signed in; 4 the server cannot be reached or is not available.

            Completion in your shell: shiming --generate-completion-script bash (or zsh, fish).
            """,
        version: "1.0.0",
        groupedSubcommands: [
            CommandGroup(
                name: "On the server",
                subcommands: [Serve.self, Demo.self, StoreCommands.self, Backup.self, Restore.self, KeyCommands.self]),
            CommandGroup(
                name: "Without a server",
                subcommands: [Check.self, CarrierCommands.self, SandboxCommands.self, ConsoleCommands.self, CustodianOffline.self]),
            CommandGroup(
                name: "People",
                subcommands: [
                    SignIn.self, SignOut.self, WhoAmI.self, Enrol.self, SecondFactor.self, ChangePassword.self, Organisations.self,
                    Contracts.self, Accounts.self, APIKeys.self,
                ]),
            CommandGroup(
                name: "Cards",
                subcommands: [
                    Products.self, Intakes.self, Cards.self, Allocate.self, Recall.self, Claims.self, CustodyActs.self, GapReport.self,
                    Campaigns.self, Usage.self, LifeCommands.self, DevicePools.self,
                ]),
            CommandGroup(
                name: "Registration",
                subcommands: [
                    Requirements.self, EvidenceCommands.self, Register.self, PartLinks.self, PartCommands.self, Review.self, Units.self,
                    Expiries.self,
                ]),
            CommandGroup(
                name: "Persons' cards",
                subcommands: [
                    Policies.self, Entrances.self, PersonCommands.self, SeatCommands.self, OwnCommands.self, NoticeCommands.self,
                ]),
            CommandGroup(name: "Events", subcommands: [Changes.self, Webhooks.self]),
            CommandGroup(
                name: "Answers",
                subcommands: [
                    Who.self, Reveal.self, Trail.self, Exports.self, InForceCommand.self, LegalHolds.self, SealedOpenings.self,
                    Custodians.self,
                ]),
        ]
    )
}
