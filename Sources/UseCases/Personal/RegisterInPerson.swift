import Numbers
import Records
import Registry
import SQLCore
import Vault

/// What staff hand in for a person who stands before them.
package struct InPersonApplication: Sendable {
    /// ICCID, number or card reference.
    package let card: String
    package let channel: Channel
    package let content: ApplicationContent
    /// What the person consented to, on paper or on the counter's screen.
    package let consents: [ConsentKind: Bool]
    package let noticeVersion: String
    /// In which the person reads.
    package let language: ReaderLanguage
    /// The case that was sent back and is handed in again, and its version as it was read; nil for a new one. Of its content, what stays as it is
    /// shown masked stays as it stands.
    package let resuming: (application: ApplicationID, version: Int64)?
    /// Of that case, who they are whose document is another now.
    package let persons: [PartyRole: ChangedPerson]

    package init(
        card: String, channel: Channel, content: ApplicationContent, consents: [ConsentKind: Bool], noticeVersion: String,
        language: ReaderLanguage = .chinese, resuming: (application: ApplicationID, version: Int64)? = nil,
        persons: [PartyRole: ChangedPerson] = [:]
    ) {
        self.card = card
        self.channel = channel
        self.content = content
        self.consents = consents
        self.noticeVersion = noticeVersion
        self.language = language
        self.resuming = resuming
        self.persons = persons
    }
}

extension Installation {
    /// Registers a person's card before staff: the document is looked at, an on-site photo stands in for face recognition, and the case
    /// goes to a reviewer and the carrier like every other. The way for whoever does not want, or cannot use, the page (R-OP-03, Q-03).
    /// What was sent back is handed in again, as the same case.
    /// Throws as `submitPersonal`, and `channel-not-allowed`, `card-not-found`; what `examineInPerson` throws; `stale`.
    package func registerInPerson(as principal: Principal, _ asked: InPersonApplication) async throws -> BegunApplication {
        guard asked.noticeVersion == inPersonNoticeVersion else { throw Refusal.noticeVersionOld }
        // A program stands before nobody.
        guard principal.means != .apiKey, asked.channel != .api else { throw Refusal.channelNotAllowed }
        // What the rules refuse is refused before anything is looked at.
        let outlook = try await examineInPerson(
            as: principal, card: asked.card, channel: asked.channel, asked.content, consents: Set(asked.consents.filter(\.value).keys),
            resuming: asked.resuming?.application, persons: asked.persons)
        guard outlook.failures.isEmpty else { throw Refusal.invalid(outlook.failures.map(\.asRefusal)) }
        if let obstacle = outlook.obstacle { throw obstacle }
        // What stays where it stood was looked at when it was handed in first.
        let seen = try await seeInPerson(
            outlook.pieces.filter { piece in outlook.resumed.map { !$0.isAsItStood(piece.slot, in: outlook.content) } ?? true },
            outlook.content, for: principal)
        return try await act(as: principal, .applicationSubmitted, needs: .registrationWrite) { act in
            try ChannelRule.demand(asked.channel, principal, in: act.session)
            let resumed = try act.resumed(asked)
            let today = CivilDate(shanghai: act.now)
            var content = resumed?.clear(asked.content, today: today) ?? asked.content
            let read = Dictionary(seen.map { ($0.slot.rawValue, $0.fields) }) { $0.merging($1) { $1 } }
            content.readings = (resumed?.readings(of: content) ?? [:]).merging(read) { $1 }
            if content.holderAge(on: today) != .under14, content.isReadAsChild(content.readings ?? [:], today: today) {
                throw Refusal.invalid([CheckOutcome.documentShowsChild.asRefusal])
            }
            let card = try act.installation.personalCard(asked.card, for: principal, in: act.session)
            let registration =
                resumed?.registration
                ?? StoredRegistration(
                    fresh: act.fresh(), code: PublicCode.make("SM-", by: act.installation.chance), asked.channel, of: .person,
                    by: principal, at: act.now)
            if resumed == nil { try act.register(registration) }
            let application =
                resumed?.application
                ?? StoredApplication(fresh: act.fresh(), .register, of: registration.id, cards: 1, by: principal, at: act.now)
            try act.keepConsents(
                asked, of: application.id, isOfAnother: { resumed?.isOfAnother($0, content, today: today) ?? false })
            try act.keepMarks(of: seen, besides: resumed?.pieces ?? [], in: application.id)
            let needed = try InPersonNeeds.read(content, card, for: principal, at: act.now, in: act.session)
            let standing = resumed?.standing(for: content, age: content.holderAge(on: today), today: today) ?? []
            var handing = act.handing(asked, content, card, application, registration, needed, standing)
            handing.remarks = (resumed?.outcomes(for: content, today: today) ?? []) + outlook.photo
            let handed = try handing.pin()
            // The face was seen by staff; only the data is put to an authority.
            let state = try act.askProviders(about: handed.submission, of: application.id, needed.needs)
            let version =
                try resumed == nil
                ? act.insert(application, content, handed, state, card) : act.handInAgain(application, content, handed, state)
            try act.tellHandedIn(.submitted, of: registration, handed.submission, standing: state)
            return BegunApplication(
                registration: registration.id, application: application.id, code: registration.code, version: version, cards: 1,
                submitted: SubmittedApplication(submission: handed.submission, version: version, checks: handed.outcomes))
        }
    }
}

