import ArgumentParser
import Delivery
import Foundation
import Outbound
import UseCases
import Verification

/// How people are told where their cases stand.
struct NoticeOptions: ParsableArguments {
    @Option(help: "Address of a program that takes notices, https://HOST[:PORT][/PATH] (docs/notices.md).") var noticeWebhookUrl: String?
    @Option(help: "File of its secrets, one a line, two while they change, mode 0600.", completion: .file()) var noticeWebhookSecretFile:
        String?
    @Option(help: "Address of the SMS gateway.") var noticeSmsUrl: String?
    @Option(help: "File of the gateway's key, mode 0600.", completion: .file()) var noticeSmsKeyFile: String?
    @Option(help: "Host of the mail server.") var noticeSmtpHost: String?
    @Option(help: "Its port (default 587, with tls 465).") var noticeSmtpPort: Int?
    @Option(help: "starttls (the default), tls, or none for a server on this machine.") var noticeSmtpSecurity: String?
    @Option(help: "As whom to sign in there.") var noticeSmtpUser: String?
    @Option(help: "File of the password, mode 0600.", completion: .file()) var noticeSmtpPasswordFile: String?
    @Option(help: "Address that letters come from.") var noticeMailFrom: String?
    @Option(help: "Address of the operating company's staff, or ORGANISATION=ADDRESS of an agent's; may be repeated.")
    var noticeMailTo: [String] = []
    @Option(help: "PEM file of the authority to trust for all of them.", completion: .file()) var noticeCaFile: String?

    /// Nil where nobody is to be told.
    ///
    /// - Parameter site: where persons reach this server; notices then name its page of a case.
    func place(environment: [String: String], site: String?) throws -> NoticePlace? {
        func value(_ option: String?, _ name: String) -> String? { option ?? environment["SHIMING_NOTICE_" + name] }
        do {
            let webhook = try value(noticeWebhookUrl, "WEBHOOK_URL").map { text throws in
                (
                    address: try NoticeAddress(text),
                    secretFile: try Self.needed(value(noticeWebhookSecretFile, "WEBHOOK_SECRET_FILE"), "--notice-webhook-secret-file")
                )
            }
            let sms = try value(noticeSmsUrl, "SMS_URL").map { text throws in
                (
                    address: try NoticeAddress(text),
                    keyFile: try Self.needed(value(noticeSmsKeyFile, "SMS_KEY_FILE"), "--notice-sms-key-file")
                )
            }
            let authority = value(noticeCaFile, "CA_FILE")
            let mail = try value(noticeSmtpHost, "SMTP_HOST").map { host throws in
                (server: try server(host, authority: authority, value), book: try MailBook(addresses(environment)))
            }
            guard webhook != nil || sms != nil || mail != nil else { return nil }
            return NoticePlace(webhook: webhook, sms: sms, mail: mail, authority: authority, site: site)
        } catch let refusal as NoticeRefused {
            throw ValidationError(refusal.description)
        }
    }

    private func addresses(_ environment: [String: String]) -> [String] {
        noticeMailTo.isEmpty ? (environment["SHIMING_NOTICE_MAIL_TO"] ?? "").split(separator: ",").map(String.init) : noticeMailTo
    }

    private func server(
        _ host: String, authority: String?, _ value: (String?, String) -> String?
    ) throws -> MailServer {
        let word = value(noticeSmtpSecurity, "SMTP_SECURITY") ?? MailServer.Security.startTLS.rawValue
        guard let security = MailServer.Security(rawValue: word) else {
            throw NoticeRefused("--notice-smtp-security is starttls, tls or none")
        }
        let portText = noticeSmtpPort.map(String.init) ?? value(nil, "SMTP_PORT")
        guard let port = portText.map({ Int($0) }) ?? security.port, (1...65_535).contains(port) else {
            throw NoticeRefused("the mail server's port is a number from 1 to 65535")
        }
        let from = try MailAddress(Self.needed(value(noticeMailFrom, "MAIL_FROM"), "--notice-mail-from"))
        var login: (user: String, passwordFile: String)?
        switch (value(noticeSmtpUser, "SMTP_USER"), value(noticeSmtpPasswordFile, "SMTP_PASSWORD_FILE")) {
        case (nil, nil): break
        case (let user?, let file?): login = (user, file)
        default: throw NoticeRefused("--notice-smtp-user and --notice-smtp-password-file belong together")
        }
        return try MailServer(host: host, port: port, security: security, login: login, authority: authority, from: from)
    }

    private static func needed(_ value: String?, _ option: String) throws(NoticeRefused) -> String {
        guard let value else { throw NoticeRefused("\(option) is missing") }
        return value
    }
}

struct NoticePlace: Sendable {
    let webhook: (address: NoticeAddress, secretFile: String)?
    let sms: (address: NoticeAddress, keyFile: String)?
    let mail: (server: MailServer, book: MailBook)?
    /// PEM file of the authority to trust in place of the system's.
    let authority: String?
    let site: String?

    /// Throws `NoticeRefused`, and what reading the PEM file throws.
    func open(_ settings: Settings) throws -> Notifiers {
        let patience = NoticePatience(settings)
        // Each its own connections and breaker, so that one that fails does not take the others with it.
        func transport() throws -> ProviderHTTP { try ProviderHTTP(authority: authority, connections: patience.requestsMax) }
        return Notifiers(
            webhook: try webhook.map {
                try WebhookNotifier($0.address, secrets: $0.secretFile, transport: try transport(), patience: patience)
            },
            sms: try sms.map { try GatewayNotifier($0.address, key: $0.keyFile, transport: try transport(), patience: patience) },
            mail: mail.map { MailNotifier($0.server, to: $0.book, patience: patience) }, site: site)
    }
}
