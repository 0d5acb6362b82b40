import Ledger
import Numbers
import Records
import Registry
import SQLCore

extension TrailAction {
    static let devicePoolCreated = TrailAction("device-pool.created")
    static let poolDevicesDeclared = TrailAction("device-pool.devices-declared")
    static let poolDevicesWithdrawn = TrailAction("device-pool.devices-withdrawn")
    static let poolCardsBound = TrailAction("device-pool.cards-bound")
}

package struct DevicePoolView: Hashable, Sendable {
    package let pool: StoredDevicePool
    package let devices: Int
    package let cards: Int
}

/// What became of devices or cards that were to come into a pool, or to leave it.
package struct PoolOutcome: Hashable, Sendable {
    package var changed: Int64 = 0
    /// Stood so before.
    package var unchanged: Int64 = 0
    /// Cards whose service goes on, since the device they were seen in is in order now.
    package var resumed: Int64 = 0
    package var leftOut: [PoolObstacle: Int64] = [:]
    /// Positions in the list, from 0, for which no card was found.
    package var notFoundPositions: [Int] = []

    package init() {}
}

extension Installation {
    /// Most pools of an organisation, and most devices of one request.
    package static let devicePoolsMax = 1_000
    package static let poolDevicesMax = 1_000

    /// Throws `device-pool-name`, `device-pools-too-many`.
    package func createDevicePool(as principal: Principal, name: String) async throws -> StoredDevicePool {
        let name = name.trimmed
        let today = try chinaDay()
        return try await act(as: principal, .devicePoolCreated, needs: .cardLife) { act in
            // Cards are never in an enterprise's hands; its agent's pools hold them.
            if case .unit = principal.scope { throw Refusal.notPermitted }
            let path = principal.scope.path
            guard TextBounds(1...DevicePool.nameMax).admit(name), !name.hasControlCharacters else { throw Refusal.devicePoolName }
            if let open = OpenText(today: today).refusal(of: name, at: "/name") { throw Refusal.invalid([open]) }
            guard try PoolRecords.count(of: principal.organisation, path, in: act.session) < Self.devicePoolsMax else {
                throw Refusal.devicePoolsTooMany
            }
            let pool = StoredDevicePool(
                id: act.fresh(), organisation: principal.organisation, path: path, name: name, recordedAt: act.now)
            try act.register(.devicePool, [pool.id, pool.organisation, path, name, act.now, principal.account])
            act.about(pool)
            return pool
        }
    }

    /// Pools of one's organisation and of those below, the newest first.
    package func listDevicePools(
        as principal: Principal, before: DevicePoolID? = nil, limit: Int? = nil
    ) async throws -> Page<StoredDevicePool, DevicePoolID> {
        let limit = settings.rows(limit)
        return try await look(as: principal, needs: .cardRead) { session in
            Page(try PoolRecords.list(principal.scope, before: before, limit: limit + 1, in: session), limit: limit) { $0.id }
        }
    }

    /// How much is in it, counted. Throws `not-found`.
    package func readDevicePool(as principal: Principal, _ id: DevicePoolID) async throws -> DevicePoolView {
        try await look(as: principal, needs: .cardRead) { session in
            guard let pool = try PoolRecords.find(id, principal.scope, in: session) else { throw Refusal.notFound }
            return DevicePoolView(
                pool: pool, devices: try PoolRecords.deviceCount(of: id, in: session), cards: try PoolRecords.cardCount(of: id, in: session)
            )
        }
    }

    /// Throws `not-found`.
    package func listPoolDevices(
        as principal: Principal, of id: DevicePoolID, after: Int64? = nil, limit: Int? = nil
    ) async throws -> Page<PoolRecords.Device, Int64> {
        let limit = settings.rows(limit)
        return try await look(as: principal, needs: .cardRead) { session in
            guard try PoolRecords.find(id, principal.scope, in: session) != nil else { throw Refusal.notFound }
            return Page(try PoolRecords.devices(of: id, after: after, limit: limit + 1, in: session), limit: limit) { $0.key }
        }
    }

    /// Cards in which the pool has a say. Throws `not-found`.
    package func listPoolCards(
        as principal: Principal, of id: DevicePoolID, after: Int64? = nil, limit: Int? = nil
    ) async throws -> Page<Int64, Int64> {
        let limit = settings.rows(limit)
        return try await look(as: principal, needs: .cardRead) { session in
            guard try PoolRecords.find(id, principal.scope, in: session) != nil else { throw Refusal.notFound }
            return Page(try PoolRecords.cards(of: id, after: after, limit: limit + 1, in: session), limit: limit) { $0 }
        }
    }

