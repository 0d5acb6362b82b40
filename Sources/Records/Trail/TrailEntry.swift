import Ledger
import Registry

/// What was done, by whom, to what: canonical JSON (RFC 8785), final from the first release (docs/trail-format.md).
package enum TrailEntry {
    package static let formatVersion: Int64 = 1

    static func body(
        id: Identifier<TrailEntry>, at: Instant, actor: Principal, action: TrailAction, purpose: String?,
        subjects: [(SubjectKind, [UInt8])], data: [(String, JSONValue)], facts: [JSONValue]
    ) throws -> JSONValue {
        let actorValue: JSONValue = [
            "account": .string(actor.account.description), "means": .string(actor.means.rawValue),
            "organisation": .string(actor.organisation.description),
        ]
        let subjectValues = subjects.map { kind, subject -> JSONValue in
            ["id": .string(Hex.text(subject)), "kind": .string(kind.rawValue)]
        }
        var members: [JSONObject.Member] = [
            .init(key: "action", value: .string(action.name)), .init(key: "actor", value: actorValue),
            .init(key: "at", value: .integer(at.milliseconds)), .init(key: "data", value: try object(data)),
            .init(key: "facts", value: .array(facts)), .init(key: "id", value: .string(id.description)),
            .init(key: "subjects", value: .array(subjectValues)), .init(key: "version", value: .integer(formatVersion)),
        ]
        if let purpose { members.append(.init(key: "purpose", value: .string(purpose))) }
        guard let object = JSONObject(members: members) else { throw UnreadableRow("trail_entry", "body") }
        return .object(object)
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
