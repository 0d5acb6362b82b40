import Ledger
import UseCases

/// What the sandbox is to do in place of what it derives from the data: the first step that fits a question decides.
package struct SandboxScenario: Hashable, Sendable {
    package static let none = SandboxScenario(latencyMilliseconds: 0, steps: [])

    package enum Place: String, CaseIterable, Sendable {
        case identityChecks = "identity-checks"
        case faceComparisons = "face-comparisons"
        case captures
        case all
    }

    package struct Step: Hashable, Sendable {
        package var on = Place.all
        /// How many questions it decides; nil for ever.
        package var times: Int?
        package var fault: SandboxFault?
        package var retryAfterSeconds: Int64 = 1
        package var latencyMilliseconds: Int64 = 0
        package var identity: IdentityVerdict?
        package var face: FaceVerdict?
        package var liveness: Liveness?

        package init(on: Place = .all, times: Int? = nil, fault: SandboxFault? = nil) {
            self.on = on
            self.times = times
            self.fault = fault
        }
    }

    /// Before every answer.
    package var latencyMilliseconds: Int64
    package var steps: [Step]

    package init(latencyMilliseconds: Int64 = 0, steps: [Step]) {
        self.latencyMilliseconds = latencyMilliseconds
        self.steps = steps
    }
}

extension SandboxScenario {
    /// From JSON as docs/verification-providers.md says. Throws `SandboxScenarioRefusal`.
    package init(parsing bytes: [UInt8]) throws(SandboxScenarioRefusal) {
        guard let value = try? JSONValue(parsing: bytes, limits: JSONLimits(size: 64 << 10, depth: 4)), let members = value.objectValue
        else {
            throw SandboxScenarioRefusal("it is not a JSON object")
        }
        try ScenarioReading.demand(members, only: ["latencyMilliseconds", "steps"])
        let steps = try ScenarioReading.list(members, "steps").map { value throws(SandboxScenarioRefusal) in try Self.step(value) }
        self.init(latencyMilliseconds: try ScenarioReading.integer(members, "latencyMilliseconds", 0...600_000) ?? 0, steps: steps)
    }

    private static func step(_ value: JSONValue) throws(SandboxScenarioRefusal) -> Step {
        guard let members = value.objectValue else { throw SandboxScenarioRefusal("a step is not an object") }
        try ScenarioReading.demand(
            members, only: ["on", "times", "fault", "retryAfterSeconds", "latencyMilliseconds", "verdict", "liveness"])
        var step = Step(on: try ScenarioReading.word(members, "on") ?? .all, fault: try ScenarioReading.word(members, "fault"))
        step.times = try ScenarioReading.integer(members, "times", 1...1_000_000).map { Int($0) }
        step.retryAfterSeconds = try ScenarioReading.integer(members, "retryAfterSeconds", 1...3_600) ?? 1
        step.latencyMilliseconds = try ScenarioReading.integer(members, "latencyMilliseconds", 0...600_000) ?? 0
        step.liveness = try ScenarioReading.word(members, "liveness")
        if let verdict = members["verdict"] {
            step.identity = verdict.stringValue.flatMap { IdentityVerdict(rawValue: $0) }
            step.face = verdict.stringValue.flatMap { FaceVerdict(rawValue: $0) }
            guard step.identity != nil || step.face != nil else { throw SandboxScenarioRefusal("verdict is not a word of the contract") }
        }
        return step
    }
}
