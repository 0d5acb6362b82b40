import Crypto
import Foundation
import Ledger
import Registry
import Synchronization
import UseCases

/// How long and how often a request is tried.
package struct S3Patience: Hashable, Sendable {
    package var seconds: Int64 = 15
    package var tries: Int = 3
    package var requestsMax: Int = 16
    /// The first wait; each further one is twice as long, and chance takes up to half of it.
    package var firstWait: Duration = .milliseconds(200)

    package init() {}
}

/// Speaks to one bucket. All it asks may be asked again without harm, so what fails by chance is tried again.
package final class S3Client: Sendable {
    private let place: S3Place
    private let source: S3CredentialSource
    private let credentials: Mutex<S3Credentials>
    private let transport: any S3Transport
    private let clock: any Clock
    private let patience: S3Patience
    private let gate: RequestGate

    /// Throws `S3CredentialRefusal`.
    package init(
        _ place: S3Place, credentials source: S3CredentialSource, transport: any S3Transport, clock: any Clock = SystemClock(),
        patience: S3Patience = S3Patience()
    ) throws {
        self.place = place
        self.source = source
        credentials = Mutex(try source.load())
        self.transport = transport
        self.clock = clock
        self.patience = patience
        gate = RequestGate(patience.requestsMax, waiting: patience.requestsMax * 8)
    }

    package func close() async { await transport.close() }

    /// - Parameters:
    ///   - location: the object's, or nil for the bucket.
    ///   - accepted: statuses that are answers, not failures.
    /// Throws `EvidenceStoreFailure`.
    func send(
        _ method: String, _ location: String?, query: [(name: String, value: String)] = [], headers: [(name: String, value: String)] = [],
        body: [UInt8] = [], accepted: Set<Int>, bodyMax: Int = 1 << 20
    ) async throws -> S3Answer {
        do {
            return try await gate.pass { [self] in
                try await patiently(method, location, query: query, headers: headers, body: body, accepted: accepted, bodyMax: bodyMax)
            }
        } catch is RequestGateFull {
            throw EvidenceStoreFailure.unavailable("too many requests wait")
        }
    }

    private func patiently(
        _ method: String, _ location: String?, query: [(name: String, value: String)], headers: [(name: String, value: String)],
        body: [UInt8], accepted: Set<Int>, bodyMax: Int
    ) async throws -> S3Answer {
        var tries = 1
        var hasReloaded = false
        while true {
            do {
                let request = signed(method, location, query, headers, body)
                let answer = try await transport.send(request, seconds: patience.seconds, bodyMax: bodyMax)
                if accepted.contains(answer.status) { return answer }
                throw Self.failure(answer)
            } catch EvidenceStoreFailure.unavailable(let why) {
                guard tries < patience.tries else { throw EvidenceStoreFailure.unavailable(why) }
                try await Task.sleep(for: wait(after: tries))
                tries += 1
            } catch let failure as EvidenceStoreFailure {
                // Credentials in a file may have been renewed meanwhile.
                guard case .refused = failure, !hasReloaded, reload() else { throw failure }
                hasReloaded = true
            }
        }
    }

    private func wait(after tries: Int) -> Duration {
        patience.firstWait * Double(1 << min(tries - 1, 6)) * Double.random(in: 0.5...1)
    }

    /// Whether other credentials were found.
    private func reload() -> Bool {
        guard let fresh = try? source.load() else { return false }
        return credentials.withLock { known in
            defer { known = fresh }
            return known != fresh
        }
    }

    private func signed(
        _ method: String, _ location: String?, _ query: [(name: String, value: String)], _ headers: [(name: String, value: String)],
        _ body: [UInt8]
    ) -> S3Request {
        let credentials = credentials.withLock { $0 }
        let time = SigningTime.text(clock.now())
        let hash = Hex.text(SHA256.hash(data: body))
        var all =
            headers + [(name: "host", value: place.host), (name: "x-amz-content-sha256", value: hash), (name: "x-amz-date", value: time)]
        if let token = credentials.sessionToken { all.append((name: "x-amz-security-token", value: token)) }
        let request = SignedRequest(method: method, path: place.path(of: location), query: query, headers: all, payloadHash: hash)
        let signature = RequestSignature(credentials: credentials, region: place.region, service: "s3", time: time)
        all.append((name: "authorization", value: signature.authorization(of: request)))
        let target = PercentEncoding.path(request.path) + (query.isEmpty ? "" : "?" + PercentEncoding.query(query))
        return S3Request(method: method, url: place.origin + target, headers: all, body: body)
    }

    /// What a status means that was not asked for. The service's code is a word of its own; nothing else of its answer is repeated.
    private static func failure(_ answer: S3Answer) -> EvidenceStoreFailure {
        let text = String(decoding: answer.body.prefix(4_096), as: UTF8.self)
        let code = S3Listing.values(of: "Code", in: text).first.map { String($0.prefix(60)) } ?? "no code"
        return switch answer.status {
        case 404 where code != "NoSuchBucket": .missing
        case 408, 429, 500...599: .unavailable("\(answer.status) \(code)")
        default: .refused("\(answer.status) \(code)")
        }
    }
}

/// The time as signatures write it: UTC, `yyyyMMdd'T'HHmmss'Z'`.
enum SigningTime {
    static func text(_ instant: Instant) -> String {
        var seconds = time_t(instant.milliseconds / 1_000)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let day = "\(parts.tm_year + 1_900)\(two(parts.tm_mon + 1))\(two(parts.tm_mday))"
        return "\(day)T\(two(parts.tm_hour))\(two(parts.tm_min))\(two(parts.tm_sec))Z"
    }
}
