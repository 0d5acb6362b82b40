import ArgumentParser
import Client
import Contract

/// How a person proves that the card is in his hands.
enum EntranceKind: String, CaseIterable, ExpressibleByArgument {
    /// Opens its card's page by itself.
    case link
    /// Typed beside the ICCID.
    case claimCode = "claim-code"
}

struct Entrances: Group {
    static let configuration = CommandConfiguration(
        commandName: "entrance", abstract: "Links and claim codes by which persons come to their card (实名入口).",
        subcommands: [Issue.self, List.self, Revoke.self, RevokeAll.self])

    struct Issue: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give out a link or a claim code for each of the cards.",
            discussion: """
                Codes are seen once: the server keeps their hashes only. --csv and --qr keep them in files that only you can read; the \
                table is not shown then. Whoever has a link can register the card in his name, so treat the files as you treat the cards.
                """)
        @OptionGroup var cards: CardChoice
        @Option(help: "link or claim-code.") var kind = EntranceKind.link
        @Option(help: "For how many days it opens.") var days: Int64 = 90
        @Option(help: "What the cards are in, such as 手表; rules may depend on it.") var deviceType: String?
        @OptionGroup var files: EntranceFileOptions
        @OptionGroup var connection: ConnectionOptions

        func validate() throws {
            if kind == .claimCode, files.qr != nil { throw ValidationError("a claim code is typed; --qr draws links") }
        }

        func run(_ desk: Desk) async throws {
            let asked = Wire.IssueEntrances(kind: kind.rawValue, cards: try cards.selection(), days: days, deviceType: deviceType)
            try await desk.giveOut(Call(.issueEntrances, sending: asked), kind, files) { try $0.decode(Wire.IssuedEntrances.self).items }
        }
    }

    struct List: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Links and codes given out, the newest first; never the codes themselves.")
        @Option(help: "Only of this card: card_… as lists show it, ICCID, number or IMSI.") var card: String?
        @Option(help: "Only of the cards of this batch.") var batch: String?
        @Option(help: "Only those that are open, used, expired or revoked.") var standing: String?
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            var call = Call(.listEntrances)
            if let card { call.query["card"] = try await desk.reference(of: card) }
            call.query["batch"] = batch
            call.query["standing"] = standing
            try await desk.list(call, of: Wire.Entrance.self, options)
        }
    }

    struct Revoke: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Revoke links or codes: nobody comes in by them any more, and who is in is out.")
        @Argument(help: "As `shiming entrance list` names them.") var entrance: [String]
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            for id in entrance {
                try await desk.act(
                    Call(.revokeEntrance, path: ["entrance": id]), "\(id) opens nothing any more.", "入口 \(id) 已作废。")
            }
        }
    }

    struct RevokeAll: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Revoke all links and codes of cards, such as of a batch whose labels were lost.")
        @OptionGroup var cards: CardChoice
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let asked = Wire.RevokeEntrances(cards: try cards.selection())
            let answer = try await desk.api.send(Call(.revokeEntrances, sending: asked))
            if desk.output.json { return try desk.output.writeJSON(answer.body) }
            let revoked = try answer.decode(Wire.RevokedEntrances.self).revoked
            try desk.output.say("\(revoked) links and codes open nothing any more.", "已作废 \(revoked) 个入口。")
        }
    }
}

extension Desk {
    /// Has ways in given out, and keeps what is seen once.
    @discardableResult
    func giveOut(
        _ call: Call, _ kind: EntranceKind, _ files: EntranceFileOptions, _ items: (Client.Answer) throws -> [Wire.IssuedEntrance]
    ) async throws -> Client.Answer {
        // Before anything is given out: what is seen once must have somewhere to go.
        let kept = try EntranceFiles(files)
        let answer: Client.Answer
        do {
            answer = try await api.send(call)
        } catch {
            kept.discard()
            throw error
        }
        let site = files.publicUrl ?? api.server
        let issued = try items(answer).map { EntranceToHandOn($0, kind: kind.rawValue, site: site) }
        do {
            try kept.write(issued)
        } catch {
            // Better on the screen than lost.
            try table(issued)
            throw error
        }
        try tell(issued, answer, files)
        return answer
    }

    private func tell(_ issued: [EntranceToHandOn], _ answer: Client.Answer, _ files: EntranceFileOptions) throws {
        if files.publicUrl == nil, issued.contains(where: { $0.link != nil }) {
            output.note(
                "The links lead to \(api.server); --public-url names where persons reach it.",
                "链接指向 \(api.server)；可用 --public-url 指定个人用户访问的地址。")
        }
        if output.json { return try output.writeJSON(answer.body) }
        guard files.isGiven else { return try table(issued) }
        let places = [files.csv, files.qr].compactMap(\.self).joined(separator: ", ")
        try output.say(
            "\(issued.count) given out until \(ChinaTime.text(issued.first?.expiresAt ?? "")), kept in \(places).",
            "已发放 \(issued.count) 个，有效至 \(ChinaTime.text(issued.first?.expiresAt ?? ""))，保存在 \(places)。")
    }
}
