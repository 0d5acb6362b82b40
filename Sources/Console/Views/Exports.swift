import HTTPTypes
import Hummingbird
import NIOCore
import Numbers
import Pages
import Records
import Registry
import Synchronization
import UseCases
import Web

extension ConsoleVisit {
    /// Exports one asked for and those one may decide about.
    func exports() async throws -> Response { try await write(exportsPage()) }

    private func exportsPage() async throws -> ConsolePage {
        let state = query("state").flatMap { ExportState(rawValue: $0) }
        let before = try place(1).map { keys throws(Refusal) in
            guard let id = ExportID(keys[0]) else { throw .cursorUnknown }
            return id
        }
        let found = try await installation.listExports(as: principal(), state: state, before: before, limit: 50)
        var askers: [AccountID: String] = [:]
        for row in found.rows where askers[row.askedBy] == nil {
            askers[row.askedBy] = try await account(row.askedBy)
        }
        let list = ConsoleLink.exports.address
        let all: [String: Any] = ["href": list, "name": words["export.all"], "isCurrent": state == nil]
        return ConsolePage(
            template: "exports", title: words["export.title"],
            values: [
                "states": [all]
                    + ExportState.allCases.map { other -> [String: Any] in
                        ["href": list + "?state=\(other.rawValue)", "name": words["export.\(other.rawValue)"], "isCurrent": other == state]
                    },
                "exports": found.rows.map { exportRow($0, by: askers[$0.askedBy] ?? "") }, "isEmpty": found.rows.isEmpty,
                "isLater": query("after") != nil, "first": list,
                "next": found.next.map { [address(.exports, keeping: ["state"], after: $0.description)] } ?? [],
            ], section: may(.cardRead) ? .cards : .trail)
    }

    private func exportRow(_ export: StoredExport, by asker: String) -> [String: Any] {
        [
            "href": ConsoleLink.export(export.id.description).address, "code": export.code,
            "kind": words["export.kind-\(export.kind.rawValue)"],
            "mark": Self.mark(of: export.state), "state": words["export.\(export.state.rawValue)"], "at": words.time(export.askedAt),
            "reason": export.reason, "asker": asker,
        ]
    }

    private static func mark(of state: ExportState) -> String {
        switch state {
        case .asked, .approved: "○"
        case .ready: "✓"
        case .refused, .failed, .lapsed: "✕"
        }
    }

    /// What the time on an export's page is of.
    private func nameOfUntil(_ state: ExportState) -> String {
        switch state {
        case .asked: words["export.decideBy"]
        case .ready: words["export.keptUntil"]
        case .approved, .refused, .failed, .lapsed: words["export.until"]
        }
    }

    // MARK: Asking

    /// What of the address of a list goes into the form.
    private static let carried: [Substring] = [
        "batch", "organisation", "product", "carrier", "province", "registered", "state", "stop", "unit", "from", "until", "actor",
        "action",
    ]

    /// The form that a list leads to: its filter and columns stay.
    func newExport() async throws -> Response { try await write(newExportPage()) }

    private func newExportPage(_ refusal: Refusal? = nil) async throws -> ConsolePage {
        func given(_ name: Substring) -> String? { refusal == nil ? query(name) : form[String(name)].flatMap { $0.isEmpty ? nil : $0 } }
        guard let kind = given("kind").flatMap({ ExportKind(rawValue: $0) }), may(kind.permission) else { throw Refusal.notFound }
        let named = Set(
            refusal == nil ? queries("column") : ExportColumn.all(of: kind).map(\.rawValue).filter { form.isTicked("column-\($0)") })
        let chosen = named.isEmpty ? Set(ExportColumn.usual(of: kind).map(\.rawValue)) : named.union(kind == .cards ? ["iccid"] : [])
        var carried: [[String: Any]] = []
        for name in Self.carried {
            guard let value = given(name) else { continue }
            let said = try await said(name, value)
            carried.append(["name": String(name), "label": words["export.filter-\(name)"], "value": value, "said": said])
        }
        return ConsolePage(
            template: "export-new", title: words["export.new-\(kind.rawValue)"],
            values: [
                "action": ConsoleLink.exports.address, "kind": kind.rawValue, "isCards": kind == .cards,
                "carried": carried,
                "columns": ExportColumn.all(of: kind).map { column -> [String: Any] in
                    [
                        "code": "column-\(column.rawValue)", "name": words["export.column-\(column.rawValue)"],
                        "isTicked": chosen.contains(column.rawValue),
                    ]
                },
                "isUnmasked": refusal != nil && form.isTicked("unmasked"), "reason": form["reason"] ?? "",
            ], refusal: refusal, section: kind == .cards ? .cards : .trail)
    }

