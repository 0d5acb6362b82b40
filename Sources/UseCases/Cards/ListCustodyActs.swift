import Records
import Registry

extension Installation {
    /// Acts of custody in which an organisation within scope gave or took, newest first.
    package func listCustodyActs(
        as principal: Principal, kinds: [CustodyActKind] = [.allocate, .recall, .withdraw], before cursor: Int64? = nil, limit: Int? = nil
    ) async throws -> Page<CustodyActRecord, Int64> {
        let limit = settings.rows(limit)
        return try await look(as: principal, needs: .cardRead) { session in
            let acts = try CustodyRecords.acts(
                before: cursor ?? .max, kinds: kinds, scope: principal.scope, limit: limit + 1, in: session)
            return Page(acts, limit: limit) { $0.number }
        }
    }
}
