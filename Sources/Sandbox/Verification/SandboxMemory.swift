import Ledger
import UseCases

/// What the sandbox keeps between questions: answers by request id, the scenario, and counts. Nothing of a person.
actor SandboxMemory {
    private struct Kept {
        let digest: [UInt8]
        let answer: JSONObject
    }

    private static let keptMax = 100_000
    private var kept: [VerificationRequestID: Kept] = [:]
    private var order: [VerificationRequestID] = []
    private var scenario: SandboxScenario
    private var used: [Int]
    private var captures: [String: SandboxCapture] = [:]
    private var counts: [String: Int64] = [:]

    init(_ scenario: SandboxScenario) {
        self.scenario = scenario
        used = Array(repeating: 0, count: scenario.steps.count)
    }

    func replace(_ scenario: SandboxScenario) {
        self.scenario = scenario
        used = Array(repeating: 0, count: scenario.steps.count)
    }

    /// Before every answer.
    var latencyMilliseconds: Int64 { scenario.latencyMilliseconds }

    /// The step that decides this question, if any, and how long to wait before the answer.
    func step(on place: SandboxScenario.Place) -> (step: SandboxScenario.Step?, latencyMilliseconds: Int64) {
        count("asked/" + place.rawValue)
        for (number, step) in scenario.steps.enumerated()
        where step.on == .all || step.on == place {
            if let times = step.times, used[number] >= times { continue }
            used[number] += 1
            if step.fault != nil { count("faults") }
            return (step, scenario.latencyMilliseconds + step.latencyMilliseconds)
        }
        return (nil, scenario.latencyMilliseconds)
    }

    /// The answer kept under the id, or the one `make` gives, which then is kept and charged.
    func answer(to question: SandboxQuestion, _ make: @Sendable () -> JSONObject) throws(SandboxProblem) -> JSONObject {
        if let known = kept[question.id] {
            guard known.digest == question.digest else { throw .requestReused }
            count("repeated")
            return known.answer
        }
        let answer = make()
        if order.count >= Self.keptMax { kept[order.removeFirst()] = nil }
        kept[question.id] = Kept(digest: question.digest, answer: answer)
        order.append(question.id)
        count("answered")
        count("costUnits", by: answer["costUnits"]?.integerValue ?? 0)
        return answer
    }

    func refused() { count("refused") }

    // MARK: Captures

    func capture(_ id: String) -> SandboxCapture? { captures[id] }

    func keep(_ capture: SandboxCapture) {
        if captures.count >= Self.keptMax { captures = [:] }
        if captures[capture.id] == nil { captures[capture.id] = capture }
    }

    /// A capture ends once.
    func finish(_ id: String, state: String, answer: JSONObject?) -> SandboxCapture? {
        guard var capture = captures[id] else { return nil }
        guard capture.state == "pending" else { return capture }
        capture.state = state
        capture.answer = answer
        captures[id] = capture
        count("costUnits", by: answer?["costUnits"]?.integerValue ?? 0)
        return capture
    }

    // MARK: Counts

    private func count(_ name: String, by amount: Int64 = 1) { counts[name, default: 0] += amount }

    func statistics() -> JSONValue {
        var asked = JSONObject()
        for place in SandboxScenario.Place.allCases where place != .all {
            asked[place.rawValue] = .integer(counts["asked/" + place.rawValue] ?? 0)
        }
        var members = JSONObject()
        members["asked"] = .object(asked)
        for name in ["answered", "repeated", "refused", "faults", "costUnits"] { members[name] = .integer(counts[name] ?? 0) }
        members["sandbox"] = true
        return .object(members)
    }
}

/// A capture that was begun. Who it is about is not kept.
struct SandboxCapture: Sendable {
    let id: String
    let request: VerificationRequestID
    let returnTo: String
    var state = "pending"
    var answer: JSONObject?
}
