import Crypto
import Foundation
import Ledger

/// Files of a backup: written once, synchronised, hashed on the way.
enum BackupFile {
    private static let block = 1 << 20

    static func failure() -> POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }

    /// Under its name only when it is whole.
    static func write(_ bytes: [UInt8], to path: String) throws {
        let writer = try BackupWriter(path: path)
        try writer.append(bytes)
        try writer.finish()
    }

    /// Length and SHA-256 (hexadecimal) of a file; hands each block to `body` too.
    @discardableResult
    static func read(_ path: String, _ body: ([UInt8]) throws -> Void = { _ in }) throws -> (bytes: Int64, digest: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure() }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var hash = SHA256()
        var bytes: Int64 = 0
        while let data = try file.read(upToCount: block), !data.isEmpty {
            hash.update(data: data)
            bytes += Int64(data.count)
            try body(Array(data))
        }
        return (bytes, Hex.text(hash.finalize()))
    }

    /// That nothing of a closed database stands outside its file; what an engine leaves beside it goes.
    static func demandOneFile(_ database: String) throws {
        let log = try? FileManager.default.attributesOfItem(atPath: database + "-wal")[.size] as? NSNumber
        guard log?.intValue ?? 0 == 0 else { throw BackupRefusal.databaseInUse }
        for ending in ["-wal", "-shm", ".lock"] { unlink(database + ending) }
    }

    static func makeFolder(_ path: String) throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// Whether nothing is there, or an empty folder.
    static func isFree(_ path: String, besides kept: Set<String> = []) -> Bool {
        guard FileManager.default.fileExists(atPath: path) else { return true }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return false }
        return names.allSatisfy(kept.contains)
    }

    /// The names of all files and folders are on the disk when this returns; the files themselves are synchronised one by one.
    static func synchroniseNames(in folder: String) throws {
        sync()
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure() }
    }
}

/// Writes beside the final name and moves there.
final class BackupWriter {
    private let path: String
    private let file: FileHandle
    private var hash = SHA256()
    private var isFinished = false
    private(set) var bytes: Int64 = 0

    init(path: String) throws {
        self.path = path
        let descriptor = open(path + ".part", O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw BackupFile.failure() }
        file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    deinit { if !isFinished { unlink(path + ".part") } }

    func append(_ data: [UInt8]) throws {
        hash.update(data: data)
        bytes += Int64(data.count)
        try file.write(contentsOf: Data(data))
    }

    /// The SHA-256 of what was written, hexadecimal; durable but for its name.
    @discardableResult
    func finish() throws -> String {
        try file.synchronize()
        guard rename(path + ".part", path) == 0 else { throw BackupFile.failure() }
        isFinished = true
        return Hex.text(hash.finalize())
    }
}

/// The list of a backup's files, as `sha256sum` writes and checks it.
final class BackupList {
    private let writer: BackupWriter
    private(set) var files = 0
    private(set) var bytes: Int64 = 0

    init(path: String) throws { writer = try BackupWriter(path: path) }

    func add(_ name: String, bytes: Int64, digest: String) throws {
        try writer.append(Array("\(digest)  \(name)\n".utf8))
        files += 1
        self.bytes += bytes
    }

    func finish() throws -> String { try writer.finish() }

    /// The entries of a list; nil when a line is none, or leads out of the folder.
    static func entries(_ text: String) -> [(digest: String, name: String)]? {
        var entries: [(digest: String, name: String)] = []
        for line in text.split(separator: "\n") {
            guard line.utf8.count > 66, line.dropFirst(64).hasPrefix("  ") else { return nil }
            let name = String(line.dropFirst(66))
            guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else { return nil }
            entries.append((String(line.prefix(64)), name))
        }
        return entries
    }
}
