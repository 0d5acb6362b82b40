import Foundation
import Outbound
import Verification

/// Where a program takes notices: `https://HOST[:PORT][/PATH][?QUERY]`. Plain HTTP only on the own machine.
package struct NoticeAddress: Hashable, Sendable {
    package let text: String
    package let host: String

    package init(_ text: String) throws(NoticeRefused) {
        guard text.utf8.count <= 2_048, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), let parts = URLComponents(string: text),
            let scheme = parts.scheme, let host = parts.host, !host.isEmpty, scheme == "https" || scheme == "http", parts.fragment == nil,
            parts.user == nil, parts.password == nil, parts.port.map({ (1...65_535).contains($0) }) ?? true
        else { throw NoticeRefused("an address of a receiver of notices is https://HOST[:PORT][/PATH]") }
        guard scheme == "https" || ProviderAddress.isOwnMachine(host) else {
            throw NoticeRefused("plain HTTP to \(host) would show notices to the network: use https")
        }
        self.text = text
        self.host = host
    }

    /// Of an installation: a scheme, a host and perhaps a port, without a slash at its end.
    package func site() throws(NoticeRefused) -> String {
        guard let parts = URLComponents(string: text), parts.query == nil, parts.path.isEmpty || parts.path == "/", text.utf8.count <= 100
        else { throw NoticeRefused("where persons reach the server is https://HOST[:PORT]") }
        return below("")
    }

    /// Whether a sandbox answers there, as it says itself in the head of its answer: asked without key, signature and notice, so that nobody is
    /// told anything. Throws `ProviderFailure` when there is no answer, and what reading the PEM file throws.
    ///
    /// - Parameter authority: PEM file of the authority to trust in place of the system's.
    package func leadsToSandbox(authority: String?, within limit: Duration) async throws -> Bool {
        guard let said = try await ProviderHTTP.sandboxMark(at: text, authority: authority, within: limit) else { return false }
        return said != "false"
    }

    /// A place below it.
    func below(_ path: String) -> String { (text.hasSuffix("/") ? String(text.dropLast()) : text) + path }
}

/// Why notices cannot be sent as the server was told. Says where to look, never what was found in a file of secrets.
package struct NoticeRefused: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
