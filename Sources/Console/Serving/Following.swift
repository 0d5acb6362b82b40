import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Registry
import ServiceLifecycle
import UseCases
import Web

/// A piece of a page that changes while somebody looks.
struct LivePiece: Sendable {
    let text: String
    /// Nothing more will change.
    let isOver: Bool
}

extension ConsoleVisit {
    private static let look: Duration = .seconds(1)
    /// Looks between two proofs that the sign-in is still good.
    private static let looksPerProof = 5
    /// Looks between two signs of life, by which a reader who went away is noticed.
    private static let looksPerSign = 15

    /// A piece of a page as server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html), each time it has changed.
    /// Ends when nothing more will change, when the sign-in ends, when the server stops, and when the reader is gone.
    ///
    /// - Parameter look: as whoever the sign-in is now, whose rights may change meanwhile.
    ///
    /// Throws `live-places-taken`, and what the first `look` throws.
    func follow(_ look: @escaping @Sendable (Principal) async throws -> LivePiece) async throws -> Response {
        let reader = try principal()
        guard let session = reader.session, let token = renewed?.access.text ?? cookies[.access] else { throw Refusal.signInNeeded }
        let first = try await look(reader)
        let place = try console.live.take(for: session)
        let installation = installation
        var headers = PageHeaders.page(language, usesCamera: false)
        headers[.contentType] = "text/event-stream; charset=utf-8"
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody { writer in
                defer { withExtendedLifetime(place) {} }
                try await writer.write(ByteBuffer(string: "retry: 2000\n\n" + Self.event(first)))
                var (reader, last, looks) = (reader, first, 0)
                while !last.isOver {
                    try await Task.sleep(for: Self.look)
                    looks += 1
                    guard !Task.isShuttingDownGracefully else { break }
                    // A store that is busy for a moment ends nothing; a sign-in that is over does, or a thing that is gone.
                    let piece: LivePiece
                    do {
                        if looks % Self.looksPerProof == 0 { reader = try await installation.authenticate(token) }
                        piece = try await look(reader)
                    } catch is Refusal { break } catch { continue }
                    if piece.text != last.text || piece.isOver {
                        try await writer.write(ByteBuffer(string: Self.event(piece)))
                    } else if looks % Self.looksPerSign == 0 {
                        try await writer.write(ByteBuffer(string: ":\n\n"))
                    }
                    last = piece
                }
                try await writer.finish(nil)
            })
    }

    private static func event(_ piece: LivePiece) -> String {
        let lines = piece.text.split(whereSeparator: \.isNewline).map { "data: \($0)\n" }
        return "event: piece\n" + lines.joined() + "\n"
    }
}
