import Records
import Registry
import SQLCore
import Vault

/// How far a check is.
package enum StoreCheckStage: Hashable, Sendable {
    /// Entries recomputed so far, of all.
    case trail(done: Int, of: Int)
    case references
    case custody
    case sealed
    /// Pieces of evidence opened so far.
    case files(done: Int)
}

/// What a check came to.
package struct StoreCheck: Sendable {
    /// At most `StoreFindings.keptMax`.
    package let findings: [StoreFinding]
    /// All that were found.
    package let count: Int
    package var isSound: Bool { count == 0 }
}

extension Installation {
    /// Recomputes the trail and all it commits to, follows the references, replays custody, opens what is sealed and reads the
    /// files of evidence; changes nothing. Works on one snapshot while others write; memory does not grow with the cards.
    ///
    /// What it cannot see: a trail that was forged whole, with all its hashes. For that compare the head with one noted elsewhere.
    package func checkStore(files: Bool = true, progress: @Sendable (StoreCheckStage) -> Void = { _ in }) async throws -> StoreCheck {
        let checked = try await store.read { [vault, secrets] session in
            try session.allowLong(.everything)
            let findings = StoreFindings()
            let total = try TrailRecords.sequenced(in: session)
            progress(.trail(done: 0, of: total))
            try TrailCheck(session: session, findings: findings).run { progress(.trail(done: $0, of: total)) }
            progress(.references)
            try ReferenceCheck(session: session, findings: findings).run()
            progress(.custody)
            try CustodyCheck(session: session, findings: findings).run()
            progress(.sealed)
            try SealedCheck(session: session, vault: vault, answers: secrets.answers, findings: findings).run()
            return StoreCheck(findings: findings.kept, count: findings.count)
        }
        guard files else { return checked }
        let more = try await checkFiles(progress) + orphans()
        return StoreCheck(findings: Array((checked.findings + more).prefix(StoreFindings.keptMax)), count: checked.count + more.count)
    }

    private func checkFiles(_ progress: @Sendable (StoreCheckStage) -> Void) async throws -> [StoreFinding] {
        var found: [StoreFinding] = []
        var last: EvidenceID?
        var done = 0
        while true {
            let after = last
            let page = try await store.read { try EvidenceRecords.kept(after: after, limit: 100, in: $0) }
            guard let end = page.last else { return found }
            for piece in page {
                if let note = try await fileRefusal(piece) {
                    found.append(StoreFinding(.fileUnreadable, table: "evidence", key: piece.id.description, note: note))
                }
            }
            last = end.id
            done += page.count
            progress(.files(done: done))
        }
    }

    /// Pieces that no row wants and that the sweep has had time to take.
    private func orphans() async throws -> [StoreFinding] {
        var found: [StoreFinding] = []
        try await everyOrphan(graceSeconds: settings.evidenceSweepHours * 3_600 * 2) { location in
            found.append(StoreFinding(.fileOrphaned, table: "evidence", key: location, note: "no row wants it"))
        }
        return found
    }

    /// Why the piece cannot be shown; nil when it can, or was purged meanwhile.
    private func fileRefusal(_ piece: StoredEvidence) async throws -> String? {
        do {
            guard case .unfit(let why) = try await judge(piece, of: store) else { return nil }
            return why
        } catch let failure as EvidenceStoreFailure {
            throw failure
        } catch {
            return "the file cannot be read"
        }
    }
}