    /// A part of a list's filter in words; as it was sent where it cannot be read.
    private func said(_ name: Substring, _ value: String) async throws -> String {
        switch name {
        case "organisation":
            guard let holder = OrganisationID(value) else { return value }
            return try await organisation(holder)
        case "unit":
            guard let unit = PartyID(value) else { return value }
            return try await unitName(unit)
        case "actor":
            guard let actor = AccountID(value) else { return value }
            return try await account(actor)
        case "registered": return realName(value == "yes")
        case "action": return actName(value)
        case "carrier": return Carrier(value).map(carrierName) ?? value
        case "state": return ServiceState(name: value)?.text.text(in: language) ?? value
        case "stop": return StopReason(name: value)?.text.text(in: language) ?? value
        default: return value
        }
    }

    private func realName(_ isRegistered: Bool) -> String { words[isRegistered ? "cards.registered" : "cards.vacant"] }

    private func actName(_ action: String) -> String { words.has("act.\(action)") ? words["act.\(action)"] : action }

    func askForExport() async throws -> Response {
        do {
            let asked = try await installation.askForExport(as: principal(), exportWish())
            return redirect(to: .export(asked.id.description))
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await write(newExportPage(refusal))
        }
    }

    private func exportWish() throws(Refusal) -> ExportWish {
        guard let kind = form["kind"].flatMap({ ExportKind(rawValue: $0) }) else { throw .formUnreadable }
        var wish = ExportWish(kind, reason: form["reason"] ?? "")
        wish.columns = ExportColumn.all(of: kind).filter { form.isTicked("column-\($0.rawValue)") }
        wish.isMasked = !form.isTicked("unmasked")
        wish.language = language
        switch kind {
        case .cards:
            wish.cards = CardFilter(
                batch: filled("batch"), organisation: try identified("organisation"), product: try known("product") { ProductCode($0) },
                carrier: try known("carrier") { Carrier($0) }, province: try number("province"),
                isRegistered: filled("registered").map { $0 == "yes" }, state: try known("state") { ServiceState(name: $0) },
                stop: try known("stop") { StopReason(name: $0) }, unit: try identified("unit"))
        case .trail:
            wish.trail = TrailFilter(
                from: try exportDay("from", 0), to: try exportDay("until", 1), actor: try identified("actor"), action: filled("action"))
        }
        return wish
    }

    /// A filter that cannot be read must not become none.
    private func known<Value>(_ field: String, _ read: (String) -> Value?) throws(Refusal) -> Value? {
        guard let text = filled(field) else { return nil }
        guard let value = read(text) else { throw .formUnreadable }
        return value
    }

    private func identified<Noun>(_ field: String) throws(Refusal) -> Identifier<Noun>? {
        guard let text = filled(field) else { return nil }
        guard let id = Identifier<Noun>(text) else { throw .identifierUnreadable }
        return id
    }

    private func exportDay(_ field: String, _ later: Int64) throws(Refusal) -> Instant? {
        guard let text = filled(field) else { return nil }
        guard let day = CivilDate(text) else { throw .formUnreadable }
        return Instant(milliseconds: day.shanghaiMidnight).adding(days: later)
    }

    // MARK: One export

    func export() async throws -> Response { try await write(exportPage(await installation.readExport(as: principal(), identifier()))) }

    private func exportPage(_ export: StoredExport, _ refusal: Refusal? = nil) async throws -> ConsolePage {
        let isOwn = export.askedBy == seat?.account
        let id = export.id.description
        let asker = try await account(export.askedBy) + " · " + (try await organisation(export.organisation))
        var values = exportRow(export, by: asker)
        let more: [String: Any] = [
            "back": ConsoleLink.exports.address, "filter": try await narrowed(export),
            "columns": export.columns.map { words["export.column-\($0.rawValue)"] }.joined(separator: words["common.comma"]),
            "masked": words[export.isMasked ? "export.masked" : "export.unmasked"], "isUnmasked": !export.isMasked,
            "untilName": nameOfUntil(export.state), "until": words.time(export.expiresAt), "note": form["note"] ?? "",
            "mayDecide": export.state == .asked && !isOwn && may(.exportApprove) && may(export.kind.permission),
            "mayNot": export.state == .asked && isOwn, "action": ConsoleLink.exportDecision(id).address,
            "downloads": String(export.downloads), "isReady": export.state == .ready, "isMaking": export.state == .approved,
            "rows": grouped(export.rows),
        ]
        values.merge(more) { $1 }
        if let at = export.decidedAt { values["decided"] = ["at": words.time(at), "said": export.note ?? "–"] }
        if isOwn, export.state == .ready { values["file"] = [ConsoleLink.exportFile(id).address] }
        if let failure = export.failure { values["failure"] = failure }
        return ConsolePage(
            template: "export", title: words("export.one", ["code": export.code]), values: values, refusal: refusal,
            section: export.kind == .cards ? .cards : .trail)
    }

