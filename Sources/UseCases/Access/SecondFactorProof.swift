import Records
import Registry
import SQLCore
import Vault

extension Act {
    private static func place(_ account: AccountID) -> SealedPlace {
        SealedPlace(table: "account", column: "second_factor", row: account.bytes)
    }

    /// Makes a secret, sealed under a data key of its own, to be proved by a code; one that was pending before is destroyed.
    func beginFactor(for account: AccountRecord, login: String) throws -> SecondFactorSecret {
        if let before = account.pendingFactor { try DataKeyRecords.destroy(before.key, at: now, in: session) }
        var generator = ChanceGenerator(chance: installation.chance)
        let secret = TOTPSecret(using: &generator)
        let key = try freshDataKey()
        let sealed = try installation.vault.seal(secret.bytes, under: key, at: Self.place(account.id))
        try AccountRecords.setPendingFactor(account.id, SealedFactor(sealed: sealed, key: key.id), at: now, in: session)
        return SecondFactorSecret(secret: secret, login: login)
    }

    /// Proves the pending factor, which then replaces the one before. Throws `second-factor-wrong`.
    func confirmFactor(of account: AccountRecord, pending: SealedFactor, code: String) throws {
        guard let step = try acceptedStep(code, factor: pending, of: account.id, after: nil) else { throw Refusal.secondFactorWrong }
        if let before = account.secondFactor { try DataKeyRecords.destroy(before.key, at: now, in: session) }
        try AccountRecords.confirmFactor(account.id, pending, counter: step, at: now, in: session)
    }

    /// Takes a code of the account's factor, once. Throws `second-factor-wrong`.
    func takeCode(_ code: String, factor: SealedFactor, of account: AccountRecord) throws {
        guard let step = try acceptedStep(code, factor: factor, of: account.id, after: account.secondFactorCounter),
            try AccountRecords.takeFactorCounter(account.id, step, in: session)
        else { throw Refusal.secondFactorWrong }
    }

    private func acceptedStep(_ code: String, factor: SealedFactor, of account: AccountID, after last: Int64?) throws -> Int64? {
        guard let key = try DataKeyRecords.open(factor.key, with: installation.vault, in: session) else { return nil }
        let bytes = try installation.vault.open(factor.sealed, under: key, at: Self.place(account))
        return TOTPSecret(bytes: bytes).flatMap { TOTP.verify(code, $0, at: now.milliseconds / 1_000, lastUsed: last) }
    }
}

/// A second factor in the making: shown once, to be entered into an authenticator.
package struct SecondFactorSecret: Hashable, Sendable {
    /// RFC 4648 base32.
    package let text: String
    /// The `otpauth://` address that authenticators read from a QR code.
    package let address: String

    init(secret: TOTPSecret, login: String) {
        text = secret.base32
        address = TOTP.uri(secret, issuer: "Shiming", account: login)
    }
}
