import Ledger
import Records
import Registry
import SQLCore

extension TrailAction {
    static let apiKeyRevoked = TrailAction("api-key.revoked")
}

extension Installation {
    /// Ends a key at once; doing it again changes nothing. Throws `not-found`.
    package func revokeAPIKey(as principal: Principal, _ id: APIKeyID) async throws {
        try await act(as: principal, .apiKeyRevoked, needs: .apiKeyManage) { act in
            let found = try TokenRecords.apiKeys(within: principal.scope, account: nil, key: id, after: nil, limit: 1, in: act.session)
            guard let key = found.first else { throw Refusal.notFound }
            try TokenRecords.revoke(key.family, of: key.account, at: act.now, in: act.session)
            act.recording.about(.account, key.account)
            act.recording.note("key", .string(id.description))
        }
        access.principals.forget(session: id.retyped())
    }
}
