import Ledger
import Registry

/// What the receiver of notices keeps: which ids it has had, the last of what they said, the scenario, and counts. A number is kept masked.
actor NoticeMemory {
    private static let keptMax = 10_000
    private var known: [String: Int] = [:]
    private var received: [JSONValue] = []
    private var scenario: NoticeScenario
    private var used: [Int]
    private var counts: [String: Int64] = [:]

    init(_ scenario: NoticeScenario) {
        self.scenario = scenario
        used = Array(repeating: 0, count: scenario.steps.count)
    }

    func replace(_ scenario: NoticeScenario) {
        self.scenario = scenario
        used = Array(repeating: 0, count: scenario.steps.count)
    }

    func step(on place: NoticeScenario.Place) -> NoticeScenario.Step? {
        count("asked/" + place.rawValue)
        for (number, step) in scenario.steps.enumerated() where step.on == .all || step.on == place {
            if let times = step.times, used[number] >= times { continue }
            used[number] += 1
            if step.fault != nil { count("faults") }
            return step
        }
        return nil
    }

    /// Once by its id; another time it is only counted.
    func keep(_ notice: JSONObject, id: String, from place: NoticeScenario.Place) {
        known[id, default: 0] += 1
        guard known[id] == 1 else { return count("repeated") }
        count("taken/" + place.rawValue)
        if received.count >= Self.keptMax { received.removeFirst() }
        var kept = notice
        kept["id"] = .string(id)
        kept["on"] = .string(place.rawValue)
        if let to = notice["to"]?.stringValue { kept["to"] = .string(Mask.phone(to)) }
        received.append(.object(kept))
    }

    func refused() { count("refused") }

    private func count(_ name: String) { counts[name, default: 0] += 1 }

    func taken() -> JSONValue { ["items": .array(received), "sandbox": true] }

    func statistics() -> JSONValue {
        var members = JSONObject()
        for name in ["asked/messages", "asked/webhook", "taken/messages", "taken/webhook", "repeated", "refused", "faults"] {
            members[name] = .integer(counts[name] ?? 0)
        }
        members["sandbox"] = true
        return .object(members)
    }
}
