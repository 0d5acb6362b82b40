import Synchronization

/// Values by series. A series that is not closed is never begun.
private struct MetricValues<Value: Sendable, each Label: MetricLabel>: Sendable {
    var bySeries: [MetricSeries<repeat each Label>: Value] = [:]

    mutating func change(_ series: MetricSeries<repeat each Label>, from start: @autoclosure () -> Value, _ body: (inout Value) -> Void) {
        guard bySeries[series] != nil || series.isClosed else { return }
        body(&bySeries[series, default: start()])
    }

    var byText: [(labels: String, value: Value)] {
        bySeries.map { ($0.key.text, $0.value) }.sorted { $0.0 < $1.0 }
    }
}

/// Counts events. Only rises.
package final class MetricCounter<each Label: MetricLabel>: Sendable {
    private let values = Mutex(MetricValues<Double, repeat each Label>())

    init() {}

    /// Less than nothing is ignored.
    package func increment(_ label: repeat each Label, by amount: Double = 1) {
        guard amount >= 0 else { return }
        let series = MetricSeries(repeat each label)
        values.withLock { $0.change(series, from: 0) { $0 += amount } }
    }

    /// To what somebody else has counted; less than it is, is ignored.
    package func raise(_ label: repeat each Label, to count: Double) {
        let series = MetricSeries(repeat each label)
        values.withLock { $0.change(series, from: 0) { $0 = max($0, count) } }
    }

    func samples() -> [(labels: String, value: Double)] { values.withLock { $0 }.byText }
}

/// A value that goes up and down.
package final class MetricGauge<each Label: MetricLabel>: Sendable {
    private let values = Mutex(MetricValues<Double, repeat each Label>())

    init() {}

    package func set(_ label: repeat each Label, to value: Double) {
        let series = MetricSeries(repeat each label)
        values.withLock { $0.change(series, from: 0) { $0 = value } }
    }

    package func add(_ label: repeat each Label, amount: Double) {
        let series = MetricSeries(repeat each label)
        values.withLock { $0.change(series, from: 0) { $0 += amount } }
    }

    func samples() -> [(labels: String, value: Double)] { values.withLock { $0 }.byText }
}

/// Observations of one series.
struct MetricDistribution: Sendable {
    /// Not cumulative; the last stands for +Inf.
    var counts: [UInt64]
    var sum: Double = 0
}

/// Counts observations by size: how many were at most each bound, how many in all, and their sum.
package final class MetricHistogram<each Label: MetricLabel>: Sendable {
    let bounds: [Double]
    private let values = Mutex(MetricValues<MetricDistribution, repeat each Label>())

    init(bounds: [Double]) {
        self.bounds = bounds
    }

    /// What is no number is ignored.
    package func observe(_ label: repeat each Label, value: Double) {
        guard !value.isNaN else { return }
        let series = MetricSeries(repeat each label)
        let place = bounds.firstIndex { value <= $0 } ?? bounds.count
        values.withLock { held in
            held.change(series, from: MetricDistribution(counts: Array(repeating: 0, count: bounds.count + 1))) {
                $0.counts[place] += 1
                $0.sum += value
            }
        }
    }

    func samples() -> [(labels: String, value: MetricDistribution)] { values.withLock { $0 }.byText }
}

/// Seconds, from a millisecond to ten seconds: for the time of requests.
package let requestTimeBuckets: [Double] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
