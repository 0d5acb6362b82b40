import Hummingbird
import Logging
import ServiceLifecycle

/// A stand-in for a part of the outside world.
package protocol Sandboxed: Sendable {
    func router() -> Router<BasicRequestContext>
}

/// A sandbox that listens.
package struct SandboxServer: Sendable {
    private let sandbox: any Sandboxed
    private let host: String
    private let port: Int

    /// - Parameter port: 0 lets the system choose.
    package init(_ sandbox: any Sandboxed, host: String = "127.0.0.1", port: Int) {
        self.sandbox = sandbox
        self.host = host
        self.port = port
    }

    /// Serves until it is cancelled or told to end.
    /// - Parameter listening: told the address, once.
    package func run(listening: @escaping @Sendable (String) async -> Void) async throws {
        let host = self.host
        let named = host.contains(":") ? "[\(host)]" : host
        let asked = port
        let application = Application(
            router: sandbox.router(), configuration: .init(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { channel in await listening("http://\(named):\(channel.localAddress?.port ?? asked)") },
            // What it is asked is in no log.
            logger: Logger(label: "sandbox") { _ in SwiftLogNoOpLogHandler() })
        try await application.run()
    }

    /// Runs `body` beside a sandbox on a port of the system's choice, and ends it afterwards.
    package static func withRunning<Value: Sendable>(
        _ sandbox: any Sandboxed, _ body: @Sendable (String) async throws -> Value
    ) async throws -> Value {
        let (addresses, found) = AsyncStream<String>.makeStream()
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { found.finish() }
                try await SandboxServer(sandbox, port: 0).run { found.yield($0) }
            }
            defer { group.cancelAll() }
            guard let address = await addresses.first(where: { _ in true }) else {
                try await group.waitForAll()
                throw CancellationError()
            }
            return try await body(address)
        }
    }
}
