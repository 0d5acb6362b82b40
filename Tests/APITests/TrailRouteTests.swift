import Contract
import Foundation
import HTTPTypes
import Ledger
import Registry
import TestKit
import Testing
import UseCases

@testable import API

@Suite("The trail over HTTP")
struct TrailRouteTests {
    @Test func `an entry proves that it stands in the tree`() async throws {
        try await withWalk { walk in
            let begun = try await walk.registered()
            let empty = try await walk.ask(.readTrailHead, as: .auditor)
            #expect(empty.json["size"] == 0)
            #expect(empty.text("root") == MerkleHash.emptyRoot.hex)
            let listed = try await walk.ask(
                .listTrail, as: .auditor, query: "subjectKind=registration&subject=\(begun.registration)&action=application.approved")
            #expect(listed.json["items"]?.arrayValue?.count == 1)
            let first = try #require(listed.json["items"]?.arrayValue?.first)
            #expect(first["number"] == nil)
            try await walk.job.installation.sequenceTrail()
            let entry = try await walk.ask(.readTrailEntry, as: .auditor, ["entry": first["id"]?.stringValue ?? ""])
            let head = try await walk.ask(.readTrailHead, as: .auditor)
            let leaf = try #require(Digest32(hex: entry.text("leafHash")))
            #expect(MerkleHash.leaf(Array(entry.text("body").utf8)) == leaf)
            let path = (entry.json["proof"]?["path"]?.arrayValue ?? []).compactMap { $0.stringValue.flatMap { Digest32(hex: $0) } }
            let proof = InclusionProof(
                index: UInt64(entry.json["number"]?.integerValue ?? -1), size: UInt64(entry.json["proof"]?["size"]?.integerValue ?? 0),
                path: path)
            let root = try #require(Digest32(hex: head.text("root")))
            #expect(proof.verifies(leafHash: leaf, root: root))
        }
    }

    @Test func `the trail is read page by page, by whoever may`() async throws {
        try await withWalk { walk in
            _ = try await walk.registered()
            var seen: [String] = []
            var query = "limit=4&until=2027-01-01T00:00:00Z&action=evidence.uploaded"
            while true {
                let page = try await walk.ask(.listTrail, as: .auditor, query: query)
                seen += (page.json["items"]?.arrayValue ?? []).compactMap { $0["id"]?.stringValue }
                guard let next = page.json["next"]?.stringValue else { break }
                query = "limit=4&until=2027-01-01T00:00:00Z&action=evidence.uploaded&cursor=\(next)"
            }
            #expect(seen.count == InventedPapers.agentSlots.count)
            #expect(Set(seen).count == seen.count)
            for who in [Walk.Who.clerk, .reviewer, .administrator] {
                #expect(try await walk.ask(.listTrail, as: who).status == 403)
                #expect(try await walk.ask(.readTrailHead, as: who).status == 403)
            }
        }
    }

    @Test(arguments: [
        "subject=x", "subjectKind=card", "subjectKind=card&subject=card_00", "subjectKind=evidence&subject=7", "subjectKind=cat&subject=7",
        "action=DROP%20TABLE", "from=2026", "actor=me", "cursor=AAAA",
    ])
    func `a question that fits no trail is refused`(query: String) async throws {
        try await withWalk(cards: 1) { walk in
            let reply = try await walk.ask(.listTrail, as: .auditor, query: query)
            #expect(reply.status == 400)
            let unknown = try await walk.ask(.readTrailEntry, as: .auditor, ["entry": "0197b7a2-5d0c-7c3e-9a41-3f6a1c2b4d5e"])
            #expect(unknown.status == 404)
        }
    }
}
