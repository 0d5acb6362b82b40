import Foundation

/// Who asks. Never printed.
package struct S3Credentials: Hashable, Sendable {
    let accessKeyID: String
    let secretAccessKey: String
    /// Of temporary credentials.
    let sessionToken: String?

    package init(accessKeyID: String, secretAccessKey: String, sessionToken: String? = nil) {
        self.accessKeyID = accessKeyID
        self.secretAccessKey = secretAccessKey
        // Set to nothing it is none: a service refuses an empty one.
        self.sessionToken = sessionToken.flatMap { $0.isEmpty ? nil : $0 }
    }
}

extension S3Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "credentials of \(accessKeyID)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// Where the credentials come from; never the command line.
package enum S3CredentialSource: Hashable, Sendable {
    /// `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN`.
    case environment
    /// A file in the form of AWS's shared credentials: `[profile]`, then `aws_access_key_id = …` and so on. Readable by its owner only.
    case file(String, profile: String)

    /// Throws `S3CredentialRefusal`.
    package func load(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> S3Credentials {
        switch self {
        case .environment:
            guard let id = environment["AWS_ACCESS_KEY_ID"], let secret = environment["AWS_SECRET_ACCESS_KEY"], !id.isEmpty, !secret.isEmpty
            else { throw S3CredentialRefusal.notInEnvironment }
            return S3Credentials(accessKeyID: id, secretAccessKey: secret, sessionToken: environment["AWS_SESSION_TOKEN"])
        case .file(let path, let profile):
            guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
                let mode = attributes[.posixPermissions] as? NSNumber, let text = try? String(contentsOfFile: path, encoding: .utf8)
            else { throw S3CredentialRefusal.noFile(path) }
            guard mode.intValue & 0o077 == 0 else { throw S3CredentialRefusal.tooOpen(path) }
            return try Self.read(text, profile: profile, path: path)
        }
    }

    static func read(_ text: String, profile: String, path: String) throws(S3CredentialRefusal) -> S3Credentials {
        var section = ""
        var values: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            let line = line.trimmingCharacters(in: .whitespaces)
            if line.hasPrefix("["), line.hasSuffix("]") {
                section = line.dropFirst().dropLast().trimmingCharacters(in: .whitespaces)
            } else if section == profile, !line.hasPrefix("#"), !line.hasPrefix(";"), let equals = line.firstIndex(of: "=") {
                let name = line[..<equals].trimmingCharacters(in: .whitespaces).lowercased()
                values[name] = line[line.index(after: equals)...].trimmingCharacters(in: .whitespaces)
            }
        }
        guard let id = values["aws_access_key_id"], let secret = values["aws_secret_access_key"], !id.isEmpty, !secret.isEmpty else {
            throw .noProfile(path, profile)
        }
        return S3Credentials(accessKeyID: id, secretAccessKey: secret, sessionToken: values["aws_session_token"])
    }
}

/// Why there are no credentials. Says where to look, never what was found.
package enum S3CredentialRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    case notInEnvironment
    case noFile(String)
    case tooOpen(String)
    case noProfile(String, String)

    package var description: String {
        switch self {
        case .notInEnvironment:
            "no S3 credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a file with --s3-credentials-file"
        case .noFile(let path): "the file of S3 credentials \(path) is missing or cannot be read"
        case .tooOpen(let path): "the file of S3 credentials \(path) can be read by others: chmod 600 it"
        case .noProfile(let path, let profile):
            "the file of S3 credentials \(path) has no [\(profile)] with aws_access_key_id and aws_secret_access_key"
        }
    }
}
