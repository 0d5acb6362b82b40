import ArgumentParser
import Client
import Contract

struct LegalHolds: Group {
    static let configuration = CommandConfiguration(
        commandName: "legal-hold",
        abstract: "What is kept, held for a case: it is neither sealed nor goes on until somebody releases it (证据保全).",
        subcommands: [Place.self, List.self, Release.self])

    struct Place: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Hold what was registered of a card, or of whoever had a role.")
        @Argument(help: "ICCID, number or card_…") var card: String
        @Option(help: "A time of the registration; else now.") var at: Moment?
        @Option(
            help: """
                Hold whoever had this role then, wherever he is registered: holder, responsible-person, unit, handler, actual-user, proxy or \
                guardian; else the card.
                """)
        var role: String?
        @OptionGroup var ground: CaseOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let key = CardKey(card)
            try await desk.show(
                Call(
                    .placeLegalHold,
                    sending: Wire.PlaceLegalHold(
                        caseNumber: ground.caseNumber, reason: ground.reason, iccid: key.iccid, msisdn: key.msisdn, card: key.card,
                        at: at?.wire, role: role)),
                as: Wire.LegalHold.self)
        }
    }

    struct List: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Holds, the newest first, those that were released too.")
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.list(Call(.listLegalHolds), of: Wire.LegalHold.self, options) }
    }

    struct Release: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Release a hold: the phases go on as they would have.")
        @Argument(help: "As `legal-hold list` names it.") var hold: String
        @Option(help: "Why; no personal data.") var reason: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.show(
                Call(.releaseLegalHold, path: ["legalHold": hold], sending: Wire.ReleaseLegalHold(reason: reason)), as: Wire.LegalHold.self)
        }
    }
}

struct SealedOpenings: Group {
    static let configuration = CommandConfiguration(
        commandName: "sealed", abstract: "Open what is sealed: with a case number and a second person's approval, for an hour (开封).",
        discussion:
            "Where custodians have the keys, what was approved waits for them: `request` makes their files, `answer` hands in theirs.",
        subcommands: [Ask.self, List.self, Approve.self, Refuse.self, Request.self, Answer.self])

    struct Ask: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask that what answered for a card then be opened.",
            discussion:
                "Approved, `reveal` and `evidence open` show it to you for an hour, which begins once all custodians who have keys of it have answered; each look is on the trail."
        )
        @Argument(help: "ICCID, number or card_…") var card: String
        @Option(help: "A time of the registration.") var at: Moment
        @OptionGroup var ground: CaseOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let key = CardKey(card)
            try await desk.show(
                Call(
                    .askForSealedOpening,
                    sending: Wire.AskForSealedOpening(
                        at: at.wire, caseNumber: ground.caseNumber, reason: ground.reason, iccid: key.iccid, msisdn: key.msisdn,
                        card: key.card)),
                as: Wire.SealedOpening.self)
        }
    }

    struct List: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Requests, the newest first.")
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.list(Call(.listSealedOpenings), of: Wire.SealedOpening.self, options) }
    }

    struct Approve: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Approve what another asked: it is open to him for an hour, or waits three days for the custodians first.")
        @OptionGroup var decided: DecidedOpening
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.show(decided.call("approve"), as: Wire.SealedOpening.self) }
    }

    struct Refuse: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Refuse what another asked.")
        @OptionGroup var decided: DecidedOpening
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.show(decided.call("refuse"), as: Wire.SealedOpening.self) }
    }

    struct Request: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make the file that asks custodians for their halves of the keys; each answers it with `custodian answer`.",
            discussion: "It holds a letter for each who has keys of it on that side: several, where custodians were replaced since.")
        @Argument(help: "As `sealed list` names it.") var opening: String
        @Option(help: "The side: a or b.") var custodian: String
        @Option(help: "Where the file goes; nothing is there yet.") var out: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let made = try await desk.api.send(
                Call(.askCustodian, path: ["sealedOpening": opening], sending: Wire.AskCustodian(custodian: custodian)),
                as: Wire.CustodianRequest.self)
            try CustodianFile.write(made.file, to: out)
        }
    }

    struct Answer: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Hand in a custodian's answer; with the last one it is open for an hour.")
        @Argument(help: "As `sealed list` names it.") var opening: String
        @Argument(help: "The file that `custodian answer` wrote.") var file: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let answer = try CustodianFile.read(file)
            try await desk.show(
                Call(.handInCustodianAnswer, path: ["sealedOpening": opening], sending: Wire.CustodianAnswer(answer: answer)),
                as: Wire.SealedOpening.self)
        }
    }

    struct DecidedOpening: ParsableArguments {
        @Argument(help: "As `sealed list` names it.") var opening: String
        @Option(help: "Read by whoever asked; it names nobody.") var note: String?

        func call(_ verdict: String) throws -> Call {
            try Call(
                .decideSealedOpening, path: ["sealedOpening": opening], sending: Wire.DecideSealedOpening(verdict: verdict, note: note))
        }
    }
}

struct CaseOptions: ParsableArguments {
    @Option(name: .customLong("case"), help: "What the court, the police or the regulator calls the case.") var caseNumber: String
    @Option(help: "Why; no personal data.") var reason: String
}
