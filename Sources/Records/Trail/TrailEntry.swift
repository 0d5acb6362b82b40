import Ledger
import Registry

/// What was done, by whom, to what: canonical JSON (RFC 8785), final from the first release (docs/trail-format.md).
package enum TrailEntry {
    package static let formatVersion: Int64 = 1

    /// `facts`: canonical already. Throws where a name stands twice among `data`.
    static func text(
        id: Identifier<TrailEntry>, at: Instant, actor: Principal, action: TrailAction, purpose: String?,
        subjects: [(SubjectKind, [UInt8])], data: [(String, JSONValue)], facts: [UInt8]
    ) throws -> String {
        var writer = CanonicalJSONWriter(capacity: facts.count + 1_024)
        func text(_ name: StaticString, _ value: String) {
            writer.key(name)
            writer.string(value)
        }
        writer.beginObject()
        text("action", action.name)
        writer.key("actor")
        writer.beginObject()
        text("account", actor.account.description)
        text("means", actor.means.rawValue)
        text("organisation", actor.organisation.description)
        writer.endObject()
        writer.key("at")
        try writer.integer(at.milliseconds)
        writer.key("data")
        try writer.value(object(data))
        writer.key("facts")
        writer.written(facts)
        text("id", id.description)
        if let purpose { text("purpose", purpose) }
        writer.key("subjects")
        writer.beginArray()
        for (kind, subject) in subjects {
            writer.beginObject()
            writer.key("id")
            writer.hexString(subject)
            text("kind", kind.rawValue)
            writer.endObject()
        }
        writer.endArray()
        writer.key("version")
        try writer.integer(formatVersion)
        writer.endObject()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private static func object(_ members: [(String, JSONValue)]) throws -> JSONValue {
        guard let object = JSONObject(members: members.map { JSONObject.Member(key: $0.0, value: $0.1) }) else {
            throw UnreadableRow("trail_entry", "data")
        }
        return .object(object)
    }
}

/// The name of an act: `noun.past-participle`. Each noun declares its own beside its use cases.
package struct TrailAction: Hashable, Sendable {
    package let name: String

    package init(_ name: StaticString) {
        self.name = name.description
    }
}
