import Records
import Registry
import SQLCore

extension Installation {
    /// Keys of the machine clients in scope, ended ones too, in the order of their making.
    package func listAPIKeys(
        as principal: Principal, account: AccountID? = nil, after: APIKeyID? = nil, limit: Int? = nil
    ) async throws -> [APIKeyView] {
        let rows = rows(limit)
        return try await look(as: principal, needs: .apiKeyManage) { session in
            try TokenRecords.apiKeys(within: principal.scope, account: account, after: after, limit: rows, in: session)
                .map { APIKeyView($0) }
        }
    }
}
