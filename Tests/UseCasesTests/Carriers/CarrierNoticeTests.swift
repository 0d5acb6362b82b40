import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("What carriers sent leaves after its time")
struct CarrierNoticeTests {
    @Test func `a notice that is old enough leaves with its key, a younger one stays, and what is gone may come anew`() async throws {
        let carrier = ScriptedCarrier()
        try await withWorld(carriers: { _ in CarrierGateways([carrier]) }) { world in
            let shiming = world.installation
            func take(_ body: String) async throws -> Bool {
                let notice = CarrierNotice(word: "an-invented-word", signature: nil, body: Array(body.utf8))
                return try await shiming.takeCarrierNotice(notice, for: carrier.name)
            }
            #expect(try await take("1"))
            world.clock.move(days: 6)
            #expect(try await take("2"))
            try await shiming.purgeCarrierNotices()
            #expect(try await shiming.workload().carrierNotices == 2)
            world.clock.move(days: 2)
            try await shiming.purgeCarrierNotices()
            #expect(try await shiming.workload().carrierNotices == 1)
            let destroyed = try await shiming.store.read { try $0.count("SELECT COUNT(*) FROM data_key WHERE wrapped IS NULL") }
            #expect(destroyed == 1)
            #expect(try await !take("2"))
            #expect(try await take("1"))
        }
    }
}
