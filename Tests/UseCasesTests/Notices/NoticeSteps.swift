import Records
import Registry
import SQLCore
import TestKit
import UseCases

/// A notice as `kind/channel`.
func name(_ notice: StoredNotice) -> String { "\(notice.kind.rawValue)/\(notice.channel.rawValue)" }

extension PersonalJob {
    /// What is written down to be told, as `kind/channel`, sorted; each as often as it stands there.
    func told(code: String? = nil) async throws -> [String] {
        try await installation.listNotices(as: job.reviewer, code: code, limit: 500).rows.map(name).sorted()
    }

    func notice(_ wanted: String) async throws -> StoredNotice? {
        try await installation.listNotices(as: job.reviewer, limit: 500).rows.first { name($0) == wanted }
    }

    /// Works off everything that is due now.
    func work(_ channels: [NoticeChannel] = NoticeChannel.allCases) async throws {
        for channel in channels { while try await installation.runNotice(by: channel) {} }
    }

    func decide(
        _ id: ApplicationID, _ verdict: DecisionVerdict, _ reasons: [DecisionReason] = []
    ) async throws -> DecidedApplication {
        let view = try await installation.readApplication(as: job.reviewer, id)
        return try await installation.decideApplication(
            as: job.reviewer, id, version: view.application.version, verdict: verdict, reasons: reasons, note: nil)
    }
}

/// A world that tells people by all three ways.
struct NoticeWorld {
    let world: World
    let personal: PersonalJob
    let webhook: ScriptedNotifier
    let sms: ScriptedNotifier
    let mail: ScriptedNotifier
    var installation: Installation { world.installation }

    static let site = "https://sm.example.test"

    static func run(
        settings: Settings = Settings(), verification: VerificationProviders? = nil, site: String? = site,
        _ body: (NoticeWorld) async throws -> Void
    ) async throws {
        let (webhook, sms, mail) = (ScriptedNotifier(), ScriptedNotifier(), ScriptedNotifier())
        try await withWorld(
            settings: settings, reader: ScriptedReader { _ in PictureReading() }, verification: verification,
            notifiers: Notifiers(webhook: webhook, sms: sms, mail: mail, site: site)
        ) { world in
            try await body(
                NoticeWorld(world: world, personal: try await PersonalJob.prepare(in: world), webhook: webhook, sms: sms, mail: mail))
        }
    }
}
