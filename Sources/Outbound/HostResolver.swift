import Foundation
import NIOPosix
import UseCases

/// The addresses of a host, as a port: tests answer in its place.
package protocol HostResolver: Sendable {
    /// Empty where there is no such host.
    func addresses(of host: String) async throws -> [NetworkAddress]
}

/// As the system resolves names.
package struct SystemResolver: HostResolver {
    private let limit: Duration

    package init(within limit: Duration = .seconds(5)) { self.limit = limit }

    /// Throws `ProviderFailure` where nobody answers in time.
    package func addresses(of host: String) async throws -> [NetworkAddress] {
        let found = try await withDeadline(limit) {
            // It waits for the network, which none of the common threads may.
            try await NIOThreadPool.singleton.runIfActive { Self.look(host) }
        }
        guard let found else { throw ProviderFailure.unavailable(.timedOut) }
        return found
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
