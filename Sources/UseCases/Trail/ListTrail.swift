import Ledger
import Records
import Registry

extension TrailAction {
    static let trailRead = TrailAction("trail.read")
}

extension Installation {
    /// Entries of the trail, newest first. Looking at the trail is itself on the trail: one `trail.read` a call, with the filter.
    package func listTrail(
        as principal: Principal, _ filter: TrailFilter = TrailFilter(), before cursor: TrailCursor? = nil, limit: Int? = nil
    ) async throws -> Page<StoredTrailEntry, TrailCursor> {
        try TrailActionName.demand(filter.action)
        try await act(as: principal, .trailRead, needs: .trailRead) { act in
            for (name, value) in filter.notes { act.recording.note(name, value) }
            if let cursor { act.recording.note("before", .integer(cursor.recordedAt.milliseconds)) }
        }
        let limit = settings.rows(limit)
        return try await look(as: principal, needs: .trailRead) { session in
            let found = try TrailRecords.list(filter, principal.scope, before: cursor, limit: limit + 1, in: session)
            return Page(found, limit: limit) { TrailCursor(recordedAt: $0.recordedAt, entry: $0.id) }
        }
    }
}

extension TrailFilter {
    /// What an entry says of it: ids, times and names of acts, never personal data.
    var notes: [(String, JSONValue)] {
        var notes: [(String, JSONValue)] = []
        if let from { notes.append(("from", .integer(from.milliseconds))) }
        if let to { notes.append(("to", .integer(to.milliseconds))) }
        if let actor { notes.append(("actor", .string(actor.description))) }
        if let action { notes.append(("action", .string(action))) }
        if let subject {
            notes.append(("subject", ["id": .string(Hex.text(subject.id)), "kind": .string(subject.kind.rawValue)]))
        }
        return notes
    }
}

/// The name of an act as a filter: only what such a name can be gets onto the trail.
enum TrailActionName {
    static func demand(_ name: String?) throws(Refusal) {
        guard let name else { return }
        let isWellFormed =
            (1...60).contains(name.utf8.count)
            && name.utf8.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
            }
        guard isWellFormed else { throw .actionMalformed }
    }
}

extension Refusal {
    static let actionMalformed = Refusal(
        "action-malformed", .malformed, house: .form, en: "This is not the name of an act.", zh: "操作名称格式不正确。",
        mend: LocalText(en: "Use a name as entries show it, for example evidence.opened.", zh: "请使用记录中的操作名称，例如 evidence.opened。"),
        pointer: "/action")
}
