import Ledger
import Records
import Registry
import SQLCore

/// What a selection of cards came to.
package struct SelectedCards: Hashable, Sendable {
    package let version: Int64
    package let cards: Int64
    /// Numbers for which there is no card in scope, and their positions in the list (the first thousand).
    package let notFound: Int
    package let notFoundPositions: [Int]
    package let repeated: Int
}

extension Installation {
    /// Replaces the content of an open application. `version` is the one that was read; returns the new one. A person's field sent
    /// back as it was shown, masked, stays as it stands.
    package func updateApplication(
        as principal: Principal, _ id: ApplicationID, version: Int64, content: ApplicationContent
    ) async throws -> Int64 {
        try await act(as: principal, .applicationEdited, needs: .registrationWrite, isolation: .keyed) { act in
            let stored = try act.openApplication(id, version: version)
            let registration = try act.demandUnits(stored.registration)
            guard let keyID = stored.draftKey, let key = try DataKeyRecords.open(keyID, with: act.installation.vault, in: act.session)
            else {
                throw Refusal.applicationClosed
            }
            let standing = try SealedContent.open(stored, vault: act.installation.vault, in: act.session)
            let content = standing.map { content.unmasked(from: $0) } ?? content
            // Whoever said for which unit he stands did not say it of another.
            let known = try PartUnit.known(stored, registration, in: act.session)
            let isAnother =
                content.role != standing?.role
                || PartUnit(stored, registration, content, known: known) != PartUnit(stored, registration, standing, known: known)
            if isAnother { try act.closeParts(of: id) }
            for role in PartyRole.withPart where isAnother || !content.isSame(as: standing, in: role) {
                try PartLinkRecords.markChanged(id, role, at: act.now, in: act.session)
            }
            let draft = try SealedContent.seal(content, for: id, under: key, vault: act.installation.vault)
            try ApplicationRecords.saveDraft(id, draft: draft, unit: nil, at: act.now, in: act.session)
            act.recording.about(.application, id)
            return version + 1
        }
    }

    /// Replaces the cards an open application is about, chosen within the principal's scope.
    package func selectCards(
        as principal: Principal, _ id: ApplicationID, version: Int64, _ selector: CardSelector
    ) async throws -> SelectedCards {
        try await act(as: principal, .applicationCardsSelected, needs: .registrationWrite, isolation: .keyed) { act in
            let stored = try act.openApplication(id, version: version)
            try act.demandUnits(stored.registration)
            let found = try act.installation.selectIntervals(
                selector, scope: principal.scope, cardsMax: act.installation.settings.applicationCardsMax, in: act.session)
            let intervals = found.intervals.intervals.map { $0.lo...$0.hi }
            try ApplicationRecords.setIntervals(id, intervals, cards: found.intervals.count, at: act.now, in: act.session)
            act.recording.about(.application, id)
            act.recording.note("cards", .integer(found.intervals.count))
            return SelectedCards(
                version: version + 1, cards: found.intervals.count, notFound: found.notFound, notFoundPositions: found.notFoundPositions,
                repeated: found.repeated)
        }
    }

    /// Takes an application back before it is decided.
    package func withdrawApplication(as principal: Principal, _ id: ApplicationID, version: Int64) async throws {
        try await act(as: principal, .applicationWithdrawn, needs: .registrationWrite) { act in
            guard let stored = try ApplicationRecords.find(id, principal.scope, in: act.session) else { throw Refusal.notFound }
            guard principal.scope.path.contains(stored.path) else { throw Refusal.notPermitted }
            guard stored.version == version else { throw Refusal.stale }
            guard !stored.state.isDecided else { throw Refusal.applicationClosed }
            guard try SeatRecords.find(stored.createdBy, in: act.session) == nil else { throw Refusal.personsOwn }
            try ApplicationRecords.mark(
                id, .withdrawn, decidedAt: act.now, purgeAfter: act.now.adding(days: act.installation.settings.purgeDays), at: act.now,
                in: act.session)
            try act.discardParts(of: id)
            if stored.kind == .register {
                try RegistrationRecords.mark(stored.registration, .refused, at: act.now, in: act.session)
                try CardSlotRecords.release(stored.registration, in: act.session)
                try VerificationRecords.forget(of: id, in: act.session)
            }
            if let submission = stored.submission,
                let registration = try RegistrationRecords.find(stored.registration, .everything, at: act.now, in: act.session)
            {
                try act.tell(.withdrawn, of: registration, submission)
            }
            act.recording.about(.application, id)
        }
    }
}

