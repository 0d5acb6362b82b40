import Crypto
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
    /// What has more keys than this is not deposited: one custodian's answer has to carry a half of each, or nobody opens it any more.
    package static let depositedKeysMax = 40_000
    /// A time of day so long after the newest entry of the trail is not believed: what a clock that is ahead deposits, nobody takes back.
    private static let quietDays: Int64 = 7
    private static let unreadableDays: Int64 = 1

    /// Deposits the keys of what has become deep-frozen with the two custodians, and gives away the copies wrapped here; answers how many
    /// registrations it looked at. What is due is found by its time. One transaction, so that a key is deposited once whoever is killed, however
    /// many servers do it. Without custodians nothing happens. Throws `EvidenceStoreFailure` when the store of evidence as a whole fails.
    @discardableResult
    package func depositKeys(
        most: Int = Installation.depositedAtOnce, keysMax: Int = Installation.depositedKeysMax
    ) async throws -> Int {
        let now = now()
        let planned: DepositPlan? = try await store.read { session -> DepositPlan? in
            guard try CustodianRecords.inForce(in: session) != nil, let newest = try TrailRecords.newest(in: session),
                now <= newest.adding(days: Self.quietDays)
            else { return nil }
            return try DepositPlan(at: now, most: most, keysMax: keysMax, in: session)
        }
        guard var plan = planned, !plan.looks.isEmpty else { return 0 }
        let files = try await prove(&plan, at: now)
        let proven = plan
        guard !proven.keys.isEmpty else { return try await store.write { try proven.lookAgain(in: $0) } }
        do {
            return try await act(as: .system, .keysDeposited, needs: nil) { act in try act.deposit(proven, files) }
        } catch is NothingToDeposit {
            return 0
        }
    }

    /// The SHA-256 of the sealed file of each piece of evidence among them, by its key. Nobody can look into it once its key is deposited: what
    /// does not open, or is not what was uploaded, is put off and said while it can still be mended.
    private func prove(_ plan: inout DepositPlan, at now: Instant) async throws -> [[UInt8]: [UInt8]] {
        var files: [[UInt8]: [UInt8]] = [:]
        for candidate in plan.keys {
            try Task.checkCancellation()
            if candidate.table == "evidence" {
                files[candidate.key] = try await sealedFile(candidate)
                if files[candidate.key] != nil { continue }
            } else if try await opens(candidate) {
                continue
            }
            log.error(
                "a key cannot be deposited: it does not open what it should",
                metadata: ["key": "\(Hex.text(candidate.key))", "table": "\(candidate.table)"])
            plan.putOff(candidate, to: now.adding(days: Self.unreadableDays))
        }
        return files
    }

    /// nil when the piece is lost, damaged or not what was uploaded.
    private func sealedFile(_ candidate: DepositRecords.Candidate) async throws -> [UInt8]? {
        guard let id = EvidenceID(bytes: candidate.thing),
            let piece = try await store.read({ try EvidenceRecords.find(id, .everything, in: $0) }),
            let sealed = try await verified(piece, of: store)
        else { return nil }
        return Array(SHA256.hash(data: sealed))
    }

    /// Another server may have deposited the key meanwhile.
    private func opens(_ candidate: DepositRecords.Candidate) async throws -> Bool {
        guard let wrapped = try await store.read({ try DataKeyRecords.find(candidate.key, in: $0) }) else { return true }
        return (try? vault.unwrap(wrapped, id: candidate.key)) != nil
    }
}

/// Another server has done it meanwhile.
private struct NothingToDeposit: Error {}

extension DepositPlan {
    /// Answers how many registrations were looked at.
    fileprivate func lookAgain(in session: any Session) throws -> Int {
        for (registration, then) in looks { try DepositRecords.lookAgain(registration, at: then, in: session) }
        return looks.count
    }
}

extension Act {
    fileprivate func deposit(_ planned: DepositPlan, _ files: [[UInt8]: [UInt8]]) throws -> Int {
        guard let custodians = try CustodianRecords.inForce(in: session) else { throw NothingToDeposit() }
        var plan = planned
        var rules = try DepositRules(at: now, in: session)
        var deposited: Int64 = 0
        for candidate in planned.keys {
            guard let wrapped = try DataKeyRecords.find(candidate.key, in: session) else { continue }
            // Somebody may have come to use it since it was planned.
            let isFree = try plan.owners(of: candidate).allSatisfy { try rules.isRipe($0, in: session) }
            guard isFree, try !rules.isUsed(candidate, in: session),
                let key = try? installation.vault.unwrap(wrapped, id: candidate.key)
            else {
                plan.putOff(candidate, to: now)
                continue
            }
            try deposit(key, of: candidate, with: custodians.pair, file: files[candidate.key])
            deposited += 1
        }
        guard deposited > 0 else { throw NothingToDeposit() }
        for registration in plan.looks.keys { recording.about(.registration, registration) }
        recording.note("keys", .integer(deposited))
        recording.note("pair", .integer(custodians.pair.ordinal))
        return try plan.lookAgain(in: session)
    }

    private func deposit(_ key: DataKey, of candidate: DepositRecords.Candidate, with pair: CustodianPair, file: [UInt8]?) throws {
        let place = DepositPlace(key: candidate.key, table: candidate.table, pair: pair)
        let deposit = try installation.vault.deposit(key, at: place)
        try register(
            .depositedKey,
            [
                candidate.key, candidate.table, pair.ordinal, deposit.a.sealed, deposit.b.sealed, deposit.a.check, deposit.b.check, file,
                now,
            ])
        try DataKeyRecords.giveAway(candidate.key, in: session)
    }
}
