import Logging
import Registry
import SQLCore
import ServiceLifecycle
import UseCases

/// Moves the lives of cards along as their time comes, unless the clock leaps.
struct LifeSweep: Service {
    let installation: Installation

    private static let pause = Duration.seconds(1)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            let steady = ContinuousClock()
            let start = steady.now
            var leap = ClockLeap(allowedSeconds: installation.settings.sweepLeapSeconds)
            var wasSound = true
            while !Task.isCancelled {
                let isSound = leap.isSound(installation.clock.now(), steadySeconds: start.duration(to: steady.now).components.seconds)
                if wasSound, !isSound {
                    installation.log.error("the clock has leapt ahead: no card's life is moved until it is set right")
                }
                wasSound = isSound
                if isSound, await sweep() { continue }
                try? await Task.sleep(for: Self.pause)
            }
        }
    }

    /// Whether there may be more at once.
    private func sweep() async -> Bool {
        do {
            return try await installation.sweepLives() > 0
        } catch is CancellationError {
            return false
        } catch {
            let cause = (error as? SQLFailure)?.description ?? "\(type(of: error))"
            installation.log.error("a background service failed", metadata: ["service": "lives", "cause": "\(cause)"])
            return false
        }
    }
}