    /// Declares devices of the pool before cards are put into them, or withdraws them (R-IC-07). A card that was stopped for being in one of them
    /// goes on. All or none; throws `not-found`, `pool-devices-number`, `not-an-imei` with a detail for each.
    package func declarePoolDevices(
        as principal: Principal, of id: DevicePoolID, imeis: [String], withdrawing: Bool = false
    ) async throws -> PoolOutcome {
        try await act(as: principal, withdrawing ? .poolDevicesWithdrawn : .poolDevicesDeclared, needs: .cardLife) { act in
            let pool = try act.devicePool(id)
            let devices = try act.installation.deviceKeys(imeis)
            let known = Dictionary(
                uniqueKeysWithValues: try PoolRecords.devices(devices, of: id, in: act.session).map { ($0.key, $0) })
            let changing = devices.filter { (known[$0]?.isIn ?? false) == withdrawing }
            try act.register(
                .poolDevice,
                rows: changing.map {
                    [id, $0, (known[$0]?.ordinal ?? -1) + 1, !withdrawing, act.now, act.now, principal.account]
                })
            var outcome = PoolOutcome()
            outcome.changed = Int64(changing.count)
            outcome.unchanged = Int64(devices.count - changing.count)
            if !withdrawing {
                let stopped = try PoolRecords.separated(changing, of: pool.id, in: act.session)
                outcome.resumed = try act.resumeInOrder(stopped)
            }
            act.recording.note("devices", .integer(outcome.changed))
            return outcome
        }
    }

    /// Binds cards to the pool; it counts for them from now on, in place of another pool or of a device declared before. All of them or none,
    /// unless `leavingOthers`. Throws `not-found`, `pool-cards-refused` with a detail for every reason, `life-nothing-selected`,
    /// `selection-too-large`.
    package func bindPoolCards(
        as principal: Principal, to id: DevicePoolID, _ selector: CardSelector, leavingOthers: Bool = false
    ) async throws -> PoolOutcome {
        try await act(as: principal, .poolCardsBound, needs: .cardLife) { act in
            let pool = try act.devicePool(id)
            let selection = try act.installation.selectIntervals(
                selector, scope: principal.scope, cardsMax: act.installation.settings.lifeCardsMax, in: act.session)
            guard selection.intervals.count > 0 || selection.notFound > 0 else { throw Refusal.lifeNothingSelected }
            var outcome = PoolOutcome()
            outcome.notFoundPositions = selection.notFoundPositions
            if selection.notFound > 0 { outcome.leftOut[.notFound] = Int64(selection.notFound) }
            let inside = try CardReach.within(pool.scope, selection.intervals, at: act.now, in: act.session)
            let outside = selection.intervals.count - inside.count
            if outside > 0 { outcome.leftOut[.outsidePool] = outside }
            let rows = try act.bindings(of: inside, to: pool, &outcome)
            guard leavingOthers || outcome.leftOut.isEmpty else { throw Refusal.poolCardsRefused(outcome.leftOut) }
            try act.bind(rows, to: pool)
            outcome.changed = Int64(rows.count)
            outcome.resumed = try act.resumeInOrder(rows.map(\.subscription))
            act.recording.note("cards", .integer(outcome.changed))
            return outcome
        }
    }

    /// By the 14 digits that are compared (R-NF-03), each once, in order.
    private func deviceKeys(_ imeis: [String]) throws -> [Int64] {
        guard !imeis.isEmpty, imeis.count <= Self.poolDevicesMax else { throw Refusal.poolDevicesNumber }
        let context = NumberContext(today: try chinaDay())
        var faults: [Refusal] = []
        var keys: Set<Int64> = []
        for (place, text) in imeis.enumerated() {
            if let imei = IMEI.check(text, in: context).value, let key = Int64(imei.deviceKey.description) {
                keys.insert(key)
            } else {
                faults.append(.notAnIMEI.at("/imeis/\(place)"))
            }
        }
        guard faults.isEmpty else { throw Refusal.invalid(faults) }
        return keys.sorted()
    }
}

/// A card's next word on its pool.
private struct NewBinding: Sendable {
    let subscription: Int64
    let ordinal: Int64
}

extension Act {
    fileprivate func about(_ pool: StoredDevicePool) {
        recording.about(.organisation, pool.organisation)
        recording.note("pool", .string(pool.id.description))
    }

    fileprivate func devicePool(_ id: DevicePoolID) throws -> StoredDevicePool {
        guard let pool = try PoolRecords.find(id, principal.scope, in: session) else { throw Refusal.notFound }
        about(pool)
        return pool
    }

