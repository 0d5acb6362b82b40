import Outbound
import Registry
import Verification

/// The server that takes our letters, and as whom we sign in there.
package struct MailServer: Sendable {
    package enum Security: String, CaseIterable, Sendable {
        /// From the first byte.
        case tls
        /// Begun in clear, and given up where the server offers no more.
        case startTLS = "starttls"
        /// In clear, on the own machine only.
        case none

        package var port: Int {
            switch self {
            case .tls: 465
            case .startTLS: 587
            case .none: 25
            }
        }
    }

    let host: String
    let port: Int
    let security: Security
    /// User, and the file of the password.
    let login: (user: String, passwordFile: String)?
    /// PEM file of the authority to trust in place of the system's.
    let authority: String?
    let from: MailAddress

    package init(
        host: String, port: Int?, security: Security, login: (user: String, passwordFile: String)?, authority: String?, from: MailAddress
    ) throws(NoticeRefused) {
        guard (1...253).contains(host.utf8.count), host.utf8.allSatisfy(Self.isOfHost) else {
            throw NoticeRefused("the mail server is the name or address of a host")
        }
        guard security != .none || ProviderAddress.isOwnMachine(host) else {
            throw NoticeRefused("mail to \(host) in clear would show notices to the network: use starttls or tls")
        }
        if let login {
            guard (1...256).contains(login.user.utf8.count), login.user.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
                throw NoticeRefused("the mail server's user is 1 to 256 visible characters")
            }
            _ = try Self.password(login.passwordFile)
        }
        self.host = host
        self.port = port ?? security.port
        self.security = security
        self.login = login
        self.authority = authority
        self.from = from
    }

    static func password(_ file: String) throws(NoticeRefused) -> String {
        let text = try NoticeSecret.text(file, of: "the mail server's password")
        guard (1...512).contains(text.utf8.count), !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
            throw NoticeRefused("the mail server's password is one line of 1 to 512 characters")
        }
        return text
    }

    private static func isOfHost(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
            || [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]")].contains(byte)
    }
}

/// To whom letters go: an organisation's own address, or that of the nearest above it, at last the operating company's.
package struct MailBook: Sendable {
    private let standard: [MailAddress]
    private let own: [String: [MailAddress]]

    /// - Parameter entries: `ADDRESS`, at least one, and `ORGANISATION=ADDRESS` with an organisation's id.
    package init(_ entries: [String]) throws(NoticeRefused) {
        var standard: [MailAddress] = []
        var own: [String: [MailAddress]] = [:]
        for entry in entries {
            let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
            if parts.count == 2 {
                guard let id = OrganisationID(parts[0]) else {
                    throw NoticeRefused("\(parts[0]) is no organisation's id: ORGANISATION=ADDRESS")
                }
                own[id.description, default: []].append(try MailAddress(parts[1]))
            } else {
                standard.append(try MailAddress(entry))
            }
        }
        guard !standard.isEmpty else { throw NoticeRefused("mail needs an address of the operating company's: --notice-mail-to ADDRESS") }
        self.standard = standard
        self.own = own
    }

    /// - Parameter organisations: the nearest first.
    func addresses(for organisations: [OrganisationID]) -> [MailAddress] {
        organisations.lazy.compactMap { own[$0.description] }.first ?? standard
    }
}
