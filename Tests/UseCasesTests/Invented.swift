import Registry
import UseCases

/// People of the tests, without accounts behind them.
enum Invented {
    static func principal(_ number: UInt64, _ role: StaffRole, at path: OrganisationPath = .root) -> Principal {
        let organisation = OrganisationID(high: 7, low: number)
        return Principal(
            account: AccountID(high: 8, low: number), organisation: organisation, permissions: role.permissions,
            scope: path == .root ? .everything : .subtree(organisation: organisation, path: path), means: .session)
    }

    static let reviewer = principal(1, .reviewer)
    static let auditor = principal(2, .auditor)
    static let administrator = principal(3, .administrator)
    static let clerk = principal(11, .agentClerk, at: .root.child(2))
    static let otherClerk = principal(12, .agentClerk, at: .root.child(3))
}

/// What refuses it; nil when nothing does.
func refused(_ body: () async throws -> Void) async throws -> Refusal? {
    do {
        try await body()
        return nil
    } catch let refusal as Refusal {
        return refusal
    }
}

/// The code of what refuses it; nil when nothing does.
func refusalCode(_ body: () async throws -> Void) async throws -> String? { try await refused(body)?.code }

/// The pointers of what a refusal names, in order; empty when nothing was refused.
func refusalDetails(_ body: () async throws -> Void) async throws -> [String] {
    try await refused(body)?.details.compactMap(\.pointer).sorted() ?? []
}

/// The codes of what a refusal names; its own where it names nothing.
func refusalDetailCodes(_ body: () async throws -> Void) async throws -> [String] {
    guard let refusal = try await refused(body) else { return [] }
    return refusal.details.isEmpty ? [refusal.code] : refusal.details.map(\.code)
}
