import Ledger
import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let webhookCreated = TrailAction("webhook.created")
}

/// A webhook as its organisation sees it.
package struct WebhookView: Hashable, Sendable {
    package let stored: StoredWebhook
    package let position: String
    /// Whether it is told of the cards of a unit that is not the asker's: what was sent is no matter of his.
    package let isAnothers: Bool
}

package struct CreatedWebhook: Hashable, Sendable {
    package let webhook: WebhookView
    /// Shown once.
    package let secret: String
}

extension Installation {
    /// Has a program of one's organisation told of the organisation's cards, from now on. Of all kinds of change where none are named.
    /// Throws `webhook-address-…`, `webhooks-too-many`, `webhooks-not-offered`.
    package func createWebhook(as principal: Principal, url: String, kinds: Set<CardChangeKind> = []) async throws -> CreatedWebhook {
        try principal.demand(.webhookManage)
        guard let events else { throw Refusal.webhooksNotOffered }
        let admitted: String
        do { admitted = try await events.admitted(url, of: principal.scope.path) } catch { throw error.refusal }
        return try await act(as: principal, .webhookCreated, needs: .webhookManage) { act in
            let path = principal.scope.path
            guard try WebhookRecords.count(of: principal.organisation, path, in: act.session) < act.installation.settings.webhooksMax else {
                throw Refusal.webhooksTooMany
            }
            let id: WebhookID = act.fresh()
            let (secret, sealed) = try act.freshSecret(of: id)
            let webhook = StoredWebhook(
                id: id, organisation: principal.organisation, path: path, url: admitted,
                kinds: CardChangeKind.allCases.filter { kinds.isEmpty || kinds.contains($0) }, secret: sealed,
                position: .end(of: try CardChangeRecords.head(in: act.session)), createdAt: act.now, createdBy: principal.account)
            try WebhookRecords.insert(webhook, in: act.session)
            act.recording.about(.organisation, principal.organisation)
            act.recording.note("webhook", .string(id.description))
            act.recording.note("kinds", .array(webhook.kinds.map { .string($0.rawValue) }))
            return CreatedWebhook(webhook: try act.installation.view(webhook, for: principal, in: act.session), secret: secret)
        }
    }

    func view(_ webhook: StoredWebhook, for principal: Principal, in session: any Session) throws -> WebhookView {
        var scopes: [OrganisationID: Scope] = [:]
        return try view(webhook, for: principal, knowing: &scopes, in: session)
    }

    /// - Parameter scopes: of the organisations that were read in this look already.
    func view(
        _ webhook: StoredWebhook, for principal: Principal, knowing scopes: inout [OrganisationID: Scope], in session: any Session
    ) throws -> WebhookView {
        let isAnothers = try isOfAnothersUnit(webhook, for: principal, knowing: &scopes, in: session)
        let shown: ChangePosition = isAnothers ? .end(of: max(0, webhook.position.number - 1)) : webhook.position
        return WebhookView(stored: webhook, position: try text(of: shown), isAnothers: isAnothers)
    }

    /// A unit buys through several agents: to the one above its seat, which cards it is told of is no matter.
    func isOfAnothersUnit(_ webhook: StoredWebhook, for principal: Principal, in session: any Session) throws -> Bool {
        var scopes: [OrganisationID: Scope] = [:]
        return try isOfAnothersUnit(webhook, for: principal, knowing: &scopes, in: session)
    }

    private func isOfAnothersUnit(
        _ webhook: StoredWebhook, for principal: Principal, knowing scopes: inout [OrganisationID: Scope], in session: any Session
    ) throws -> Bool {
        guard webhook.organisation != principal.organisation, principal.scope != .everything else { return false }
        let known = try scopes[webhook.organisation] ?? scope(of: webhook, in: session)
        scopes[webhook.organisation] = known
        return if case .unit = known { true } else { false }
    }

    /// What signs now: one secret, or two while the receiver changes over.
    func secrets(of webhook: StoredWebhook, at now: Instant, in session: any Session) throws -> [String] {
        var sealed = [webhook.secret]
        if let former = webhook.former, let until = webhook.formerUntil, now < until { sealed.append(former) }
        return try sealed.compactMap { secret in
            guard let key = try DataKeyRecords.open(secret.key, with: vault, in: session) else { return nil }
            return String(decoding: try vault.open(secret.sealed, under: key, at: Self.place(of: webhook.id)), as: UTF8.self)
        }
    }

