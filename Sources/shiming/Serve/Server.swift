import API
import ArgumentParser
import Carriers
import Console
import Delivery
import Foundation
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL
import PersonalPages
import Registry
import SQLCore
import ServiceLifecycle
import UnixSignals
import UseCases
import Verification
import Vault
import Web

/// The server of one data folder, from opening to a quiet end.
struct Server: Sendable {
    private let plan: ServePlan
    private let log: Logger
    private let announcements: Announcements

    init(_ plan: ServePlan, announcements: Announcements = .printed) {
        self.plan = plan
        self.announcements = announcements
        var log = Logger(label: "shiming") { JSONLogHandler(label: $0) }
        log.logLevel = plan.logLevel
        self.log = log
    }

    /// - Parameter guests: what runs in the same process as long as the server does, or ends it.
    func run(beside guests: [ServiceGroupConfiguration.ServiceConfiguration] = []) async throws {
        let installation = try await open()
        let pulse = ServicePulse()
        let certificate = try plan.tls.map { try ServerCertificate($0) }
        // By whichever way somebody hands in, his address is one; so are the pictures he has looked at.
        let handIns = RateLimiter<String>(policy: .handIns(edgeSettings))
        let pictures = PictureQuota(edgeSettings)
        let edge = try Edge(
            installation: installation, authenticator: InstallationAuthenticator(installation), settings: edgeSettings, figures: Figures(),
            health: ServerHealth(store: StoreHealth(installation: installation), pulse: pulse, clock: installation.clock), handIns: handIns,
            pictures: pictures, refusals: Refusal.ofVerification)
        let router = edge.router(speaksTLS: plan.tls != nil)
        CarrierDoor(installation: installation, settings: edgeSettings).add(to: router)
        try PersonalPages(installation: installation, settings: edgeSettings, handIns: handIns, pictures: pictures).add(to: router)
        try Console(installation: installation, settings: edgeSettings).add(to: router)
        let application = Application(
            router: router, server: try protocols(certificate),
            configuration: .init(address: .hostname(plan.host, port: plan.port), serverName: nil),
            onServerRunning: { channel in announce(channel) }, logger: log)
        try await announceFirstStart(installation)
        // The store closes last: the group ends its services in reverse order.
        let lasting: [any Service] = [StoreService(installation: installation), ClockWatch(installation: installation)]
        let services: [any Service] =
            lasting + BackgroundServices.all(installation, pulse)
            + (certificate.map { [CertificateRenewal(certificate: $0, log: log)] } ?? []) + [application]
        let group = ServiceGroup(
            configuration: .init(
                services: services.map { .init(service: $0) } + guests, gracefulShutdownSignals: [.sigterm, .sigint], logger: log))
        try await group.run()
    }

    private func open() async throws -> Installation {
        let verification = try plan.verification?.open(plan.settings)
        try await SandboxCheck(
            verification: verification, carriers: plan.carriers, notices: plan.notices, settings: plan.settings, log: log
        ).demandReal()
        let keys = try plan.keys.load(databaseExists: try await plan.store.exists())
        try FileManager.default.createDirectory(
            atPath: plan.folders.root, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let store = try await plan.store.open(exclusive: true, asServer: true, sharedCommitMax: plan.settings.sharedCommitMax)
        let installation = try await Installation.open(
            store: store, changesSchema: plan.store.changesSchema, sharesStore: plan.store.isShared, vault: Vault(keys: keys),
            folders: plan.folders, settings: plan.settings,
            evidence: try plan.evidence.open(plan.folders, plan.settings), reader: MachineReader(),
            verification: verification?.providers, notifiers: try plan.notices?.open(plan.settings),
            events: WebhookSender(plan.settings), carriers: try CarrierFiles.open(plan.carriers, plan.settings),
            contact: plan.contact, log: log)
        if plan.contact == nil {
            log.notice("the notices that people read name no contact of the operating company: give --company-contact")
        }
        if plan.settings.verificationSandboxAllowed > 0 {
            log.notice("answers of a verification sandbox count here: it confirms people who do not exist")
        }
        if plan.settings.noticeSandboxAllowed > 0 {
            log.notice("a sandbox that takes notices counts here: it tells nobody")
        }
        if plan.settings.webhookLocalAllowed > 0 { log.notice("webhooks may be on this machine: for tests only") }
        if plan.carriers.contains(where: \.isSandbox) { log.notice("a carrier's sandbox is connected: its cards do not exist") }
        try await installation.demandWritable()
        if !plan.mayLackEvidence { try await installation.demandEvidenceInPlace() }
        if plan.store.isShared {
            if try await plan.store.isUnguarded() {
                log.warning("only triggers keep this database login from changing what is registered; give --store-owner and another login")
            }
        } else {
            // The lock beside the database says that no other server is at work on it.
            try await installation.takeUpAfterStop()
        }
        return installation
    }

    private var edgeSettings: EdgeSettings {
        var settings = EdgeSettings()
        settings.trustedProxies = plan.proxies
        settings.publicAddress = plan.publicAddress
        // An envelope of multipart around the largest file.
        settings.evidenceBodyBytes = plan.settings.evidenceBytesMax + (64 << 10)
        settings.fileBodyBytes = plan.settings.intakeBytesMax + (64 << 10)
        settings.rateRequests = plan.settings.rateRequests
        settings.openRateRequests = plan.settings.rateOpenRequests
        settings.handInsADay = plan.settings.rateHandIns
        return settings
    }

    private func protocols(_ certificate: ServerCertificate?) throws -> HTTPServerBuilder {
        let http = HTTPServerBuilder.http1(configuration: .init(idleTimeout: .seconds(120)))
        return try certificate.map { try .tls(http, tlsConfiguration: $0.configuration()) } ?? http
    }

    /// The address as bound; port 0 asks the system for one.
    private func announce(_ channel: any NIOCore.Channel) {
        let scheme = plan.tls == nil ? "http" : "https"
        let host = plan.host.contains(":") ? "[\(plan.host)]" : plan.host
        announcements.listening("\(scheme)://\(host):\(channel.localAddress?.port ?? plan.port)")
    }

    private func announceFirstStart(_ installation: Installation) async throws {
        guard let first = try await installation.firstStart(companyName: plan.company) else { return }
        announcements.firstStart(first.enrolment.text)
    }
}
