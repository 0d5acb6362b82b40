import ArgumentParser
import Client
import Contract

extension PersonCommands {
    struct Register: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Register a person's card at the counter: the person stands there with the document.",
            discussion: """
                An on-site photo stands in for face recognition; nobody on the staff does the face check for a customer (R-AF-11). What the \
                person consented to is named one by one, with the version printed on the notice that was read. `shiming policy preview` \
                says what the card needs; a reviewer and the carrier follow as for every card.
                """)
        @Argument(help: "ICCID, number or card reference.") var card: String
        @Option(help: "hall, account-manager or agent.") var channel = "hall"
        @Option(
            help: ArgumentHelp(
                "A JSON file: holder, guardian, proxy; - is standard input.",
                discussion: "What is said of people goes by a file only: a shell would keep it in its history."),
            completion: .file())
        var content: String
        @Option(
            parsing: .upToNextOption,
            help: """
                Papers by slot: a file to upload, or the identifier of one uploaded: holder-id-front, holder-id-back, holder-on-site-photo; \
                guardian-id-front and others where one is needed.
                """)
        var paper: [String] = []
        @Option(parsing: .upToNextOption, help: "What the person consented to: privacy, sensitive-data; guardian for a child under 14.")
        var consent: [String] = []
        @Option(help: "The version of the notice that the person read.") var noticeVersion: String
        @Flag(help: "The legal notice was shown to the person and accepted (R-AF-10).") var legalNoticeAccepted = false
        @Option(help: "In which the person is told how it stands: zh or en.") var reads = "zh"
        @Option(
            help: "An application that was sent back, to be handed in again; fields left as `register show` masks them stay as they stand.")
        var application: String?
        @Option(
            name: .customLong("version"),
            help: "With --application: its version as it was read (`register show`); what was changed since is not overwritten.")
        var applicationVersion: Int64?
        @OptionGroup var persons: ChangedPersonsOptions
        @OptionGroup var connection: ConnectionOptions

        func validate() throws {
            for text in paper { _ = try PaperArgument(text) }
            try persons.demand(application)
            guard (application == nil) == (applicationVersion == nil) else {
                throw ValidationError("--application and --version go together")
            }
        }

        func run(_ desk: Desk) async throws {
            var given = ContentOptions()
            (given.content, given.set, given.paper) = (content, [], paper)
            var object = try await given.object(desk)
            object["evidence"] = object["evidence"] ?? [String: [String]]()
            object["card"] = card
            object["channel"] = channel
            object["consents"] = Dictionary(consent.map { ($0, true) }, uniquingKeysWith: { first, _ in first })
            object["noticeVersion"] = noticeVersion
            object["noticeAccepted"] = legalNoticeAccepted
            object["language"] = reads
            if let application, let applicationVersion {
                var resumed: [String: Any] = ["application": application, "version": applicationVersion]
                resumed["persons"] = persons.object
                object["resumes"] = resumed
            }
            let answer = try await desk.api.send(Call(.registerInPerson, object: object))
            let begun: Wire.ApplicationBegun = try answer.decode()
            try desk.show(begun, answer)
            guard !desk.output.json else { return }
            if let checks = begun.checks, !checks.isEmpty {
                try desk.output.write("\n")
                try desk.table(checks)
            }
            try desk.output.say(
                "Handed in; a reviewer decides. The person follows it by the code: shiming person status \(begun.code)",
                "已提交，等待审核。用户可凭编号查询：shiming person status \(begun.code)")
        }
    }
}
