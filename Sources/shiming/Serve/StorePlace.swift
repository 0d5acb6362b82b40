import ArgumentParser
import Foundation
import PostgresStore
import SQLCore
import SQLiteStore
import UseCases

/// A store as it is named on the command line: a data folder, or a PostgreSQL.
enum StorePlace: ExpressibleByArgument, Sendable {
    case folder(Folders)
    case server(String)

    init?(argument: String) {
        guard !argument.isEmpty else { return nil }
        let isServer = argument.hasPrefix("postgres://") || argument.hasPrefix("postgresql://")
        self = isServer ? .server(argument) : .folder(Folders(root: argument))
    }

    var folders: Folders? {
        switch self {
        case .folder(let folders): folders
        case .server: nil
        }
    }

    /// - Parameter isServed: whether a server may have it open beside us.
    func open(isServed: Bool, mayMake: Bool) async throws -> any Store {
        switch self {
        case .server(let address): return try await PostgresStore.open(address)
        case .folder(let folders):
            guard mayMake || FileManager.default.fileExists(atPath: folders.database) else {
                throw ValidationError("there is no database in \(folders.root)")
            }
            try FileManager.default.createDirectory(
                atPath: folders.root, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            return try SQLiteStore(path: folders.database, exclusive: !isServed)
        }
    }
}
