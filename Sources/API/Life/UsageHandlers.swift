import Contract
import Records
import Registry
import UseCases
import Web

extension Call {
    func createUsageFile() async throws -> Answer {
        let made = try await installation.createUsageFile(as: principal(), body: uploadedFile())
        return try .json(Wire.UsageFile(made)).located("/v1/usage-files/\(made.id)")
    }

    func listUsageFiles() async throws -> Answer {
        let found = try await installation.listUsageFiles(as: principal(), before: cursorID(), limit: limit)
        return try page(found, keys: { [$0.wire] }, item: { Wire.UsageFile($0) })
    }

    func readUsageFile() async throws -> Answer {
        try .json(Wire.UsageFile(try await installation.readUsageFile(as: principal(), id("usageFile"))))
    }

    func listUsageProblems() async throws -> Answer {
        let found = try await installation.listUsageProblems(
            as: principal(), id("usageFile"), after: cursorNumber() ?? 0, limit: limit)
        return try page(
            found, keys: { [String($0)] }, item: { Wire.UsageProblem(row: $0.row, field: $0.field, code: $0.code) })
    }
}

extension Wire.UsageFile {
    init(_ record: UsageFileRecord) {
        self.init(
            id: record.id.wire, organisation: record.organisation.wire, state: record.state.rawValue, bytes: record.fileBytes,
            format: record.format, rows: record.progress.nextRow, taken: record.progress.taken, unknown: record.progress.unknown,
            failed: record.progress.failed, createdAt: record.createdAt.wire, failure: record.failure, startedAt: record.startedAt?.wire,
            finishedAt: record.finishedAt?.wire)
    }
}
