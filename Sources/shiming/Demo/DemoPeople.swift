import Client
import Contract
import Foundation
import Registry
import UseCases
import Vault

/// Who takes part.
struct DemoCast: Sendable {
    /// Identifier of the agent.
    let agent: String
    let administrator: DemoPerson
    let clerk: DemoPerson
    let reviewer: DemoPerson
    let auditor: DemoPerson

    var all: [DemoPerson] { [administrator, clerk, reviewer, auditor] }
}

/// Somebody who has signed in.
struct DemoPerson: Sendable {
    let client: APIClient

    /// Accepts a one-time token with a password of chance that nobody is told, and signs in with the code an authenticator would show.
    static func enrolled(token: String, login: String, server: ServerAddress, language: Language) async throws -> DemoPerson {
        let password = (0..<4).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined(separator: "-")
        let door = try APIClient(server: server, language: language.rawValue)
        do {
            let enrolled = try await door.acceptEnrolment(token: token, login: login, password: password)
            let code = enrolled.secondFactor.flatMap { TOTPSecret(base32: $0.secret) }.map { secret in
                TOTP.code(secret, counter: TOTP.counter(at: SystemClock().now().milliseconds / 1_000))
            }
            let tokens = try await door.signIn(login: login, password: password, code: code, label: "demo")
            await door.close()
            return DemoPerson(
                client: try APIClient(server: server, credential: .token(tokens.accessToken), language: language.rawValue))
        } catch {
            await door.close()
            throw error
        }
    }
}
