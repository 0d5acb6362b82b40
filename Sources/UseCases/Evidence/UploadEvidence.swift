import Crypto
import Inspection
import Ledger
import Records
import Registry
import SQLCore
import Vault

extension Installation {
    /// Takes a picture or document as evidence: inspected, sealed, durable before its row is. It is purged after
    /// `Settings.purgeDays` unless a decision registers it before.
    ///
    /// - Parameter kind: what it shows: an `EvidenceSlot`, or `other`.
    package func uploadEvidence(as principal: Principal, kind: String, bytes: [UInt8]) async throws -> EvidenceView {
        try principal.demand(.evidenceWrite)
        guard EvidenceKindWord.isKnown(kind) else { throw Refusal.evidenceKindUnknown }
        guard bytes.count <= settings.evidenceBytesMax else { throw Refusal(InspectionRefusal.tooLarge) }
        let report = try await inspected(bytes)
        let id: EvidenceID = fresh()
        let location = evidence.location(of: id)
        let (key, wrapped) = try vault.freshKey(id: chance.bytes(16))
        try await atEvidenceStore { try await evidence.write(bytes, under: key, at: location) }
        do {
            return try await record(
                id, kind: kind, report, sha256: Array(SHA256.hash(data: bytes)), location: location, key, wrapped, as: principal)
        } catch {
            // Without its row the file is an orphan; the sweep takes it if this does not.
            try? await evidence.remove(location)
            throw error
        }
    }

    private func inspected(_ bytes: [UInt8]) async throws -> InspectionReport {
        do {
            return try await inspector.inspect(bytes)
        } catch let refusal as InspectionRefusal {
            throw Refusal(refusal)
        }
    }

    private func record(
        _ id: EvidenceID, kind: String, _ report: InspectionReport, sha256: [UInt8], location: String, _ key: DataKey,
        _ wrapped: WrappedKey, as principal: Principal
    ) async throws -> EvidenceView {
        try await act(as: principal, .evidenceUploaded, needs: .evidenceWrite, isolation: .keyed) { act in
            try DataKeyRecords.insert(key, wrapped, at: act.now, in: act.session)
            let isPicture = report.kind != .pdf
            try act.register(
                .evidence,
                [
                    id, principal.organisation, principal.scope.path, sha256, report.kind.mediaType, report.bytes,
                    isPicture ? report.width : nil, isPicture ? report.height : nil, report.pages, kind,
                    report.warnings.map(\.rawValue).joined(separator: " "), key.id, location, act.now, principal.account,
                ])
            try EvidenceRecords.insertState(
                id, purgeAfter: act.now.adding(days: act.installation.settings.purgeDays), in: act.session)
            act.recording.about(.evidence, id)
            act.recording.note("bytes", .integer(Int64(report.bytes)))
            guard let stored = try EvidenceRecords.find(id, principal.scope, in: act.session) else { throw Refusal.notFound }
            return EvidenceView(
                stored, duplicateOf: try EvidenceRecords.duplicate(of: sha256, besides: id, principal.scope, in: act.session))
        }
    }
}

/// The word for what evidence shows: one of a list, because it is kept in clear.
enum EvidenceKindWord {
    static func isKnown(_ word: String) -> Bool { word == "other" || EvidenceSlot(rawValue: word) != nil }
}
