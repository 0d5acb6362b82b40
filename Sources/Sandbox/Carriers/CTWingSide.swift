import Carriers
import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import NIOCore
import Registry
import UseCases

/// CTWing as the adapter sees it (PEERS §3.2). Codes, and the two calls whose paths are not public, are the sandbox's own.
struct CTWingSide: Sendable {
    static let appKey = "sandbox"
    static let startPath = "/sandbox/realName/page"
    static let clearPath = "/sandbox/realName/clear"
    static let lockedCode = "9101"
    private static let batchMax = 100

    let side: CarrierSide
    let secret: String

    func add(to router: Router<BasicRequestContext>) {
        router.post("/ctwing/openapi/v1/prodinst/queryCardMainStatus") { request, _ in
            await posted(request, form: .result) { members, fault throws(CarrierTrouble) in
                let card = try await side.world.card(try Self.text(members, "access_number"))
                let code = fault == .unknownState ? "77" : Self.code(card.life)
                return [
                    "result": "0", "resultMsg": "成功", "authStatus": .string(card.registered == .registered ? "1" : "0"),
                    "productInfo": [["productMainStatusCd": .string(code), "productMainStatusName": ""]],
                ]
            }
        }
        router.post("/ctwing/api/v1/realName/qryRealNameStatus") { request, _ in
            await posted(request, form: .code) { members, fault throws(CarrierTrouble) in
                guard let numbers = members["accessNumber"]?.arrayValue?.compactMap(\.stringValue), !numbers.isEmpty else {
                    throw .malformed
                }
                guard numbers.count <= Self.batchMax else { throw .tooManyCards }
                var items: [JSONValue] = []
                for number in numbers {
                    // Of a card it does not know it says nothing.
                    guard let card = try? await side.world.card(number) else { continue }
                    let status = fault == .unknownState ? "7" : card.registered == .registered ? "1" : "0"
                    items.append(["accessNumber": .string(number), "status": .string(status)])
                }
                let list = CarrierSide.items(items, fault) { item in
                    ["accessNumber": item["accessNumber"] ?? "", "status": item["status"] == "1" ? "0" : "1"]
                }
                return ["code": 0, "msg": "查询成功", "data": ["statusList": .array(list)]]
            }
        }
        router.post(RouterPath("/ctwing" + Self.startPath)) { request, _ in
            await posted(request, form: .code, isCommand: true) { members, fault throws(CarrierTrouble) in
                let number = try Self.text(members, "accessNumber")
                guard try await side.world.card(number).registered != .registered else { throw .stateForbids }
                let link = await side.world.openLink(for: number, by: .ctwing)
                return ["code": 0, "msg": "", "data": ["url": .string(CarrierSide.page(link.serial, request, fault))]]
            }
        }
        router.post(RouterPath("/ctwing" + Self.clearPath)) { request, _ in
            await posted(request, form: .code, isCommand: true) { members, _ throws(CarrierTrouble) in
                try await side.world.clear(try Self.text(members, "accessNumber"), by: .ctwing)
                return ["code": 0, "msg": "受理成功"]
            }
        }
        router.get("/ctwing/5gcmp/openapi/v1/common/disabledNumberService") { request, _ in await keepNumber(request) }
    }

    /// LC002, which answers in XML.
    private func keepNumber(_ request: Request) async -> Response {
        let query = Dictionary(request.uri.queryParameters.map { (String($0.key), String($0.value)) }) { first, _ in first }
        return await side.answer(.ctwing, isCommand: true, say: { Self.xml(Self.code($0), serial: "") }) { _ throws(CarrierTrouble) in
            try demandSign(request, query.map { ($0.key, [$0.value], false) })
            guard let number = query["access_number"], query["acctCd"] != nil else { throw .malformed }
            switch query["orderTypeId"] {
            case "19": try await side.world.change(number, to: .stopped, from: [.active], by: .ctwing)
            case "20": try await side.world.change(number, to: .active, from: [.stopped], by: .ctwing)
            default: throw .malformed
            }
            return Self.markup("0000", serial: await side.world.nextSerial())
        }
    }

    // MARK: The form

    private enum Form { case result, code }

    private func posted(
        _ request: Request, form: Form, isCommand: Bool = false,
        _ work: @Sendable (JSONObject, CarrierFault?) async throws(CarrierTrouble) -> JSONValue
    ) async -> Response {
        let bytes = (try? await request.body.collect(upTo: 1 << 20)).map { Array($0.readableBytesView) } ?? []
        let members = (try? JSONValue(parsing: bytes))?.objectValue
        return await side.answer(
            .ctwing, isCommand: isCommand,
            say: { trouble in
                let code = JSONValue.string(Self.code(trouble))
                let said: JSONValue = form == .result ? ["result": code, "resultMsg": "失败"] : ["code": code, "msg": "失败"]
                return SandboxFaults.json(said.buffer)
            }
        ) { fault throws(CarrierTrouble) in
            guard let members else { throw .malformed }
            try demandSign(
                request,
                members.members.map { member in
                    if let list = member.value.arrayValue { return (member.key, list.compactMap(\.stringValue), true) }
                    return (member.key, [member.value.stringValue ?? ""], false)
                })
            return try await work(members, fault).buffer
        }
    }

    private func demandSign(_ request: Request, _ parameters: [(String, [String], Bool)]) throws(CarrierTrouble) {
        func header(_ name: String) -> String { HTTPField.Name(name).flatMap { request.headers[$0] } ?? "" }
        let timestamp = header("Timestamp")
        guard header("AppKey") == Self.appKey, timestamp.utf8.count == 14,
            header("Sign") == CTWingSigning().sign(parameters, secret: secret, timestamp: timestamp)
        else { throw .credentials }
    }

    private static func text(_ members: JSONObject, _ name: String) throws(CarrierTrouble) -> String {
        guard let text = members[name]?.stringValue, !text.isEmpty else { throw .malformed }
        return text
    }

    private static func markup(_ code: String, serial: String) -> ByteBuffer {
        ByteBuffer(
            string: """
                <?xml version="1.0" encoding="UTF-8"?><SvcCont><Response><RspType>0</RspType><RspCode>\(code)</RspCode><RspDesc>受理</RspDesc>\
                </Response><GROUP_TRANSACTIONID>\(serial)</GROUP_TRANSACTIONID></SvcCont>
                """)
    }

    private static func xml(_ code: String, serial: String) -> Response { SandboxFaults.json(markup(code, serial: serial)) }

    private static func code(_ life: CarrierLife) -> String {
        switch life {
        case .ready, .stock: "1"
        case .testable: "2"
        case .active: "4"
        case .stopped: "5"
        case .heldByCarrier, .cancelling: "6"
        case .cancelled, .replaced: "7"
        case .unknown: "77"
        }
    }

    private static func code(_ trouble: CarrierTrouble) -> String {
        switch trouble {
        case .locked: lockedCode
        case .overQuota: "9102"
        case .credentials, .tokenExpired: "9103"
        case .cardUnknown: "9104"
        case .notOurs: "9105"
        case .stateForbids: "9106"
        case .carrierStop: "9107"
        case .malformed, .tooManyCards, .maintenance: "9108"
        case .unknownCode: "9999"
        }
    }
}
