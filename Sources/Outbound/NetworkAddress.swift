import Foundation

/// An address of the Internet Protocol, and whether it is anybody's on the open network.
package struct NetworkAddress: Hashable, Sendable, CustomStringConvertible {
    /// 4 or 16.
    package let bytes: [UInt8]

    package init?(bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// In its strict form: four decimal numbers without leading zeros, or IPv6 without a zone.
    package init?(_ text: String) {
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: &four) { Array($0) }
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            bytes = withUnsafeBytes(of: &six) { Array($0) }
        } else {
            return nil
        }
    }

    package var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        _ = bytes.withUnsafeBytes { inet_ntop(bytes.count == 4 ? AF_INET : AF_INET6, $0.baseAddress, &text, socklen_t(text.count)) }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    package var isLoopback: Bool { bytes.count == 4 ? bytes[0] == 127 : bytes == Self.loopback }

    /// Whether it is on the open network. What is set aside for any other purpose is not (RFC 6890 and the registries of IANA), and no
    /// form that carries an IPv4 address within.
    package var isPublic: Bool {
        let aside = bytes.count == 4 ? Self.aside : Self.asideOfGlobal
        let isGlobal = bytes.count == 4 || isWithin(Self.global)
        return isGlobal && !aside.contains(where: isWithin)
    }

    private static let loopback: [UInt8] = Array(repeating: 0, count: 15) + [1]

    private struct Network {
        let bytes: [UInt8]
        let bits: Int

        init(_ bytes: [UInt8], _ bits: Int) {
            self.bytes = bytes
            self.bits = bits
        }
    }

    private func isWithin(_ network: Network) -> Bool {
        for (place, byte) in network.bytes.enumerated() {
            let bits = min(8, network.bits - place * 8)
            guard bits > 0 else { break }
            let mask = UInt8(truncatingIfNeeded: 0xFF00 >> bits)
            guard bytes[place] & mask == byte & mask else { return false }
        }
        return true
    }

    private static let aside = [
        // This network, private, shared by carriers (RFC 6598), loopback, link-local with the metadata of clouds.
        Network([0], 8), Network([10], 8), Network([100, 64], 10), Network([127], 8), Network([169, 254], 16), Network([172, 16], 12),
        // Protocols, documentation, 6to4 relays, private, benchmarks.
        Network([192, 0, 0], 24), Network([192, 0, 2], 24), Network([192, 88, 99], 24), Network([192, 168], 16), Network([198, 18], 15),
        Network([198, 51, 100], 24), Network([203, 0, 113], 24),
        // Multicast, reserved, broadcast.
        Network([224], 4), Network([240], 4),
    ]

    /// All that is given out of IPv6. Beyond it: unspecified, loopback, IPv4 within, NAT64, unique local, link-local, multicast.
    private static let global = Network([0x20], 3)
    private static let asideOfGlobal = [
        // Protocols with Teredo, documentation, 6to4 (an IPv4 address within), documentation.
        Network([0x20, 0x01, 0x00], 23), Network([0x20, 0x01, 0x0D, 0xB8], 32), Network([0x20, 0x02], 16), Network([0x3F, 0xFF, 0x00], 20),
    ]
}
