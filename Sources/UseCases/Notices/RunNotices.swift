import Logging
import Numbers
import Records
import Registry
import SQLCore
import Vault

extension Installation {
    /// Hands on the notice of this way that is due first. It belongs to one server while it is sent, is sent again under the same id after
    /// a stop, and is over once its receiver took it. Answers whether there may be more at once; several run side by side.
    @discardableResult
    package func runNotice(by channel: NoticeChannel) async throws -> Bool {
        guard let notifier = notifiers?[channel] else { return false }
        let now = now()
        // Nobody is asked, and nothing is taken up, while it is left alone.
        guard await !notifier.state().rests(at: now) else { return false }
        guard try await store.read({ try !NoticeRecords.due(by: channel, at: now, limit: 1, in: $0).isEmpty }) else { return false }
        let lease = now.adding(seconds: settings.noticeTimeoutSeconds * 2 + 60)
        let notice = try await store.write { session -> StoredNotice? in
            for candidate in try NoticeRecords.due(by: channel, at: now, limit: Self.contenders, in: session) {
                if let taken = try NoticeRecords.lease(candidate, until: lease, at: now, in: session) { return taken }
            }
            return nil
        }
        guard let notice else { return false }
        return try await send(notice, by: notifier)
    }

    /// Looked at for one that is free, where others take them at the same time.
    private static let contenders = 16

    /// Answers whether others may be sent at once: not where nobody was asked, because the receiver rests or is busy.
    private func send(_ notice: StoredNotice, by notifier: any Notifier) async throws -> Bool {
        guard let outgoing = try await outgoing(notice) else {
            try await end(notice, as: .unaddressed, failure: "no-recipient")
            return true
        }
        let reply: NoticeReply
        do {
            reply = try await notifier.send(outgoing)
        } catch {
            let wait = Self.backOff.seconds(after: error, tries: notice.tries, at: now(), by: chance)
            try await postpone(notice, seconds: wait, failure: error.code)
            return !error.leavesAlone
        }
        switch reply {
        case .later(let seconds): try await postpone(notice, seconds: max(1, seconds), failure: "later")
        case .taken: try await end(notice, as: .delivered, failure: nil)
        case .refused(let refusal): try await end(notice, as: .refused, failure: refusal.rawValue)
        }
        return true
    }

    private func postpone(_ notice: StoredNotice, seconds: Int64, failure: String) async throws {
        let dueAt = now().adding(seconds: seconds)
        guard dueAt < notice.giveUpAt else { return try await end(notice, as: .givenUp, failure: failure) }
        noticeFigures.count(.failed, by: notice.channel)
        try await store.write { try NoticeRecords.postpone(notice, to: dueAt, failure: failure, in: $0) }
    }

    private static let backOff = BackOff(secondsMax: 900, mendingSeconds: 900)

    func end(_ notice: StoredNotice, as state: NoticeState, failure: String?) async throws {
        let now = now()
        guard try await store.write({ try NoticeRecords.end(notice, as: state, failure: failure, at: now, in: $0) }) else { return }
        noticeFigures.count(NoticeFigures.Outcome(state), by: notice.channel)
        guard state != .delivered, state != .unaddressed else { return }
        log.warning(
            "a notice was not taken",
            metadata: [
                "notice": "\(notice.id)", "channel": "\(notice.channel.rawValue)", "kind": "\(notice.kind.rawValue)",
                "state": "\(state.rawValue)", "cause": "\(failure ?? "")",
            ])
    }

    /// nil where there is nobody to whom it could go.
    private func outgoing(_ notice: StoredNotice) async throws -> OutgoingNotice? {
        let page = notifiers?.page(for: notice.channel, of: notice.kind, code: notice.code)
        let now = now()
        return try await store.read { session -> OutgoingNotice? in
            let isOfCase = notice.kind.matter == .registration
            let submission =
                isOfCase ? try SubmissionID(bytes: notice.occasion).flatMap { try SubmissionRecords.find($0, in: session) } : nil
            let text = NoticeText(
                notice.kind, code: notice.code, about: submission?.kind,
                reason: try notice.reason.flatMap { try words(of: $0, submission?.id, session) }, page: page,
                day: notice.day.flatMap { CivilDate(yyyymmdd: Int($0)) }, cards: notice.cards, wording: try wording(of: notice, session),
                wait: settings.expectedWaits.wait(after: notice.kind), hotline: settings.contact.hotline)
            var phone: String?
            if notice.channel == .sms {
                if notice.kind == .transferReady {
                    phone = try nextOwnersPhone(notice, session)
                } else {
                    let identity = try isOfCase ? submission.flatMap { try told(of: $0, session) } : holder(of: notice, at: now, session)
                    phone = try identity.flatMap { try contactPhone(of: $0, session) }
                }
                guard phone != nil else { return nil }
            }
            let goesToStaff = notice.channel == .mail || notice.cards != nil
            let organisations = goesToStaff ? try OrganisationChain.read(of: notice.path, in: session).map(\.id) : []
            // Nobody is told of a case that only the operating company's staff may open.
            let isOperators = try isOfCase && !ReviewRight.isAgents(submission?.id, in: session)
            return OutgoingNotice(
                id: notice.id, text: text, reasonCode: notice.reason, language: notice.language, happenedAt: notice.happenedAt,
                organisations: isOperators ? Array(organisations.prefix(1)) : organisations.reversed(),
                phone: phone)
        }
    }

