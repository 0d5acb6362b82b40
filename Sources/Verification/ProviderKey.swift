import Foundation
import Outbound
import UseCases

/// By what a provider knows us. Never printed.
package struct ProviderKey: Hashable, Sendable, Unshown {
    let text: String

    /// Nil unless it is 16 to 512 visible characters, so that it cannot end a header.
    package init?(_ text: String) {
        guard (16...512).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        self.text = text
    }
}

/// Where the key comes from; never the command line.
package enum ProviderKeySource: Hashable, Sendable {
    /// A variable of the environment.
    case environment(String)
    /// A file that holds the key alone, readable by its owner only.
    case file(String)

    package func load(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(ProviderKeyRefusal) -> ProviderKey {
        switch self {
        case .environment(let name):
            guard let text = environment[name], !text.isEmpty else { throw .notInEnvironment(name) }
            guard let key = ProviderKey(text) else { throw .form }
            return key
        case .file(let path):
            let text: String
            do throws(SecretFileRefusal) {
                text = try SecretFile.read(path)
            } catch {
                throw error == .tooOpen ? .tooOpen(path) : .noFile(path)
            }
            guard let key = ProviderKey(text.trimmingCharacters(in: .whitespacesAndNewlines)) else { throw .form }
            return key
        }
    }
}

extension ProviderKeySource {
    /// The key as text, for a provider of our own that must know it.
    package func text(environment: [String: String]) throws(ProviderKeyRefusal) -> String { try load(environment: environment).text }
}

/// Why there is no key. Says where to look, never what was found.
package enum ProviderKeyRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    case notInEnvironment(String)
    case noFile(String)
    case tooOpen(String)
    case form

    package var description: String {
        switch self {
        case .notInEnvironment(let name):
            "no key of the verification provider: set \(name), or name a file with --verification-key-file"
        case .noFile(let path): "the file of the verification provider's key \(path) is missing or cannot be read"
        case .tooOpen(let path): "the file of the verification provider's key \(path) can be read by others: chmod 600 it"
        case .form: "a verification provider's key is 16 to 512 visible characters"
        }
    }
}

extension ProviderRequest {
    package init(method: String, url: String, key: ProviderKey, headers: [(name: String, value: String)] = [], body: [UInt8]?) {
        self.init(
            method: method, url: url,
            headers: [("authorization", "Bearer \(key.text)"), ("accept", "application/json, application/problem+json")] + headers,
            body: body)
    }
}
