import Registry

extension Identifier {
    /// Below every key made from then on, and above every key made before: keys of version 7 begin with their time.
    static func first(at time: Instant) -> Identifier {
        Identifier(high: UInt64(min(max(time.milliseconds, 0), (1 << 48) - 1)) << 16, low: 0)
    }
}

extension Instant {
    /// A key is made before its row is written, by a server whose clock may differ: its time is that of the row within this.
    static let keySlackSeconds: Int64 = 60
}
