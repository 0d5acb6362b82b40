import Testing
import Web

@Suite struct TrustedProxiesTests {
    @Test(
        arguments: [
            (nil, "203.0.113.9", "unknown"), ("198.51.100.7", "203.0.113.9", "198.51.100.7"), ("10.1.2.3", "203.0.113.9", "203.0.113.9"),
            ("10.1.2.3", "1.1.1.1, 203.0.113.9", "203.0.113.9"), ("10.1.2.3", "203.0.113.9, 10.9.9.9", "203.0.113.9"),
            ("10.1.2.3", "nonsense", "10.1.2.3"), ("10.1.2.3", nil, "10.1.2.3"), ("::ffff:10.1.2.3", "203.0.113.9", "203.0.113.9"),
            ("2001:db8::5", "203.0.113.9", "203.0.113.9"), ("2001:db9::5", "203.0.113.9", "2001:db9::5"),
            ("10.1.2.3", "10.0.0.1, 10.0.0.2", "10.0.0.1"), ("10.1.2.3", "203.0.113.9:50712, 10.9.9.9:443", "203.0.113.9"),
            ("10.1.2.3", "[2001:db9::7]:50712", "2001:db9::7"), ("10.1.2.3", "2001:db9::7", "2001:db9::7"),
            ("10.1.2.3", "203.0.113.9:", "10.1.2.3"), ("10.1.2.3", "203.0.113.9:x", "10.1.2.3"),
        ] as [(String?, String?, String)])
    func `only named proxies are believed, and only up to the first stranger`(peer: String?, forwarded: String?, client: String) throws {
        let proxies = try #require(TrustedProxies(["10.0.0.0/8", "2001:db8::/32"]))
        #expect(proxies.client(peer: peer, forwardedFor: forwarded) == client)
    }

    @Test(arguments: ["", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0", "::1/129", "10.0.0.0/8/8"])
    func `what is no address or network is refused`(text: String) {
        #expect(TrustedProxies([text]) == nil)
    }

    @Test(
        arguments: [
            ("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true), ("2001:db8:1:2::1", "2001:0DB8:0001:0002:0:0:0:1", true),
            ("2001:db8:1:2::1", "2001:db8:1:3::1", false), ("203.0.113.9", "::ffff:203.0.113.9", true),
            ("203.0.113.9", "203.0.113.8", false),
            ("203.0.113.9", "64:ff9b::203.0.113.9", true), ("64:ff9b::203.0.113.9", "64:ff9b::203.0.113.8", false),
            ("203.0.113.9", "64:ff9b:1::203.0.113.9", false), ("203.0.113.9", "64:ff9b::1:203.0.113.9", false),
            ("0.0.0.1", "::1", false), ("unknown", "unknown", true), ("unknown", "203.0.113.9", false), ("1:23::", "12:3::", false),
        ])
    func `of IPv6 a network counts as one, of IPv4 each address, however either is written`(one: String, other: String, isSame: Bool) {
        #expect((TrustedProxies.counted(one) == TrustedProxies.counted(other)) == isSame)
    }

    @Test func `a forged beginning of any length does not push out what the proxy wrote`() throws {
        let proxies = try #require(TrustedProxies(["10.0.0.0/8"]))
        let forged = String(repeating: "192.0.2.1, ", count: 200)
        #expect(proxies.client(peer: "10.1.2.3", forwardedFor: forged + "203.0.113.9") == "203.0.113.9")
    }

    @Test func `whose word is believed is not up to a translator`() throws {
        let proxies = try #require(TrustedProxies(["10.0.0.0/8"]))
        #expect(proxies.client(peer: "64:ff9b::10.1.2.3", forwardedFor: "203.0.113.9") == "64:ff9b::10.1.2.3")
    }

    @Test func `nobody is trusted unless named`() {
        #expect(!TrustedProxies().contains("127.0.0.1"))
    }
}
