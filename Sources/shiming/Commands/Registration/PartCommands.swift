import ArgumentParser
import Client
import Contract
import Foundation

/// A person's own part of a unit's application, call by call as an agent's own app does it.
struct PartCommands: Group {
    static let configuration = CommandConfiguration(
        commandName: "part", abstract: "A person's own part of a unit's application, by the link to it, as an app does it (本人填写).",
        discussion: """
            For whoever writes an app for the persons of units and tries its calls first, with people he invented, and for a person \
            without a browser: open, show, consent, picture, draft, save, complete. Every command works with the part's own token, never \
            as whoever is signed in here (R-AF-11); staff give the links out and close them with `shiming part-link`.

            What is said of people goes by files and standard input only: arguments stand in the list of processes and in the \
            shell's history.
            """,
        subcommands: [
            Open.self, Show.self, Consent.self, Picture.self, Look.self, Draft.self, Save.self, Complete.self, Completed.self,
            Leave.self,
        ])

    struct Open: StrangerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Come in by the link to one's part; its token is kept in a file.",
            discussion: """
                The link is asked for at the terminal, so that no shell keeps it. The file, which nobody but you can read, holds the \
                part's token and the device's secret; opened again with the same file, what was begun goes on. Remove it when you are done.
                """)
        @Flag(help: "The link or its code is the first line of standard input.") var codeStdin = false
        @OptionGroup var part: PartOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let file = try part.file()
            // Before the link is used: a file that cannot be read is not written over.
            let kept = try file.read()
            let typed = try TypedSecret.read(
                fromInput: codeStdin, desk.output.language.choose("Link or its code: ", "链接或链接代码："))
            let device = kept?.server == desk.api.server.text ? kept?.device : nil
            let asked = Wire.OpenPart(link: typed.split(separator: "/").last.map { String($0) } ?? "", device: device)
            let answer = try await desk.api.send(Call(.openPart, sending: asked))
            let opened: Wire.OpenedPart = try answer.decode()
            try file.keep(SavedSeat(opened, at: desk.api.server))
            if desk.output.json { return try desk.output.writeJSON(answer.body) }
            try desk.output.say(
                "You are in until \(ChinaTime.text(opened.expiresAt)); the part is kept in \(file.path).",
                "链接已打开，有效至 \(ChinaTime.text(opened.expiresAt))，保存在 \(file.path)。")
        }
    }

    struct Show: PartCommand {
        static let configuration = CommandConfiguration(
            abstract: "Who asks and for which unit, what is needed and why, the notices with their version, and what lacks.",
            discussion: "What was typed is not shown; `shiming part draft` writes it into a file.")
        @OptionGroup var part: PartOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let answer = try await desk.api.send(Call(.readPart))
            let found: Wire.PersonalPart = try answer.decode()
            try desk.show(found, answer)
            guard !desk.output.json else { return }
            for notice in found.notices {
                try desk.output.paragraphs("\n\(notice.title) (\(notice.kind), \(notice.version))\n\(notice.text)\n")
            }
            try desk.output.write("\n\(found.legalNotice)\n\n")
            try desk.table(found.demands)
            guard !found.checks.isEmpty else { return }
            try desk.output.write("\n")
            try desk.table(found.checks)
        }
    }

    struct Consent: PartCommand {
        static let configuration = CommandConfiguration(
            abstract: "Consent to both notices, or take consent back: then what was filled in is destroyed.",
            discussion: """
                Nothing of the person is kept before. Let the person read the notices that `shiming part show` prints; the version read \
                is named here, and another one than the present is refused.
                """)
        @Option(help: "The version of the notices that were read.") var noticeVersion: String
        @Option(parsing: .upToNextOption, help: "What is consented to: privacy, sensitive-data.") var consent: [String] = []
        @Option(parsing: .upToNextOption, help: "What is not consented to, or no more.") var decline: [String] = []
        @OptionGroup var part: PartOptions
        @OptionGroup var connection: ConnectionOptions

        private static let kinds = ["privacy", "sensitive-data"]

        func validate() throws {
            guard (consent + decline).sorted() == Self.kinds else {
                throw ValidationError("--consent or --decline says of each, once: \(Self.kinds.joined(separator: ", "))")
            }
        }

        func run(_ desk: Desk) async throws {
            let asked = Wire.ConsentToPart(
                noticeVersion: noticeVersion, privacy: consent.contains("privacy"), sensitiveData: consent.contains("sensitive-data"))
            try await desk.show(Call(.consentToPart, sending: asked), as: Wire.PersonalPart.self)
        }
    }

    struct Picture: PartCommand {
        static let configuration = CommandConfiguration(
            abstract: "Hand in a photo of one's document from a file; what a machine reads from it is shown.",
            discussion: """
                What was read fills fields of the draft that are empty: write them with `shiming part draft`, correct them, and give \
                them with `shiming part save`.
                """)
        @Argument(help: "handler-id-front, handler-id-back; responsible-person-id-front and -back; actual-user-id-front.") var slot: String
        @Argument(help: "A JPEG or PNG.", completion: .file()) var file: String
        @Flag(help: "Hand it in although the machine finds fault with it; a reviewer looks.") var insist = false
        @OptionGroup var part: PartOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let query: [String: String?] = ["slot": slot, "insist": insist ? "true" : nil]
            let answer = try await desk.api.send(
                Call(.capturePart, query: query, body: .file(path: file, mediaType: "application/octet-stream")))
            let found: Wire.PersonalPart = try answer.decode()
            try desk.show(found, answer)
            guard !desk.output.json, let read = found.pictures.first(where: { $0.slot == slot })?.fields, !read.isEmpty else { return }
            try desk.output.write("\n")
            try desk.table(read)
        }
    }

    struct Look: PartCommand {
        static let configuration = CommandConfiguration(
            abstract: "Look at a photo that was taken with this file, as a copy that bears the purpose; the look stands on the trail.")
        @Argument(help: "As for `shiming part picture`.") var slot: String
        @Option(help: "Why; no personal data.") var purpose: String
        @Option(name: .shortAndLong, help: "Where to put it, readable by you only.", completion: .file()) var output: String
        @OptionGroup var part: PartOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let answer = try await desk.api.send(
                Call(.openPartPicture, sending: Wire.OpenPartPicture(slot: slot, purpose: purpose)))
            try desk.output.keep(answer.body, at: output)
        }
    }

    struct Draft: PartCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write what was typed, and what a machine read where nothing was typed, to be corrected and given by save.")
        @Option(name: .shortAndLong, help: "A file, readable by you only; else standard output.", completion: .file()) var output: String?
        @OptionGroup var part: PartOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let person = try await desk.api.send(Call(.readPart), as: Wire.PersonalPart.self).person
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
            try desk.output.keep(encoder.encode(person) + Data("\n".utf8), at: output)
        }
    }

    struct Save: PartCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give what the document says, from a JSON file; kept right or wrong, judged when the part is completed.",
            discussion: "The file is the contract's PartyFacts, all of it: what is absent is forgotten, pictures are not touched.")
        @Argument(help: "A JSON file: name, documentType, documentNumber and so on; - is standard input.", completion: .file())
        var file: String
        @OptionGroup var part: PartOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let object = try JSONFile.object(file)
            let version = try await desk.version(Call(.readPart))
            try await desk.show(Call(.savePart, object: object, ifMatch: version), as: Wire.PersonalPart.self)
        }
    }

    struct Complete: PartCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that all of it is right: it goes into the application, and the link is closed. What is missing is said.")
        @OptionGroup var part: PartOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let version = try await desk.version(Call(.readPart))
            try await desk.act(Call(.completePart, ifMatch: version), "Complete.", "您的部分已完成。")
        }
    }

    struct Completed: PartCommand {
        static let configuration = CommandConfiguration(abstract: "When, for which unit and as what the part was completed.")
        @OptionGroup var part: PartOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.show(Call(.readCompletedPart), as: Wire.CompletedPart.self) }
    }

    struct Leave: PartCommand {
        static let configuration = CommandConfiguration(
            abstract: "Leave a device that may be another's: its tokens open the part no more (R-DP-21).",
            discussion: "The file keeps the device's secret: `shiming part open` with the same file goes on. Remove it where nobody shall.")
        @OptionGroup var part: PartOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.act(
                Call(.leavePart), "Left. Come in again with `shiming part open`.", "已退出。如需继续，请重新执行 shiming part open。")
        }
    }
}

