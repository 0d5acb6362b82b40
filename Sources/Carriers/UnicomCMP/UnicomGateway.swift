import Ledger
import Outbound
import Registry
import UseCases

/// China Unicom's CMP behind its gateway (PEERS §3.3). It knows cards by their ICCID, and wants one call at a time.
package struct UnicomGateway: CarrierGateway {
    package let name: String
    package let carrier: Carrier
    package let system = CarrierSystem.unicomCMP
    package let capabilities: CarrierCapabilities

    private let client: CarrierClient
    private let credentials: UnicomCredentials
    private let digest: Digest
    private let codes: CodeTable
    private let windows: OperationWindows
    private let notices: NoticeProof

    package init(
        name: String, carrier: Carrier = .unicom, client: CarrierClient, credentials: UnicomCredentials, digest: Digest = .sm3,
        codes: CodeTable = .unicomCMP, notices: NoticeProof = .absent
    ) {
        self.name = name
        self.carrier = carrier
        self.client = client
        self.credentials = credentials
        self.digest = digest
        self.codes = codes
        self.notices = notices
        capabilities = CarrierCapabilities.unicomCMP.with(notices)
        windows = OperationWindows(seconds: client.patience.windowSeconds)
    }

    package var allowance: (any CarrierAllowance)? { client }
    package func state() async -> ProviderState { await client.state() }
    package func judge(_ notice: CarrierNotice) -> CarrierNoticeVerdict { notices.judge(notice, at: client.clock.now()) }
    package func close() async { await client.close() }

    package func states(of cards: [CarrierCard]) async -> [CarrierReply<CarrierCardState>] {
        await details(of: cards) { StatusTable.unicomCMP.read(codeText($0.simStatus.text)) }
    }

    package func realNames(of cards: [CarrierCard]) async -> [CarrierReply<CarrierRealName>] {
        await details(of: cards) { RealNameTable.unicomCMP.read($0.realNameStatus.map { codeText($0.text) } ?? "") }
    }

    private func details<Value: Hashable & Sendable>(
        of cards: [CarrierCard], _ read: @escaping @Sendable (UnicomDetails.Terminal) -> Value
    ) async -> [CarrierReply<Value>] {
        let size = min(client.patience.queryCardsMax, capabilities[.queryState].cardsMax)
        return await inOrder(cards.pieces(of: size), atOnce: client.patience.concurrency) { piece -> [CarrierReply<Value>] in
            let body: [UInt8]
            do throws(CarrierFailure) {
                body = try await ask(
                    "/wsGetTerminalDetails/V1/1Main/vV1.1", ["iccids": .array(piece.map { .string($0.iccid) })], about: piece)
            } catch { return piece.map { _ in error.reply() } }
            guard let code = decoded(body, as: UnicomStatus.self).map({ codeText($0.status.text) }) else {
                return piece.map { _ in .unclear(.fault(.unreadable)) }
            }
            guard code == "0000" else { return piece.map { codes.reply(code, [$0], windows, at: client.clock.now()) } }
            guard let terminals = decoded(body, as: UnicomDetails.self)?.data?.terminals else {
                return piece.map { _ in .unclear(.fault(.notAsContract)) }
            }
            return matched(piece, by: \.iccid, terminals.map { ($0.iccid, read($0)) })
        }.flatMap(\.self)
    }

    package func risks(of _: CarrierCard) async -> CarrierReply<[CarrierRisk]> { .refused(.carrierNotOffered(.risk), code: "") }

    package func startRegistration(_: CarrierOrder) async -> CarrierReply<CarrierInvitation> {
        .refused(.carrierNotOffered(.startRegistration), code: "")
    }

    package func submit(_: CarrierIdentity, _: CarrierOrder) async -> CarrierReply<CarrierRealName> {
        .refused(.carrierNotOffered(.submitIdentity), code: "")
    }

    package func clearRegistration(_: CarrierOrder) async -> CarrierReply<CarrierRealName> {
        .refused(.carrierNotOffered(.clearRegistration), code: "")
    }

    package func tell(_ change: CarrierChange, _ orders: [CarrierOrder]) async -> [CarrierReply<CarrierCardState>] {
        await client.cardByCard(orders, windows) { order in
            let data: [String: JSONValue] = [
                "asynchronous": "0", "iccid": .string(order.card.iccid), "changeType": "3", "targetValue": .string(change.unicomTarget),
            ]
            let body: [UInt8]
            do throws(CarrierFailure) {
                body = try await ask("/wsEditTerminal/V1/1Main/vV1.1", data, about: [order.card], order: order)
            } catch { return error.reply() }
            guard let answer = decoded(body, as: UnicomStatus.self) else { return .unclear(.fault(.unreadable)) }
            let code = codeText(answer.status.text)
            guard code == "0000" else { return codes.reply(code, [order.card], windows, at: client.clock.now()) }
            let result = decoded(body, as: UnicomEdited.self)?.data?.resultCode.map { codeText($0.text) } ?? ""
            guard result == "0000" || result == "0" else {
                return result.isEmpty
                    ? .unclear(.fault(.notAsContract)) : codes.reply(result, [order.card], windows, at: client.clock.now())
            }
            return .accepted(serial: UnicomWire.serial(order.at, order.id.low))
        }
    }

    package func outcomes(of tickets: [CarrierTicket]) async -> [CarrierReply<CarrierOutcome>] {
        await settled(tickets, tickets.map { _ in nil })
    }

    private func ask(
        _ path: String, _ data: [String: JSONValue], about cards: [CarrierCard], order: CarrierOrder? = nil
    ) async throws(CarrierFailure) -> [UInt8] {
        let drawn = client.chance.words().0
        return try await client.ask(about: cards, isCommand: order != nil) { now in
            let serial = UnicomWire.serial(order?.at ?? now, order?.id.low ?? drawn)
            return CarrierCall(
                "POST", path, headers: [],
                body: UnicomWire.body(credentials, digest, at: now, serial: serial, data))
        }.body
    }
}
