import Glibc

/// The proxies whose word on where a request came from is believed: addresses or networks in CIDR form.
package struct TrustedProxies: Hashable, Sendable {
    private struct Network: Hashable, Sendable {
        let address: [UInt8]
        let bits: Int

        func contains(_ other: [UInt8]) -> Bool {
            guard other.count == address.count else { return false }
            return (0..<bits).allSatisfy { bit in
                let mask = UInt8(0x80) >> UInt8(bit % 8)
                return address[bit / 8] & mask == other[bit / 8] & mask
            }
        }
    }

    private var networks: [Network] = []

    package init() {}

    /// Nil when one of them is neither an address nor a network.
    package init?(_ texts: [String]) {
        for text in texts {
            let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            guard let address = Self.bytes(String(parts[0])) else { return nil }
            let bits = parts.count == 2 ? Int(parts[1]) : address.count * 8
            guard let bits, (0...(address.count * 8)).contains(bits) else { return nil }
            networks.append(Network(address: address, bits: bits))
        }
    }

    package var isEmpty: Bool { networks.isEmpty }

    package func contains(_ address: String?) -> Bool {
        guard let address, let bytes = Self.bytes(address) else { return false }
        return networks.contains { $0.contains(bytes) }
    }

    /// The nearest address of the chain that is not a trusted proxy's; the peer's own when the peer is not trusted.
    package func client(peer: String?, forwardedFor: String?) -> String {
        guard let peer else { return "unknown" }
        guard contains(peer), let forwardedFor else { return peer }
        // The end of the field is what the proxies wrote; the beginning is whatever the client sent, of any length.
        let hops = forwardedFor.suffix(1_024).split(separator: ",").map {
            Self.withoutPort(String($0.drop(while: { $0 == " " }).prefix { $0 != " " }))
        }
        for hop in hops.reversed() {
            guard Self.bytes(hop) != nil else { return peer }
            if !contains(hop) { return hop }
        }
        return hops.first ?? peer
    }

    /// Some proxies write the port too: `203.0.113.9:50712`, `[2001:db8::7]:50712`.
    private static func withoutPort(_ hop: String) -> String {
        guard let colon = hop.lastIndex(of: ":") else { return hop }
        let (address, port) = (hop[..<colon], hop[hop.index(after: colon)...])
        guard (1...5).contains(port.utf8.count), port.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return hop }
        if address.first == "[", address.last == "]" { return String(address.dropFirst().dropLast()) }
        return address.contains(":") ? hop : String(address)
    }

    /// Under which an address is counted: of IPv6 the network of 64 bits, because whoever has one address there has them all; however it is
    /// written, and an IPv4 address behind a translator (RFC 6052, `64:ff9b::/96`) as itself. What is no address stands for itself.
    package static func counted(_ address: String) -> String {
        guard let bytes = Self.bytes(address) else { return address }
        let four = bytes.starts(with: translated) ? Array(bytes[translated.count...]) : bytes
        guard four.count == 16 else { return four.map { String($0) }.joined(separator: ".") }
        return bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ":") + "/64"
    }

    /// 96 bits before an IPv4 address. It is unfolded for counting only: whose word is believed is not up to a translator.
    private static let translated: [UInt8] = [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0]

    /// 4 or 16 bytes; an IPv4 address inside IPv6 counts as IPv4.
    private static func bytes(_ text: String) -> [UInt8]? {
        var four = in_addr()
        if inet_pton(AF_INET, text, &four) == 1 { return withUnsafeBytes(of: four.s_addr) { Array($0) } }
        var sixteen = in6_addr()
        guard inet_pton(AF_INET6, text, &sixteen) == 1 else { return nil }
        let bytes = withUnsafeBytes(of: sixteen) { Array($0) }
        let isMapped = bytes[0..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xff && bytes[11] == 0xff
        return isMapped ? Array(bytes[12...]) : bytes
    }
}
