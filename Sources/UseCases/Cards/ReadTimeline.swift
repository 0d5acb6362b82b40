import Ledger
import Records
import Registry
import SQLCore
import Vault

/// Something that happened to a card.
package struct CardMoment: Sendable {
    package enum What: Sendable {
        case intake(batch: String)
        case custody(CustodyActRecord)
        case life(LifeEvent)
        /// What was asked of the carrier, at its newest state.
        case asked(CarrierIntent)
        case carrierSaid(CarrierTruthEvent)
        /// An application about this card was handed in.
        case handedIn(ApplicationKind)
        case decided(DecisionVerdict, of: ApplicationKind)
        /// From then on a registration answers for it, or nobody does.
        case held
        case vacant
        /// An entry of the trail, for whoever may read it.
        case entry(StoredTrailEntry)
    }

    package let at: Instant
    package let what: What
    /// Where it is within the reader's scope.
    package let registration: StoredRegistration?
}

/// Where a page of a card's timeline ends: so many moments of this time were shown.
package struct TimelineCursor: Hashable, Sendable {
    package let at: Instant
    package let shown: Int

    package init(at: Instant, shown: Int) {
        self.at = at
        self.shown = shown
    }
}

extension Installation {
    /// What happened to a card, newest first: what it was told, who held it, which registrations answered for it and how they came about,
    /// what its carrier says. For whoever may read the trail also the entries about the card, about its registrations while they answered for
    /// it, and about their pieces of evidence, who looked among them; that reading is an entry itself.
    ///
    /// It is bounded. Of what the card was told, was asked of the carrier and was said by it the newest 1,000 each are told; of a registration
    /// the newest 1,000 submissions and the newest 100 pieces of evidence. Entries about a registration may be about its other cards: of those
    /// of each time that it answered for the card the newest 10,000 before a page are looked through, or fewer where that fills the page.
    /// Throws `not-found`.
    package func readTimeline(
        as principal: Principal, reference: String, before cursor: TimelineCursor? = nil, limit: Int? = nil
    ) async throws -> Page<CardMoment, TimelineCursor> {
        let now = now()
        let subscription = try await look(as: principal, needs: .cardRead) { session in
            guard let subscription = secrets.references.subscription(from: reference),
                try CardReach.contains(subscription, scope: principal.scope, at: now, in: session)
            else { throw Refusal.notFound }
            return subscription
        }
        if principal.permissions.contains(.trailRead) {
            try await act(as: principal, .trailRead, needs: .trailRead) { act in
                for (name, value) in TrailFilter(subject: TrailSubject(card: subscription)).notes { act.recording.note(name, value) }
                if let cursor { act.recording.note("before", .integer(cursor.at.milliseconds)) }
            }
        }
        let limit = settings.rows(limit)
        return try await look(as: principal, needs: .cardRead) { session in
            try Timeline(of: subscription, for: principal, until: cursor, most: limit + 1, now: now, session: session).page(limit)
        }
    }
}

extension TrailAction {
    /// By which somebody is shown what is not open to all who see a card, by their names.
    package static let looks = Set(
        [answerRevealed, applicationRevealed, claimContactsRead, evidenceOpened, keptRecordShown].map(\.name))
}

/// For how long a registration answers for a card, and what is written when that begins and ends.
private struct Held {
    let from: Instant
    /// nil while it does.
    let until: Instant?

    func contains(_ time: Instant) -> Bool { time >= from && until.map { time <= $0 } ?? true }
}

/// Gathered from what is kept of one card.
private struct Timeline {
    let subscription: Int64
    let principal: Principal
    let cursor: TimelineCursor?
    let now: Instant
    let session: any Session
    private var moments: [CardMoment] = []
    /// The entries among them.
    private var known: Set<Identifier<TrailEntry>> = []
    /// How many entries of a subject are needed: those behind them stand on a later page.
    private let entriesMax: Int

    /// Of each kind, and of what a registration consists of: what is older is not shown.
    private static let most = 1_000
    private static let pieces = 100
    /// Entries of a registration that are looked through, and how many at a time.
    private static let looked = 10_000
    private static let batch = 200

    init(
        of subscription: Int64, for principal: Principal, until cursor: TimelineCursor?, most: Int, now: Instant, session: any Session
    ) throws {
        self.subscription = subscription
        self.principal = principal
        self.cursor = cursor
        self.now = now
        self.session = session
        entriesMax = most + (cursor?.shown ?? 0)
        try gatherCard()
        try gatherRegistrations()
    }

    func page(_ limit: Int) -> Page<CardMoment, TimelineCursor> {
        // A sort that keeps what was gathered first before what came later of the same time.
        let ordered = moments.enumerated().sorted { ($1.element.at, $0.offset) < ($0.element.at, $1.offset) }.map(\.element)
        let rest = Array(ordered.filter { moment in cursor.map { moment.at <= $0.at } ?? true }.dropFirst(cursor?.shown ?? 0))
        return Page(Array(rest.prefix(limit + 1)), limit: limit) { last in
            let shown = rest.prefix(limit).count { $0.at == last.at }
            return TimelineCursor(at: last.at, shown: shown + (last.at == cursor?.at ? cursor?.shown ?? 0 : 0))
        }
    }

    private mutating func add(_ at: Instant, _ what: CardMoment.What, _ registration: StoredRegistration? = nil) {
        moments.append(CardMoment(at: at, what: what, registration: registration))
    }

