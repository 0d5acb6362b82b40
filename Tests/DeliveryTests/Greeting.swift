import NIOCore
import NIOPosix

/// Says something to whoever connects, before anything is asked, and closes when it is spoken to.
private final class Greeter: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let words: String

    init(_ words: String) { self.words = words }

    func channelActive(context: ChannelHandlerContext) {
        guard !words.isEmpty else { return context.close(promise: nil) }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: words)), promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        // One that said several lines has answered the greeting of the other side already.
        if words.split(separator: "\n").count < 2 { context.close(promise: nil) }
    }
}

/// A server on loopback that greets with these words.
func withGreeting<Value>(_ words: String, _ body: (_ port: Int) async throws -> Value) async throws -> Value {
    let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .childChannelInitializer { channel in
            channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Greeter(words)) }
        }
        .bind(host: "127.0.0.1", port: 0).get()
    let value: Value
    do {
        value = try await body(server.localAddress?.port ?? 0)
    } catch {
        try? await server.close().get()
        throw error
    }
    try await server.close().get()
    return value
}
