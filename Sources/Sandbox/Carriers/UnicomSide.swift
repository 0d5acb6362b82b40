import Carriers
import Hummingbird
import Ledger
import NIOCore
import Registry
import UseCases

/// Unicom's gateway as the adapter sees it (PEERS §3.3). Codes of failure are the sandbox's own.
struct UnicomSide: Sendable {
    static let appID = "sandbox"
    static let openID = "sandbox"
    static let lockedCode = "9201"
    private static let batchMax = 50

    let side: CarrierSide
    let secret: String

    func add(to router: Router<BasicRequestContext>) {
        router.post("/unicom-cmp/wsGetTerminalDetails/V1/1Main/vV1.1") { request, _ in
            await posted(request) { data, fault throws(CarrierTrouble) in try await details(data, fault) }
        }
        router.post("/unicom-cmp/wsEditTerminal/V1/1Main/vV1.1") { request, _ in
            await posted(request, isCommand: true) { data, _ throws(CarrierTrouble) in try await edit(data) }
        }
    }

    private func details(_ data: JSONObject, _ fault: CarrierFault?) async throws(CarrierTrouble) -> JSONValue {
        guard let numbers = data["iccids"]?.arrayValue?.compactMap(\.stringValue), !numbers.isEmpty else { throw .malformed }
        guard numbers.count <= Self.batchMax else { throw .tooManyCards }
        var items: [JSONValue] = []
        for number in numbers {
            guard let card = try? await side.world.card(number) else { continue }
            let isRegistered = card.registered == .registered
            items.append([
                "iccid": .string(number), "simStatus": .string(fault == .unknownState ? "77" : Self.code(card.life)),
                "realNameStatus": .string(fault == .unknownState ? "77" : isRegistered ? "2" : "1"), "monthToDateUsage": "0.0",
            ])
        }
        let list = CarrierSide.items(items, fault) { item in
            ["iccid": item["iccid"] ?? "", "simStatus": "9", "realNameStatus": "0"]
        }
        return ["terminals": .array(list)]
    }

    private func edit(_ data: JSONObject) async throws(CarrierTrouble) -> JSONValue {
        guard let number = data["iccid"]?.stringValue, data["changeType"] == "3", data["asynchronous"] == "0" else { throw .malformed }
        let order = data["messageId"]?.stringValue
        switch data["targetValue"] {
        case "3": try await side.world.change(number, to: .stopped, from: [.active], by: .unicomCMP, order: order)
        case "2":
            try await side.world.change(number, to: .active, from: [.stopped, .ready, .testable, .stock], by: .unicomCMP, order: order)
        default: throw .malformed
        }
        return ["iccid": .string(number), "resultCode": "0000", "effectiveDate": ""]
    }

    private func posted(
        _ request: Request, isCommand: Bool = false,
        _ work: @Sendable (JSONObject, CarrierFault?) async throws(CarrierTrouble) -> JSONValue
    ) async -> Response {
        let bytes = (try? await request.body.collect(upTo: 1 << 20)).map { Array($0.readableBytesView) } ?? []
        let whole = try? JSONValue(parsing: bytes)
        return await side.answer(.unicomCMP, isCommand: isCommand, say: Self.say) { fault throws(CarrierTrouble) in
            guard let whole, let data = whole["data"]?.objectValue else { throw .malformed }
            try demandSign(whole, data)
            let answer: JSONValue = ["status": "0000", "message": "正确", "data": try await work(data, fault)]
            return answer.buffer
        }
    }

    private func demandSign(_ whole: JSONValue, _ data: JSONObject) throws(CarrierTrouble) {
        guard whole["app_id"]?.stringValue == Self.appID, let timestamp = whole["timestamp"]?.stringValue, timestamp.utf8.count == 23,
            let serial = whole["trans_id"]?.stringValue, serial.utf8.count == 23, data["openId"]?.stringValue == Self.openID,
            whole["token"]?.stringValue == Digest.sm3.hex("app_id\(Self.appID)timestamp\(timestamp)trans_id\(serial)\(secret)")
        else { throw .credentials }
    }

    private static func say(_ trouble: CarrierTrouble) -> Response {
        let said: JSONValue = ["status": .string(code(trouble)), "message": "失败"]
        return SandboxFaults.json(said.buffer)
    }

    private static func code(_ life: CarrierLife) -> String {
        switch life {
        case .testable: "0"
        case .ready: "1"
        case .active: "2"
        case .stopped, .heldByCarrier: "3"
        case .cancelling: "4"
        case .cancelled: "5"
        case .replaced: "6"
        case .stock: "7"
        case .unknown: "77"
        }
    }

    private static func code(_ trouble: CarrierTrouble) -> String {
        switch trouble {
        case .locked: lockedCode
        case .overQuota: "9202"
        case .credentials, .tokenExpired: "9203"
        case .cardUnknown: "9204"
        case .notOurs: "9205"
        case .stateForbids: "9206"
        case .carrierStop: "9207"
        case .malformed, .tooManyCards, .maintenance: "9208"
        case .unknownCode: "9999"
        }
    }
}
