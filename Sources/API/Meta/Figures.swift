import Contract
import Records
import Registry
import SQLCore
import UseCases
import Web

/// What is counted, for Prometheus. No label can hold a name, a number or a path as sent.
package final class Figures: RequestFigures {
    package let registry = MetricRegistry()
    private let requests: MetricCounter<OperationLabel, StatusLabel>
    private let seconds: MetricHistogram<OperationLabel>
    private let reviews: MetricGauge<QueueLabel>
    private let intakes: MetricGauge<QueueLabel>
    private let filesLeft: MetricGauge<>
    private let inspections: MetricGauge<QueueLabel>
    private let trailPending: MetricGauge<>
    private let writesWaiting: MetricGauge<>
    private let replicaLag: MetricGauge<>
    private let mayBeOld: MetricGauge<ReaderLabel>
    private let notices: MetricGauge<NoticeChannelLabel, NoticeStateLabel>
    private let noticesHandled: MetricCounter<NoticeChannelLabel, NoticeOutcomeLabel>
    private let noticesResting: MetricGauge<NoticeChannelLabel>
    private let providerQuestions: MetricCounter<ProviderLabel, ProviderOutcomeLabel>
    private let providerCost: MetricCounter<ProviderLabel>
    private let providersResting: MetricGauge<ProviderLabel>
    private let carriers: MetricGauge<CarrierLabel>
    private let carrierNotices: MetricGauge<>
    private let carrierIntents: MetricGauge<IntentLabel>
    private let lifeCases: MetricGauge<>
    private let webhooks: MetricGauge<WebhookLabel>
    private let webhookLag: MetricGauge<>
    private let webhookDead: MetricGauge<>
    private let clockAhead: MetricGauge<>
    private let clockSetBack: MetricGauge<>
    private let operations: [String: OperationLabel]

    package init() throws {
        requests = try registry.counter(
            "shiming_requests_total", help: "Requests answered, by operation and status.", labels: OperationLabel.self, StatusLabel.self)
        seconds = try registry.histogram(
            "shiming_request_seconds", help: "Time to answer, by operation.", labels: OperationLabel.self)
        reviews = try registry.gauge(
            "shiming_applications_waiting", help: "Applications that wait for a decision, by queue.", labels: QueueLabel.self)
        intakes = try registry.gauge("shiming_intakes", help: "Files of cards that wait or are being taken in.", labels: QueueLabel.self)
        filesLeft = try registry.gauge(
            "shiming_files_left",
            help: "Files of cards or of their use that have waited for over ten minutes, behind others or for the server that has them.")
        inspections = try registry.gauge(
            "shiming_inspections", help: "Uploads that are decoded in a child process, and that wait for one.", labels: QueueLabel.self)
        trailPending = try registry.gauge("shiming_trail_pending_entries", help: "Entries committed and not in the tree yet.")
        writesWaiting = try registry.gauge("shiming_store_writes_waiting", help: "Acts that wait for the writer of the store.")
        replicaLag = try registry.gauge(
            "shiming_store_replica_lag_seconds", help: "How far behind the replicas are at most; grows while none answers.")
        mayBeOld = try registry.gauge(
            "shiming_store_reads_allowed_old", help: "Reads that might be old since the start, by who answered.", labels: ReaderLabel.self)
        notices = try registry.gauge(
            "shiming_notices", help: "Notices that wait, or that nobody took, by way and state.", labels: NoticeChannelLabel.self,
            NoticeStateLabel.self)
        noticesHandled = try registry.counter(
            "shiming_notices_handled_total", help: "Attempts to hand on a notice since the start, by way and what came of them.",
            labels: NoticeChannelLabel.self, NoticeOutcomeLabel.self)
        noticesResting = try registry.gauge(
            "shiming_notices_resting", help: "1 while a receiver of notices is left alone because it keeps failing.",
            labels: NoticeChannelLabel.self)
        providerQuestions = try registry.counter(
            "shiming_provider_questions_total", help: "Questions to providers of verification since the start, by what came of them.",
            labels: ProviderLabel.self, ProviderOutcomeLabel.self)
        providerCost = try registry.counter(
            "shiming_provider_cost_units_total", help: "What answers of providers cost since the start, as they stated it.",
            labels: ProviderLabel.self)
        providersResting = try registry.gauge(
            "shiming_provider_resting", help: "1 while a provider of verification is left alone because it keeps failing.",
            labels: ProviderLabel.self)
        carriers = try registry.gauge(
            "shiming_carrier_connections", help: "Connections to carriers, by whether they are asked or rest after failures.",
            labels: CarrierLabel.self)
        carrierNotices = try registry.gauge(
            "shiming_carrier_notices", help: "What carriers sent of their own accord that is kept, sealed.")
        carrierIntents = try registry.gauge(
            "shiming_carrier_intents", help: "What is wished of carriers and not over, by state.", labels: IntentLabel.self)
        lifeCases = try registry.gauge("shiming_life_cases", help: "Cards about which carrier and we disagree.")
        webhooks = try registry.gauge(
            "shiming_webhooks", help: "Webhooks of organisations, by state; failing ones are among the running.", labels: WebhookLabel.self)
        webhookLag = try registry.gauge(
            "shiming_webhook_lag_seconds", help: "Age of the oldest change that a running webhook has not had.")
        webhookDead = try registry.gauge("shiming_webhook_dead_events", help: "Events that were left out because nobody took them.")
        clockAhead = try registry.gauge(
            "shiming_clock_ahead_seconds", help: "How far the server's time has run ahead of the time that has passed since its start.")
        clockSetBack = try registry.gauge(
            "shiming_clock_set_back_seconds",
            help: "By how much the machine's clock was set back under the server, whose time stands still since.")
        operations = Dictionary(
            uniqueKeysWithValues: Operation.allCases.map { ("\($0.facts.method) \($0.facts.path)", OperationLabel(rawValue: $0.rawValue)) })
    }

    /// What waits now; asked at every scrape.
    func observe(_ load: Workload) {
        reviews.set(.submitted, to: Double(load.submitted))
        reviews.set(.awaitingSecondApproval, to: Double(load.awaitingSecondApproval))
        reviews.set(.awaitingSecondReview, to: Double(load.awaitingSecondReview))
        reviews.set(.awaitingThirdReview, to: Double(load.awaitingThirdReview))
        reviews.set(.reAudit, to: Double(load.reAudits))
        intakes.set(.queued, to: Double(load.intakesQueued))
        intakes.set(.running, to: Double(load.intakesRunning))
        filesLeft.set(to: Double(load.filesLeft))
        inspections.set(.queued, to: Double(load.inspectionsWaiting))
        inspections.set(.running, to: Double(load.inspectionsRunning))
        trailPending.set(to: Double(load.trailPending))
        carrierNotices.set(to: Double(load.carrierNotices))
        for label in IntentLabel.allCases {
            carrierIntents.set(label, to: Double(IntentState(rawValue: label.rawValue).flatMap { load.carrierIntents[$0] } ?? 0))
        }
        lifeCases.set(to: Double(load.lifeCases))
        carriers.set(.asked, to: Double(load.carriersAsked))
        carriers.set(.resting, to: Double(load.carriersResting))
        if let writes = load.writesWaiting { writesWaiting.set(to: Double(writes)) }
        for (state, count) in load.webhooks.states { webhooks.set(WebhookLabel(rawValue: state.rawValue), to: Double(count)) }
        webhooks.set(.failing, to: Double(load.webhooks.failing))
        webhookLag.set(to: Double(load.webhooks.lagSeconds))
        webhookDead.set(to: Double(load.webhooks.dead))
        clockAhead.set(to: Double(load.clock.aheadSeconds))
        clockSetBack.set(to: Double(load.clock.setBackSeconds))
        for way in load.notices { observe(way) }
        for provider in load.providers { observe(provider) }
        guard let replica = load.replica else { return }
        replicaLag.set(to: replica.lag / .seconds(1))
        mayBeOld.set(.replica, to: Double(replica.answered))
        mayBeOld.set(.primary, to: Double(replica.passedOn))
    }

    private func observe(_ way: NoticeLoad) {
        let channel = NoticeChannelLabel(rawValue: way.channel.rawValue)
        for (state, count) in way.stored { notices.set(channel, NoticeStateLabel(rawValue: state.rawValue), to: Double(count)) }
        for (outcome, count) in way.counted {
            noticesHandled.raise(channel, NoticeOutcomeLabel(rawValue: outcome.rawValue), to: Double(count))
        }
        noticesResting.set(channel, to: way.isResting ? 1 : 0)
    }

    private func observe(_ provider: ProviderLoad) {
        let label = ProviderLabel(rawValue: provider.role.rawValue)
        providerQuestions.raise(label, .answered, to: Double(provider.answered))
        providerQuestions.raise(label, .failed, to: Double(provider.failed))
        providerCost.raise(label, to: Double(provider.costUnits))
        providersResting.set(label, to: provider.isResting ? 1 : 0)
    }

    package func answered(method: String, path: String, status: Int, seconds time: Double) {
        let operation = operations["\(method == "HEAD" ? "GET" : method) \(path)"] ?? .other
        requests.increment(operation, StatusLabel(rawValue: String(status)))
        seconds.observe(operation, value: time)
    }
}

