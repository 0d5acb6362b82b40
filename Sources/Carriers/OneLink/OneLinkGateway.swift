import Foundation
import Outbound
import Registry
import UseCases

/// China Mobile's OneLink, version 5 (PEERS §3.1).
package struct OneLinkGateway: CarrierGateway {
    package let name: String
    package let carrier: Carrier
    package let system = CarrierSystem.oneLink
    package let capabilities: CarrierCapabilities

    let client: CarrierClient
    let credentials: OneLinkCredentials
    let signing: OneLinkSigning
    /// 1 a page in a browser, 2 a mini-program of WeChat.
    let urlType: String
    let codes: CodeTable
    let windows: OperationWindows
    private let notices: NoticeProof
    private let tokens = OneLinkTokens()

    package init(
        name: String, carrier: Carrier = .mobile, client: CarrierClient, credentials: OneLinkCredentials, signing: OneLinkSigning = .token,
        urlType: String = "1", codes: CodeTable = .oneLink, notices: NoticeProof = .absent
    ) {
        self.name = name
        self.carrier = carrier
        self.client = client
        self.credentials = credentials
        self.signing = signing
        self.urlType = urlType
        self.codes = codes
        capabilities = CarrierCapabilities.oneLink.with(notices)
        self.notices = notices
        windows = OperationWindows(seconds: client.patience.windowSeconds)
    }

    package var allowance: (any CarrierAllowance)? { client }
    package func state() async -> ProviderState { await client.state() }
    package func judge(_ notice: CarrierNotice) -> CarrierNoticeVerdict { notices.judge(notice, at: client.clock.now()) }
    package func close() async { await client.close() }

    package func states(of cards: [CarrierCard]) async -> [CarrierReply<CarrierCardState>] {
        await inOrder(cards, atOnce: client.patience.concurrency) { card in
            await one("/v5/ec/query/sim-status", card, as: OneLinkState.self) { StatusTable.oneLink.read(codeText($0.cardStatus.text)) }
        }
    }

    package func realNames(of cards: [CarrierCard]) async -> [CarrierReply<CarrierRealName>] {
        await inOrder(cards, atOnce: client.patience.concurrency) { card in
            await one("/v5/ec/query/sim-real-name-status", card, as: OneLinkRealName.self) {
                RealNameTable.oneLink.read(codeText($0.realNameStatus.text), reason: $0.reason.map { codeText($0.text) })
            }
        }
    }

    package func risks(of _: CarrierCard) async -> CarrierReply<[CarrierRisk]> { .refused(.carrierNotOffered(.risk), code: "") }

    package func startRegistration(_ order: CarrierOrder) async -> CarrierReply<CarrierInvitation> {
        let answer = await call(
            "/v5/ec/secure/sim-real-name-reg", Self.key(of: order.card) + [("urlType", urlType)], about: [order.card], order: [order],
            as: OneLinkInvitation.self)
        switch answer {
        case .failure(let refused): return reply(refused, [order.card])
        case .success(let results):
            guard let found = results.first, results.count == 1 else { return .unclear(.fault(.notAsContract)) }
            return invitation(found.url, serial: codeText(found.busiSeq.text), client)
        }
    }

    package func submit(_: CarrierIdentity, _: CarrierOrder) async -> CarrierReply<CarrierRealName> {
        .refused(.carrierNotOffered(.submitIdentity), code: "")
    }

    package func clearRegistration(_: CarrierOrder) async -> CarrierReply<CarrierRealName> {
        .refused(.carrierNotOffered(.clearRegistration), code: "")
    }

    // MARK: Calls

    private func one<Result: Decodable & Sendable, Value>(
        _ path: String, _ card: CarrierCard, as _: Result.Type, _ read: (Result) -> Value
    ) async -> CarrierReply<Value> {
        switch await call(path, Self.key(of: card), about: [card], as: Result.self) {
        case .failure(let refused): return reply(refused, [card])
        case .success(let results):
            guard results.count == 1 else { return .unclear(.fault(.notAsContract)) }
            return .done(read(results[0]))
        }
    }

    /// - Parameter order: makes it a command, told at most once, under a serial that is the orders' own.
    func call<Result: Decodable & Sendable>(
        _ path: String, _ parameters: [(String, String)], about cards: [CarrierCard], order: [CarrierOrder] = [], as _: Result.Type
    ) async -> Swift.Result<[Result], OneLinkRefused> {
        var hasRenewed = false
        while true {
            let token: String
            switch await self.token() {
            case .success(let found): token = found
            case .failure(let refused): return .failure(refused)
            }
            let answer: Swift.Result<[Result], OneLinkRefused> = await send(
                path, parameters, about: cards, order: order, proof: token.isEmpty ? nil : token)
            // It refused for the token alone, so nothing was done.
            guard case .failure(.said(let code)) = answer, codes[code] == .tokenExpired, signing == .token, !hasRenewed else {
                return answer
            }
            hasRenewed = true
            await tokens.drop(token)
        }
    }

    private func token() async -> Result<String, OneLinkRefused> {
        guard signing == .token else { return .success("") }
        return await tokens.token(at: client.clock.now()) {
            let parameters = [("appid", credentials.appID), ("password", credentials.password)]
            let answer: Result<[OneLinkToken], OneLinkRefused> = await send(
                "/v5/ec/get/token", parameters, about: [], order: [], proof: "")
            return answer.mapError(\.ofTheToken).flatMap { results in
                guard let found = results.first, !found.token.isEmpty else { return .failure(.failed(.unclear(.fault(.notAsContract)))) }
                return .success((found.token, min(max(found.ttl.flatMap { Int64($0.text) } ?? 7_200, 61), 86_400)))
            }
        }
    }

    /// - Parameter proof: the token; empty for none, nil where the digest stands in its place.
    private func send<Result: Decodable & Sendable>(
        _ path: String, _ parameters: [(String, String)], about cards: [CarrierCard], order: [CarrierOrder], proof: String?
    ) async -> Swift.Result<[Result], OneLinkRefused> {
        let drawn = client.chance.words().0
        let reply: [UInt8]
        do {
            reply = try await client.ask(about: cards, isCommand: !order.isEmpty) { now in
                let transid = OneLinkWire.transactionID(
                    credentials.appID, order.first?.at ?? now, order.isEmpty ? drawn : OneLinkOrders.number(order))
                var all = [("transid", transid)]
                if let proof {
                    if !proof.isEmpty { all.append(("token", proof)) }
                } else {
                    all += [("appid", credentials.appID), ("token", OneLinkWire.digest(credentials, transactionID: transid))]
                }
                return CarrierCall("GET", QueryText.path(path, all + parameters), headers: [("accept", "application/json")])
            }.body
        } catch {
            return .failure(.failed(error))
        }
        guard let envelope = decoded(reply, as: OneLinkEnvelope<OneLinkNothing>.self) else {
            return .failure(.failed(.unclear(.fault(.unreadable))))
        }
        guard envelope.status.text == "0" else { return .failure(.said(codeText(envelope.status.text))) }
        guard let results = decoded(reply, as: OneLinkEnvelope<Result>.self)?.result else {
            return .failure(.failed(.unclear(.fault(.notAsContract))))
        }
        return .success(results)
    }

    /// What a failure is to whoever asked about these cards.
    func reply<Value>(_ refused: OneLinkRefused, _ cards: [CarrierCard]) -> CarrierReply<Value> {
        switch refused {
        case .failed(let failure): failure.reply()
        case .said(let code): codes.reply(code, cards, windows, at: client.clock.now())
        // Which code it has for a wrong password no public material says; without a token there is no other reason.
        case .noToken(let code):
            codes[code] == .other
                ? .refused(.carrierCredentials, code: code) : codes.reply(code, cards, windows, at: client.clock.now())
        }
    }

    /// Exactly one of the numbers.
    static func key(of card: CarrierCard) -> [(String, String)] {
        if let msisdn = card.msisdn { [("msisdn", msisdn)] } else { [("iccid", card.iccid)] }
    }
}