    /// What it is narrowed to, in words, for whoever decides.
    private func narrowed(_ export: StoredExport) async throws -> String {
        var said: [(name: String, value: String)] = []
        if let filter = export.cardFilter {
            if let batch = filter.batch { said.append(("batch", batch)) }
            if let holder = filter.organisation { said.append(("organisation", try await organisation(holder))) }
            if let product = filter.product { said.append(("product", product.text)) }
            if let carrier = filter.carrier { said.append(("carrier", carrierName(carrier))) }
            if let province = filter.province { said.append(("province", String(province))) }
            if let state = filter.state { said.append(("state", state.text.text(in: language))) }
            if let stop = filter.stop { said.append(("stop", stop.text.text(in: language))) }
            if let unit = filter.unit { said.append(("unit", try await unitName(unit))) }
            if let isRegistered = filter.isRegistered { said.append(("registered", realName(isRegistered))) }
        }
        if let filter = export.trailFilter {
            if let from = filter.from { said.append(("from", words.time(from))) }
            if let until = filter.to { said.append(("until", words.time(until))) }
            if let actor = filter.actor { said.append(("actor", try await account(actor))) }
            if let action = filter.action { said.append(("action", actName(action))) }
        }
        guard !said.isEmpty else { return words["export.everything"] }
        return said.map { words["export.filter-\($0.name)"] + words["common.colon"] + $0.value }.joined(separator: " · ")
    }

    /// By the login, where the reader may know it; else by the end of its number.
    private func account(_ id: AccountID) async throws -> String {
        guard id != seat?.account else { return words["trail.you"] }
        let known = try await orNil { try await installation.readAccount(as: principal(), id).login }
        return known ?? String(id.description.suffix(6))
    }

    private func organisation(_ id: OrganisationID) async throws -> String {
        try await orNil { try await installation.readOrganisation(as: principal(), id).name } ?? String(id.description.suffix(6))
    }

    func unitName(_ id: PartyID) async throws -> String {
        try await orNil { try await installation.readUnitName(as: principal(), id) } ?? String(id.description.suffix(6))
    }

    /// What is out of the reader's reach has no name for him.
    private func orNil(_ name: () async throws -> String?) async throws -> String? {
        do {
            return try await name()
        } catch let refusal as Refusal where refusal.kind == .notFound || refusal.kind == .forbidden {
            return nil
        }
    }

    func decideExport() async throws -> Response {
        let id: ExportID = try identifier()
        do {
            guard let verdict = form["verdict"].flatMap({ ExportVerdict(rawValue: $0) }) else { throw Refusal.formUnreadable }
            _ = try await installation.decideExport(as: principal(), id, verdict, note: filled("note"))
            return redirect(to: .export(self.id))
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await write(exportPage(await installation.readExport(as: principal(), id), refusal))
        }
    }

    /// A form fetches it, no link: each look is one on the trail.
    func fetchExport() async throws -> Response {
        let id: ExportID = try identifier()
        do {
            let bytes = Mutex<[UInt8]>([])
            let export = try await installation.fetchExport(as: principal(), id) { chunk in bytes.withLock { $0 += chunk } }
            return Response(
                status: .ok,
                headers: [
                    .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
                    .contentDisposition: "attachment; filename=\"\(export.code).csv\"",
                ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes.withLock { $0 })))
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return try await write(exportPage(await installation.readExport(as: principal(), id), refusal))
        }
    }
}

extension ConsoleVisit {
    /// The address of a form for this kind, with what the list's address says.
    static func asking(_ kind: ExportKind, _ address: String) -> String {
        address + (address.contains("?") ? "&" : "?") + "kind=\(kind.rawValue)"
    }
}