extension StoredApplication {
    /// The application, when it is the principal's, open, and still as it was read.
    static func open(_ id: ApplicationID, version: Int64, of principal: Principal, in session: any Session) throws -> StoredApplication {
        guard let stored = try ApplicationRecords.find(id, principal.scope, in: session) else { throw Refusal.notFound }
        // A unit's seat sees what agents hand in for the unit, and leaves it to them.
        guard principal.scope.path.contains(stored.path) else { throw Refusal.notPermitted }
        guard stored.state.isOpenToSubmitter else { throw Refusal.applicationClosed }
        guard stored.version == version else { throw Refusal.stale }
        return stored
    }
}

extension Act {
    func openApplication(_ id: ApplicationID, version: Int64) throws -> StoredApplication {
        try StoredApplication.open(id, version: version, of: principal, in: session)
    }
}

extension Act {
    /// What a person began himself is his: staff neither change it nor build on it (R-AF-11).
    @discardableResult
    func demandUnits(_ id: RegistrationID) throws -> StoredRegistration {
        guard let registration = try RegistrationRecords.find(id, .everything, at: now, in: session), registration.subject == .unit else {
            throw Refusal.personsOwn
        }
        return registration
    }
}

extension Refusal {
    package static let personsOwn = Refusal(
        "persons-own", .forbidden, requirements: ["R-AF-11"], en: "This is a person's own registration; staff do not act on it.",
        zh: "该登记由本人办理，工作人员不得代为操作。", mend: LocalText(en: "The person does it by the card's link.", zh: "请由本人通过该卡链接办理。"))
}

extension ApplicationContent {
    /// Whether nothing changed in one person's part.
    fileprivate func isSame(as other: ApplicationContent?, in role: PartyRole) -> Bool {
        party(role) == other?.party(role)
            && role.documentSlots.allSatisfy { evidence?[$0.rawValue] ?? [] == other?.evidence?[$0.rawValue] ?? [] }
    }

    /// Fields that hold just the mask of what stands there take what stands there.
    func unmasked(from standing: ApplicationContent) -> ApplicationContent {
        var content = self
        content.unit = unit.map { $0.unmasked(from: standing.unit) }
        content.handler = handler.map { $0.unmasked(from: standing.handler) }
        content.responsiblePerson = responsiblePerson.map { $0.unmasked(from: standing.responsiblePerson) }
        content.actualUser = actualUser.map { $0.unmasked(from: standing.actualUser) }
        content.proxy = proxy.map { $0.unmasked(from: standing.proxy) }
        content.holder = holder.map { $0.unmasked(from: standing.holder) }
        content.guardian = guardian.map { $0.unmasked(from: standing.guardian) }
        return content
    }
}

extension PartyFacts {
    /// Of another person than the one who stood there: what is left of the mask of that one's facts is nothing of his.
    func withoutMask(of standing: PartyFacts?) -> PartyFacts {
        guard let standing else { return self }
        let shown = standing.masked
        var facts = self
        for field in [\PartyFacts.name, \.formerNumber, \.birthDate, \.address, \.contact]
        where facts[keyPath: field] == shown[keyPath: field] && shown[keyPath: field] != standing[keyPath: field] {
            facts[keyPath: field] = nil
        }
        return facts
    }

    fileprivate func unmasked(from standing: PartyFacts?) -> PartyFacts {
        guard let standing else { return self }
        let shown = standing.masked
        var facts = self
        if name == shown.name { facts.name = standing.name }
        if documentNumber == shown.documentNumber { facts.documentNumber = standing.documentNumber }
        if formerNumber == shown.formerNumber { facts.formerNumber = standing.formerNumber }
        if birthDate == shown.birthDate { facts.birthDate = standing.birthDate }
        if address == shown.address { facts.address = standing.address }
        if contact == shown.contact { facts.contact = standing.contact }
        return facts
    }
}
