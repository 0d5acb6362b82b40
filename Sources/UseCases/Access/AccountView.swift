import Records
import Registry

/// An account as others see it: nothing of its password or second factor but whether they are there.
package struct AccountView: Hashable, Sendable {
    package let id: AccountID
    package let kind: AccountKind
    package let organisation: OrganisationID
    /// Nil until it is chosen at enrolment.
    package let login: String?
    /// In the order of their declaration.
    package let roles: [StaffRole]
    package let status: AccountStatus
    package let hasSecondFactor: Bool
    package let createdAt: Instant
    package let updatedAt: Instant
    package let version: Int64

    init(_ record: AccountRecord) {
        id = record.id
        kind = record.kind
        organisation = record.organisation
        login = record.hasChosenLogin ? record.login : nil
        roles = StaffRole.allCases.filter(record.roles.contains)
        status = record.status
        hasSecondFactor = record.secondFactor != nil
        createdAt = record.createdAt
        updatedAt = record.updatedAt
        version = record.version
    }
}
