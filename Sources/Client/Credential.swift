import Contract

/// What a client shows to be let in.
package enum Credential: Sendable {
    case none
    /// An API key, or an access token got elsewhere; it cannot be renewed.
    case token(String)
    case session(SessionKeeper)

    func token(_ server: ServerAddress) async throws(ClientFailure) -> String? {
        switch self {
        case .none: nil
        case .token(let token): token
        case .session(let keeper): try await keeper.accessToken(for: server)
        }
    }

    /// A token in place of one that was refused; nil when there is none to be had.
    func renewed(_ client: APIClient) async throws(ClientFailure) -> String? {
        guard case .session(let keeper) = self else { return nil }
        return try await keeper.renew(with: client)
    }
}

/// The session of a file, renewed when its access token is refused. A refresh token works once and its second use revokes everything,
/// so the file is locked meanwhile: of several programs that share it, one renews and the others take what it got.
package actor SessionKeeper {
    private let file: SessionFile
    private var shown: String?

    package init(file: SessionFile) {
        self.file = file
    }

    func accessToken(for server: ServerAddress) throws(ClientFailure) -> String? {
        shown = try file.read().sessions[server.text]?.accessToken
        return shown
    }

    func renew(with client: APIClient) async throws(ClientFailure) -> String? {
        let lock = try file.lock()
        defer { lock.release() }
        guard let saved = try file.read().sessions[client.server.text] else { return nil }
        if saved.accessToken != shown { return saved.accessToken }
        let tokens: Wire.SessionTokens
        do {
            let call: Call
            do { call = try Call(.refreshSession, sending: Wire.RefreshSession(refreshToken: saved.refreshToken)) } catch { return nil }
            tokens = try await client.sendOpenly(call).decode()
        } catch .refused {
            try file.change { $0.sessions[client.server.text] = nil }
            return nil
        }
        try file.change { $0.sessions[client.server.text] = SavedSession(tokens, login: saved.login) }
        shown = tokens.accessToken
        return shown
    }
}
