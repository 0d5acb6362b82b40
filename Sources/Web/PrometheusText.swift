import Synchronization

/// All metrics of the program and their text for a scraper (Prometheus text exposition format 0.0.4).
package final class MetricRegistry: Sendable {
    /// `Content-Type` of the text.
    package static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    private struct Family: Sendable {
        let name: String
        let head: String
        let lines: @Sendable () -> [String]
    }

    private let families = Mutex<[Family]>([])

    package init() {}

    /// - Parameters:
    ///   - name: ends in `_total`, with the unit before it.
    ///   - labels: the label types, such as `Route.self`; none for a single series.
    package func counter<each Label: MetricLabel>(
        _ name: StaticString, help: StaticString, labels: repeat (each Label).Type
    ) throws(MetricRefusal) -> MetricCounter<repeat each Label> {
        let counter = MetricCounter<repeat each Label>()
        try add(name, help, "counter", repeat each labels) { Self.lines("\(name)", counter.samples()) }
        return counter
    }

    package func gauge<each Label: MetricLabel>(
        _ name: StaticString, help: StaticString, labels: repeat (each Label).Type
    ) throws(MetricRefusal) -> MetricGauge<repeat each Label> {
        let gauge = MetricGauge<repeat each Label>()
        try add(name, help, "gauge", repeat each labels) { Self.lines("\(name)", gauge.samples()) }
        return gauge
    }

    /// - Parameter buckets: upper bounds, rising, without +Inf.
    package func histogram<each Label: MetricLabel>(
        _ name: StaticString, help: StaticString, buckets: [Double] = requestTimeBuckets, labels: repeat (each Label).Type
    ) throws(MetricRefusal) -> MetricHistogram<repeat each Label> {
        guard buckets.allSatisfy(\.isFinite), zip(buckets, buckets.dropFirst()).allSatisfy(<) else { throw .badBuckets("\(name)") }
        let histogram = MetricHistogram<repeat each Label>(bounds: buckets)
        try add(name, help, "histogram", repeat each labels) { [bounds = histogram.bounds] in
            histogram.samples().flatMap { Self.lines("\(name)", $0.labels, bounds, $0.value) }
        }
        return histogram
    }

    private func add<each Label: MetricLabel>(
        _ name: StaticString, _ help: StaticString, _ type: String, _ labels: repeat (each Label).Type,
        lines: @escaping @Sendable () -> [String]
    ) throws(MetricRefusal) {
        let name = "\(name)"
        guard MetricText.isName(name) else { throw .badName(name) }
        for label in repeat each labels {
            guard MetricText.isLabelName("\(label.labelName)") else { throw .badName("\(label.labelName)") }
        }
        let words = "\(help)".replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        let family = Family(name: name, head: "# HELP \(name) \(words)\n# TYPE \(name) \(type)\n", lines: lines)
        let isNew = families.withLock { held in
            if held.contains(where: { $0.name == name }) { return false }
            held.append(family)
            return true
        }
        guard isNew else { throw .duplicateName(name) }
    }

    /// Families in the order of their names, series in the order of their labels.
    package func text() -> String {
        families.withLock { $0 }.sorted { $0.name < $1.name }
            .map { family in family.head + family.lines().map { $0 + "\n" }.joined() }
            .joined()
    }

    private static func lines(_ name: String, _ samples: [(labels: String, value: Double)]) -> [String] {
        samples.map { line(name, $0.labels, number($0.value)) }
    }

    /// The buckets of the format are cumulative.
    private static func lines(_ name: String, _ labels: String, _ bounds: [Double], _ distribution: MetricDistribution) -> [String] {
        let prefix = labels.isEmpty ? "" : labels + ","
        var total: UInt64 = 0
        var lines: [String] = []
        for (index, count) in distribution.counts.enumerated() {
            total += count
            let bound = index < bounds.count ? number(bounds[index]) : "+Inf"
            lines.append(line("\(name)_bucket", "\(prefix)le=\"\(bound)\"", "\(total)"))
        }
        return lines + [line("\(name)_sum", labels, number(distribution.sum)), line("\(name)_count", labels, "\(total)")]
    }

    private static func line(_ name: String, _ labels: String, _ value: String) -> String {
        labels.isEmpty ? "\(name) \(value)" : "\(name){\(labels)} \(value)"
    }

    private static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value > 0 ? "+Inf" : "-Inf" }
        if let whole = Int64(exactly: value) { return "\(whole)" }
        return "\(value)"
    }
}