extension Act {
    fileprivate func resumed(_ asked: InPersonApplication) throws -> ResumedInPerson? {
        guard let (id, version) = asked.resuming else { return nil }
        let resumed = try ResumedInPerson.read(id, asked.persons, of: principal, at: now, in: installation, session)
        guard resumed.application.version == version else { throw Refusal.stale }
        return resumed
    }

    /// - Parameter isOfAnother: whether another stood in a role before, so that whoever does now has said nothing yet.
    fileprivate func keepConsents(
        _ asked: InPersonApplication, of application: ApplicationID, isOfAnother: (PartyRole) -> Bool
    ) throws {
        let said =
            try isOfAnother(.holder)
            ? []
            : ConsentRecords.latest(application, in: session).filter {
                $0.kind != .guardian || !isOfAnother(.guardian)
            }
        try keepConsents(asked.consents, of: asked.noticeVersion, to: application, besides: said)
    }

    /// One for a picture, for whichever side of a document it was handed in; what the case stands on has its own.
    fileprivate func keepMarks(of seen: [SeenPaper], besides standing: Set<EvidenceID>, in application: ApplicationID) throws {
        var marked = standing
        for paper in seen.filter({ !$0.slot.isDocumentBack }) + seen.filter(\.slot.isDocumentBack)
        where marked.insert(paper.evidence).inserted {
            try keepMark(paper.mark, of: paper.evidence, in: application)
        }
    }

    fileprivate func handing(
        _ asked: InPersonApplication, _ content: ApplicationContent, _ card: PersonalCard, _ application: StoredApplication,
        _ registration: StoredRegistration, _ needed: InPersonNeeds, _ standing: Set<EvidenceID>
    ) -> PersonalHanding {
        PersonalHanding(
            act: self, application: application, registration: registration, content: content, card: card, deviceType: nil,
            needs: needed.needs, consents: Set(asked.consents.filter(\.value).keys), outlook: needed.outlook, device: nil,
            language: asked.language, standing: standing)
    }

    /// Answers the application's version.
    fileprivate func insert(
        _ application: StoredApplication, _ content: ApplicationContent, _ handed: HandedIn, _ state: ApplicationState, _ card: PersonalCard
    ) throws -> Int64 {
        try RegistrationRecords.insertState(application.registration, unit: handed.unit, at: now, in: session)
        let draft = try SealedDraft(content, for: application.id, in: installation)
        try DataKeyRecords.insert(draft.key, draft.wrapped, at: now, in: session)
        try ApplicationRecords.insertSubmitted(
            application, draft: draft.bytes, key: draft.key.id, handed.submission, state: state, unit: handed.unit, at: now, in: session)
        try ApplicationRecords.addIntervals(application.id, [card.subscription...card.subscription], in: session)
        return application.version
    }

    fileprivate func handInAgain(
        _ application: StoredApplication, _ content: ApplicationContent, _ handed: HandedIn, _ state: ApplicationState
    ) throws -> Int64 {
        guard let id = application.draftKey, let key = try DataKeyRecords.open(id, with: installation.vault, in: session) else {
            throw Refusal.applicationClosed
        }
        let draft = try SealedContent.seal(content, for: application.id, under: key, vault: installation.vault)
        try ApplicationRecords.saveDraft(application.id, draft: draft, unit: handed.unit, at: now, in: session)
        try RegistrationRecords.setUnit(application.registration, handed.unit, at: now, in: session)
        try ApplicationRecords.markSubmitted(
            application.id, handed.submission, state: state, unit: handed.unit, by: principal.account, at: now, in: session)
        return InPersonCase.versionHandedIn(after: application.version)
    }
}
