import Records
import SQLCore
import UseCases

/// What readiness asks, by name; the answers are `ok` or why not, in a word.
package protocol HealthChecks: Sendable {
    func checks() async -> [String: String]
}

/// Whether the store answers.
package struct StoreHealth: HealthChecks {
    private let installation: Installation

    package init(installation: Installation) {
        self.installation = installation
    }

    package func checks() async -> [String: String] {
        do {
            _ = try await installation.store.read { try TrailRecords.sequenced(in: $0) }
            return ["store": "ok"]
        } catch {
            return ["store": "no-answer"]
        }
    }
}
