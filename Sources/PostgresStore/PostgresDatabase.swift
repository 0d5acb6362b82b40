import Foundation
import SQLCore

/// What a database must be before it is used, and what an application's login may do in it.
package enum PostgresDatabase {
    /// Every open store holds this lock shared; a command that must be alone takes it for itself.
    private static let lockKey = "hashtextextended('shiming server ' || current_schema(), 0)"

    /// The connection that keeps others out, where that is asked. Throws `lockedByAnotherServer`.
    static func lock(_ connection: PostgresConnection, exclusively: Bool) throws {
        let way = exclusively ? "pg_try_advisory_lock" : "pg_try_advisory_lock_shared"
        guard let result = try connection.simply("SELECT \(way)(\(lockKey))"), PostgresRow(result: result).text(0) == "t" else {
            throw SQLFailure(
                .lockedByAnotherServer, exclusively ? "a server has this database open" : "a command has this database to itself")
        }
    }

    /// Whether an installation's tables are there.
    package static func hasSchema(_ connectionString: String, limits: PostgresLimits) async throws -> Bool {
        try await onOwnThread {
            try withConnection(connectionString, limits) { connection in
                let result = try connection.simply("SELECT to_regclass('schema_step') IS NOT NULL")
                return result.map { PostgresRow(result: $0).text(0) } == "t"
            }
        }
    }

    /// Judges the server's settings and makes what the engine itself needs. Blocks.
    static func prepare(_ connectionString: String, _ limits: PostgresLimits) throws {
        try withConnection(connectionString, limits) { connection in
            try demand("server_encoding", ["UTF8"], connection)
            try demand("fsync", ["on"], connection)
            // `off` would acknowledge what is not durable.
            try demand("synchronous_commit", ["on", "remote_write", "remote_apply", "local"], connection)
            if let schema = limits.schema { try connection.simply("CREATE SCHEMA IF NOT EXISTS \"\(schema)\"") }
            let isThere = try connection.simply("SELECT to_regclass('store_commit') IS NOT NULL")
            if isThere.map({ PostgresRow(result: $0).text(0) }) != "t" {
                try connection.simply(
                    """
                    BEGIN; SELECT pg_advisory_xact_lock(hashtextextended('shiming schema ' || current_schema(), 0));
                    CREATE TABLE IF NOT EXISTS store_commit (slot BIGINT PRIMARY KEY, mark BIGINT NOT NULL, made_at timestamptz NOT NULL)
                        WITH (fillfactor = 30); COMMIT
                    """)
            }
            try connection.simply("DELETE FROM store_commit WHERE made_at < now() - interval '1 day'")
        }
    }

    private static func demand(_ name: String, _ allowed: [String], _ connection: PostgresConnection) throws {
        guard let result = try connection.simply("SHOW \(name)") else { return }
        let value = PostgresRow(result: result).text(0)
        guard allowed.contains(value) else {
            throw SQLFailure(.misuse, "the server's \(name) is \(value); it must be \(allowed.joined(separator: " or "))")
        }
    }

    /// Lets `role` work and no more: on the append-only tables it reads and adds, on the others it also changes and deletes.
    /// As the owner of the tables.
    package static func grant(to role: String, appendOnly: [String], owner connectionString: String, limits: PostgresLimits) async throws {
        try await onOwnThread {
            try withConnection(connectionString, limits) { connection in
                let name = "\"" + role.replacing("\"", with: "\"\"") + "\""
                let guarded = appendOnly.map { "'\($0)'" }.joined(separator: ", ")
                try connection.simply(
                    """
                    DO $grant$
                    DECLARE one record;
                    BEGIN
                        EXECUTE format('GRANT USAGE ON SCHEMA %I TO \(name)', current_schema());
                        FOR one IN SELECT c.relname AS name, COALESCE(p.relname, c.relname) AS whole FROM pg_class c
                            LEFT JOIN pg_inherits i ON i.inhrelid = c.oid LEFT JOIN pg_class p ON p.oid = i.inhparent
                            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
                        LOOP
                            EXECUTE format('REVOKE ALL ON %I FROM \(name)', one.name);
                            EXECUTE format('GRANT SELECT, INSERT ON %I TO \(name)', one.name);
                            IF one.whole NOT IN (\(guarded)) AND one.whole <> 'schema_step' THEN
                                EXECUTE format('GRANT UPDATE, DELETE ON %I TO \(name)', one.name);
                            END IF;
                        END LOOP;
                    END $grant$
                    """)
            }
        }
    }

    /// Who the connection string signs in as.
    package static func role(of connectionString: String, limits: PostgresLimits) async throws -> String {
        try await onOwnThread {
            try withConnection(connectionString, limits) { connection in
                try connection.simply("SELECT session_user").map { PostgresRow(result: $0).text(0) } ?? ""
            }
        }
    }

    /// Whether the connection's login could change one of these tables were it not for the triggers.
    package static func mayChange(_ tables: [String], _ connectionString: String, limits: PostgresLimits) async throws -> Bool {
        try await onOwnThread {
            try withConnection(connectionString, limits) { connection in
                let names = tables.map { "'\($0)'" }.joined(separator: ", ")
                let result = try connection.simply(
                    """
                    SELECT count(*) FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relname IN (\(names))
                        AND has_table_privilege(oid, 'UPDATE, DELETE, TRUNCATE')
                    """)
                return result.map { PostgresRow(result: $0).text(0) } != "0"
            }
        }
    }

    static func withConnection<Value>(
        _ connectionString: String, _ limits: PostgresLimits, _ body: (PostgresConnection) throws -> Value
    ) throws -> Value {
        do {
            return try body(try PostgresConnection(connectionString, limits))
        } catch let fault as PostgresFault {
            throw fault.failure
        }
    }

    private static func onOwnThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
        }
    }
}
