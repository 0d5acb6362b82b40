import Registry
import SQLCore

/// A store that is not written while it is being moved, nor after: every act looks for the mark inside its own transaction.
package struct FencedStore: Store {
    /// Without the fence.
    package let engine: any Store
    package var dialect: any Dialect { engine.dialect }

    package init(_ engine: any Store) { self.engine = engine }

    package func read<Value: Sendable>(_ body: @Sendable (any Session) throws -> Value) async throws -> Value {
        try await engine.read(body)
    }

    package func write<Value: Sendable>(
        _ isolation: Isolation, _ body: @escaping @Sendable (any Session) throws -> Value
    ) async throws -> Value {
        Staleness.allowed?.end()
        return try await engine.write(isolation) { session in
            // Asked for with the first question of the act, and looked at when it has done everything: it is undone then.
            session.foresee { _ = try StoreMarks.find(StoreMarks.stopped, in: $0) }
            let value = try body(session)
            guard try StoreMarks.find(StoreMarks.stopped, in: session) == nil else { throw Refusal.storeMoving }
            return value
        }
    }

    package func close() async { await engine.close() }
}

extension Installation {
    /// Throws `store-moving` where the data is being moved elsewhere, or was: such a store is not served.
    package func demandWritable() async throws {
        guard try await store.read({ try StoreMarks.find(StoreMarks.stopped, in: $0) }) == nil else { throw Refusal.storeMoving }
    }
}

extension Refusal {
    package static let storeMoving = Refusal(
        "store-moving", .temporary, house: .availability, en: "The data is being moved to another store; nothing can be changed.",
        zh: "数据正在迁移到新的存储，暂时不能更改。",
        mend: LocalText(en: "Try again in a few minutes.", zh: "请几分钟后重试。"), retryAfterSeconds: 30)
}
