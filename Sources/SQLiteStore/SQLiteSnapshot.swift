import Foundation
import SQLCore

extension SQLiteStore: FileSnapshots {
    /// One snapshot, however long it takes and however much is written meanwhile; the copy has no free pages.
    package func snapshot(to path: String) async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            let source = self.path
            let dialect = self.dialect
            Thread.detachNewThread {
                continuation.resume(
                    with: Result {
                        let connection = try SQLiteConnection(path: source, readOnly: true, dialect: dialect)
                        try connection.run("VACUUM INTO \(path)")
                        try Self.synchronise(path)
                    })
            }
        }
    }

    private static func synchronise(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SQLFailure(.inputOutput, "the snapshot cannot be opened (errno \(errno))") }
        defer { Foundation.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw SQLFailure(.inputOutput, "the snapshot cannot be synchronised (errno \(errno))") }
    }
}
