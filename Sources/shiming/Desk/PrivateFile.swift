import Client
import Foundation
import Glibc

/// Files for their owner alone.
enum PrivateFile {
    /// Never over another file. `isOnly`: nobody can make it again, so it is on the disk when this returns. Throws `ClientFailure.file`.
    static func create(_ path: String, _ bytes: Data, isOnly: Bool = false) throws {
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw ClientFailure.file(path: path, reason: errno == EEXIST ? "is there already" : "cannot be written")
        }
        try fill(descriptor, bytes, path, isOnly: isOnly)
    }

    /// What stands in a file that was created. Throws `ClientFailure.file`.
    static func replace(_ path: String, _ bytes: Data) throws {
        let descriptor = open(path, O_TRUNC | O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ClientFailure.file(path: path, reason: "cannot be written") }
        try fill(descriptor, bytes, path, isOnly: false)
    }

    private static func fill(_ descriptor: Int32, _ bytes: Data, _ path: String, isOnly: Bool) throws {
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try file.write(contentsOf: bytes)
            if isOnly { try file.synchronize() }
            try file.close()
        } catch {
            throw ClientFailure.file(path: path, reason: "cannot be written")
        }
    }
}
