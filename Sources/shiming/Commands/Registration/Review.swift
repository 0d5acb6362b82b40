import ArgumentParser
import Client
import Contract
import Registry

extension CarrierVerdict: EnumerableFlag {}

struct Review: Group {
    static let configuration = CommandConfiguration(
        abstract: "Decide applications (审核).",
        subcommands: [
            Queue.self, Show.self, Take.self, Release.self, Approve.self, SendBack.self, Refuse.self, Second.self, Exclusions.self,
            CarrierReply.self, Figures.self, Reasons.self, ReAudits.self,
        ])

    struct Queue: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "What waits for a decision.")
        @Option(help: "submitted, awaiting-second-approval, awaiting-carrier or checking.") var state = "submitted"
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.list(Call(.listApplications, query: ["state": state]), of: Wire.Application.self, options)
        }
    }

    struct Figures: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "What was decided this month and the three before, and how long it took.")
        @Option(help: "Of this account, for whoever answers for staff; else your own.") var account: String?
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let call = account.map { Call(.readReviewFigures, path: ["account": $0]) } ?? Call(.readOwnReviewFigures)
            let answer = try await desk.api.send(call)
            if desk.output.json { return try desk.output.writeJSON(answer.body) }
            try desk.table(answer.decode(Wire.ReviewFigures.self).months)
        }
    }

    struct Show: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "One application with its checks.")
        @Argument var application: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.showApplication(application) }
    }

    struct Take: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Take a case, so that nobody else decides it meanwhile.")
        @Argument var application: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let answer = try await desk.api.send(Call(.lockApplication, path: desk.path(application)))
            if desk.output.json { return try desk.output.writeJSON(answer.body) }
            let hold: Wire.ReviewHold = try answer.decode()
            try desk.output.say("Yours until \(ChinaTime.text(hold.until)).", "已领取，有效至 \(ChinaTime.text(hold.until))。")
        }
    }

    struct Release: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Give a case back.")
        @Argument var application: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.act(Call(.unlockApplication, path: desk.path(application)), "Given back.", "已释放。")
        }
    }

    struct Approve: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Approve: all its cards are registered as one act.")
        @Argument var application: String
        @Option(help: "Stands with the decision, sealed.") var note: String?
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.decide(application, Wire.Decide(verdict: "approve", note: note)) }
    }

    struct SendBack: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Send back, with reasons.")
        @Argument var application: String
        @OptionGroup var reasons: ReasonOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.decide(application, Wire.Decide(verdict: "send-back", reasons: reasons.reasons(), note: reasons.note))
        }
    }

    struct Refuse: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Refuse, with reasons; final.")
        @Argument var application: String
        @OptionGroup var reasons: ReasonOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.decide(application, Wire.Decide(verdict: "refuse", reasons: reasons.reasons(), note: reasons.note))
        }
    }

    struct Second: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Second approval of what takes effect in the past.")
        @Argument var application: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let version = try await desk.version(of: application)
            try await desk.show(Call(.secondDecision, path: desk.path(application), ifMatch: version), as: Wire.ApplicationDecided.self)
        }
    }

    struct Exclusions: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Cards that could not be registered, and why.")
        @Argument var application: String
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.list(Call(.listExclusions, path: desk.path(application)), of: Wire.Exclusion.self, options)
        }
    }

    struct CarrierReply: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Note what the carrier said of a person's case that a reviewer let pass (运营商受理结果).",
            discussion: "Accepted, the card counts from now on; refused, the case goes back to the person with that reason.")
        @Argument var application: String
        @Flag(help: "What the carrier said.") var verdict: CarrierVerdict
        @Option(help: "The number under which the carrier's system has it.") var receipt: String
        @Option(help: "The carrier's own code of a refusal.") var code: String?
        @Option(help: "Why it refused, in one line; the applicant reads it.") var words: String?
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let version = try await desk.version(of: application)
            try await desk.show(
                Call(
                    .recordCarrierReply, path: desk.path(application),
                    sending: Wire.RecordCarrierReply(verdict: verdict.rawValue, receipt: receipt, code: code, words: words),
                    ifMatch: version),
                as: Wire.ApplicationDecided.self)
        }
    }

    struct ReasonOptions: ParsableArguments {
        @OptionGroup var given: FieldReasons
        @Option(help: "Stands with the decision, sealed.") var note: String?

        func reasons() throws -> [Wire.DecisionReason] { try given.reasons() }
    }

    struct FieldReasons: ParsableArguments {
        @Option(
            parsing: .upToNextOption,
            help: "Why, field by field: /unit/documentNumber=does-not-match. `shiming review reasons list` shows the codes.")
        var reason: [String]

        func reasons() throws -> [Wire.DecisionReason] {
            try reason.map { text in
                let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
                guard parts.count == 2 else { throw ValidationError("--reason takes /field=code") }
                return Wire.DecisionReason(pointer: parts[0], code: parts[1])
            }
        }
    }
}

extension Desk {
    fileprivate func decide(_ application: String, _ decision: Wire.Decide) async throws {
        let version = try await version(of: application)
        try await show(
            Call(.decideApplication, path: path(application), sending: decision, ifMatch: version), as: Wire.ApplicationDecided.self)
    }
}