extension Wire.PersonalPart: Shown {
    static var columns: [Column<Self>] {
        [
            Column("role", "角色") { $0.role }, Column("unit", "单位") { $0.unitName }, Column("operator", "运营公司") { $0.operatorName },
            Column("agent", "代理商") { $0.agentName }, Column("until", "有效至", time: { $0.expiresAt }),
            Column("notice version", "告知版本") { $0.noticeVersion },
            Column("consents", "同意事项") { part in
                part.consents.filter(\.given).map(\.kind).joined(separator: ",")
            },
            Column("open to be filled in", "可填写") { $0.mayCollect ? "yes" : "no" },
            Column("begun elsewhere", "在其他设备上填写") { $0.elsewhere ? "yes" : nil },
            Column("pictures", "已拍照片") { part in part.pictures.filter(\.taken).map(\.slot).joined(separator: ",") },
            Column("lacking", "待完善", number: { Int64($0.checks.count) }),
        ]
    }
}

extension Wire.PartDemand: Shown {
    static var columns: [Column<Self>] {
        [Column("what", "事项") { $0.pointer }, Column("clause", "依据") { $0.requirement }, Column("why", "说明") { $0.reason }]
    }
}

extension Wire.CompletedPart: Shown {
    static var columns: [Column<Self>] {
        [
            Column("completed", "完成时间", time: { $0.completedAt }), Column("role", "角色") { $0.role },
            Column("unit", "单位") { $0.unitName }, Column("agent", "代理商") { $0.agentName },
        ]
    }
}
