import Hummingbird
import Numbers
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    func apiKeys() async throws -> Response { try await write(apiKeysPage()) }

    /// Keys of programs; a new one is shown once, in the answer to the form that made it.
    private func apiKeysPage(_ created: CreatedAPIKey? = nil, _ refusal: Refusal? = nil) async throws -> ConsolePage {
        let limit = 100
        let after = try keysAfter()
        let keys = try await installation.listAPIKeys(as: principal(), after: after, limit: limit + 1)
        let machines =
            may(.accountRead)
            ? try await installation.listAccounts(as: principal(), kind: .machine, status: .active, limit: 200) : []
        let logins = Dictionary(machines.map { ($0.id, name(of: $0)) }, uniquingKeysWith: { first, _ in first })
        let grantable = machines.reduce(into: Set<Permission>()) { all, account in
            for role in account.roles { all.formUnion(role.permissions) }
        }
        let isSent = created == nil && form["form"] != nil
        let now = installation.now()
        var values: [String: Any] = [
            "tabs": self.values(of: settingTabs, at: .apiKeys), "action": ConsoleLink.apiKeys.address, "isEmpty": keys.isEmpty,
            "keys": keys.prefix(limit).map { row($0, logins, at: now) }, "hasMachines": !machines.isEmpty,
            "after": after.map { [$0.description] } ?? [],
            "accounts": machines.map { account -> [String: Any] in
                [
                    "id": account.id.description, "name": name(of: account),
                    "isChosen": isSent && form["account"] == account.id.description,
                ]
            },
            "label": isSent ? form["label"] ?? "" : "", "expires": isSent ? form["expires"] ?? "" : "",
            "expiresHint": words("apiKeys.expiresHint", ["n": String(installation.settings.apiKeyDaysMax)]),
            "permissions": Permission.allCases.filter { grantable.contains($0) && !$0.isForPersonsOnly }.map {
                permission -> [String: Any] in
                [
                    "code": permission.rawValue, "name": words["permission.\(permission.rawValue)"],
                    "isTicked": isSent && form.isTicked("may-\(permission.rawValue)"),
                ]
            },
            "next": keys.count > limit ? [address(.apiKeys, keeping: [], after: keys[limit - 1].id.description)] : [],
        ]
        if let created { values["created"] = ["label": created.key.label, "token": created.secret.text] }
        return ConsolePage(
            template: "api-keys", title: words["apiKeys.title"],
            values: values,
            refusal: refusal, section: settingTabs.first?.link)
    }

    /// The last key of the page before: of the address, or of the form that was sent from that page. Nil on the first page.
    private func keysAfter() throws -> APIKeyID? {
        if let place = try place(1) { return APIKeyID(place[0]) }
        return form["shownAfter"].flatMap { APIKeyID($0) }
    }

    private func name(of account: AccountView) -> String {
        account.login ?? words("apiKeys.machine", ["id": String(account.id.description.suffix(6))])
    }

    private func row(_ key: APIKeyView, _ logins: [AccountID: String], at now: Instant) -> [String: Any] {
        let state = key.revokedAt != nil ? "revoked" : key.expiresAt <= now ? "expired" : "valid"
        return [
            "label": key.label, "account": logins[key.account] ?? String(key.account.description.suffix(6)),
            "permissions": key.permissions.map { words["permission.\($0.rawValue)"] }.joined(separator: words["common.comma"]),
            "created": words.time(key.createdAt), "expires": words.time(key.expiresAt), "isValid": state == "valid",
            "state": words["keyState.\(state)"], "revoke": ConsoleLink.revokeKey(key.id.description).address,
        ]
    }

    /// Until the end of the day, as China's clocks show it.
    func createAPIKey() async throws -> Response {
        do {
            guard let account = form["account"].flatMap({ AccountID($0) }) else { throw Refusal.keyAccountMissing }
            guard let day = CivilDate(form["expires"] ?? "") else { throw Refusal.keyExpiryInvalid }
            let created = try await installation.createAPIKey(
                as: principal(), account: account, label: form["label"] ?? "",
                permissions: Set(Permission.allCases.filter { form.isTicked("may-\($0.rawValue)") }),
                expiresAt: Instant(milliseconds: day.shanghaiMidnight).adding(days: 1).adding(seconds: -1))
            return try await write(apiKeysPage(created))
        } catch let refusal as Refusal {
            return try await write(apiKeysPage(nil, refusal))
        }
    }

    /// What uses the key fails from then on, and the key never opens anything again.
    func revokeAPIKey() async throws -> Response {
        do {
            guard form.isTicked("sure") else { throw Refusal.keyRevocationUnsure }
            try await installation.revokeAPIKey(as: principal(), identifier())
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await write(apiKeysPage(nil, refusal))
        }
        return try redirect(to: .apiKeys, keysAfter().map { "?after=\($0.description)" } ?? "")
    }
}

extension Refusal {
    static let keyAccountMissing = Refusal(
        "key-account-missing", .invalid, house: .choice, en: "No machine account is chosen.", zh: "未选择机器账号。",
        mend: LocalText(en: "Choose the account of the program that will use the key.", zh: "请选择使用该密钥的程序账号。"), pointer: "/account")
    static let keyRevocationUnsure = Refusal(
        "key-revocation-unsure", .invalid, house: .choice, en: "It was not confirmed that this key shall be revoked; that is final.",
        zh: "尚未确认停用该密钥；停用后不可恢复。", mend: LocalText(en: "Tick the box beside the button.", zh: "请勾选按钮旁的确认框。"))
}
