import HummingbirdTesting
import NIOCore
import NIOPosix
import Registry
import TestKit
import Testing
import UseCases
import Web

@testable import PersonalPages

@Suite("A line that brings nothing more")
struct StalledLineTests {
    @Test func `an upload that stalls is ended in words, and nothing is lost`() async throws {
        var settings = EdgeSettings()
        settings.transferSeconds = 2
        try await withPages(settings: settings, over: .live) { client, personal in
            let visitor = Visitor(client)
            try await visitor.enter(personal)
            try await visitor.choose()
            let facts = PersonalJob.person(1)
            #expect(try await visitor.type(facts).status == 303)
            let port = try #require(client.port)
            let seat = try #require(visitor.cookie("shiming-seat"))
            let answer = try await Self.answer(
                to: """
                    POST /p/pictures/holder-id-front HTTP/1.1\r
                    Host: localhost\r
                    Cookie: shiming-seat=\(seat)\r
                    Accept-Language: en\r
                    Content-Type: multipart/form-data; boundary=line\r
                    Content-Length: 100000\r
                    \r
                    --line\r
                    Content-Disposition: form-data; name="form"\r
                    \r
                    \(visitor.formToken)\r
                    --line\r
                    Content-Disposition: form-data; name="file"; filename="p.jpg"\r
                    Content-Type: image/jpeg\r
                    \r
                    the beginning of a picture
                    """, on: port)
            #expect(answer.hasPrefix("HTTP/1.1 503"), "\(answer)")
            #expect(answer.contains("Not now: nothing was done.") && answer.contains("Try again in a moment."))
            #expect(try await visitor.get("/p/details").text.contains(facts.name ?? "-"))
            #expect(try await visitor.upload(.holderIDFront, inventedPicture(7)).status == 303)
        }
    }

    /// What a server says to bytes on a line of its own, until its page ends or it closes the line.
    private static func answer(to bytes: String, on port: Int) async throws -> String {
        let client = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        let line = try await client.connect(host: "localhost", port: port) { channel in
            channel.eventLoop.makeCompletedFuture {
                try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
            }
        }
        return try await withTimeout(seconds: 30) {
            try await line.executeThenClose { inbound, outbound in
                try await outbound.write(ByteBuffer(string: bytes))
                var answer = ""
                for try await part in inbound {
                    answer += String(buffer: part)
                    if answer.contains("</html>") { break }
                }
                return answer
            }
        }
    }
}
