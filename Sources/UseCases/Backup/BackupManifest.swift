import Foundation
import Ledger
import Records
import Registry
import SQLCore
import Vault

/// What a backup is of, and what it holds; the last thing written, so that half a backup has none.
package struct BackupManifest: Hashable, Sendable, Codable {
    package struct Step: Hashable, Sendable, Codable {
        package let number: Int64
        package let name: String
        /// As text: JSON's integers are too short for it.
        package let checksum: String
    }

    package var format: Int
    /// UTC milliseconds.
    package var takenAt: Int64
    package var schema: [Step]
    /// Size and root of the trail's newest head, hexadecimal; 0 and empty before the first.
    package var trailSize: UInt64
    package var trailRoot: String
    /// The key-encryption keys without which it cannot be read. They are not in it.
    package var keys: [String]
    package var hasEvidence: Bool
    package var pieces: Int
    /// Pieces that were lost or damaged already, and are not in it.
    package var lackingPieces: [String]
    package var files: Int
    package var bytes: Int64
    /// Of the list of files.
    package var listDigest: String

    package static let formatNow = 1
    package static let fileName = "manifest.json"
    static let tagName = "manifest.tag"
    static let listName = "files.sha256"
    static let databaseName = "shiming.sqlite"
    private static let purpose: StaticString = "backup-manifest"

    // MARK: Written and read

    func write(into folder: String, with vault: Vault) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        let bytes = try Array(encoder.encode(self))
        guard let tag = vault.tag(bytes, purpose: Self.purpose) else { throw BackupRefusal.forged }
        try BackupFile.write(Array("\(tag.under) \(Hex.text(tag.tag))\n".utf8), to: "\(folder)/\(Self.tagName)")
        // Under its name when it is whole.
        try BackupFile.write(bytes, to: "\(folder)/\(Self.fileName)")
    }

    /// Throws `BackupRefusal`.
    static func read(from folder: String, with vault: Vault) throws -> BackupManifest {
        guard FileManager.default.fileExists(atPath: folder) else { throw BackupRefusal.nothing(folder) }
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(fileName)"),
            let tagText = FileManager.default.contents(atPath: "\(folder)/\(tagName)").map({ String(decoding: $0, as: UTF8.self) })
        else { throw BackupRefusal.half }
        let parts = tagText.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { throw BackupRefusal.forged }
        guard let tag = vault.tag(Array(data), purpose: purpose, under: parts[0]) else { throw BackupRefusal.keyUnknown(parts[0]) }
        guard "\(Hex.text(tag.tag))\n" == parts[1] else { throw BackupRefusal.forged }
        guard let manifest = try? JSONDecoder().decode(Self.self, from: data), manifest.format == formatNow else {
            throw BackupRefusal.otherFormat
        }
        return manifest
    }

    /// Throws `MigrationRefusal` when a program as old as this cannot read it.
    func demandKnownSchema() throws {
        let known = Schema.migrations
        let newest = known.map(\.number).max() ?? 0
        if let last = schema.last, last.number > newest { throw MigrationRefusal.newerThanProgram(found: last.number, known: newest) }
        for step in schema {
            guard known.contains(where: { $0.number == step.number && String($0.checksum) == step.checksum }) else {
                throw MigrationRefusal.changedStep(number: step.number, name: step.name)
            }
        }
    }
}

/// Why a backup cannot be made or returned. Names places, never what stands in them.
package enum BackupRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    case nothing(String)
    case notEmpty(String)
    case half
    case forged
    case keyUnknown(String)
    case otherFormat
    case fileLacking(String)
    case fileChanged(String)
    case trailDiffers
    case databaseInUse
    case evidenceElsewhere
    case unsound(Int)

    package var description: String {
        switch self {
        case .nothing(let place): "there is no backup in \(place)"
        case .notEmpty(let place): "\(place) is not empty"
        case .half: "this is half a backup: it was cut off before its manifest was written"
        case .forged: "the manifest is not what the backup wrote: do not use it"
        case .keyUnknown(let name): "the backup was made under key \(name), which is not among the keys given"
        case .otherFormat: "the manifest is of another program"
        case .fileLacking(let name): "\(name) is missing in the backup"
        case .fileChanged(let name): "\(name) is not what the backup wrote"
        case .trailDiffers: "the trail in the backup's database does not end as the manifest says"
        case .databaseInUse: "somebody else has the backup's database open"
        case .evidenceElsewhere: "the backup is without evidence: name where it is kept (--evidence s3://…)"
        case .unsound(let findings): "the returned store is not sound: \(findings) findings"
        }
    }
}
