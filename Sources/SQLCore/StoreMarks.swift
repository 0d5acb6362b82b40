/// What a store knows of itself as a store, apart from the installation's data: whether it may be written, and how far a copy into it is.
/// Never copied. The table is made beside `schema_step`, before any step.
package enum StoreMarks {
    /// There while the store's data is being moved, and after it was: nothing may be written.
    package static let stopped = "writes-stopped"

    static let definition = """
        CREATE TABLE IF NOT EXISTS store_mark (
            name {text} PRIMARY KEY NOT NULL, value {text} NOT NULL, recorded_at {int} NOT NULL){clustered}
        """

    package static func find(_ name: String, in session: any Session) throws -> String? {
        try session.first("SELECT value FROM store_mark WHERE name = \(name)") { $0.text(0) }
    }

    package static func set(_ name: String, to value: String, at now: Int64, in session: any Session) throws {
        try session.run(
            """
            INSERT INTO store_mark (name, value, recorded_at) VALUES (\(name), \(value), \(now))
            ON CONFLICT (name) DO UPDATE SET value = excluded.value, recorded_at = excluded.recorded_at
            """)
    }

    package static func clear(_ name: String, in session: any Session) throws {
        try session.run("DELETE FROM store_mark WHERE name = \(name)")
    }

    package static func all(startingWith prefix: String, in session: any Session) throws -> [(name: String, value: String)] {
        try session.all("SELECT name, value FROM store_mark ORDER BY name") { (name: $0.text(0), value: $0.text(1)) }
            .filter { $0.name.hasPrefix(prefix) }
    }
}
