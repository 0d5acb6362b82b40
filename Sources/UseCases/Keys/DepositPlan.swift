import Records
import Registry
import SQLCore
import Vault

/// Which keys are deposited now, and when the registrations are looked at again.
struct DepositPlan: Sendable {
    private(set) var keys: [DepositRecords.Candidate] = []
    /// nil: all of it is deposited.
    private(set) var looks: [RegistrationID: Instant?] = [:]
    private var owners: [[UInt8]: [RegistrationID]] = [:]

    /// With whom.
    let pair: CustodianPair
    let now: Instant
    private let most: Int
    private let keysMax: Int

    /// Who shares a version or piece with others that are not frozen waits for them; who has too many keys waits too.
    private static let sharedDays: Int64 = 30
    private static let registrationsAtOnce = 20

    init(with pair: CustodianPair, at now: Instant, most: Int, keysMax: Int, in session: any Session) throws {
        self.pair = pair
        self.now = now
        self.most = most
        self.keysMax = keysMax
        let due = try DepositRecords.due(
            before: Installation.freezesBefore(now), at: now, limit: Self.registrationsAtOnce, in: session)
        guard !due.isEmpty else { return }
        var rules = try DepositRules(at: now, in: session)
        for registration in due {
            guard keys.count < most else { break }
            let then = try look(at: registration, by: &rules, in: session)
            looks[registration] = then
        }
    }

    func owners(of candidate: DepositRecords.Candidate) -> [RegistrationID] { owners[candidate.key] ?? [] }

    /// This key is not deposited now.
    mutating func putOff(_ candidate: DepositRecords.Candidate, to then: Instant) {
        keys.removeAll { $0.key == candidate.key }
        for owner in owners(of: candidate) { looks[owner] = then }
    }

    /// When to look again.
    private mutating func look(at registration: RegistrationID, by rules: inout DepositRules, in session: any Session) throws -> Instant? {
        guard try rules.isRipe(registration, in: session) else { return now.adding(days: 1) }
        guard try DepositRecords.keys(of: registration, in: session) <= keysMax else { return now.adding(days: Self.sharedDays) }
        var last: [UInt8]?
        var waits = false
        while true {
            let page = try DepositRecords.candidates(of: registration, after: last, limit: most, in: session)
            for candidate in page {
                if try rules.isUsed(candidate, in: session) {
                    waits = true
                } else if owners[candidate.key] != nil {
                    owners[candidate.key]?.append(registration)
                } else if keys.count < most {
                    owners[candidate.key] = [registration]
                    keys.append(candidate)
                } else {
                    return now
                }
            }
            last = page.last?.key
            guard page.count == most else { return waits ? now.adding(days: Self.sharedDays) : nil }
        }
    }
}
