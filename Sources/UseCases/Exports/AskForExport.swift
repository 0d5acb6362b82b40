import Ledger
import Records
import Registry
import SQLCore

extension TrailAction {
    static let exportAsked = TrailAction("export.asked")
    static let exportApproved = TrailAction("export.approved")
    static let exportRefused = TrailAction("export.refused")
}

/// What somebody wants as a file, and why.
package struct ExportWish: Sendable {
    package var kind: ExportKind
    package var cards = CardFilter()
    package var trail = TrailFilter()
    /// The usual ones where none is named.
    package var columns: [ExportColumn] = []
    /// Whether numbers of cards are shown by their ends alone.
    package var isMasked = true
    package var reason: String
    package var language = ReaderLanguage.chinese

    package init(_ kind: ExportKind, reason: String) {
        self.kind = kind
        self.reason = reason
    }
}

extension Installation {
    /// Asks for a file of what one may read. Nobody exports alone: a second person decides (R-DP-19).
    /// Throws `purpose-needed`, `export-column-unknown`, and what is wrong with the reason as a text that stands in clear.
    package func askForExport(as principal: Principal, _ wish: ExportWish) async throws -> StoredExport {
        try Purpose.demand(wish.reason, today: chinaDay(), at: "/reason")
        let columns = wish.columns.isEmpty ? ExportColumn.usual(of: wish.kind) : wish.columns
        guard Set(columns).count == columns.count, columns.allSatisfy({ ExportColumn.all(of: wish.kind).contains($0) }) else {
            throw Refusal.exportColumnUnknown
        }
        try TrailActionName.demand(wish.trail.action)
        if wish.kind == .cards { try wish.cards.demand(of: principal) }
        if let batch = wish.cards.batch { try OpenText(today: chinaDay()).demand(batch, at: "/cards/batch") }
        return try await act(as: principal, .exportAsked, needs: wish.kind.permission, purpose: wish.reason) { act in
            guard principal.means != .apiKey else { throw Refusal.exportByPeople }
            guard let place = try OrganisationRecords.find(principal.organisation, within: .everything, in: act.session) else {
                throw Refusal.notFound
            }
            let id: ExportID = act.fresh()
            let filter = try wish.kind == .cards ? wish.cards.exportText() : wish.trail.exportText()
            try act.register(
                .exportRequest,
                [
                    id, PublicCode.make("EX-", by: act.installation.chance), place.id, place.path, wish.kind.rawValue, filter,
                    columns.map(\.rawValue).joined(separator: ","), wish.isMasked, wish.language.rawValue, wish.reason, act.now,
                    principal.account,
                ])
            try ExportRecords.open(
                id, path: place.path, by: principal.account, until: act.now.adding(seconds: act.installation.settings.exportHours * 3_600),
                in: act.session)
            guard let stored = try ExportRecords.find(id, in: act.session) else { throw Refusal.notFound }
            act.note(stored)
            return stored
        }
    }

    /// Approves or refuses another's export within one's scope. Whoever shows numbers in full must be allowed to reveal.
    /// Throws `not-found`, `own-export`, `export-by-people`, `linked-seat`, `export-decided`.
    package func decideExport(
        as principal: Principal, _ id: ExportID, _ verdict: ExportVerdict, note: String?
    ) async throws -> StoredExport {
        if let note, !note.isEmpty { try Purpose.demand(note, today: chinaDay(), at: "/note") }
        let said = note.flatMap { $0.isEmpty ? nil : $0 }
        return try await act(as: principal, verdict == .approve ? .exportApproved : .exportRefused, needs: .exportApprove) { act in
            guard let stored = try ExportRecords.find(id, by: principal.account, deciding: principal.scope, in: act.session) else {
                throw Refusal.notFound
            }
            guard stored.askedBy != principal.account else { throw Refusal.ownExport }
            guard principal.means != .apiKey else { throw Refusal.exportByPeople }
            // A seat linked to a unit exports the unit's cards at every agent; no agent above it decides about those of others.
            try act.demandNoForeignSeat(stored.organisation)
            try principal.demand(stored.kind.permission)
            if verdict == .approve, !stored.isMasked { try principal.demand(.reveal) }
            let until = act.now.adding(seconds: act.installation.settings.exportHours * 3_600)
            guard
                try ExportRecords.decide(id, verdict == .approve ? .approved : .refused, until: until, at: act.now, in: act.session)
            else { throw Refusal.exportDecided }
            try act.register(.exportDecision, [id, verdict.rawValue, said, act.now, principal.account])
            act.note(stored)
            guard let decided = try ExportRecords.find(id, in: act.session) else { throw Refusal.notFound }
            return decided
        }
    }

