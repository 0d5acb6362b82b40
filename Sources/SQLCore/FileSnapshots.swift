/// An engine whose database is a file can copy itself, whole and consistent, while it is in use.
package protocol FileSnapshots: Sendable {
    /// Writes a database of the same engine to `path`, where nothing may be yet. Durable when it returns.
    func snapshot(to path: String) async throws
}
