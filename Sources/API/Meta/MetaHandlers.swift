import Contract
import Registry
import UseCases
import Web

extension Edge {
    func health(_ call: Call) throws -> Answer { try .json(Wire.Health(status: "ok")) }

    func ready(_ call: Call) async throws -> Answer {
        let checks = await health.checks()
        let isReady = checks.values.allSatisfy { $0 == "ok" }
        return try .json(Wire.Readiness(status: isReady ? "ready" : "not-ready", checks: checks)).with(status: isReady ? 200 : 503)
    }

    /// A store that does not answer leaves the counts of what waits as they were; the rest is told all the same.
    func metrics(_ call: Call) async -> Answer {
        if let load = try? await installation.workload() { figures.observe(load) }
        return .text(figures.registry.text(), type: MetricRegistry.contentType)
    }

    func contract(_ call: Call) -> Answer { .text(ContractDocument.text, type: "application/yaml") }
    func reference(_ call: Call) -> Answer { .text(ContractDocument.referencePage, type: "text/html; charset=utf-8") }
    func problems(_ call: Call) -> Answer { .text(problemPage.text, type: "text/html; charset=utf-8") }
}
