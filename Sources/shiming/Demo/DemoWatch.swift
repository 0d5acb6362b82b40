import ArgumentParser
import Client
import Contract
import Foundation
import Registry
import UseCases

/// A person's watch: a link, the person's own steps as a phone would do them, the machines, a reviewer, and the card counts.
struct DemoWatch: Sendable {
    static let product = "M-WATCH-1G"
    static let batch = "DEMO-WATCHES"
    /// Beyond the enterprise's cards, of which there are at most 200,000.
    private static let numbers = 900_000..<900_002

    let job: DemoJob
    let cast: DemoCast
    private var output: Output { job.output }

    /// Answers the link to a second card, which is left open.
    func run() async throws -> String {
        try await stock()
        let links = try await issue()
        guard let first = links.first, let second = links.last, let code = first.path else { throw ClientFailure.unreadable(status: 201) }
        try job.tell("\(job.server)\(code)", "\(job.server)\(code)")
        let seat: Wire.OpenedSeat = try await openly {
            try await $0.send(Call(.openSeat, sending: Wire.OpenSeat(link: first.code)), as: Wire.OpenedSeat.self)
        }
        let person = try APIClient(server: job.server, credential: .token(seat.token), language: output.language.rawValue)
        do {
            try await register(person)
            await person.close()
        } catch {
            await person.close()
            throw error
        }
        return job.server.text + (second.path ?? "")
    }

    private func stock() async throws {
        try output.write("\n")
        try job.step("A person's watch: two cards with voice, in the hands of the agent", "个人手表：两张带语音的卡，由代理商销售")
        let administrator = cast.administrator.client
        _ = try await administrator.send(
            Call(.createProduct, sending: Wire.CreateProduct(code: Self.product, terms: DemoPapers.watchTerms)))
        try await job.takeIn(Self.numbers, of: Self.product, as: Self.batch, cast)
        try await job.allocate(Self.batch, cast)
    }

    private func issue() async throws -> [Wire.IssuedEntrance] {
        try job.step("The agent's clerk gives out a link for each; a QR code beside the watch leads there", "代理商业务员为每张卡发放链接，可印成随手表二维码")
        return try await cast.clerk.client.send(
            Call(
                .issueEntrances,
                sending: Wire.IssueEntrances(kind: "link", cards: Wire.CardSelection(batch: Self.batch), days: 30, deviceType: "手表")),
            as: Wire.IssuedEntrances.self
        ).items
    }

    /// What needs no token.
    private func openly<Value: Sendable>(_ body: (APIClient) async throws -> Value) async throws -> Value {
        let door = try APIClient(server: job.server, language: output.language.rawValue)
        do {
            let value = try await body(door)
            await door.close()
            return value
        } catch {
            await door.close()
            throw error
        }
    }

    // MARK: The person's steps

    private func register(_ person: APIClient) async throws {
        try job.step("The buyer opens it and sees what the card needs, why, and by which clause", "购买者打开链接，看到该卡需要什么、为什么、依据哪条规定")
        let begun = try await person.send(Call(.readPersonalCase), as: Wire.PersonalCase.self)
        try Desk(api: person, output: output).table(begun.needs.needs)
        try job.step("Consents, each by itself; before them nothing is taken", "逐项同意告知；同意之前不收集任何信息")
        try await consent(person, begun)
        try job.step("Photos of the document, and what stands on it", "拍摄证件正反面，填写证件信息")
        for (place, slot) in ["holder-id-front", "holder-id-back"].enumerated() {
            try await photograph(person, slot, DrawnPNG.pattern(UInt8(60 + 40 * place)))
        }
        let declines = try await !showFace(person)
        _ = try await person.send(
            Call(
                .updatePersonalDraft,
                sending: Wire.PersonalDraft(
                    holder: DemoPapers.watchOwner, declinesFaceRecognition: declines ? true : nil, noticeAccepted: true)))
        try job.step(
            "Handed in: the identity authority and the face comparison are asked (here a sandbox that invents its answers)",
            "提交后向身份认证机构和人脸比对机构核验（演示使用沙箱，结果为虚构）")
        let handedIn = try await person.send(Call(.submitPersonal), as: Wire.PersonalCase.self)
        try await follow(person, code: handedIn.code ?? "")
    }

    private func consent(_ person: APIClient, _ begun: Wire.PersonalCase) async throws {
        for notice in begun.notices { try job.tell("\(notice.title) (\(notice.version))", "\(notice.title)（\(notice.version)）") }
        let answers = Dictionary(begun.notices.map { ($0.kind, true) }, uniquingKeysWith: { first, _ in first })
        _ = try await person.send(
            Call(
                .giveConsent,
                sending: Wire.GiveConsent(
                    noticeVersion: begun.notices.first?.version ?? "", answers: answers, holderIsUnder14: false)))
    }

    /// Drawn pictures are not what they are said to be, so the person insists and a reviewer looks.
    private func photograph(_ person: APIClient, _ slot: String, _ picture: [UInt8]) async throws {
        _ = try await DemoPapers.file(picture) { path in
            try await person.send(
                Call(.capturePicture, query: ["slot": slot, "insist": "true"], body: .file(path: path, mediaType: "image/png")))
        }
    }

