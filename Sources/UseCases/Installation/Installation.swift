import Foundation
import Inspection
import Logging
import Records
import Registry
import SQLCore
import Vault
import Watermark

/// A running Shiming: its store, keys, files, clock and settings. Every use case is one of its methods, one verb a file;
/// permission, scope, transaction and trail are drawn there and nowhere else.
package final class Installation: Sendable {
    package var store: any Store { fenced }
    /// The engine itself, for copies of the whole.
    package var engine: any Store { fenced.engine }
    private let fenced: FencedStore
    package let vault: Vault
    package let secrets: InstallationSecrets
    package let clock: any Clock
    package let chance: any Chance
    package let settings: Settings
    package let folders: Folders
    /// Whether other servers may be at work on the store, each with folders of its own.
    let sharesStore: Bool
    /// Where the content of evidence is kept, and who looks at it before.
    package let evidence: any EvidenceStore
    package let inspector: any EvidenceInspector
    /// Who makes the copies that leave.
    package let marker: any CopyMarker
    /// Who reads pictures of documents and looks for faces.
    package let reader: any PictureReader
    /// Who confirms identities and faces; nil where nobody does by machine.
    package let verification: VerificationProviders?
    /// Who tells people how their cases stand; nil where nobody is told.
    package let notifiers: Notifiers?
    package let noticeFigures = NoticeFigures()
    /// Who tells organisations' programs what happens to their cards; nil where nobody does.
    package let events: (any EventSender)?
    /// The carriers' platforms; none where nobody is connected.
    package let carriers: CarrierGateways
    /// By which people reach the operating company about their data; nil where the notices name none.
    package let contact: String?
    package let log: Logger
    /// Counts over all of somebody's cards or hand-ins: one at a time, so that whoever asks often holds up no other work.
    let counts = RequestGate(1, waiting: 16)
    /// Which connections to carriers this server has to itself.
    let turns = CarrierTurns(ServerRunID(milliseconds: SystemClock().now().milliseconds, chance: SystemChance().words()))
    /// What signing in keeps in memory.
    let access: AccessState
    let unknownCardTries = UnknownCardTries()

    private init(
        store: FencedStore, vault: Vault, secrets: InstallationSecrets, clock: any Clock, chance: any Chance, settings: Settings,
        folders: Folders, sharesStore: Bool, evidence: any EvidenceStore, inspector: any EvidenceInspector,
        marker: any CopyMarker, reader: any PictureReader, verification: VerificationProviders?, notifiers: Notifiers?,
        events: (any EventSender)?, carriers: CarrierGateways, contact: String?, log: Logger
    ) {
        fenced = store
        self.vault = vault
        self.secrets = secrets
        self.clock = clock
        self.chance = chance
        self.settings = settings
        self.folders = folders
        self.sharesStore = sharesStore
        self.evidence = evidence
        self.inspector = inspector
        self.marker = marker
        self.reader = reader
        self.verification = verification
        self.notifiers = notifiers
        self.events = events
        self.carriers = carriers
        self.contact = contact
        self.log = log
        access = AccessState(settings)
    }

    /// Brings the schema up to date, makes what a first start needs and opens the secrets.
    /// `sharesStore`: other servers may be at work on it, each with folders of its own. `changesSchema` false: another login does that, and the schema must be up to date already. `evidence` nil: in the installation's
    /// own folder. `isChecking`: nothing is changed, and a database that is older than the program is refused. `isJudged`: moreover,
    /// secrets that do not open refuse nothing, as `checkStore` names them.
    /// Throws `MigrationRefusal`, `KeyRefusal`, `SQLFailure`.
    package static func open(
        store: any Store, changesSchema: Bool = true, sharesStore: Bool = false, vault: Vault, folders: Folders,
        clock: any Clock = SystemClock(),
        chance: any Chance = SystemChance(), settings: Settings = Settings(), evidence: (any EvidenceStore)? = nil,
        isChecking: Bool = false, isJudged: Bool = false, inspector: any EvidenceInspector = Inspector(),
        marker: any CopyMarker = Watermarker(),
        reader: any PictureReader = NoPictureReader(), verification: VerificationProviders? = nil, notifiers: Notifiers? = nil,
        events: (any EventSender)? = nil, carriers: CarrierGateways = CarrierGateways([]), contact: String? = nil, log: Logger
    ) async throws -> Installation {
        if changesSchema, !isChecking { try await migrate(store, now: clock.now()) } else { try await demandNewest(store) }
        let store = FencedStore(store)
        if !isChecking { try folders.create() }
        let secrets =
            isChecking
            ? try await InstallationSecrets.openOnly(store: store, vault: vault, chance: chance, isJudged: isJudged)
            : try await InstallationSecrets.openOrMake(store: store, vault: vault, chance: chance)
        return Installation(
            store: store, vault: vault, secrets: secrets, clock: clock, chance: chance, settings: settings, folders: folders,
            sharesStore: sharesStore, evidence: evidence ?? FolderEvidenceStore(root: folders.evidence), inspector: inspector,
            marker: marker, reader: reader, verification: verification, notifiers: notifiers, events: events, carriers: carriers,
            contact: contact, log: log)
    }

    /// Brings the schema up to date.
    package static func migrate(_ store: some Store, now: Instant) async throws {
        _ = try await MigrationRunner(Schema.migrations).run(on: store, now: now.milliseconds)
    }

    private static func demandNewest(_ store: some Store) async throws {
        try await MigrationRunner(Schema.migrations).check(store)
    }

    package func now() -> Instant { clock.now() }

    /// A fresh key for a noun.
    package func fresh<Noun>(_: Noun.Type = Noun.self) -> Identifier<Noun> {
        Identifier(milliseconds: clock.now().milliseconds, chance: chance.words())
    }

    /// A fresh data key and its wrapped form, not stored yet. Its number begins with the time, as every number does: keys made together lie
    /// together, where numbers by chance touched a page of the table for each.
    package func freshDataKey() throws -> (DataKey, WrappedKey) {
        try vault.freshKey(id: fresh(DataKey.self).bytes)
    }
}

/// Where the installation keeps its files; all of them sealed.
package struct Folders: Hashable, Sendable {
    package let root: String

    package init(root: String) {
        self.root = root
    }

    package var evidence: String { root + "/evidence" }
    package var spool: String { root + "/spool" }
    package var database: String { root + "/shiming.sqlite" }
    package var keyFile: String { root + "/keys/key-encryption-keys" }

    func create() throws {
        for folder in [root, evidence, spool] {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
    }
}
