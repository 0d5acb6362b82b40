import Ledger
import Records
import Registry
import SQLCore

extension TrailAction {
    static let apiKeyCreated = TrailAction("api-key.created")
}

/// An API key as its managers see it; the key itself was shown once.
package struct APIKeyView: Hashable, Sendable {
    package let id: APIKeyID
    package let account: AccountID
    package let label: String
    /// In the order of their declaration.
    package let permissions: [Permission]
    package let createdAt: Instant
    package let expiresAt: Instant
    package let revokedAt: Instant?

    init(_ token: TokenRecord) {
        id = token.family.retyped()
        account = token.account
        label = token.label
        permissions = Permission.allCases.filter { token.permissions?.contains($0) ?? false }
        createdAt = token.issuedAt
        expiresAt = token.expiresAt
        revokedAt = token.revokedAt
    }
}

package struct CreatedAPIKey: Hashable, Sendable {
    package let key: APIKeyView
    /// Shown once.
    package let secret: IssuedToken
}

extension Permission {
    /// What decides, reveals or rules needs a person with a second factor (R-DP-24), and what is a person's own is done by nobody else
    /// (R-AF-11); no key holds it.
    package var isForPersonsOnly: Bool {
        switch self {
        case .registrationReview, .registrationBackdate, .reveal, .installationManage, .exportApprove, .legalHold, .personalRegister,
            .partComplete:
            true
        default: false
        }
    }
}

extension Installation {
    /// A key for a machine client in scope, with some of the client's permissions, until a day.
    /// Throws `not-found`, `account-dismissed`, `account-not-machine`, `grant-exceeds-own`, `key-permissions-invalid`,
    /// `key-expiry-invalid`, `key-label-invalid`.
    package func createAPIKey(
        as principal: Principal, account id: AccountID, label: String, permissions: Set<Permission>, expiresAt: Instant
    ) async throws -> CreatedAPIKey {
        let label = label.trimmed
        guard TextBounds(1...64).admit(label), !label.hasControlCharacters else { throw Refusal.keyLabelInvalid }
        return try await act(as: principal, .apiKeyCreated, needs: .apiKeyManage) { act in
            let account = try act.manageableAccount(id)
            guard account.kind == .machine else { throw Refusal.accountNotMachine }
            guard !permissions.isEmpty, permissions.isSubset(of: account.permissions), !permissions.contains(where: \.isForPersonsOnly)
            else { throw Refusal.keyPermissionsInvalid }
            let latest = act.now.adding(days: act.installation.settings.apiKeyDaysMax)
            guard act.now < expiresAt, expiresAt <= latest else { throw Refusal.keyExpiryInvalid }
            return try act.createKey(for: id, label: label, permissions: permissions, expiresAt: expiresAt)
        }
    }
}

extension Act {
    fileprivate func createKey(
        for account: AccountID, label: String, permissions: Set<Permission>, expiresAt: Instant
    ) throws -> CreatedAPIKey {
        let (text, hash) = TokenText.make(.apiKey, by: installation.chance)
        let token = TokenRecord(
            hash: hash, kind: .apiKey, family: fresh(), account: account, label: label, permissions: permissions, issuedAt: now,
            expiresAt: expiresAt)
        try TokenRecords.insert(token, in: session)
        recording.about(.account, account)
        recording.note("key", .string(token.family.description))
        recording.note("permissions", .array(permissions.map(\.rawValue).sorted().map { .string($0) }))
        return CreatedAPIKey(key: APIKeyView(token), secret: IssuedToken(text: text, expiresAt: expiresAt))
    }
}

extension Refusal {
    package static let accountNotMachine = Refusal(
        "account-not-machine", .conflict, requirements: ["R-DP-24"], en: "API keys belong to machine clients; persons sign in.",
        zh: "接口密钥仅供机器账号使用。",
        mend: LocalText(en: "Make an account of kind machine.", zh: "请新建机器账号。"), pointer: "/account")

    package static let keyPermissionsInvalid = Refusal(
        "key-permissions-invalid", .invalid, requirements: ["R-DP-24"],
        en: "A key holds some of its account's permissions, and none that decide, reveal or rule.",
        zh: "密钥权限须为账号权限的一部分，且不得包含审批、查看明文或系统管理。",
        mend: LocalText(en: "Leave those permissions out.", zh: "请去除这些权限。"), pointer: "/permissions")

    package static let keyExpiryInvalid = Refusal(
        "key-expiry-invalid", .invalid, requirements: ["R-DP-24"],
        en: "A key ends in the future, within the longest life this installation allows.",
        zh: "密钥到期时间须在将来，且不超过系统允许的最长期限。",
        mend: LocalText(en: "Choose an earlier or later end.", zh: "请调整到期时间。"), pointer: "/expiresAt")

    package static let keyLabelInvalid = Refusal(
        "key-label-invalid", .invalid, house: .form, en: "The label has 1 to 64 characters on one line.", zh: "标签须为一行 1 至 64 个字符。",
        mend: LocalText(en: "Name the program that will use the key.", zh: "请填写使用该密钥的程序名称。"), pointer: "/label")
}
