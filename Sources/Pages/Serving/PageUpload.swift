import AsyncAlgorithms
import HTTPTypes
import Hummingbird
import NIOCore
import Registry
import Web

/// A form with a large file, which is handed on as it comes and never held as a whole. The fields stand before the file.
package struct PageUpload: Sendable {
    private let request: Request
    private let bytesMax: Int

    /// - Parameter bytesMax: of the whole body.
    package init(_ request: Request, bytesMax: Int) {
        self.request = request
        self.bytesMax = bytesMax
    }

    /// A form whose file is small, or was left out: its fields and the file's bytes, once all is there.
    package func whole<Value: Sendable>(
        _ work: @escaping @Sendable ([String: String], [UInt8]) async throws -> Value
    ) async throws -> Value {
        try await receive { fields, file in
            var bytes: [UInt8] = []
            for try await piece in file { bytes += piece }
            return try await work(fields, bytes)
        }
    }

    /// Runs `work` once the file begins, with the fields before it and the file as a stream; what it does not read is read away.
    /// Throws `form-unreadable`, `body-too-large`, and what `work` throws.
    package func receive<Value: Sendable>(
        _ work: @escaping @Sendable ([String: String], AsyncThrowingChannel<[UInt8], any Error>) async throws -> Value
    ) async throws -> Value {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > bytesMax { throw Refusal.bodyTooLarge }
        let channel = AsyncThrowingChannel<[UInt8], any Error>()
        let (begun, begins) = AsyncStream<[String: String]>.makeStream()
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                do {
                    try await self.read(into: channel) { begins.yield($0) }
                    channel.finish()
                } catch {
                    channel.fail(error)
                    begins.finish()
                    throw error
                }
                begins.finish()
            }
            guard let fields = await begun.first(where: { _ in true }) else {
                try await group.waitForAll()
                throw Refusal.formUnreadable
            }
            let outcome: Result<Value, any Error>
            do { outcome = .success(try await work(fields, channel)) } catch { outcome = .failure(error) }
            // A browser that may not finish sending shows a broken connection, not the refusal.
            do { for try await _ in channel {} } catch { return try outcome.get() }
            try await group.waitForAll()
            return try outcome.get()
        }
    }

    /// To the end of the body, also once it is known to be refused: a browser that may not finish sending shows a broken connection.
    private func read(
        into channel: AsyncThrowingChannel<[UInt8], any Error>, whenFileBegins begin: ([String: String]) -> Void
    ) async throws {
        var reader = try FormReader(contentType: request.headers[.contentType] ?? "", bytesMax: bytesMax)
        var refusal: Refusal?
        var received = 0
        for try await buffer in request.body {
            received += buffer.readableBytes
            guard received <= bytesMax else { throw Refusal.bodyTooLarge }
            guard refusal == nil else { continue }
            do throws(Refusal) {
                for data in try reader.fileBytes(in: Array(buffer.readableBytesView), begin) { await channel.send(data) }
            } catch {
                refusal = error
            }
        }
        if let refusal { throw refusal }
        try reader.finish()
    }
}

/// The fields of a form, then its file.
private struct FormReader {
    private var parser: MultipartParser
    private var fields: [String: String] = [:]
    private var fieldBytes = 0
    private var hasFile = false
    private var part: MultipartPart?
    private var value: [UInt8] = []

    init(contentType: String, bytesMax: Int) throws(Refusal) {
        do {
            parser = try MultipartParser(contentType: contentType, limits: MultipartLimits(parts: 40, totalBytes: bytesMax))
        } catch {
            throw .formUnreadable
        }
    }

    mutating func fileBytes(in bytes: [UInt8], _ begin: ([String: String]) -> Void) throws(Refusal) -> [[UInt8]] {
        let events: [MultipartEvent]
        do { events = try parser.push(bytes) } catch { throw error == .tooLarge ? .bodyTooLarge : .formUnreadable }
        var file: [[UInt8]] = []
        for event in events {
            switch event {
            case .partBegin(let begun):
                // The file stands last.
                guard !hasFile else { throw .formUnreadable }
                part = begun
                value = []
                guard begun.filename != nil else { continue }
                hasFile = true
                begin(fields)
            case .data(let data) where hasFile: file.append(data)
            case .data(let data):
                value += data
                fieldBytes += data.count
                guard fieldBytes <= PageForm.fieldBytesMax else { throw .bodyTooLarge }
            case .partEnd:
                if let part, part.filename == nil {
                    guard let text = String(validating: value, as: UTF8.self) else { throw .formUnreadable }
                    fields[part.name] = fields[part.name] ?? text
                }
                part = nil
            }
        }
        return file
    }

    mutating func finish() throws(Refusal) {
        do { try parser.finish() } catch { throw .formUnreadable }
    }
}
