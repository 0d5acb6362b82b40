import Ledger
import Logging
import Records
import Registry
import SQLCore
import Vault

/// A link as whoever issued it sees it, once.
package struct IssuedPartLink: Sendable {
    package let id: PartLinkID
    package let role: PartyRole
    /// What stands in the link.
    package let code: String
    package let expiresAt: Instant

    /// Where it leads, behind the address of the server.
    package var path: String { "/p/part/\(code)" }
}

/// A link to a part, and what it is good for now.
package struct PartLinkView: Sendable {
    package enum Standing: String, CaseIterable, Sendable {
        case open
        /// The person said that all of it is right.
        case completed
        /// By whoever handed it out, or because another took its place.
        case revoked
        case expired
        /// The application was handed in or given up since.
        case closed
    }

    package let link: StoredPartLink
    package let standing: Standing

    init(_ link: StoredPartLink, of application: StoredApplication, at now: Instant) {
        self.link = link
        standing = Standing(link, of: application, at: now)
    }
}

extension PartLinkView.Standing {
    init(_ link: StoredPartLink, of application: StoredApplication, at now: Instant) {
        let isHandedIn = application.submittedAt.map { $0 >= link.issuedAt } ?? false
        self =
            if link.completedAt != nil {
                .completed
            } else if link.revokedAt != nil {
                .revoked
            } else if !application.state.isOpenToSubmitter || isHandedIn {
                .closed
            } else if now >= link.expiresAt {
                .expired
            } else {
                .open
            }
    }
}

/// The parts of an application that persons may complete themselves, and the links given out for them.
package struct ApplicationParts: Sendable {
    /// Whose part can be handed over now; none once the application is handed in.
    package let roles: [PartyRole]
    /// All of them, the newest first.
    package let links: [PartLinkView]
}

extension Installation {
    /// Hands one person's part of a unit's open application over: whoever has the link completes that part and sees nothing else of it.
    /// It is seen once; only its hash is kept. A link to the same part that was open is so no more.
    ///
    /// - Parameter given: how many links had been given out for the application when whoever asks looked; another number by now is refused,
    ///   so that a form sent again does not close the link that it made. nil asks nothing.
    /// - Throws: `part-not-there`, `unit-not-named`, `application-closed`, `persons-own`, `part-links-too-many`, `changed-meanwhile`.
    package func issuePartLink(
        as principal: Principal, _ id: ApplicationID, _ role: PartyRole, given: Int? = nil
    ) async throws -> IssuedPartLink {
        try await act(as: principal, .partLinkIssued, needs: .registrationWrite) { act in
            guard let found = try ApplicationRecords.find(id, principal.scope, in: act.session) else { throw Refusal.notFound }
            let stored = try act.openApplication(id, version: found.version)
            try act.demandUnits(stored.registration)
            let whole = try PartOfApplication.read(stored, role, at: act.now, in: act.installation, act.session)
            guard whole.unit.name != nil else { throw Refusal.unitNotNamed }
            let count = try PartLinkRecords.count(of: id, in: act.session)
            guard given ?? count == count else { throw Refusal.stale }
            guard count < Self.partLinksMax else { throw Refusal.partLinksTooMany }
            for link in try PartLinkRecords.unfinished(of: id, in: act.session) where link.role == role { try act.close(link) }
            let code = EntranceCode.make(.link, by: act.installation.chance)
            let seat = PartSeat(
                link: act.fresh(), application: id, role: role, organisation: stored.organisation, path: stored.path)
            let until = act.now.adding(seconds: act.installation.settings.partLinkHours * 3_600)
            try PartLinkRecords.insert(
                seat, hash: SecretHash.of(code), by: principal.account, at: act.now, until: until, in: act.session)
            act.recording.about(.partLink, seat.link)
            act.recording.about(.application, id)
            act.recording.note("role", .string(role.rawValue))
            return IssuedPartLink(id: seat.link, role: role, code: code, expiresAt: until)
        }
    }

    /// Whose part of the application can be handed over, and what became of the links.
    package func readParts(as principal: Principal, _ id: ApplicationID) async throws -> ApplicationParts {
        let now = now()
        return try await look(as: principal, needs: .registrationRead) { session in
            guard let stored = try ApplicationRecords.find(id, principal.scope, in: session) else { throw Refusal.notFound }
            let links = try PartLinkRecords.list(of: id, limit: Self.partLinksMax, in: session).map {
                PartLinkView($0, of: stored, at: now)
            }
            return ApplicationParts(roles: try openRoles(stored, at: now, in: session), links: links)
        }
    }

