import Contract
import Records
import Registry
import UseCases

extension Wire.Account {
    init(_ view: AccountView) {
        self.init(
            id: view.id.wire, kind: view.kind.rawValue, organisation: view.organisation.wire, roles: view.roles.map(\.rawValue),
            status: view.status.rawValue, secondFactor: view.hasSecondFactor, createdAt: view.createdAt.wire,
            updatedAt: view.updatedAt.wire, version: view.version, login: view.login)
    }
}

extension Wire.Organisation {
    init(_ record: OrganisationRecord) {
        self.init(
            id: record.id.wire, kind: record.kind.rawValue, name: record.name, status: record.status.rawValue,
            createdAt: record.createdAt.wire, updatedAt: record.updatedAt.wire, version: record.version, parent: record.parent?.wire,
            unit: record.unit?.wire)
    }
}

extension Wire.Contract {
    init(_ record: ContractRecord) {
        self.init(
            id: record.id.wire, agent: record.agent.wire, carrier: record.carrier.code, version: record.version,
            validFrom: WireDate(number: record.validFrom).description, validUntil: WireDate.untilText(record.validUntil),
            duties: record.duties, breachHandling: record.breachHandling, recordedAt: record.recordedAt.wire,
            recordedBy: record.recordedBy.wire)
    }
}

extension Wire.APIKey {
    init(_ view: APIKeyView) {
        self.init(
            id: view.id.wire, account: view.account.wire, label: view.label, permissions: view.permissions.map(\.rawValue),
            createdAt: view.createdAt.wire, expiresAt: view.expiresAt.wire, revokedAt: view.revokedAt?.wire)
    }
}

extension Wire.Session {
    init(_ view: SessionView) {
        self.init(
            id: view.id.wire, label: view.label, startedAt: view.startedAt.wire, refreshedAt: view.refreshedAt.wire,
            expiresAt: view.expiresAt.wire, current: view.isCurrent)
    }
}

extension Wire.SessionTokens {
    init(_ signedIn: SignedIn) {
        self.init(
            session: signedIn.session.wire, accessToken: signedIn.access.text, accessExpiresAt: signedIn.access.expiresAt.wire,
            refreshToken: signedIn.refresh.text, refreshExpiresAt: signedIn.refresh.expiresAt.wire,
            secondFactorToSetUp: signedIn.needsSecondFactorSetUp)
    }
}

extension Wire.SecondFactorSecret {
    init(_ secret: SecondFactorSecret) {
        self.init(secret: secret.text, uri: secret.address)
    }
}

extension Wire.Enrolment {
    init(_ token: IssuedToken) {
        self.init(token: token.text, expiresAt: token.expiresAt.wire)
    }
}

extension Scope {
    var wire: String {
        switch self {
        case .everything: "everything"
        case .subtree: "subtree"
        case .unit: "unit"
        case .card: "card"
        case .part: "part"
        }
    }
}
