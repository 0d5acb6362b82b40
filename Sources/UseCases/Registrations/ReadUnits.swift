import Numbers
import Records
import Registry
import SQLCore

extension Installation {
    /// Units with a registration in scope, by code or by the beginning of the name; both are public facts.
    package func listUnits(
        as principal: Principal, code: String?, name: String?, after: PartyID?, limit: Int
    ) async throws -> [UnitEntry] {
        try await look(as: principal, needs: .registrationRead) { session in
            try UnitRecords.list(principal.scope, code: code, name: name, after: after, limit: limit, in: session)
        }
    }

    package func readUnit(as principal: Principal, _ id: PartyID) async throws -> (unit: UnitEntry, registrations: [StoredRegistration]) {
        let now = clock.now()
        return try await look(as: principal, needs: .registrationRead) { session in
            let registrations = try RegistrationRecords.list(
                principal.scope, state: nil, unit: id, code: nil, before: nil, at: now, limit: 500, in: session)
            guard !registrations.isEmpty, let unit = try UnitRecords.find(id, in: session) else { throw Refusal.notFound }
            return (unit, registrations)
        }
    }

    /// Of a unit with a registration in scope.
    package func readUnitName(as principal: Principal, _ id: PartyID) async throws -> String {
        try await look(as: principal, needs: .registrationRead) { session in
            guard let unit = try UnitRecords.find(id, principal.scope, in: session) else { throw Refusal.notFound }
            return unit.name
        }
    }

    /// Documents and authorisations of live registrations that end within so many days, the soonest first.
    package func listExpiries(
        as principal: Principal, withinDays days: Int64, after cursor: ExpiryRecords.Position? = nil, limit: Int? = nil
    ) async throws -> Page<ExpiryRecords.Expiry, ExpiryRecords.Position> {
        let limit = settings.rows(limit)
        let until = Int64(CivilDate(shanghai: clock.now().adding(days: days)).yyyymmdd)
        let now = clock.now()
        return try await look(as: principal, needs: .registrationRead) { session in
            let found = try ExpiryRecords.list(
                principal.scope, until: until, after: cursor, at: now, limit: limit + 1, in: session)
            return Page(found, limit: limit) {
                ExpiryRecords.Position(until: $0.until, registration: $0.registration, matter: $0.matter, role: $0.role)
            }
        }
    }

    /// Responsible persons of units whom another follows within so many days, the soonest first.
    package func listLeaving(as principal: Principal, withinDays days: Int64, limit: Int) async throws -> [LeavingRecords.Leaving] {
        let now = clock.now()
        return try await look(as: principal, needs: .registrationRead) { session in
            try LeavingRecords.list(principal.scope, until: now.adding(days: days), at: now, limit: limit, in: session)
        }
    }
}
