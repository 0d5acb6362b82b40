import Registry

/// Why a provider did not answer, or why what it said is no answer. None of it says anything about the person, in either direction.
/// Holds nothing of the question or the answer, so that it may be logged.
package enum ProviderFailure: Error, Hashable, Sendable {
    /// It cannot be reached; the same question may be answered later.
    case unavailable(Unavailability)
    /// It, or our queue before it, has too much to do.
    case overloaded(retryAfterSeconds: Int64)
    /// It will not answer this; somebody must mend something.
    case refused(ProviderRefusal)
    /// It said something that must not be believed.
    case malformed(AnswerFault)

    package enum Unavailability: Hashable, Sendable {
        case noConnection
        /// No connection came about, so nothing of the question was sent.
        case notReached
        case timedOut
        /// The one who asked went away.
        case cancelled
        case serverError(Int)
        /// It failed so often that it is not asked before then.
        case resting(until: Instant)
    }

    /// When asking again makes sense, where that is known.
    package func retryAfterSeconds(at now: Instant) -> Int64? {
        switch self {
        case .overloaded(let seconds): seconds
        case .unavailable(.resting(let until)): max(1, (until.milliseconds - now.milliseconds + 999) / 1_000)
        default: nil
        }
    }
}

/// Why a provider, or the contract with it, does not admit the question.
package enum ProviderRefusal: String, CaseIterable, Sendable {
    /// Our key, or what it is permitted.
    case credentials
    case malformed
    case tooLarge = "too-large"
    case notOffered = "not-offered"
    case documentTypeUnsupported = "document-type-unsupported"
    case pictureUnusable = "picture-unusable"
    /// Another question was asked under this request id.
    case requestReused = "request-id-reused"
    case quotaExhausted = "quota-exhausted"
    case other
}

/// In what way an answer is none.
package enum AnswerFault: String, CaseIterable, Sendable {
    /// Not one JSON object: cut, doubled, or something else altogether.
    case unreadable
    case tooLarge = "too-large"
    /// A status the contract does not know, a redirection among them.
    case status
    /// A member is missing or of another form.
    case notAsContract = "not-as-contract"
    case otherRequest = "other-request"
    /// `same` below the threshold, `different` above it, a match whose portrait does not match.
    case contradiction
    case livenessMissing = "liveness-missing"
    /// A portrait was sent and a match does not say how it compared, or none was sent and one was compared.
    case portrait
    /// A sandbox where only real answers count.
    case sandbox
    /// The person's number stands where answers are kept in clear.
    case repeatsPersonalData = "repeats-personal-data"
    /// The person would be sent to a host that was not agreed on.
    case foreignAddress = "foreign-address"
}

/// What we have seen of a provider since the start. For people who run the installation; nothing in it is about a person.
package struct ProviderState: Hashable, Sendable {
    package enum Breaker: Hashable, Sendable {
        /// It is asked.
        case closed
        /// It is not asked before then.
        case open(until: Instant)
        /// One question is let through to see.
        case halfOpen
    }

    package let breaker: Breaker
    /// Within the window that counts.
    package let recentFailures: Int
    package let underWay: Int
    package let waiting: Int
    package let asked: Int64
    package let answered: Int64
    package let failed: Int64
    /// Of answers to different questions, as the provider stated them.
    package let costUnits: Int64

    package init(
        breaker: Breaker, recentFailures: Int, underWay: Int, waiting: Int, asked: Int64, answered: Int64, failed: Int64, costUnits: Int64
    ) {
        self.breaker = breaker
        self.recentFailures = recentFailures
        self.underWay = underWay
        self.waiting = waiting
        self.asked = asked
        self.answered = answered
        self.failed = failed
        self.costUnits = costUnits
    }

    /// Until when it is not asked; nil where it is asked at `now`.
    package func restsUntil(_ now: Instant) -> Instant? {
        if case .open(let until) = breaker, until > now { until } else { nil }
    }

    package func rests(at now: Instant) -> Bool { restsUntil(now) != nil }

    /// Whether it is not asked at the moment.
    package var isResting: Bool { if case .open = breaker { true } else { false } }
}
