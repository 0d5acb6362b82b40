import Ledger
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite struct TrailTests {
    /// So many entries, one upload each.
    private func write(_ count: Int, in world: World) async throws {
        for number in 0..<count {
            world.clock.move(seconds: 1)
            _ = try await world.installation.uploadEvidence(
                as: Invented.clerk, kind: "other", bytes: inventedPicture(UInt8(number % 256), bytes: 10))
        }
    }

    @Test func `what is committed is numbered from 0 without gaps, each entry once`() async throws {
        try await withWorld { world in
            try await write(23, in: world)
            #expect(try await world.installation.sequenceTrail(batch: 5) == 23)
            #expect(try await world.installation.sequenceTrail(batch: 5) == 0)
            let numbers = try await world.installation.store.read { session in
                try session.all("SELECT number FROM trail_sequence ORDER BY number") { $0.int(0) }
            }
            #expect(numbers == Array(0..<23))
            let state = try await world.installation.trailHead(as: Invented.auditor)
            #expect(state.pending == 0)
            #expect(state.head?.head.size == 23)
        }
    }

    @Test func `two sequencers at once number nothing twice and leave no gap`() async throws {
        try await withWorld { world in
            try await write(40, in: world)
            let done = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<4 { group.addTask { try await world.installation.sequenceTrail(batch: 3) } }
                return try await group.reduce(0, +)
            }
            #expect(done == 40)
            let check = try await world.installation.checkStore()
            #expect(check.findings == [])
        }
    }

    @Test func `a batch that is cut off leaves nothing and is done whole the next time`() async throws {
        struct Cut: Error {}
        try await withWorld { world in
            try await write(7, in: world)
            let now = world.clock.now()
            await #expect(throws: Cut.self) {
                try await world.installation.store.write { session in
                    _ = try TrailTree.sequence(limit: 5, at: now, in: session)
                    throw Cut()
                }
            }
            let state = try await world.installation.trailHead(as: Invented.auditor)
            #expect(state.head == nil)
            #expect(state.pending == 7)
            #expect(try await world.installation.sequenceTrail(batch: 5) == 7)
            #expect(try await world.installation.checkStore().findings == [])
        }
    }

    @Test func `every entry is proven against the head, also across stored subtrees`() async throws {
        try await withWorld { world in
            try await write(2, in: world)
            // Many entries quickly: the bodies need not be read here.
            try await world.installation.store.write { session in
                for number in 0..<600 {
                    let id = Identifier<TrailEntry>(high: 0x0001_0000_0000_7000, low: UInt64(number) | 0x8000_0000_0000_0000)
                    try session.run(
                        """
                        INSERT INTO trail_entry (id, recorded_at, actor, organisation_path, action, body)
                        VALUES (\(id), \(number), \(id), \("/1/"), \("test.made"), \("{\"n\":\(number)}"))
                        """)
                    try session.run("INSERT INTO trail_pending (entry) VALUES (\(id))")
                }
            }
            try await world.installation.sequenceTrail(batch: 100)
            let size = UInt64(602)
            try await world.installation.store.read { session in
                let head = try #require(try TrailTree.newestHead(in: session))
                #expect(head.head.size == size)
                for number in [0, 1, 255, 256, 257, 511, 512, 600, 601] as [Int64] {
                    let leaf = try #require(
                        try session.first("SELECT leaf_hash FROM trail_sequence WHERE number = \(number)") { Digest32(bytes: $0.blob(0)) }
                            ?? nil)
                    let proof = try #require(try TrailTree.proof(of: number, size: size, in: session))
                    #expect(proof.verifies(leafHash: leaf, root: head.head.root), "entry \(number)")
                    #expect(!proof.verifies(leafHash: MerkleHash.leaf([1]), root: head.head.root))
                }
                #expect(try TrailTree.proof(of: 602, size: size, in: session) == nil)
            }
            // The check computes each stored subtree again, and sees one that is another.
            let sound = try await world.installation.checkStore().findings
            #expect(!sound.contains { $0.kind == .nodeDiffers || $0.kind == .headDiffers })
            var shell = EngineShell(world)
            try shell.dropTriggers()
            let changed = try shell.run("UPDATE trail_node SET hash = zeroblob(32) WHERE position = 1")
            try #require(changed.isDone, "\(changed.text)")
            let found = try await world.installation.checkStore().findings
            #expect(found.contains { $0.kind == .nodeDiffers && $0.key == "8/1" })
            #expect(!found.contains { $0.kind == .nodeDiffers && $0.key == "8/0" })
        }
    }

    @Test func `an auditor finds entries by time, actor, subject and act, page by page`() async throws {
        try await withWorld { world in
            let installation = world.installation
            let first = try await installation.uploadEvidence(as: Invented.clerk, kind: "other", bytes: inventedPicture(1))
            world.clock.move(seconds: 60)
            let middle = world.clock.now()
            let second = try await installation.uploadEvidence(as: Invented.otherClerk, kind: "other", bytes: inventedPicture(2))
            _ = try await installation.openEvidence(as: Invented.reviewer, first.id, purpose: "案件核查")
            let bySubject = try await installation.listTrail(as: Invented.auditor, TrailFilter(subject: TrailSubject(.evidence, first.id)))
            #expect(bySubject.rows.map(\.action) == ["evidence.opened", "evidence.uploaded"])
            let byActor = try await installation.listTrail(as: Invented.auditor, TrailFilter(actor: Invented.otherClerk.account))
            #expect(byActor.rows.count == 1)
            #expect(
                try JSONValue(parsing: byActor.rows[0].body)["subjects"]?.arrayValue?.first?["id"]?.stringValue == Hex.text(second.id.bytes)
            )
            let byTime = try await installation.listTrail(as: Invented.auditor, TrailFilter(to: middle))
            #expect(byTime.rows.map(\.action) == ["evidence.uploaded"])
            let since = try await installation.listTrail(
                as: Invented.auditor, TrailFilter(from: middle, action: "evidence.uploaded"))
            #expect(since.rows.map(\.actor) == [Invented.otherClerk.account])
            let page = try await installation.listTrail(as: Invented.auditor, TrailFilter(action: "evidence.uploaded"), limit: 1)
            let cursor = try #require(page.next)
            let next = try await installation.listTrail(
                as: Invented.auditor, TrailFilter(action: "evidence.uploaded"), before: cursor, limit: 1)
            #expect(page.rows[0].actor == Invented.otherClerk.account)
            #expect(next.rows[0].actor == Invented.clerk.account)
            #expect(next.next == nil)
        }
    }

    @Test func `looking at the trail is on the trail, with what was looked for`() async throws {
        try await withWorld { world in
            _ = try await world.installation.listTrail(as: Invented.auditor, TrailFilter(action: "evidence.opened"))
            world.clock.move(seconds: 1)
            let page = try await world.installation.listTrail(as: Invented.auditor, TrailFilter(action: "trail.read"))
            #expect(page.rows.count == 2)
            let body = try JSONValue(parsing: try #require(page.rows.last).body)
            #expect(body["data"]?["action"]?.stringValue == "evidence.opened")
            #expect(body["actor"]?["account"]?.stringValue == Invented.auditor.account.description)
        }
    }

    @Test(arguments: [StaffRole.administrator, .reviewer, .agentManager, .agentClerk, .hallClerk, .enterpriseManager])
    func `roles without the permission read nothing of the trail`(role: StaffRole) async throws {
        try await withWorld { world in
            let principal = Invented.principal(50, role)
            #expect(try await refusalCode { _ = try await world.installation.listTrail(as: principal) } == "not-permitted")
            #expect(try await refusalCode { _ = try await world.installation.trailHead(as: principal) } == "not-permitted")
            #expect(
                try await refusalCode { _ = try await world.installation.readTrailEntry(as: principal, world.installation.fresh()) }
                    == "not-permitted")
            let entries = try await world.installation.store.read { try $0.count("SELECT COUNT(*) FROM trail_entry") }
            #expect(entries == 0)
        }
    }

    @Test func `an entry comes with its exact bytes, its number and a proof that holds`() async throws {
        try await withWorld { world in
            try await write(5, in: world)
            let listed = try await world.installation.listTrail(as: Invented.auditor)
            let waiting = try await world.installation.readTrailEntry(as: Invented.auditor, listed.rows[2].id)
            #expect(waiting.proof == nil)
            try await world.installation.sequenceTrail()
            let proven = try await world.installation.readTrailEntry(as: Invented.auditor, listed.rows[2].id)
            let leaf = MerkleHash.leaf(Array(proven.entry.body.utf8))
            #expect(proven.entry.leafHash == leaf)
            #expect(try #require(proven.proof).verifies(leafHash: leaf, root: try #require(proven.head).head.root))
            #expect(
                try await refusalCode { _ = try await world.installation.readTrailEntry(as: Invented.auditor, world.installation.fresh()) }
                    == "not-found")
        }
    }

    @Test(arguments: ["", "Evidence.Opened", "11010519900101", "x y"])
    func `a filter that is no name of an act is refused before it is written down`(action: String) async throws {
        try await withWorld { world in
            #expect(
                try await refusalCode { _ = try await world.installation.listTrail(as: Invented.auditor, TrailFilter(action: action)) }
                    == "action-malformed")
            let entries = try await world.installation.store.read { try $0.count("SELECT COUNT(*) FROM trail_entry") }
            #expect(entries == 0)
        }
    }
}
