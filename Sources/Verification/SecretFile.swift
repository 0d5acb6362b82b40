import Foundation

/// A small file that holds a secret and that nobody but its owner may read.
package enum SecretFile {
    package enum Fault: Error, Hashable, Sendable {
        case missing
        case tooOpen
    }

    /// Without the white space around it.
    package static func text(_ path: String) throws(Fault) -> String {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let mode = attributes[.posixPermissions] as? NSNumber, let size = attributes[.size] as? NSNumber, size.intValue <= 4_096,
            let text = try? String(contentsOfFile: path, encoding: .utf8)
        else { throw .missing }
        guard mode.intValue & 0o077 == 0 else { throw .tooOpen }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
