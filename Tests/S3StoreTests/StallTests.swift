import Registry
import TestKit
import Testing
import UseCases

@testable import S3Store

/// A store that begins to answer and does not end.
@Suite struct StallTests {
    @Test func `an answer that drips is given up when its time is over`() async throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"
        try await withSpeaker(head, drop: "x") { port in
            let transport = try HTTPTransport(authority: nil, connections: 1)
            let request = S3Request(method: "GET", url: "http://127.0.0.1:\(port)/bucket/piece", headers: [], body: [])
            await #expect(throws: EvidenceStoreFailure.unavailable("no whole answer in time")) {
                try await transport.send(request, seconds: 1, bodyMax: 1_000_000)
            }
            await transport.close()
        }
    }

    @Test func `a whole answer in time is taken, one that is too long is not`() async throws {
        try await withSpeaker("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello") { port in
            let request = S3Request(method: "GET", url: "http://127.0.0.1:\(port)/bucket/piece", headers: [], body: [])
            // A connection each: the speaker says one answer and closes.
            let taking = try HTTPTransport(authority: nil, connections: 1)
            #expect(try await taking.send(request, seconds: 60, bodyMax: 10).body == Array("hello".utf8))
            await taking.close()
            let refusing = try HTTPTransport(authority: nil, connections: 1)
            await #expect(throws: EvidenceStoreFailure.damaged) { try await refusing.send(request, seconds: 60, bodyMax: 3) }
            await refusing.close()
        }
    }
}
