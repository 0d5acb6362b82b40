import Records
import Registry
import SQLCore
import Vault

extension Installation {
    /// Claims the key for a request. A claim whose request never ended may be taken over after `leaseSeconds`.
    package func claimIdempotencyKey(
        _ key: String, of account: AccountID, operation: String, bodyHash: [UInt8], leaseSeconds: Int64
    ) async throws -> IdempotencyStanding {
        try await store.write(.keyed) { [self] session in
            let now = clock.now()
            let claim = IdempotencyClaim(account: account, key: key, claimedAt: now)
            func insert() throws -> Bool {
                try IdempotencyRecords.insert(
                    account: account, key: key, operation: operation, bodyHash: bodyHash, at: now, in: session)
            }
            if try insert() { return .fresh(claim) }
            guard let row = try IdempotencyRecords.find(account: account, key: key, in: session) else { return .running }
            let isAbandoned = row.status == nil && row.createdAt.adding(seconds: leaseSeconds) <= now
            let isExpired = row.createdAt.adding(seconds: settings.idempotencyHours * 3_600) <= now
            if isAbandoned || isExpired {
                try IdempotencyRecords.delete(account: account, key: key, createdAt: row.createdAt, in: session)
                return try insert() ? .fresh(claim) : .running
            }
            guard let status = row.status else { return .running }
            // Its act is committed and its answer is about to be kept.
            let isEnding = status == IdempotencyRecords.committed && row.createdAt.adding(seconds: leaseSeconds) > now
            if isEnding { return .running }
            let answer = try row.answer.map { sealed in
                let place = Self.answerPlace(account: account, key: key)
                return KeptAnswer(status: status, bytes: try vault.open(sealed, under: secrets.answers, at: place))
            }
            return .done(operation: row.operation, bodyHash: row.bodyHash, answer: answer)
        }
    }

    /// Keeps the answer, sealed, for repetition.
    package func keepAnswer(_ answer: KeptAnswer, for claim: IdempotencyClaim, bodyHash: [UInt8]) async throws {
        let sealed = try sealed(answer, account: claim.account, key: claim.key)
        try await store.write(.keyed) { session in
            try IdempotencyRecords.keep(
                account: claim.account, key: claim.key, claimedAt: claim.claimedAt, bodyHash: bodyHash, status: answer.status,
                answer: sealed, in: session)
        }
    }

    /// Gives the key up, so that the request may be repeated at once; does nothing where an act was committed.
    package func releaseIdempotencyKey(_ claim: IdempotencyClaim) async throws {
        try await store.write(.keyed) { session in
            try IdempotencyRecords.release(account: claim.account, key: claim.key, claimedAt: claim.claimedAt, in: session)
        }
    }

    /// Forgets answers that are older than the settings say; answers how many.
    @discardableResult
    package func forgetIdempotentAnswers() async throws -> Int {
        let horizon = clock.now().adding(seconds: -settings.idempotencyHours * 3_600)
        return try await store.write(.keyed) { try IdempotencyRecords.purge(olderThan: horizon, limit: 10_000, in: $0) }
    }

    func sealed(_ answer: KeptAnswer, account: AccountID, key: String) throws -> [UInt8] {
        try vault.sealOneOfMany(answer.bytes, under: secrets.answers, at: Self.answerPlace(account: account, key: key))
    }

    private static func answerPlace(account: AccountID, key: String) -> SealedPlace {
        SealedPlace(table: "idempotency", column: "answer", row: account.bytes + Array(key.utf8))
    }
}
