import Crypto
import Foundation
import Ledger
import Numbers
import Records
import Registry
import SQLCore
import Tabular
import Vault

extension TrailAction {
    static let exportMade = TrailAction("export.made")
    static let exportFailed = TrailAction("export.failed")
    static let exportFetched = TrailAction("export.fetched")
    static let exportLapsed = TrailAction("export.lapsed")
}

extension Installation {
    /// Makes the oldest approved file; false when there was none. A worker that is killed leaves it to the next, which begins anew.
    package func runNextExport() async throws -> Bool {
        let now = now()
        let export = try await store.write { [settings] session in
            try ExportRecords.lease(at: now, until: now.adding(seconds: settings.intakeLeaseSeconds), in: session)
        }
        guard let export else { return false }
        do {
            try await ExportRun(installation: self, export: export).make()
        } catch let refusal as Refusal where refusal.kind != .temporary {
            try await unlessOver {
                try await self.act(as: .system, .exportFailed, needs: nil) { act in
                    guard try ExportRecords.fail(export.id, refusal.code, in: act.session) else { throw Refusal.exportDecided }
                    act.note(export)
                    act.recording.note("failure", .string(refusal.code))
                }
            }
        }
        return true
    }

    /// What another server did already is not done, and not put down, once more. Answers whether it was done here.
    @discardableResult
    private func unlessOver(_ work: () async throws -> Void) async throws -> Bool {
        do {
            try await work()
            return true
        } catch let refusal as Refusal where refusal.code == Refusal.exportDecided.code {
            return false
        }
    }

    /// The file, to whoever asked for it and nobody else, for a limited time and so many times; each is on the trail (R-DP-19).
    /// Throws `not-found`, `export-not-ready`, `export-expired`, `file-elsewhere`.
    package func fetchExport(as principal: Principal, _ id: ExportID, write: @escaping ([UInt8]) throws -> Void) async throws
        -> StoredExport
    {
        let (export, key) = try await look(as: principal, needs: nil) { [vault] session in
            guard let export = try ExportRecords.find(id, by: principal.account, deciding: nil, in: session) else {
                throw Refusal.notFound
            }
            try principal.demand(export.kind.permission)
            guard [.ready, .lapsed].contains(export.state) else { throw Refusal.exportNotReady }
            return (export, try export.spoolKey.flatMap { try DataKeyRecords.open($0, with: vault, in: session) })
        }
        // No backup has it: what was restored counts no fetch of what is not there.
        let path = spoolPath(of: (export.spool ?? export.id).retyped())
        guard let key else { throw Refusal.exportExpired }
        try demandFile(at: path, lost: Refusal.exportExpired)
        let file = try SealedFileReader(path: path, key: key)
        try await act(as: principal, .exportFetched, needs: nil) { act in
            let most = act.installation.settings.exportFetchesMax
            guard try ExportRecords.countDownload(id, most: most, at: act.now, in: act.session) else { throw Refusal.exportExpired }
            act.note(export)
            act.recording.note("bytes", .integer(export.bytes))
        }
        var buffer = [UInt8](repeating: 0, count: SealedFile.chunkBytes)
        var done = 0
        while done < file.count {
            let count = try buffer.withUnsafeMutableBytes { try file.read(at: done, into: $0) }
            try write(Array(buffer.prefix(count)))
            done += count
        }
        return export
    }

    /// Destroys the keys of files whose time is over, then the files; what nobody decided lapses too.
    package func lapseExports() async throws {
        let now = now()
        let over = try await store.read { try ExportRecords.expired(at: now, limit: 100, in: $0) }
        for export in over {
            let isLapsed = try await unlessOver {
                try await self.act(as: .system, .exportLapsed, needs: nil) { act in
                    guard let now = try ExportRecords.find(export.id, in: act.session), now.state == export.state else {
                        throw Refusal.exportDecided
                    }
                    if let key = now.spoolKey { try DataKeyRecords.destroy(key, at: act.now, in: act.session) }
                    try ExportRecords.lapse(export.id, in: act.session)
                    act.note(export)
                }
            }
            if isLapsed, let spool = export.spool { try? FileManager.default.removeItem(atPath: spoolPath(of: spool.retyped())) }
        }
    }
}

/// One file in the making: read with the rights that whoever asked for it has now, marked with who, when and why.
struct ExportRun: Sendable {
    private static let pageRows = 1_000

    let installation: Installation
    let export: StoredExport

    private struct Asker: Sendable {
        let principal: Principal
        let login: String
        let approver: String
        let company: String
    }

