import Numbers
import Records
import Registry
import SQLCore

extension Installation {
    /// An agent's contracts, all versions, in the order of their recording. Throws `not-found`.
    package func listContracts(
        as principal: Principal, agent: OrganisationID, carrier: Carrier? = nil, after: ContractID? = nil, limit: Int? = nil
    ) async throws -> [ContractRecord] {
        let rows = rows(limit)
        return try await look(as: principal, needs: .organisationRead) { session in
            guard try OrganisationRecords.find(agent, within: principal.scope, in: session) != nil else { throw Refusal.notFound }
            return try ContractRecords.list(agent: agent, carrier: carrier, after: after, limit: rows, in: session)
        }
    }

    /// Contracts of agents in reach that ended or end within so many days, the soonest first, and no longer one goes on.
    package func listEndingContracts(
        as principal: Principal, withinDays days: Int64, limit: Int
    ) async throws -> [(contract: ContractRecord, agentName: String)] {
        let until = Int64(CivilDate(shanghai: now().adding(days: days)).yyyymmdd)
        return try await look(as: principal, needs: .organisationRead) { session in
            try ContractRecords.ending(principal.scope, until: until, limit: limit, in: session)
        }
    }
}
