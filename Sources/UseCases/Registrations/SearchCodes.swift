import Records
import Registry

/// What has a code that people call it by.
package enum CodeFound: Hashable, Sendable {
    case registration(RegistrationID)
    /// By its credit code, or the other number of its document.
    case unit(PartyID)
}

extension Installation {
    /// What within scope has these codes, in capitals or not, by the code as it was asked for; what nothing has is left out. Throws
    /// `search-too-large`.
    package func searchCodes(as principal: Principal, _ codes: [String]) async throws -> [String: CodeFound] {
        guard codes.count <= settings.searchNumbersMax else { throw Refusal.searchTooLarge(settings.searchNumbersMax) }
        return try await look(as: principal, needs: .registrationRead) { session in
            let wanted = Set(codes.map { $0.uppercased() }).sorted()
            let registrations = try RegistrationRecords.coded(wanted, principal.scope, in: session)
            let units = try UnitRecords.coded(wanted.filter { registrations[$0] == nil }, principal.scope, in: session)
            var found: [String: CodeFound] = [:]
            for code in codes {
                let known = code.uppercased()
                found[code] = registrations[known].map { CodeFound.registration($0) } ?? units[known].map { CodeFound.unit($0) }
            }
            return found
        }
    }
}