    private mutating func gatherCard() throws {
        if let card = try CardRecords.find(subscription, scope: principal.scope, at: now, in: session) {
            add(card.recordedAt, .intake(batch: card.batch))
        }
        for act in try CustodyRecords.history(of: subscription, scope: principal.scope, in: session) {
            add(act.effectiveFrom, .custody(act))
        }
        for event in try LifeEventRecords.newest(of: subscription, limit: Self.most, in: session) {
            add(event.effectiveFrom, .life(event))
        }
        for intent in try IntentRecords.all(of: subscription, limit: Self.most, in: session) {
            // A place that stays, whatever comes of it between two pages.
            add(intent.createdAt, .asked(intent))
        }
        for event in try CarrierTruthRecords.history(of: subscription, limit: Self.most, in: session) {
            add(event.recordedAt, .carrierSaid(event))
        }
        let card = TrailSubject(card: subscription)
        try addEntries(about: card.kind, [card.id], registration: nil)
    }

    /// Whoever answers for it is told of to all who see the card; how that came about to those whose registration it is.
    private mutating func gatherRegistrations() throws {
        let links = try HoldingRecords.history(subscription, in: session)
        var within: [RegistrationID: StoredRegistration] = [:]
        for link in links {
            guard let id = link.registration, within[id] == nil, principal.permissions.contains(.registrationRead) else { continue }
            within[id] = try RegistrationRecords.find(id, principal.scope, at: now, in: session)
        }
        for link in links.reversed() {
            add(link.effectiveFrom, link.registration == nil ? .vacant : .held, link.registration.flatMap { within[$0] })
        }
        for registration in within.values.sorted(by: { $0.id < $1.id }) { try gather(registration, links) }
    }

    private mutating func gather(_ registration: StoredRegistration, _ links: [HoldingLink]) throws {
        let held = zip(links, links.dropFirst().map(Optional.some) + [nil]).compactMap { link, next -> Held? in
            link.registration == registration.id
                ? Held(
                    from: min(link.effectiveFrom, link.recordedAt), until: next.map { max($0.effectiveFrom, $0.recordedAt) })
                : nil
        }
        let submissions = try submissions(of: registration, held, links)
        var kinds: [SubmissionID: ApplicationKind] = [:]
        for submission in submissions {
            kinds[submission.id] = submission.kind
            add(submission.submittedAt, .handedIn(submission.kind), registration)
        }
        for decision in try DecisionRecords.list(of: submissions.map(\.id), in: session) {
            guard let kind = kinds[decision.submission] else { continue }
            add(decision.decidedAt, .decided(decision.verdict, of: kind), registration)
        }
        guard principal.permissions.contains(.trailRead) else { return }
        for held in held { try addEntries(of: registration, while: held) }
        let pieces = try SubmissionRecords.evidence(of: submissions.map(\.id), in: session).sorted(by: >).prefix(Self.pieces)
        try addEntries(about: .evidence, pieces.map(\.bytes), registration: registration)
    }

    /// What was handed in about this card, the newest first: what made it the registration's, however long ago, and what is young enough
    /// among all that was handed in under it. What is about no card by itself counts while the registration answers for this one. Those of a
    /// page before this one too: their pieces were taken, and may have been looked at, before they were handed in.
    private func submissions(of registration: StoredRegistration, _ held: [Held], _ links: [HoldingLink]) throws -> [StoredSubmission] {
        let young = try SubmissionRecords.list(registration.id, about: subscription, among: Self.most, in: session).filter { submission in
            submission.cards > 0 || held.contains { $0.contains(submission.submittedAt) }
        }
        var found = Dictionary(young.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for decision in Set(links.map(\.decision)) {
            guard let ground = try DecisionRecords.find(decision, in: session), ground.registration == registration.id,
                let submission = try SubmissionRecords.find(ground.submission, in: session)
            else { continue }
            for earlier in try SubmissionRecords.list(of: submission.application, limit: Self.pieces, in: session) {
                found[earlier.id] = earlier
            }
        }
        return found.values.sorted { $0.id > $1.id }
    }

    /// What was done with a registration while it answered for the card; what was done with another of its cards is not this card's.
    private mutating func addEntries(of registration: StoredRegistration, while held: Held) throws {
        let subject = TrailSubject(.registration, registration.id)
        let end = [held.until, cursor?.at].compactMap(\.self).min() ?? now
        guard held.from <= end else { return }
        var (found, place): ([StoredTrailEntry], Identifier<TrailEntry>?) = ([], nil)
        for _ in 0..<(Self.looked / Self.batch) {
            let batch = try TrailRecords.newest(
                of: subject, principal.scope, from: held.from, until: end, before: place, limit: Self.batch, in: session)
            found += batch.entries.filter { !Self.namesCard($0) }
            guard let rest = batch.rest, found.count(where: { $0.recordedAt > rest.newest }) < entriesMax else { break }
            place = rest.before
        }
        add(found, registration)
    }

    private static func namesCard(_ entry: StoredTrailEntry) -> Bool {
        let subjects = (try? JSONValue(parsing: entry.body))?["subjects"]?.arrayValue ?? []
        return subjects.contains { $0["kind"]?.stringValue == SubjectKind.card.rawValue }
    }

    private mutating func addEntries(about kind: SubjectKind, _ ids: [[UInt8]], registration: StoredRegistration?) throws {
        guard principal.permissions.contains(.trailRead) else { return }
        add(try TrailRecords.list(about: kind, ids, principal.scope, until: cursor?.at, limit: entriesMax, in: session), registration)
    }

    /// An entry about several things stands there once.
    private mutating func add(_ entries: [StoredTrailEntry], _ registration: StoredRegistration?) {
        for entry in entries where known.insert(entry.id).inserted { add(entry.recordedAt, .entry(entry), registration) }
    }
}
