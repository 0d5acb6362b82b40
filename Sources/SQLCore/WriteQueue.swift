/// A store whose writers queue.
package protocol WriteQueue: Sendable {
    /// Acts that wait for the writer now.
    var waitingWrites: Int { get }
}
