import ArgumentParser
import Client
import Contract

struct NoticeWordings: Group {
    static let configuration = CommandConfiguration(
        commandName: "words", abstract: "In which words people are told (通知用语).",
        subcommands: [InForce.self, Versions.self, Set.self, Preview.self])

    struct InForce: ServerCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "The words of every kind of notice from now, and which placeholders may and must stand in them.")
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let answer = try await desk.api.send(Call(.listNoticeWordingsInForce))
            if desk.output.json { return try desk.output.writeJSON(answer.body) }
            try desk.table(answer.decode(Wire.NoticeWordingsInForce.self).items)
        }
    }

    struct Versions: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Versions of the company's own words for a kind, the newest first.")
        @Argument(help: "Such as stop-arrears.") var kind: String
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.list(Call(.listNoticeWordings, query: ["kind": kind]), of: Wire.NoticeWordingVersion.self, options)
        }
    }

    struct Set: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell people in the company's own words, or in the built-in ones again.",
            discussion: """
                A new version. Placeholders stand in braces, such as {code}; `shiming notices words list` names them. What is not given stays as in the \
                newest version. What happened before is told in the words it had.
                """)
        @Argument(help: "Such as stop-arrears.") var kind: String
        @OptionGroup var words: NoticeWordOptions
        @Option(help: "From when on; else from now on.") var from: Moment?
        @Flag(help: "It may count before the newest version, which then never comes into force.") var replacing = false
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let newest = try await desk.newestNoticeWording(kind)
            let asked = Wire.SetNoticeWording(
                kind: kind, after: newest?.ordinal ?? 0, message: try words.message(newest?.message),
                letter: try words.letter(newest?.letter), validFrom: from?.wire, replacing: replacing ? true : nil)
            try await desk.show(Call(.setNoticeWording, sending: asked), as: Wire.NoticeWordingVersion.self)
        }
    }

    struct Preview: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "What notices would say in these words, with an invented case; nothing is kept.",
            discussion: "What is not given is as in the newest version.")
        @Argument(help: "Such as stop-arrears.") var kind: String
        @OptionGroup var words: NoticeWordOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let newest = try await desk.newestNoticeWording(kind)
            let asked = Wire.PreviewNoticeWording(
                kind: kind, message: try words.message(newest?.message), letter: try words.letter(newest?.letter))
            let answer = try await desk.api.send(Call(.previewNoticeWording, sending: asked))
            if desk.output.json { return try desk.output.writeJSON(answer.body) }
            try desk.table(answer.decode(Wire.NoticePreviews.self).items)
        }
    }
}

extension Desk {
    /// nil where none was ever set.
    fileprivate func newestNoticeWording(_ kind: String) async throws -> Wire.NoticeWordingVersion? {
        let page: Page<Wire.NoticeWordingVersion> =
            try await api.send(Call(.listNoticeWordings, query: ["kind": kind, "limit": "1"])).decode()
        return page.items.first
    }
}

/// The parts of a notice's words, in Chinese and in English.
struct NoticeWordOptions: ParsableArguments {
    @Option(help: "To a person's phone, in Chinese.") var messageZh: String?
    @Option(help: "To a person's phone, in English.") var messageEn: String?
    @Option(help: "Of the letter to staff.") var subjectZh: String?
    @Option var subjectEn: String?
    @Option(help: "Lines are parted by \\n.") var bodyZh: String?
    @Option var bodyEn: String?
    @Flag(help: "The built-in words to the person.") var builtInMessage = false
    @Flag(help: "The built-in letter.") var builtInLetter = false

    func validate() throws {
        if builtInMessage, messageZh != nil || messageEn != nil {
            throw ValidationError("--built-in-message and words of it say different things")
        }
        if builtInLetter, [subjectZh, subjectEn, bodyZh, bodyEn].contains(where: { $0 != nil }) {
            throw ValidationError("--built-in-letter and words of it say different things")
        }
    }

    func message(_ former: Wire.NoticeWords?) throws -> Wire.NoticeWords? {
        builtInMessage ? nil : try Self.words(messageZh, messageEn, former, "message")
    }

    func letter(_ former: Wire.NoticeLetterWords?) throws -> Wire.NoticeLetterWords? {
        guard !builtInLetter else { return nil }
        func lines(_ text: String?) -> String? { text?.replacing("\\n", with: "\n") }
        let subject = try Self.words(subjectZh, subjectEn, former?.subject, "subject")
        let body = try Self.words(lines(bodyZh), lines(bodyEn), former?.body, "body")
        switch (subject, body) {
        case (let subject?, let body?): return Wire.NoticeLetterWords(subject: subject, body: body)
        case (nil, nil): return nil
        default: throw ValidationError("a letter has a subject and a body: --subject-zh, --subject-en, --body-zh, --body-en")
        }
    }

    /// Nil where neither language is given nor stood there before.
    private static func words(_ zh: String?, _ en: String?, _ former: Wire.NoticeWords?, _ part: String) throws -> Wire.NoticeWords? {
        switch (zh ?? former?.zh, en ?? former?.en) {
        case (let zh?, let en?): return Wire.NoticeWords(zh: zh, en: en)
        case (nil, nil): return nil
        default: throw ValidationError("words are in both languages: --\(part)-zh and --\(part)-en")
        }
    }
}
