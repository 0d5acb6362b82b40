import Records
import Registry
import SQLCore

/// What waits and what is under way, for whoever watches the installation. Counts only.
package struct Workload: Hashable, Sendable {
    package let submitted: Int
    package let awaitingSecondApproval: Int
    package let awaitingSecondReview: Int
    package let awaitingThirdReview: Int
    /// Approved cases that were drawn and that nobody has looked at again.
    package let reAudits: Int
    package let intakesQueued: Int
    package let intakesRunning: Int
    /// Files of cards or of their use that have waited for over ten minutes, behind others or for the server that has them.
    package let filesLeft: Int
    /// Entries that are committed and not in the tree yet.
    package let trailPending: Int
    /// Acts that wait for the store's writer; nil where the store keeps no queue.
    package let writesWaiting: Int?
    /// Nil where the store has no replicas.
    package let replica: ReplicaStanding?
    package let inspectionsRunning: Int
    package let inspectionsWaiting: Int
    package let notices: [NoticeLoad]
    /// Of the providers of verification there are.
    package let providers: [ProviderLoad]
    /// Connections to carriers that are asked, and that are not for a while because they failed.
    package let carriersAsked: Int
    package let carriersResting: Int
    /// What carriers sent that is kept, sealed.
    package let carrierNotices: Int
    /// What is wished of connected carriers and not over, by state.
    package let carrierIntents: [IntentState: Int]
    /// Where carrier and we disagree.
    package let lifeCases: Int
    package let webhooks: WebhookLoad
    package let clock: ClockStanding
}

/// How organisations' programs are told.
package struct WebhookLoad: Hashable, Sendable {
    package let states: [WebhookState: Int]
    /// Running ones that take nothing at the moment.
    package let failing: Int
    /// Of the oldest change that a running one has not had.
    package let lagSeconds: Int64
    /// Events that were left out.
    package let dead: Int
}

/// How notices go one way.
package struct NoticeLoad: Hashable, Sendable {
    package let channel: NoticeChannel
    /// Left alone because it failed too often.
    package let isResting: Bool
    /// By what became of them, but for those that were taken.
    package let stored: [NoticeState: Int]
    /// Since the start.
    package let counted: [NoticeFigures.Outcome: Int64]
}

/// Whom an installation asks about a person.
package enum ProviderRole: String, CaseIterable, Sendable {
    case identityAuthority = "identity-authority"
    /// Who captures faces itself, too: it is one and the same provider.
    case faceComparison = "face-comparison"
}

/// How a provider of verification does, and what it has cost since the start.
package struct ProviderLoad: Hashable, Sendable {
    package let role: ProviderRole
    /// Left alone because it failed too often.
    package let isResting: Bool
    package let answered: Int64
    package let failed: Int64
    /// As the provider stated them.
    package let costUnits: Int64
}

extension Installation {
    package func workload() async throws -> Workload {
        let inspections = await inspector.load()
        let writesWaiting = (engine as? any WriteQueue)?.waitingWrites
        let replica = (engine as? any ReplicaReading)?.replica
        let notices = try await noticeLoads()
        let providers = await providerLoads()
        var resting = 0
        for carrier in carriers.all where await carrier.state().isResting { resting += 1 }
        let carriersResting = resting
        let now = now()
        let standing = clock.standing
        return try await store.read { session in
            Workload(
                submitted: try WorkloadRecords.applications(.submitted, in: session),
                awaitingSecondApproval: try WorkloadRecords.applications(.awaitingSecondApproval, in: session),
                awaitingSecondReview: try WorkloadRecords.applications(.awaitingSecondReview, in: session),
                awaitingThirdReview: try WorkloadRecords.applications(.awaitingThirdReview, in: session),
                reAudits: try WorkloadRecords.reAudits(in: session),
                intakesQueued: try WorkloadRecords.intakes(.queued, in: session),
                intakesRunning: try WorkloadRecords.intakes(.running, in: session),
                filesLeft: try WorkloadRecords.filesLeft(since: now.adding(seconds: -Self.leftSeconds), in: session).count,
                trailPending: try TrailTree.pendingCount(in: session), writesWaiting: writesWaiting, replica: replica,
                inspectionsRunning: inspections.running, inspectionsWaiting: inspections.waiting, notices: notices,
                providers: providers,
                carriersAsked: carriers.all.count - carriersResting, carriersResting: carriersResting,
                carrierNotices: try CarrierNoticeRecords.count(in: session),
                carrierIntents: try carriers.asked.reduce(into: [:]) { sums, gateway in
                    sums.merge(try IntentRecords.counts(gateway.carrier, in: session), uniquingKeysWith: +)
                },
                lifeCases: try LifeCaseRecords.openCount(in: session),
                webhooks: WebhookLoad(
                    states: try WebhookRecords.counts(in: session), failing: try WebhookRecords.failing(in: session),
                    lagSeconds: try WebhookRecords.oldestUnread(in: session).map {
                        max(0, (now.milliseconds - $0.milliseconds) / 1_000)
                    } ?? 0, dead: try WebhookEventRecords.dead(in: session)), clock: standing)
        }
    }

    private func providerLoads() async -> [ProviderLoad] {
        guard let verification else { return [] }
        let asked: [(ProviderRole, (any VerificationProvider)?)] = [
            (.identityAuthority, verification.authority), (.faceComparison, verification.face),
        ]
        let now = now()
        var loads: [ProviderLoad] = []
        for case (let role, let provider?) in asked {
            let state = await provider.state()
            loads.append(
                ProviderLoad(
                    role: role, isResting: state.rests(at: now), answered: state.answered, failed: state.failed, costUnits: state.costUnits)
            )
        }
        return loads
    }

    /// Of the ways there are.
    private func noticeLoads() async throws -> [NoticeLoad] {
        guard let notifiers, !notifiers.channels.isEmpty else { return [] }
        let stored = try await store.read { try NoticeRecords.counts(in: $0) }
        let counted = noticeFigures.all
        let now = now()
        var loads: [NoticeLoad] = []
        for channel in notifiers.channels {
            let isResting = await notifiers[channel]?.state().rests(at: now) ?? false
            loads.append(
                NoticeLoad(
                    channel: channel, isResting: isResting,
                    stored: Dictionary(uniqueKeysWithValues: stored.filter { $0.channel == channel }.map { ($0.state, $0.count) }),
                    counted: Dictionary(
                        uniqueKeysWithValues: NoticeFigures.Outcome.allCases.map {
                            ($0, counted[NoticeFigures.Key(channel: channel, outcome: $0)] ?? 0)
                        })))
        }
        return loads
    }
}
