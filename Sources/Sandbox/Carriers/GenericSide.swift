import HTTPTypes
import Hummingbird
import Ledger
import NIOCore
import Registry
import UseCases

/// A reseller that serves `Contract/carrier.yaml`.
struct GenericSide: Sendable {
    let side: CarrierSide
    let key: String

    func add(to router: Router<BasicRequestContext>) {
        router.post("/generic/v1/cards/query") { request, _ in
            await posted(request) { members, fault throws(CarrierTrouble) in try await cards(members, fault) }
        }
        router.post("/generic/v1/orders") { request, _ in
            await posted(request, isCommand: true) { members, fault throws(CarrierTrouble) in try await tell(members, fault) }
        }
        router.post("/generic/v1/orders/query") { request, _ in
            await posted(request) { members, fault throws(CarrierTrouble) in try await outcomes(members, fault) }
        }
        router.post("/generic/v1/registrations") { request, _ in
            await posted(request, isCommand: true) { members, fault throws(CarrierTrouble) in
                guard let id = members["requestId"]?.stringValue, let number = members["card"]?["iccid"]?.stringValue else {
                    throw .malformed
                }
                guard try await side.world.card(number).registered != .registered else { throw .stateForbids }
                let link = await side.world.openLink(for: number, by: .generic)
                await side.world.begin(id, number)
                let lives = await side.world.settings.linkSeconds
                return [
                    "requestId": .string(id), "serial": .string(link.serial),
                    "url": .string(CarrierSide.page(link.serial, request, fault)), "lives": .integer(lives),
                ]
            }
        }
        router.post("/generic/v1/risks/query") { request, _ in
            await posted(request) { members, _ throws(CarrierTrouble) in
                guard let number = members["iccid"]?.stringValue else { throw .malformed }
                let card = try await side.world.card(number)
                return ["iccid": .string(number), "risks": card.trouble == .carrierStop ? ["017"] : []]
            }
        }
    }

    private func cards(_ members: JSONObject, _ fault: CarrierFault?) async throws(CarrierTrouble) -> JSONValue {
        guard let asked = members["cards"]?.arrayValue, !asked.isEmpty else { throw .malformed }
        guard asked.count <= 10 else { throw .tooManyCards }
        try await side.world.ask(about: asked.compactMap { $0["iccid"]?.stringValue })
        var items: [JSONValue] = []
        for card in asked {
            guard let number = card["iccid"]?.stringValue else { throw .malformed }
            do throws(CarrierTrouble) {
                let card = try await side.world.card(number)
                items.append([
                    "iccid": .string(number), "state": .string(fault == .unknownState ? "dozing" : card.life.rawValue),
                    "realName": .string(fault == .unknownState ? "dozing" : card.registered.rawValue),
                ])
            } catch {
                items.append(["iccid": .string(number), "code": .string(Self.code(error))])
            }
        }
        let list = CarrierSide.items(items, fault) { item in
            ["iccid": item["iccid"] ?? "", "state": "cancelled", "realName": "under-review"]
        }
        return ["cards": .array(list)]
    }

    private func tell(_ members: JSONObject, _ fault: CarrierFault?) async throws(CarrierTrouble) -> JSONValue {
        guard let orders = members["orders"]?.arrayValue, !orders.isEmpty else { throw .malformed }
        guard orders.count <= 100 else { throw .tooManyCards }
        var items: [JSONValue] = []
        for order in orders {
            guard let id = order["requestId"]?.stringValue, let number = order["card"]?["iccid"]?.stringValue,
                let wish = order["wish"]?.stringValue
            else { throw .malformed }
            let trouble = await side.world.take(id, number, wish)
            items.append(Self.item(id, trouble))
        }
        let list = CarrierSide.items(items, fault) { item in ["requestId": item["requestId"] ?? "", "verdict": "refused", "code": "busy"] }
        return ["orders": .array(list)]
    }

    private static func item(_ id: String, _ trouble: CarrierTrouble?) -> JSONValue {
        switch trouble {
        case nil: ["requestId": .string(id), "verdict": "accepted", "serial": .string("SB-" + id.prefix(8))]
        case .locked?: ["requestId": .string(id), "verdict": "locked"]
        case let trouble?: ["requestId": .string(id), "verdict": "refused", "code": .string(code(trouble))]
        }
    }

    private func outcomes(_ members: JSONObject, _ fault: CarrierFault?) async throws(CarrierTrouble) -> JSONValue {
        guard let ids = members["requestIds"]?.arrayValue?.compactMap(\.stringValue), !ids.isEmpty else { throw .malformed }
        guard ids.count <= 100 else { throw .tooManyCards }
        var items: [JSONValue] = []
        for id in ids {
            let outcome = fault == .unknownState ? "dozing" : await side.world.outcome(of: id)
            let item: JSONValue = ["requestId": .string(id), "outcome": .string(outcome)]
            items.append(outcome == "failed" ? ["requestId": .string(id), "outcome": "failed", "code": "identity-refused"] : item)
        }
        let list = CarrierSide.items(items, fault) { item in ["requestId": item["requestId"] ?? "", "outcome": "failed"] }
        return ["orders": .array(list)]
    }

    private func posted(
        _ request: Request, isCommand: Bool = false,
        _ work: @Sendable (JSONObject, CarrierFault?) async throws(CarrierTrouble) -> JSONValue
    ) async -> Response {
        let bytes = (try? await request.body.collect(upTo: 1 << 20)).map { Array($0.readableBytesView) } ?? []
        let members = (try? JSONValue(parsing: bytes))?.objectValue
        return await side.answer(.generic, isCommand: isCommand, say: Self.say) { fault throws(CarrierTrouble) in
            guard request.headers[.authorization] == "Bearer \(key)" else { throw .credentials }
            guard let members else { throw .malformed }
            return try await work(members, fault).buffer
        }
    }

    private static func say(_ trouble: CarrierTrouble) -> Response {
        let (status, code): (Int, String) =
            switch trouble {
            case .credentials, .tokenExpired: (401, "key-refused")
            case .overQuota: (429, "over-quota")
            case .maintenance: (503, "busy")
            case .malformed: (400, "malformed")
            case .tooManyCards: (413, "too-many-cards")
            case .unknownCode: (422, "not-offered")
            default: (409, code(trouble))
            }
        let problem: JSONValue = ["status": .integer(Int64(status)), "code": .string(code)]
        var headers: HTTPFields = [.contentType: "application/problem+json"]
        if status == 429 { headers[.retryAfter] = "5" }
        return Response(status: .init(code: status), headers: headers, body: .init(byteBuffer: problem.buffer))
    }

    private static func code(_ trouble: CarrierTrouble) -> String {
        switch trouble {
        case .cardUnknown: "card-unknown"
        case .notOurs: "card-not-ours"
        case .stateForbids: "state-forbids"
        case .carrierStop: "stop-not-ours"
        case .locked: "locked"
        default: "malformed"
        }
    }
}
