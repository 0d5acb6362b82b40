import Synchronization
import Web

/// Counts of requests, in the text format of Prometheus (exposition format 0.0.4).
package final class Figures: RequestFigures {
    private struct Key: Hashable, Comparable {
        let method: String
        let path: String
        let status: Int

        static func < (left: Key, right: Key) -> Bool { (left.path, left.method, left.status) < (right.path, right.method, right.status) }
    }

    private struct Sum {
        var count = 0
        var seconds = 0.0
    }

    private let sums = Mutex<[Key: Sum]>([:])

    package init() {}

    package func answered(method: String, path: String, status: Int, seconds: Double) {
        sums.withLock {
            $0[Key(method: method, path: path, status: status), default: Sum()].count += 1
            $0[Key(method: method, path: path, status: status), default: Sum()].seconds += seconds
        }
    }

    package func text() -> String {
        let rows = sums.withLock { $0.sorted { $0.key < $1.key } }
        var lines = ["# HELP http_requests_total Requests answered.", "# TYPE http_requests_total counter"]
        lines += rows.map { "http_requests_total{\(Self.labels($0.key))} \($0.value.count)" }
        lines += ["# HELP http_request_seconds_total Time spent answering.", "# TYPE http_request_seconds_total counter"]
        lines += rows.map { "http_request_seconds_total{\(Self.labels($0.key))} \($0.value.seconds)" }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func labels(_ key: Key) -> String {
        "method=\"\(key.method)\",path=\"\(key.path)\",status=\"\(key.status)\""
    }
}
