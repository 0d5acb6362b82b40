import Crypto
import Foundation
import Ledger
import Outbound
import Registry
import TestKit
import Testing
import UseCases

@testable import Carriers

/// What carriers send of their own accord: known to be theirs, sealed, once, and gone after its time.
@Suite struct NoticeTests {
    private static let secret = Array("an-invented-secret-of-notices-01".utf8)
    private static let person = "11010519491231002X"

    private static func gateways(_ world: MovedClock) throws -> CarrierGateways {
        let client = CarrierClient(
            try ProviderAddress("https://carrier.example"), transport: try ProviderHTTP(connections: 1), clock: world,
            patience: CarrierPatience(defaultsOf: .generic))
        return CarrierGateways([
            GenericGateway(
                name: "signed", carrier: .broadnet, client: client, credentials: GenericCredentials(key: "k"), notices: .signature(secret)),
            OneLinkGateway(
                name: "worded", client: client, credentials: OneLinkCredentials(appID: "a", password: "p"),
                notices: .word("an-invented-word-012345")),
            UnicomGateway(
                name: "silent", client: client, credentials: UnicomCredentials(appID: "a", secret: "s", openID: "o")),
        ])
    }

    private static func signed(_ body: String, id: String = "n-1", at now: Instant, key: [UInt8] = secret) -> CarrierNotice {
        let seconds = String(now.milliseconds / 1_000)
        let code = HMAC<SHA256>.authenticationCode(for: Data("\(id).\(seconds).\(body)".utf8), using: SymmetricKey(data: key))
        return CarrierNotice(
            word: nil,
            signature: CarrierNotice.Signature(
                id: id, timestamp: seconds, signatures: "v1,bm90aGlzCg== v1," + Data(code).base64EncodedString()),
            body: Array(body.utf8))
    }

    private static func worded(_ body: String, word: String? = "an-invented-word-012345") -> CarrierNotice {
        CarrierNotice(word: word, signature: nil, body: Array(body.utf8))
    }

    private func inWorld(_ body: (World) async throws -> Void) async throws {
        try await withWorld(carriers: { try Self.gateways($0) }, body)
    }

    @Test func `a signature of another secret, another body, another time or none is refused`() throws {
        let proof = NoticeProof.signature(Self.secret)
        let now = Instant(milliseconds: 1_772_413_200_000)
        #expect(proof.judge(Self.signed("{}", at: now), at: now) == .authentic(mark: "n-1"))
        #expect(proof.judge(Self.signed("{}", at: now, key: Array("another".utf8)), at: now) == .refused)
        for seconds in [-301, 301] as [Int64] {
            #expect(proof.judge(Self.signed("{}", at: now), at: now.adding(seconds: seconds)) == .refused)
        }
        #expect(proof.judge(Self.signed("{}", at: now), at: now.adding(seconds: 299)) == .authentic(mark: "n-1"))
        let good = Self.signed("{}", at: now)
        #expect(proof.judge(CarrierNotice(word: nil, signature: good.signature, body: Array("{ }".utf8)), at: now) == .refused)
        #expect(proof.judge(CarrierNotice(word: "an-invented-word-012345", signature: nil, body: []), at: now) == .refused)
        for signatures in ["", "v1,", "v1", "v2,AAAA", "v1,!!"] {
            let broken = CarrierNotice.Signature(id: "n-1", timestamp: good.signature?.timestamp ?? "", signatures: signatures)
            #expect(proof.judge(CarrierNotice(word: nil, signature: broken, body: good.body), at: now) == .refused)
        }
        for timestamp in ["-9223372036854775808", "9223372036854775807", "", "1e9"] {
            let absurd = CarrierNotice.Signature(id: "n-1", timestamp: timestamp, signatures: good.signature?.signatures ?? "")
            #expect(proof.judge(CarrierNotice(word: nil, signature: absurd, body: good.body), at: now) == .refused)
        }
        #expect(!"\(good) \(proof)".contains("n-1"))
    }

    @Test func `what differs in bytes that are no text is another notice`() {
        let proof = NoticeProof.word("an-invented-word-012345")
        let marks = [[0x7B, 0xB0, 0x7D], [0x7B, 0xC4, 0x7D]].map { (body: [UInt8]) in
            proof.judge(CarrierNotice(word: "an-invented-word-012345", signature: nil, body: body), at: Instant(milliseconds: 0))
        }
        #expect(marks[0] != marks[1])
    }

    @Test func `a word that is another's or none is refused`() {
        let proof = NoticeProof.word("an-invented-word-012345")
        let now = Instant(milliseconds: 0)
        guard case .authentic = proof.judge(Self.worded("x"), at: now) else {
            Issue.record("refused")
            return
        }
        for word in [nil, "", "an-invented-word-01234", "an-invented-word-0123456"] as [String?] {
            #expect(proof.judge(Self.worded("x", word: word), at: now) == .refused)
        }
        #expect(NoticeProof.absent.judge(Self.worded("x"), at: now) == .absent)
    }

    @Test func `a notice is sealed on arrival, kept once however often it comes, and opened by the check of the store`() async throws {
        try await inWorld { world in
            let shiming = world.installation
            let body = #"{"auditStatus":"0","idNumber":"\#(Self.person)"}"#
            #expect(try await shiming.takeCarrierNotice(Self.signed(body, at: world.clock.now()), for: "signed"))
            for _ in 0..<3 {
                #expect(try await !shiming.takeCarrierNotice(Self.signed(body, at: world.clock.now()), for: "signed"))
            }
            #expect(try await shiming.takeCarrierNotice(Self.worded(body), for: "worded"))
            #expect(try await !shiming.takeCarrierNotice(Self.worded(body), for: "worded"))
            #expect(try await shiming.takeCarrierNotice(Self.worded(body + " "), for: "worded"))
            #expect(try await shiming.workload().carrierNotices == 3)
            let findings = try await shiming.checkStore()
            #expect(findings.findings.isEmpty, "\(findings.findings)")
        }
    }

    @Test func `what is not the carrier's is refused and not kept`() async throws {
        try await inWorld { world in
            let shiming = world.installation
            let now = world.clock.now()
            for (notice, connection, code) in [
                (Self.signed("{}", at: now, key: [1]), "signed", "carrier-notice-refused"),
                (Self.worded("{}"), "signed", "carrier-notice-refused"), (Self.worded("{}", word: "x"), "worded", "carrier-notice-refused"),
                (Self.worded("{}"), "silent", "not-found"), (Self.worded("{}"), "nobody", "not-found"),
                (Self.worded(String(repeating: "x", count: CarrierNotice.bytesMax + 1)), "worded", "carrier-notice-refused"),
            ] {
                let refusal = await #expect(throws: Refusal.self) { try await shiming.takeCarrierNotice(notice, for: connection) }
                #expect(refusal?.code == code)
            }
            let kept = try await shiming.workload().carrierNotices
            #expect(kept == 0)
        }
    }

    @Test func `notices leave after their time, and their keys with them`() async throws {
        try await inWorld { world in
            let shiming = world.installation
            try await shiming.takeCarrierNotice(Self.worded("1"), for: "worded")
            world.clock.move(days: 6)
            try await shiming.takeCarrierNotice(Self.worded("2"), for: "worded")
            try await shiming.purgeCarrierNotices()
            #expect(try await shiming.workload().carrierNotices == 2)
            world.clock.move(days: 2)
            try await shiming.purgeCarrierNotices()
            #expect(try await shiming.workload().carrierNotices == 1)
            // Gone is gone: the same again is a new one.
            #expect(try await shiming.takeCarrierNotice(Self.worded("1"), for: "worded"))
        }
    }
}
