import Ledger
import Registry
import SQLCore

/// Recomputes the whole trail: every leaf, every recorded head, every fact, in the order of the numbers, then what still waits.
package final class TrailCheck {
    private let session: any Session
    private let findings: StoreFindings
    private let facts: FactCheck
    private var frontier = TreeFrontier()
    private var nextNumber: Int64 = 0
    private var heads = 0
    private var subjects = 0
    private var hasNamedHead = false
    /// Where the last head stood that was right.
    private var lastGoodSize: Int64 = 0

    package init(session: any Session, findings: StoreFindings) throws {
        self.session = session
        self.findings = findings
        facts = try FactCheck(session: session, findings: findings)
    }

    /// `progress` is called with the number of entries done.
    package func run(progress: (Int) -> Void) throws {
        var done = 0
        try session.scan(
            """
            SELECT q.number, q.entry, q.leaf_hash, e.body, e.recorded_at, e.actor, e.action, e.id IS NULL
            FROM trail_sequence q LEFT JOIN trail_entry e ON e.id = q.entry ORDER BY q.number
            """
        ) { row in
            try checkNumbered(row)
            done += 1
            if done % 500 == 0 { progress(done) }
            return true
        }
        try checkHeadsAtEnd()
        try checkWaiting()
        try checkUnnumbered()
        try checkSubjectCount()
        try facts.checkUncommitted()
        progress(done)
    }

    // MARK: Entries

    private func checkNumbered(_ row: any SQLRow) throws {
        let number = row.int(0)
        let id = row.blob(1)
        let stored = Digest32(bytes: row.blob(2))
        if number != nextNumber {
            findings.add(.numberGap, "trail_sequence", String(nextNumber), entry: nextNumber, "followed by \(number)")
        }
        nextNumber = number + 1
        if row.bool(7) {
            findings.add(.entryMissing, "trail_entry", Hex.text(id), entry: number)
        } else {
            let body = row.text(3)
            if MerkleHash.leaf(Array(body.utf8)) != stored { findings.add(.entryChanged, "trail_entry", Hex.text(id), entry: number) }
            try checkContent(id: id, number: number, body: body, recordedAt: row.int(4), actor: row.blob(5), action: row.text(6))
        }
        try grow(stored)
    }

    private func checkContent(id: [UInt8], number: Int64?, body: String, recordedAt: Int64, actor: [UInt8], action: String) throws {
        guard let value = try? JSONValue(parsingCanonical: Array(body.utf8)), let entryFacts = value["facts"]?.arrayValue,
            let entrySubjects = value["subjects"]?.arrayValue
        else {
            findings.add(.entryUnreadable, "trail_entry", Hex.text(id), entry: number)
            return
        }
        let agrees =
            value["id"]?.stringValue == Identifier<TrailEntry>(bytes: id)?.description && value["at"]?.integerValue == recordedAt
            && value["action"]?.stringValue == action && value["actor"]?["account"]?.stringValue == AccountID(bytes: actor)?.description
        if !agrees { findings.add(.entryColumnsDiffer, "trail_entry", Hex.text(id), entry: number) }
        try checkSubjects(entrySubjects, id: id, number: number)
        try facts.check(entryFacts, entry: (id, number))
    }

    private func checkSubjects(_ entrySubjects: [JSONValue], id: [UInt8], number: Int64?) throws {
        for subject in entrySubjects {
            subjects += 1
            guard let kind = subject["kind"]?.stringValue, let bytes = subject["id"]?.stringValue.flatMap(Hex.bytes) else { continue }
            let isThere = try session.exists(
                "SELECT 1 FROM trail_subject WHERE kind = \(kind) AND subject = \(bytes) AND entry = \(id)")
            if !isThere { findings.add(.entryColumnsDiffer, "trail_subject", "\(kind)/\(Hex.text(bytes))/\(Hex.text(id))", entry: number) }
        }
    }

    private func checkSubjectCount() throws {
        let present = try session.count("SELECT COUNT(*) FROM trail_subject")
        if present > subjects {
            findings.add(.entryColumnsDiffer, "trail_subject", "-", "\(present - subjects) more subjects than the entries name")
        }
    }

    /// Entries that wait for their number have facts too.
    private func checkWaiting() throws {
        try session.scan(
            """
            SELECT p.entry, e.body, e.recorded_at, e.actor, e.action, e.id IS NULL
            FROM trail_pending p LEFT JOIN trail_entry e ON e.id = p.entry ORDER BY p.entry
            """
        ) { row in
            if row.bool(5) {
                findings.add(.entryMissing, "trail_entry", Hex.text(row.blob(0)))
            } else {
                try checkContent(
                    id: row.blob(0), number: nil, body: row.text(1), recordedAt: row.int(2), actor: row.blob(3), action: row.text(4))
            }
            return true
        }
    }

    private func checkUnnumbered() throws {
        try session.scan(
            """
            SELECT e.id FROM trail_entry e LEFT JOIN trail_sequence q ON q.entry = e.id LEFT JOIN trail_pending p ON p.entry = e.id
            WHERE q.entry IS NULL AND p.entry IS NULL ORDER BY e.id LIMIT 100
            """
        ) { row in
            findings.add(.entryUnnumbered, "trail_entry", Hex.text(row.blob(0)))
            return true
        }
    }

    // MARK: Tree

    private func grow(_ leafHash: Digest32?) throws {
        guard let leafHash else { return }
        var nodes: [(MerkleNode, Digest32)] = []
        frontier.append(leafHash: leafHash) { node, hash in
            if node.level > 0, node.level % TrailTree.storedHeights == 0 { nodes.append((node, hash)) }
        }
        for (node, hash) in nodes {
            let stored = try session.first(
                "SELECT hash FROM trail_node WHERE level = \(Int64(node.level)) AND position = \(Int64(node.index))"
            ) { $0.blob(0) }
            if stored != hash.bytes { findings.add(.nodeDiffers, "trail_node", "\(node.level)/\(node.index)") }
        }
        try checkHead(Int64(frontier.size))
    }

    private func checkHead(_ size: Int64) throws {
        let stored = try session.first("SELECT root, frontier FROM trail_head WHERE size = \(size)") { ($0.blob(0), $0.blob(1)) }
        guard let stored else { return }
        heads += 1
        if stored.0 == frontier.root.bytes, stored.1 == frontier.serialized {
            lastGoodSize = size
        } else if !hasNamedHead {
            hasNamedHead = true
            findings.add(.headDiffers, "trail_head", String(size), "an entry or its leaf among numbers \(lastGoodSize) to \(size - 1)")
        }
    }

    private func checkHeadsAtEnd() throws {
        let present = try session.count("SELECT COUNT(*) FROM trail_head")
        if present != heads {
            findings.add(.headDiffers, "trail_head", "-", "\(present) heads stand there, \(heads) belong to the sequence")
        }
        let newest = try session.first("SELECT MAX(size) FROM trail_head") { $0.intIfAny(0) } ?? nil
        if (newest ?? 0) != nextNumber {
            findings.add(.headDiffers, "trail_head", String(newest ?? 0), "the sequence ends at \(nextNumber)")
        }
    }
}
