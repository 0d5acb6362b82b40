import Foundation
import Ledger
import Outbound
import Registry
import UseCases

/// China Telecom's CTWing 5G CMP (PEERS §3.2). It knows cards by their access number.
package struct CTWingGateway: CarrierGateway {
    /// Calls whose path is not public; the connection's file names them, and their form is our guess (docs/carriers.md).
    package struct Paths: Hashable, Sendable {
        package var startRegistration: String?
        package var clearRegistration: String?

        package init(startRegistration: String? = nil, clearRegistration: String? = nil) {
            self.startRegistration = startRegistration
            self.clearRegistration = clearRegistration
        }
    }

    package let name: String
    package let carrier: Carrier
    package let system = CarrierSystem.ctwing
    package let capabilities: CarrierCapabilities

    private let client: CarrierClient
    private let credentials: CTWingCredentials
    private let signing: CTWingSigning
    private let paths: Paths
    private let codes: CodeTable
    private let windows: OperationWindows
    private let notices: NoticeProof

    package init(
        name: String, carrier: Carrier = .telecom, client: CarrierClient, credentials: CTWingCredentials,
        signing: CTWingSigning = CTWingSigning(), paths: Paths = Paths(), codes: CodeTable = .ctwing, notices: NoticeProof = .absent
    ) {
        self.name = name
        self.carrier = carrier
        self.client = client
        self.credentials = credentials
        self.signing = signing
        self.paths = paths
        self.codes = codes
        capabilities = CarrierCapabilities.ctwing.with(paths).with(notices)
        self.notices = notices
        windows = OperationWindows(seconds: client.patience.windowSeconds)
    }

    package var allowance: (any CarrierAllowance)? { client }
    package func state() async -> ProviderState { await client.state() }
    package func judge(_ notice: CarrierNotice) -> CarrierNoticeVerdict { notices.judge(notice, at: client.clock.now()) }
    package func close() async { await client.close() }

    package func states(of cards: [CarrierCard]) async -> [CarrierReply<CarrierCardState>] {
        await inOrder(cards, atOnce: client.patience.concurrency) { card in
            guard let number = card.msisdn else { return .refused(.carrierNumberMissing, code: "") }
            let body: [UInt8]
            do throws(CarrierFailure) {
                body = try await post("/openapi/v1/prodinst/queryCardMainStatus", [("access_number", [number], false)], about: [card])
            } catch { return error.reply() }
            guard let answer = decoded(body, as: CTWingState.self) else { return .unclear(.fault(.unreadable)) }
            let code = codeText(answer.result.text)
            guard code == "0" else { return codes.reply(code, [card], windows, at: client.clock.now()) }
            guard let products = answer.productInfo, products.count == 1 else { return .unclear(.fault(.notAsContract)) }
            return .done(StatusTable.ctwing.read(codeText(products[0].productMainStatusCd.text)))
        }
    }

    package func realNames(of cards: [CarrierCard]) async -> [CarrierReply<CarrierRealName>] {
        let size = min(client.patience.queryCardsMax, capabilities[.queryRealName].cardsMax)
        return await inOrder(cards.pieces(of: size), atOnce: client.patience.concurrency) { piece -> [CarrierReply<CarrierRealName>] in
            let numbers = piece.compactMap(\.msisdn)
            guard !numbers.isEmpty else { return piece.map { _ in .refused(.carrierNumberMissing, code: "") } }
            let body: [UInt8]
            do throws(CarrierFailure) {
                body = try await post("/api/v1/realName/qryRealNameStatus", [("accessNumber", numbers, true)], about: piece)
            } catch { return piece.map { _ in error.reply() } }
            guard let code = decoded(body, as: CTWingCode.self).map({ codeText($0.code.text) }) else {
                return piece.map { _ in .unclear(.fault(.unreadable)) }
            }
            guard code == "0" else { return piece.map { codes.reply(code, [$0], windows, at: client.clock.now()) } }
            guard let list = decoded(body, as: CTWingRealNames.self)?.data?.statusList else {
                return piece.map { _ in .unclear(.fault(.notAsContract)) }
            }
            return matched(
                piece, by: \.msisdn, list.map { ($0.accessNumber.text, RealNameTable.ctwing.read(codeText($0.status.text))) })
        }.flatMap(\.self)
    }

    package func risks(of _: CarrierCard) async -> CarrierReply<[CarrierRisk]> { .refused(.carrierNotOffered(.risk), code: "") }

    package func submit(_: CarrierIdentity, _: CarrierOrder) async -> CarrierReply<CarrierRealName> {
        .refused(.carrierNotOffered(.submitIdentity), code: "")
    }

    package func startRegistration(_ order: CarrierOrder) async -> CarrierReply<CarrierInvitation> {
        guard let path = paths.startRegistration else { return .refused(.carrierNotOffered(.startRegistration), code: "") }
        guard let number = order.card.msisdn else { return .refused(.carrierNumberMissing, code: "") }
        let body: [UInt8]
        do throws(CarrierFailure) {
            body = try await post(path, [("accessNumber", [number], false)], about: [order.card], isCommand: true)
        } catch { return error.reply() }
        guard let code = decoded(body, as: CTWingCode.self).map({ codeText($0.code.text) }) else { return .unclear(.fault(.unreadable)) }
        guard code == "0" else { return codes.reply(code, [order.card], windows, at: client.clock.now()) }
        guard let link = decoded(body, as: CTWingLink.self)?.data else { return .unclear(.fault(.notAsContract)) }
        return invitation(link.url, serial: order.id.description, client)
    }

    package func clearRegistration(_ order: CarrierOrder) async -> CarrierReply<CarrierRealName> {
        guard let path = paths.clearRegistration else { return .refused(.carrierNotOffered(.clearRegistration), code: "") }
        guard let number = order.card.msisdn else { return .refused(.carrierNumberMissing, code: "") }
        let replies = await client.cardByCard([order], windows) { order in
            let body: [UInt8]
            do throws(CarrierFailure) {
                body = try await post(path, [("accessNumber", [number], false)], about: [order.card], isCommand: true)
            } catch { return error.reply() }
            guard let code = decoded(body, as: CTWingCode.self).map({ codeText($0.code.text) }) else {
                return .unclear(.fault(.unreadable))
            }
            guard code == "0" else { return codes.reply(code, [order.card], windows, at: client.clock.now()) }
            return .accepted(serial: order.id.description)
        }
        // It says that it took the order, never that the card is cleared.
        return replies.first.map { $0.map { _ in RealNameTable.ctwing.read("") } } ?? .unclear(.lost)
    }

    package func tell(_ change: CarrierChange, _ orders: [CarrierOrder]) async -> [CarrierReply<CarrierCardState>] {
        guard let type = change.ctwingOrderType else {
            return orders.map { _ in .refused(.carrierNotOffered(change.operation), code: "") }
        }
        return await client.cardByCard(orders, windows) { order in
            guard let number = order.card.msisdn else { return .refused(.carrierNumberMissing, code: "") }
            // The call has an empty account in every example, and fails without it.
            let parameters = [("access_number", [number], false), ("acctCd", [""], false), ("orderTypeId", [type], false)]
            let body: [UInt8]
            do throws(CarrierFailure) {
                body = try await get("/5gcmp/openapi/v1/common/disabledNumberService", parameters, about: [order.card])
            } catch { return error.reply() }
            guard let texts = FlatMarkup(body)?.texts, let code = texts["RspCode"].map(codeText) else {
                return .unclear(.fault(.unreadable))
            }
            guard code == "0000" else { return codes.reply(code, [order.card], windows, at: client.clock.now()) }
            let serial = texts["GROUP_TRANSACTIONID"].map(codeText) ?? ""
            return .accepted(serial: serial.isEmpty ? order.id.description : serial)
        }
    }

    package func outcomes(of tickets: [CarrierTicket]) async -> [CarrierReply<CarrierOutcome>] {
        await settled(tickets, tickets.map { _ in nil })
    }

    // MARK: Calls

    private typealias Parameter = (name: String, values: [String], isList: Bool)

    private func headers(_ parameters: [Parameter], _ now: Instant) -> [(name: String, value: String)] {
        let timestamp = CarrierTime.digits(now)
        return [
            ("AppKey", credentials.appKey), ("Timestamp", timestamp),
            ("Sign", signing.sign(parameters, secret: credentials.secret, timestamp: timestamp)),
        ]
    }

    private func post(
        _ path: String, _ parameters: [(String, [String], Bool)], about cards: [CarrierCard], isCommand: Bool = false
    ) async throws(CarrierFailure) -> [UInt8] {
        var members = JSONObject()
        for (name, values, isList) in parameters {
            members[name] = isList ? .array(values.map { .string($0) }) : .string(values.first ?? "")
        }
        let body = (try? JSONValue.object(members).canonicalBytes()) ?? []
        return try await client.ask(about: cards, isCommand: isCommand) { now in
            CarrierCall("POST", path, headers: headers(parameters, now), body: body)
        }.body
    }

    /// A command: LC002 has no other form in public.
    private func get(
        _ path: String, _ parameters: [(String, [String], Bool)], about cards: [CarrierCard]
    ) async throws(CarrierFailure) -> [UInt8] {
        try await client.ask(about: cards, isCommand: true) { now in
            CarrierCall(
                "GET", QueryText.path(path, parameters.map { ($0.0, $0.1.first ?? "") }), headers: headers(parameters, now))
        }.body
    }
}
