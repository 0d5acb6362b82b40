import Foundation

/// Where a provider is: `https://host[:port][/path]`. Plain HTTP only on the own machine.
package struct ProviderAddress: Hashable, Sendable {
    /// Without a slash at its end.
    package let text: String
    package let host: String

    package init(_ typed: String) throws(ProviderAddressRefusal) {
        let text = typed.hasSuffix("/") ? String(typed.dropLast()) : typed
        guard text.utf8.count <= 1_024, let parts = URLComponents(string: text), let scheme = parts.scheme, let host = parts.host,
            !host.isEmpty, scheme == "https" || scheme == "http", parts.query == nil, parts.fragment == nil, parts.user == nil,
            parts.password == nil, parts.port.map({ (1...65_535).contains($0) }) ?? true,
            parts.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().allSatisfy(Self.isPlain)
        else { throw .form }
        guard scheme == "https" || Self.isOwnMachine(host) else { throw .plain(host) }
        self.text = text
        self.host = host
    }

    package static func isOwnMachine(_ host: String) -> Bool { ["localhost", "127.0.0.1", "[::1]", "::1"].contains(host) }

    private static func isPlain(_ part: Substring) -> Bool {
        !part.isEmpty && part != "." && part != ".."
            && part.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || [0x2D, 0x2E, 0x5F].contains($0)
            }
    }
}

package enum ProviderAddressRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    case form
    case plain(String)

    package var description: String {
        switch self {
        case .form: "a provider's address is https://HOST[:PORT][/PATH]"
        case .plain(let host): "plain HTTP to \(host) would show identity data to the network: use https"
        }
    }
}
