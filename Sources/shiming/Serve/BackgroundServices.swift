import Logging
import Registry
import SQLCore
import ServiceLifecycle
import Synchronization
import UseCases

/// What runs beside the requests.
enum BackgroundServices {
    static func all(_ installation: Installation, _ pulse: ServicePulse) -> [any Service] {
        verifications(installation) + notices(installation) + carriers(installation) + webhooks(installation) + [
            Repeated(name: "sequencer", pause: .milliseconds(250), installation: installation, pulse: pulse) {
                try await $0.sequenceTrail() > 0
            },
            Repeated(name: "intakes", pause: .milliseconds(500), installation: installation, pulse: nil) { try await $0.runNextIntake() },
            Repeated(name: "usage", pause: .milliseconds(500), installation: installation, pulse: nil) { try await $0.runNextUsageFile() },
            Repeated(name: "exports", pause: .milliseconds(500), installation: installation, pulse: nil) { try await $0.runNextExport() },
            Repeated(
                name: "lives", pause: .seconds(1), installation: installation, pulse: nil,
                whenLeaping: "the clock has leapt ahead: no card's life is moved until it is set right and the server starts anew"
            ) { try await $0.sweepLives() > 0 },
            Repeated(
                name: "deposits", pause: .seconds(10), installation: installation, pulse: nil,
                whenLeaping: "the clock has leapt ahead: no key is deposited until it is set right and the server starts anew"
            ) { try await $0.depositKeys() > 0 },
            Repeated(name: "openings", pause: .seconds(10), installation: installation, pulse: nil) { installation in
                try await installation.endOpenings()
                return false
            },
            Repeated(
                name: "campaigns", pause: .seconds(1), installation: installation, pulse: nil,
                whenLeaping: "the clock has leapt ahead: no campaign goes on until it is set right and the server starts anew"
            ) { try await $0.runCampaign() },
            Repeated(name: "upkeep", pause: .seconds(60), installation: installation, pulse: nil) { installation in
                try await installation.destroyExpiredFiles()
                try await installation.lapseExports()
                try await installation.purgeExpiredTokens()
                try await installation.purgePersonal()
                try await installation.purgeCarrierNotices()
                try await installation.settleLeftChecks()
                try await installation.forgetIdempotentAnswers()
                try await installation.purgeParts()
                try await installation.purgeDue()
                try await installation.purgeNotices()
                try await installation.forgetChanges()
                return false
            },
            Repeated(name: "spool sweep", pause: .seconds(3_600), installation: installation, pulse: nil) { installation in
                try await installation.sweepSpool()
                try await installation.tellFilesLeft()
                return false
            },
            // Looks at every piece there is, which a store of objects answers slowly and not for nothing.
            Repeated(
                name: "evidence sweep", pause: .seconds(max(1, installation.settings.evidenceSweepHours) * 3_600),
                installation: installation,
                pulse: nil
            ) { installation in
                try await installation.sweepEvidence()
                return false
            },
        ]
    }

    /// So many questions to providers are under way at once, each for itself.
    private static let askers = 8

    private static func verifications(_ installation: Installation) -> [any Service] {
        (0..<askers).map { _ in
            Repeated(name: "verifications", pause: .milliseconds(500), installation: installation, pulse: nil) {
                try await $0.runVerification()
            }
        }
    }

    /// Each carrier for itself: one that is slow or gone holds up no other. What is wished goes before what is asked.
    private static func carriers(_ installation: Installation) -> [any Service] {
        guard !installation.carriers.all.isEmpty else { return [] }
        let work = installation.carriers.asked.flatMap { gateway in
            [
                Repeated(
                    name: "carrier orders", pause: .milliseconds(500), installation: installation, pulse: nil,
                    whenLeaping: "the clock has leapt ahead: carriers are told nothing until it is set right and the server starts anew"
                ) {
                    let hasTold = try await $0.tellCarrier(gateway)
                    return try await $0.askOutcomes(gateway) || hasTold
                },
                Repeated(
                    name: "carrier questions", pause: .seconds(1), installation: installation, pulse: nil,
                    whenLeaping: "the clock has leapt ahead: carriers are asked nothing until it is set right and the server starts anew"
                ) {
                    let hasMore = try await $0.askCarrierTruth(gateway)
                    return try await $0.walkBase(of: gateway) || hasMore
                },
                // Also while something that takes long is under way.
                Repeated(
                    name: "carrier turns", pause: .seconds(5), installation: installation, pulse: nil,
                    whenLeaping: "the clock has leapt ahead: no turn at a carrier is taken until it is set right and the server starts anew"
                ) {
                    _ = try await $0.hasTurn(at: gateway)
                    return false
                },
            ]
        }
        return work + [
            Repeated(name: "carrier notices", pause: .milliseconds(500), installation: installation, pulse: nil) {
                try await $0.readCarrierNotices()
            }
        ]
    }

