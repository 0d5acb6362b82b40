import SQLCore
import Synchronization

/// A store whose server dies after so many more acts: the one behind them, and all after it, fail.
package final class BreakingStore: Store {
    package struct CutOff: Error {}

    private let engine: any Store
    private let left: Mutex<Int>
    private let failure: any Error
    package var dialect: any Dialect { engine.dialect }

    package init(_ engine: any Store, after writes: Int = .max, with failure: (any Error)? = nil) {
        self.engine = engine
        self.failure = failure ?? CutOff()
        left = Mutex(writes)
    }

    /// From now on so many more.
    package func breaks(after writes: Int) { left.withLock { $0 = writes } }

    package func read<Value: Sendable>(_ body: @Sendable (any Session) throws -> Value) async throws -> Value {
        try await engine.read(body)
    }

    package func write<Value: Sendable>(
        _ isolation: Isolation, _ body: @escaping @Sendable (any Session) throws -> Value
    ) async throws -> Value {
        let isOver = left.withLock { left in
            left -= 1
            return left < 0
        }
        if isOver { throw failure }
        return try await engine.write(isolation, body)
    }

    package func close() async {}
}
