import Contract
import Registry
import Web

extension Edge {
    func health(_ call: Call) throws -> Answer { try .json(Wire.Health(status: "ok")) }

    func ready(_ call: Call) async throws -> Answer {
        let checks = await health.checks()
        let isReady = checks.values.allSatisfy { $0 == "ok" }
        return try .json(Wire.Readiness(status: isReady ? "ready" : "not-ready", checks: checks)).with(status: isReady ? 200 : 503)
    }

    func metrics(_ call: Call) -> Answer { .text(figures.registry.text(), type: MetricRegistry.contentType) }
    func contract(_ call: Call) -> Answer { .text(ContractDocument.text, type: "application/yaml") }
    func reference(_ call: Call) -> Answer { .text(ContractDocument.referencePage, type: "text/html; charset=utf-8") }
}
