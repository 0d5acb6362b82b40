/// The cookie by which a person's page knows a device again. A member of staff who signs in with such a browser is told apart by it.
package enum DeviceCookie {
    package static let name = "shiming-device"

    /// The secret in a `Cookie` header (RFC 6265 section 5.4); nil when there is none.
    package static func read(_ header: String?) -> String? {
        guard let header, header.utf8.count <= 8_192 else { return nil }
        for pair in header.split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[0].trimmingPrefix(while: { $0 == " " }) == name else { continue }
            return String(parts[1])
        }
        return nil
    }
}
