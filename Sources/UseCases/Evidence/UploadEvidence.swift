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
        return try await takeEvidence(as: principal, .evidenceUploaded, needs: .evidenceWrite, kind: kind, bytes: bytes) { _, view in view }
    }

    /// Inspects, seals and keeps a piece; `then` is done in the act that records it.
    ///
    /// - Parameter original: what it was before anything was taken out of it; its hash stands on the trail.
    func takeEvidence<Value: Sendable>(
        as principal: Principal, _ action: TrailAction, needs permission: Permission?, kind: String, bytes: [UInt8],
        original: [UInt8]? = nil, purgeDays: Int64? = nil,
        then: @escaping @Sendable (Act, EvidenceView) throws -> Value
    ) async throws -> Value {
        guard bytes.count <= settings.evidenceBytesMax else { throw Refusal(InspectionRefusal.tooLarge) }
        let report = try await inspected(bytes, for: principal)
        let id: EvidenceID = fresh()
        let location = evidence.location(of: id)
        let (key, wrapped) = try freshDataKey()
        try await atEvidenceStore { try await evidence.write(bytes, under: key, at: location) }
        do {
            let piece = NewEvidence(
                id: id, kind: kind, report: report, sha256: Array(SHA256.hash(data: bytes)), location: location, key: key, wrapped: wrapped,
                originalHash: original.map { Array(SHA256.hash(data: $0)) }, purgeDays: purgeDays ?? settings.purgeDays)
            return try await act(as: principal, action, needs: permission, isolation: .keyed) { act in try then(act, act.record(piece)) }
        } catch {
            // Without its row the file is an orphan; the sweep takes it if this does not.
            try? await evidence.remove(location)
            throw error
        }
    }

    private func inspected(_ bytes: [UInt8], for principal: Principal) async throws -> InspectionReport {
        do {
            return try await inspector.inspect(bytes, for: principal.pictureOwner)
        } catch let refusal as InspectionRefusal {
            throw Refusal(refusal)
        }
    }
}

/// A piece that is stored, and has no row yet.
private struct NewEvidence: Sendable {
    let id: EvidenceID
    let kind: String
    let report: InspectionReport
    let sha256: [UInt8]
    let location: String
    let key: DataKey
    let wrapped: WrappedKey
    let originalHash: [UInt8]?
    let purgeDays: Int64
}

extension Act {
    fileprivate func record(_ piece: NewEvidence) throws -> EvidenceView {
        try DataKeyRecords.insert(piece.key, piece.wrapped, at: now, in: session)
        let report = piece.report
        let isPicture = report.kind != .pdf
        try register(
            .evidence,
            [
                piece.id, principal.organisation, principal.scope.path, piece.sha256, report.kind.mediaType, report.bytes,
                isPicture ? report.width : nil, isPicture ? report.height : nil, report.pages, piece.kind,
                report.warnings.map(\.rawValue).joined(separator: " "), piece.key.id, piece.location, now, principal.account,
            ])
        try EvidenceRecords.insertState(piece.id, purgeAfter: now.adding(days: piece.purgeDays), in: session)
        recording.about(.evidence, piece.id)
        if let originalHash = piece.originalHash { recording.note("original-sha256", .string(Hex.text(originalHash))) }
        recording.note("bytes", .integer(Int64(report.bytes)))
        guard let stored = try EvidenceRecords.find(piece.id, principal.scope, in: session) else { throw Refusal.notFound }
        return EvidenceView(
            stored, duplicateOf: try EvidenceRecords.duplicate(of: piece.sha256, besides: piece.id, principal.scope, in: session))
    }
}

/// The word for what evidence shows: one of a list, because it is kept in clear.
enum EvidenceKindWord {
    /// A frame of a liveness challenge; nobody uploads one by itself.
    static let faceFrame = "face-frame"

    static func isKnown(_ word: String) -> Bool { word == "other" || EvidenceSlot(rawValue: word) != nil }
}