    /// As it was in force when what is told of happened: what waits, or is sent once more, is said in the words of its day.
    private func wording(of notice: StoredNotice, _ session: any Session) throws -> NoticeWording {
        guard notice.channel != .webhook else { return .builtIn }
        return try NoticeWordingRecords.inForce(notice.kind, at: notice.happenedAt, in: session)?.wording ?? .builtIn
    }

    /// A reason of the operating company's own in the words of the decision that gave it: the list may have changed since.
    private func words(of code: String, _ submission: SubmissionID?, _ session: any Session) throws -> LocalText? {
        // What a note says is read where the case stands, not sent about.
        if code == DecisionReason.other {
            return LocalText(en: "The reason stands with the case's status.", zh: "具体原因请查看办理进度。")
        }
        if let known = DecisionReason.codes[code] ?? CampaignReason(rawValue: code)?.text { return known }
        let decision = try submission.flatMap { try DecisionRecords.latest($0, in: session) }
        return try decision.map { try DecisionReason.all(in: $0.reasons) }?.first { $0.code == code }?.words
    }

    /// Who answers for the card of a notice: whoever answered when it was written, if he still does. Nobody is told of another's card.
    private func holder(of notice: StoredNotice, at now: Instant, _ session: any Session) throws -> IdentityVersionID? {
        guard let card = CardOccasion(bytes: notice.occasion)?.subscription,
            let registration = try HoldingRecords.link(card, at: now, asKnown: now, in: session)?.registration,
            try RegistrationRecords.find(registration, .everything, at: now, in: session)?.code == notice.code
        else { return nil }
        let roles = try RoleRecords.inForce(registration, at: now, asKnown: now, in: session)
        return roles[.guardian]?.identity ?? roles[.holder]?.identity
    }

    /// Who is told: of a first registration whoever handed it in; of what is asked about one that stands, whoever it stood for then, so
    /// that nobody turns its notices to himself.
    private func told(of found: StoredSubmission, _ session: any Session) throws -> IdentityVersionID? {
        if found.kind == .register {
            let roles = try SubmissionRecords.roles(found.id, in: session)
            return (roles.first { $0.role == .guardian } ?? roles.first { $0.role == .holder })?.identity
        }
        let roles = try RoleRecords.inForce(found.registration, at: found.submittedAt, asKnown: found.submittedAt, in: session)
        return roles[.guardian]?.identity ?? roles[.holder]?.identity
    }

    /// A number that takes messages, of whoever answers for a child or else of the holder; nil once the person's data is gone.
    private func contactPhone(of identity: IdentityVersionID, _ session: any Session) throws -> String? {
        guard let stored = try PartyRecords.identity(identity, in: session) else { return nil }
        return try mobile(SealedIdentity.open(stored, vault: vault)?.contact)
    }

    /// As he typed it for his own registration, which he has not handed in; nil once he has, or took it back.
    private func nextOwnersPhone(_ notice: StoredNotice, _ session: any Session) throws -> String? {
        guard let id = ApplicationID(bytes: notice.occasion), let draft = try ApplicationRecords.find(id, .everything, in: session),
            draft.state == .draft, let content = try SealedContent.open(draft, vault: vault, in: session)
        else { return nil }
        return mobile(content.guardian?.contact ?? content.holder?.contact)
    }

    private func mobile(_ contact: String?) -> String? {
        guard let phone = contact.flatMap({ ContactPhone.check($0).value }), phone.form == .mobile || phone.form == .international else {
            return nil
        }
        return "\(phone.text)"
    }
}

extension ProviderFailure {
    /// Whether whoever asked next would be turned away as well.
    fileprivate var leavesAlone: Bool {
        switch self {
        case .overloaded, .unavailable(.resting): true
        default: false
        }
    }

    /// For lists and logs.
    package var code: String {
        switch self {
        case .unavailable(.noConnection), .unavailable(.notReached): "no-connection"
        case .unavailable(.timedOut): "timed-out"
        case .unavailable(.cancelled): "cancelled"
        case .unavailable(.serverError): "server-error"
        case .unavailable(.resting): "resting"
        case .overloaded: "overloaded"
        case .refused(let refusal): refusal.rawValue
        case .malformed(let fault): "answer-" + fault.rawValue
        }
    }
}
