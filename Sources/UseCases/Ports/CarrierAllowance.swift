import Registry

/// What a connection's quotas are counted by. They hold over several servers and over a stop because calls begin only within a turn that the
/// store gave to one server, and of the calls of a day only so many as were reserved there before.
package protocol CarrierAllowance: Sendable {
    /// 0 where a day is not limited.
    var callsPerDay: Int64 { get }
    /// How many of them are reserved at a time: so many at most are lost when a server is killed.
    var callsReserved: Int64 { get }
    /// A call that has begun has ended after so long.
    var timeoutSeconds: Int64 { get }
    /// A call that has ended counts at the carrier for so long.
    var countingSeconds: Int64 { get }

    /// Whether a call may begin.
    func isGranted() -> Bool
    /// Whether time or calls are nearly used up.
    func needsMore() -> Bool
    /// What was counted in the last day. Of a limited day no further call begins before more are granted.
    func settled() -> CarrierDay
    /// Counts on from what another server counted.
    func goOn(after day: CarrierDay)
    /// - Parameter calls: nil where a day is not limited.
    func grant(seconds: Int64, calls: Int64?)
}
