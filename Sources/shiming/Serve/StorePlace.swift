import ArgumentParser
import Foundation
import PostgresStore
import Records
import Registry
import SQLCore
import SQLiteStore
import UseCases

/// Where the tables are: a file in the data folder, or a PostgreSQL that several servers share.
enum StorePlace: Sendable {
    case file(Folders)
    /// - Parameter owner: signs in as the tables' owner, for changes of the schema; nil: `server` owns them.
    case postgres(server: String, owner: String?, PostgresLimits)

    /// - Parameter replica: standbys that answer a server what may be old.
    init(_ options: StoreOptions, replica: String? = nil, folders: Folders, environment: [String: String]) throws {
        func value(_ option: String?, _ name: String) -> String? { option ?? environment["SHIMING_" + name] }
        let owner = value(options.storeOwner, "STORE_OWNER")
        guard let server = value(options.store, "STORE") else {
            guard owner == nil, replica == nil else { throw ValidationError("--store-owner and --replica go with --store") }
            self = .file(folders)
            return
        }
        for text in [server, owner, replica].compactMap(\.self) where !Self.isServer(text) {
            throw ValidationError("--store, --store-owner and --replica begin with postgres://")
        }
        var limits = try Self.limits(environment)
        limits.replicas = replica
        self = .postgres(server: server, owner: owner, limits)
    }

    /// As one argument: a data folder, or postgres://…
    init(named text: String, environment: [String: String]) throws {
        self = Self.isServer(text) ? .postgres(server: text, owner: nil, try Self.limits(environment)) : .file(Folders(root: text))
    }

    private static func isServer(_ text: String) -> Bool { text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") }

    private static func limits(_ environment: [String: String]) throws -> PostgresLimits {
        var limits = PostgresLimits()
        for (setting, path) in PostgresLimits.named {
            guard let text = environment["SHIMING_STORE_" + setting.uppercased().replacing("-", with: "_")] else { continue }
            guard let value = Int(text), (1...10_000).contains(value) else {
                throw ValidationError("the environment's store setting \(setting) is not a number from 1 to 10000")
            }
            limits[keyPath: path] = value
        }
        return limits
    }

    /// The data folder; nil where there is none.
    var folders: Folders? { if case .file(let folders) = self { folders } else { nil } }

    /// The database of a backup, or one that is made from it, for the caller alone.
    static func databaseFile(_ path: String) throws -> any Store { try SQLiteStore(path: path) }

    /// Opens one side of a copy, its schema as it is.
    /// - Parameter isServed: whether a server may have it open beside us.
    func openForCopy(isServed: Bool) async throws -> any Store {
        switch self {
        case .file(let folders):
            try FileManager.default.createDirectory(
                atPath: folders.root, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            return try SQLiteStore(path: folders.database, exclusive: !isServed)
        case .postgres(let server, _, var limits):
            limits.isExclusive = !isServed
            return try await PostgresStore.open(server, limits: limits)
        }
    }

    /// Whether other servers may be at work on it.
    var isShared: Bool { if case .postgres = self { true } else { false } }

    /// Whether there is a database already: then new keys would hide a loss.
    func exists() async throws -> Bool {
        switch self {
        case .file(let folders): FileManager.default.fileExists(atPath: folders.database)
        case .postgres(let server, let owner, let limits): try await PostgresDatabase.hasSchema(owner ?? server, limits: limits)
        }
    }

    /// Opens the store, with its schema up to date unless it is only to be looked at.
    /// - Parameter exclusive: whether a running server forbids it; what may run beside one changes nothing.
    /// - Parameter sharedCommitMax: writes that share one commit of the file.
    func open(exclusive: Bool, asServer: Bool, sharedCommitMax: Int = 256) async throws -> any Store {
        switch self {
        case .file(let folders):
            return try exclusive
                ? SQLiteStore(path: folders.database, sharedCommitMax: sharedCommitMax) : SQLiteStore(checking: folders.database)
        case .postgres(let server, let owner, var limits):
            if exclusive, let owner { try await prepare(owner, for: server, limits) }
            limits.isExclusive = exclusive && !asServer
            if !asServer { limits.replicas = nil }
            return try await PostgresStore.open(server, limits: limits)
        }
    }

    /// With an owner's login the server's own has no right to change the schema.
    var changesSchema: Bool { if case .postgres(_, .some, _) = self { false } else { true } }

    private func prepare(_ owner: String, for server: String, _ limits: PostgresLimits) async throws {
        var limits = limits
        limits.replicas = nil
        let store = try await PostgresStore.open(owner, limits: limits)
        do {
            try await Installation.migrate(store, now: SystemClock().now())
        } catch {
            await store.close()
            throw error
        }
        await store.close()
        let role = try await PostgresDatabase.role(of: server, limits: limits)
        try await PostgresDatabase.grant(
            to: role, appendOnly: Schema.appendOnlyTables.map(\.table), owner: owner, limits: limits)
    }

    /// Whether nothing but triggers keeps the server's login from changing what is registered.
    func isUnguarded() async throws -> Bool {
        guard case .postgres(let server, _, let limits) = self else { return false }
        return try await PostgresDatabase.mayChange(Schema.appendOnlyTables.map(\.table), server, limits: limits)
    }
}

/// Options of every command that opens the store itself.
struct StoreOptions: ParsableArguments {
    @Option(
        help: """
            PostgreSQL to keep everything in, as libpq writes it: postgres://user@host1,host2/database (default: a file in the data folder). \
            Better in the environment, SHIMING_STORE, with the password where libpq looks for it.
            """)
    var store: String?
    @Option(help: "The same database as its tables' owner; changes the schema at the start, so that the server's own login cannot.")
    var storeOwner: String?
}
