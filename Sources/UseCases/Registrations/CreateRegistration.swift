import Records
import Registry
import SQLCore
import Vault

/// A registration begun: nothing is registered before a reviewer has decided.
package struct BegunApplication: Sendable {
    package let registration: RegistrationID
    package let application: ApplicationID
    package let code: String
    package let version: Int64
    /// Where it was handed in with the same act: for how many cards, and what the machine noticed.
    package let cards: Int64?
    package let submitted: SubmittedApplication?

    package init(
        registration: RegistrationID, application: ApplicationID, code: String, version: Int64, cards: Int64? = nil,
        submitted: SubmittedApplication? = nil
    ) {
        self.registration = registration
        self.application = application
        self.code = code
        self.version = version
        self.cards = cards
        self.submitted = submitted
    }
}

extension Installation {
    /// The ways in by which the principal may register a unit's cards; none for a unit's own seat.
    package func listChannels(as principal: Principal) async throws -> [Channel] {
        try await look(as: principal, needs: .registrationWrite) { session in
            let open = try ChannelRule.open(to: principal, in: session)
            return Channel.allCases.filter(open.contains)
        }
    }

    /// Begins registering a unit's cards: a registration with its first application, a draft.
    /// - Parameter callback: where a program is told what becomes of it. Throws `webhook-address-…`, `callback-without-webhook`.
    package func createRegistration(
        as principal: Principal, channel: Channel, content: ApplicationContent, callback: String? = nil
    ) async throws -> BegunApplication {
        let callback = try await admittedCallback(callback, as: principal)
        return try await act(as: principal, .applicationCreated, needs: .registrationWrite, isolation: .keyed) { act in
            try ChannelRule.demand(channel, principal, in: act.session)
            let registration = StoredRegistration(
                fresh: act.fresh(), code: PublicCode.make("SM-", by: act.installation.chance), channel, by: principal, at: act.now)
            try act.register(registration)
            try RegistrationRecords.insertState(registration.id, unit: registration.unit, at: act.now, in: act.session)
            let application = try act.beginApplication(.register, of: registration.id, content, unit: registration.unit)
            try act.keepCallback(callback, of: application)
            act.recording.about(.registration, registration.id)
            return BegunApplication(registration: registration.id, application: application, code: registration.code, version: 1)
        }
    }
}

extension Act {
    func beginApplication(
        _ kind: ApplicationKind, of registration: RegistrationID, _ content: ApplicationContent, unit: PartyID?
    ) throws -> ApplicationID {
        let application = StoredApplication(fresh: fresh(), kind, of: registration, cards: 0, by: principal, at: now, unit: unit)
        let draft = try SealedDraft(content, for: application.id, in: installation)
        try DataKeyRecords.insert(draft.key, draft.wrapped, at: now, in: session)
        try ApplicationRecords.insertDraft(
            application, draft: draft.bytes, key: draft.key.id, purgeAfter: now.adding(days: installation.settings.purgeDays), in: session)
        recording.about(.application, application.id)
        return application.id
    }
}

extension Act {
    func register(_ registration: StoredRegistration) throws {
        try register(
            .registration,
            [
                registration.id, registration.code, registration.subject.rawValue, registration.channel.rawValue,
                registration.organisation, registration.path, registration.createdBy, registration.createdAt,
            ])
    }
}

extension StoredRegistration {
    /// One that is not stored yet. A unit's own seat registers for that unit.
    init(
        fresh id: RegistrationID, code: String, _ channel: Channel, of subject: DocumentType.Subject = .unit, by principal: Principal,
        at now: Instant
    ) {
        let unit: PartyID? = if case .unit(let unit, _, _) = principal.scope { unit } else { nil }
        self.init(
            id: id, code: code, subject: subject, channel: channel, organisation: principal.organisation, path: principal.scope.path,
            createdBy: principal.account, createdAt: now, state: .pending, unit: unit, cards: 0, registeredAt: nil, endedAt: nil,
            updatedAt: now)
    }
}

extension StoredApplication {
    /// A draft that is not stored yet.
    init(
        fresh id: ApplicationID, _ kind: ApplicationKind, of registration: RegistrationID, cards: Int64, by principal: Principal,
        at now: Instant, unit: PartyID? = nil, organisation: OrganisationID? = nil, path: OrganisationPath? = nil
    ) {
        self.init(
            id: id, registration: registration, kind: kind, state: .draft, version: 1, draft: nil, draftKey: nil,
            organisation: organisation ?? principal.organisation, path: path ?? principal.scope.path, unit: unit,
            cards: cards, createdBy: principal.account,
            createdAt: now, updatedAt: now, submittedAt: nil, submittedBy: nil, submission: nil, decidedAt: nil, lockedBy: nil,
            lockedUntil: Instant(milliseconds: 0))
    }
}

/// An application's content sealed under a key of its own, not stored yet.
struct SealedDraft: Sendable {
    let key: DataKey
    let wrapped: WrappedKey
    let bytes: [UInt8]

    init(_ content: ApplicationContent, for id: ApplicationID, in installation: Installation) throws {
        (key, wrapped) = try installation.freshDataKey()
        bytes = try SealedContent.seal(content, for: id, under: key, vault: installation.vault)
    }
}

/// A code that people can read to each other: two letters and ten characters without those that look alike.
enum PublicCode {
    private static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ")

    static func make(_ prefix: String, by chance: any Chance) -> String {
        var (word, _) = chance.words()
        var code = prefix
        for _ in 0..<10 {
            code.append(alphabet[Int(word % UInt64(alphabet.count))])
            word /= UInt64(alphabet.count)
        }
        return code
    }
}

/// Which way in stands open to whom: agents through the agent's way or its interface, halls and account managers through theirs
/// (R-25-18). The organisation decides, not the applicant: each way demands its own papers.
enum ChannelRule {
    static func demand(_ channel: Channel, _ principal: Principal, in session: any Session) throws {
        guard try open(to: principal, in: session).contains(channel) else { throw Refusal.channelNotAllowed }
    }

    static func open(to principal: Principal, in session: any Session) throws -> Set<Channel> {
        let organisation = try OrganisationRecords.find(principal.organisation, within: .everything, in: session)
        return organisation.map { open(to: $0.kind, by: principal.means) } ?? []
    }

    private static func open(to kind: OrganisationKind, by means: Principal.Means) -> Set<Channel> {
        switch kind {
        case .agent: means == .apiKey ? [.agent, .api] : [.agent]
        case .hall: [.hall]
        case .operatingCompany: [.accountManager]
        // A unit's own seat changes what is registered; new cards come through who sold them.
        case .enterprise: []
        }
    }
}

extension Refusal {
    package static let channelNotAllowed = Refusal(
        "channel-not-allowed", .invalid, requirements: ["R-25-18"], en: "This way in is not open to your organisation.",
        zh: "贵机构不能使用该办理渠道。", mend: LocalText(en: "Use your own channel.", zh: "请使用本机构对应的渠道。"), pointer: "/channel")
}