    /// The newest link of each part that its person completed.
    package func completedParts(as principal: Principal, _ id: ApplicationID) async throws -> [StoredPartLink] {
        try await look(as: principal, needs: .registrationRead) { session in
            guard try ApplicationRecords.find(id, principal.scope, in: session) != nil else { throw Refusal.notFound }
            var seen: Set<PartyRole> = []
            return try PartLinkRecords.completed(of: id, limit: Self.partLinksMax, in: session).filter { seen.insert($0.role).inserted }
        }
    }

    /// Of one application, so that every one of them is seen by whoever decides.
    private static let partLinksMax = 100

    private func openRoles(_ stored: StoredApplication, at now: Instant, in session: any Session) throws -> [PartyRole] {
        guard stored.state.isOpenToSubmitter, let content = try SealedContent.open(stored, vault: vault, in: session),
            let registration = try RegistrationRecords.find(stored.registration, .everything, at: now, in: session),
            registration.subject == .unit
        else { return [] }
        let situation = JudgedApplication.situation(stored, registration, content, .fromDecision)
        return PartyRole.withPart.filter { ApplicationPart($0, of: content, in: situation) != nil }
    }

    /// From now on nobody comes in by it, and what was typed there and not completed is destroyed. Again, it changes nothing.
    /// Throws `not-found`, `part-completed`.
    package func revokePartLink(as principal: Principal, _ id: PartLinkID) async throws {
        try await unlessDone {
            try await act(as: principal, .partLinkRevoked, needs: .registrationWrite) { act in
                guard let link = try PartLinkRecords.find(id, in: act.session),
                    try ApplicationRecords.find(link.application, principal.scope, in: act.session) != nil
                else { throw Refusal.notFound }
                guard principal.scope.path.contains(link.seat.path) else { throw Refusal.notPermitted }
                guard link.completedAt == nil else { throw Refusal.partCompleted }
                guard link.revokedAt == nil else { throw DoneAlready() }
                try act.close(link)
                act.recording.about(.application, link.application)
            }
        }
    }

    /// Destroys what was begun by links that have expired; answers how many.
    @discardableResult
    package func purgeParts(limit: Int = 100) async throws -> Int {
        let now = now()
        guard try await store.read({ try !PartLinkRecords.expiredDrafts(at: now, limit: 1, in: $0).isEmpty }) else { return 0 }
        return try await act(as: .system, .partsPurged, needs: nil) { act in
            let over = try PartLinkRecords.expiredDrafts(at: act.now, limit: limit, in: act.session)
            for link in over {
                try act.discardDraft(of: link)
                act.recording.about(.partLink, link.id)
            }
            return over.count
        }
    }
}

extension Act {
    /// Nobody comes in by it any more.
    fileprivate func close(_ link: StoredPartLink) throws {
        try discardDraft(of: link)
        try PartLinkRecords.revoke(link.id, at: now, in: session)
        recording.about(.partLink, link.id)
    }

    /// Nobody comes in any more by the links that were not completed.
    func closeParts(of application: ApplicationID) throws {
        for link in try PartLinkRecords.unfinished(of: application, in: session) { try close(link) }
    }

    /// The application is out of its clerk's hands: what persons began and did not complete is needed no more (R-DP-01).
    func discardParts(of application: ApplicationID) throws {
        for link in try PartLinkRecords.unfinished(of: application, in: session) { try discardDraft(of: link) }
    }

    /// What was typed and taken there, and not completed, can be read no more (R-DP-01).
    func discardDraft(of link: StoredPartLink) throws {
        guard let key = link.dataKey else { return }
        let typed = try legible(link)
        let pieces = (typed?.evidence ?? [:]).values.joined().compactMap { EvidenceID($0) }
        try EvidenceRecords.giveUp(pieces, at: now, in: session)
        try DataKeyRecords.destroy(key, at: now, in: session)
        try PartLinkRecords.forgetDraft(link.id, in: session)
    }

    /// What is about to be destroyed is destroyed also where it cannot be read; its pictures go when their own time has come.
    private func legible(_ link: StoredPartLink) throws -> ApplicationContent? {
        do {
            return try SealedPart.open(link, vault: installation.vault, in: session)
        } catch let failure as SQLFailure {
            throw failure
        } catch {
            installation.log.error(
                "what a person had begun of his part cannot be read and is destroyed unread", metadata: ["link": "\(link.id)"])
            return nil
        }
    }
}
