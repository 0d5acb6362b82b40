import Foundation
import Outbound
import UseCases

/// Where somebody outside wants to be told, judged before anything goes there: `https://HOST[:PORT][/PATH][?QUERY]`, to a host on the
/// open network.
package struct WebhookAddress: Hashable, Sendable {
    /// With scheme and host in small letters; nothing in it is read in two ways.
    package let text: String
    let host: String

    /// - Parameter allowsLocal: plain HTTP to the own machine, for tests and sandboxes.
    package init(_ text: String, allowsLocal: Bool = false) throws(WebhookAddressRefusal) {
        guard (1...1_024).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }),
            let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(), scheme == "https" || scheme == "http",
            let named = parts.percentEncodedHost?.lowercased(), !named.isEmpty, parts.fragment == nil, parts.user == nil,
            parts.password == nil, parts.port.map({ (1...65_535).contains($0) }) ?? true, parts.path.isEmpty || parts.path.hasPrefix("/"),
            let host = Self.host(named)
        else { throw .form }
        guard scheme == "https" || (allowsLocal && Self.mayBeLocal(host)) else { throw .plain }
        self.host = host
        let port = parts.port.map { ":\($0)" } ?? ""
        let query = parts.percentEncodedQuery.map { "?" + $0 } ?? ""
        self.text = "\(scheme)://\(named)\(port)\(parts.percentEncodedPath)\(query)"
    }

    /// The host without brackets: an address in its strict form, or a name that nobody takes for one.
    private static func host(_ named: String) -> String? {
        if named.hasPrefix("["), named.hasSuffix("]") {
            let inner = String(named.dropFirst().dropLast())
            return inner.contains(":") && NetworkAddress(inner) != nil ? inner : nil
        }
        let labels = named.split(separator: ".", omittingEmptySubsequences: false)
        guard named.utf8.count <= 253, labels.allSatisfy(isLabel) else { return nil }
        // What ends in a number is an address to whoever resolves it: 2130706433, 0x7f.1, 127.1 (WHATWG URL, "ends in a number").
        guard let last = labels.last, last.allSatisfy(\.isNumber) || last.hasPrefix("0x") else { return named }
        return NetworkAddress(named) == nil ? nil : named
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
            && label.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
            }
    }

    private static func mayBeLocal(_ host: String) -> Bool { host == "localhost" || NetworkAddress(host)?.isLoopback ?? false }

    /// The addresses to connect to, at least one. Where one of the host's is not admitted, none is.
    /// - Parameter owner: on whose behalf the name is looked up.
    func resolved(
        by resolver: any HostResolver, for owner: String, allowsLocal: Bool
    ) async throws(WebhookAddressRefusal) -> [NetworkAddress] {
        let addresses: [NetworkAddress]
        if let literal = NetworkAddress(host) {
            addresses = [literal]
        } else {
            do throws(HostLookUpFailure) {
                addresses = try await resolver.addresses(of: host, for: owner)
            } catch {
                switch error {
                case .late: throw .late
                case .crowded: throw .crowded
                }
            }
        }
        guard !addresses.isEmpty else { throw .unknownHost }
        guard addresses.allSatisfy({ $0.isPublic || (allowsLocal && $0.isLoopback) }) else { throw .inside }
        return addresses
    }
}
