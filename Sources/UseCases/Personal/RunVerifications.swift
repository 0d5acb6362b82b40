import Ledger
import Records
import Registry
import SQLCore
import Vault

extension Installation {
    /// Asks a provider the question that is due first. A question belongs to one server while it is asked, is asked again with the same
    /// number after a stop, and its answer counts once. One that nobody is connected for any more is left to a reviewer. Answers whether
    /// there may be more at once; several run side by side, so that a slow answer holds up nobody else.
    @discardableResult
    package func runVerification() async throws -> Bool {
        let now = now()
        guard try await store.read({ try !VerificationRecords.due(at: now, limit: 1, in: $0).isEmpty }) else { return false }
        let lease = now.adding(seconds: Self.leaseSeconds)
        let task = try await store.write { session in
            try VerificationRecords.due(at: now, limit: Self.contenders, in: session).first {
                try VerificationRecords.lease($0, until: lease, at: now, in: session)
            }
        }
        guard let task else { return false }
        try await run(task)
        return true
    }

    /// Looked at for one that is free, where others take them at the same time.
    private static let contenders = 16

    /// Longer than any provider is waited for.
    private static let leaseSeconds: Int64 = 300

    private func run(_ task: VerificationTask) async throws {
        let outcome: ProviderWord
        do {
            outcome = try await ask(task)
        } catch let failure as ProviderFailure {
            guard let wait = failure.wait(afterTries: task.tries, at: now()), now().adding(seconds: wait) < task.giveUpAt else {
                return try await record(.unanswered, for: task)
            }
            let dueAt = now().adding(seconds: wait)
            return try await store.write { try VerificationRecords.postpone(task, to: dueAt, in: $0) }
        }
        try await record(outcome, for: task)
    }

    /// Answers `unanswered` where the provider, or what it would be shown, is no more.
    private func ask(_ task: VerificationTask) async throws -> ProviderWord {
        guard let request = VerificationRequestID(bytes: task.request), let claimed = try await claimed(task) else { return .unanswered }
        switch task.method {
        case .documentData, .guardian, .proxy:
            guard let authority = verification?.authority else { return .unanswered }
            return ProviderWord(try await authority.check(IdentityQuestion(id: request, identity: claimed)))
        case .face:
            // Whoever was not named to the person is not shown his face: a reviewer looks (R-DP-04, R-OP-03).
            guard let face = verification?.face, let consent = try await consentToFace(task),
                PersonalNotice.nameTheSame(consent, noticeVersion), let answered = try await faceAnswer(task)
            else { return .unanswered }
            return ProviderWord(
                try await face.compare(
                    FaceQuestion(
                        id: request, reference: .held(claimed), challenge: answered.challenge, frames: answered.frames,
                        searchesOthers: PersonalNotice.tellsOfSearch(consent))))
        case .providerCapture: return try await captureOutcome(task)
        default: return .unanswered
        }
    }

    /// Of a capture that was done at the provider's own page. One that is pending again is asked for later; one that came to nothing
    /// says nothing.
    private func captureOutcome(_ task: VerificationTask) async throws -> ProviderWord {
        guard let provider = verification?.capture, let request = VerificationRequestID(bytes: task.request),
            let kept = try await store.read({ try HostedCaptureRecords.find(task.application, in: $0) }), kept.request == task.request
        else { return .unanswered }
        switch try await provider.outcome(of: CaptureTicket(request: request, captureID: kept.capture)) {
        case .done(let answer): return ProviderWord(answer)
        case .pending: throw ProviderFailure.unavailable(.timedOut)
        case .abandoned, .expired: return .unanswered
        }
    }

    /// The version of the notice that the person consented to: what was connected or switched on since is not done to him.
    private func consentToFace(_ task: VerificationTask) async throws -> String? {
        try await store.read { session in
            try ConsentRecords.latest(task.application, in: session).first { $0.kind == .face && $0.isGiven }?.version
        }
    }

    /// Whom the question is about, as he was pinned: a face is the holder's.
    private func claimed(_ task: VerificationTask) async throws -> ClaimedIdentity? {
        let role = task.method.askedAbout ?? .holder
        return try await store.read { session in
            guard let asked = try SubmissionRecords.roles(task.submission, in: session).first(where: { $0.role == role }),
                let stored = try PartyRecords.identity(asked.identity, in: session),
                let facts = try SealedIdentity.open(stored, vault: vault)
            else { return nil }
            return ClaimedIdentity(name: facts.name, documentType: facts.documentType, documentNumber: facts.documentNumber)
        }
    }

