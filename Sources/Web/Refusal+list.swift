import Registry

extension Refusal {
    /// Every refusal made here that can be a problem of its own, as `ofRegistry` has them of the rules.
    package static let ofWeb: [Refusal] = [
        .tokenMissing, .tokenMalformed, .unavailable, .timedOut, .bodyTooLarge, .noSuchPath, .methodNotAllowed, .requestMalformed,
        .internalError, .tooManyRequests,
    ]
}
