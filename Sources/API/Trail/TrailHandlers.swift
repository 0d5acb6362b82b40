import Contract
import Ledger
import Records
import Registry
import UseCases
import Vault

extension Call {
    /// Newest first. Looking at the trail stands on the trail itself.
    func listTrail() async throws -> Answer {
        let filter = TrailFilter(
            from: queryInstant("from"), to: queryInstant("until"), actor: queryID("actor"), subject: try trailSubject(),
            action: query["action"])
        let found = try await installation.listTrail(as: principal(), filter, before: trailCursor(), limit: limit)
        return try page(
            found, keys: { [String($0.recordedAt.milliseconds), $0.entry.wire] }, item: { Wire.TrailEntry($0) })
    }

    func readTrailEntry() async throws -> Answer {
        let found = try await installation.readTrailEntry(as: principal(), id("entry"))
        var entry = Wire.TrailEntry(found.entry)
        if let head = found.head, let proof = found.proof {
            entry.proof = Wire.TrailProof(
                size: Int64(proof.size), root: head.head.root.hex, path: proof.path.map(\.hex))
        }
        return try .json(entry)
    }

    func readTrailHead() async throws -> Answer {
        let state = try await installation.trailHead(as: principal())
        return try .json(
            Wire.TrailHead(
                size: Int64(state.head?.head.size ?? 0), root: (state.head?.head.root ?? MerkleHash.emptyRoot).hex,
                pending: Int64(state.pending), recordedAt: state.head?.recordedAt.wire))
    }

    private func trailCursor() throws(Refusal) -> TrailCursor? {
        guard let keys = try cursorKeys(2) else { return nil }
        guard let at = Int64(keys[0]), let entry = Identifier<TrailEntry>(keys[1]) else { throw .cursorInvalid }
        return TrailCursor(recordedAt: Instant(milliseconds: at), entry: entry)
    }

    /// `subject` and `subjectKind` go together. A product is named by its code, a card by its reference, all else by identifier.
    private func trailSubject() throws(Refusal) -> TrailSubject? {
        guard query["subject"] != nil || query["subjectKind"] != nil else { return nil }
        guard let text = query["subject"] else { throw .parameterInvalid.with(details: [.fieldMissing.at("subject")]) }
        guard let kind: SubjectKind = queryWord("subjectKind") else {
            throw .parameterInvalid.with(details: [.fieldMissing.at("subjectKind")])
        }
        let key: [UInt8]? =
            switch kind {
            case .product: Array(text.utf8)
            case .card: cardKey(text)
            default: Identifier<TrailSubject>(text)?.bytes
            }
        guard let key else { throw .parameterInvalid.with(details: [.wrongForm.at("subject")]) }
        return TrailSubject(kind, key)
    }

    private func cardKey(_ reference: String) -> [UInt8]? {
        installation.secrets.references.subscription(from: reference).map { subscription in
            withUnsafeBytes(of: subscription.bigEndian) { Array($0) }
        }
    }
}

extension Wire.TrailEntry {
    init(_ entry: StoredTrailEntry) {
        self.init(
            id: entry.id.wire, recordedAt: entry.recordedAt.wire, actor: entry.actor.wire, action: entry.action, body: entry.body,
            number: entry.number, leafHash: entry.leafHash?.hex)
    }
}