/// An operation of the contract, or `other`.
struct OperationLabel: MetricLabel {
    static let labelName: StaticString = "operation"
    static let other = OperationLabel(rawValue: "other")
    static let allCases = Operation.allCases.map { OperationLabel(rawValue: $0.rawValue) } + [other]

    let rawValue: String
}

/// A status of HTTP.
struct StatusLabel: MetricLabel {
    static let labelName: StaticString = "status"
    static let allCases = (100..<600).map { StatusLabel(rawValue: String($0)) }

    let rawValue: String
}

/// Which queue, or that it is under way.
enum QueueLabel: String, MetricLabel {
    static let labelName: StaticString = "queue"

    case submitted
    case awaitingSecondApproval = "awaiting-second-approval"
    case awaitingSecondReview = "awaiting-second-review"
    case awaitingThirdReview = "awaiting-third-review"
    case reAudit = "re-audit"
    case queued
    case running
}

/// By which way a notice goes.
struct NoticeChannelLabel: MetricLabel {
    static let labelName: StaticString = "channel"
    static let allCases = NoticeChannel.allCases.map { NoticeChannelLabel(rawValue: $0.rawValue) }

    let rawValue: String
}

/// Where a notice stands.
struct NoticeStateLabel: MetricLabel {
    static let labelName: StaticString = "state"
    static let allCases = NoticeState.allCases.map { NoticeStateLabel(rawValue: $0.rawValue) }

