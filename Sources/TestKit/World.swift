import Foundation
import Logging
import Records
import Registry
import SQLCore
import Synchronization
import UseCases
import Vault

/// An installation in a temporary folder, with a clock that is moved, and counted chance.
package final class World: Sendable {
    package let installation: Installation
    package let clock: MovedClock
    /// Its store, and where that is.
    package let made: TestStore
    package var folder: String { made.folder }
    /// The text of the key file, for tests that rotate.
    package let keyText: String

    private init(installation: Installation, clock: MovedClock, made: TestStore, keyText: String) {
        self.installation = installation
        self.clock = clock
        self.made = made
        self.keyText = keyText
    }

    /// A fresh world on the engine under test; its time is 2026-03-02 09:00 in Shanghai unless moved.
    /// Passwords are hashed cheaply, whatever the settings say; evidence is believed unless an inspector is given, and copies bear their text in the
    /// first bytes unless a marker is given.
    /// - Parameter clock: where somebody else lives by it too.
    package static func make(
        settings: Settings = Settings(), seed: UInt64 = 1, inspector: any EvidenceInspector = CredulousInspector(),
        marker: any CopyMarker = PlainMarker(), reader: any PictureReader = NoPictureReader(), verification: VerificationProviders? = nil,
        notifiers: Notifiers? = nil, events: (any EventSender)? = nil,
        carriers: (MovedClock) throws -> CarrierGateways = { _ in CarrierGateways([]) },
        contact: String? = nil, observing: Bool = false, clock: MovedClock = MovedClock()
    ) async throws -> World {
        var settings = settings
        settings.passwordCostLog2 = 10
        let made = try await TestStore.make()
        var generator = SystemRandomNumberGenerator()
        let keyText = KeyEncryptionKeys.text(addingFreshKey: "test-1", to: nil, chance: &generator)
        let keys = try KeyEncryptionKeys(text: keyText)
        let installation = try await Installation.open(
            store: observing ? ObservingStore(made.store) : made.store, vault: Vault(keys: keys), folders: Folders(root: made.folder),
            clock: clock, chance: SeededChance(seed: seed),
            settings: settings, inspector: inspector, marker: marker, reader: reader, verification: verification,
            notifiers: notifiers, events: events, carriers: try carriers(clock), contact: contact,
            log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        return World(installation: installation, clock: clock, made: made, keyText: keyText)
    }

    /// Closes the store and removes the folder.
    package func end() async {
        await made.end()
    }
}

/// Makes a world, hands it to `body`, ends it whatever happens.
package func withWorld<Value>(
    settings: Settings = Settings(), marker: any CopyMarker = PlainMarker(), reader: any PictureReader = NoPictureReader(),
    verification: VerificationProviders? = nil, notifiers: Notifiers? = nil, events: (any EventSender)? = nil,
    carriers: (MovedClock) throws -> CarrierGateways = { _ in CarrierGateways([]) }, contact: String? = nil,
    clock: MovedClock = MovedClock(),
    _ body: (World) async throws -> Value
) async throws -> Value {
    let world = try await World.make(
        settings: settings, marker: marker, reader: reader, verification: verification, notifiers: notifiers, events: events,
        carriers: carriers, contact: contact, clock: clock)
    do {
        let value = try await body(world)
        await world.end()
        return value
    } catch {
        await world.end()
        throw error
    }
}

/// Time that stands still until it is moved.
package final class MovedClock: Clock {
    private let time: Mutex<Instant>
    private let stands = Mutex(ClockStanding())

    /// 2026-03-02T01:00:00Z
    package init(at start: Instant = Instant(milliseconds: 1_772_413_200_000)) {
        time = Mutex(start)
    }

    package func now() -> Instant { time.withLock { $0 } }
    package var standing: ClockStanding { stands.withLock { $0 } }
    /// From now on it passes for one that stands so.
    package func pretend(_ standing: ClockStanding) { stands.withLock { $0 = standing } }
    package func move(seconds: Int64) { time.withLock { $0 = $0.adding(seconds: seconds) } }
    package func move(days: Int64) { time.withLock { $0 = $0.adding(days: days) } }
    package func set(_ instant: Instant) { time.withLock { $0 = instant } }
}

/// Chance that repeats (SplitMix64): the same seed, the same ids.
package final class SeededChance: Chance {
    private let state: Mutex<UInt64>

    package init(seed: UInt64) {
        state = Mutex(seed)
    }

    package func words() -> (UInt64, UInt64) {
        state.withLock { state in
            (Self.next(&state), Self.next(&state))
        }
    }

    private static func next(_ state: inout UInt64) -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
