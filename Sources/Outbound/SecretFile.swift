import Foundation

/// A small file that holds a secret, readable by its owner only.
package enum SecretFile {
    private static let bytesMax = 4_096

    package static func read(_ path: String) throws(SecretFileRefusal) -> String {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let mode = attributes[.posixPermissions] as? NSNumber, let size = attributes[.size] as? NSNumber, size.intValue <= bytesMax,
            let text = try? String(contentsOfFile: path, encoding: .utf8)
        else { throw .unreadable }
        guard mode.intValue & 0o077 == 0 else { throw .tooOpen }
        return text
    }
}

package enum SecretFileRefusal: Error, Hashable, Sendable {
    case unreadable
    /// Others can read it.
    case tooOpen
}
