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
        if case .open(let until) = await notifier.state().breaker, until > now { return false }
        guard try await store.read({ try !NoticeRecords.due(by: channel, at: now, limit: 1, in: $0).isEmpty }) else { return false }
        let lease = now.adding(seconds: settings.noticeTimeoutSeconds * 2 + 60)
        let notice = try await store.write { session -> StoredNotice? in
            for candidate in try NoticeRecords.due(by: channel, at: now, limit: Self.contenders, in: session) {
                if let taken = try NoticeRecords.lease(candidate, until: lease, at: now, in: session) { return taken }
            }
            return nil
        }
        guard let notice else { return false }
        try await send(notice, by: notifier)
        return true
    }

    /// Looked at for one that is free, where others take them at the same time.
    private static let contenders = 16

    private func send(_ notice: StoredNotice, by notifier: any Notifier) async throws {
        guard let outgoing = try await outgoing(notice) else { return try await end(notice, as: .unaddressed, failure: "no-recipient") }
        let reply: NoticeReply
        do {
            reply = try await notifier.send(outgoing)
        } catch {
            return try await postpone(notice, seconds: wait(after: error, tries: notice.tries), failure: error.code)
        }
        switch reply {
        case .later(let seconds): try await postpone(notice, seconds: max(1, seconds), failure: "later")
        case .taken: try await end(notice, as: .delivered, failure: nil)
        case .refused(let refusal): try await end(notice, as: .refused, failure: refusal.rawValue)
        }
    }

    private func postpone(_ notice: StoredNotice, seconds: Int64, failure: String) async throws {
        let dueAt = now().adding(seconds: seconds)
        guard dueAt < notice.giveUpAt else { return try await end(notice, as: .givenUp, failure: failure) }
        noticeFigures.count(.failed, by: notice.channel)
        try await store.write { try NoticeRecords.postpone(notice, to: dueAt, failure: failure, in: $0) }
    }

    /// Growing, within bounds, and spread: what failed together is not tried again together.
    private func wait(after failure: ProviderFailure, tries: Int64) -> Int64 {
        let usual: Int64 =
            switch failure {
            // Somebody must mend it meanwhile.
            case .refused: 900
            default: min(900, 5 << min(max(0, tries - 1), 10))
            }
        let spread = Int64(chance.words().0 % UInt64(usual / 4 + 1))
        return max(usual, failure.retryAfterSeconds(at: now()) ?? 0) + spread
    }

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
        let page = notifiers?.page(for: notice.channel)
        let text = NoticeText(notice.kind, code: notice.code, reason: notice.reason.flatMap { DecisionReason.codes[$0] }, page: page)
        return try await store.read { session -> OutgoingNotice? in
            let phone = notice.channel == .sms ? try contactPhone(of: notice, session) : nil
            guard notice.channel != .sms || phone != nil else { return nil }
            return OutgoingNotice(
                id: notice.id, text: text, reasonCode: notice.reason, language: notice.language, happenedAt: notice.happenedAt,
                organisations: try OrganisationChain.read(of: notice.path, in: session).map(\.id).reversed(), phone: phone)
        }
    }

    /// Who is told: of a first registration whoever handed it in; of what is asked about one that stands, whoever it stood for then, so
    /// that nobody turns its notices to himself.
    private func told(of submission: SubmissionID, _ session: any Session) throws -> IdentityVersionID? {
        guard let found = try SubmissionRecords.find(submission, in: session) else { return nil }
        if found.kind == .register {
            let roles = try SubmissionRecords.roles(submission, in: session)
            return (roles.first { $0.role == .guardian } ?? roles.first { $0.role == .holder })?.identity
        }
        let roles = try RoleRecords.inForce(found.registration, at: found.submittedAt, asKnown: found.submittedAt, in: session)
        return roles[.guardian]?.identity ?? roles[.holder]?.identity
    }

    /// A number that takes messages, of whoever answers for a child or else of the holder; nil once the person's data is gone.
    private func contactPhone(of notice: StoredNotice, _ session: any Session) throws -> String? {
        guard let submission = SubmissionID(bytes: notice.occasion) else { return nil }
        guard let identity = try told(of: submission, session), let stored = try PartyRecords.identity(identity, in: session),
            let contact = try SealedIdentity.open(stored, vault: vault, in: session)?.contact,
            let phone = ContactPhone.check(contact).value, phone.form == .mobile || phone.form == .international
        else { return nil }
        return "\(phone.text)"
    }
}

extension ProviderFailure {
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
