import Outbound
import Registry
import Synchronization
import Testing
import UseCases

@testable import Delivery

/// A host's addresses as a test wants them.
struct InventedResolver: HostResolver {
    var hosts: [String: [String]] = [:]

    /// Instead of any answer.
    var failure: HostLookUpFailure?

    func addresses(of host: String, for owner: String) async throws(HostLookUpFailure) -> [NetworkAddress] {
        if let failure { throw failure }
        return (hosts[host] ?? []).compactMap { NetworkAddress($0) }
    }
}

/// Notes on whose behalf it is asked.
private final class NotingResolver: HostResolver {
    private let asked = Mutex<[String]>([])
    var owners: [String] { asked.withLock { $0 } }

    func addresses(of host: String, for owner: String) async throws(HostLookUpFailure) -> [NetworkAddress] {
        asked.withLock { $0.append(owner) }
        return [NetworkAddress("93.184.216.34")].compactMap { $0 }
    }
}

@Suite("Where events go, and where they never go")
struct WebhookAddressTests {
    private func refusal(_ text: String, _ resolver: InventedResolver = InventedResolver(), allowsLocal: Bool = false) async
        -> WebhookAddressRefusal?
    {
        do throws(WebhookAddressRefusal) {
            let sender = WebhookSender(resolver: resolver, allowsLocal: allowsLocal, timeout: .seconds(5))
            _ = try await sender.admitted(text, of: .root)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        ("https://hooks.example.com/in?tenant=1", "https://hooks.example.com/in?tenant=1"),
        ("HTTPS://Hooks.Example.COM:8443", "https://hooks.example.com:8443"), ("https://93.184.216.34/x", "https://93.184.216.34/x"),
        ("https://[2606:4700::1111]/", "https://[2606:4700::1111]/"),
        ("https://hooks.example.com/%2e%2e/", "https://hooks.example.com/%2e%2e/"),
    ])
    func `addresses on the open network are taken`(text: String, kept: String) async throws {
        let resolver = InventedResolver(hosts: ["hooks.example.com": ["93.184.216.34", "2606:4700::1111"]])
        let sender = WebhookSender(resolver: resolver, allowsLocal: false, timeout: .seconds(5))
        #expect(try await sender.admitted(text, of: .root) == kept)
    }

    @Test(arguments: [
        "127.0.0.1", "127.8.9.10", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
        "169.254.0.1", "100.64.0.1", "100.127.255.255", "100.100.100.200", "192.0.0.1", "192.0.2.1", "192.88.99.1", "198.18.0.1",
        "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "[::1]", "[::]",
        "[fe80::1]", "[fc00::1]", "[fd00:ec2::254]", "[ff02::1]", "[::ffff:127.0.0.1]", "[::ffff:8.8.8.8]", "[::127.0.0.1]",
        "[64:ff9b::7f00:1]", "[64:ff9b:1::1]", "[2001:db8::1]", "[2001::1]", "[2002:7f00:1::]", "[3fff::1]", "[100::1]", "[5f00::1]",
    ])
    func `addresses of this machine, of inner networks and of none are not`(host: String) async {
        #expect(await refusal("https://\(host)/") == .inside)
        let bare = host.filter { $0 != "[" && $0 != "]" }
        // Neither where a name leads there, nor where one of its addresses is fit to be seen.
        for addresses in [[bare], ["93.184.216.34", bare], [bare, "93.184.216.34"]] {
            #expect(await refusal("https://rebound.example.com", InventedResolver(hosts: ["rebound.example.com": addresses])) == .inside)
        }
    }

    @Test(arguments: [
        "2130706433", "017700000001", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "127.1", "127.0.1", "127.0.0.01", "1.2.3.4.5", "256.1.1.1",
        "1.2.3", "0", "0x0", "a.b.0x7f", "example.127", "[::1%25lo]", "[127.0.0.1]", "[]", "[::g]", "%31%32%37.0.0.1", "１２７.0.0.1",
        "127。0。0。1", "-a.example.com", "a-.example.com", "a..example.com", "example.com.", ".example.com", "exa mple.com", "exa\tmple.com",
        "hooks.example.com\\@127.0.0.1", "user@hooks.example.com", "user:secret@hooks.example.com", "hooks.example.com:0",
        "hooks.example.com:65536", "hooks.example.com:x", "hooks.example.com/#fragment", "hooks.example.com/a b",
        "hooks.example.com/\r\nX: y",
        "", ":443", "/path", "hööks.example.com", "[::1", "a]b", "hooks.example.com\0",
    ])
    func `whatever is read in two ways is no address`(rest: String) async {
        let everywhere = InventedResolver(
            hosts: Dictionary(
                uniqueKeysWithValues: [rest, "hooks.example.com"].map { ($0, ["93.184.216.34"]) }.prefix(
                    rest == "hooks.example.com" ? 1 : 2)))
        #expect(await refusal("https://" + rest, everywhere) == .form)
    }

    @Test(arguments: [
        "ftp://hooks.example.com", "file:///etc/passwd", "gopher://hooks.example.com", "hooks.example.com", "//hooks.example.com",
        "javascript:x",
    ])
    func `other schemes are none`(text: String) async { #expect(await refusal(text) == .form) }

    @Test func `nothing goes in clear, nor to a host that is not there`() async {
        let resolver = InventedResolver(hosts: ["hooks.example.com": ["93.184.216.34"]])
        #expect(await refusal("http://hooks.example.com", resolver) == .plain)
        #expect(await refusal("https://nowhere.example.com", resolver) == .unknownHost)
        #expect(await refusal("https://" + String(repeating: "a", count: 64) + ".example.com", resolver) == .form)
        #expect(await refusal("https://hooks.example.com/" + String(repeating: "a", count: 1_024), resolver) == .form)
    }

    @Test func `name servers that are late, and look-ups beyond their number, are no unknown host`() async {
        let text = "https://hooks.example.com"
        #expect(await refusal(text, InventedResolver(failure: .late)) == .late)
        #expect(await refusal(text, InventedResolver(failure: .crowded)) == .crowded)
        #expect(await refusal("https://93.184.216.34", InventedResolver(failure: .crowded)) == nil)
    }

    @Test func `an agent's names are looked up on the same behalf as those of everybody below him`() async throws {
        let resolver = NotingResolver()
        let sender = WebhookSender(resolver: resolver, allowsLocal: false, timeout: .seconds(5))
        for path in ["/1/", "/1/7/", "/1/7/9/", "/1/8/"] {
            _ = try await sender.admitted("https://hooks.example.com", of: OrganisationPath(path))
        }
        #expect(resolver.owners == ["1", "1/7", "1/7", "1/8"])
    }

    @Test func `the own machine is taken where a setting says so, and no other`() async {
        #expect(await refusal("http://127.0.0.1:9091/hook", allowsLocal: true) == nil)
        #expect(await refusal("http://[::1]:9091/hook", allowsLocal: true) == nil)
        for text in ["http://10.0.0.1/", "http://hooks.example.com/", "http://[::ffff:127.0.0.1]/"] {
            #expect(await refusal(text, allowsLocal: true) == .plain)
        }
        for text in ["https://169.254.169.254/", "https://10.0.0.1/", "https://[fe80::1]/"] {
            #expect(await refusal(text, allowsLocal: true) == .inside)
        }
    }
}
