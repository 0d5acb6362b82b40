import UseCases
import Registry

/// OneLink's token: fetched once for all who wait, kept until shortly before it ends, fetched anew when the carrier no longer takes it.
actor OneLinkTokens {
    private struct Held {
        let token: String
        let until: Instant
    }

    private var held: Held?
    private var fetching: Task<Result<String, OneLinkRefused>, Never>?

    /// - Parameter fetch: a token and the seconds it lives.
    func token(
        at now: Instant, fetch: @escaping @Sendable () async -> Result<(token: String, seconds: Int64), OneLinkRefused>
    ) async -> Result<String, OneLinkRefused> {
        if let held, held.until > now { return .success(held.token) }
        if let fetching { return await fetching.value }
        let task = Task { () -> Result<String, OneLinkRefused> in
            let answer = await fetch()
            switch answer {
            case .success(let fresh):
                // A minute before it ends somebody's call might be on its way.
                keep(fresh.token, until: now.adding(seconds: max(1, fresh.seconds - 60)))
                return .success(fresh.token)
            case .failure(let failure):
                keep(nil, until: now)
                return .failure(failure)
            }
        }
        fetching = task
        return await task.value
    }

    private func keep(_ token: String?, until: Instant) {
        held = token.map { Held(token: $0, until: until) }
        fetching = nil
    }

    /// The carrier does not take this one any more; a newer one stays.
    func drop(_ token: String) { if held?.token == token { held = nil } }
}

/// Why a call brought no result: none came, or the carrier says no.
enum OneLinkRefused: Error, Hashable, Sendable {
    case failed(CarrierFailure)
    case said(String)
    /// It gave no token: said of us, and of no card.
    case noToken(String)

    /// What a call for the token came to. Where it was lost nothing was told, so nothing may be in effect.
    var ofTheToken: OneLinkRefused {
        switch self {
        case .failed(.unclear(.lost)): .failed(.unreachable(retryAfterSeconds: 30))
        case .said(let code): .noToken(code)
        case .failed, .noToken: self
        }
    }
}
