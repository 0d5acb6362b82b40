import SQLCore

/// PostgreSQL's answers to the dialect's holes. Texts compare by their bytes, as on SQLite.
package struct PostgresDialect: Dialect {
    /// Locks belong to transactions that write.
    private let locksRows: Bool
    private let partitions: Int

    package init(locksRows: Bool = true, partitions: Int = 16) {
        self.locksRows = locksRows
        self.partitions = partitions
    }

    package let name = "postgres"
    package let intType = "BIGINT"
    package let textType = "TEXT COLLATE \"C\""
    package let blobType = "BYTEA"
    package let tableSuffix = ""
    package let clusteredSuffix = ""
    package var rowLock: SQLText { locksRows ? " FOR UPDATE" : "" }
    package var skipLocked: SQLText { locksRows ? " FOR UPDATE SKIP LOCKED" : "" }
    package var migrationLock: SQLText? { "SELECT pg_advisory_xact_lock(hashtextextended('shiming schema ' || current_schema(), 0))" }
    package let actOrder: SQLText? = "txid_current()"

    package func partition(table: String, by column: String) -> (suffix: String, statements: [String])? {
        guard partitions > 1 else { return nil }
        let pieces = (0..<partitions).map {
            "CREATE TABLE \(table)_p\($0) PARTITION OF \(table) FOR VALUES WITH (MODULUS \(partitions), REMAINDER \($0))"
        }
        return (" PARTITION BY HASH (\(column))", pieces)
    }

    /// A row is guarded by a trigger, which partitions inherit; emptying a table by one more, which they do not.
    /// There is no replacing insert: `ON CONFLICT DO UPDATE` is an update.
    package func appendOnlyGuard(table: String, keys: [[String]]) -> [String] {
        let function = """
            CREATE OR REPLACE FUNCTION shiming_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $refuse$
            BEGIN
                RAISE EXCEPTION USING ERRCODE = '\(PostgresState.appendOnly)',
                    MESSAGE = 'append-only: ' || TG_TABLE_NAME || CASE TG_OP WHEN 'UPDATE' THEN ' is never updated'
                        WHEN 'DELETE' THEN ' is never deleted' ELSE ' is never emptied' END;
            END $refuse$
            """
        let rows = """
            CREATE TRIGGER \(table)_never_changed BEFORE UPDATE OR DELETE ON \(table)
            FOR EACH ROW EXECUTE FUNCTION shiming_refuse_change()
            """
        let emptying = """
            DO $guard$
            DECLARE one regclass;
            BEGIN
                FOR one IN SELECT '\(table)'::regclass UNION SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = '\(table)'::regclass
                LOOP
                    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %s EXECUTE FUNCTION shiming_refuse_change()', one);
                END LOOP;
            END $guard$
            """
        return [function, rows, emptying]
    }
}
