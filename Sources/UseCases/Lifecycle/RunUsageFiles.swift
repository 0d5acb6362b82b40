import Foundation
import Ledger
import Records
import Registry
import SQLCore
import Vault

extension Installation {
    /// Carries the oldest file of use that waits to its end; false when there was none.
    package func runNextUsageFile() async throws -> Bool {
        let now = now()
        let until = now.adding(seconds: settings.intakeLeaseSeconds)
        let file = try await leaseFile(
            of: { try UsageFileRecords.waiting(at: now, in: $0).map { $0.retyped() } },
            by: { try UsageFileRecords.lease($0.retyped(), at: now, until: until, in: $1) })
        guard let file else { return false }
        try await UsageRun(installation: self, file: file).toEnd()
        return true
    }
}

/// Another worker has this file, or will; nothing of the stretch was written.
private struct UsageSuperseded: Error {}

/// Of the stretch nothing was written: cards are to be brought back with it.
private struct CycleBegunWrongly: Error {}

/// One worker's hold on one file of use. What it has done is kept stretch by stretch, so that whoever goes on repeats at most one; and a
/// stretch done twice changes nothing.
package struct UsageRun: Sendable {
    let installation: Installation
    package let file: UsageFileRecord

    package init(installation: Installation, file: UsageFileRecord) {
        self.installation = installation
        self.file = file
    }

    package func toEnd() async throws {
        do {
            try await takeIn()
            try await look()
            try await end(.done)
        } catch let refusal as Refusal {
            try await end(.failed, failure: refusal.code)
        } catch is UsageSuperseded {}
    }

    private struct Stretch: Sendable {
        var facts: [CardNumber: UsageSummary] = [:]
        /// Each use, of which `facts` keep the last.
        var uses: [CardNumber: [Instant]] = [:]
        var lines: [CardNumber: Int64] = [:]
        var problems: [UsageProblem] = []
        var nextRow: Int64

        func uses(of cards: [CardNumber: Int64]) -> [Int64: [Instant]] {
            var found: [Int64: [Instant]] = [:]
            for (number, card) in cards { found[card, default: []] += uses[number] ?? [] }
            return found
        }
    }

    /// Stops after `commitsMax` stretches, as a process does that is killed.
    package func takeIn(commitsMax: Int = .max) async throws {
        let source = try await open()
        var position = file.progress.nextRow
        for _ in 0..<commitsMax {
            guard let stretch = try Self.stretch(of: source, after: position, limit: installation.settings.intakeCommitRows) else { return }
            try await commit(stretch, from: position)
            position = stretch.nextRow
        }
    }

    private static func stretch(of source: any UsageSource, after position: Int64, limit: Int) throws -> Stretch? {
        var stretch = Stretch(nextRow: position)
        var rows = 0
        while rows < limit, let row = try source.next() {
            guard row.row > position else { continue }
            rows += 1
            stretch.nextRow = row.row
            if let problem = row.problem { stretch.problems.append(problem) }
            guard let number = row.number, let fact = row.fact else { continue }
            stretch.lines[number, default: 0] += 1
            stretch.uses[number, default: []].append(fact.at)
            let summary = UsageSummary(fact)
            if stretch.facts[number] == nil { stretch.facts[number] = summary } else { stretch.facts[number]?.merge(summary) }
        }
        return rows == 0 ? nil : stretch
    }

    private func commit(_ stretch: Stretch, from position: Int64) async throws {
        let (run, now) = (self, installation.now())
        do {
            try await installation.store.write { session in
                let cards = try UsageRecords.cards(Set(stretch.facts.keys), in: session)
                let late = try UsedInTime(stretch.uses(of: cards), in: session)
                guard late.cancelling.isEmpty else { throw CycleBegunWrongly() }
                try run.write(stretch, of: cards, late, from: position, at: now, in: session)
            }
        } catch is CycleBegunWrongly {
            // Found in the stretch, and not in what is kept of all use: there a later use would hide it.
            try await installation.act(as: .system, .livesSwept, needs: nil) { act in
                let cards = try UsageRecords.cards(Set(stretch.facts.keys), in: act.session)
                let late = try UsedInTime(stretch.uses(of: cards), in: act.session)
                try late.bringBack(in: act)
                try run.write(stretch, of: cards, late, from: position, at: act.now, in: act.session)
                act.recording.about(.usage, run.file.id)
            }
        }
    }

    private func write(
        _ stretch: Stretch, of cards: [CardNumber: Int64], _ late: UsedInTime, from position: Int64, at now: Instant,
        in session: any Session
    ) throws {
        var merged: [Int64: UsageSummary] = [:]
        var progress = UsageProgress(nextRow: stretch.nextRow, failed: Int64(stretch.problems.count))
        for (number, summary) in stretch.facts {
            guard let card = cards[number] else {
                progress.unknown += stretch.lines[number] ?? 0
                continue
            }
            progress.taken += stretch.lines[number] ?? 0
            // A card may be named by two of its numbers.
            if merged[card] == nil { merged[card] = summary } else { merged[card]?.merge(summary) }
        }
        let leaseUntil = now.adding(seconds: installation.settings.intakeLeaseSeconds)
        guard try UsageFileRecords.advance(file.id, from: position, by: progress, leaseUntil: leaseUntil, in: session) else {
            throw UsageSuperseded()
        }
        try UsageRecords.addLooks(try UsageRecords.merge(merged, at: now, in: session), of: file.id, in: session)
        try late.openCases(at: now, in: session)
        try UsageFileRecords.add(stretch.problems, to: file.id, max: installation.settings.intakeProblemsMax, in: session)
    }

    /// Only now, when all lines are known, the cards are looked at whose use may mean something: so the order of the lines does not matter.
    package func look() async throws {
        let file = file
        let limit = installation.settings.sweepCards
        while true {
            let now = installation.now()
            let count = try await installation.store.write { session in
                let cards = try UsageRecords.looks(of: file.id, limit: limit, in: session)
                guard let last = cards.last else { return 0 }
                let lives = try LifeRecords.lives(cards, at: now, in: session)
                // Used in its cycle, it may have been cancelled while the file was read.
                for life in lives where life.standing.state == .cancelled && (life.usage?.lastUse ?? life.since) > life.since {
                    try LifeCaseRecords.open(
                        .init(subscription: life.subscription, openedAt: now, kind: .usedAfterCancellation), in: session)
                }
                try LifeRecords.put(lives.filter { $0.standing.state != .cancelled }.map { $0.due(at: now) }, in: session)
                try UsageRecords.removeLooks(of: file.id, upTo: last, in: session)
                return cards.count
            }
            guard count > 0 else { return }
        }
    }

    private func open() async throws -> any UsageSource {
        let (file, installation) = (file, installation)
        let key = try await installation.store.read { session in
            try file.spoolKey.flatMap { try DataKeyRecords.open($0, with: installation.vault, in: session) }
        }
        guard let key else { throw Refusal.fileGone }
        let reader: SealedFileReader
        do {
            reader = try SealedFileReader(path: installation.spoolPath(of: file.id.retyped()), key: key)
        } catch is POSIXError {
            if installation.sharesStore { throw UsageSuperseded() }
            throw Refusal.fileGone
        } catch is KeyRefusal {
            throw Refusal.fileGone
        }
        // Read as it was when it was sent: a line does not change its verdict because the work was interrupted.
        let reading = UsageReading(today: try installation.chinaDay(), now: file.createdAt)
        return try UsageSources.open(reader, reading, rowsMax: installation.settings.usageRowsMax).source
    }

    private func end(_ state: IntakeState, failure: String? = nil) async throws {
        let file = file
        try await installation.act(as: .system, .usageFileEnded, needs: nil) { act in
            guard let current = try UsageFileRecords.find(file.id, scope: .everything, in: act.session),
                try UsageFileRecords.finish(file.id, state, failure: failure, at: act.now, in: act.session)
            else { throw UsageSuperseded() }
            if let key = current.spoolKey { try DataKeyRecords.destroy(key, at: act.now, in: act.session) }
            act.recording.about(.usage, file.id)
            act.recording.note("failed", .integer(current.progress.failed))
            act.recording.note("state", .string(state.rawValue))
            act.recording.note("taken", .integer(current.progress.taken))
            act.recording.note("unknown", .integer(current.progress.unknown))
        }
        try? FileManager.default.removeItem(atPath: installation.spoolPath(of: file.id.retyped()))
    }
}
