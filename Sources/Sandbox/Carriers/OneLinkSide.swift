import Carriers
import Hummingbird
import Ledger
import NIOCore
import Registry
import UseCases

/// OneLink as the adapter sees it (PEERS §3.1). Codes that are not public are the sandbox's own and begin with 9.
struct OneLinkSide: Sendable {
    static let appID = "sandbox"
    static let lockedCode = "90001"
    private static let batchMax = 100

    let side: CarrierSide
    let password: String

    func add(to router: Router<BasicRequestContext>) {
        router.get("/onelink/v5/ec/get/token") { request, _ in await token(request) }
        router.get("/onelink/v5/ec/query/sim-status") { request, _ in
            await answer(request) { query, fault throws(CarrierTrouble) in
                let card = try await side.world.card(try Self.number(query))
                return [["cardStatus": .string(fault == .unknownState ? "77" : Self.code(card.life)), "lastChangeDate": ""]]
            }
        }
        router.get("/onelink/v5/ec/query/sim-real-name-status") { request, _ in
            await answer(request) { query, fault throws(CarrierTrouble) in
                let card = try await side.world.card(try Self.number(query))
                let isRegistered = card.registered == .registered
                let status = fault == .unknownState ? "7" : isRegistered ? "1" : "0"
                return [["realNameStatus": .string(status), "reason": .string(isRegistered ? "02" : "")]]
            }
        }
        router.get("/onelink/v5/ec/secure/sim-real-name-reg") { request, _ in
            await answer(request, isCommand: true) { query, fault throws(CarrierTrouble) in
                let number = try Self.number(query)
                guard ["1", "2"].contains(query["urlType"]) else { throw .malformed }
                guard try await side.world.card(number).registered != .registered else { throw .stateForbids }
                let link = await side.world.openLink(for: number, by: .oneLink)
                return [["busiSeq": .string(link.serial), "url": .string(CarrierSide.page(link.serial, request, fault))]]
            }
        }
        router.get("/onelink/v5/ec/change/sim-status") { request, _ in
            await answer(request, isCommand: true) { query, _ throws(CarrierTrouble) in
                try await change(try Self.number(query), query["operType"], order: query["transid"])
                return [[:]]
            }
        }
        router.get("/onelink/v5/ec/change/sim-status/batch") { request, _ in
            await answer(request, isCommand: true) { query, _ throws(CarrierTrouble) in try await batch(query) }
        }
        router.get("/onelink/v5/ec/query/sim-batch-result") { request, _ in
            await answer(request) { query, fault throws(CarrierTrouble) in try await job(query["jobId"], fault) }
        }
    }

    // MARK: The work

    private func token(_ request: Request) async -> Response {
        let query = Self.query(request)
        guard query["appid"] == Self.appID, query["password"] == password, Self.isTransactionID(query["transid"]) else {
            return CarrierSide.marked(say(.credentials))
        }
        let seconds = await side.world.settings.tokenSeconds
        await side.world.count("tokens")
        let ends = await side.world.now.adding(seconds: seconds)
        let token = "sandbox-\(ends.milliseconds)"
        return CarrierSide.marked(
            SandboxFaults.json(Self.envelope("0", [["token": .string(token), "ttl": .string(String(seconds))]])))
    }

    private func batch(_ query: [String: String]) async throws(CarrierTrouble) -> [JSONValue] {
        let numbers = (query["msisdns"] ?? "").split(separator: "_").map(String.init)
        guard !numbers.isEmpty, Set(numbers).count == numbers.count else { throw .malformed }
        guard numbers.count <= Self.batchMax else { throw .tooManyCards }
        // One card in its window refuses them all.
        for number in numbers {
            guard let card = try? await side.world.card(number) else { continue }
            try await side.world.demandFree(card)
        }
        var results: [(String, CarrierTrouble?)] = []
        for number in numbers {
            do throws(CarrierTrouble) {
                try await change(number, query["operType"], order: query["transid"])
                results.append((number, nil))
            } catch {
                results.append((number, error))
            }
        }
        return [["jobId": .string(await side.world.keepJob(results))]]
    }

