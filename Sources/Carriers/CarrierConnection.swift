import Foundation
import Ledger
import Outbound
import Registry
import UseCases

/// One connection to a carrier as its file says it (docs/carriers.md). Everything in it is judged before anything is asked.
package struct CarrierConnection: Sendable {
    package let name: String
    package let carrier: Carrier
    package let system: CarrierSystem
    package let address: ProviderAddress
    /// Whether it leads to a sandbox; a server takes such a connection only where it was told that it may.
    package let isSandbox: Bool
    let credentialsFile: String
    /// PEM file of the authority to trust in place of the system's.
    let trusted: String?
    let patience: CarrierPatience
    let codes: [String: CarrierMeaning]
    let signing: Signing
    let paths: CTWingGateway.Paths
    let urlType: String

    struct Signing: Sendable {
        var proof = OneLinkSigning.token
        var ctwing = CTWingSigning()
        var unicom = Digest.sm3
    }

    package static func read(_ path: String) throws(CarrierConnectionRefusal) -> CarrierConnection {
        guard let content = FileManager.default.contents(atPath: path) else { throw CarrierConnectionRefusal(path, "it cannot be read") }
        do throws(CarrierConnectionFault) {
            return try CarrierConnection(parsing: Array(content), folder: URL(fileURLWithPath: path).deletingLastPathComponent().path)
        } catch {
            throw CarrierConnectionRefusal(path, error.description)
        }
    }

    /// - Parameter folder: from which the files it names are looked up.
    package init(parsing bytes: [UInt8], folder: String) throws(CarrierConnectionFault) {
        let file = try ConnectionMembers(parsing: bytes)
        try file.demandKnown()
        name = try file.text("name")
        guard (1...32).contains(name.utf8.count), name.utf8.allSatisfy(Self.isPlain) else {
            throw "name is 1 to 32 lower-case letters, digits and hyphens"
        }
        guard let carrier = Carrier(try file.text("carrier")) else { throw "carrier is a carrier's code, such as mobile" }
        self.carrier = carrier
        system = try file.word("system")
        do { address = try ProviderAddress(try file.text("address")) } catch { throw CarrierConnectionFault("\(error)") }
        isSandbox = try file.flag("sandbox") ?? false
        func located(_ path: String) -> String { path.hasPrefix("/") ? path : folder + "/" + path }
        credentialsFile = located(try file.text("credentialsFile"))
        trusted = try file.optionalText("trustedFile").map(located)
        var patience = try file.patience(of: system)
        patience.linkHosts = try file.texts("linkHosts").map { $0.lowercased() }
        self.patience = patience
        codes = try file.codes()
        signing = try file.signing(of: system)
        paths = try file.paths(of: system)
        urlType = try file.optionalText("urlType") ?? "1"
        guard urlType == "1" || (system == .oneLink && ["2", "6"].contains(urlType)) else {
            throw "urlType is 1, 2 or 6, and OneLink's only"
        }
    }

    static func isPlain(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
    }

    /// What it offers, without asking anybody.
    package var capabilities: CarrierCapabilities { CarrierCapabilities.of(system).with(paths) }

    /// The gateway. Throws `CarrierConnectionFault`, and what reading the PEM file throws.
    /// - Parameter allowsSandbox: whether a sandbox may be connected.
    package func open(
        allowsSandbox: Bool, transport: (any ProviderTransport)? = nil, clock: any Clock = SystemClock(),
        chance: any Chance = SystemChance(),
        waiting: any ProviderPause = RealPause()
    ) throws -> any CarrierGateway {
        guard !isSandbox || allowsSandbox else {
            throw CarrierConnectionFault("\(name) leads to a sandbox, and carrier-sandbox-allowed is not 1")
        }
        var patience = patience
        patience.allowsSandbox = isSandbox
        let transport = try transport ?? ProviderHTTP(authority: trusted, connections: patience.concurrency)
        let client = CarrierClient(
            address, transport: transport, clock: clock, chance: chance, waiting: waiting, patience: patience)
        let secrets = try credentials()
        let notices = try secrets.notices(of: system)
        switch system {
        case .oneLink:
            return OneLinkGateway(
                name: name, carrier: carrier, client: client,
                credentials: OneLinkCredentials(appID: try secrets.text("appid"), password: try secrets.text("password")),
                signing: signing.proof, urlType: urlType, codes: .oneLink.adding(codes), notices: notices)
        case .ctwing:
            return CTWingGateway(
                name: name, carrier: carrier, client: client,
                credentials: CTWingCredentials(appKey: try secrets.text("appKey"), secret: try secrets.text("secret")),
                signing: signing.ctwing, paths: paths, codes: .ctwing.adding(codes), notices: notices)
        case .unicomCMP:
            return UnicomGateway(
                name: name, carrier: carrier, client: client,
                credentials: UnicomCredentials(
                    appID: try secrets.text("appId"), secret: try secrets.text("secret"), openID: try secrets.text("openId")),
                digest: signing.unicom, codes: .unicomCMP.adding(codes), notices: notices)
        case .generic:
            return GenericGateway(
                name: name, carrier: carrier, client: client, credentials: GenericCredentials(key: try secrets.text("key")),
                codes: .generic.adding(codes), notices: notices)
        }
    }

    /// Whether a sandbox answers at its address, as it says itself in the head of every answer. Asked without credentials and about no card, so
    /// that no quota counts it; nothing else of the answer is read. Throws `ProviderFailure` when there is none, and what reading the PEM file
    /// throws.
    package func leadsToSandbox(within limit: Duration) async throws -> Bool {
        try await ProviderHTTP.sandboxMark(at: address.text, authority: trusted, within: limit) != nil
    }

    /// The secrets stand in a file of their own, readable by its owner only, and in no message.
    private func credentials() throws(CarrierConnectionFault) -> ConnectionMembers {
        let text: String
        do throws(SecretFileRefusal) {
            text = try SecretFile.read(credentialsFile)
        } catch {
            throw error == .tooOpen
                ? "the credentials file \(credentialsFile) can be read by others: chmod 600 it"
                : "the credentials file \(credentialsFile) is missing or cannot be read"
        }
        let members = try ConnectionMembers(parsing: Array(text.utf8))
        for name in members.names {
            let value = try members.text(name)
            guard value.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw "\(name) of the credentials is not visible ASCII" }
        }
        return members
    }
}

/// Why a connection's file is none. Holds nothing of the credentials.
package struct CarrierConnectionFault: Error, Hashable, Sendable, CustomStringConvertible, ExpressibleByStringInterpolation {
    package let description: String

    package init(_ description: String) { self.description = description }
    package init(stringLiteral value: String) { description = value }
}

package struct CarrierConnectionRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    init(_ path: String, _ why: String) { description = "\(path) is no connection to a carrier: \(why)" }
}