    /// What is to be written for those cards that may come into the pool and are not in it yet.
    fileprivate func bindings(of cards: CardIntervals, to pool: StoredDevicePool, _ outcome: inout PoolOutcome) throws -> [NewBinding] {
        let terms = try LifeTerms(in: session)
        var rows: [NewBinding] = []
        for interval in cards.intervals.flatMap({ $0.pieces(ofAtMost: 5_000) }) {
            let bound = Dictionary(
                uniqueKeysWithValues: try PoolRecords.bindings(interval, in: session).map { ($0.subscription, $0) })
            for life in try LifeRecords.lives(interval, at: now, in: session) {
                let before = bound[life.subscription]
                if life.standing.state == .cancelled {
                    outcome.leftOut[.cancelled, default: 0] += 1
                } else if try terms.product(life.product).binding != .imeiPool {
                    outcome.leftOut[.boundOtherwise, default: 0] += 1
                } else if before?.pool == pool.id, life.binding.map({ $0.since < life.pool?.since ?? now }) ?? true {
                    outcome.unchanged += 1
                } else {
                    rows.append(NewBinding(subscription: life.subscription, ordinal: (before?.ordinal ?? -1) + 1))
                }
            }
        }
        return rows
    }

    fileprivate func bind(_ rows: [NewBinding], to pool: StoredDevicePool) throws {
        guard !rows.isEmpty else { return }
        let id: PoolActID = fresh()
        let (owner, poolBytes, now) = (id.bytes, pool.id.bytes, now.milliseconds)
        try register(.poolAct, [id, pool.id, Int64(rows.count), self.now, principal.account])
        try recording.registerMany(.poolBinding, by: "pool_interval", owner: owner) { sink in
            for row in rows {
                sink.int(row.subscription)
                sink.int(row.ordinal)
                sink.blob(owner)
                sink.blob(poolBytes)
                sink.int(now)
                sink.int(now)
                try sink.endRow()
            }
        }
        let intervals = CardIntervals(subscriptions: rows.lazy.map(\.subscription)).intervals
        try recording.registerMany(.poolInterval, by: "pool_interval", owner: owner) { sink in
            for interval in intervals {
                sink.blob(owner)
                sink.int(interval.lo)
                sink.int(interval.hi)
                try sink.endRow()
            }
        }
    }

    /// Those of the cards that are stopped for their device, and were seen last in one that is theirs now, go on. Where another device demands a new
    /// verification (R-IC-08) they stay stopped: declaring it for the card itself asks for that. Answers how many.
    fileprivate func resumeInOrder(_ cards: [Int64]) throws -> Int64 {
        let terms = try LifeTerms(in: session)
        let writing = LifeWriting(self, terms)
        let rules = LifeRules(terms: terms, now: now)
        var resumed: Int64 = 0
        for interval in CardIntervals(subscriptions: cards).intervals.flatMap({ $0.pieces(ofAtMost: 5_000) }) {
            for life in try LifeRecords.lives(interval, at: now, in: session)
            where life.standing.stops.contains(.deviceSeparation) {
                guard life.pool?.hasDevice == true, try !rules.isInAnotherDevice(life),
                    try !terms.periods(of: life, at: now).demandsVerification(isPersonal: life.isPersonal)
                else { continue }
                if try writing.obey(LifeWish(.resume, reason: .deviceSeparation), life, terms, isRebound: true) == nil { resumed += 1 }
            }
        }
        if resumed > 0 { try writing.finish() }
        return resumed
    }
}

extension Refusal {
    static let devicePoolName = Refusal(
        "device-pool-name", .invalid, house: .form, en: "A pool has a name of 1 to 60 characters.", zh: "设备池名称须为1至60个字符。",
        mend: LocalText(en: "Name it after the batch of devices.", zh: "请以设备批次命名。"), pointer: "/name")
    static let devicePoolsTooMany = Refusal(
        "device-pools-too-many", .conflict, house: .limits, en: "Your organisation has as many pools as it may.", zh: "贵单位的设备池数量已达上限。",
        mend: LocalText(en: "Put the devices into a pool that is there.", zh: "请使用已有的设备池。"))
    static let poolDevicesNumber = Refusal(
        "pool-devices-number", .invalid, house: .limits, en: "Name 1 to 1,000 devices at a time.", zh: "每次须填写1至1000个设备号。",
        mend: LocalText(en: "Send the rest with another request.", zh: "其余请分次提交。"), pointer: "/imeis")

    /// A detail for every reason, with how many cards it concerns.
    static func poolCardsRefused(_ obstacles: [PoolObstacle: Int64]) -> Refusal {
        Refusal(
            "pool-cards-refused", .conflict, requirements: ["R-IC-07"], en: "It is not possible for all of these cards; nothing was done.",
            zh: "部分卡无法绑定，未作任何变更。",
            mend: LocalText(en: "Look at the reasons, or leave those cards out.", zh: "请查看原因，或排除这些卡后重试。")
        ).with(
            details: obstacles.sorted { $0.key.rawValue < $1.key.rawValue }.map { $0.refusal.of(cards: $1) })
    }
}
