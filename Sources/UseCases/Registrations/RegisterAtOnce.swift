import Records
import Registry
import SQLCore
import Vault

extension Installation {
    /// Begins a registration, chooses its cards and hands it in, as one act: all of it, or nothing. What a program does that knows
    /// everything beforehand; people begin, choose and hand in step by step.
    /// Throws as the three do, and `cards-not-found` where a number in the list names no card within scope.
    package func registerAtOnce(
        as principal: Principal, channel: Channel, content: ApplicationContent, cards: CardSelector, callback: String? = nil
    ) async throws -> BegunApplication {
        let callback = try await admittedCallback(callback, as: principal)
        let prepared = try await look(as: principal, needs: .registrationWrite) { session in
            try PreparedRegistration(channel, content, cards, by: principal, in: self, session)
        }
        return try await act(as: principal, .applicationSubmitted, needs: .registrationWrite) { act in
            Handing(act: act, judged: prepared.judged).foresee(prepared.intervals, terms: prepared.terms)
            let prepared =
                try prepared.judged.isOfToday(act)
                ? prepared : PreparedRegistration(channel, content, cards, by: principal, in: self, act.session)
            let begun = try prepared.handIn(act)
            try act.keepCallback(callback, of: begun.application)
            return begun
        }
    }
}

/// A registration and its application that are stored only together with what is handed in.
private struct PreparedRegistration: Sendable {
    let judged: JudgedApplication
    let selected: CardSelection
    /// What the first card of each stretch was sold as: others of it mostly are the same.
    let terms: [(product: Int64, carrier: Carrier)]
    private let draft: SealedDraft

    init(
        _ channel: Channel, _ content: ApplicationContent, _ cards: CardSelector, by principal: Principal, in installation: Installation,
        _ session: any Session
    ) throws {
        let now = installation.now()
        session.foresee { ahead in
            _ = try ChannelRule.open(to: principal, in: ahead)
            try JudgedApplication.foresee(content, principal.scope, at: now, in: ahead)
            _ = try installation.selectIntervals(cards, scope: principal.scope, in: ahead)
        }
        try ChannelRule.demand(channel, principal, in: session)
        selected = try installation.selectIntervals(
            cards, scope: principal.scope, cardsMax: installation.settings.applicationCardsMax, in: session)
        guard selected.notFound == 0 else { throw Refusal.cardsNotFound(at: selected.notFoundPositions) }
        let registration = StoredRegistration(
            fresh: installation.fresh(), code: PublicCode.make("SM-", by: installation.chance), channel, by: principal, at: now)
        let application = StoredApplication(
            fresh: installation.fresh(), .register, of: registration.id, cards: selected.intervals.count, by: principal, at: now)
        let firsts = selected.intervals.intervals.prefix(Handing.foreseenMax).map(\.lo)
        session.foresee { ahead in _ = try ProductRecords.terms(of: firsts, in: ahead) }
        judged = try JudgedApplication(
            application, of: registration, content, by: principal, holders: [], at: now, in: installation, session)
        terms = try ProductRecords.terms(of: firsts, in: session)
        draft = try SealedDraft(content, for: application.id, in: installation)
    }

    var intervals: [ClosedRange<Int64>] { selected.intervals.intervals.map { $0.lo...$0.hi } }

    func handIn(_ act: Act) throws -> BegunApplication {
        let (application, registration) = (judged.application, judged.registration)
        let handed = try Handing(act: act, judged: judged).pin(intervals)
        try act.register(registration)
        try RegistrationRecords.insertState(registration.id, unit: handed.unit, at: act.now, in: act.session)
        try DataKeyRecords.insert(draft.key, draft.wrapped, at: act.now, in: act.session)
        try ApplicationRecords.insertSubmitted(
            application, draft: draft.bytes, key: draft.key.id, handed.submission, unit: handed.unit, at: act.now, in: act.session)
        try ApplicationRecords.addIntervals(application.id, intervals, in: act.session)
        return BegunApplication(
            registration: registration.id, application: application.id, code: registration.code, version: application.version,
            cards: selected.intervals.count,
            submitted: SubmittedApplication(submission: handed.submission, version: application.version, checks: handed.outcomes))
    }
}

extension Refusal {
    /// The first hundred places are named.
    static func cardsNotFound(at positions: [Int]) -> Refusal {
        let one = Refusal(
            "card-not-found", .invalid, requirements: ["R-25-17"], en: "There is no such card in your hands.", zh: "您名下没有该卡。",
            mend: LocalText(en: "Correct the number or leave it out.", zh: "请更正或删除该号码。"))
        return Refusal(
            "cards-not-found", .invalid, requirements: ["R-25-17"], en: "Numbers in the list name no card in your hands.",
            zh: "列表中有号码不对应您名下的卡。",
            mend: LocalText(en: "Correct them or leave them out.", zh: "请更正或删除这些号码。"), pointer: "/cards/numbers"
        ).with(details: positions.prefix(100).map { one.at("/cards/numbers/\($0)") })
    }
}
