import Ledger
import Logging
import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let keysDeposited = TrailAction("keys.deposited")
}

extension Installation {
    /// How many keys are deposited in one act.
    package static let depositedAtOnce = 500
    private static let registrationsAtOnce = 20

    /// Deposits the keys of what has become deep-frozen with the two custodians, and gives away the copies wrapped here; answers how many
    /// registrations it looked at. What is due is found by its time. One transaction, so that a key is deposited once whoever is killed, however
    /// many servers do it. Without custodians nothing happens.
    @discardableResult
    package func depositKeys(most: Int = Installation.depositedAtOnce) async throws -> Int {
        let now = now()
        let border = Self.freezesBefore(now)
        let isDue = try await store.read { session in
            try CustodianRecords.inForce(in: session) != nil && !DepositRecords.due(before: border, at: now, limit: 1, in: session).isEmpty
        }
        guard isDue else { return 0 }
        if let passed = try await store.write({ try self.passOver(at: now, most: most, in: $0) }) { return passed }
        do {
            return try await act(as: .system, .keysDeposited, needs: nil) { act in try act.depositKeys(most: most) }
        } catch is NothingToDeposit {
            return 0
        }
    }

    /// Where nothing can be deposited yet, it is looked at again later, and no entry says so. nil when there is something.
    private func passOver(at now: Instant, most: Int, in session: any Session) throws -> Int? {
        let plan = try DepositPlan(at: now, registrations: Self.registrationsAtOnce, most: most, in: session)
        guard plan.keys.isEmpty else { return nil }
        for (registration, then) in plan.looks { try DepositRecords.lookAgain(registration, at: then, in: session) }
        return plan.looks.count
    }

    fileprivate static func plan(at now: Instant, most: Int, in session: any Session) throws -> DepositPlan {
        try DepositPlan(at: now, registrations: registrationsAtOnce, most: most, in: session)
    }
}

/// Another server has done it meanwhile.
private struct NothingToDeposit: Error {}

extension Act {
    fileprivate func depositKeys(most: Int) throws -> Int {
        var plan = try Installation.plan(at: now, most: most, in: session)
        guard let custodians = try CustodianRecords.inForce(in: session), !plan.keys.isEmpty else { throw NothingToDeposit() }
        let vault = installation.vault
        var deposited: Int64 = 0
        for candidate in plan.keys {
            guard let wrapped = try DataKeyRecords.find(candidate.key, in: session) else { continue }
            guard let key = try? vault.unwrap(wrapped, id: candidate.key) else {
                installation.log.error("a key cannot be deposited: it does not open", metadata: ["key": "\(Hex.text(candidate.key))"])
                plan.putOff(candidate, to: now.adding(days: 1))
                continue
            }
            let place = DepositPlace(key: candidate.key, table: candidate.table, pair: custodians.pair)
            let deposit = try vault.deposit(key, at: place)
            try register(
                .depositedKey,
                [
                    candidate.key, candidate.table, custodians.pair.ordinal, deposit.a.sealed, deposit.b.sealed, deposit.a.check,
                    deposit.b.check, now,
                ])
            try DataKeyRecords.giveAway(candidate.key, in: session)
            deposited += 1
        }
        for (registration, then) in plan.looks {
            try DepositRecords.lookAgain(registration, at: then, in: session)
            recording.about(.registration, registration)
        }
        recording.note("keys", .integer(deposited))
        recording.note("pair", .integer(custodians.pair.ordinal))
        return plan.looks.count
    }
}

/// Which keys are deposited now, and when the registrations are looked at again.
private struct DepositPlan {
    private(set) var keys: [DepositRecords.Candidate] = []
    /// nil: all of it is deposited.
    private(set) var looks: [RegistrationID: Instant?] = [:]
    private var owners: [[UInt8]: RegistrationID] = [:]

    private let now: Instant
    private let border: Instant
    private let held: [RegistrationID]

    /// Who shares a version or piece with others that are not frozen waits for them.
    private static let sharedDays: Int64 = 30

    init(at now: Instant, registrations: Int, most: Int, in session: any Session) throws {
        self.now = now
        border = Installation.freezesBefore(now)
        held = try LegalHoldRecords.heldRegistrations(at: now, in: session).compactMap { registration, kept in
            if case .deepFreeze = RetentionPhase.of(ended: kept.endedAt, holds: kept.holds, at: now) { nil } else { registration }
        }
        for registration in try DepositRecords.due(before: border, at: now, limit: registrations, in: session) {
            guard keys.count < most else { break }
            looks[registration] = try look(at: registration, most: most - keys.count, in: session)
        }
    }

    mutating func putOff(_ candidate: DepositRecords.Candidate, to then: Instant) {
        if let owner = owners[candidate.key] { looks[owner] = then }
    }

    private mutating func look(at registration: RegistrationID, most: Int, in session: any Session) throws -> Instant? {
        guard let ended = try RegistrationRecords.find(registration, .everything, at: now, in: session)?.endedAt, ended < border,
            !held.contains(registration), try !DepositRecords.isUnsettled(registration, in: session)
        else { return now.adding(days: 1) }
        let candidates = try DepositRecords.candidates(of: registration, limit: most, in: session)
        let free = try candidates.filter { try !DepositRecords.isUsed($0, after: border, held: held, in: session) }
        for candidate in free where owners[candidate.key] == nil {
            owners[candidate.key] = registration
            keys.append(candidate)
        }
        if candidates.count == most, !free.isEmpty { return now }
        return free.count == candidates.count ? nil : now.adding(days: Self.sharedDays)
    }
}
