import Foundation
import Outbound
import Registry
import Synchronization
import TestKit
import Testing
import UseCases

@testable import Carriers

/// Replies in place of the network, in order; what was sent is kept as the golden files write it.
private final class Recited: ProviderTransport {
    private let answers: [String]
    private let mediaType: String
    private let seen = Mutex<[String]>([])
    var requests: [String] { seen.withLock { $0 } }

    init(_ answers: [String]) {
        self.answers = answers
        mediaType = "application/json"
    }

    func send(_ request: ProviderRequest, within _: Duration, bodyMax _: Int) async throws(ProviderFailure) -> ProviderReply {
        let shown = ["AppKey", "Timestamp", "Sign", "authorization"]
        let headers = request.headers.filter { shown.contains($0.name) }.map { " \($0.name)=\($0.value)" }.joined()
        let body = request.body.map { " " + String(decoding: $0, as: UTF8.self) } ?? ""
        let path = request.url.dropFirst("https://carrier.example".count)
        let place = seen.withLock { seen in
            seen.append("\(request.method) \(path)\(headers)\(body)")
            return seen.count - 1
        }
        guard place < answers.count else { throw .unavailable(.noConnection) }
        return ProviderReply(status: 200, mediaType: mediaType, body: Array(answers[place].utf8))
    }

    func close() async {}
}

private struct CountedChance: Chance {
    func words() -> (UInt64, UInt64) { (42, 0) }
}

/// Every call to the letter, signatures among it, against files whose values Python made; and what comes of the answers. Each file's
/// steps are a name, then `>` what is sent and `<` what comes back, and `=` what it means.
@Suite struct GoldenTests {
    private struct Step {
        let name: String
        var sent: [String] = []
        var answers: [String] = []
        var meaning = ""
    }

    private static func steps(_ system: CarrierSystem) throws -> [Step] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(system.rawValue).txt")
        var steps: [Step] = []
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            let rest = String(line.dropFirst(2))
            switch line.first {
            case "#": steps.append(Step(name: rest))
            case ">": steps[steps.count - 1].sent.append(rest)
            case "<": steps[steps.count - 1].answers.append(rest)
            case "=": steps[steps.count - 1].meaning = rest
            default: Issue.record("a line of no kind: \(line)")
            }
        }
        return steps
    }

    private static func gateway(_ system: CarrierSystem, _ transport: Recited) throws -> any CarrierGateway {
        let clock = MovedClock()
        let client = CarrierClient(
            try ProviderAddress("https://carrier.example"), transport: transport, clock: clock, chance: CountedChance(),
            waiting: MovingPause(clock), patience: CarrierPatience(defaultsOf: system))
        switch system {
        case .oneLink:
            return OneLinkGateway(
                name: "g", client: client, credentials: OneLinkCredentials(appID: "golden-app", password: "golden-password"))
        case .ctwing:
            return CTWingGateway(
                name: "g", client: client, credentials: CTWingCredentials(appKey: "golden-app", secret: "golden-secret"),
                paths: CTWingGateway.Paths(startRegistration: "/golden/page", clearRegistration: "/golden/clear"))
        case .unicomCMP:
            return UnicomGateway(
                name: "g", client: client,
                credentials: UnicomCredentials(appID: "golden-app", secret: "golden-secret", openID: "golden-open"))
        case .generic:
            return GenericGateway(
                name: "g", carrier: .broadnet, client: client, credentials: GenericCredentials(key: "golden-key-0123456"))
        }
    }

    private static func order(_ number: Int) -> CarrierOrder {
        CarrierOrder(id: Carrying.id(UInt64(number)), card: Carrying.card(number), at: MovedClock().now())
    }

    private static func ask(_ gateway: any CarrierGateway, _ name: String) async -> String {
        let cards = [Carrying.card(1), Carrying.card(2)]
        func said<Value>(_ replies: [CarrierReply<Value>], _ value: (Value) -> String) -> String {
            replies.map { told($0, value) }.joined(separator: ", ")
        }
        switch name {
        case "state", "state-by-number-status": return said(await gateway.states(of: [cards[0]])) { "\($0.word.rawValue) \($0.code)" }
        case "state-two": return said(await gateway.states(of: cards)) { "\($0.word.rawValue) \($0.code)" }
        case "real-name": return said(await gateway.realNames(of: [cards[0]]), nameText)
        case "real-name-two": return said(await gateway.realNames(of: cards), nameText)
        case "suspend": return said(await gateway.tell(.suspend, [order(1)])) { $0.code }
        case "suspend-two": return said(await gateway.tell(.suspend, [order(1), order(2)])) { $0.code }
        case "resume": return said(await gateway.tell(.resume, [order(1)])) { $0.code }
        case "activate": return said(await gateway.tell(.activate, [order(1)])) { $0.code }
        case "start": return told(await gateway.startRegistration(order(1))) { "\($0.address) \($0.serial)" }
        case "clear": return told(await gateway.clearRegistration(order(1)), nameText)
        case "submit": return told(await gateway.submit(Invented.identity, order(1)), nameText)
        case "risk": return told(await gateway.risks(of: cards[0])) { $0.map(\.code).joined(separator: " ") }
        case "outcome", "outcome-of-job":
            let ticket = CarrierTicket(order: order(1), wish: .change(.suspend), serial: "88001")
            return said(await gateway.outcomes(of: [ticket])) { outcome in
                if case .failed(let refusal, let code) = outcome { "failed \(refusal.code) \(code)" } else { "\(outcome)" }
            }
        default: return "no such step"
        }
    }

    private static func nameText(_ name: CarrierRealName) -> String {
        ([name.word.rawValue, name.code] + [name.reasonCode].compactMap(\.self)).joined(separator: " ")
    }

    private static func told<Value>(_ reply: CarrierReply<Value>, _ value: (Value) -> String) -> String {
        switch reply {
        case .done(let done): "done " + value(done)
        case .accepted(let serial): "accepted " + serial
        case .refused(let refusal, let code): "refused \(refusal.code) \(code)"
        case .locked, .overQuota, .unreachable, .unclear: "\(reply)"
        }
    }

    @Test(arguments: CarrierSystem.allCases)
    func `every call is what the golden file says, and so is its meaning`(system: CarrierSystem) async throws {
        let steps = try Self.steps(system)
        #expect(steps.count >= 4)
        for step in steps {
            let transport = Recited(step.answers)
            let meaning = await Self.ask(try Self.gateway(system, transport), step.name)
            #expect(transport.requests == step.sent, "\(system) \(step.name)")
            #expect(meaning == step.meaning, "\(system) \(step.name)")
        }
    }

    /// An answer of one carrier is none of another's: nobody's state is read by a neighbour's form.
    @Test func `an answer of another carrier is no answer`() async throws {
        let questions: Set<String> = ["state", "state-two", "real-name", "real-name-two"]
        for system in CarrierSystem.allCases {
            for other in CarrierSystem.allCases where other != system {
                for foreign in try Self.steps(other) where questions.contains(foreign.name) {
                    for name in ["state", "real-name"] {
                        let token = #"{"status":"0","result":[{"token":"t","ttl":"7200"}]}"#
                        let answers = (system == .oneLink ? [token] : []) + [try #require(foreign.answers.last)]
                        let meaning = await Self.ask(try Self.gateway(system, Recited(answers)), name)
                        #expect(!meaning.hasPrefix("done"), "\(system) took \(other)'s \(foreign.name) for its own: \(meaning)")
                    }
                }
            }
        }
    }
}
