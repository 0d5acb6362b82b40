import ArgumentParser
import Client
import Contract
import Foundation

extension PersonCommands {
    /// What was said of the people at the counter, and what they agreed to.
    struct SaidOptions: ParsableArguments {
        @Option(
            help: ArgumentHelp(
                "A JSON file: holder, guardian, proxy; - is standard input.",
                discussion: "What is said of people goes by a file only: a shell would keep it in its history."),
            completion: .file())
        var content: String?

        func object() throws -> [String: Any] { try content.map(JSONFile.object) ?? [:] }
    }

    /// Who they are whose document is another than in the case that was sent back.
    struct ChangedPersonsOptions: ParsableArguments {
        @Option(
            parsing: .upToNextOption,
            help: "Of the application, whose document was mistyped before: holder, guardian, proxy; consents and pictures stand.")
        var corrected: [String] = []
        @Option(parsing: .upToNextOption, help: "Of the application, who is another person than before: holder, guardian, proxy.")
        var another: [String] = []

        func validate() throws {
            if let role = corrected.first(where: another.contains) {
                throw ValidationError("--corrected and --another say different things of \(role)")
            }
        }

        func demand(_ application: String?) throws {
            guard object == nil || application != nil else {
                throw ValidationError("--corrected and --another say something of an --application")
            }
        }

        /// nil where nothing is said.
        var object: [String: String]? {
            let pairs = corrected.map { ($0, "corrected") } + another.map { ($0, "another") }
            return pairs.isEmpty ? nil : Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        }
    }