    private func faceAnswer(_ task: VerificationTask) async throws -> (challenge: LivenessChallenge, frames: [LiveFrame])? {
        let seconds = settings.faceChallengeSeconds
        let found = try await store.read { session -> (nonce: String, actions: [LivenessAction], [FaceChallengeRecords.Frame])? in
            // The challenge names the straight frame alone.
            for piece in try SubmissionRecords.evidence(task.submission, in: session) where piece.slot == .faceCapture {
                guard let answered = try FaceChallengeRecords.answered(by: piece.evidence, in: session) else { continue }
                return (piece.evidence.description, answered.actions, answered.frames)
            }
            return nil
        }
        guard let (nonce, actions, stored) = found else { return nil }
        var frames: [LiveFrame] = []
        for frame in stored {
            guard let bytes = try await evidenceBytes(frame.evidence) else { return nil }
            frames.append(
                LiveFrame(action: frame.action ?? .faceForward, milliseconds: Int64(frame.milliseconds), picture: bytes))
        }
        return (LivenessChallenge(nonce: nonce, actions: [.faceForward] + actions, seconds: seconds), frames)
    }

    /// nil when it was purged.
    func evidenceBytes(_ id: EvidenceID) async throws -> [UInt8]? {
        let place = try await store.read { session -> (location: String, key: DataKey)? in
            guard let stored = try EvidenceRecords.find(id, .everything, in: session), stored.purgedAt == nil else { return nil }
            return try DataKeyRecords.open(stored.dataKey, with: vault, in: session).map { (stored.location, $0) }
        }
        guard let (location, key) = place else { return nil }
        return try await evidence.read(location, under: key)
    }

    private func record(_ word: ProviderWord, for task: VerificationTask) async throws {
        // What was said is kept by itself: what it leads to may be refused.
        try await act(as: .system, .verificationRecorded, needs: nil) { act in
            guard try VerificationRecords.finish(task, in: act.session) else { return }
            try act.register(
                .verification,
                [
                    task.submission, try VerificationRecords.nextOrdinal(task.submission, in: act.session), task.method.rawValue,
                    word.vendor, word.version, word.verdict, word.score, word.threshold, word.liveness, word.reference, word.isSandbox,
                    word.cost, act.now,
                ])
            act.recording.about(.application, task.application)
            act.recording.note("method", .string(task.method.rawValue))
            act.recording.note("verdict", .string(word.verdict))
        }
        try await settleChecks(of: task.application)
    }
}

/// What a provider said, as it is kept.
struct ProviderWord: Sendable {
    let vendor: String
    let version: String
    let verdict: String
    let score: Int64?
    let threshold: Int64?
    let liveness: String?
    let reference: String?
    let isSandbox: Bool
    let cost: Int64

    init(_ answer: IdentityAnswer) {
        self.init(answer.stamp, verdict: answer.verdict.rawValue, score: answer.portrait, liveness: nil)
    }

    init(_ answer: FaceAnswer) {
        self.init(answer.stamp, verdict: answer.verdict.rawValue, score: answer.score, liveness: answer.liveness.rawValue)
    }

    private init(_ stamp: ProviderStamp, verdict: String, score: FaceScore?, liveness: String?) {
        vendor = stamp.vendor
        version = "\(stamp.product) \(stamp.version)"
        self.verdict = verdict
        self.score = score?.score
        threshold = score?.threshold
        self.liveness = liveness
        reference = stamp.reference
        isSandbox = stamp.isSandbox
        cost = stamp.costUnits
    }

    private init(unanswered: Void) {
        vendor = "none"
        version = ""
        verdict = "unanswered"
        score = nil
        threshold = nil
        liveness = nil
        reference = nil
        isSandbox = false
        cost = 0
    }

    /// Nobody answered in time: a person decides.
    static let unanswered = ProviderWord(unanswered: ())
}

extension ProviderFailure {
    /// Seconds to wait before the same question is asked again; nil when asking again is no use.
    func wait(afterTries tries: Int64, at now: Instant) -> Int64? {
        let usual: Int64 = min(900, 5 << min(tries, 10))
        switch self {
        case .unavailable, .overloaded: return max(usual, retryAfterSeconds(at: now) ?? 0)
        // Somebody must mend it meanwhile.
        case .refused(.credentials), .refused(.quotaExhausted): return 900
        case .refused: return nil
        // An answer that is none, or that contradicts itself, is asked for anew a few times, never believed.
        case .malformed: return tries < 3 ? usual : nil
        }
    }
}
