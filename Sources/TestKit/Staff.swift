import Records
import Registry
import SQLCore
import UseCases
import Vault

/// Somebody of the staff, enrolled; everything needed to sign in again.
package struct Staff: Sendable {
    package let account: AccountID
    package let login: String
    package let password: String
    /// The second factor's secret, base32, where the roles demand one.
    package let secret: String?
    package let signedIn: SignedIn
    package var principal: Principal { signedIn.principal }
    package var token: String { signedIn.access.text }
}

extension World {
    /// The first start, done: the operating company and its first administrator, signed in.
    package func administrator() async throws -> Staff {
        guard let start = try await installation.firstStart(companyName: "示例运营公司") else { throw StaffFailure.startedAlready }
        return try await enrol(start.enrolment.text, login: "first.administrator")
    }

    /// A member of staff with these roles, enrolled and signed in.
    package func staff(
        _ roles: Set<StaffRole>, in organisation: OrganisationID, login: String, by principal: Principal
    ) async throws -> Staff {
        let created = try await installation.createAccount(as: principal, organisation: organisation, roles: roles)
        guard let enrolment = created.enrolment else { throw StaffFailure.noToken }
        return try await enrol(enrolment.text, login: login)
    }

    package func enrol(_ token: String, login: String, password: String = "correct horse battery staple") async throws -> Staff {
        let enrolled = try await installation.acceptEnrolment(token: token, login: login, password: password)
        let secret = enrolled.secondFactor?.text
        let signedIn = try await installation.signIn(login: login, password: password, code: secret.map { code($0) })
        return Staff(account: enrolled.account.id, login: login, password: password, secret: secret, signedIn: signedIn)
    }

    /// Signs in again; time must have moved by a step of the second factor, because no code is taken twice.
    package func signIn(_ staff: Staff) async throws -> SignedIn {
        try await installation.signIn(login: staff.login, password: staff.password, code: staff.secret.map { code($0) })
    }

    /// What an authenticator with this secret shows now.
    package func code(_ secret: String) -> String {
        TOTPSecret(base32: secret).map { TOTP.code($0, counter: TOTP.counter(at: clock.now().milliseconds / 1_000)) } ?? ""
    }

    /// An organisation below the principal's own.
    package func organisation(
        _ kind: OrganisationKind, _ name: String, below parent: OrganisationID? = nil, by principal: Principal
    ) async throws -> OrganisationRecord {
        try await installation.createOrganisation(as: principal, parent: parent ?? principal.organisation, kind: kind, name: name)
    }
}

extension World {
    /// A second server over the same store, with its own memory.
    /// - Parameter folder: of its own, beside which others may have theirs; nil: the first server's.
    package func secondServer(
        on store: (any Store)? = nil, settings: Settings? = nil, verification: VerificationProviders? = nil,
        carriers: CarrierGateways = CarrierGateways([]), folder: String? = nil
    ) async throws -> Installation {
        try await Installation.open(
            store: store ?? installation.store, changesSchema: store == nil, sharesStore: folder != nil, vault: installation.vault,
            folders: folder.map { Folders(root: $0) } ?? installation.folders, clock: clock, chance: SystemChance(),
            settings: settings ?? installation.settings, inspector: installation.inspector, marker: installation.marker,
            reader: installation.reader, verification: verification, carriers: carriers, log: installation.log)
    }
}

package enum StaffFailure: Error {
    case startedAlready
    case noToken
}
