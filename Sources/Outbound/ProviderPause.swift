/// Waiting, as a port: tests move their clock instead.
package protocol ProviderPause: Sendable {
    /// Throws `CancellationError`.
    func pause(milliseconds: Int64) async throws
}

package struct RealPause: ProviderPause {
    package init() {}

    package func pause(milliseconds: Int64) async throws { try await Task.sleep(for: .milliseconds(milliseconds)) }
}
