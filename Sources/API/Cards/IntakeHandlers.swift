import Contract
import HTTPTypes
import Records
import Registry
import Synchronization
import UseCases
import Web

extension Call {
    func createIntake() async throws -> Answer {
        guard let kind = queryWord("kind", as: IntakeKind.self) else { throw Refusal.parameterInvalid }
        let request = IntakeRequest(
            kind: kind, batch: query["batch"], product: query["product"], province: query["province"].flatMap { Int64($0) },
            mapping: query["mapping"] ?? "")
        let made = try await installation.createIntake(as: principal(), request, body: uploadedFile())
        return try .json(Wire.Intake(made, in: language)).located("/v1/intakes/\(made.id)")
    }

    func listIntakes() async throws -> Answer {
        let found = try await installation.listIntakes(as: principal(), before: cursorID(), limit: limit)
        return try page(found, keys: { [$0.wire] }, item: { Wire.Intake($0, in: language) })
    }

    func readIntake() async throws -> Answer {
        try .json(Wire.Intake(try await installation.readIntake(as: principal(), id("intake")), in: language))
    }

    func cancelIntake() async throws -> Answer {
        try .json(Wire.Intake(try await installation.cancelIntake(as: principal(), id("intake")), in: language))
    }

    func listIntakeProblems() async throws -> Answer {
        let keys = try cursorKeys(2)?.compactMap { Int64($0) }
        if let keys, keys.count != 2 { throw Refusal.cursorInvalid }
        let found = try await installation.listIntakeProblems(
            as: principal(), id("intake"), after: keys.map { ProblemCursor(row: $0[0], ordinal: $0[1]) } ?? .start, limit: limit)
        return try page(found, keys: { [String($0.row), String($0.ordinal)] }, item: problem)
    }

    /// The failed rows; the language of its words is the reader's.
    func readRepairFile() async throws -> Answer {
        let kind: RepairForm.Kind = queryWord("form") ?? .csv
        let bytes = Mutex<[UInt8]>([])
        try await installation.readRepairFile(
            as: principal(), id("intake"), RepairForm(kind: kind, isChinese: language == .chinese)
        ) { chunk in bytes.withLock { $0 += chunk } }
        let type = kind == .csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        return Answer(content: .bytes(bytes.withLock { $0 }, type: type))
            .with(.contentDisposition, "attachment; filename=\"repair.\(kind.rawValue)\"")
    }

    private func problem(_ problem: IntakeProblem) -> Wire.IntakeProblem {
        let words = problem.text
        return Wire.IntakeProblem(
            row: problem.row, field: problem.field, code: problem.code, severity: problem.severity.rawValue,
            title: words?.reason.text(in: language) ?? problem.code, otherRow: problem.otherRow, mend: words?.mend.text(in: language))
    }
}
