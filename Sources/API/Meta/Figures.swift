import Contract
import Web

/// What is counted, for Prometheus. No label can hold a name, a number or a path as sent.
package final class Figures: RequestFigures {
    package let registry = MetricRegistry()
    private let requests: MetricCounter<OperationLabel, StatusLabel>
    private let seconds: MetricHistogram<OperationLabel>
    private let operations: [String: OperationLabel]

    package init() throws {
        requests = try registry.counter(
            "shiming_requests_total", help: "Requests answered, by operation and status.", labels: OperationLabel.self, StatusLabel.self)
        seconds = try registry.histogram(
            "shiming_request_seconds", help: "Time to answer, by operation.", labels: OperationLabel.self)
        operations = Dictionary(
            uniqueKeysWithValues: Operation.allCases.map { ("\($0.facts.method) \($0.facts.path)", OperationLabel(rawValue: $0.rawValue)) })
    }

    package func answered(method: String, path: String, status: Int, seconds time: Double) {
        let operation = operations["\(method == "HEAD" ? "GET" : method) \(path)"] ?? .other
        requests.increment(operation, StatusLabel(rawValue: String(status)))
        seconds.observe(operation, value: time)
    }
}

/// An operation of the contract, or `other`.
struct OperationLabel: MetricLabel {
    static let labelName: StaticString = "operation"
    static let other = OperationLabel(rawValue: "other")
    static let allCases = Operation.allCases.map { OperationLabel(rawValue: $0.rawValue) } + [other]

    let rawValue: String
}

/// A status of HTTP.
struct StatusLabel: MetricLabel {
    static let labelName: StaticString = "status"
    static let allCases = (100..<600).map { StatusLabel(rawValue: String($0)) }

    let rawValue: String
}
