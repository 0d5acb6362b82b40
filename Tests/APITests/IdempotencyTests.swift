import Contract
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases
import Web

@testable import API

@Suite struct IdempotencyTests {
    private static func withJob(
        _ body: @escaping @Sendable (any TestClientProtocol, MainJob) async throws -> Void
    ) async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world)
            try await withEdge(over: world, tokens: TokenTable(principals: ["clerk": job.clerk, "admin": job.administrator])) { client in
                try await body(client, job)
            }
        }
    }

    private static func begin(_ client: any TestClientProtocol, key: String, body: String = #"{"channel":"agent"}"#) async throws
        -> TestResponse
    {
        let headers = HTTPFields.token("clerk").with(.contentType, "application/json").with(.idempotencyKey, key)
        return try await client.execute(uri: "/v1/registrations", method: .post, headers: headers, body: ByteBuffer(string: body)) { $0 }
    }

    private static func registrations(_ job: MainJob) async throws -> Int {
        try await job.world.installation.listRegistrations(
            as: job.clerk, state: nil, unit: nil, code: nil, before: nil, limit: 100
        ).count
    }

    @Test func `fifty requests at once with one key make one registration`() async throws {
        try await Self.withJob { client, job in
            let answers = try await withThrowingTaskGroup(of: TestResponse.self) { group in
                for _ in 0..<50 { group.addTask { try await Self.begin(client, key: "one") } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let made = answers.filter { $0.status == .created }
            #expect(!made.isEmpty)
            #expect(Set(made.map { String(buffer: $0.body) }).count == 1)
            #expect(answers.allSatisfy { $0.status == .created || $0.problemCode == "idempotency-key-running" })
            #expect(try await Self.registrations(job) == 1)
        }
    }

    @Test func `the same key with the same request gives the same answer, with another request 422`() async throws {
        try await Self.withJob { client, job in
            let first = try await Self.begin(client, key: "k")
            let again = try await Self.begin(client, key: "k")
            #expect(again.body == first.body)
            #expect(again.status == .created)
            #expect(again.headers[.location] == first.headers[.location])
            #expect(again.headers[.idempotentReplay] == "true")
            #expect(first.headers[.idempotentReplay] == nil)
            // Sealed as one of many: the secret behind it is never replaced.
            let kept = try await job.world.installation.store.read { session in
                try session.first("SELECT answer FROM idempotency WHERE key = \("k")") { $0.blob(0) }
            }
            #expect(kept?.first == 2)
            let other = try await Self.begin(client, key: "k", body: #"{"channel":"agent","content":{}}"#)
            #expect(other.problemCode == "idempotency-key-reused")
            #expect(try await Self.registrations(job) == 1)
        }
    }

    @Test func `what was refused may be mended and sent again with the same key`() async throws {
        try await Self.withJob { client, _ in
            let refused = try await Self.begin(client, key: "k", body: #"{"channel":"account-manager"}"#)
            #expect(refused.status == .unprocessableContent)
            #expect(try await Self.begin(client, key: "k").status == .created)
        }
    }

    @Test func `a request that never ended may be repeated after a minute, one whose act is committed never again`() async throws {
        try await Self.withJob { client, job in
            let installation = job.world.installation
            let hash = [UInt8](repeating: 0, count: 32)
            guard
                case .fresh(let claim) = try await installation.claimIdempotencyKey(
                    "k", of: job.clerk.account, operation: "createRegistration", bodyHash: hash, leaseSeconds: 60)
            else { throw Refusal.notFound }
            #expect(try await Self.begin(client, key: "k").problemCode == "idempotency-key-running")
            job.world.clock.move(seconds: 61)
            #expect(try await Self.begin(client, key: "k").status == .created)
            // The first, were it still alive, finds its claim gone and is undone.
            await #expect(throws: Refusal.stillRunning) {
                try await IdempotencyClaim.$current.withValue(claim) {
                    _ = try await installation.createRegistration(as: job.clerk, channel: .agent, content: ApplicationContent())
                }
            }
            #expect(try await Self.registrations(job) == 1)
        }
    }

    @Test func `a crash between the act and its answer never lets the act run twice`() async throws {
        try await Self.withJob { client, job in
            let installation = job.world.installation
            let made = try await Self.begin(client, key: "k")
            // As a crash leaves it: committed, the answer not kept.
            _ = try await installation.store.write { session in
                try session.run("UPDATE idempotency SET status = 0, answer = NULL WHERE key = \("k")")
            }
            job.world.clock.move(seconds: 3_600)
            #expect(made.status == .created)
            #expect(try await Self.begin(client, key: "k").problemCode == "idempotency-answer-lost")
            #expect(try await Self.registrations(job) == 1)
        }
    }

    @Test func `while the answer of a committed act is being kept, a repetition waits`() async throws {
        try await Self.withJob { client, job in
            _ = try await Self.begin(client, key: "k")
            _ = try await job.world.installation.store.write { session in
                try session.run("UPDATE idempotency SET status = 0, answer = NULL WHERE key = \("k")")
            }
            #expect(try await Self.begin(client, key: "k").problemCode == "idempotency-key-running")
        }
    }

    @Test func `a server that starts after a crash frees what never ended and knows whose answer is lost`() async throws {
        try await Self.withJob { client, job in
            let installation = job.world.installation
            _ = try await installation.claimIdempotencyKey(
                "unended", of: job.clerk.account, operation: "createRegistration", bodyHash: [UInt8](repeating: 0, count: 32),
                leaseSeconds: 60)
            _ = try await Self.begin(client, key: "unanswered")
            _ = try await installation.store.write { session in
                try session.run("UPDATE idempotency SET status = 0, answer = NULL WHERE key = \("unanswered")")
            }
            try await installation.takeUpAfterStop()
            #expect(try await Self.begin(client, key: "unended").status == .created)
            #expect(try await Self.begin(client, key: "unanswered").problemCode == "idempotency-answer-lost")
            #expect(try await Self.registrations(job) == 2)
        }
    }

    @Test func `after a day the key is free and the old answer forgotten`() async throws {
        try await Self.withJob { client, job in
            _ = try await Self.begin(client, key: "k")
            job.world.clock.move(days: 2)
            #expect(try await job.world.installation.forgetIdempotentAnswers() == 1)
            #expect(try await Self.begin(client, key: "k").status == .created)
            #expect(try await Self.registrations(job) == 2)
        }
    }

    @Test(arguments: ["", " ", "a b", "é", String(repeating: "k", count: 129)])
    func `a key in another form is refused`(key: String) async throws {
        try await Self.withJob { client, _ in
            let answer = try await Self.begin(client, key: key)
            #expect(answer.status == .badRequest)
        }
    }

    @Test func `a file sent again with its key is not taken twice, another file under the key is refused`() async throws {
        try await Self.withJob { client, job in
            let send = { @Sendable (text: String) in
                let headers = HTTPFields.token("admin").with(.contentType, "text/csv").with(.idempotencyKey, "f")
                return try await client.execute(
                    uri: "/v1/intakes?kind=stock&batch=b", method: .post, headers: headers, body: ByteBuffer(string: text)
                ) { $0 }
            }
            let before = try await job.world.installation.listIntakes(as: job.administrator).rows.count
            let first = try await send("iccid\n89860000000000000019\n")
            #expect(first.status == .accepted)
            #expect(try await send("iccid\n89860000000000000019\n").body == first.body)
            #expect(try await send("iccid\n89860300000000000016\n").problemCode == "idempotency-key-reused")
            #expect(try await job.world.installation.listIntakes(as: job.administrator).rows.count == before + 1)
        }
    }
}
