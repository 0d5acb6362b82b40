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
        try Self.demand(members, only: ["latencyMilliseconds", "steps"])
        var steps: [Step] = []
        if let listed = members["steps"] {
            guard let values = listed.arrayValue, values.count <= 1_000 else { throw SandboxScenarioRefusal("steps is not a list") }
            for value in values { steps.append(try Self.step(value)) }
        }
        self.init(latencyMilliseconds: try Self.integer(members, "latencyMilliseconds", 0...600_000) ?? 0, steps: steps)
    }

    private static func step(_ value: JSONValue) throws(SandboxScenarioRefusal) -> Step {
        guard let members = value.objectValue else { throw SandboxScenarioRefusal("a step is not an object") }
        try demand(members, only: ["on", "times", "fault", "retryAfterSeconds", "latencyMilliseconds", "verdict", "liveness"])
        var step = Step(on: try word(members, "on") ?? .all, fault: try word(members, "fault"))
        step.times = try integer(members, "times", 1...1_000_000).map { Int($0) }
        step.retryAfterSeconds = try integer(members, "retryAfterSeconds", 1...3_600) ?? 1
        step.latencyMilliseconds = try integer(members, "latencyMilliseconds", 0...600_000) ?? 0
        step.liveness = try word(members, "liveness")
        if let verdict = members["verdict"] {
            step.identity = verdict.stringValue.flatMap { IdentityVerdict(rawValue: $0) }
            step.face = verdict.stringValue.flatMap { FaceVerdict(rawValue: $0) }
            guard step.identity != nil || step.face != nil else { throw SandboxScenarioRefusal("verdict is not a word of the contract") }
        }
        return step
    }

    static func demand(_ members: JSONObject, only known: Set<String>) throws(SandboxScenarioRefusal) {
        guard members.members.allSatisfy({ known.contains($0.key) }) else {
            throw SandboxScenarioRefusal("only \(known.sorted().joined(separator: ", ")) may stand there")
        }
    }

    static func integer(
        _ members: JSONObject, _ name: String, _ range: ClosedRange<Int64>
    ) throws(SandboxScenarioRefusal) -> Int64? {
        guard let value = members[name] else { return nil }
        guard let number = value.integerValue, range.contains(number) else {
            throw SandboxScenarioRefusal("\(name) is not a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    static func word<Value: RawRepresentable & CaseIterable>(
        _ members: JSONObject, _ name: String, as _: Value.Type = Value.self
    ) throws(SandboxScenarioRefusal) -> Value? where Value.RawValue == String {
        guard let value = members[name] else { return nil }
        guard let known = value.stringValue.flatMap({ Value(rawValue: $0) }) else {
            throw SandboxScenarioRefusal("\(name) is one of \(Value.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return known
    }
}

/// Why a scenario is none.
package struct SandboxScenarioRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}
