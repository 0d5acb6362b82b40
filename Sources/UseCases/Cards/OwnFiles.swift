import Foundation
import Logging
import Records
import Registry
import SQLCore

extension Installation {
    /// After so long a file is told of that no server has taken up.
    static let leftSeconds: Int64 = 600

    /// Takes the oldest file that waits; where several servers share the store, of those that lie in this one's own folder, so that nobody
    /// takes up what another has. Nothing is written where there is none.
    ///
    /// - Parameter waiting: what waits, the oldest first.
    /// - Parameter lease: answers nil where another worker came between.
    func leaseFile<Taken: Sendable>(
        of waiting: @Sendable (any Session) throws -> [IntakeID],
        by lease: @escaping @Sendable (IntakeID, any Session) throws -> Taken?
    ) async throws -> Taken? {
        // Without other servers a file that is not here is lost, and whoever takes it up says so.
        for id in try await store.read(waiting) where !sharesStore || hasFile(id) {
            if let taken = try await store.write({ try lease(id, $0) }) { return taken }
        }
        return nil
    }

    private func hasFile(_ id: IntakeID) -> Bool { FileManager.default.fileExists(atPath: spoolPath(of: id)) }

    /// Throws `file-elsewhere` where another server may have the file, and `lost` where there is no other.
    func demandFile(at path: String, lost: Refusal) throws {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        throw sharesStore ? Refusal.fileElsewhere : lost
    }

    /// Files of cards or of their use that have waited for over ten minutes and do not lie here, where they would wait behind others.
    package func filesLeft() async throws -> Int {
        let horizon = now().adding(seconds: -Self.leftSeconds)
        return try await store.read { try WorkloadRecords.filesLeft(since: horizon, in: $0) }.count { !hasFile($0) }
    }

    /// Says in the log that files wait for the server that has them.
    package func tellFilesLeft() async throws {
        guard sharesStore else { return }
        let count = try await filesLeft()
        if count > 0 {
            log.warning(
                "files of cards or of use have waited for over ten minutes: look whether the server in whose data folder they lie runs",
                metadata: ["files": "\(count)"])
        }
    }
}

extension Refusal {
    package static let fileElsewhere = Refusal(
        "file-elsewhere", .temporary, house: .availability, en: "The file lies with another server.", zh: "文件位于另一台服务器。",
        mend: LocalText(
            en: "Try again: another server may answer. If this lasts, tell the operator that a server is missing.",
            zh: "请重试，可能由另一台服务器响应；如持续出现，请告知运维人员有服务器未运行。")
    ).retry(afterSeconds: 5)
}
