import Foundation
import NIOCore

/// A file in pieces, read when the network has room for them.
struct FileChunks: AsyncSequence, Sendable {
    static let chunkBytes = 256 << 10

    let path: String
    /// The file's size when the call was made; a file that grows meanwhile is sent as it was long.
    let bytes: Int64
    private let sent: @Sendable (Int64) -> Void

    init(path: String, sent: @escaping @Sendable (Int64) -> Void) throws(ClientFailure) {
        do {
            let facts = try FileManager.default.attributesOfItem(atPath: path)
            guard facts[.type] as? FileAttributeType == .typeRegular,
                let size = facts[.size] as? Int64 ?? (facts[.size] as? Int).map(Int64.init)
            else { throw ClientFailure.file(path: path, reason: "not a regular file") }
            bytes = size
        } catch let failure as ClientFailure {
            throw failure
        } catch {
            throw .file(path: path, reason: error.localizedDescription)
        }
        self.path = path
        self.sent = sent
    }

    func makeAsyncIterator() -> Iterator { Iterator(path: path, rest: bytes, sent: sent) }

    struct Iterator: AsyncIteratorProtocol {
        let path: String
        var rest: Int64
        let sent: @Sendable (Int64) -> Void
        private var file: FileHandle?

        init(path: String, rest: Int64, sent: @escaping @Sendable (Int64) -> Void) {
            self.path = path
            self.rest = rest
            self.sent = sent
        }

        mutating func next() async throws -> ByteBuffer? {
            guard rest > 0 else { return nil }
            let file = try file ?? FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            self.file = file
            guard let data = try file.read(upToCount: Int(Swift.min(rest, Int64(FileChunks.chunkBytes)))), !data.isEmpty else {
                throw ClientFailure.file(path: path, reason: "it became shorter while it was sent")
            }
            rest -= Int64(data.count)
            sent(Int64(data.count))
            return ByteBuffer(bytes: data)
        }
    }
}
