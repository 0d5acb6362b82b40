import Registry
import UseCases

extension World {
    /// Sweeps at that time, as of a server that ran all along: also before, so that people were told of what comes then.
    package func sweepLives(at instant: Instant) async throws {
        let (day, east) = (Int64(86_400_000), Int64(28_800_000))
        let midnight = Instant(milliseconds: (instant.milliseconds + east) / day * day - east)
        for earlier in [instant.adding(days: -8), midnight.adding(seconds: -1)] where earlier > clock.now() {
            clock.set(earlier)
            _ = try await installation.sweepAllLives()
        }
        clock.set(instant)
        _ = try await installation.sweepAllLives()
    }
}