    let rawValue: String
}

/// What came of an attempt.
struct NoticeOutcomeLabel: MetricLabel {
    static let labelName: StaticString = "outcome"
    static let allCases = NoticeFigures.Outcome.allCases.map { NoticeOutcomeLabel(rawValue: $0.rawValue) }

    let rawValue: String
}

/// Which provider of verification.
struct ProviderLabel: MetricLabel {
    static let labelName: StaticString = "provider"
    static let allCases = ProviderRole.allCases.map { ProviderLabel(rawValue: $0.rawValue) }

    let rawValue: String
}

/// What came of a question to a provider.
enum ProviderOutcomeLabel: String, MetricLabel {
    static let labelName: StaticString = "outcome"

    case answered, failed
}

/// Where a webhook stands.
struct WebhookLabel: MetricLabel {
    static let labelName: StaticString = "state"
    static let failing = WebhookLabel(rawValue: "failing")
    static let allCases = WebhookState.allCases.map { WebhookLabel(rawValue: $0.rawValue) } + [failing]

    let rawValue: String
}

/// Which of a store's servers answered.
enum ReaderLabel: String, MetricLabel {
    static let labelName: StaticString = "by"

    case replica, primary
}

/// Whether a carrier's platform is asked.
enum CarrierLabel: String, MetricLabel {
    static let labelName: StaticString = "standing"

    case asked, resting
}

/// Where a wish stands that is not over.
struct IntentLabel: MetricLabel {
    static let labelName: StaticString = "state"
    static let allCases = IntentState.allCases.filter { !$0.isOver }.map { IntentLabel(rawValue: $0.rawValue) }

    let rawValue: String
}
