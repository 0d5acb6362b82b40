import Crypto
import Foundation

/// A file that never stands in clear: chunks of 64 KiB, each sealed and bound to its place and to whether it is the last,
/// so that a cut, reordered or swapped file does not open. Reads at any offset.
///
/// Layout: suite byte, then for every chunk nonce (12), ciphertext, tag (16).
package enum SealedFile {
    package static let chunkBytes = 65_536
    static let overheadBytes = 28

    static func associatedData(_ key: DataKey, chunk: Int, isLast: Bool) -> [UInt8] {
        Array("sealed-file\u{0}".utf8) + key.id + withUnsafeBytes(of: UInt64(chunk).bigEndian) { Array($0) } + [isLast ? 1 : 0]
    }
}

/// Writes a sealed file beside its final name; `finish` makes it durable and moves it there.
package final class SealedFileWriter {
    private let path: String
    private let key: DataKey
    private let descriptor: Int32
    private var pending: [UInt8] = []
    private var chunk = 0
    private var isFinished = false
    package private(set) var plainBytes = 0

    /// Throws `POSIXError` when the file cannot be made.
    package init(path: String, key: DataKey) throws {
        self.path = path
        self.key = key
        descriptor = open(path + ".part", O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        try write([Suite.international.rawValue])
    }

    deinit {
        close(descriptor)
        if !isFinished { unlink(path + ".part") }
    }

    package func append(_ bytes: UnsafeRawBufferPointer) throws {
        plainBytes += bytes.count
        pending.append(contentsOf: bytes)
        // A full chunk waits until more follows, because the last one is sealed as the last.
        while pending.count > SealedFile.chunkBytes {
            try seal(Array(pending.prefix(SealedFile.chunkBytes)), isLast: false)
            pending.removeFirst(SealedFile.chunkBytes)
        }
    }

    package func append(_ bytes: [UInt8]) throws {
        try bytes.withUnsafeBytes { try append($0) }
    }

    package func finish() throws {
        try seal(pending, isLast: true)
        guard fsync(descriptor) == 0, rename(path + ".part", path) == 0 else {
            throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
        isFinished = true
        try syncFolder()
    }

    private func syncFolder() throws {
        let folder = open((path as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }

    private func seal(_ plain: [UInt8], isLast: Bool) throws {
        let box = try AES.GCM.seal(
            plain, using: key.key, authenticating: SealedFile.associatedData(key, chunk: chunk, isLast: isLast))
        try write(Array(box.nonce) + Array(box.ciphertext) + Array(box.tag))
        chunk += 1
    }

    private func write(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 else {
                if errno == EINTR { continue }
                throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
            }
            rest = rest.dropFirst(written)
        }
    }
}

/// Reads a sealed file at any offset; used by one thread at a time.
package final class SealedFileReader: @unchecked Sendable {
    private let descriptor: Int32
    private let key: DataKey
    private let chunks: Int
    package let count: Int
    private var cachedChunk = -1
    private var cached: [UInt8] = []

    /// Throws `POSIXError` when the file is missing, `KeyRefusal.notOpened` when it is not what was written.
    package init(path: String, key: DataKey) throws {
        self.key = key
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .ENOENT) }
        let stored = Int(lseek(descriptor, 0, SEEK_END)) - 1
        let sealedChunk = SealedFile.chunkBytes + SealedFile.overheadBytes
        chunks = (stored + sealedChunk - 1) / sealedChunk
        count = stored - chunks * SealedFile.overheadBytes
        guard chunks > 0, count >= 0 else { throw KeyRefusal.notOpened }
        try load(chunks - 1)
    }

    deinit { close(descriptor) }

    /// Fills the buffer from `offset`; returns how many bytes there were.
    package func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        var done = 0
        while done < buffer.count, offset + done < count {
            let position = offset + done
            try load(position / SealedFile.chunkBytes)
            let start = position % SealedFile.chunkBytes
            let taken = min(cached.count - start, buffer.count - done)
            cached.withUnsafeBytes { source in
                UnsafeMutableRawBufferPointer(rebasing: buffer[done...]).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: source[start..<(start + taken)]))
            }
            done += taken
        }
        return done
    }

    package func readAll() throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        _ = try bytes.withUnsafeMutableBytes { try read(at: 0, into: $0) }
        return bytes
    }

    private func load(_ chunk: Int) throws {
        guard chunk != cachedChunk else { return }
        let sealedChunk = SealedFile.chunkBytes + SealedFile.overheadBytes
        var sealed = [UInt8](repeating: 0, count: sealedChunk)
        let got = sealed.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, off_t(1 + chunk * sealedChunk)) }
        guard got >= SealedFile.overheadBytes else { throw KeyRefusal.notOpened }
        do {
            let box = try AES.GCM.SealedBox(combined: sealed.prefix(got))
            let plain = try AES.GCM.open(
                box, using: key.key,
                authenticating: SealedFile.associatedData(key, chunk: chunk, isLast: chunk == chunks - 1))
            cached = [UInt8](plain)
            cachedChunk = chunk
        } catch {
            throw KeyRefusal.notOpened
        }
    }
}
