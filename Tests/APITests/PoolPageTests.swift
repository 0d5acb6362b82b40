import Contract
import Foundation
import Ledger
import Records
import Registry
import TestKit
import Testing
import UseCases
import Web

@testable import API

@Suite("Pages of a pool of devices")
struct PoolPageTests {
    @Test func `where the devices go on tells no device, and nothing else leads there`() async throws {
        try await withWalk(cards: 1) { walk in
            let imeis = ["354403110000013", "354403110000021", "354403110000039"]
            let pool = try await walk.job.installation.createDevicePool(as: walk.job.clerk, name: "水表一批").id
            _ = try await walk.job.installation.declarePoolDevices(as: walk.job.clerk, of: pool, imeis: imeis)
            let path = ["devicePool": pool.description]
            var seen: [String] = []
            var query = "limit=1"
            for page in 0..<3 {
                let answer = try await walk.ask(.listPoolDevices, as: .clerk, path, query: query)
                seen += (answer.json["items"]?.arrayValue ?? []).compactMap { $0["device"]?.stringValue }
                let next = answer.text("next")
                if next.isEmpty {
                    #expect(page == 2)
                    break
                }
                let plain = try #require(Data(base64Encoded: next + String(repeating: "=", count: (4 - next.count % 4) % 4)))
                #expect(!String(decoding: plain, as: UTF8.self).contains("3544031"))
                query = "limit=1&cursor=\(next)"
            }
            #expect(seen == ["35440311000001", "35440311000002", "35440311000003"])
            let forged = Cursor.text(.listPoolDevices, ["35440311000001"])
            #expect(try await walk.ask(.listPoolDevices, as: .clerk, path, query: "cursor=\(forged)").code == "cursor-invalid")
        }
    }
}
