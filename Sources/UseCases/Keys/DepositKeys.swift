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
    /// What has more keys than this is not deposited: one custodian's answer has to carry a half of each, or nobody opens it any more. A request
    /// file takes some 870 bytes a key and an answer some 240, and neither can be divided.
    package static let depositedKeysMax = 40_000
    /// A time of day so long after the newest entry of somebody else than the program is not believed: what a clock that is ahead deposits, nobody
    /// takes back.
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
            guard let custodians = try CustodianRecords.inForce(in: session),
                try TrailRecords.isMade(
                    byOthersThan: Principal.system.account, since: now.adding(days: -Self.quietDays), in: session)
            else { return nil }
            return try DepositPlan(with: custodians.pair, at: now, most: most, keysMax: keysMax, in: session)
        }
        guard var plan = planned, !plan.looks.isEmpty else { return 0 }
        let divided = try await prove(&plan, at: now)
        let proven = plan
        guard !proven.keys.isEmpty else { return try await store.write { try proven.lookAgain(in: $0) } }
        do {
            return try await act(as: .system, .keysDeposited, needs: nil) { act in try act.deposit(proven, divided) }
        } catch is NothingToDeposit {
            return 0
        }
    }

    /// Divides each key among them for the pair in force; of evidence, with the SHA-256 of the sealed file. Nobody can look into it once its key
    /// is deposited: what does not open, or is not what was uploaded, is put off and said while it can still be mended.
    private func prove(_ plan: inout DepositPlan, at now: Instant) async throws -> [[UInt8]: DividedKey] {
        var divided: [[UInt8]: DividedKey] = [:]
        for candidate in plan.keys {
            try Task.checkCancellation()
            let file = candidate.table == "evidence" ? try await sealedFile(candidate) : nil
            if candidate.table != "evidence" || file != nil, let deposit = divide(candidate, for: plan.pair) {
                divided[candidate.key] = DividedKey(deposit: deposit, file: file)
                continue
            }
            log.error(
                "a key cannot be deposited: it does not open what it should",
                metadata: ["key": "\(Hex.text(candidate.key))", "table": "\(candidate.table)"])
            plan.putOff(candidate, to: now.adding(days: Self.unreadableDays))
        }
        return divided
    }

    /// nil when the piece is lost, damaged or not what was uploaded.
    private func sealedFile(_ candidate: DepositRecords.Candidate) async throws -> [UInt8]? {
        guard let id = EvidenceID(bytes: candidate.thing),
            let piece = try await store.read({ try EvidenceRecords.find(id, .everything, in: $0) }),
            let sealed = try await verified(piece, of: store)
        else { return nil }
        return Array(SHA256.hash(data: sealed))
    }

    /// nil when the key does not open.
    private func divide(_ candidate: DepositRecords.Candidate, for pair: CustodianPair) -> KeyDeposit? {
        guard let key = try? vault.unwrap(candidate.wrapped, id: candidate.key) else { return nil }
        return try? vault.deposit(key, at: DepositPlace(key: candidate.key, table: candidate.table, pair: pair))
    }
}

/// A key in two halves, ready to be deposited.
private struct DividedKey: Sendable {
    let deposit: KeyDeposit
    /// The SHA-256 of the sealed file; nil where it is not evidence.
    let file: [UInt8]?
}

/// Another server has done it meanwhile, or others became custodians.
private struct NothingToDeposit: Error {}

extension DepositPlan {
    /// Answers how many registrations were looked at.
    fileprivate func lookAgain(in session: any Session) throws -> Int {
        for (registration, then) in looks { try DepositRecords.lookAgain(registration, at: then, now: now, in: session) }
        return looks.count
    }
}

extension Act {
    fileprivate func deposit(_ planned: DepositPlan, _ divided: [[UInt8]: DividedKey]) throws -> Int {
        guard try CustodianRecords.inForce(in: session)?.pair == planned.pair else { throw NothingToDeposit() }
        var plan = planned
        var rules = try DepositRules(at: now, in: session)
        let wrapped = try DataKeyRecords.wrapped(among: planned.keys.map(\.key), in: session)
        var rows: [[any SQLBindable]] = []
        var given: [[UInt8]] = []
        var subjects: Set<RegistrationID> = []
        for candidate in planned.keys where wrapped.contains(candidate.key) {
            // Somebody may have come to use it since it was planned.
            let isFree = try plan.owners(of: candidate).allSatisfy { try rules.isRipe($0, in: session) }
            guard isFree, try !rules.isUsed(candidate, in: session), let key = divided[candidate.key] else {
                plan.putOff(candidate, to: now)
                continue
            }
            rows.append([
                candidate.key, candidate.table, planned.pair.ordinal, key.deposit.a.sealed, key.deposit.b.sealed, key.deposit.a.check,
                key.deposit.b.check, key.file, now,
            ])
            given.append(candidate.key)
            subjects.formUnion(plan.owners(of: candidate))
        }
        guard !given.isEmpty else { throw NothingToDeposit() }
        try register(.depositedKey, rows: rows)
        try DataKeyRecords.giveAway(given, in: session)
        for registration in subjects { recording.about(.registration, registration) }
        recording.note("keys", .integer(Int64(given.count)))
        recording.note("pair", .integer(planned.pair.ordinal))
        return try plan.lookAgain(in: session)
    }
}
