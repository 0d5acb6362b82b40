import Registry
import SQLCore

/// A card that is said to be in a device, or was seen in it last.
package struct DeviceCard: Hashable, Sendable {
    package let subscription: Int64
    /// Since when it is said to be in it; nil where nobody said so, or another was said since.
    package var declaredSince: Instant?
    /// When it was seen in it; nil where it was not, or in another since.
    package var seenAt: Instant?
}

extension DeviceRecords {
    /// Cards with the device, whosever they are, by their subscription.
    package static func cards(with device: Int64, limit: Int, in session: any Session) throws -> [DeviceCard] {
        var found: [Int64: DeviceCard] = [:]
        try session.each(
            """
            SELECT b.subscription, b.effective_from FROM device_binding b WHERE b.device = \(device)
                AND b.ordinal = (SELECT MAX(m.ordinal) FROM device_binding m WHERE m.subscription = b.subscription)
            ORDER BY b.subscription LIMIT \(limit)
            """
        ) { row in
            found[row.int(0)] = DeviceCard(subscription: row.int(0), declaredSince: row.instant(1))
            return true
        }
        try session.each(
            """
            SELECT u.subscription, u.device_at FROM usage_summary u WHERE u.device = \(device) ORDER BY u.subscription LIMIT \(limit)
            """
        ) { row in
            found[row.int(0), default: DeviceCard(subscription: row.int(0))].seenAt = row.instantIfAny(1)
            return true
        }
        return Array(found.values.sorted { $0.subscription < $1.subscription }.prefix(limit))
    }
}
