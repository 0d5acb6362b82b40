import Ledger
import Records
import Registry
import SQLCore

extension TrailAction {
    static let tokensPurged = TrailAction("tokens.purged")
}

extension Installation {
    /// Removes tokens that expired more than a day ago, some at a time; answers how many. API keys stay on their list.
    @discardableResult
    package func purgeExpiredTokens(limit: Int = 1_000) async throws -> Int {
        let before = clock.now().adding(days: -1)
        guard try await store.read({ session in try TokenRecords.hasEnded(before: before, in: session) }) else { return 0 }
        return try await act(as: .system, .tokensPurged, needs: nil) { act in
            let count = try TokenRecords.purge(endedBefore: before, limit: limit, in: act.session)
            act.recording.note("count", .integer(Int64(count)))
            return count
        }
    }
}
