import Dispatch
import Foundation
import Registry

/// Evidence in a folder: one sealed file a piece.
package struct FolderEvidenceStore: EvidenceStore {
    private let root: String
    // Waiting for the disk is not the business of the threads that serve requests.
    private let threads = DispatchQueue(label: "evidence-files", attributes: .concurrent)

    package init(root: String) {
        self.root = root
    }

    package var home: EvidenceHome { .folder }

    package func location(of id: EvidenceID) -> String { EvidenceLocation.of(id) }

    package func put(_ sealed: [UInt8], at location: String) async throws {
        try await onThread {
            try makeFolders(for: location)
            let final = path(location)
            let draft = final + ".part"
            do {
                try write(sealed, to: draft)
                guard rename(draft, final) == 0 else { throw failure() }
            } catch {
                unlink(draft)
                throw error
            }
            try sync((final as NSString).deletingLastPathComponent)
        }
    }

    package func get(_ location: String) async throws -> [UInt8] {
        try await onThread {
            let descriptor = open(path(location), O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw errno == ENOENT ? EvidenceStoreFailure.missing : failure() }
            let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
            return [UInt8](try file.readToEnd() ?? Data())
        }
    }

    package func exists(_ location: String) async throws -> Bool {
        try await onThread { access(path(location), F_OK) == 0 }
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

    /// Writes and synchronises a file of the owner's alone.
    private func write(_ bytes: [UInt8], to path: String) throws {
        let descriptor = open(path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw failure() }
            rest = rest.dropFirst(written)
        }
        guard fsync(descriptor) == 0 else { throw failure() }
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
