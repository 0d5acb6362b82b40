import HTTPTypes
import Hummingbird
import Ledger
import NIOCore
import Registry
import Web

/// Bodies: of a type the operation takes, no larger than it takes, and, where JSON, of the contract's shape.
enum BodyReading {
    /// Throws `content-type-not-taken`, `body-missing`. An operation that takes no body is not asked.
    static func checkType(_ headers: HTTPFields, takes: [String]) throws(Refusal) {
        guard !takes.isEmpty else { return }
        guard let header = headers[.contentType] else {
            throw headers[.contentLength] == "0" ? .bodyMissing : .typeNotTaken
        }
        // Written as we write it, by nearly everybody.
        if takes.contains(header) { return }
        let media = header.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
        guard takes.contains(media) else { throw .typeNotTaken }
    }

    /// Refuses by the length announced, before a byte is read.
    static func checkLength(_ headers: HTTPFields, limit: Int) throws(Refusal) {
        guard let length = headers[.contentLength].flatMap({ Int($0) }) else { return }
        guard length <= limit else { throw .bodyTooLarge }
    }

    static func collect(_ body: RequestBody, limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await buffer in body {
            guard bytes.count + buffer.readableBytes <= limit else { throw Refusal.bodyTooLarge }
            bytes.append(contentsOf: buffer.readableBytesView)
        }
        return bytes
    }

    /// What the body says. Throws `body-not-json` or `body-invalid` with one finding a field.
    static func judged(_ bytes: [UInt8], _ shape: Shape, limit: Int) throws(Refusal) -> JSONValue {
        guard !bytes.isEmpty else { throw .bodyMissing }
        let value: JSONValue
        do {
            value = try JSONValue(parsing: bytes, limits: JSONLimits(size: limit, depth: 32))
        } catch {
            throw .bodyNotJSON
        }
        let findings = ShapeJudge.findings(value, shape)
        guard findings.isEmpty else { throw .bodyInvalid.with(details: findings) }
        return value
    }

    /// A body that is read as it comes and ends with `body-too-large` beyond the limit.
    static func limited(_ body: RequestBody, to limit: Int) -> RequestBody {
        RequestBody(asyncSequence: LimitedBody(base: body, limit: limit))
    }
}

private struct LimitedBody: AsyncSequence, Sendable {
    let base: RequestBody
    let limit: Int

    struct AsyncIterator: AsyncIteratorProtocol {
        var base: RequestBody.AsyncIterator
        var left: Int

        mutating func next() async throws -> ByteBuffer? {
            guard let buffer = try await base.next() else { return nil }
            left -= buffer.readableBytes
            guard left >= 0 else { throw Refusal.bodyTooLarge }
            return buffer
        }
    }

    func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(base: base.makeAsyncIterator(), left: limit)
    }
}