    /// Each way for itself: a receiver that is slow or gone holds up nobody else's notices.
    private static func notices(_ installation: Installation) -> [any Service] {
        let width = max(1, installation.settings.noticeConcurrency)
        return (installation.notifiers?.channels ?? []).flatMap { channel in
            (0..<width).map { _ in
                Repeated(name: "notices", pause: .milliseconds(500), installation: installation, pulse: nil) {
                    try await $0.runNotice(by: channel)
                }
            }
        }
    }

    /// Each tells one webhook, or the program of one request, at a time.
    private static func webhooks(_ installation: Installation) -> [any Service] {
        (0..<max(1, installation.settings.webhookConcurrency)).flatMap { _ in
            [
                Repeated(name: "webhooks", pause: .milliseconds(500), installation: installation, pulse: nil) { try await $0.runWebhook() },
                Repeated(name: "callbacks", pause: .milliseconds(500), installation: installation, pulse: nil) {
                    try await $0.runCallback()
                },
            ]
        }
    }
}

/// Does something again and again until the server ends; `work` answers whether there may be more at once. A failure is logged and
/// tried again after the pause.
struct Repeated: Service {
    let name: String
    let pause: Duration
    let installation: Installation
    let pulse: ServicePulse?
    /// Said once when the clock leaps ahead of the time that has passed, until when nothing is done; nil where a leap does no harm.
    var whenLeaping: String?
    let work: @Sendable (Installation) async throws -> Bool

    func run() async throws {
        await cancelWhenGracefulShutdown {
            let steady = ContinuousClock()
            let start = steady.now
            var leap = ClockLeap(allowedSeconds: installation.settings.sweepLeapSeconds)
            var wasSound = true
            while !Task.isCancelled {
                if let whenLeaping {
                    let isSound = leap.isSound(
                        installation.clock.now(), steadySeconds: start.duration(to: steady.now).components.seconds)
                    if wasSound, !isSound { installation.log.error("\(whenLeaping)") }
                    wasSound = isSound
                    guard isSound else {
                        try? await Task.sleep(for: pause)
                        continue
                    }
                }
                do {
                    let hasMore = try await work(installation)
                    pulse?.beat(at: installation.clock.now())
                    if hasMore { continue }
                } catch is CancellationError {
                    return
                } catch {
                    let cause = (error as? SQLFailure)?.description ?? "\(type(of: error))"
                    installation.log.error("a background service failed", metadata: ["service": "\(name)", "cause": "\(cause)"])
                }
                try? await Task.sleep(for: pause)
            }
        }
    }
}

/// Says once that the machine's clock was set back under the server, and once that time goes on.
struct ClockWatch: Service {
    let installation: Installation

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var wasSetBack = false
            while !Task.isCancelled {
                let standing = installation.clock.standing
                if standing.isSetBack != wasSetBack {
                    wasSetBack = standing.isSetBack
                    if wasSetBack {
                        installation.log.error(
                            "the machine's clock was set back: this server's time stands still until it starts anew",
                            metadata: ["seconds": "\(standing.setBackSeconds)"])
                    } else {
                        installation.log.notice("the machine's clock has caught up: this server's time goes on")
                    }
                }
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }
}

/// When the sequencer last did its round.
final class ServicePulse: Sendable {
    private let last = Mutex<Instant?>(nil)

    func beat(at now: Instant) { last.withLock { $0 = now } }
    var latest: Instant? { last.withLock { $0 } }
}

/// Closes the store after everything else has ended.
struct StoreService: Service {
    let installation: Installation

    func run() async throws {
        try? await gracefulShutdown()
        try? await installation.leaveTurns()
        await installation.store.close()
    }
}
