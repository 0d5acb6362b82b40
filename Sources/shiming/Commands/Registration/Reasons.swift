import ArgumentParser
import Client
import Contract

struct Reasons: Group {
    static let configuration = CommandConfiguration(
        commandName: "reasons", abstract: "What may be said for sending back and refusing (退回与不通过的原因).",
        subcommands: [InForce.self, Versions.self, Add.self, Retire.self])

    struct InForce: ServerCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "What a reviewer may choose from now: the built-in reasons, then the company's own.")
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let answer = try await desk.api.send(Call(.listDecisionReasons))
            if desk.output.json { return try desk.output.writeJSON(answer.body) }
            try desk.table(answer.decode(Wire.ReasonsInForce.self).items)
        }
    }

    struct Versions: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Versions of the company's own list, the newest first.")
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.list(Call(.listReasonLists), of: Wire.ReasonListVersion.self, options)
        }
    }

    struct Add: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a reason of the company's own, or say it in other words.",
            discussion: """
                A new version of the list. What was decided with a reason keeps the words it had. Said in other words, a reason stays for the \
                decisions, applications and fields it was for, unless others are named here.
                """)
        @Argument(help: "Its code, such as own-blurred-seal.") var code: String
        @Option(help: "The words in Chinese, as the applicant reads them.") var zh: String
        @Option(help: "The words in English.") var en: String
        @Option(parsing: .upToNextOption, help: "For these decisions alone: send-back, refuse.") var verdict: [String] = []
        @Option(parsing: .upToNextOption, help: "For these applications alone, such as register.") var kind: [String] = []
        @Option(parsing: .upToNextOption, help: "About these fields alone, such as /evidence/unit-document.") var field: [String] = []
        @Flag(help: "For any decision again.") var anyVerdict = false
        @Flag(help: "For any application again.") var anyKind = false
        @Flag(help: "About any field again.") var anyField = false
        @OptionGroup var time: ReasonTime
        @OptionGroup var connection: ConnectionOptions

        func validate() throws {
            let both = [("verdict", verdict, anyVerdict), ("kind", kind, anyKind), ("field", field, anyField)].filter { !$1.isEmpty && $2 }
            if let (name, _, _) = both.first { throw ValidationError("--\(name) and --any-\(name) say different things") }
        }

        func run(_ desk: Desk) async throws {
            try await desk.setReasons(time) { reasons in
                let place = reasons.firstIndex { $0.code == code }
                let former = place.map { reasons[$0] }
                func told(_ words: [String], _ isAny: Bool, _ former: [String]?) -> [String]? {
                    if isAny { return nil }
                    return words.isEmpty ? former : words
                }
                let reason = Wire.OwnReason(
                    code: code, en: en, zh: zh, verdicts: told(verdict, anyVerdict, former?.verdicts),
                    kinds: told(kind, anyKind, former?.kinds), fields: told(field, anyField, former?.fields))
                guard let place else { return reasons + [reason] }
                var changed = reasons
                changed[place] = reason
                return changed
            }
        }
    }

    struct Retire: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Retire a reason of the company's own: nobody chooses it any more.",
            discussion: "What was decided with it keeps it and its words.")
        @Argument var code: String
        @OptionGroup var time: ReasonTime
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.setReasons(time) { reasons in
                guard reasons.contains(where: { $0.code == code }) else {
                    throw ValidationError("the newest list of the company's own reasons has no \(code)")
                }
                return reasons.filter { $0.code != code }
            }
        }
    }
}

/// From when on a new version of the list counts.
struct ReasonTime: ParsableArguments {
    @Option(help: "From when on; else from now on.") var from: Moment?
    @Flag(help: "It may count before the newest version, which then never comes into force.") var replacing = false
}

extension Desk {
    /// A new version of the newest one, also where that is yet to come; what somebody else set meanwhile is not overwritten.
    fileprivate func setReasons(_ time: ReasonTime, _ change: ([Wire.OwnReason]) throws -> [Wire.OwnReason]) async throws {
        let page: Page<Wire.ReasonListVersion> = try await api.send(Call(.listReasonLists, query: ["limit": "1"])).decode()
        let newest = page.items.first
        let asked = Wire.SetReasonList(
            reasons: try change(newest?.reasons ?? []), after: newest?.ordinal ?? 0, validFrom: time.from?.wire,
            replacing: time.replacing ? true : nil)
        try await show(Call(.setReasonList, sending: asked), as: Wire.ReasonListVersion.self)
    }
}
