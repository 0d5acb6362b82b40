import ArgumentParser
import Client
import Contract
import Foundation

struct LifeCommands: Group {
    static let configuration = CommandConfiguration(
        commandName: "life", abstract: "How long the stages of cards' lives last, and what is kept afterwards.",
        subcommands: [
            Settings.self, Set.self, Notices.self, Cases.self, Contacts.self, Close.self, Mend.self, Retention.self, Deletion.self,
        ])

    struct Settings: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Every version of every setting.")
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let answer = try await desk.api.send(Call(.listLifeSettings))
            if desk.output.json { return try desk.output.writeJSON(answer.body) }
            try desk.table(answer.decode(Wire.LifeSettingList.self).items)
        }
    }

    struct Set: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Set periods for a carrier, a product, a province or all cards.",
            discussion: """
                What is left out is left to the more general setting. What runs already ends as it was begun. What was set meanwhile by somebody \
                else is not overwritten: without --after the newest version is looked up first.
                """)
        @Argument(help: "A JSON file of the contract's LifeSetting; - is standard input.", completion: .file()) var file: String
        @Option(help: "Only for this carrier.") var carrier: String?
        @Option(help: "Only for this product.") var product: String?
        @Option(help: "Only for this province, two digits.") var province: Int64?
        @Option(help: "From when on; else from now on.") var from: Moment?
        @Option(help: "The version you read and change; 0 when there was none.") var after: Int64?
        @Flag(help: "It may count before the newest version, which then never comes into force.") var replacing = false
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            var asked: [String: Any] = ["setting": try JSONFile.object(file), "after": try await readVersion(desk)]
            if let carrier { asked["carrier"] = carrier }
            if let product { asked["product"] = product }
            if let province { asked["province"] = province }
            if let from { asked["validFrom"] = from.wire }
            if replacing { asked["replacing"] = true }
            let answer = try await desk.api.send(Call(.setLifeSetting, object: asked))
            try desk.show(answer.decode(Wire.LifeSettingVersion.self), answer)
        }

        private func readVersion(_ desk: Desk) async throws -> Int64 {
            if let after { return after }
            let all = try await desk.api.send(Call(.listLifeSettings), as: Wire.LifeSettingList.self).items
            return all.last { $0.carrier == carrier && $0.product == product && $0.province == province }?.ordinal ?? 0
        }
    }

    struct Notices: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Which of your cards a step comes to, or were stopped, and people are told.")
        @Option(help: "As notices name it: idle, cycle-end, test-end, silent-end, arrears, or stop- and a reason.") var kind: String
        @Option(help: "A day, yyyy-MM-dd; else today and all that is to come.") var day: String?
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.list(Call(.listLifeNotices, query: ["kind": kind, "day": day]), of: Wire.LifeNotice.self, options)
        }
    }

    struct Cases: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Cards about which carrier and we disagree, the longest first.")
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.list(Call(.listLifeCases), of: Wire.LifeCase.self, options) }
    }

    struct Contacts: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "How those are reached who say that a card is theirs (claimed-at-entrance); stands on the trail.")
        @Argument(help: "card_… as `life cases` shows it.") var card: String
        @Option(help: "Why; no personal data.") var purpose: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let answer = try await desk.api.send(
                Call(.readClaimContacts, sending: Wire.ReadClaimContacts(card: card, purpose: purpose)))
            if desk.output.json { return try desk.output.writeJSON(answer.body) }
            let found: Wire.ClaimContacts = try answer.decode()
            try desk.table(found.items)
        }
    }

    struct Close: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Close a case that you have looked at.")
        @Argument(help: "card_… as `life cases` shows it.") var card: String
        @Option(help: "As `life cases` shows it.") var kind: String
        @Option(help: "When it was opened, as `life cases --json` shows it.") var opened: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.show(
                Call(.closeLifeCase, sending: Wire.CloseLifeCase(card: card, kind: kind, openedAt: opened)), as: Wire.LifeCase.self)
        }
    }

    struct Mend: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Do what is proposed for a case, and close it.")
        @Argument(help: "card_… as `life cases` shows it.") var card: String
        @Option(help: "As `life cases` shows it.") var kind: String
        @Option(help: "When it was opened, as `life cases --json` shows it.") var opened: String
        @Option(help: "tell-again asks the carrier once more, take-over follows it, clear has it forget a name that is nobody's here.")
        var by: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.show(
                Call(.mendLifeCase, sending: Wire.MendLifeCase(card: card, kind: kind, openedAt: opened, mend: by)), as: Wire.LifeCase.self)
        }
    }

    struct Retention: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "What is kept of registrations that have ended.")
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let call = Call(.readRetentionReport)
            if !desk.output.json {
                let counts = try await desk.api.send(call, as: Wire.RetentionReport.self)
                desk.output.note(
                    "\(counts.live) live, \(counts.retention) kept, \(counts.deepFreeze) sealed, \(counts.legalHold) held; \(counts.cardsCancelled) cards cancelled; "
                        + "keys of \(counts.inCustody) with the custodians, of \(counts.awaitingCustody) not yet"
                        + (counts.hasCustodians ? "" : " (custodians missing)"),
                    "有效 \(counts.live)，保存期 \(counts.retention)，已封存 \(counts.deepFreeze)，保全中 \(counts.legalHold)；已销户卡 \(counts.cardsCancelled)；"
                        + "密钥已交保管 \(counts.inCustody)，待交 \(counts.awaitingCustody)" + (counts.hasCustodians ? "" : "（尚未设置密钥保管人）")
                )
            }
            try await desk.list(call, of: Wire.RetainedRegistration.self, options)
        }
    }

    struct Deletion: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "What to tell somebody who asks for deletion; stands on the trail.")
        @Argument(help: "ICCID, number or card_…") var card: String
        @Option(help: "A time of the registration.") var at: Moment?
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let key = CardKey(card)
            try await desk.show(
                Call(
                    .answerDeletion, sending: Wire.AskDeletion(iccid: key.iccid, msisdn: key.msisdn, card: key.card, at: at?.wire)),
                as: Wire.DeletionAnswer.self)
        }
    }
}
