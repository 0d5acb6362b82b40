import Ledger
import UseCases

/// What the receiver of notices is to do in place of taking them: the first step that fits decides.
package struct NoticeScenario: Hashable, Sendable {
    package static let none = NoticeScenario(steps: [])

    package enum Place: String, CaseIterable, Sendable {
        case messages
        case webhook
        case all
    }

    package struct Step: Hashable, Sendable {
        package var on = Place.all
        /// How many notices it decides; nil for ever.
        package var times: Int?
        package var fault: NoticeFault?
        package var retryAfterSeconds: Int64
        package var latencyMilliseconds: Int64
        /// Refused for this.
        package var reason: NoticeRefusal?

        package init(
            on: Place = .all, times: Int? = nil, fault: NoticeFault? = nil, retryAfterSeconds: Int64 = 1, latencyMilliseconds: Int64 = 0,
            reason: NoticeRefusal? = nil
        ) {
            self.on = on
            self.times = times
            self.fault = fault
            self.retryAfterSeconds = retryAfterSeconds
            self.latencyMilliseconds = latencyMilliseconds
            self.reason = reason
        }
    }

    package var steps: [Step]

    package init(steps: [Step]) { self.steps = steps }

    /// From JSON as docs/notices.md says. Throws `SandboxScenarioRefusal`.
    package init(parsing bytes: [UInt8]) throws(SandboxScenarioRefusal) {
        guard let members = (try? JSONValue(parsing: bytes, limits: JSONLimits(size: 1 << 20, depth: 8)))?.objectValue else {
            throw SandboxScenarioRefusal("a scenario is one JSON object")
        }
        try ScenarioReading.demand(members, only: ["steps"])
        guard let values = (members["steps"] ?? []).arrayValue, values.count <= 1_000 else {
            throw SandboxScenarioRefusal("steps is not a list")
        }
        var steps: [Step] = []
        for value in values { steps.append(try Self.step(value)) }
        self.init(steps: steps)
    }

    private static func step(_ value: JSONValue) throws(SandboxScenarioRefusal) -> Step {
        guard let members = value.objectValue else { throw SandboxScenarioRefusal("a step is not an object") }
        try ScenarioReading.demand(members, only: ["on", "times", "fault", "retryAfterSeconds", "latencyMilliseconds", "reason"])
        return Step(
            on: try ScenarioReading.word(members, "on") ?? .all,
            times: try ScenarioReading.integer(members, "times", 1...1_000_000).map { Int($0) },
            fault: try ScenarioReading.word(members, "fault"),
            retryAfterSeconds: try ScenarioReading.integer(members, "retryAfterSeconds", 1...86_400) ?? 1,
            latencyMilliseconds: try ScenarioReading.integer(members, "latencyMilliseconds", 0...600_000) ?? 0,
            reason: try ScenarioReading.word(members, "reason"))
    }
}

/// What a receiver of notices may do wrong, on demand. The first three happen before a notice is looked at; what comes after has been kept.
package enum NoticeFault: String, CaseIterable, Sendable {
    /// 503 with Retry-After.
    case unavailable
    /// 429 with Retry-After.
    case tooMany = "too-many"
    /// 500.
    case broken
    /// 410.
    case gone
    /// The gateway wants the same message later.
    case later

    /// The connection ends in the midst of the answer.
    case drop
    /// Half of the answer comes, then nothing more.
    case stall
    case redirect
    case notJSON = "not-json"
    case cut
    case tooLarge = "too-large"
    /// An answer about another message.
    case otherMessage = "other-message"
    /// Says nothing of a sandbox.
    case noSandbox = "no-sandbox"

    var spoils: SandboxFault? {
        switch self {
        case .drop: .drop
        case .stall: .stall
        case .redirect: .redirect
        case .notJSON: .notJSON
        case .cut: .cut
        case .tooLarge: .tooLarge
        case .unavailable, .tooMany, .broken, .gone, .later, .otherMessage, .noSandbox: nil
        }
    }
}
