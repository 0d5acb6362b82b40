import NIOCore
import NIOPosix

/// Says the same to whoever connects and speaks.
private final class Speaker: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let words: String
    /// Said afterwards, again and again, as long as anybody listens.
    private let drop: String?

    init(_ words: String, drop: String?) {
        self.words = words
        self.drop = drop
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: words)), promise: nil)
        guard let drop else { return context.close(promise: nil) }
        let channel = context.channel
        let task = context.eventLoop.scheduleRepeatedTask(initialDelay: .milliseconds(10), delay: .milliseconds(10)) { task in
            channel.writeAndFlush(ByteBuffer(string: drop)).whenFailure { _ in task.cancel() }
        }
        channel.closeFuture.whenComplete { _ in task.cancel() }
    }
}

/// A server on loopback that says these words, whatever it is asked, and then `drop` again and again, or closes.
package func withSpeaker<Value>(_ words: String, drop: String? = nil, _ body: (_ port: Int) async throws -> Value) async throws -> Value {
    let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .childChannelInitializer { channel in
            channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Speaker(words, drop: drop)) }
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
