import Ledger
import Records
import Registry
import SQLCore
import Vault

/// How much was destroyed.
package struct Purged: Hashable, Sendable {
    package var applications = 0
    package var identities = 0
    package var evidence = 0

    package init() {}
}

extension Installation {
    /// Destroys what was never registered and whose time has come: drafts, the identity versions only they pinned, the notes about
    /// them, evidence, and the telephone numbers of claimants. Rows, hashes and verdicts stay; what a decision registered is never touched.
    @discardableResult
    package func purgeDue(batch: Int = 100) async throws -> Purged {
        var purged = Purged()
        let now = now()
        while try await store.read({ try PurgeRecords.isAnythingDue(at: now, in: $0) }) {
            try Task.checkCancellation()
            let (applications, identities) = try await purgeApplications(batch, at: now)
            let evidence = try await purgeEvidence(batch, at: now)
            guard applications + evidence > 0 else { break }
            purged.applications += applications
            purged.identities += identities
            purged.evidence += evidence
        }
        while try await purgeClaimContacts(batch, at: now) > 0 { try Task.checkCancellation() }
        return purged
    }

    private func purgeApplications(_ batch: Int, at now: Instant) async throws -> (applications: Int, identities: Int) {
        guard try await store.read({ try !ApplicationRecords.duePurge(at: now, limit: 1, in: $0).isEmpty }) else { return (0, 0) }
        return try await act(as: .system, .applicationPurged, needs: nil) { act in
            let due = try ApplicationRecords.duePurge(at: now, limit: batch, in: act.session)
            var identities = 0
            for application in due { identities += try act.purge(application) }
            act.recording.note("applications", .integer(Int64(due.count)))
            act.recording.note("identities", .integer(Int64(identities)))
            return (due.count, identities)
        }
    }

    private func purgeEvidence(_ batch: Int, at now: Instant) async throws -> Int {
        guard try await store.read({ try !EvidenceRecords.duePurge(at: now, limit: 1, in: $0).isEmpty }) else { return 0 }
        let locations = try await act(as: .system, .evidencePurged, needs: nil) { act in
            let due = try EvidenceRecords.duePurge(at: now, limit: batch, in: act.session)
            for piece in due {
                try DataKeyRecords.destroy(piece.dataKey, at: act.now, in: act.session)
                try EvidenceRecords.markPurged(piece.id, at: act.now, in: act.session)
                // What was seen of a picture goes with it.
                try PictureMarkRecords.forget(piece.id, in: act.session)
                try PictureReadingRecords.forget([piece.id], in: act.session)
                act.recording.about(.evidence, piece.id)
            }
            act.recording.note("evidence", .integer(Int64(due.count)))
            return due.map(\.location)
        }
        // Without their key the files are noise; those that stay behind, the sweep takes.
        for location in locations { try? await evidence.remove(location) }
        return locations.count
    }
}

extension Act {
    /// Destroys one application's content; answers how many identity versions went with it.
    fileprivate func purge(_ application: StoredApplication) throws -> Int {
        if application.state.isOpenToSubmitter {
            try ApplicationRecords.mark(application.id, .withdrawn, decidedAt: now, purgeAfter: nil, at: now, in: session)
            if application.kind == .register {
                try RegistrationRecords.mark(application.registration, .refused, at: now, in: session)
            }
        }
        try discardParts(of: application.id)
        if let key = application.draftKey { try DataKeyRecords.destroy(key, at: now, in: session) }
        for key in try PurgeRecords.noteKeys(of: application.id, in: session) { try DataKeyRecords.destroy(key, at: now, in: session) }
        let identities = try PurgeRecords.identities(onlyOf: application.id, in: session)
        for identity in identities {
            try DataKeyRecords.destroy(identity.dataKey, at: now, in: session)
            try PurgeRecords.forgetSearch(identity.party, in: session)
            recording.about(.party, identity.party)
        }
        try ApplicationRecords.forgetDraft(application.id, at: now, in: session)
        recording.about(.application, application.id)
        return identities.count
    }
}
