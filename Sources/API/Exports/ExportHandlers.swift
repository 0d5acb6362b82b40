import Contract
import HTTPTypes
import Records
import Registry
import Synchronization
import UseCases
import Vault
import Web

extension Call {
    func askForExport() async throws -> Answer {
        let asked: Wire.AskForExport = try decode()
        var wish = ExportWish(try word(asked.kind, at: "/kind"), reason: asked.reason)
        wish.columns = try (asked.columns ?? []).enumerated().map { place, name in try word(name, at: "/columns/\(place)") }
        wish.isMasked = asked.masked ?? true
        wish.language = language
        if let cards = asked.cards {
            wish.cards = CardFilter(
                batch: cards.batch, organisation: try cards.organisation.map { try id($0, at: "/cards/organisation") },
                product: try cards.product.map { try productCode($0, at: "/cards/product") },
                carrier: try known(cards.carrier, at: "/cards/carrier") { Carrier($0) }, province: cards.province,
                isRegistered: cards.registered, state: try known(cards.serviceState, at: "/cards/serviceState") { ServiceState(name: $0) },
                stop: try known(cards.stopReason, at: "/cards/stopReason") { StopReason(name: $0) },
                unit: try cards.unit.map { try id($0, at: "/cards/unit") })
        }
        if let trail = asked.trail {
            wish.trail = TrailFilter(
                from: try trail.from.map { try instant($0, at: "/trail/from") },
                to: try trail.until.map { try instant($0, at: "/trail/until") },
                actor: try trail.actor.map { try id($0, at: "/trail/actor") }, action: trail.action)
        }
        return try .json(Wire.Export(await installation.askForExport(as: principal(), wish)))
    }

    /// What a filter names must be known: one that cannot be read must not become none.
    private func known<Value>(_ name: String?, at pointer: String, _ read: (String) -> Value?) throws(Refusal) -> Value? {
        guard let name else { return nil }
        guard let value = read(name) else { throw .bodyInvalid.with(details: [.notAmongValues.at(pointer)]) }
        return value
    }

    func listExports() async throws -> Answer {
        let found = try await installation.listExports(
            as: principal(), state: queryWord("state"), before: cursorID(), limit: limit)
        return try page(found, keys: { [$0.wire] }, item: { Wire.Export($0) })
    }

    func readExport() async throws -> Answer {
        try .json(Wire.Export(await installation.readExport(as: principal(), id("export"))))
    }

    func decideExport() async throws -> Answer {
        let asked: Wire.DecideExport = try decode()
        return try .json(
            Wire.Export(
                await installation.decideExport(as: principal(), id("export"), word(asked.verdict, at: "/verdict"), note: asked.note)))
    }

    func fetchExport() async throws -> Answer {
        let bytes = Mutex<[UInt8]>([])
        let export = try await installation.fetchExport(as: principal(), id("export")) { chunk in bytes.withLock { $0 += chunk } }
        return Answer(content: .bytes(bytes.withLock { $0 }, type: "text/csv; charset=utf-8"))
            .with(.contentDisposition, "attachment; filename=\"\(export.code).csv\"")
            .with(.cacheControl, "no-store")
    }
}

extension Wire.Export {
    init(_ stored: StoredExport) {
        self.init(
            id: stored.id.wire, code: stored.code, kind: stored.kind.rawValue, state: stored.state.rawValue,
            organisation: stored.organisation.wire, columns: stored.columns.map(\.rawValue), masked: stored.isMasked,
            filter: stored.filter, reason: stored.reason, askedAt: stored.askedAt.wire, askedBy: stored.askedBy.wire,
            expiresAt: stored.expiresAt.wire, downloads: stored.downloads, note: stored.note, decidedAt: stored.decidedAt?.wire,
            decidedBy: stored.decidedBy?.wire, rows: stored.readyAt.map { _ in stored.rows },
            bytes: stored.readyAt.map { _ in stored.bytes },
            readyAt: stored.readyAt?.wire, failure: stored.failure)
    }
}
