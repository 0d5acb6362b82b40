import CardFiles
import Foundation
import Records
import Registry
import SQLCore
import Vault

/// How a repair file is to be written.
package struct RepairForm: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case xlsx, csv
    }

    package var kind: Kind
    package var isChinese: Bool

    package init(kind: Kind, isChinese: Bool) {
        self.kind = kind
        self.isChinese = isChinese
    }
}

extension TrailAction {
    static let repairFileRead = TrailAction("intake.repair-file-read")
}

extension Installation {
    /// Writes the rows that failed, with what is wrong, made anew from the sealed file; only for who sent the file.
    /// Throws `not-found` (also to everybody else), `intake-running`, `repair-file-expired`, `repair-file-empty`, `file-elsewhere`.
    package func readRepairFile(
        as principal: Principal, _ id: IntakeID, _ form: RepairForm, write: @escaping ([UInt8]) throws -> Void
    ) async throws {
        let (intake, refused) = try await act(as: principal, .repairFileRead, needs: .cardRead) { act in
            let intake = try act.repairable(id)
            act.recording.about(.intake, id)
            return (intake, try act.stockProblems(of: id))
        }
        let key = try await store.read { session in
            try intake.spoolKey.flatMap { try DataKeyRecords.open($0, with: vault, in: session) }
        }
        guard let key else { throw Refusal.repairFileExpired }
        let file = try CardFileReading(IntakeMapping(intake.mapping), today: chinaDay(), settings: settings)
            .open(SealedFileReader(path: spoolPath(of: id), key: key))
        try self.write(file, refused, form, write)
    }

    private func write(
        _ file: CardFile, _ refused: [Int64: [ProblemText]], _ form: RepairForm, _ write: @escaping ([UInt8]) throws -> Void
    ) throws {
        let (first, second) = chance.words()
        let lines = try file.lines(try file.index(seed: HashSeed(first, second)))
        var repair = try RepairFile(
            file.heading, form: form.kind == .csv ? .csv : .xlsx, language: form.isChinese ? .chinese : .english, write: write)
        while let line = try lines.next() {
            switch line {
            case .problem(_, let findings): try repair.row(lines.cells, findings)
            case .card(let card):
                guard let texts = refused[Int64(card.rowNumber)] else { continue }
                let said = texts.map { form.isChinese ? ($0.reason.zh, $0.mend.zh) : ($0.reason.en, $0.mend.en) }
                try repair.row(
                    lines.cells, problem: said.map(\.0).joined(separator: " "), mend: said.map(\.1).joined(separator: " "))
            case .repetition: continue
            }
        }
        try repair.finish()
    }
}

extension Act {
    fileprivate func repairable(_ id: IntakeID) throws -> IntakeRecord {
        guard let intake = try IntakeRecords.find(id, scope: principal.scope, in: session), intake.createdBy == principal.account
        else { throw Refusal.notFound }
        guard intake.state.isFinal else { throw Refusal.intakeRunning }
        guard intake.progress.failed > 0 else { throw Refusal.repairFileEmpty }
        guard intake.spool != nil, let expiry = intake.repairExpiresAt, expiry > now else { throw Refusal.repairFileExpired }
        try installation.demandFile(at: installation.spoolPath(of: id), lost: Refusal.repairFileExpired)
        return intake
    }

    /// What the stock said of rows whose text was in order.
    fileprivate func stockProblems(of id: IntakeID) throws -> [Int64: [ProblemText]] {
        var refused: [Int64: [ProblemText]] = [:]
        for problem in try IntakeProblemRecords.refused(of: id, codes: IntakeProblemCode.allCases.map(\.rawValue), in: session) {
            if let text = problem.text { refused[problem.row, default: []].append(text) }
        }
        return refused
    }
}

extension Refusal {
    package static let intakeRunning = Refusal(
        "intake-running", .conflict, house: .states, en: "The intake has not ended yet.", zh: "入库任务尚未结束。",
        mend: LocalText(en: "Wait until it has ended.", zh: "请等待任务结束。"))

    package static let repairFileEmpty = Refusal(
        "repair-file-empty", .conflict, house: .states, en: "No row failed.", zh: "没有失败的行。",
        mend: LocalText(en: "Nothing is to be mended; go on with the cards.", zh: "无需修正，可继续办理。"))

    package static let repairFileExpired = Refusal(
        "repair-file-expired", .conflict, requirements: ["R-DP-22"], en: "The file was destroyed when its time had passed.",
        zh: "文件已过期销毁。", mend: LocalText(en: "Send the file again.", zh: "请重新上传文件。"))
}
