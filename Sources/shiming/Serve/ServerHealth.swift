import API
import Registry
import UseCases

/// Ready when the store answers, the trail is being numbered and time goes on.
struct ServerHealth: HealthChecks {
    let store: StoreHealth
    let pulse: ServicePulse
    let clock: any Clock
    private static var silenceSecondsMax: Int64 { 30 }

    init(store: StoreHealth, pulse: ServicePulse, clock: any Clock) {
        self.store = store
        self.pulse = pulse
        self.clock = clock
    }

    func checks() async -> [String: String] {
        var checks = await store.checks()
        let isAlive = pulse.latest.map { $0.adding(seconds: Self.silenceSecondsMax) > clock.now() } ?? false
        checks["sequencer"] = isAlive ? "ok" : "silent"
        checks["clock"] = clock.standing.isSetBack ? "set-back" : "ok"
        return checks
    }
}
