import Foundation
import Ledger
import Records
import Registry
import SQLCore
import Vault

extension Installation {
    /// Takes the oldest queued or orphaned intake and carries it to its end; false when there was none.
    package func runNextIntake() async throws -> Bool {
        guard let run = try await leaseIntake() else { return false }
        try await run.toEnd()
        return true
    }

    package func leaseIntake() async throws -> IntakeRun? {
        let now = now()
        let until = now.adding(seconds: settings.intakeLeaseSeconds)
        let intake = try await leaseFile(
            of: { try IntakeRecords.waiting(at: now, in: $0) },
            by: { try IntakeRecords.lease($0, at: now, until: until, in: $1) })
        return intake.map { IntakeRun(installation: self, intake: $0) }
    }
}

/// One worker's hold on one intake.
package struct IntakeRun: Sendable {
    let installation: Installation
    package let intake: IntakeRecord

    package func toEnd() async throws {
        do {
            try await takeIn()
            try await end(.done)
        } catch let refusal as Refusal {
            try await end(.failed, failure: refusal.code)
        } catch is IntakeSuperseded {
            // Another worker has it, or will, or somebody cancelled it: what was done is on record.
        }
    }

    /// While one stretch is written, the next is read. Stops after `commitsMax`, as a process does that is killed.
    package func takeIn(commitsMax: Int = .max) async throws {
        let source = try await open()
        var commits = 0
        let rowsTotal = try await prepare(source)
        var position = intake.progress.nextRow
        var next = try source.stretch(from: position, limit: installation.settings.intakeCommitRows)
        while let stretch = next, commits < commitsMax {
            commits += 1
            let from = position
            async let written: Void = commit(stretch, from: from, rowsTotal: rowsTotal)
            next = try source.stretch(from: stretch.nextRow, limit: installation.settings.intakeCommitRows)
            try await written
            position = stretch.nextRow
        }
    }

    /// The first pass over the file, which writes nothing: meanwhile the hold is renewed.
    private func prepare(_ source: any IntakeSource) async throws -> Int64 {
        let (steps, read) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        async let renewed: Void = renewing(while: steps)
        defer { read.finish() }
        let rows = try source.prepare { read.yield() }
        read.finish()
        try await renewed
        return rows
    }

    private func renewing(while steps: AsyncStream<Void>) async throws {
        var renewal = LeaseRenewal(run: self)
        for await _ in steps { try await renewal.renewIfDue() }
    }

    /// One commit; throws `IntakeSuperseded` when the intake is no longer this worker's.
    package func commit(_ stretch: IntakeBatch, from position: Int64, rowsTotal: Int64?) async throws {
        let custody: CustodyActID = installation.fresh()
        let intake = intake
        try await installation.act(as: principal, .intakeCommitted, needs: nil) { act in
            let custodian = Custodian(organisation: intake.organisation, path: intake.path, standing: intake.kind.standing)
            let sealing = PriorSealing(act: act)
            let commit = IntakeCommit(
                recording: act.recording, intake: intake, custodian: custodian, act: custody,
                problemsMax: act.installation.settings.intakeProblemsMax, seal: sealing.seal)
            let leaseUntil = act.now.adding(seconds: act.installation.settings.intakeLeaseSeconds)
            _ = try commit.write(stretch, from: position, rowsTotal: rowsTotal, leaseUntil: leaseUntil)
        }
    }

    /// The worker acts for whoever sent the file, and says so.
    private var principal: Principal {
        Principal(
            account: intake.createdBy, organisation: intake.organisation, permissions: [],
            scope: .subtree(organisation: intake.organisation, path: intake.path), means: .system)
    }

    private func open() async throws -> any IntakeSource {
        let intake = intake
        let installation = installation
        let (key, products) = try await installation.store.read { session in
            (
                try intake.spoolKey.flatMap { try DataKeyRecords.open($0, with: installation.vault, in: session) },
                try ProductRecords.active(in: session)
            )
        }
        guard let key else { throw Refusal.fileGone }
        let file: SealedFileReader
        do {
            file = try SealedFileReader(path: installation.spoolPath(of: intake.id), key: key)
        } catch is POSIXError {
            // Another server ended it and took the file away, or it lies there: nobody is told that it failed.
            if installation.sharesStore { throw IntakeSuperseded() }
            throw Refusal.fileGone
        } catch is KeyRefusal {
            throw Refusal.fileGone
        }
        return try CardFileSource(
            file: file, intake: intake, products: products, today: installation.chinaDay(), settings: installation.settings,
            chance: installation.chance)
    }

    package func end(_ state: IntakeState, failure: String? = nil) async throws {
        let intake = intake
        try await installation.act(as: principal, .intakeEnded, needs: nil) { act in
            guard let current = try IntakeRecords.find(intake.id, scope: .everything, in: act.session) else { throw IntakeSuperseded() }
            let keeps = state == .done && current.progress.failed > 0
            let expiry = keeps ? act.now.adding(seconds: act.installation.settings.repairFileHours * 3_600) : act.now
            guard try IntakeRecords.finish(intake.id, state, failure: failure, repairExpiresAt: expiry, at: act.now, in: act.session)
            else { throw IntakeSuperseded() }
            act.recording.about(.intake, intake.id)
            act.recording.note("failed", .integer(current.progress.failed))
            act.recording.note("known", .integer(current.progress.known))
            act.recording.note("state", .string(state.rawValue))
            act.recording.note("taken", .integer(current.progress.taken))
            if let failure { act.recording.note("failure", .string(failure)) }
        }
        try await installation.destroyExpiredFiles()
    }
}

/// Seals what is known of persons under one key a commit, made when the first of them comes.
private final class PriorSealing {
    private let act: Act
    private var key: DataKey?

    init(act: Act) {
        self.act = act
    }

    func seal(_ plain: [UInt8], of subscription: Int64) throws -> (sealed: [UInt8], key: [UInt8]) {
        let key = try self.key ?? act.freshDataKey()
        self.key = key
        let row = (0..<8).map { UInt8(truncatingIfNeeded: subscription >> (56 - 8 * $0)) }
        let place = SealedPlace(table: "prior_record", column: "sealed", row: row)
        return (try act.installation.vault.seal(plain, under: key, at: place), key.id)
    }
}

extension Refusal {
    static let fileGone = Refusal(
        "file-gone", .conflict, house: .memory, en: "The file is not there any more.", zh: "文件已不存在。",
        mend: LocalText(en: "Send it again.", zh: "请重新上传。"))
}
