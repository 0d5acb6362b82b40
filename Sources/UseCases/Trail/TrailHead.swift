import Ledger
import Records
import Registry

/// Where the trail stands.
package struct TrailState: Hashable, Sendable {
    /// nil while nothing is numbered.
    package let head: StoredHead?
    /// Entries committed and not numbered yet.
    package let pending: Int
}

extension Installation {
    /// The newest head of the tree: size and root, no content.
    package func trailHead(as principal: Principal) async throws -> TrailState {
        try await look(as: principal, needs: .trailRead) { session in
            TrailState(head: try TrailTree.newestHead(in: session), pending: try TrailTree.pendingCount(in: session))
        }
    }
}
