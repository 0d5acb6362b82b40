import Foundation
import Ledger
import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let usageFileCreated = TrailAction("usage-file.created")
    static let usageFileEnded = TrailAction("usage-file.ended")
}

extension Installation {
    /// Keeps a file of what cards used sealed and queues it. CSV, XLSX or JSON lines; late, repeated and in any order.
    /// Throws `usage-heading`, `file-empty`, `file-too-large`, and what is wrong with the file as a table.
    package func createUsageFile<Body: AsyncSequence & Sendable>(
        as principal: Principal, body: Body
    ) async throws -> UsageFileRecord where Body.Element == [UInt8] {
        try principal.demand(.usageWrite)
        let id: UsageFileID = fresh()
        let (key, wrapped) = try freshDataKey()
        let path = spoolPath(of: id.retyped())
        let file = try await spool(body, to: path, under: key)
        do {
            let reading = UsageReading(today: try chinaDay(), now: now())
            let (_, format) = try UsageSources.open(SealedFileReader(path: path, key: key), reading, rowsMax: settings.usageRowsMax)
            return try await act(as: principal, .usageFileCreated, needs: .usageWrite) { act in
                guard let seat = try CustodyRecords.seat(of: principal.organisation, in: act.session) else { throw Refusal.notFound }
                try DataKeyRecords.insert(key, wrapped, at: act.now, in: act.session)
                let record = UsageFileRecord(
                    id: id, organisation: principal.organisation, path: seat.path, spool: id.description, spoolKey: key.id,
                    fileHash: file.hash, fileBytes: file.bytes, format: format, createdBy: principal.account, createdAt: act.now)
                try UsageFileRecords.insert(record, in: act.session)
                act.recording.about(.usage, id)
                act.recording.note("bytes", .integer(file.bytes))
                act.recording.note("sha256", .string(Hex.text(file.hash)))
                return record
            }
        } catch {
            try? FileManager.default.removeItem(atPath: path)
            throw error
        }
    }

    package func readUsageFile(as principal: Principal, _ id: UsageFileID) async throws -> UsageFileRecord {
        try await look(as: principal, needs: .usageWrite) { session in
            guard let found = try UsageFileRecords.find(id, scope: principal.scope, in: session) else { throw Refusal.notFound }
            return found
        }
    }

    /// Newest first.
    package func listUsageFiles(
        as principal: Principal, before cursor: UsageFileID? = nil, limit: Int? = nil
    ) async throws -> Page<UsageFileRecord, UsageFileID> {
        let limit = settings.rows(limit)
        return try await look(as: principal, needs: .usageWrite) { session in
            Page(try UsageFileRecords.page(before: cursor, scope: principal.scope, limit: limit + 1, in: session), limit: limit) { $0.id }
        }
    }

    /// Lines that were left out, by their place; never their content.
    package func listUsageProblems(
        as principal: Principal, _ id: UsageFileID, after row: Int64 = 0, limit: Int? = nil
    ) async throws -> Page<UsageProblem, Int64> {
        let limit = settings.rows(limit)
        return try await look(as: principal, needs: .usageWrite) { session in
            guard try UsageFileRecords.find(id, scope: principal.scope, in: session) != nil else { throw Refusal.notFound }
            return Page(try UsageFileRecords.problems(of: id, after: row, limit: limit + 1, in: session), limit: limit) { $0.row }
        }
    }
}
