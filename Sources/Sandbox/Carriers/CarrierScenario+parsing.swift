import Ledger
import Outbound
import Registry
import UseCases

extension CarrierScenario {
    /// From JSON as docs/carriers.md says.
    package init(parsing bytes: [UInt8]) throws(SandboxScenarioRefusal) {
        guard let value = try? JSONValue(parsing: bytes, limits: JSONLimits(size: 1 << 20, depth: 5)), let members = value.objectValue
        else {
            throw SandboxScenarioRefusal("it is not a JSON object")
        }
        try ScenarioReading.demand(
            members,
            only: [
                "seed", "effectSeconds", "windowSeconds", "callsPerSecond", "callsPerDay", "callsPerCardPerMinute", "tokenSeconds",
                "linkSeconds", "maintenance", "steps", "cards", "notices", "repeats",
            ])
        self.init()
        seed = UInt64(try ScenarioReading.integer(members, "seed", 0...Int64(Int32.max)) ?? 1)
        if let effect = try ScenarioReading.pair(members, "effectSeconds", 0...86_400) {
            effectSeconds = effect.0...max(effect.0, effect.1)
        }
        windowSeconds = try ScenarioReading.integer(members, "windowSeconds", 0...86_400) ?? windowSeconds
        callsPerSecond = try ScenarioReading.integer(members, "callsPerSecond", 0...1_000_000) ?? callsPerSecond
        callsPerDay = try ScenarioReading.integer(members, "callsPerDay", 0...1_000_000_000) ?? callsPerDay
        callsPerCardPerMinute = try ScenarioReading.integer(members, "callsPerCardPerMinute", 0...1_000) ?? callsPerCardPerMinute
        tokenSeconds = try ScenarioReading.integer(members, "tokenSeconds", 1...86_400) ?? tokenSeconds
        linkSeconds = try ScenarioReading.integer(members, "linkSeconds", 1...86_400) ?? linkSeconds
        if let night = try ScenarioReading.pair(members, "maintenance", 0...24) {
            guard night.0 < night.1 else { throw SandboxScenarioRefusal("maintenance ends before it begins") }
            maintenance = night.0..<night.1
        }
        if let value = members["repeats"] {
            guard let flag = value.boolValue else { throw SandboxScenarioRefusal("repeats is true or false") }
            repeats = flag
        }
        steps = try ScenarioReading.list(members, "steps").map { value throws(SandboxScenarioRefusal) in try Step(value) }
        notices = try members["notices"].map { value throws(SandboxScenarioRefusal) in try Notices(value) }
        cards = try ScenarioReading.list(members, "cards").map { value throws(SandboxScenarioRefusal) in try SimulatedCard(value) }
    }
}

extension CarrierScenario.Notices {
    fileprivate init(_ value: JSONValue) throws(SandboxScenarioRefusal) {
        guard let members = value.objectValue, let to = members["to"]?.stringValue, let address = try? ProviderAddress(to),
            ProviderAddress.isOwnMachine(address.host)
        else { throw SandboxScenarioRefusal("notices go to an installation on this machine, http://127.0.0.1:PORT") }
        try ScenarioReading.demand(members, only: ["to", "lostPercent", "doubledPercent"])
        self.init(
            to: address.text, lostPercent: try ScenarioReading.integer(members, "lostPercent", 0...100) ?? 0,
            doubledPercent: try ScenarioReading.integer(members, "doubledPercent", 0...100) ?? 0)
    }
}

extension CarrierScenario.Step {
    fileprivate init(_ value: JSONValue) throws(SandboxScenarioRefusal) {
        guard let members = value.objectValue else { throw SandboxScenarioRefusal("a step is not an object") }
        try ScenarioReading.demand(members, only: ["on", "kind", "times", "percent", "fault", "latencyMilliseconds", "retryAfterSeconds"])
        self.init(on: try ScenarioReading.word(members, "on"), kind: try ScenarioReading.word(members, "kind") ?? .all)
        fault = try ScenarioReading.word(members, "fault")
        times = try ScenarioReading.integer(members, "times", 1...1_000_000).map { Int($0) }
        percent = try ScenarioReading.integer(members, "percent", 1...100)
        latencyMilliseconds = try ScenarioReading.integer(members, "latencyMilliseconds", 0...600_000) ?? 0
        retryAfterSeconds = try ScenarioReading.integer(members, "retryAfterSeconds", 1...3_600) ?? 1
    }
}

extension SimulatedCard {
    fileprivate init(_ value: JSONValue) throws(SandboxScenarioRefusal) {
        guard let members = value.objectValue, let iccid = members["iccid"]?.stringValue, let msisdn = members["msisdn"]?.stringValue else {
            throw SandboxScenarioRefusal("a card needs iccid and msisdn")
        }
        try ScenarioReading.demand(members, only: ["iccid", "msisdn", "state", "realName", "trouble"])
        self.init(
            iccid: iccid, msisdn: msisdn, life: try ScenarioReading.word(members, "state") ?? .active,
            registered: try ScenarioReading.word(members, "realName") ?? .unregistered,
            trouble: try ScenarioReading.word(members, "trouble") ?? .none)
    }
}
