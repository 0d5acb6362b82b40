import Ledger
import Registry
import Sandbox
import TestKit
import Testing
import UseCases

@testable import Carriers

/// A carrier that does everything wrong: no fault is ever an effect, and none is told twice.
@Suite struct FaultTests {
    /// Time enough on a busy machine for all that comes before the stall.
    private static let hasty: [String: JSONValue] = [
        "limits": ["callsPerSecond": 0, "callsPerCardPerMinute": 0, "timeoutSeconds": 5, "tries": 1]
    ]

    private static func step(_ fault: CarrierFault, _ kind: CarrierScenario.Kind) -> CarrierScenario.Step {
        CarrierScenario.Step(kind: kind, fault: fault)
    }

    /// What a fault of any answer counts as.
    private static func silence(_ fault: CarrierFault) -> CarrierSilence? {
        switch fault {
        case .broken, .drop, .stall: .lost
        case .redirect: .fault(.status)
        case .notJSON, .cut, .twice: .fault(.unreadable)
        case .tooLarge: .fault(.tooLarge)
        default: nil
        }
    }

    @Test(arguments: CarrierSystem.allCases, CarrierFault.allCases)
    func `a question that goes wrong`(system: CarrierSystem, fault: CarrierFault) async throws {
        try await carrying(system, { $0.steps = [Self.step(fault, .query)] }, file: fault == .stall ? Self.hasty : [:]) { carrying in
            let isList = carrying.gateway.capabilities[.queryRealName].cardsMax > 1
            // Three calls that fail three times each would open the breaker.
            let cards = (1...(isList ? 3 : 1)).map { Carrying.card($0) }
            let replies = await carrying.gateway.realNames(of: cards)
            if let silence = Self.silence(fault) {
                #expect(replies == cards.map { _ in .unclear(silence) })
                return
            }
            switch fault {
            case .unavailable: #expect(replies.allSatisfy { if case .unreachable = $0 { true } else { false } })
            case .tooMany: #expect(replies.allSatisfy { if case .overQuota = $0 { true } else { false } })
            case .credentials: #expect(replies.allSatisfy { $0.refusalCode == "carrier-credentials" })
            case .tokenExpired:
                #expect(replies.allSatisfy { $0.refusalCode == "carrier-credentials" })
                if system == .oneLink { #expect(await carrying.statistic("tokens") >= 2) }
            case .unknownCode: #expect(replies.allSatisfy { $0.refusalCode == "carrier-refused" })
            case .unknownState:
                #expect(replies.allSatisfy { $0.value?.word == .unknown && $0.value?.code.isEmpty == false })
                #expect(
                    await carrying.gateway.states(of: cards).allSatisfy { $0.value?.word == .unknown && $0.value?.code.isEmpty == false })
            case .missing where isList:
                #expect(replies[0].value != nil && replies[2] == .unclear(.fault(.notAsContract)))
            case .contradiction where isList:
                #expect(replies[0] == .unclear(.fault(.contradiction)) && replies[1].value != nil)
            default: #expect(replies.allSatisfy { $0.value?.word == .unregistered })
            }
        }
    }