    struct Examine: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "What a card needs at the counter, and what is missing still; nothing is kept.",
            discussion: """
                With the card alone: whether it is free, what it needs and why, and the notices to be read before anything is taken. With \
                what `person register` would be given: what that would refuse.
                """)
        @Argument(help: "ICCID, number or card reference.") var card: String
        @Option(help: "hall, account-manager or agent; else the only one there is.") var channel: String?
        @OptionGroup var said: SaidOptions
        @Option(parsing: .upToNextOption, help: "Papers by slot: the identifier of one taken, such as holder-id-front=…") var paper:
            [String] = []
        @Option(parsing: .upToNextOption, help: "What the person consented to: privacy, sensitive-data; guardian for a child under 14.")
        var consent: [String] = []
        @Flag(help: "The legal notice was shown to the person and accepted (R-AF-10).") var legalNoticeAccepted = false
        @Option(help: "An application that was sent back and will be handed in again.") var application: String?
        @OptionGroup var persons: ChangedPersonsOptions
        @OptionGroup var connection: ConnectionOptions

        func validate() throws {
            try persons.demand(application)
            _ = try pieces()
        }

        private func pieces() throws -> [String: [String]] {
            let pairs = try paper.map { text in
                let paper = try PaperArgument(text)
                guard let id = paper.identifier else { throw ValidationError("--paper takes slot=identifier") }
                return (paper.slot, [id])
            }
            return Dictionary(pairs, uniquingKeysWith: +)
        }

        func run(_ desk: Desk) async throws {
            var object = try said.object()
            object["card"] = card
            object["channel"] = channel
            object["application"] = application
            object["persons"] = persons.object
            if !paper.isEmpty { object["evidence"] = try pieces() }
            if !consent.isEmpty { object["consents"] = Dictionary(consent.map { ($0, true) }, uniquingKeysWith: { first, _ in first }) }
            if legalNoticeAccepted { object["noticeAccepted"] = true }
            let answer = try await desk.api.send(Call(.examineInPerson, object: object))
            let outlook: Wire.InPersonOutlook = try answer.decode()
            try desk.show(outlook, answer)
            guard !desk.output.json else { return }
            for notice in outlook.notices { try desk.output.paragraphs("\n\(notice.title)\n\(notice.text)\n") }
            try desk.output.write("\n\(outlook.legalNotice)\n\n")
            try desk.table(outlook.needs.needs)
            guard !outlook.checks.isEmpty else { return }
            try desk.output.write("\n")
            try desk.table(outlook.checks)
        }
    }

    struct Count: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "How many cards of a card's kind the person before you has, by name and number.",
            discussion: "Each count stands on the trail, and there are so many a day.")
        @Argument(help: "The card that is to be registered: ICCID, number or card reference.") var card: String
        @OptionGroup var said: SaidOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let object: [String: Any] = ["card": card, "holder": try said.object()["holder"] ?? [String: Any]()]
            let answer = try await desk.api.send(Call(.countCardsInPerson, object: object))
            try desk.show(answer.decode(Wire.CardCount.self), answer)
        }
    }

    struct Take: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take a picture or paper at the counter; what a machine reads from it is shown to be compared.",
            discussion: "The answer names the piece for `person register --paper slot=identifier`, where it is not read again.")
        @Argument(help: "holder-id-front, holder-id-back, holder-on-site-photo; guardian-id-front and others where one is needed.")
        var slot: String
        @Argument(completion: .file()) var file: String
        @Option(
            parsing: .upToNextOption, help: "What the person consented to before: privacy, sensitive-data; guardian for a child under 14.")
        var consent: [String] = []
        @Option(help: "The version of the notices that the person read before.") var noticeVersion: String
        @Option(help: "Of whose document it is, such as resident-id or passport.") var document = "resident-id"
        @Option(help: "As `person examine` answered for this person's facts: an on-site photo needs it.") var examined: String?
        @Flag(help: "Take it although the machine finds fault with it; a reviewer looks.") var insist = false
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            var query = ["slot": slot, "consents": consent.joined(separator: ","), "documentType": document]
            query["noticeVersion"] = noticeVersion
            query["examined"] = examined
            if insist { query["insist"] = "true" }
            let answer = try await desk.api.send(
                Call(.takeInPerson, query: query, body: .file(path: file, mediaType: "application/octet-stream")))
            let taken: Wire.CapturedPicture = try answer.decode()
            try desk.show(taken, answer)
            guard !desk.output.json, !taken.fields.isEmpty else { return }
            try desk.output.write("\n")
            try desk.table(taken.fields)
        }
    }

    struct Claim: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell the operator that a card somebody else took is one's own, by the card's link.",
            discussion: """
                Whoever has the card is not told of. The operator looks into it; card and document at a business hall settle it (R-PH-06). \
                The link's code is asked for at the terminal, so that no shell keeps it, and a telephone number at which whoever looks into it may \
                call; it may stay empty.
                """)
        @Flag(help: "The link's code is the first line of standard input, the telephone number the second.") var linkStdin = false
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let link = try linkStdin ? Prompt.read(STDIN_FILENO) : Prompt.secret(desk.output.language.choose("Link code: ", "链接代码："))
            let contact =
                try linkStdin ? Prompt.read(STDIN_FILENO) : Prompt.line(desk.output.language.choose("Telephone (optional): ", "联系电话（可不填）："))
            let seat = try await opened(link, desk)
            let person = try client(.token(seat.token), desk)
            do {
                try await Desk(api: person, output: desk.output).act(
                    Call(.claimCard, sending: Wire.ClaimCard(contact: contact.isEmpty ? nil : contact)), "The operator has been told.",
                    "已告知运营商。")
                await person.close()
            } catch {
                await person.close()
                throw error
            }
        }

        /// As a person, whoever is signed in here.
        private func opened(_ link: String, _ desk: Desk) async throws -> Wire.OpenedSeat {
            let door = try client(.none, desk)
            do {
                let seat = try await door.send(Call(.openSeat, sending: Wire.OpenSeat(link: link)), as: Wire.OpenedSeat.self)
                await door.close()
                return seat
            } catch {
                await door.close()
                throw error
            }
        }

        private func client(_ credential: Credential, _ desk: Desk) throws -> APIClient {
            try APIClient(
                server: desk.api.server, credential: credential, certificates: connection.caFile, language: desk.output.language.rawValue)
        }
    }
}
