import Records
import Registry
import SQLCore

/// Which keys custodians may have now. What was asked once is remembered: thousands may rest on one certificate.
struct DepositRules: Sendable {
    private let now: Instant
    private let border: Instant
    private let opened: [RegistrationID]
    private var ripe: [RegistrationID: Bool] = [:]
    private var used: [[UInt8]: Bool] = [:]

    init(at now: Instant, in session: any Session) throws {
        self.now = now
        border = Installation.freezesBefore(now)
        opened = try DepositRecords.opened(at: now, in: session)
    }

    /// Whether it is deep-frozen, nothing of it may still be purged, and no opening of it lasts, which was promised what stands here.
    mutating func isRipe(_ registration: RegistrationID, in session: any Session) throws -> Bool {
        if let known = ripe[registration] { return known }
        let answer = try isFrozen(registration, in: session) && !DepositRecords.isUnsettled(registration, in: session)
        ripe[registration] = answer
        return answer
    }

    private func isFrozen(_ registration: RegistrationID, in session: any Session) throws -> Bool {
        guard !opened.contains(registration),
            let ended = try RegistrationRecords.find(registration, .everything, at: now, in: session)?.endedAt, ended < border
        else { return false }
        let holds = try LegalHoldRecords.spans(registration, in: session)
        if case .deepFreeze = RetentionPhase.of(ended: ended, holds: holds, at: now) { return true }
        return false
    }

    /// Whether a registration that is not ripe rests on the same thing.
    mutating func isUsed(_ candidate: DepositRecords.Candidate, in session: any Session) throws -> Bool {
        if let known = used[candidate.key] { return known }
        let answer = try DepositRecords.isUsed(candidate, after: border, opened: opened, in: session)
        used[candidate.key] = answer
        return answer
    }
}
