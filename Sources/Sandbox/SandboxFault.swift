/// What a provider may do wrong, on demand. The first four happen before the question is looked at and cost nothing; the others after.
package enum SandboxFault: String, CaseIterable, Sendable {
    /// 503 with Retry-After.
    case unavailable
    /// 429 with Retry-After.
    case tooMany = "too-many"
    /// 500.
    case broken
    /// 403 `quota-exhausted`.
    case quotaExhausted = "quota-exhausted"

    /// The connection ends in the midst of the answer.
    case drop
    /// Half of the answer comes, then nothing more.
    case stall
    /// A redirection to another host.
    case redirect
    case notJSON = "not-json"
    case cut
    /// Two answers, one after the other.
    case twice
    case tooLarge = "too-large"
    case wrongType = "wrong-type"
    /// Nobody says who answers.
    case noProvider = "no-provider"
    case otherRequest = "other-request"
    /// `same` below the threshold; a match whose portrait does not match.
    case contradiction
    case noLiveness = "no-liveness"
    case repeatsNumber = "repeats-number"
    /// Sends the person to a host nobody agreed on.
    case foreignAddress = "foreign-address"
}