    @Test(arguments: CarrierSystem.allCases, CarrierFault.allCases)
    func `a command that goes wrong is not told again, and never counts as done`(system: CarrierSystem, fault: CarrierFault) async throws {
        try await carrying(system, { $0.steps = [Self.step(fault, .command)] }, file: fault == .stall ? Self.hasty : [:]) { carrying in
            // What is hasty about is the command, not the token before it.
            if fault == .stall { _ = await carrying.gateway.states(of: [Carrying.card(5)]) }
            let reply = await carrying.gateway.tell(.suspend, [carrying.order(4)])[0]
            #expect(reply.value == nil)
            if let silence = Self.silence(fault) { #expect(reply == .unclear(silence)) }
            #expect(await carrying.statistic("changes") <= 1)
            switch fault {
            // Before it was looked at, so nothing happened; only being too busy is tried again.
            case .unavailable, .tooMany, .broken, .credentials, .tokenExpired, .unknownCode:
                #expect(await carrying.statistic("changes") == 0)
                #expect(!reply.isAccepted)
            // Given up by time, on a busy machine maybe before it was told.
            case .stall: #expect(await carrying.statistic("changes") <= 1)
            case .drop, .redirect, .notJSON, .cut, .twice, .tooLarge:
                #expect(await carrying.statistic("changes") == 1)
                #expect(await carrying.statistic("faults") == 1)
            default: break
            }
        }
    }

    @Test(arguments: [CarrierSystem.oneLink, .ctwing, .generic])
    func `nobody is sent to a host that was not agreed on`(system: CarrierSystem) async throws {
        try await carrying(system, { $0.steps = [Self.step(.foreignLink, .command)] }) { carrying in
            #expect(await carrying.gateway.startRegistration(carrying.order(1)) == .unclear(.fault(.foreignAddress)))
        }
        let named: [String: JSONValue] = ["linkHosts": ["127.0.0.1", "elsewhere.example"]]
        try await carrying(system, { $0.steps = [Self.step(.foreignLink, .command)] }, file: named) { carrying in
            let address = await carrying.gateway.startRegistration(carrying.order(1)).value?.address
            #expect(address?.hasPrefix("https://elsewhere.example/") == true)
        }
    }

    @Test(arguments: CarrierSystem.allCases)
    func `a sandbox is not believed in production`(system: CarrierSystem) async throws {
        // It does not say in its file that it is one; its answers do.
        try await carrying(system, file: ["sandbox": false], allowsSandbox: false) { carrying in
            let cards = [Carrying.card(1)]
            #expect(await carrying.gateway.states(of: cards) == [.unclear(.fault(.sandbox))])
            #expect(await carrying.gateway.realNames(of: cards) == [.unclear(.fault(.sandbox))])
        }
        await #expect(throws: CarrierConnectionFault.self) {
            try await carrying(system, allowsSandbox: false) { _ in Issue.record("it was opened") }
        }
    }

    @Test(arguments: CarrierSystem.allCases)
    func `a sandbox whose file does not say so is known by the head of its answer, and costs no call`(system: CarrierSystem) async throws {
        try await carrying(system, file: ["sandbox": false], allowsSandbox: false) { carrying in
            let leads = try await carrying.connection.leadsToSandbox(within: .seconds(60))
            #expect(leads)
            #expect(await carrying.calls() == 0)
        }
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 100000\r\n\r\n",
    ])
    func `an address whose answer does not say so leads to no sandbox`(words: String) async throws {
        try await withSpeaker(words) { port in
            try await carrying(.generic, file: ["sandbox": false, "address": .string("http://127.0.0.1:\(port)/platform")]) { carrying in
                let leads = try await carrying.connection.leadsToSandbox(within: .seconds(60))
                #expect(leads == false)
            }
        }
    }

    @Test func `an address where nobody answers says nothing of it`() async throws {
        try await carrying(.generic, file: ["sandbox": false, "address": "http://127.0.0.1:1"]) { carrying in
            await #expect(throws: ProviderFailure.unavailable(.notReached)) {
                _ = try await carrying.connection.leadsToSandbox(within: .seconds(60))
            }
        }
    }

    @Test(arguments: CarrierSystem.allCases)
    func `a secret the carrier does not accept`(system: CarrierSystem) async throws {
        try await carrying(system, key: "another-invented-key-012") { carrying in
            #expect(await carrying.gateway.states(of: [Carrying.card(1)])[0].refusalCode == "carrier-credentials")
            #expect(await carrying.gateway.tell(.suspend, [carrying.order(1)])[0].refusalCode == "carrier-credentials")
            #expect(await carrying.statistic("changes") == 0)
        }
    }

    @Test(arguments: CarrierSystem.allCases)
    func `in a night of maintenance nothing is told, and it is said when to come again`(system: CarrierSystem) async throws {
        try await carrying(system, { $0.maintenance = 9..<10 }) { carrying in
            if system == .oneLink { _ = await carrying.gateway.state() }
            #expect(await carrying.gateway.tell(.suspend, [carrying.order(1)]) == [.unreachable(retryAfterSeconds: 3_600)])
            #expect(await carrying.statistic("changes") == 0)
            carrying.clock.move(seconds: 3_600)
            #expect(await carrying.gateway.tell(.suspend, [carrying.order(1)])[0].isAccepted)
        }
    }

    @Test(arguments: CarrierSystem.allCases)
    func `what passes by itself is answered at a later attempt`(system: CarrierSystem) async throws {
        for fault in [CarrierFault.broken, .drop] {
            try await carrying(system, { $0.steps = [CarrierScenario.Step(kind: .query, times: 2, fault: fault)] }) { carrying in
                #expect(await carrying.gateway.states(of: [Carrying.card(1)])[0].value?.word == .active)
                #expect(carrying.pause.waits.count == 2)
            }
        }
    }
}
