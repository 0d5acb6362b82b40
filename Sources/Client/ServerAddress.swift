import Foundation

/// Where a server answers: `https://host[:port]`, or `http://` for a server on this machine or a test network.
package struct ServerAddress: Hashable, Sendable, CustomStringConvertible {
    package static let usual = ServerAddress(known: "http://127.0.0.1:8080")

    /// Without a slash at its end.
    package let text: String

    private init(known text: String) { self.text = text }

    /// Nil unless it is scheme, host and perhaps a port: a path, a query or a password in it would be a slip.
    package init?(_ typed: String) {
        let text = typed.hasSuffix("/") ? String(typed.dropLast()) : typed
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(), scheme == "https" || scheme == "http",
            let host = parts.host, !host.isEmpty, parts.path.isEmpty, parts.query == nil, parts.fragment == nil, parts.user == nil,
            parts.port.map({ (1...65_535).contains($0) }) ?? true
        else { return nil }
        self.text = text
    }

    package var description: String { text }

    /// Whether passwords and identity data would cross a network in clear.
    package var isExposed: Bool {
        guard let parts = URLComponents(string: text), parts.scheme?.lowercased() == "http", let host = parts.host else { return false }
        return !Self.isOwnMachine(host)
    }

    /// Whether a host is this machine and no other, by its own names and addresses; a name may begin like an address and be anybody's.
    package static func isOwnMachine(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        let isLoopback =
            parts.count == 4 && parts[0] == "127"
            && parts.allSatisfy { part in UInt8(part) != nil && part.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        return isLoopback || ["localhost", "[::1]", "::1"].contains(host)
    }
}
