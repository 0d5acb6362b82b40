import ArgumentParser
import Client
import Contract

struct ReAudits: Group {
    static let configuration = CommandConfiguration(
        commandName: "re-audit", abstract: "Look again at approved cases that were drawn by chance (抽查).",
        subcommands: [List.self, Next.self, Uphold.self, Overturn.self])

    struct List: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Those nobody has looked at, the oldest first; or those of a finding.")
        @Option(help: "open, kept or overturned.") var state = "open"
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.list(Call(.listReAudits, query: ["state": state]), of: Wire.ReAudit.self, options)
        }
    }

    struct Next: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "The application of the oldest one that is yours to look at: with its checks and what was decided.")
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            var found: Wire.ReAudit?
            try await desk.api.pages(of: Call(.listReAudits, query: ["state": "open"])) { answer in
                let page: Page<Wire.ReAudit> = try answer.decode()
                found = page.items.first(where: \.isOpenToReader)
                return (goOn: found == nil, next: page.next)
            }
            guard let found else { return desk.output.note("None waits for you.", "没有需要您抽查的申请。") }
            if !desk.output.json { try desk.output.say("Re-audit \(found.decision)", "抽查 \(found.decision)") }
            try await desk.showApplication(found.application)
        }
    }

    struct Uphold: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "It was rightly approved.")
        @Argument(help: "The re-audit: the decision that was drawn.") var decision: String
        @Option(help: "Sealed, for reviewers alone.") var remark: String?
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.find(decision, Wire.FindReAudit(verdict: "kept", remark: remark)) }
    }

    struct Overturn: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "It should not have been approved.",
            discussion: "What stands registered is not changed by it: a correction, an end or a stop follows on its own ground.")
        @Argument(help: "The re-audit: the decision that was drawn.") var decision: String
        @OptionGroup var reasons: Review.FieldReasons
        @Option(help: "Sealed, for reviewers alone.") var remark: String?
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.find(decision, Wire.FindReAudit(verdict: "overturned", reasons: reasons.reasons(), remark: remark))
        }
    }
}

extension Desk {
    fileprivate func find(_ decision: String, _ finding: Wire.FindReAudit) async throws {
        try await show(Call(.findReAudit, path: ["decision": decision], sending: finding), as: Wire.ReAudit.self)
    }
}
