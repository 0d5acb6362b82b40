import Ledger
import Records
import Registry
import SQLCore

/// A registration with its unit and who has which role, masked.
package struct RegistrationView: Sendable {
    package let registration: StoredRegistration
    package let unit: UnitEntry?
    /// The whole succession of every role, in the order in which its links count; none where it is withheld.
    package let history: [RoleView]
    package let decisions: [StoredDecision]
    /// Its last card has ended, and who answered is for lawful tracing only.
    package let isWithheld: Bool
    let phase: RetentionPhase
    /// Who has which role now.
    package var roles: [RoleView] { history.filter(\.isCurrent) }
}

extension RegistrationView: RecordShowing {
    var keptLook: KeptLook? { KeptLook(phase, of: registration.id, isWithheld: isWithheld, history) }
}

/// The succession of every role of a registration.
private struct RolesShown: RecordShowing {
    let history: [RoleView]
    let keptLook: KeptLook?
}

extension KeptLook {
    fileprivate init?(_ phase: RetentionPhase, of registration: RegistrationID, isWithheld: Bool, _ history: [RoleView]) {
        guard phase != .live, !isWithheld else { return nil }
        self.init(phase: phase, registration: registration, parties: history.compactMap(\.link.party))
    }
}

/// One link of a role's succession, masked.
package struct RoleView: Sendable {
    package let link: RoleLink
    package let name: String?
    package let documentType: DocumentType?
    package let documentNumber: String?
    package let contact: String?
    package let validUntil: Int64?
    /// In force now.
    package let isCurrent: Bool
}

extension Installation {
    /// A look at one whose last card has ended leaves its entry.
    package func readRegistration(as principal: Principal, _ id: RegistrationID) async throws -> RegistrationView {
        let now = clock.now()
        return try await lookAtRecord(as: principal, needs: .registrationRead) { [self] session in
            guard let stored = try RegistrationRecords.find(id, principal.scope, at: now, in: session) else { throw Refusal.notFound }
            let phase = try KeptRecord.phase(of: stored, for: principal, at: now, in: session)
            let isReadable = KeptRecord.isReadable(phase, by: principal)
            return RegistrationView(
                registration: stored, unit: try stored.unit.flatMap { try UnitRecords.find($0, in: session) },
                history: isReadable ? try roles(of: id, at: now, in: session) : [],
                decisions: try DecisionRecords.list(id, in: session), isWithheld: !isReadable, phase: phase)
        }
    }

    package func listRegistrations(
        as principal: Principal, state: RegistrationState?, unit: PartyID?, code: String?, before: RegistrationID?, limit: Int
    ) async throws -> [(registration: StoredRegistration, unit: UnitEntry?)] {
        let now = clock.now()
        return try await look(as: principal, needs: .registrationRead) { session in
            try RegistrationRecords.list(
                principal.scope, state: state, unit: unit, code: code, before: before, at: now, limit: limit, in: session
            ).map { stored in (stored, try stored.unit.flatMap { try UnitRecords.find($0, in: session) }) }
        }
    }

    /// The whole succession of every role, in the order in which its links count; what is for lawful tracing only for those alone who may
    /// trace, with an entry.
    package func listRegistrationRoles(as principal: Principal, _ id: RegistrationID) async throws -> [RoleView] {
        let now = clock.now()
        let shown = try await lookAtRecord(as: principal, needs: .registrationRead) { [self] session in
            guard let stored = try RegistrationRecords.find(id, principal.scope, at: now, in: session) else { throw Refusal.notFound }
            let phase = try KeptRecord.phase(of: stored, for: principal, at: now, in: session)
            let isReadable = KeptRecord.isReadable(phase, by: principal)
            let history = isReadable ? try roles(of: id, at: now, in: session) : []
            return RolesShown(history: history, keptLook: KeptLook(phase, of: id, isWithheld: !isReadable, history))
        }
        return shown.history
    }

    /// The cards the registration answers for now.
    package func listRegistrationCards(
        as principal: Principal, _ id: RegistrationID, after: Int64, limit: Int
    ) async throws -> [(card: CardRecord, since: Instant)] {
        let now = clock.now()
        return try await look(as: principal, needs: .registrationRead) { session in
            guard try RegistrationRecords.find(id, principal.scope, at: now, in: session) != nil else { throw Refusal.notFound }
            return try HoldingRecords.cards(of: id, at: now, after: after, limit: limit, in: session).compactMap { held in
                try CardRecords.find(held.subscription, scope: .everything, at: now, in: session).map { ($0, held.effectiveFrom) }
            }
        }
    }

    private func roles(of id: RegistrationID, at now: Instant, in session: any Session) throws -> [RoleView] {
        let current = try RoleRecords.inForce(id, at: now, asKnown: now, in: session)
        return try RoleRecords.history(id, in: session).map { link in
            let stored = try link.identity.flatMap { try PartyRecords.identity($0, in: session) }
            let facts = try stored.flatMap { try SealedIdentity.open($0, vault: vault) }
            let isUnit = link.role == .unit
            return RoleView(
                link: link, name: facts.map { isUnit ? $0.name : Mask.name($0.name) }, documentType: facts?.documentType,
                documentNumber: facts.map { isUnit ? $0.documentNumber : Mask.number($0.documentNumber) },
                contact: facts?.contact.map(Mask.phone), validUntil: stored?.validUntil,
                isCurrent: current[link.role]?.ordinal == link.ordinal)
        }
    }
}
