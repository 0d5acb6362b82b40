import Crypto
import Foundation

/// The keys that wrap every data key. The first is current; the others open what was wrapped before a rotation.
package struct KeyEncryptionKeys: Sendable {
    struct Named: Sendable {
        let id: String
        let key: SymmetricKey
    }

    let current: Named
    let byID: [String: SymmetricKey]

    /// From text: one key a line, `id base64-of-32-bytes`, the current one first. `#` begins a comment.
    package init(text: String) throws(KeyRefusal) {
        var named: [Named] = []
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            let parts = line.split(separator: " ")
            guard parts.count == 2, let bytes = Data(base64Encoded: String(parts[1])), bytes.count == 32 else {
                throw .malformed
            }
            named.append(Named(id: String(parts[0]), key: SymmetricKey(data: bytes)))
        }
        guard let first = named.first else { throw .malformed }
        guard Set(named.map(\.id)).count == named.count, named.allSatisfy({ (1...32).contains($0.id.utf8.count) }) else {
            throw .malformed
        }
        current = first
        byID = Dictionary(uniqueKeysWithValues: named.map { ($0.id, $0.key) })
    }

    /// How many data keys one key may wrap, as nonces are random (NIST SP 800-38D §8.3).
    package static let wrappingsMax: Int64 = 1 << 32

    package var currentID: String { current.id }
    package var ids: [String] { [current.id] + byID.keys.filter { $0 != current.id }.sorted() }

    /// The text of a fresh key put before the keys of `old` (nil: none), as it goes into the key file.
    package static func text(addingFreshKey id: String, to old: String?, chance: inout some RandomNumberGenerator) -> String {
        let bytes = Data((0..<32).map { _ in UInt8.random(in: 0...255, using: &chance) })
        let fresh = "\(id) \(bytes.base64EncodedString())\n"
        return fresh + (old ?? "")
    }
}

/// Why the keys cannot be used. Says where to look, never what was found.
package enum KeyRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    case missing(String)
    case tooOpen(String)
    case malformed
    case unknownKey(String)
    case notOpened

    package var description: String {
        switch self {
        case .missing(let place):
            "the key file \(place) is missing: without it nothing sealed can be read. Put it back from your backup; do not make a new one."
        case .tooOpen(let place): "the key file \(place) can be read by others: chmod 600 it"
        case .malformed: "the keys are not in the form `id base64-of-32-bytes`, one a line"
        case .unknownKey(let id): "something was sealed under key \(id), which is not among the keys given"
        case .notOpened: "a sealed value did not open: wrong key, or it was changed or moved"
        }
    }
}

/// Where the key-encryption keys come from.
package enum KeySource: Sendable {
    case file(String)
    case environment(String)
    case command(String)

    /// Reads the keys; a file must be readable by its owner only.
    package func load() throws -> KeyEncryptionKeys {
        switch self {
        case .file(let path):
            guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
                let mode = attributes[.posixPermissions] as? NSNumber
            else { throw KeyRefusal.missing(path) }
            guard mode.intValue & 0o077 == 0 else { throw KeyRefusal.tooOpen(path) }
            return try KeyEncryptionKeys(text: String(contentsOfFile: path, encoding: .utf8))
        case .environment(let name):
            guard let text = ProcessInfo.processInfo.environment[name] else { throw KeyRefusal.missing("$\(name)") }
            return try KeyEncryptionKeys(text: text)
        case .command(let line):
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", line]
            let output = Pipe()
            process.standardOutput = output
            try process.run()
            let text = output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            guard process.terminationStatus == 0 else { throw KeyRefusal.missing("from the key command") }
            return try KeyEncryptionKeys(text: String(decoding: text, as: UTF8.self))
        }
    }
}
