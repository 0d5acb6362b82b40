import Contract
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Registry
import TestKit
import UseCases
import Web

@testable import API

/// Tokens that stand for principals, set by the test.
struct TokenTable: Authenticator {
    var principals: [String: Principal] = [:]

    func authenticate(token: String) async throws -> Principal {
        guard let principal = principals[token] else { throw Refusal.tokenMalformed }
        return principal
    }
}

extension Principal {
    /// An account of the operating company that may do everything.
    static func allowedEverything(_ world: World) -> Principal {
        Principal(
            account: world.installation.fresh(), organisation: world.installation.fresh(), permissions: Set(Permission.allCases),
            scope: .everything, means: .session)
    }
}

/// An edge over a fresh world, asked through the router.
func withEdge(
    tokens: (World) -> TokenTable = { TokenTable(principals: ["all": .allowedEverything($0)]) }, settings: EdgeSettings = EdgeSettings(),
    _ body: @Sendable (any TestClientProtocol, World) async throws -> Void
) async throws {
    try await withWorld { world in
        try await withEdge(over: world, tokens: tokens(world), settings: settings) { client in try await body(client, world) }
    }
}

/// An edge over a world.
func withEdge(
    over world: World, tokens: any Authenticator, settings: EdgeSettings = EdgeSettings(),
    _ body: @Sendable (any TestClientProtocol) async throws -> Void
) async throws {
    let edge = try Edge(
        installation: world.installation, authenticator: tokens, settings: settings, figures: Figures(),
        health: StoreHealth(installation: world.installation))
    let application = Application(router: edge.router(), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    try await application.test(.router) { client in try await body(client) }
}

extension HTTPFields {
    static func token(_ token: String) -> HTTPFields { [.authorization: "Bearer \(token)"] }

    func with(_ name: HTTPField.Name, _ value: String) -> HTTPFields {
        var headers = self
        headers[name] = value
        return headers
    }

    static let json: HTTPFields = HTTPFields.token("all").with(.contentType, "application/json")
}

extension TestResponse {
    var problemCode: String? { (try? problem())?.code }

    func problem() throws -> Problem {
        try JSONDecoder().decode(Problem.self, from: Data(body.readableBytesView))
    }
}

extension Operation {
    var method: HTTPRequest.Method { HTTPRequest.Method(facts.method) ?? .get }

    /// The path with made-up identifiers.
    var madeUpPath: String {
        facts.path.replacingOccurrences(of: "{product}", with: "P-1")
            .replacingOccurrences(of: "{card}", with: "card_" + String(repeating: "0", count: 32))
            .replacingOccurrences(of: "{campaign}", with: "BR-2222222222")
            .replacing(/\{[a-zA-Z]+\}/, with: "0197b7a2-5d0c-7c3e-9a41-3f6a1c2b4d5e")
    }
}

typealias Operation = Contract.Operation
