import Dispatch
import Foundation
import Registry
import Vault

/// Evidence in a folder: one sealed file a piece, fanned out over two levels by the last bytes of its id, which are chance.
package struct FolderEvidenceStore: EvidenceStore {
    private let root: String
    // Waiting for the disk is not the business of the threads that serve requests.
    private let threads = DispatchQueue(label: "evidence-files", attributes: .concurrent)

    package init(root: String) {
        self.root = root
    }

    package func location(of id: EvidenceID) -> String {
        let text = id.description
        return "\(text.suffix(2))/\(text.suffix(4).prefix(2))/\(text)"
    }

    package func write(_ bytes: [UInt8], under key: DataKey, at location: String) async throws {
        try await onThread {
            try makeFolders(for: location)
            let writer = try SealedFileWriter(path: path(location), key: key)
            var position = 0
            while position < bytes.count {
                let end = min(position + SealedFile.chunkBytes, bytes.count)
                try writer.append(Array(bytes[position..<end]))
                position = end
            }
            try writer.finish()
        }
    }

    package func read(_ location: String, under key: DataKey) async throws -> [UInt8] {
        try await onThread { try SealedFileReader(path: path(location), key: key).readAll() }
    }

    package func remove(_ location: String) async throws {
        try await onThread {
            guard unlink(path(location)) == 0 || errno == ENOENT else { throw failure() }
        }
    }

    package func everyPiece(_ body: ([(id: EvidenceID, location: String)]) async throws -> Void) async throws {
        for outer in try await names(in: root) {
            for inner in try await names(in: "\(root)/\(outer)") {
                let pieces = try await names(in: "\(root)/\(outer)/\(inner)").compactMap { name in
                    EvidenceID(name.prefix(36)).map { (id: $0, location: "\(outer)/\(inner)/\(name)") }
                }
                if !pieces.isEmpty { try await body(pieces) }
            }
        }
    }

    private func names(in folder: String) async throws -> [String] {
        try await onThread { (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? [] }
    }

    private func path(_ location: String) -> String { "\(root)/\(location)" }

    /// New folders are made durable too: a file in a folder that a power cut forgets is lost.
    private func makeFolders(for location: String) throws {
        var folder = root
        for part in location.split(separator: "/").dropLast() {
            let parent = folder
            folder += "/\(part)"
            if mkdir(folder, 0o700) == 0 {
                try sync(parent)
            } else if errno != EEXIST {
                throw failure()
            }
        }
    }

    private func sync(_ folder: String) throws {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure() }
    }

    private func failure() -> POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }

    private func onThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            threads.async { continuation.resume(with: Result { try work() }) }
        }
    }
}
