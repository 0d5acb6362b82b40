import Foundation
import Glibc

/// A file for its owner's eyes only (0600, in a folder of 0700 where there is none).
enum OwnersFile {
    /// Replaces the file as one step; a program that is stopped in between leaves the old one.
    static func replace(_ path: String, with value: some Encodable) throws(ClientFailure) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        do {
            try makeFolder(of: path)
            let data = try encoder.encode(value)
            let draft = path + ".\(getpid())"
            try? FileManager.default.removeItem(atPath: draft)
            let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw ClientFailure.file(path: draft, reason: String(cString: strerror(errno))) }
            let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
            try handle.write(contentsOf: data)
            try handle.close()
            guard rename(draft, path) == 0 else { throw ClientFailure.file(path: path, reason: String(cString: strerror(errno))) }
        } catch let failure as ClientFailure {
            throw failure
        } catch {
            throw .file(path: path, reason: error.localizedDescription)
        }
    }

    /// A name alone lies in the folder one is in.
    static func makeFolder(of path: String) throws {
        let folder = (path as NSString).deletingLastPathComponent
        guard !folder.isEmpty else { return }
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
}