    fileprivate static func place(of webhook: WebhookID) -> SealedPlace {
        SealedPlace(table: "webhook", column: "secret", row: webhook.bytes)
    }
}

extension Act {
    /// `whsec_` and base64 of 32 bytes, and the same sealed.
    func freshSecret(of webhook: WebhookID) throws -> (text: String, sealed: SealedSecret) {
        let text = "whsec_" + Base64.text(installation.chance.bytes(32))
        let key = try freshDataKey()
        let sealed = try installation.vault.seal(Array(text.utf8), under: key, at: Installation.place(of: webhook))
        return (text, SealedSecret(sealed: sealed, key: key.id))
    }

    /// A webhook of one's own, or of an organisation below.
    func webhook(_ id: WebhookID) throws -> StoredWebhook {
        guard let webhook = try WebhookRecords.find(id, principal.scope, in: session) else { throw Refusal.notFound }
        recording.about(.organisation, webhook.organisation)
        recording.note("webhook", .string(id.description))
        return webhook
    }

    /// One whose events name cards within one's own sight.
    func ownWebhook(_ id: WebhookID) throws -> StoredWebhook {
        let webhook = try webhook(id)
        guard try !installation.isOfAnothersUnit(webhook, for: principal, in: session) else { throw Refusal.notPermitted }
        return webhook
    }
}

extension WebhookAddressRefusal {
    /// Then a look-up that nobody waits for any more has mostly ended.
    static let crowdedSeconds = 10

    /// What its owner is told.
    package var refusal: Refusal {
        switch self {
        case .form:
            Refusal(
                "webhook-address-form", .invalid, house: .outward, en: "This is not the address of a webhook.", zh: "该地址不是有效的回调地址。",
                mend: LocalText(
                    en: "Give https://HOST[:PORT]/PATH, without user, password or fragment.",
                    zh: "请填写 https://主机[:端口]/路径，不含用户名、密码和片段。"),
                pointer: "/url")
        case .plain:
            Refusal(
                "webhook-address-plain", .invalid, requirements: ["R-DP-24"], en: "Events are sent by HTTPS only.", zh: "回调仅支持 HTTPS。",
                mend: LocalText(en: "Give an address that begins with https://.", zh: "请填写以 https:// 开头的地址。"), pointer: "/url")
        case .unknownHost:
            Refusal(
                "webhook-address-unknown-host", .invalid, house: .outward, en: "This host has no address.", zh: "无法解析该主机名。",
                mend: LocalText(en: "Check the name, and that it is in the public DNS.", zh: "请核对主机名，并确认可在公网解析。"),
                pointer: "/url")
        case .inside:
            Refusal(
                "webhook-address-inside", .invalid, house: .outward, en: "This address is not on the open network.", zh: "该地址不在公网上。",
                mend: LocalText(
                    en: "Give a host all of whose addresses are public.", zh: "请填写所有解析地址均为公网地址的主机。"), pointer: "/url")
        case .late:
            Refusal(
                "webhook-address-late-name-servers", .invalid, house: .outward, en: "The name servers of this host did not answer in time.",
                zh: "该主机名的域名服务器未及时应答。",
                mend: LocalText(
                    en: "Have the host's name servers checked, then try again.", zh: "请检查该主机名的域名服务器后重试。"), pointer: "/url")
        case .crowded:
            Refusal(
                "webhook-address-look-ups-crowded", .tooMany, house: .limits,
                en: "Too many host names are being looked up at the moment.", zh: "正在解析的主机名过多。",
                mend: LocalText(
                    en: "Try again in some seconds; names whose servers answer slowly take the room of your others.",
                    zh: "请稍后重试；应答缓慢的域名会占用贵单位的解析名额。"),
                pointer: "/url", retryAfterSeconds: Self.crowdedSeconds)
        }
    }
}

extension Refusal {
    static let webhooksNotOffered = Refusal(
        "webhooks-not-offered", .conflict, house: .outward, en: "Nobody sends events here.", zh: "本系统未启用事件回调。",
        mend: LocalText(en: "Follow the changes instead (GET /v1/changes).", zh: "请改用变更列表（GET /v1/changes）。"))
    static let webhooksTooMany = Refusal(
        "webhooks-too-many", .conflict, house: .limits, en: "Your organisation has as many webhooks as it may.", zh: "贵单位的回调数量已达上限。",
        mend: LocalText(en: "Delete one that is needed no more.", zh: "请先删除不再使用的回调。"))
}