    package func readExport(as principal: Principal, _ id: ExportID) async throws -> StoredExport {
        try await look(as: principal, needs: nil) { session in
            try principal.demandExports()
            guard
                let stored = try ExportRecords.find(id, by: principal.account, deciding: principal.decidingScope, in: session)
            else { throw Refusal.notFound }
            return stored
        }
    }

    /// One's own, and those one may decide about; the newest first.
    package func listExports(
        as principal: Principal, state: ExportState? = nil, before: ExportID? = nil, limit: Int? = nil
    ) async throws -> Page<StoredExport, ExportID> {
        let limit = settings.rows(limit)
        return try await look(as: principal, needs: nil) { session in
            try principal.demandExports()
            return Page(
                try ExportRecords.page(
                    by: principal.account, deciding: principal.decidingScope, state: state, before: before, limit: limit + 1, in: session),
                limit: limit
            ) { $0.id }
        }
    }

    /// How many of others wait for one's decision, up to `most`.
    package func countExports(as principal: Principal, most: Int) async throws -> Int {
        try await look(as: principal, needs: .exportApprove) { session in
            try ExportRecords.waiting(for: principal.account, within: principal.scope, most: most, in: session)
        }
    }
}

extension Principal {
    fileprivate var decidingScope: Scope? { permissions.contains(.exportApprove) ? scope : nil }

    /// Whoever may read what can be exported, or decide about it.
    fileprivate func demandExports() throws(Refusal) {
        guard !permissions.isDisjoint(with: [.cardRead, .trailRead, .exportApprove]) else { throw .notPermitted }
    }
}

extension Act {
    /// What the trail says of an export beside who and when.
    func note(_ export: StoredExport) {
        recording.about(.export, export.id)
        recording.note("code", .string(export.code))
        recording.note("kind", .string(export.kind.rawValue))
        recording.note("masked", .bool(export.isMasked))
    }
}

extension Refusal {
    package static let exportColumnUnknown = Refusal(
        "export-column-unknown", .invalid, house: .form, en: "A column does not exist, or stands twice.", zh: "列不存在或重复。",
        mend: LocalText(en: "Choose each column once, of those this export has.", zh: "请从该类导出的列中选择，每列一次。"), pointer: "/columns")
    package static let ownExport = Refusal(
        "own-export", .forbidden, requirements: ["R-DP-19"], en: "Nobody approves what he asked for himself.", zh: "申请人不得审批本人的导出申请。",
        mend: LocalText(en: "Ask a colleague with that permission.", zh: "请由具有相应权限的同事审批。"))
    package static let exportDecided = Refusal(
        "export-decided", .conflict, house: .states, en: "This export is decided already, or its time is over.", zh: "该导出申请已处理或已过期。",
        mend: LocalText(en: "Read it again; what lapsed is asked for anew.", zh: "请重新查看；已过期的请重新申请。"))
    package static let exportByPeople = Refusal(
        "export-by-people", .forbidden, requirements: ["R-DP-19"], en: "Programs export nothing: a person asks and a person approves.",
        zh: "程序不得导出数据，须由人员申请并由他人审批。", mend: LocalText(en: "Sign in and ask for it; programs read page by page.", zh: "请登录后申请；程序请分页读取。"))
}
