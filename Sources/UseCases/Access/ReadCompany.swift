import Records
import Registry
import SQLCore

extension Installation {
    /// The operating company's name, as it stands at the head of a card's record.
    package func companyName(as principal: Principal) async throws -> String {
        try await look(as: principal, needs: .cardRead) { session in
            try OrganisationRecords.root(in: session)?.name ?? ""
        }
    }
}
