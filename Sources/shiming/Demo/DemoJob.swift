import ArgumentParser
import Client
import Contract
import Foundation

/// Step after step, each said before it is done.
struct DemoJob: Sendable {
    static let product = "M-DIR-30"
    static let batch = "DEMO-1"

    let server: ServerAddress
    let output: Output
    let cards: Int

    func run(firstToken: String, stays: Bool) async throws {
        let cast = try await people(firstToken: firstToken)
        try await offer(cast)
        try await takeIn(cast)
        try await allocate(cast)
        let registration = try await register(cast)
        try await decide(cast, registration)
        try await ask(cast)
        try await activate(cast)
        let open = try await DemoWatch(job: self, cast: cast).run()
        try await tellTrail(cast)
        if stays { try await invite(cast, toRegister: open) }
        for person in cast.all { await person.client.close() }
    }

    func step(_ english: String, _ chinese: String) throws {
        try output.write("\u{2022} " + output.language.choose(english, chinese) + "\n")
    }

    func tell(_ english: String, _ chinese: String) throws {
        try output.write("    " + output.language.choose(english, chinese) + "\n")
    }
}

// MARK: People

extension DemoJob {
    private func people(firstToken: String) async throws -> DemoCast {
        try step("The first administrator accepts the one-time token and signs in with a second factor", "首位管理员凭一次性令牌启用账号，并以第二验证因素登录")
        let administrator = try await DemoPerson.enrolled(
            token: firstToken, login: "administrator", server: server, language: output.language)
        try step("The agent and its contract with the carrier", "建立代理商并登记其与运营商的合同")
        let agent: Wire.Organisation = try await administrator.client.send(
            Call(.createOrganisation, sending: Wire.CreateOrganisation(kind: "agent", name: DemoPapers.agent)), as: Wire.Organisation.self)
        _ = try await administrator.client.send(
            Call(.recordContract, path: ["organisation": agent.id], sending: DemoPapers.contract))
        try step("A clerk at the agent, a reviewer and an auditor at the operating company", "建立代理商业务员、运营公司审核员与审计员账号")
        return DemoCast(
            agent: agent.id, administrator: administrator,
            clerk: try await invited("clerk", ["agent-clerk"], at: agent.id, by: administrator),
            reviewer: try await invited("reviewer", ["reviewer"], at: nil, by: administrator),
            auditor: try await invited("auditor", ["auditor"], at: nil, by: administrator))
    }

    private func invited(
        _ login: String, _ roles: [String], at organisation: String?, by administrator: DemoPerson
    ) async throws -> DemoPerson {
        let created: Wire.AccountCreated = try await administrator.client.send(
            Call(.createAccount, sending: Wire.CreateAccount(roles: roles, organisation: organisation, login: login)),
            as: Wire.AccountCreated.self)
        guard let enrolment = created.enrolment else { throw ClientFailure.unreadable(status: 201) }
        return try await DemoPerson.enrolled(token: enrolment.token, login: login, server: server, language: output.language)
    }

    private func invite(_ cast: DemoCast, toRegister link: String) async throws {
        let created: Wire.AccountCreated = try await cast.administrator.client.send(
            Call(.createAccount, sending: Wire.CreateAccount(roles: ["administrator", "compliance", "auditor"], login: "you")),
            as: Wire.AccountCreated.self)
        guard let enrolment = created.enrolment else { throw ClientFailure.unreadable(status: 201) }
        try output.write("\n")
        try tell(
            "Serving at \(server) (\(server)/reference tells of the API); Ctrl-C ends it.",
            "服务地址 \(server)（接口说明见 \(server)/reference），按 Ctrl-C 结束。")
        try tell(
            "A second watch's card waits for you; open its link on a phone or in a browser:", "还有一张手表卡等您登记，请用手机或浏览器打开链接：")
        try output.write("\n    \(link)\n\n")
        try tell("The console; choose a password there with the token below, as `you`:", "管理台，请在此用下面的令牌设置密码（账号 you）：")
        try output.write("\n    \(server)/console/enrol\n\n")
        try tell("Your one-time token, for the console or the command line:", "您的一次性令牌，可用于管理台或命令行：")
        try output.write("\n    shiming enrol \(enrolment.token) --server \(server)\n\n")
    }
}

// MARK: Cards

extension DemoJob {
    private func offer(_ cast: DemoCast) async throws {
        try step("A product: directed data, 30 MB a month, neither voice nor SMS", "建立套餐：定向流量，每月30MB，无语音短信")
        _ = try await cast.administrator.client.send(
            Call(.createProduct, sending: Wire.CreateProduct(code: Self.product, terms: DemoPapers.terms)))
    }

    private func takeIn(_ cast: DemoCast) async throws {
        try step("A file of \(cards) cards goes into stock", "\(cards) 张卡的文件入库")
        try await takeIn(0..<cards, of: Self.product, as: Self.batch, cast)
    }

    func takeIn(_ numbers: Range<Int>, of product: String, as batch: String, _ cast: DemoCast) async throws {
        let desk = Desk(api: cast.administrator.client, output: output)
        let intake = try await DemoPapers.file(Array(CardList.file(numbers).utf8)) { path in
            try await desk.sendIntake(path: path, query: ["kind": "stock", "batch": batch, "product": product, "province": "31"])
        }
        let end = try await desk.followed(intake)
        guard end.counts.taken == Int64(numbers.count) else {
            try desk.show(end)
            throw ExitCode.refused
        }
        try tell("\(end.counts.taken) taken in, \(end.counts.failed) left out", "入库 \(end.counts.taken) 张，未入库 \(end.counts.failed) 行")
    }

