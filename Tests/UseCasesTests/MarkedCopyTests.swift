import Registry
import SQLCore
import TestKit
import Testing
import UseCases
import Watermark

@Suite struct MarkedCopyTests {
    @Test func `a copy says for what, by whom, when in China and why`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let view = try await world.installation.uploadEvidence(as: job.clerk, kind: "other", bytes: inventedPicture(9))
            let day = try await world.installation.openEvidence(as: job.reviewer, view.id, purpose: "案件 2026-118")
            let said = PlainMarker.read(day.bytes)
            #expect(said.text == "仅供物联网卡实名登记使用\n示例运营公司 2026-03-02\n用途：案件 2026-118")
            #expect(said.original == inventedPicture(9))
            // 16:00 in Greenwich is the next day in Shanghai.
            world.clock.move(seconds: 15 * 3_600)
            let next = try await world.installation.openEvidence(as: job.reviewer, view.id, purpose: "second look")
            #expect(PlainMarker.read(next.bytes).text.hasSuffix(" 2026-03-03\n用途：second look"))
        }
    }

    @Test(arguments: WatermarkRefusal.allCases)
    func `where no copy can be made nothing is given, and the trail has the attempt`(refusal: WatermarkRefusal) async throws {
        try await withWorld(marker: PlainMarker(refusing: refusal)) { world in
            let view = try await world.installation.uploadEvidence(as: Invented.clerk, kind: "other", bytes: inventedPicture())
            let answer = await #expect(throws: Refusal.self) {
                _ = try await world.installation.openEvidence(as: Invented.reviewer, view.id, purpose: "look at it")
            }
            #expect(answer?.code == refusal.code)
            #expect(answer?.kind == (refusal.mayRetry ? .temporary : .conflict))
            #expect((answer?.retryAfterSeconds != nil) == refusal.mayRetry)
            #expect(try await world.installation.store.read { try $0.count("SELECT COUNT(*) FROM trail_entry") } == 2)
        }
    }

    @Test func `the sealed original stays clean`() async throws {
        try await withWorld { world in
            let view = try await world.installation.uploadEvidence(as: Invented.clerk, kind: "other", bytes: inventedPicture(5))
            for purpose in ["first look", "second look"] {
                let copy = try await world.installation.openEvidence(as: Invented.reviewer, view.id, purpose: purpose)
                #expect(PlainMarker.read(copy.bytes).original == inventedPicture(5))
                #expect(PlainMarker.read(copy.bytes).text.hasSuffix(purpose))
            }
        }
    }
}
