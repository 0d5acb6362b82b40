import Inspection
import Records
import Registry
import SQLCore

/// What a machine saw in a piece that staff hand in for a person.
struct SeenPaper: Sendable {
    let slot: EvidenceSlot
    let evidence: EvidenceID
    let mark: PictureMark
    let fields: [String: String]
}

extension Installation {
    /// Looks at what staff took themselves and hand in now, by whichever way it was uploaded, so that a reviewer learns of a picture of
    /// little use, of one that was handed in before, and of what stands otherwise on the document, as with what persons take. A piece that
    /// is named twice in a slot is looked at once, and what was read when it was taken is not read again.
    /// Throws `reading-unavailable` where too many wait.
    func seeInPerson(
        _ pieces: [(slot: EvidenceSlot, evidence: EvidenceID)], _ content: ApplicationContent, for principal: Principal
    ) async throws -> [SeenPaper] {
        var seen: [SeenPaper] = []
        for (slot, piece) in pieces where !seen.contains(where: { ($0.slot, $0.evidence) == (slot, piece) }) {
            let task = Self.task(slot, of: content.documentType(in: slot))
            guard let reading = try await reading(of: piece, as: task, for: principal) else { continue }
            seen.append(
                SeenPaper(
                    slot: slot, evidence: piece,
                    mark: PictureMark(reading, isTelling: !slot.isDocumentBack, by: secrets.search), fields: reading.fields))
        }
        return seen
    }

    private func reading(of piece: EvidenceID, as task: PictureTask, for principal: Principal) async throws -> PictureReading? {
        if let kept = try await keptReading(of: piece, as: task) { return kept }
        // A scan has no picture of its own to be looked at.
        guard let bytes = try await evidenceBytes(piece), let kind = EvidenceKind(recognising: bytes), kind != .pdf else { return nil }
        return try await reader.read(bytes, as: task, for: principal.pictureOwner)
    }

    /// The case in which these pieces were handed in for this card by the same member of staff; nil where there is none.
    package func handedInInPerson(
        as principal: Principal, card text: String, _ content: ApplicationContent
    ) async throws -> ApplicationID? {
        let pieces = (content.evidence ?? [:]).values.flatMap { $0.compactMap { EvidenceID($0) } }
        return try await look(as: principal, needs: .registrationWrite) { session in
            guard let subscription = try self.selecting(principal.scope, in: session).card(text) else { return nil }
            return try EvidenceUse.applications(with: pieces, by: principal.account, in: session).first {
                try ApplicationRecords.intervals($0, in: session).contains { $0.contains(subscription) }
            }
        }
    }
}
