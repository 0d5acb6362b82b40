import Contract
import Foundation
import Glibc

/// One signed-in session.
package struct SavedSession: Codable, Hashable, Sendable {
    package var login: String
    package var accessToken: String
    package var refreshToken: String
    package var refreshExpiresAt: String

    package init(_ tokens: Wire.SessionTokens, login: String) {
        self.login = login
        accessToken = tokens.accessToken
        refreshToken = tokens.refreshToken
        refreshExpiresAt = tokens.refreshExpiresAt
    }
}

/// What the file holds: a session a server, and which server was signed in to last.
package struct SavedSessions: Codable, Hashable, Sendable {
    package var server: String?
    package var sessions: [String: SavedSession] = [:]

    package init() {}
}

/// `$XDG_CONFIG_HOME/shiming/session.json`, for its owner's eyes only (0600, in a folder of 0700).
package struct SessionFile: Sendable {
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// Where the XDG base directory specification puts it; nil without a home.
    package static func usual(environment: [String: String]) -> SessionFile? {
        if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") { return SessionFile(path: folder + "/shiming/session.json") }
        guard let home = environment["HOME"], !home.isEmpty else { return nil }
        return SessionFile(path: home + "/.config/shiming/session.json")
    }

    package func read() throws(ClientFailure) -> SavedSessions {
        guard let data = FileManager.default.contents(atPath: path) else { return SavedSessions() }
        do {
            return try JSONDecoder().decode(SavedSessions.self, from: data)
        } catch {
            throw .file(path: path, reason: "not a session file; remove it and sign in again")
        }
    }

    /// Reads, changes and replaces the file as one step; a program that is stopped in between leaves the old one.
    package func change(_ edit: (inout SavedSessions) -> Void) throws(ClientFailure) {
        var saved = try read()
        edit(&saved)
        try OwnersFile.replace(path, with: saved)
    }

    /// The server is the one that is asked from now on, unless another is named.
    package func keep(_ session: SavedSession, for server: ServerAddress) throws(ClientFailure) {
        try change { saved in
            saved.server = server.text
            saved.sessions[server.text] = session
        }
    }

    package func forget(_ server: ServerAddress) throws(ClientFailure) {
        try change { $0.sessions[server.text] = nil }
    }

    /// Waits until no other program changes the file.
    func lock() throws(ClientFailure) -> FileLock {
        try? OwnersFile.makeFolder(of: path)
        let descriptor = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .file(path: path + ".lock", reason: String(cString: strerror(errno))) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                let reason = String(cString: strerror(errno))
                Glibc.close(descriptor)
                throw .file(path: path + ".lock", reason: reason)
            }
        }
        return FileLock(descriptor: descriptor)
    }
}

/// Held until it is released, or the program ends.
struct FileLock: Sendable {
    fileprivate let descriptor: Int32

    func release() { Glibc.close(descriptor) }
}
