import Registry
import SQLCore

package struct StoredDevicePool: Hashable, Sendable {
    package let id: DevicePoolID
    package let organisation: OrganisationID
    package let path: OrganisationPath
    package let name: String
    package let recordedAt: Instant

    package init(id: DevicePoolID, organisation: OrganisationID, path: OrganisationPath, name: String, recordedAt: Instant) {
        self.id = id
        self.organisation = organisation
        self.path = path
        self.name = name
        self.recordedAt = recordedAt
    }

    /// Whose cards may be in it.
    package var scope: Scope { .subtree(organisation: organisation, path: path) }
}

/// Pools of devices and the cards that are bound to one (R-IC-07).
package enum PoolRecords {
    /// A card's newest word on a pool.
    package struct Binding: Hashable, Sendable {
        package let subscription: Int64
        package let ordinal: Int64
        package let pool: DevicePoolID
    }

    /// A device in a pool, and since when.
    package struct Device: Hashable, Sendable {
        package let key: Int64
        package let ordinal: Int64
        package let isIn: Bool
        package let since: Instant

        /// All 14 digits.
        package var text: String {
            let digits = String(key)
            return String(repeating: "0", count: max(0, 14 - digits.count)) + digits
        }
    }

    /// How often the device of `usage_summary u` belongs to the pool of `pool_binding p`, or did when it was seen.
    static let seenDevices: SQLText = """
        (SELECT COUNT(*) FROM pool_device e WHERE e.pool = p.pool AND e.device = u.device AND e.is_in = 1 AND NOT EXISTS (
            SELECT 1 FROM pool_device o WHERE o.pool = e.pool AND o.device = e.device AND o.ordinal = e.ordinal + 1
                AND o.effective_from <= u.device_at))
        """

    /// Whether the pool of `pool_binding p` has a say in the card: its organisation, or one below, has it in hand.
    static let countsForCard: SQLText = """
        EXISTS (SELECT 1 FROM device_pool d JOIN custody_current c
            ON c.lo = (SELECT MAX(lo) FROM custody_current WHERE lo <= p.subscription)
            WHERE d.id = p.pool AND substr(c.path, 1, length(d.path)) = d.path)
        """

    /// Whether a pool took the place of the device of `device_binding b`: the card's product is bound to pools, and one that has a say in it
    /// was said later (`DeviceBinding.isSeparated`).
    static let isBoundSince: SQLText = """
        EXISTS (SELECT 1 FROM pool_binding p WHERE p.subscription = b.subscription
            AND p.ordinal = (SELECT MAX(m.ordinal) FROM pool_binding m WHERE m.subscription = b.subscription)
            AND p.effective_from > b.effective_from AND \(countsForCard)
            AND EXISTS (SELECT 1 FROM subscription s JOIN product q ON q.id = s.product
                JOIN product_version v ON v.product = q.id AND v.ordinal = q.ordinal
                WHERE s.id = b.subscription AND v.binding = \(BindingMode.imeiPool.rawValue)))
        """

    private static let columns: SQLText = "d.id, d.organisation, d.path, d.name, d.recorded_at"

    private static func decode(_ row: any SQLRow) throws -> StoredDevicePool {
        StoredDevicePool(
            id: try row.identifier(0), organisation: try row.identifier(1), path: row.path(2), name: row.text(3), recordedAt: row.instant(4)
        )
    }

    package static func find(_ id: DevicePoolID, _ scope: Scope, in session: any Session) throws -> StoredDevicePool? {
        try session.first("SELECT \(columns) FROM device_pool d WHERE d.id = \(id) AND \(scope.contains(path: "d.path"))", decode)
    }

    /// The newest first.
    package static func list(_ scope: Scope, before: DevicePoolID?, limit: Int, in session: any Session) throws -> [StoredDevicePool] {
        var conditions = [scope.contains(path: "d.path")]
        if let before { conditions.append("d.id < \(before)") }
        return try session.all(
            "SELECT \(columns) FROM device_pool d WHERE \(SQLText.all(conditions)) ORDER BY d.id DESC LIMIT \(limit)", decode)
    }

    package static func count(of organisation: OrganisationID, _ path: OrganisationPath, in session: any Session) throws -> Int {
        try session.count("SELECT COUNT(*) FROM device_pool WHERE path = \(path) AND organisation = \(organisation)")
    }

    // MARK: Devices

    private static let newest: SQLText = """
        e.ordinal = (SELECT MAX(m.ordinal) FROM pool_device m WHERE m.pool = e.pool AND m.device = e.device)
        """

    private static func decodeDevice(_ row: any SQLRow) -> Device {
        Device(key: row.int(0), ordinal: row.int(1), isIn: row.bool(2), since: row.instant(3))
    }

    /// What was said last of each of these devices; nothing of one of which nothing was said.
    package static func devices(_ keys: [Int64], of pool: DevicePoolID, in session: any Session) throws -> [Device] {
        try session.all(
            """
            SELECT e.device, e.ordinal, e.is_in, e.effective_from FROM pool_device e
            WHERE e.pool = \(pool) AND e.device IN \(SQLText.list(keys)) AND \(newest)
            """, decodeDevice)
    }

    /// The devices that are in the pool, by their number.
    package static func devices(of pool: DevicePoolID, after: Int64?, limit: Int, in session: any Session) throws -> [Device] {
        try session.all(
            """
            SELECT e.device, e.ordinal, e.is_in, e.effective_from FROM pool_device e
            WHERE e.pool = \(pool) AND e.device > \(after ?? -1) AND e.is_in = 1 AND \(newest) ORDER BY e.device LIMIT \(limit)
            """, decodeDevice)
    }

    /// Grows with the devices of the pool.
    package static func deviceCount(of pool: DevicePoolID, in session: any Session) throws -> Int {
        try session.count("SELECT COUNT(*) FROM pool_device e WHERE e.pool = \(pool) AND e.is_in = 1 AND \(newest)")
    }

    // MARK: Cards

    private static let current: SQLText = """
        p.ordinal = (SELECT MAX(m.ordinal) FROM pool_binding m WHERE m.subscription = p.subscription)
        """

    package static func bindings(_ interval: CardInterval, in session: any Session) throws -> [Binding] {
        try session.all(
            """
            SELECT p.subscription, p.ordinal, p.pool FROM pool_binding p
            WHERE p.subscription >= \(interval.lo) AND p.subscription <= \(interval.hi) AND \(current)
            """
        ) { Binding(subscription: $0.int(0), ordinal: $0.int(1), pool: try $0.identifier(2)) }
    }

    /// The cards of the pool in which it has a say, in order.
    package static func cards(of pool: DevicePoolID, after: Int64?, limit: Int, in session: any Session) throws -> [Int64] {
        try session.all(
            """
            SELECT p.subscription FROM pool_binding p WHERE p.pool = \(pool) AND p.subscription > \(after ?? -1) AND \(current)
                AND \(countsForCard) ORDER BY p.subscription LIMIT \(limit)
            """
        ) { $0.int(0) }
    }

    /// Grows with the cards of the pool.
    package static func cardCount(of pool: DevicePoolID, in session: any Session) throws -> Int {
        try session.count("SELECT COUNT(*) FROM pool_binding p WHERE p.pool = \(pool) AND \(current) AND \(countsForCard)")
    }

    /// Cards of the pool that are stopped and were seen last in one of these devices. Grows with the cards of the pool.
    package static func separated(_ devices: [Int64], of pool: DevicePoolID, in session: any Session) throws -> [Int64] {
        try session.all(
            """
            SELECT p.subscription FROM pool_binding p JOIN card_life l ON l.subscription = p.subscription
            JOIN usage_summary u ON u.subscription = p.subscription
            WHERE p.pool = \(pool) AND \(current) AND l.stops & \(StopReasons([.deviceSeparation]).rawValue) <> 0
                AND u.device IN \(SQLText.list(devices)) ORDER BY p.subscription
            """
        ) { $0.int(0) }
    }
}
