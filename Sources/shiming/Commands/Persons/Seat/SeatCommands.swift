import ArgumentParser
import Client
import Contract
import Foundation

/// A person's own registration, call by call as an agent's own app does it.
struct SeatCommands: Group {
    static let configuration = CommandConfiguration(
        commandName: "seat", abstract: "A person's own registration at a card's entrance, as an app does it (个人自助实名).",
        discussion: """
            For whoever writes an app for persons and tries its calls first, with people he invented, and for a person without a browser: \
            open, show, consent, picture, draft, fill-in, submit, status. Every command works with the seat's own token, never as whoever \
            is signed in here; staff register a person who stands before them with `shiming person register`.

            What is said of people goes by files and standard input only: arguments stand in the list of processes and in the shell's \
            history. The face is shown live on the page; no command takes it from files (R-AF-11).
            """,
        subcommands: [
            LookUp.self, CardNumber.self, Open.self, Show.self, Consent.self, Picture.self, Draft.self, FillIn.self, ReusePictures.self,
            Face.self, ProviderCapture.self, ProviderOutcome.self, Submit.self, Status.self, CarrierPage.self, CarrierOutcome.self,
            Withdraw.self, Release.self, DeclineTransfer.self, Claim.self, Leave.self,
        ])

    struct LookUp: StrangerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Which carrier a card is of, and how to come in; whether there is such a card is not told.")
        @Argument(help: "The card's ICCID.") var iccid: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.show(Call(.lookUpCard, sending: Wire.LookUpCard(iccid: iccid)), as: Wire.CardLookup.self)
        }
    }

    struct CardNumber: StrangerCommand {
        static let configuration = CommandConfiguration(
            abstract: "The card's number from a photo of its bar code; the photo is read and not kept.")
        @Argument(completion: .file()) var file: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.show(
                Call(.readCardNumber, body: .file(path: file, mediaType: "application/octet-stream")), as: Wire.CardNumber.self)
        }
    }

    struct Open: StrangerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Come in by a card's link, or by its number and claim code; the seat is kept in a file.",
            discussion: """
                The code is asked for at the terminal, so that no shell keeps it. The file, which nobody but you can read, holds the seat's \
                token and the device's secret; opened again with the same file, what was begun goes on. Remove it when you are done: whoever \
                has it has the seat.
                """)
        @Option(help: "The card's ICCID: the code is the claim code printed with the card. Without it, it is a link or the link's code.")
        var iccid: String?
        @Flag(help: "The code is the first line of standard input.") var codeStdin = false
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let words = desk.output.language
            let file = try seat.file()
            // Before the code is used: a file that cannot be read is not written over.
            let kept = try file.read()
            let typed = try TypedSecret.read(
                fromInput: codeStdin, iccid == nil ? words.choose("Link or its code: ", "链接或链接代码：") : words.choose("Claim code: ", "领取码："))
            let device = kept?.server == desk.api.server.text ? kept?.device : nil
            let asked: Wire.OpenSeat
            if let iccid {
                asked = Wire.OpenSeat(iccid: iccid, claimCode: typed, device: device)
            } else {
                asked = Wire.OpenSeat(link: typed.split(separator: "/").last.map { String($0) } ?? "", device: device)
            }
            let answer = try await desk.api.send(Call(.openSeat, sending: asked))
            let opened: Wire.OpenedSeat = try answer.decode()
            try file.keep(SavedSeat(opened, at: desk.api.server))
            if desk.output.json { return try desk.output.writeJSON(answer.body) }
            try desk.output.say(
                "You are in until \(ChinaTime.text(opened.expiresAt)); the seat is kept in \(file.path).",
                "入口已打开，有效至 \(ChinaTime.text(opened.expiresAt))，保存在 \(file.path)。")
        }
    }

    struct Show: SeatCommand {
        static let configuration = CommandConfiguration(
            abstract: "What the card needs and why, the notices with their version, and what is there already.",
            discussion: "What was typed is not shown; `shiming seat draft` writes it into a file.")
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let answer = try await desk.api.send(Call(.readPersonalCase))
            let found: Wire.PersonalCase = try answer.decode()
            try desk.show(found, answer)
            guard !desk.output.json else { return }
            for notice in found.notices {
                try desk.output.paragraphs("\n\(notice.title) (\(notice.kind), \(notice.version))\n\(notice.text)\n")
            }
            try desk.output.write("\n\(found.legalNotice)\n\n")
            try desk.table(found.needs.needs)
            if found.needs.methods.contains("face") { desk.noteLiveFace() }
        }
    }
}

extension Desk {
    /// A liveness challenge needs a camera, and a person before it; files would prove nothing.
    func noteLiveFace() {
        output.note(
            """
            The face is shown live before a camera on the person's own phone; no command takes it from files (R-AF-11). Open the card's \
            link in the phone's browser, or \(api.server)/p/start with its number and claim code, and register there from the beginning: \
            what was begun here is not seen there. Who declines it (`shiming seat fill-in --declines-face-recognition`) hands in what stands \
            in its place.
            """,
            """
            人脸须由本人在手机摄像头前现场采集，命令行不接受人脸文件（R-AF-11）。\
            请用手机浏览器打开该卡的链接，或打开 \(api.server)/p/start 输入卡号和领取码，并从头办理；在此已填写的内容不会显示在手机上。\
            不使用人脸识别的（shiming seat fill-in --declines-face-recognition），须提交替代材料。
            """)
    }
}
