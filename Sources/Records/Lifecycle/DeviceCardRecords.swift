import Registry
import SQLCore

/// A card that is said to be in a device, or was seen in it last.
package struct DeviceCard: Hashable, Sendable {
    package let subscription: Int64
    /// Whether it is within the scope that was asked for.
    package let isWithin: Bool
    /// Since when it is said to be in it; nil where nobody said so, or another device or a pool was said since.
    package var declaredSince: Instant?
    /// When it was seen in it; nil where it was not, or in another since.
    package var seenAt: Instant?
}

extension DeviceRecords {
    /// Cards with the device, whosever they are, by their subscription, after `cursor`; each tells whether it is within scope. Pools are
    /// not looked into: a card that is bound to one is here where it was seen in the device.
    package static func cards(
        with device: Int64, after cursor: Int64, scope: Scope, at now: Instant, limit: Int, in session: any Session
    ) throws -> [DeviceCard] {
        var found: [Int64: DeviceCard] = [:]
        try session.each(
            """
            SELECT b.subscription, CASE WHEN \(CardReach.holds(scope, subscription: "b.subscription", at: now)) THEN 1 ELSE 0 END,
                b.effective_from
            FROM device_binding b WHERE b.device = \(device) AND b.subscription > \(cursor)
                AND b.ordinal = (SELECT MAX(m.ordinal) FROM device_binding m WHERE m.subscription = b.subscription)
                AND NOT \(PoolRecords.isBoundSince)
            ORDER BY b.subscription LIMIT \(limit)
            """
        ) { row in
            found[row.int(0)] = DeviceCard(subscription: row.int(0), isWithin: row.bool(1), declaredSince: row.instant(2))
            return true
        }
        try session.each(
            """
            SELECT u.subscription, CASE WHEN \(CardReach.holds(scope, subscription: "u.subscription", at: now)) THEN 1 ELSE 0 END, u.device_at
            FROM usage_summary u WHERE u.device = \(device) AND u.subscription > \(cursor) ORDER BY u.subscription LIMIT \(limit)
            """
        ) { row in
            found[row.int(0), default: DeviceCard(subscription: row.int(0), isWithin: row.bool(1))].seenAt = row.instantIfAny(2)
            return true
        }
        return Array(found.values.sorted { $0.subscription < $1.subscription }.prefix(limit))
    }
}
