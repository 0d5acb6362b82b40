import Records
import Registry
import SQLCore

extension TrailAction {
    static let installationStarted = TrailAction("installation.started")
}

/// What the first start hands to whoever stands before the machine.
package struct FirstStart: Hashable, Sendable {
    package let organisation: OrganisationID
    package let account: AccountID
    /// For `acceptEnrolment`; shown once, replaced at the next start.
    package let enrolment: IssuedToken
}

extension Installation {
    /// Makes the operating company and the first administrator's account. Until somebody has enrolled, every start makes a fresh
    /// token and ends the one before; afterwards nil. There is no default password.
    package func firstStart(companyName: String) async throws -> FirstStart? {
        if try await store.read({ session in try AccountRecords.anybodyEnrolled(in: session) }) { return nil }
        let name = try OrganisationRules.name(companyName)
        return try await act(as: .system, .installationStarted, needs: nil) { act in
            if try AccountRecords.anybodyEnrolled(in: act.session) { return nil }
            let root = try act.rootOrganisation(name: name)
            let account = try act.firstAdministrator(of: root)
            act.recording.about(.organisation, root)
            act.recording.about(.account, account)
            return FirstStart(organisation: root, account: account, enrolment: try act.issueEnrolment(for: account))
        }
    }
}

extension Act {
    fileprivate func rootOrganisation(name: String) throws -> OrganisationID {
        if let root = try OrganisationRecords.root(in: session) { return root.id }
        // The root's path is fixed; taking its number keeps it from anybody else.
        _ = try Counters.take(1, from: Counters.organisation, in: session)
        let root = OrganisationRecord(
            id: fresh(), kind: .operatingCompany, parent: nil, path: .root, name: name, createdAt: now, updatedAt: now)
        try OrganisationRecords.insert(root, in: session)
        return root.id
    }

    fileprivate func firstAdministrator(of root: OrganisationID) throws -> AccountID {
        if let invited = try AccountRecords.firstInvited(of: root, in: session) { return invited }
        let id: AccountID = fresh()
        try AccountRecords.insert(
            id, kind: .person, organisation: root, login: nil, roles: [.administrator], status: .invited, at: now, in: session)
        return id
    }

    /// A one-time token; earlier ones of the account end.
    func issueEnrolment(for account: AccountID) throws -> IssuedToken {
        try TokenRecords.revokeAll(of: account, kinds: [.enrolment], at: now, in: session)
        return try issue(.enrolment, family: fresh(), account: account, seconds: installation.settings.enrolmentSeconds)
    }

    /// - Parameter made: the token, where it is not left to chance.
    func issue(
        _ kind: TokenKind, family: SessionID, account: AccountID, seconds: Int64, label: String = "", permissions: Set<Permission>? = nil,
        made: (text: String, hash: [UInt8])? = nil
    ) throws -> IssuedToken {
        let (text, hash) = made ?? TokenText.make(kind, by: installation.chance)
        let expiresAt = now.adding(seconds: seconds)
        try TokenRecords.insert(
            TokenRecord(
                hash: hash, kind: kind, family: family, account: account, label: label, permissions: permissions, issuedAt: now,
                expiresAt: expiresAt),
            in: session)
        return IssuedToken(text: text, expiresAt: expiresAt)
    }
}
