import Records
import SQLCore
import Testing

/// A table that comes into the schema comes into the check: every column that leads to a row elsewhere, and every one that may be sealed.
@Suite("The check leaves no column of the schema out")
struct CheckedColumnsTests {
    /// Columns that lead nowhere and are not sealed, or are looked at by another check, and why; by their name wherever it stands.
    private static let names: [String: String] = [
        "id": own, "hash": own, "family": own, "entry": "the trail's own check and that of bulks follow it",
        "organisation": places, "from_organisation": places, "to_organisation": places, "parent": engine, "agent": engine,
        "account": people, "actor": people, "reviewer": people, "second_reviewer": people,
        "sha256": hashes, "file_hash": hashes, "file_sha256": hashes, "body_hash": hashes, "name_hash": hashes, "commitment": hashes,
        "mark": hashes, "leaf_hash": hashes, "root": hashes, "frontier": hashes, "hashes": hashes, "occasion": hashes,
        "device": hashes, "detail": hidden, "excerpts": hidden, "excerpts_sought": hidden, "sightings": "days and devices, of one card",
        "request": foreign, "reference": foreign, "order_id": foreign, "spool": "the name of a file",
        "key_a": custodians, "key_b": custodians, "challenge_a": custodians, "challenge_b": custodians, "check_a": custodians,
        "check_b": custodians, "proof_a": custodians, "proof_b": custodians, "half_a": custodians, "half_b": custodians,
        "public_key": custodians, "custodian": custodians,
    ]
    /// The same of one column only.
    private static let columns: [String: String] = [
        "attempt.key": hashes, "carrier_turn.holder": "a server, as long as it runs", "installation_secret.key_id": own,
        "opening_answer.sealed": custodians,
        "part_consent.unit": hashes, "part_completion.unit": hashes,
        "trail_subject.subject": "the trail's own check compares it with the entry",
        "card_change.unit": again, "card_change_pending.unit": again, "webhook_event.webhook": again,
        "callback.webhook": "a webhook may be deleted before what is told under its secret",
        "life_setting.product": "0 stands for every product",
    ]
    private static let own = "a key of its own"
    private static let hashes = "a hash"
    private static let hidden = "a reading, made unlike itself by a secret"
    private static let engine = "the engine demands it"
    private static let places = "a place in the tree, told beside its path; organisations are never deleted"
    private static let people = "who did it; accounts are never deleted"
    private static let foreign = "what somebody else calls it"
    private static let custodians = "of the custodians' exchange: only they open it"
    private static let again = "says again what is registered elsewhere, and is forgotten"

    private static let tables = Set(Schema.tables.map(\.name))

    /// Bytes are the key of a row, a hash or something sealed; a number leads to a row where it bears a table's name.
    private static func mayMatter(_ column: (name: String, type: Schema.ColumnType)) -> Bool {
        column.type == .blob || column.type == .int && tables.contains(column.name)
    }

    @Test func `every column that may lead to a row or be sealed is followed, opened, or named here with its reason`() {
        var judged = 0
        for table in Schema.tables {
            for column in table.columns where Self.mayMatter(column) && !column.name.hasSuffix("_by") {
                judged += 1
                let place = "\(table.name).\(column.name)"
                let isChecked = ReferenceCheck.followed.contains(place) || SealedCheck.opened.contains(place)
                #expect(isChecked || Self.names[column.name] != nil || Self.columns[place] != nil, "\(place) is in no list")
            }
        }
        #expect(judged > 200, "\(judged)")
    }

    @Test func `what the lists name stands in the schema`() {
        let all = Set(Schema.tables.flatMap { table in table.columns.map { "\(table.name).\($0.name)" } })
        #expect(ReferenceCheck.followed.subtracting(all) == [])
        #expect(SealedCheck.opened.subtracting(all) == [])
        #expect(Set(Self.columns.keys).subtracting(all) == [])
        let names = Set(Schema.tables.flatMap { $0.columns.map(\.name) })
        #expect(Set(Self.names.keys).subtracting(names) == [])
    }

    @Test func `what is called sealed is opened, whatever else is said of it`() {
        for table in Schema.tables {
            for column in table.columns where column.name.hasPrefix("sealed") && column.type == .blob {
                let place = "\(table.name).\(column.name)"
                #expect(SealedCheck.opened.contains(place) || Self.columns[place] != nil, "\(place)")
            }
        }
    }
}
