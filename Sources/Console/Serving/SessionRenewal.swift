import Registry
import Synchronization
import UseCases

/// Renews sign-ins whose access token has run out. A browser asks for several pages at once, all with the same refresh token, which may be
/// used once: the first renews, the others get what came of it, those that another server answers too.
final class SessionRenewal: Sendable {
    private struct Renewed: Sendable {
        let task: Task<SignedIn, any Error>
        let at: Instant
    }

    /// For how long the others may still come.
    private static let graceSeconds: Int64 = 30

    private let installation: Installation
    private let renewed = Mutex<[String: Renewed]>([:])

    init(_ installation: Installation) {
        self.installation = installation
    }

    /// Who is signed in with a refresh token at this moment, and his new pair: since another request renewed it, the sign-in may have ended
    /// or its rights have changed.
    func seat(_ refresh: String) async throws -> (principal: Principal, renewed: SignedIn) {
        let renewed = try await renew(refresh)
        return (try await installation.authenticate(renewed.access.text), renewed)
    }

    func renew(_ refresh: String) async throws -> SignedIn {
        let now = installation.now()
        let task = renewed.withLock { renewed in
            renewed = renewed.filter { $0.value.at.adding(seconds: Self.graceSeconds) > now }
            if let known = renewed[refresh] { return known.task }
            let task = Task { [installation] in try await installation.refreshSession(refresh, graceSeconds: Self.graceSeconds) }
            renewed[refresh] = Renewed(task: task, at: now)
            return task
        }
        do {
            return try await task.value
        } catch {
            // A store that was busy for a moment must not keep anybody out; a token that was refused is refused again.
            renewed.withLock { _ = $0.removeValue(forKey: refresh) }
            throw error
        }
    }
}