    /// Does what the challenge asks. Answers false when a machine sees that the face is only drawn: then the person takes the way that
    /// is always there, a photo with the document and a reviewer who compares (R-OP-03).
    private func showFace(_ person: APIClient) async throws -> Bool {
        let challenge = try await person.send(Call(.issueFaceChallenge), as: Wire.FaceChallenge.self)
        let order = challenge.texts.joined(separator: " \u{2192} ")
        try job.step("The face, in an order nobody knows beforehand: \(order)", "人脸活体检测，动作顺序随机：\(order)")
        let pause = 400
        let frames =
            [Wire.FaceFrame(milliseconds: 0, picture: Self.base64(DrawnFace.picture(nil)))]
            + challenge.actions.enumerated().map { place, action in
                Wire.FaceFrame(
                    milliseconds: Int64(pause * (place + 1)), picture: Self.base64(DrawnFace.picture(LivenessAction(rawValue: action))),
                    action: action)
            }
        // As long as the frames say it took.
        try await Task.sleep(for: .milliseconds(pause * (challenge.actions.count + 1)))
        do {
            _ = try await person.send(Call(.captureFace, sending: Wire.CaptureFace(nonce: challenge.nonce, frames: frames)))
            return true
        } catch ClientFailure.refused(let problem) where problem.code == "picture-not-usable" {
            try job.tell(
                "A drawn face is seen to be none; the other way is a photo with the document, which a reviewer compares",
                "系统识别出画面不是真人；改为提交手持证件照片，由审核员比对")
            try await photograph(person, "hand-held-photo", DrawnPNG.pattern(140))
            return false
        }
    }

    private static func base64(_ picture: [UInt8]) -> String { Data(picture).base64EncodedString() }

    // MARK: What comes of it

    private func follow(_ person: APIClient, code: String) async throws {
        try await waitWhileChecked(person)
        try job.step("A reviewer compares and approves", "审核员比对并批准")
        try await approve(code)
        try tell(try await status(person))
        try job.step("Who answers for this card now?", "该卡现在由谁负责？")
        try await Desk(api: cast.reviewer.client, output: output).show(
            Call(.answerForCard, sending: Wire.AskAnswer(iccid: CardList.iccid(Self.numbers.lowerBound))), as: Wire.AnswerForCard.self)
        try output.write("\n")
    }

    private func status(_ person: APIClient) async throws -> Wire.PersonalStatus {
        try await person.send(Call(.readPersonalStatus), as: Wire.PersonalStatus.self)
    }

    /// Each stage as the person is told of it.
    private func waitWhileChecked(_ person: APIClient) async throws {
        var told = ""
        for _ in 0..<150 {
            let status = try await status(person)
            if status.stage != told { try tell(status) }
            told = status.stage
            if told != "checking" { return }
            try await Task.sleep(for: .milliseconds(200))
        }
        throw ExitCode.unavailable
    }

    private func tell(_ status: Wire.PersonalStatus) throws {
        let words = PersonalStatus.Stage(rawValue: status.stage)?.words
        try job.tell("\(status.code): \(words?.en ?? status.stage)", "\(status.code)：\(words?.zh ?? status.stage)")
    }

    /// By hand, as the floor says: a machine approves only where every policy lets it.
    private func approve(_ code: String) async throws {
        let reviewer = cast.reviewer.client
        let queue = try await reviewer.send(Call(.listApplications, query: ["state": "submitted"]), as: Wire.ApplicationPage.self)
        for waiting in queue.items {
            let read = try await reviewer.send(Call(.readApplication, path: ["application": waiting.id]))
            guard try read.decode(Wire.Application.self).registrationCode == code else { continue }
            return try await approve(DemoApplication(id: waiting.id, version: read.entityTag))
        }
        throw ExitCode.refused
    }

    private func approve(_ application: DemoApplication) async throws {
        let reviewer = cast.reviewer.client
        let path = ["application": application.id]
        _ = try await reviewer.send(Call(.lockApplication, path: path))
        let decided = try await reviewer.send(
            Call(.decideApplication, path: path, sending: Wire.Decide(verdict: "approve"), ifMatch: application.version),
            as: Wire.ApplicationDecided.self)
        guard decided.cardsRegistered == 1 else { throw ExitCode.refused }
    }
}

extension PersonalStatus.Stage {
    fileprivate var words: LocalText {
        switch self {
        case .begun: LocalText(en: "begun, not handed in", zh: "已开始，未提交")
        case .awaitingTransfer: LocalText(en: "prepared; the former registration has not ended", zh: "已准备，待原登记解除")
        case .submitted: LocalText(en: "handed in", zh: "已提交")
        case .checking: LocalText(en: "handed in, being checked by machine", zh: "已提交，系统核验中")
        case .inReview: LocalText(en: "waits for a reviewer; not effective yet", zh: "待人工审核，尚未生效")
        case .awaitingCarrier: LocalText(en: "passed; waits for the carrier, not effective yet", zh: "审核通过，待运营商受理，尚未生效")
        case .effective: LocalText(en: "effective", zh: "已生效")
        case .released: LocalText(en: "given up; the card stands in nobody's name", zh: "已解除，该卡不再登记在本人名下")
        case .toBeMended: LocalText(en: "sent back, to be mended", zh: "已退回，待修改")
        case .refused: LocalText(en: "refused", zh: "未通过")
        case .withdrawn: LocalText(en: "withdrawn", zh: "已撤回")
        }
    }
}
