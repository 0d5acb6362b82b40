import Contract
import HTTPTypes
import Registry
import UseCases

extension Wire.Evidence {
    init(_ view: EvidenceView) {
        self.init(
            id: view.id.wire, organisation: view.organisation.wire, kind: view.kind, mediaType: view.mediaType, bytes: view.bytes,
            sha256: view.sha256, warnings: view.warnings, recordedAt: view.recordedAt.wire, recordedBy: view.recordedBy.wire,
            width: view.width, height: view.height, pages: view.pages, duplicateOf: view.duplicateOf?.wire,
            registeredAt: view.registeredAt?.wire, purgeAfter: view.purgeAfter?.wire, purgedAt: view.purgedAt?.wire)
    }
}

extension Call {
    func uploadEvidence() async throws -> Answer {
        let kept = try await installation.uploadEvidence(
            as: principal(), kind: query["kind"] ?? "", bytes: uploadedFile().collect())
        return try .json(Wire.Evidence(kept)).located("/v1/evidence/\(kept.id)")
    }

    func readEvidence() async throws -> Answer {
        try .json(Wire.Evidence(try await installation.readEvidence(as: principal(), id("evidence"))))
    }

    /// Shown as a download, so that no browser runs what stands in it.
    func openEvidence() async throws -> Answer {
        let asked: Wire.OpenEvidence = try decode()
        let opened: OpenedEvidence
        if let draft = asked.draft {
            opened = try await installation.openOwnPaper(
                as: principal(), id("evidence"), of: id(draft, at: "/draft"), purpose: asked.purpose)
        } else {
            opened = try await installation.openEvidence(as: principal(), id("evidence"), purpose: asked.purpose)
        }
        return Answer(content: .bytes(opened.bytes, type: opened.mediaType)).with(.contentDisposition, "attachment")
    }
}