    func make() async throws {
        let asker = try await asker()
        let (key, wrapped) = try installation.freshDataKey()
        // A name of its own: a worker that was slow must not put its file in another's place.
        let spool: ExportID = installation.fresh()
        let path = installation.spoolPath(of: spool.retyped())
        let file = try SealedFileWriter(path: path, key: key)
        let hash = Hashing()
        let bytesMax = installation.settings.exportBytesMax
        var table = CSVWriter { bytes in
            guard file.plainBytes + bytes.count <= bytesMax else { throw Refusal.exportTooLarge }
            hash.digest.update(data: bytes)
            try file.append(bytes)
        }
        try table.row([mark(asker)])
        try table.row(heading)
        let rows = try await write(&table, as: asker.principal)
        try table.row([text("共 \(rows) 行", "\(rows) rows")] + [export.code])
        try table.finish()
        try file.finish()
        let bytes = Int64(file.plainBytes)
        let digest = Array(hash.digest.finalize())
        let (export, settings) = (export, installation.settings)
        do {
            try await installation.act(as: .system, .exportMade, needs: nil) { act in
                try DataKeyRecords.insert(key, wrapped, at: act.now, in: act.session)
                let until = act.now.adding(seconds: settings.exportHours * 3_600)
                guard
                    try ExportRecords.ready(
                        export.id, spool: spool, key: key.id, rows: rows, bytes: bytes, hash: digest, at: act.now, until: until,
                        in: act.session)
                else { throw Refusal.exportDecided }
                act.note(export)
                act.recording.note("bytes", .integer(bytes))
                act.recording.note("rows", .integer(rows))
                act.recording.note("sha256", .string(Hex.text(digest)))
            }
        } catch {
            try? FileManager.default.removeItem(atPath: path)
            throw error
        }
    }

    private final class Hashing {
        var digest = SHA256()
    }

    /// Whoever asked may have gone, or may read it no more.
    private func asker() async throws -> Asker {
        try await installation.store.read { [export] session in
            guard let (account, organisation) = try AccountRecords.acting(export.askedBy, in: session) else {
                throw Refusal.exportAskerGone
            }
            let principal = Principal(account, at: organisation, session: nil)
            guard principal.permissions.contains(export.kind.permission) else { throw Refusal.exportAskerGone }
            let approver = try export.decidedBy.flatMap { try AccountRecords.find($0, in: session)?.login }
            return Asker(
                principal: principal, login: account.login,
                approver: approver ?? export.decidedBy?.description ?? "",
                company: try OrganisationRecords.root(in: session)?.name ?? "")
        }
    }

    // MARK: What it bears

    private func text(_ zh: String, _ en: String) -> String { export.language == .chinese ? zh : en }

    /// Who, when and why, in the first line; the export's code is in every row, so that a part of the file names it too.
    private func mark(_ asker: Asker) -> String {
        let day = CivilDate(shanghai: installation.now()).description
        return text(
            "\(asker.company) 导出件 \(export.code)，\(day)，申请人 \(asker.login)，批准人 \(asker.approver)，用途：\(export.reason)。仅限该用途，用后销毁。",
            "Export \(export.code) of \(asker.company), \(day), asked for by \(asker.login), approved by \(asker.approver), for: \(export.reason). For this purpose only; destroy it afterwards."
        )
    }

    private var heading: [String] { [export.kind == .cards ? "card" : "id"] + export.columns.map(\.rawValue) + ["export"] }

    // MARK: Rows

    private func write(_ table: inout CSVWriter, as principal: Principal) async throws -> Int64 {
        switch export.kind {
        case .cards: try await writeCards(&table, as: principal)
        case .trail: try await writeTrail(&table, as: principal)
        }
    }

    private func demandRoom(_ rows: Int64) throws {
        guard rows <= installation.settings.exportRowsMax else { throw Refusal.exportTooLarge }
    }

    /// Another worker must not take it over while this one is at work.
    private func hold() async throws {
        let until = installation.now().adding(seconds: installation.settings.intakeLeaseSeconds)
        guard try await installation.store.write({ [export] in try ExportRecords.hold(export.id, until: until, in: $0) }) else {
            throw Refusal.exportDecided
        }
    }

    private func writeCards(_ table: inout CSVWriter, as principal: Principal) async throws -> Int64 {
        guard let filter = export.cardFilter else { throw Refusal.exportUnreadable }
        var names: [OrganisationID: String] = [:]
        var after: Int64 = 0
        var rows: Int64 = 0
        let now = installation.now()
        while true {
            let (from, known) = (after, names)
            let (found, more) = try await installation.store.read { [settings = installation.settings] session in
                let found = try CardRecords.page(
                    after: from, filter: filter, scope: principal.scope, at: now, limit: Self.pageRows,
                    lookedMax: settings.pageCardsLookedMax, in: session)
                let unknown = Set(found.cards.compactMap(\.custodian?.organisation)).filter { known[$0] == nil }
                // What is out of the asker's reach has no name for him.
                let more = try unknown.map { ($0, try OrganisationRecords.find($0, within: principal.scope, in: session)?.name ?? "") }
                return (found, more)
            }
            for (id, name) in more { names[id] = name }
            rows += Int64(found.cards.count)
            try demandRoom(rows)
            for card in found.cards {
                try table.row(
                    [try installation.secrets.references.text(for: card.subscription)] + export.columns.map { cell($0, card, names) }
                        + [export.code])
            }
            // A page may end early and hold no card, though there are more.
            guard let next = found.lookedUpTo ?? (found.cards.count == Self.pageRows ? found.cards.last?.subscription : nil) else {
                return rows
            }
            after = next
            try await hold()
        }
    }

