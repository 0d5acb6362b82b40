import ArgumentParser
import Client
import Contract
import Foundation

/// What is answered to the question whether the holder is a child under 14.
enum SaidHolderAge: String, CaseIterable, ExpressibleByArgument {
    case under14 = "under-14"
    case fourteenOrOlder = "fourteen-or-older"
}

extension SeatCommands {
    struct Consent: SeatCommand {
        static let configuration = CommandConfiguration(
            abstract: "Consent to notices, each by itself, or take consent back.",
            discussion: """
                Nothing of the person is kept before. Let the person read the notices that `shiming seat show` prints; the version read is \
                named here, and another one than the present is refused.
                """)
        @Option(help: "The version of the notices that were read.") var noticeVersion: String
        @Option(
            parsing: .upToNextOption,
            help: "What is consented to: privacy, sensitive-data, face; guardian, by the guardian of a child under 14.")
        var consent: [String] = []
        @Option(parsing: .upToNextOption, help: "What is not consented to, or no more.") var decline: [String] = []
        @Option(help: "under-14 or fourteen-or-older: how old the holder is, while no document tells it; no picture is taken before.")
        var holderAge: SaidHolderAge?
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func validate() throws {
            guard !consent.isEmpty || !decline.isEmpty else { throw ValidationError("--consent or --decline says to what") }
            if let kind = consent.first(where: decline.contains) {
                throw ValidationError("--consent and --decline say different things of \(kind)")
            }
        }

        func run(_ desk: Desk) async throws {
            let answers = Dictionary(
                consent.map { ($0, true) } + decline.map { ($0, false) }, uniquingKeysWith: { first, _ in first })
            let asked = Wire.GiveConsent(
                noticeVersion: noticeVersion, answers: answers, holderIsUnder14: holderAge.map { $0 == .under14 })
            try await desk.show(Call(.giveConsent, sending: asked), as: Wire.PersonalCase.self)
        }
    }

    struct Picture: SeatCommand {
        static let configuration = CommandConfiguration(
            abstract: "Hand in a photo from a file; what a machine reads from it is shown.",
            discussion: """
                What was read is kept as the machine read it, and fills fields of the draft that are empty: write them with \
                `shiming seat draft`, correct them, and confirm them with `shiming seat fill-in`.
                """)
        @Argument(help: "holder-id-front, holder-id-back, hand-held-photo; guardian-id-front, proxy-id-front and so on where needed.")
        var slot: String
        @Argument(help: "A JPEG or PNG.", completion: .file()) var file: String
        @Flag(help: "Hand it in although the machine finds fault with it; a reviewer looks.") var insist = false
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            if slot == "face-capture" {
                desk.noteLiveFace()
                throw ExitCode.refused
            }
            let query: [String: String?] = ["slot": slot, "insist": insist ? "true" : nil]
            let answer = try await desk.api.send(
                Call(.capturePicture, query: query, body: .file(path: file, mediaType: "application/octet-stream")))
            let taken: Wire.CapturedPicture = try answer.decode()
            try desk.show(taken, answer)
            guard !desk.output.json, !taken.fields.isEmpty else { return }
            try desk.output.write("\n")
            try desk.table(taken.fields)
        }
    }

    struct Draft: SeatCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write what was typed, and what a machine read where nothing was typed, to be corrected and confirmed by fill-in.")
        @Option(name: .shortAndLong, help: "A file, readable by you only; else standard output.", completion: .file()) var output: String?
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let content = try await desk.api.send(Call(.readPersonalCase), as: Wire.PersonalCase.self).content
            let draft = Wire.PersonalDraft(
                holder: content.holder, guardian: content.guardian, proxy: content.proxy,
                declinesFaceRecognition: content.declinesFaceRecognition, noticeAccepted: content.noticeAccepted)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
            try desk.output.keep(encoder.encode(draft) + Data("\n".utf8), at: output)
        }
    }

    struct FillIn: SeatCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give and confirm what the documents say, from a JSON file; kept right or wrong, judged when it is handed in.",
            discussion: """
                The file is the contract's PersonalDraft, all of it: what is absent is forgotten, pictures are not touched. There is no \
                option for a single field: a name or number among the arguments would stand in the list of processes and in the shell's \
                history.
                """)
        @Argument(help: "A JSON file: holder, guardian, proxy; - is standard input.", completion: .file()) var file: String
        @Flag(help: "The legal notice that `shiming seat show` prints was read and accepted (R-AF-10).") var legalNoticeAccepted = false
        @Flag(help: "The face is not shown; what stands in its place is handed in.") var declinesFaceRecognition = false
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            var object = try JSONFile.object(file)
            if legalNoticeAccepted { object["noticeAccepted"] = true }
            if declinesFaceRecognition { object["declinesFaceRecognition"] = true }
            try await desk.show(Call(.updatePersonalDraft, object: object), as: Wire.PersonalCase.self)
        }
    }

    struct ReusePictures: SeatCommand {
        static let configuration = CommandConfiguration(
            abstract: "Use the document pictures of a registration made lately with this seat's file, where the policies allow it.")
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.show(Call(.reusePictures), as: Wire.PersonalCase.self) }
    }

    struct Face: SeatCommand {
        static let configuration = CommandConfiguration(
            abstract: "Why no command shows the face, and where it is shown (R-AF-11).")
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            desk.noteLiveFace()
            throw ExitCode.refused
        }
    }

    struct ProviderCapture: SeatCommand {
        static let configuration = CommandConfiguration(
            abstract: "Where the person shows the face on the provider's own page, where a policy demands it.",
            discussion: "The address is opened on the person's phone, once, within its time; name and number are filled in before.")
        @Option(help: "Where the person goes afterwards: an https address of the app.") var returnTo: String
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.show(
                Call(.beginProviderCapture, sending: Wire.BeginProviderCapture(returnTo: returnTo)), as: Wire.SentToProvider.self)
        }
    }

    struct ProviderOutcome: SeatCommand {
        static let configuration = CommandConfiguration(abstract: "How the capture at the provider came out, once the person is back.")
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.show(Call(.followProviderCapture), as: Wire.PersonalCase.self) }
    }
}