    private func change(_ number: String, _ operType: String?, order: String?) async throws(CarrierTrouble) {
        switch operType {
        case "0": try await side.world.change(number, to: .stopped, from: [.active], by: .oneLink, order: order)
        case "1": try await side.world.change(number, to: .active, from: [.stopped], by: .oneLink, order: order)
        case "2": try await side.world.change(number, to: .active, from: [.stock], by: .oneLink, order: order)
        case "5": try await side.world.change(number, to: .active, from: [.testable], by: .oneLink, order: order)
        case "6": try await side.world.change(number, to: .active, from: [.ready], by: .oneLink, order: order)
        default: throw .malformed
        }
    }

    private func job(_ number: String?, _ fault: CarrierFault?) async throws(CarrierTrouble) -> [JSONValue] {
        guard let number, let job = await side.world.job(number) else { throw .malformed }
        // It waits a second, runs another, and is done.
        let age = await side.world.now.milliseconds - job.at.milliseconds
        guard age >= 2_000 else { return [["jobStatus": .string(age < 1_000 ? "0" : "1")]] }
        let items = job.results.map { result -> JSONValue in
            [
                "resultId": .string(result.number), "status": .string(result.failure.map(Self.code) ?? "0"),
                "resultType": "1", "message": "",
            ]
        }
        let status = job.results.contains { $0.failure != nil } ? "3" : "2"
        return [["jobStatus": .string(status), "resultList": .array(CarrierSide.items(items, fault))]]
    }

    // MARK: The form

    private func answer(
        _ request: Request, isCommand: Bool = false,
        _ work: @Sendable ([String: String], CarrierFault?) async throws(CarrierTrouble) -> [JSONValue]
    ) async -> Response {
        let query = Self.query(request)
        return await side.answer(.oneLink, isCommand: isCommand, say: say) { fault throws(CarrierTrouble) in
            try await demandProof(query)
            return Self.envelope("0", try await work(query, fault))
        }
    }

    private func demandProof(_ query: [String: String]) async throws(CarrierTrouble) {
        guard let transid = query["transid"], Self.isTransactionID(transid), let token = query["token"] else { throw .credentials }
        if let appid = query["appid"] {
            guard appid == Self.appID, token == Digest.sha256.hex(appid + password + transid) else { throw .credentials }
            return
        }
        guard token.hasPrefix("sandbox-"), let ends = Int64(token.dropFirst(8)) else { throw .credentials }
        guard ends > (await side.world.now.milliseconds) else { throw .tokenExpired }
    }

    private func say(_ trouble: CarrierTrouble) -> Response { SandboxFaults.json(Self.envelope(Self.code(trouble), [])) }

    private static func envelope(_ status: String, _ result: [JSONValue]) -> ByteBuffer {
        let whole: JSONValue = ["status": .string(status), "message": .string(status == "0" ? "正确" : "失败"), "result": .array(result)]
        return whole.buffer
    }

    private static func code(_ life: CarrierLife) -> String {
        switch life {
        case .ready: "1"
        case .active: "2"
        case .stopped, .heldByCarrier: "4"
        case .testable: "6"
        case .stock: "7"
        case .cancelling: "8"
        case .cancelled, .replaced: "9"
        case .unknown: "77"
        }
    }

    private static func code(_ trouble: CarrierTrouble) -> String {
        switch trouble {
        case .tokenExpired: "12021"
        case .cardUnknown: "12010"
        case .notOurs: "12009"
        case .stateForbids: "12089"
        case .carrierStop: "12098"
        case .locked: lockedCode
        case .overQuota: "90002"
        case .credentials: "90003"
        case .maintenance: "90004"
        case .malformed, .tooManyCards: "90005"
        case .unknownCode: "99999"
        }
    }

    private static func query(_ request: Request) -> [String: String] {
        Dictionary(request.uri.queryParameters.map { (String($0.key), String($0.value)) }) { first, _ in first }
    }

    /// Exactly one of the numbers.
    private static func number(_ query: [String: String]) throws(CarrierTrouble) -> String {
        let numbers = ["msisdn", "iccid", "imsi"].compactMap { query[$0] }
        guard numbers.count == 1 else { throw .malformed }
        return numbers[0]
    }

    private static func isTransactionID(_ text: String?) -> Bool {
        guard let text, text.hasPrefix(appID), text.utf8.count <= 48 else { return false }
        let rest = text.dropFirst(appID.count)
        return rest.count == 22 && rest.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
