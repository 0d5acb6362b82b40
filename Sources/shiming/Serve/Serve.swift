import ArgumentParser
import Foundation
import Logging
import UseCases
import Web

/// `shiming serve`: the server over one data folder.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Start the server.",
        discussion: """
            Starts empty the first time: makes the key file and prints a one-time token for the first administrator. Every option has an \
            environment variable: SHIMING_DATA, SHIMING_STORE, SHIMING_STORE_OWNER, SHIMING_REPLICA, SHIMING_HOST, SHIMING_PORT, SHIMING_TLS_CERTIFICATE, \
            SHIMING_TLS_KEY, SHIMING_TRUSTED_PROXY, SHIMING_PUBLIC_URL, SHIMING_KEY_FILE, SHIMING_KEY_ENV, SHIMING_KEY_COMMAND, SHIMING_COMPANY, \
            SHIMING_COMPANY_CONTACT, \
            SHIMING_EVIDENCE and SHIMING_S3_ENDPOINT, _REGION, _ADDRESSING, _CREDENTIALS_FILE, _PROFILE, _CA_FILE, \
            SHIMING_VERIFICATION_AUTHORITY_URL, _AUTHORITY_NAME, _AUTHORITY_CONTACT, _FACE_URL, _FACE_NAME, _FACE_CONTACT, _KEY_FILE, \
            _FACE_KEY_FILE, _CA_FILE, _CAPTURE_HOST, and the keys themselves as \
            SHIMING_VERIFICATION_KEY and _FACE_KEY, SHIMING_NOTICE_WEBHOOK_URL, _WEBHOOK_SECRET_FILE, _SMS_URL, _SMS_KEY_FILE, _SMTP_HOST, \
            _SMTP_PORT, _SMTP_SECURITY, _SMTP_USER, _SMTP_PASSWORD_FILE, _MAIL_FROM, _MAIL_TO and _CA_FILE, \
            SHIMING_CARRIERS (files, separated by commas). The settings of \
            docs/configuration.md are given as --setting purge-days=60. Certificate and key are read at the start, and again at SIGHUP.
            """)

    @Option(help: "The data folder (default ./data).") var data: String?
    @OptionGroup var place: StoreOptions
    @Option(help: "PostgreSQL standbys of --store, postgres://…; they answer what callers allow to be old.") var replica: String?
    @Option(help: "Address to listen at (default 127.0.0.1).") var host: String?
    @Option(help: "Port to listen at (default 8080).") var port: Int?
    @Option(help: "Certificate chain, a PEM file.") var tlsCertificate: String?
    @Option(help: "Private key of the certificate, a PEM file.") var tlsKey: String?
    @Option(help: "Address or network of a proxy whose X-Forwarded headers are believed; may be repeated.") var trustedProxy: [String] = []
    @Option(help: "Where people reach this server, https://HOST: in links and notices it gives them.") var publicUrl: String?
    @Option(help: "File of the key-encryption keys (default keys/key-encryption-keys in the data folder).") var keyFile: String?
    @Option(help: "Environment variable that holds the key-encryption keys.") var keyEnv: String?
    @Option(help: "Command that writes the key-encryption keys to its standard output.") var keyCommand: String?
    @OptionGroup var evidence: EvidenceOptions
    @Flag(help: "Start although the evidence that was kept last is not in its place.") var withoutEvidence = false
    @OptionGroup var verification: VerificationOptions
    @OptionGroup var notices: NoticeOptions
    @Option(
        help: "File of a connection to a carrier (docs/carriers.md); may be repeated. The first of a carrier is the one that is asked.",
        completion: .file())
    var carrier: [String] = []
    @Option(help: "Name of the operating company, for the first start.") var company: String?
    @Option(help: "By which people reach the operating company about their data, in the notices they read: telephone, e-mail, address.")
    var companyContact: String?
    @Option(help: "A setting of docs/configuration.md, name=value; may be repeated.") var setting: [String] = []
    @Option(help: "What is logged: trace, debug, info, notice, warning, error (default info).") var logLevel: String?

    func run() async throws {
        let plan = try ServePlan(self, environment: ProcessInfo.processInfo.environment)
        try await Server(plan).run()
    }
}
