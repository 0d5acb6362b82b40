import Synchronization

/// Counts events. Only rises.
package final class MetricCounter<each Label: MetricLabel>: Sendable {
    private let values = Mutex<[MetricSeries: Double]>([:])

    init() {}

    /// Less than nothing is ignored.
    package func increment(_ label: repeat each Label, by amount: Double = 1) {
        let series = MetricSeries(repeat each label)
        guard amount >= 0, series.isClosed else { return }
        values.withLock { $0[series, default: 0] += amount }
    }

    func samples() -> [MetricSeries: Double] { values.withLock { $0 } }
}

/// A value that goes up and down.
package final class MetricGauge<each Label: MetricLabel>: Sendable {
    private let values = Mutex<[MetricSeries: Double]>([:])

    init() {}

    package func set(_ label: repeat each Label, to value: Double) {
        let series = MetricSeries(repeat each label)
        guard series.isClosed else { return }
        values.withLock { $0[series] = value }
    }

    package func add(_ label: repeat each Label, amount: Double) {
        let series = MetricSeries(repeat each label)
        guard series.isClosed else { return }
        values.withLock { $0[series, default: 0] += amount }
    }

    func samples() -> [MetricSeries: Double] { values.withLock { $0 } }
}

/// Counts observations by size: how many were at most each bound, how many in all, and their sum.
package final class MetricHistogram<each Label: MetricLabel>: Sendable {
    struct Distribution {
        /// Not cumulative; the last stands for +Inf.
        var counts: [UInt64]
        var sum: Double = 0
    }

    let bounds: [Double]
    private let values = Mutex<[MetricSeries: Distribution]>([:])

    init(bounds: [Double]) {
        self.bounds = bounds
    }

    /// What is no number is ignored.
    package func observe(_ label: repeat each Label, value: Double) {
        let series = MetricSeries(repeat each label)
        guard series.isClosed, !value.isNaN else { return }
        let place = bounds.firstIndex { value <= $0 } ?? bounds.count
        values.withLock { held in
            held[series, default: Distribution(counts: Array(repeating: 0, count: bounds.count + 1))].counts[place] += 1
            held[series]?.sum += value
        }
    }

    func samples() -> [MetricSeries: Distribution] { values.withLock { $0 } }
}

/// Seconds, from a millisecond to ten seconds: for the time of requests.
package let requestTimeBuckets: [Double] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
