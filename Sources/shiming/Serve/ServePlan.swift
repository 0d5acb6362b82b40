import ArgumentParser
import Carriers
import Client
import Delivery
import Foundation
import Logging
import UseCases
import Vault
import Web

/// What `serve` was asked for, options before environment, judged before anything is opened.
struct ServePlan: Sendable {
    let folders: Folders
    let store: StorePlace
    let host: String
    let port: Int
    let tls: TLSFiles?
    let proxies: TrustedProxies
    /// Where people reach this server, without a slash at its end; nil where every request says it for itself.
    let publicAddress: String?
    let keys: KeyPlace
    let evidence: EvidencePlace
    let mayLackEvidence: Bool
    /// Nil where nobody confirms identities by machine.
    let verification: VerificationPlace?
    /// Nil where nobody is told how cases stand.
    let notices: NoticePlace?
    let carriers: [CarrierConnection]
    let company: String
    /// Of the operating company, for the notices; nil where nobody said.
    let contact: String?
    let settings: Settings
    let logLevel: Logger.Level

    struct TLSFiles: Sendable {
        let certificate: String
        let key: String
    }

    init(_ options: Serve, environment: [String: String]) throws {
        func value(_ option: String?, _ name: String) -> String? { option ?? environment["SHIMING_" + name] }
        folders = Folders(root: value(options.data, "DATA") ?? "data")
        store = try StorePlace(options.place, replica: value(options.replica, "REPLICA"), folders: folders, environment: environment)
        host = value(options.host, "HOST") ?? "127.0.0.1"
        guard let port = options.port ?? (environment["SHIMING_PORT"].map { Int($0) } ?? 8_080), (0...65_535).contains(port) else {
            throw ValidationError("the port is not a number from 0 to 65535")
        }
        self.port = port
        switch (value(options.tlsCertificate, "TLS_CERTIFICATE"), value(options.tlsKey, "TLS_KEY")) {
        case (nil, nil): tls = nil
        case (let certificate?, let key?): tls = TLSFiles(certificate: certificate, key: key)
        default: throw ValidationError("--tls-certificate and --tls-key belong together")
        }
        let named =
            options.trustedProxy.isEmpty
            ? (environment["SHIMING_TRUSTED_PROXY"] ?? "").split(separator: ",").map(String.init) : options.trustedProxy
        guard let proxies = TrustedProxies(named) else { throw ValidationError("--trusted-proxy is neither an address nor a network") }
        self.proxies = proxies
        keys = try KeyPlace(
            file: value(options.keyFile, "KEY_FILE"), environment: value(options.keyEnv, "KEY_ENV"),
            command: value(options.keyCommand, "KEY_COMMAND"), folders: folders)
        evidence = try options.evidence.place(environment: environment)
        mayLackEvidence = options.withoutEvidence
        verification = try options.verification.place(environment: environment)
        try Self.demandNoOldNames(environment)
        publicAddress = try value(options.publicUrl, "PUBLIC_URL").map(Self.publicAddress)
        notices = try options.notices.place(environment: environment, site: publicAddress)
        let connections =
            options.carrier.isEmpty ? (environment["SHIMING_CARRIERS"] ?? "").split(separator: ",").map(String.init) : options.carrier
        carriers = try CarrierFiles.read(connections)
        company = value(options.company, "COMPANY") ?? "运营公司"
        contact = try value(options.companyContact, "COMPANY_CONTACT").map { try NoticeText.demand($0, of: "--company-contact") }
        settings = try Self.settings(options.setting)
        logLevel = Logger.Level(rawValue: value(options.logLevel, "LOG_LEVEL") ?? "info") ?? .info
        try demandSafety()
    }

    /// Passwords and identity data never cross a network in clear.
    private func demandSafety() throws {
        guard ServerAddress.isOwnMachine(host) || tls != nil || !proxies.isEmpty else {
            throw ValidationError(
                "plain HTTP at \(host) would show identity data to the network: give --tls-certificate and --tls-key, or name the proxy that speaks TLS with --trusted-proxy"
            )
        }
    }

    /// An old name that were passed over in silence would take the address out of every notice.
    private static func demandNoOldNames(_ environment: [String: String]) throws {
        guard environment["SHIMING_NOTICE_PAGE_URL"] == nil else {
            throw ValidationError("SHIMING_NOTICE_PAGE_URL is SHIMING_PUBLIC_URL now")
        }
    }

    private static func publicAddress(_ text: String) throws -> String {
        do {
            return try NoticeAddress(text).site()
        } catch {
            throw ValidationError("--public-url: \(error)")
        }
    }

    private static func settings(_ texts: [String]) throws -> Settings {
        var settings = Settings()
        for text in texts {
            let parts = text.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { throw ValidationError("\(text) is not a setting of docs/configuration.md") }
            let name = String(parts[0])
            let isNumber = Int64(parts[1]).map { settings.set(name, to: $0) } ?? false
            guard isNumber || settings.setText(name, to: String(parts[1])) else {
                throw ValidationError("\(text) is not a setting of docs/configuration.md with a value that it takes")
            }
        }
        return settings
    }
}

/// Where the key-encryption keys are, and whether they may be made there.
enum KeyPlace: Sendable {
    case file(String)
    case other(KeySource)

    init(file: String?, environment: String?, command: String?, folders: Folders) throws {
        let others: [KeySource] = [environment.map { .environment($0) }, command.map { .command($0) }].compactMap(\.self)
        guard others.count + (file == nil ? 0 : 1) <= 1 else {
            throw ValidationError("only one of --key-file, --key-env and --key-command")
        }
        self = others.first.map { .other($0) } ?? .file(file ?? folders.keyFile)
    }

    /// The keys; a key file is made only where there is no database yet, because new keys over old data would hide a loss.
    func load(databaseExists: Bool) throws -> KeyEncryptionKeys {
        switch self {
        case .other(let source): return try source.load()
        case .file(let path):
            if !databaseExists, !FileManager.default.fileExists(atPath: path) { try Self.make(at: path) }
            return try KeySource.file(path).load()
        }
    }

    private static func make(at path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        var chance = SystemRandomNumberGenerator()
        let name = "key-" + String(UInt32.random(in: .min ... .max, using: &chance), radix: 16)
        let text = KeyEncryptionKeys.text(addingFreshKey: name, to: nil, chance: &chance)
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try file.write(contentsOf: Data(text.utf8))
        try file.synchronize()
    }
}
