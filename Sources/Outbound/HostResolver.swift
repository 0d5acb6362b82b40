import Foundation

/// The addresses of a host, as a port: tests answer in its place.
package protocol HostResolver: Sendable {
    /// Empty where there is no such host.
    /// - Parameter owner: on whose behalf is asked; nobody's questions take the room of all.
    func addresses(of host: String, for owner: String) async throws(HostLookUpFailure) -> [NetworkAddress]
}

/// Why it is not known whether a host has addresses.
package enum HostLookUpFailure: Error, Hashable, Sendable {
    /// Its name servers did not answer in time.
    case late
    /// So many names are looked up on the same behalf, or on everybody's, that this one was not begun.
    case crowded
}

/// As the system resolves names. Nothing interrupts `getaddrinfo`, and name servers are whatever strangers name: it runs on threads of its
/// own, and whoever asked is told when his time is over, however long the thread goes on.
package struct SystemResolver: HostResolver {
    private let lookUps: HostLookUps

    package init() { lookUps = HostLookUps(HostLookUps.Limits(), look: Self.look) }

    package func addresses(of host: String, for owner: String) async throws(HostLookUpFailure) -> [NetworkAddress] {
        try await lookUps.addresses(of: host, for: owner)
    }

    private static func look(_ host: String) -> [NetworkAddress] {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = CInt(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        return sequence(first: list) { $0?.pointee.ai_next }.prefix { $0 != nil }.compactMap { entry in
            guard let address = entry?.pointee.ai_addr else { return nil }
            switch CInt(address.pointee.sa_family) {
            case AF_INET:
                return address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { four in
                    NetworkAddress(bytes: withUnsafeBytes(of: four.pointee.sin_addr) { Array($0) })
                }
            case AF_INET6:
                return address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { six in
                    NetworkAddress(bytes: withUnsafeBytes(of: six.pointee.sin6_addr) { Array($0) })
                }
            default: return nil
            }
        }
    }
}
