import Contract
import Ledger
import Records
import Registry
import UseCases
import Vault

extension Wire.TrailEntry {
    init(_ entry: StoredTrailEntry, proof: Wire.InclusionProof? = nil) {
        self.init(
            id: entry.id.wire, recordedAt: entry.recordedAt.wire, actor: entry.actor.wire, action: entry.action, body: entry.body,
            number: entry.number, leafHash: entry.leafHash?.hex, proof: proof)
    }
}

extension Call {
    func listTrail() async throws -> Answer {
        let filter = TrailFilter(
            from: queryInstant("from"), to: queryInstant("until"), actor: queryID("actor"), subject: try subject(), action: query["action"])
        let found = try await installation.listTrail(as: principal(), filter, before: trailCursor(), limit: limit)
        return try page(found, keys: { [String($0.recordedAt.milliseconds), $0.entry.wire] }, item: { Wire.TrailEntry($0) })
    }

    private func trailCursor() throws(Refusal) -> TrailCursor? {
        guard let keys = try cursorKeys(2) else { return nil }
        guard let at = Int64(keys[0]), JSONValue.integerRange.contains(at), let entry = Identifier<TrailEntry>(keys[1]) else {
            throw .cursorInvalid
        }
        return TrailCursor(recordedAt: Instant(milliseconds: at), entry: entry)
    }

    /// A subject is named by its kind and its name at the edge: of a card its reference, of a product its code, of anything else its UUID.
    private func subject() throws(Refusal) -> TrailSubject? {
        guard query["subject"] != nil || query["subjectKind"] != nil else { return nil }
        guard let kind = queryWord("subjectKind", as: SubjectKind.self) else {
            throw .parameterInvalid.with(details: [.fieldMissing.at("subjectKind")])
        }
        guard let text = query["subject"] else { throw .parameterInvalid.with(details: [.fieldMissing.at("subject")]) }
        if kind == .card, let card = installation.secrets.references.subscription(from: text) { return TrailSubject(card: card) }
        if kind == .product { return TrailSubject(kind, Array(text.utf8)) }
        guard let id = Identifier<Never>(text) else { throw .parameterInvalid.with(details: [.wrongForm.at("subject")]) }
        return TrailSubject(kind, id)
    }

    func readTrailEntry() async throws -> Answer {
        let found = try await installation.readTrailEntry(as: principal(), id("entry"))
        let proof = found.proof.flatMap { proof in
            found.head.map { stored in
                Wire.InclusionProof(
                    index: Int64(proof.index), size: Int64(proof.size), root: stored.head.root.hex, path: proof.path.map(\.hex))
            }
        }
        return try .json(Wire.TrailEntry(found.entry, proof: proof))
    }

    func readTrailHead() async throws -> Answer {
        let state = try await installation.trailHead(as: principal())
        return try .json(
            Wire.TrailHead(
                size: state.head.map { Int64($0.head.size) } ?? 0, root: (state.head?.head.root ?? MerkleHash.emptyRoot).hex,
                pending: Int64(state.pending), recordedAt: state.head?.recordedAt.wire))
    }
}
