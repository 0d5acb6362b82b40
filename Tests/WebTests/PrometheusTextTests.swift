import Testing

@testable import Web

private enum Method: String, MetricLabel {
    case get, post
    case odd = "a\\b\"c\nd"
    static let labelName: StaticString = "method"
}

private enum Outcome: String, MetricLabel {
    case done, refused
    static let labelName: StaticString = "outcome"
}

/// What the protocol cannot forbid: a type that carries any text.
private struct Anything: MetricLabel {
    let rawValue: String
    static let labelName: StaticString = "anything"
    static let allCases = [Anything(rawValue: "known")]
}

private enum BadName: String, MetricLabel {
    case one
    static let labelName: StaticString = "le"
}

@Suite struct PrometheusTextTests {
    @Test func `counters, gauges and their text`() throws {
        let registry = MetricRegistry()
        let requests = try registry.counter("requests_total", help: "Requests\nby \\ outcome.", labels: Method.self, Outcome.self)
        let open = try registry.gauge("open_connections", help: "Now.")
        requests.increment(.post, .refused)
        requests.increment(.get, .done)
        requests.increment(.get, .done, by: 2.5)
        requests.increment(.odd, .done)
        requests.increment(.get, .done, by: -1)
        requests.increment(.get, .done, by: .nan)
        open.set(to: 7)
        open.add(amount: -2)
        #expect(
            registry.text() == #"""
                # HELP open_connections Now.
                # TYPE open_connections gauge
                open_connections 5
                # HELP requests_total Requests\nby \\ outcome.
                # TYPE requests_total counter
                requests_total{method="a\\b\"c\nd",outcome="done"} 1
                requests_total{method="get",outcome="done"} 3.5
                requests_total{method="post",outcome="refused"} 1

                """#)
    }

    @Test func `histograms are cumulative and end with everything`() throws {
        let registry = MetricRegistry()
        let time = try registry.histogram("time_seconds", help: "Time.", buckets: [0.1, 1], labels: Outcome.self)
        for value in [0.05, 0.1, 0.5, 1, 30, .nan] { time.observe(.done, value: value) }
        #expect(
            registry.text() == #"""
                # HELP time_seconds Time.
                # TYPE time_seconds histogram
                time_seconds_bucket{outcome="done",le="0.1"} 2
                time_seconds_bucket{outcome="done",le="1"} 4
                time_seconds_bucket{outcome="done",le="+Inf"} 5
                time_seconds_sum{outcome="done"} 31.65
                time_seconds_count{outcome="done"} 5

                """#)
    }

    @Test func `a value that is not listed is never recorded`() throws {
        let registry = MetricRegistry()
        let counter = try registry.counter("c_total", help: "C.", labels: Anything.self)
        let gauge = try registry.gauge("g", help: "G.", labels: Anything.self)
        let histogram = try registry.histogram("h", help: "H.", labels: Anything.self)
        let leak = Anything(rawValue: "13800000000")
        counter.increment(leak)
        gauge.set(leak, to: 1)
        gauge.add(leak, amount: 1)
        histogram.observe(leak, value: 1)
        counter.increment(Anything(rawValue: "known"))
        #expect(!registry.text().contains("138"))
        #expect(registry.text().contains(#"c_total{anything="known"} 1"#))
    }

    @Test func `special numbers are written as the format wants`() throws {
        let registry = MetricRegistry()
        let gauge = try registry.gauge("g", help: "G.")
        for (value, text) in [(Double.infinity, "+Inf"), (-.infinity, "-Inf"), (.nan, "NaN"), (1e300, "1e+300"), (-0.5, "-0.5"), (3, "3")] {
            gauge.set(to: value)
            #expect(registry.text().hasSuffix("g \(text)\n"))
        }
    }

    @Test func `wrong set-ups are refused`() throws {
        let registry = MetricRegistry()
        _ = try registry.counter("a_total", help: "A.")
        #expect(throws: MetricRefusal.duplicateName("a_total")) { _ = try registry.gauge("a_total", help: "B.") }
        for name in ["", "1a", "a-b", "a b", "名"] as [StaticString] {
            #expect(throws: MetricRefusal.badName("\(name)")) { _ = try registry.counter(name, help: "") }
        }
        #expect(throws: MetricRefusal.badName("le")) { _ = try registry.counter("b_total", help: "", labels: BadName.self) }
        for buckets in [[1, 1], [2, 1], [.infinity], [.nan]] as [[Double]] {
            #expect(throws: MetricRefusal.badBuckets("h")) { _ = try registry.histogram("h", help: "", buckets: buckets) }
        }
        #expect(registry.text().hasPrefix("# HELP a_total"))
    }

    @Test func `counting from many tasks loses nothing`() async throws {
        let registry = MetricRegistry()
        let counter = try registry.counter("c_total", help: "C.", labels: Outcome.self)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { for _ in 0..<500 { counter.increment(.done) } } }
        }
        #expect(registry.text().contains(#"c_total{outcome="done"} 4000"#))
    }
}
