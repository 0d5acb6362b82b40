import Ledger
import Registry

/// What was done, by whom, to what: canonical JSON (RFC 8785), final from the first release (docs/trail-format.md).
package enum TrailEntry {
    package static let formatVersion: Int64 = 1

    static func body(
        id: Identifier<TrailEntry>, at: Instant, actor: Principal, action: TrailAction, purpose: String?,
        subjects: [(SubjectKind, [UInt8])], data: [(String, JSONValue)], facts: [JSONValue]
    ) -> JSONValue {
        let actorValue: JSONValue = [
            "account": .string(actor.account.description), "means": .string(actor.means.rawValue),
            "organisation": .string(actor.organisation.description),
        ]
        let subjectValues = subjects.map { kind, subject -> JSONValue in
            ["id": .string(subject.hex), "kind": .string(kind.rawValue)]
        }
        var members: [String: JSONValue] = [
            "action": .string(action.name), "actor": actorValue, "at": .integer(at.milliseconds),
            "data": .object(Dictionary(data, uniquingKeysWith: { $1 })), "facts": .array(facts), "id": .string(id.description),
            "subjects": .array(subjectValues), "version": .integer(formatVersion),
        ]
        if let purpose { members["purpose"] = .string(purpose) }
        return .object(members)
    }
}

/// The name of an act: `noun.past-participle`. Each noun declares its own beside its use cases.
package struct TrailAction: Hashable, Sendable {
    package let name: String

    package init(_ name: StaticString) {
        self.name = name.description
    }
}
