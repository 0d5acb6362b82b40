import SQLCore

/// Numbers handed out in blocks, so that bulk work takes many at once and two servers never take the same.
package enum Counters {
    package static let subscription = "subscription"
    package static let product = "product"
    package static let organisation = "organisation"
    package static let custodyAct = "custody-act"
    /// Up to which one changes of cards are forgotten.
    static let forgottenChanges = "forgotten-changes"

    /// The first of `count` fresh numbers; counting starts at 1.
    package static func take(_ count: Int64, from name: String, in session: any Session) throws -> Int64 {
        let next = try session.first(
            """
            INSERT INTO counter (name, next) VALUES (\(name), \(count + 1))
            ON CONFLICT (name) DO UPDATE SET next = counter.next + \(count) RETURNING next
            """
        ) { $0.int(0) }
        guard let next else { throw UnreadableRow("counter", "next") }
        return next - count
    }
}