    private func allocate(_ cast: DemoCast) async throws {
        try step("The batch is allocated to the agent", "整批划拨给代理商")
        try await allocate(Self.batch, cast)
    }

    func allocate(_ batch: String, _ cast: DemoCast) async throws {
        let outcome: Wire.CustodyOutcome = try await cast.administrator.client.send(
            Call(
                .createCustodyAct,
                sending: Wire.CreateCustodyAct(kind: "allocate", cards: Wire.CardSelection(batch: batch), organisation: cast.agent)),
            as: Wire.CustodyOutcome.self)
        try tell("\(outcome.moved) cards moved", "划拨 \(outcome.moved) 张")
    }
}

// MARK: Registration

extension DemoJob {
    private func register(_ cast: DemoCast) async throws -> DemoApplication {
        let clerk = cast.clerk.client
        try step(
            "The enterprise's papers: licence, authorisation letter, identity documents of handler and responsible person",
            "上传单位证照、授权书、经办人与责任人证件")
        let evidence = try await DemoPapers.upload(with: clerk, progress: output.progress("    papers", "    凭证"))
        try step("The agent's clerk applies for all cards in the enterprise's name", "代理商业务员以单位名义申请登记全部卡")
        let begun = try await clerk.send(
            Call(.createRegistration, sending: Wire.CreateRegistration(channel: "agent", content: DemoPapers.content(evidence: evidence))))
        let application: Wire.ApplicationBegun = try begun.decode()
        let path = ["application": application.application]
        let chosen = try await clerk.send(
            Call(.selectCards, path: path, sending: Wire.CardSelection(batch: Self.batch), ifMatch: begun.entityTag))
        let selected: Wire.CardsSelected = try chosen.decode()
        let handedIn = try await clerk.send(Call(.submitApplication, path: path, ifMatch: chosen.entityTag))
        let submitted: Wire.ApplicationSubmitted = try handedIn.decode()
        try tell(
            "\(application.code): \(selected.cards) cards, \(submitted.checks.count) checks by machine, all passed or noted",
            "\(application.code)：\(selected.cards) 张卡，系统核验 \(submitted.checks.count) 项，全部通过或提示")
        return DemoApplication(id: application.application, version: handedIn.entityTag)
    }

    private func decide(_ cast: DemoCast, _ application: DemoApplication) async throws {
        try step("The reviewer takes the case and approves: one decision for all cards", "审核员领取并批准：一次决定登记全部卡")
        let path = ["application": application.id]
        _ = try await cast.reviewer.client.send(Call(.lockApplication, path: path))
        let decided: Wire.ApplicationDecided = try await cast.reviewer.client.send(
            Call(.decideApplication, path: path, sending: Wire.Decide(verdict: "approve"), ifMatch: application.version),
            as: Wire.ApplicationDecided.self)
        try tell(
            "\(decided.cardsRegistered) cards registered, \(decided.cardsExcluded) excluded",
            "登记 \(decided.cardsRegistered) 张，排除 \(decided.cardsExcluded) 张")
        guard decided.cardsRegistered == Int64(cards) else { throw ExitCode.refused }
    }
}

// MARK: The carrier

extension DemoJob {
    /// Taken on is not in effect: what the carrier shows is counted.
    private func activate(_ cast: DemoCast) async throws {
        let chosen = DemoCarrier.activated(of: cards)
        try step(
            "\(chosen.count) cards are activated; their carrier, a sandbox here, is told, and asked what came of it",
            "激活 \(chosen.count) 张卡：向运营商（此处为沙箱）下发指令并核对结果")
        let api = cast.administrator.client
        _ = try await api.send(
            Call(
                .changeLives,
                sending: Wire.ChangeLives(
                    command: "activate",
                    cards: Wire.CardSelection(range: Wire.ICCIDRange(from: CardList.iccid(0), to: CardList.iccid(chosen.count - 1))))),
            as: Wire.LifeOutcomes.self)
        var work: Wire.CarrierWork?
        for _ in 0..<600 {
            work = try await api.send(Call(.listCarriers), as: Wire.CarrierWorkList.self).items.first { $0.connection != nil }
            if let work, work.waiting == 0, work.sent == 0 { break }
            try await Task.sleep(for: .milliseconds(200))
        }
        guard let work, work.waiting == 0, work.sent == 0 else { throw ExitCode.refused }
        try tell("active at the carrier: \(chosen.count), nothing waits for it", "运营商侧已激活 \(chosen.count) 张，无待办指令")
    }
}

// MARK: Answers

extension DemoJob {
    private func ask(_ cast: DemoCast) async throws {
        let iccid = CardList.iccid(cards * 3 / 10)
        try output.write("\n")
        try step("Who answers for \(iccid)?", "\(iccid) 由谁负责？")
        try await Desk(api: cast.reviewer.client, output: output).show(
            Call(.answerForCard, sending: Wire.AskAnswer(iccid: iccid)), as: Wire.AnswerForCard.self)
        try output.write("\n")
    }

    /// The sequencer numbers what is committed within a second.
    private func tellTrail(_ cast: DemoCast) async throws {
        var head: Wire.TrailHead
        var looks = 0
        repeat {
            if looks > 0 { try await Task.sleep(for: .milliseconds(200)) }
            head = try await cast.auditor.client.send(Call(.readTrailHead), as: Wire.TrailHead.self)
            looks += 1
        } while head.pending > 0 && looks < 25
        try step("The trail: \(head.size) entries, root \(head.root)", "留痕：\(head.size) 条，树根 \(head.root)")
    }
}

/// What the reviewer is to decide, and the version that was handed in.
struct DemoApplication: Sendable {
    let id: String
    let version: String?
}
