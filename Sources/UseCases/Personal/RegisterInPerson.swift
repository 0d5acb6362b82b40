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

    package init(
        card: String, channel: Channel, content: ApplicationContent, consents: [ConsentKind: Bool], noticeVersion: String,
        language: ReaderLanguage = .chinese
    ) {
        self.card = card
        self.channel = channel
        self.content = content
        self.consents = consents
        self.noticeVersion = noticeVersion
        self.language = language
    }
}

extension Installation {
    /// Registers a person's card before staff: the document is looked at, an on-site photo stands in for face recognition, and the case
    /// goes to a reviewer and the carrier like every other. The way for whoever does not want, or cannot use, the page (R-OP-03, Q-03).
    /// Throws as `submitPersonal`, and `channel-not-allowed`, `card-not-found`.
    package func registerInPerson(as principal: Principal, _ asked: InPersonApplication) async throws -> BegunApplication {
        guard asked.noticeVersion == PersonalNotice.inPersonVersion else { throw Refusal.noticeVersionOld }
        // A program stands before nobody.
        guard principal.means != .apiKey, asked.channel != .api else { throw Refusal.channelNotAllowed }
        // What the rules refuse is refused before anything is looked at.
        let outlook = try await examineInPerson(
            as: principal, card: asked.card, channel: asked.channel, asked.content, consents: Set(asked.consents.filter(\.value).keys))
        guard outlook.failures.isEmpty else { throw Refusal.invalid(outlook.failures.map(\.asRefusal)) }
        if let obstacle = outlook.obstacle { throw obstacle }
        let seen = try await seeInPerson(outlook.pieces, asked.content)
        var content = asked.content
        content.readings = Dictionary(seen.map { ($0.slot.rawValue, $0.fields) }) { $0.merging($1) { $1 } }
        let read = content
        return try await act(as: principal, .applicationSubmitted, needs: .registrationWrite) { act in
            try ChannelRule.demand(asked.channel, principal, in: act.session)
            let card = try act.installation.personalCard(asked.card, for: principal, in: act.session)
            let registration = StoredRegistration(
                fresh: act.fresh(), code: PublicCode.make("SM-", by: act.installation.chance), asked.channel, of: .person, by: principal,
                at: act.now
            )
            try act.register(registration)
            let application = StoredApplication(
                fresh: act.fresh(), .register, of: registration.id, cards: 1, by: principal, at: act.now)
            for (kind, isGiven) in asked.consents.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                try act.register(.consent, [application.id, kind.rawValue, 0, asked.noticeVersion, isGiven, act.now])
            }
            for paper in seen { try act.keepMark(paper.mark, of: paper.evidence, in: application.id) }
            try PictureReadingRecords.forget(seen.map(\.evidence), in: act.session)
            let needed = try InPersonNeeds.read(read, card, for: principal, at: act.now, in: act.session)
            let handed = try act.handing(asked, read, card, application, registration, needed).pin()
            try RegistrationRecords.insertState(registration.id, unit: handed.unit, at: act.now, in: act.session)
            let draft = try SealedDraft(read, for: application.id, in: act.installation)
            try DataKeyRecords.insert(draft.key, draft.wrapped, at: act.now, in: act.session)
            // The face was seen by staff; only the data is put to an authority.
            let state = try act.askProviders(about: handed.submission, of: application.id, needed.needs)
            try ApplicationRecords.insertSubmitted(
                application, draft: draft.bytes, key: draft.key.id, handed.submission, state: state, unit: handed.unit, at: act.now,
                in: act.session)
            try ApplicationRecords.addIntervals(application.id, [card.subscription...card.subscription], in: act.session)
            try act.tellHandedIn(.submitted, of: registration, handed.submission, standing: state)
            return BegunApplication(
                registration: registration.id, application: application.id, code: registration.code, version: application.version,
                cards: 1,
                submitted: SubmittedApplication(
                    submission: handed.submission, version: application.version, checks: handed.outcomes))
        }
    }
}

extension Act {
    fileprivate func handing(
        _ asked: InPersonApplication, _ content: ApplicationContent, _ card: PersonalCard, _ application: StoredApplication,
        _ registration: StoredRegistration, _ needed: InPersonNeeds
    ) -> PersonalHanding {
        PersonalHanding(
            act: self, application: application, registration: registration, content: content, card: card, deviceType: nil,
            needs: needed.needs, consents: Set(asked.consents.filter(\.value).keys), outlook: needed.outlook, device: nil,
            language: asked.language)
    }
}
