import Registry
import UseCases
import Web

/// The installation's own sessions and keys.
package struct InstallationAuthenticator: Authenticator {
    private let installation: Installation

    package init(_ installation: Installation) {
        self.installation = installation
    }

    package func authenticate(token: String) async throws -> Principal {
        try await installation.authenticate(token)
    }
}
