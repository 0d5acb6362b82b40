/// A program that is to be told what becomes of one request.
package enum CallbackState: String, CaseIterable, Sendable {
    /// Nothing has come of the request yet.
    case idle
    /// To be told, or being told.
    case waiting
    case delivered
    /// Not taken within its time, or by nobody who could take it.
    case dead
}

/// Where a web address leads: scheme, host and port.
package enum WebOrigin {
    /// - Parameter address: one that was admitted, with scheme and host in small letters.
    package static func of(_ address: String) -> Substring {
        guard let scheme = address.firstRange(of: "://") else { return address[...] }
        let rest = address[scheme.upperBound...]
        return address[..<(rest.firstIndex { $0 == "/" || $0 == "?" } ?? address.endIndex)]
    }
}
