import Records
import Registry
import SQLCore
import Vault

/// A registration begun: nothing is registered before a reviewer has decided.
package struct BegunApplication: Hashable, Sendable {
    package let registration: RegistrationID
    package let application: ApplicationID
    package let code: String
    package let version: Int64

    package init(registration: RegistrationID, application: ApplicationID, code: String, version: Int64) {
        self.registration = registration
        self.application = application
        self.code = code
        self.version = version
    }
}

extension Installation {
    /// Begins registering a unit's cards: a registration with its first application, a draft.
    package func createRegistration(
        as principal: Principal, channel: Channel, content: ApplicationContent
    ) async throws -> BegunApplication {
        try await act(as: principal, .applicationCreated, needs: .registrationWrite, isolation: .keyed) { act in
            try ChannelRule.demand(channel, act)
            let registration: RegistrationID = act.fresh()
            let code = RegistrationCode.make(act.installation.chance)
            try act.register(
                .registration,
                [
                    registration, code, DocumentType.Subject.unit.rawValue, channel.rawValue, principal.organisation,
                    principal.scope.path, principal.account, act.now,
                ])
            let unit: PartyID? = if case .unit(let unit, _, _) = principal.scope { unit } else { nil }
            try RegistrationRecords.insertState(registration, unit: unit, at: act.now, in: act.session)
            let application = try act.beginApplication(.register, of: registration, content, unit: unit)
            act.recording.about(.registration, registration)
            return BegunApplication(registration: registration, application: application, code: code, version: 1)
        }
    }
}

extension Act {
    func beginApplication(
        _ kind: ApplicationKind, of registration: RegistrationID, _ content: ApplicationContent, unit: PartyID?
    ) throws -> ApplicationID {
        let id: ApplicationID = fresh()
        let key = try freshDataKey()
        let draft = try SealedContent.seal(content, for: id, under: key, vault: installation.vault)
        try ApplicationRecords.insertDraft(
            id, kind, of: registration, draft: draft, key: key.id, organisation: principal.organisation, path: principal.scope.path,
            unit: unit, by: principal.account, at: now, purgeAfter: now.adding(days: installation.settings.purgeDays), in: session)
        recording.about(.application, id)
        return id
    }
}

/// A code that people can read to each other: `SM-` and ten characters without those that look alike.
enum RegistrationCode {
    private static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ")

    static func make(_ chance: any Chance) -> String {
        var (word, _) = chance.words()
        var code = "SM-"
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
    static func demand(_ channel: Channel, _ act: Act) throws {
        let organisation = try OrganisationRecords.find(act.principal.organisation, within: .everything, in: act.session)
        guard let kind = organisation?.kind, open(to: kind, by: act.principal.means).contains(channel) else {
            throw Refusal.channelNotAllowed
        }
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
    static let channelNotAllowed = Refusal(
        "channel-not-allowed", .invalid, requirements: ["R-25-18"], en: "This way in is not open to your organisation.",
        zh: "贵机构不能使用该办理渠道。", mend: LocalText(en: "Use your own channel.", zh: "请使用本机构对应的渠道。"), pointer: "/channel")
}