    private func cell(_ column: ExportColumn, _ card: CardRecord, _ names: [OrganisationID: String]) -> String {
        let isMasked = export.isMasked
        func ends(_ text: String?) -> String { text.map { isMasked ? Mask.iccid($0) : $0 } ?? "" }
        switch column {
        case .iccid: return ends(card.iccid)
        case .msisdn: return card.msisdn.map { isMasked ? Mask.phone(String($0)) : String($0) } ?? ""
        case .imsi: return ends(card.imsi.map(String.init))
        case .eid: return ends(card.eid)
        case .carrier: return card.carrier.code
        case .product: return card.productName
        case .province: return card.province.map(String.init) ?? ""
        case .realName: return card.registration == nil ? text("未登记", "not registered") : text("已登记", "registered")
        case .service: return card.service.state.text.text(in: export.language)
        case .stops: return card.service.stops.reasons.map { $0.text.text(in: export.language) }.joined(separator: "; ")
        case .batch: return card.batch
        case .holder: return card.custodian.flatMap { names[$0.organisation] } ?? ""
        case .recorded: return Self.time(card.recordedAt)
        case .number, .at, .action, .actor, .purpose, .leaf, .entry: return ""
        }
    }

    private func writeTrail(_ table: inout CSVWriter, as principal: Principal) async throws -> Int64 {
        guard let filter = export.trailFilter else { throw Refusal.exportUnreadable }
        var before: TrailCursor?
        var rows: Int64 = 0
        while true {
            let from = before
            let page = try await installation.store.read { session in
                try TrailRecords.list(filter, principal.scope, before: from, limit: Self.pageRows, in: session)
            }
            guard let last = page.last else { return rows }
            rows += Int64(page.count)
            try demandRoom(rows)
            for entry in page { try table.row([entry.id.description] + export.columns.map { cell($0, entry) } + [export.code]) }
            before = TrailCursor(recordedAt: last.recordedAt, entry: last.id)
            try await hold()
        }
    }

    private func cell(_ column: ExportColumn, _ entry: StoredTrailEntry) -> String {
        switch column {
        case .number: entry.number.map(String.init) ?? ""
        case .at: Self.time(entry.recordedAt)
        case .action: entry.action
        case .actor: entry.actor.description
        case .purpose: (try? JSONValue(parsing: entry.body))?["purpose"]?.stringValue ?? ""
        case .leaf: entry.leafHash?.hex ?? ""
        case .entry: entry.body
        default: ""
        }
    }

    /// In China's time, to the second.
    private static func time(_ instant: Instant) -> String {
        let day = CivilDate(shanghai: instant)
        let seconds = Instant(milliseconds: day.shanghaiMidnight).seconds(until: instant)
        func two(_ number: Int64) -> String { (number < 10 ? "0" : "") + String(number) }
        return "\(day) \(two(seconds / 3_600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    }
}

extension Refusal {
    package static let exportNotReady = Refusal(
        "export-not-ready", .conflict, house: .states, en: "There is no file yet.", zh: "文件尚未生成。",
        mend: LocalText(en: "Wait until it is approved and made.", zh: "请等待审批并生成。"))
    package static let exportExpired = Refusal(
        "export-expired", .conflict, requirements: ["R-DP-19"], en: "The file's time is over, or it was fetched as often as it may be.",
        zh: "文件已过期或下载次数已用完。", mend: LocalText(en: "Ask for it anew.", zh: "请重新申请。"))
    package static let exportTooLarge = Refusal(
        "export-too-large", .tooLarge, requirements: ["R-DP-01"], en: "There are more rows, or longer ones, than one export may have.",
        zh: "内容超过单次导出上限。",
        mend: LocalText(en: "Narrow the filter.", zh: "请缩小筛选范围。"))
    static let exportAskerGone = Refusal(
        "export-asker-gone", .forbidden, requirements: ["R-DP-19"], en: "Whoever asked for it may not read it any more.", zh: "申请人已无读取权限。",
        mend: LocalText(en: "Let somebody ask for it anew who may.", zh: "请由有权限的人员重新申请。"))
    static let exportUnreadable = Refusal(
        "export-unreadable", .invalid, house: .form, en: "The filter cannot be read by this program.", zh: "筛选条件无法识别。",
        mend: LocalText(en: "Ask for it anew.", zh: "请重新申请。"))
}
