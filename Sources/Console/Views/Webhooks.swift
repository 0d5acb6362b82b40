import Foundation
import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Vault
import Web

extension ConsoleVisit {
    func webhooks() async throws -> Response { try await write(webhooksPage()) }

    /// Addresses that are told of cards, and a form for another. A new secret is shown once, in the answer to the form that made it.
    private func webhooksPage(_ created: CreatedWebhook? = nil, _ refusal: Refusal? = nil) async throws -> ConsolePage {
        let found = try await installation.listWebhooks(as: principal(), before: place(1).flatMap { WebhookID($0[0]) }, limit: 50)
        let isSent = created == nil && form["form"] != nil
        var values: [String: Any] = [
            "tabs": self.values(of: settingTabs, at: .webhooks), "action": ConsoleLink.webhooks.address,
            "webhooks": found.rows.map { row($0.stored) }, "isEmpty": found.rows.isEmpty, "url": isSent ? form["url"] ?? "" : "",
            "kinds": CardChangeKind.allCases.map { kind -> [String: Any] in
                [
                    "code": kind.rawValue, "name": words["changeKind.\(kind.rawValue)"],
                    "isTicked": isSent && form.isTicked("kind-\(kind.rawValue)"),
                ]
            },
            "next": found.next.map { [address(.webhooks, keeping: [], after: $0.description)] } ?? [],
        ]
        if let created { values["created"] = ["url": created.webhook.stored.url, "secret": created.secret] }
        return ConsolePage(
            template: "webhooks", title: words["webhooks.title"],
            values: values,
            refusal: refusal, section: settingTabs.first?.link)
    }

    private func row(_ webhook: StoredWebhook) -> [String: Any] {
        var values: [String: Any] = [
            "href": ConsoleLink.webhook(webhook.id.description).address, "url": webhook.url, "isRunning": webhook.state == .running,
            "state": words["webhookState.\(webhook.state.rawValue)"], "created": words.time(webhook.createdAt),
            "kinds": webhook.kinds.map { words["changeKind.\($0.rawValue)"] }.joined(separator: words["common.comma"]),
        ]
        if let since = webhook.failingSince {
            values["failing"] = ["since": words.time(since), "tries": String(webhook.tries), "why": failure(webhook.failure)]
        }
        return values
    }

    /// Why nobody took something.
    func failure(_ code: String?) -> String {
        guard let code else { return "–" }
        return words.has("delivery.\(code)") ? words["delivery.\(code)"] : code
    }

    func createWebhook() async throws -> Response {
        do {
            let kinds = Set(CardChangeKind.allCases.filter { form.isTicked("kind-\($0.rawValue)") })
            return try await write(
                webhooksPage(
                    await installation.createWebhook(
                        as: principal(), url: form["url"]?.trimmingCharacters(in: .whitespacesAndNewlines) ?? "", kinds: kinds)))
        } catch let refusal as Refusal {
            return try await write(webhooksPage(nil, refusal))
        }
    }

    // MARK: One of them

    /// What came of something done to it that is on no record.
    private struct Done {
        var secret: String?
        var trial: WebhookTrial?
    }

    func webhook() async throws -> Response { try await write(webhookPage()) }

    private func webhookPage(_ done: Done = Done(), _ refusal: Refusal? = nil) async throws -> ConsolePage {
        let webhook: WebhookID = try identifier()
        let read = try await installation.readWebhook(as: principal(), webhook)
        let stored = read.stored
        let state = query("state").flatMap { WebhookEventState(rawValue: $0) }
        let after = try place(2).map { keys throws(Refusal) in
            guard let number = Int64(keys[0]), let lo = installation.secrets.references.subscription(from: keys[1]) else {
                throw .cursorUnknown
            }
            return StoredWebhookEvent.Place(number: number, lo: lo)
        }
        let found =
            read.isAnothers
            ? Page(rows: [], next: nil)
            : try await installation.listWebhookEvents(as: principal(), of: webhook, state: state, before: after, limit: 50)
        let states: [WebhookEventState?] = [nil] + WebhookEventState.allCases
        let link = ConsoleLink.webhook(id)
        var values = row(stored)
        let more: [String: Any] = [
            "tabs": self.values(of: settingTabs, at: .webhooks), "all": ConsoleLink.webhooks.address,
            "act": ConsoleLink.webhookAct(id).address, "replay": ConsoleLink.replayEvent(id).address,
            "isOwn": stored.organisation == (try principal()).organisation, "events": found.rows.map(row), "isEmpty": found.rows.isEmpty,
            "states": states.map { other -> [String: Any] in
                [
                    "href": link.address + (other.map { "?state=\($0.rawValue)" } ?? ""),
                    "name": other.map { words["eventState.\($0.rawValue)"] } ?? words["cards.all"], "isCurrent": other == state,
                ]
            },
            "next": try found.next.map { [address(link, keeping: ["state"], after: "\($0.number).\(try reference($0.lo))")] } ?? [],
        ]
        values.merge(more) { $1 }
        if read.isAnothers {
            values["isAnothers"] = true
        } else {
            values.merge(try await callbacks(of: webhook)) { $1 }
        }
        if let until = stored.formerUntil, until > installation.now() { values["formerUntil"] = words.time(until) }
        if let secret = done.secret { values["secret"] = secret }
        if let trial = done.trial {
            values["trial"] = [
                "isTaken": trial.isTaken, "text": words[trial.isTaken ? "webhooks.taken" : "webhooks.notTaken"],
                "why": trial.failure.map { [failure($0)] } ?? [],
            ]
        }
        return ConsolePage(
            template: "webhook", title: words["webhooks.one"],
            values: values, refusal: refusal, section: settingTabs.first?.link)
    }

    /// Single requests that are told under its secret: those that wait, unless others are asked for.
    private func callbacks(of webhook: WebhookID) async throws -> [String: Any] {
        let state = query("callbacks").flatMap { CallbackState(rawValue: $0) } ?? .waiting
        let link = ConsoleLink.webhook(id).address
        let found = try await installation.listCallbacks(
            as: principal(), of: webhook, state, before: query("before").flatMap { ApplicationID($0) }, limit: 50)
        let states: [CallbackState] = [.waiting, .dead, .delivered, .idle]
        return [
            "callbackStates": states.map { other -> [String: Any] in
                ["href": link + "?callbacks=\(other.rawValue)", "name": words["callbacks.\(other.rawValue)"], "isCurrent": other == state]
            },
            "callbacks": found.rows.map { callback -> [String: Any] in
                var values: [String: Any] = [
                    "url": callback.url, "request": callback.application.description, "tries": String(callback.tries),
                    "at": callback.happenedAt.map(words.time) ?? "–", "due": callback.dueAt.map(words.time) ?? "–",
                    "why": failure(callback.failure),
                ]
                if may(.registrationRead) { values["href"] = ConsoleLink.application(callback.application.description).address }
                return values
            },
            "hasCallbacks": !found.rows.isEmpty,
            "nextCallbacks": found.next.map { [link + "?callbacks=\(state.rawValue)&before=\($0)"] } ?? [],
        ]
    }

    private func row(_ event: StoredWebhookEvent) -> [String: Any] {
        [
            "id": event.id.description, "at": words.time(event.happenedAt), "kind": words["changeKind.\(event.kind.rawValue)"],
            "state": words["eventState.\(event.state.rawValue)"],
            "mark": event.state == .delivered ? "●" : event.state == .dead ? "✕" : "◔",
            "tries": String(event.tries), "cards": event.cards.hi == .max ? "–" : String(event.cards.count),
            "why": failure(event.failure), "mayReplay": event.state != .waiting,
        ]
    }

    func actOnWebhook() async throws -> Response {
        let webhook: WebhookID = try identifier()
        do {
            switch form["act"] {
            case "test": return try await write(webhookPage(Done(trial: await installation.tryWebhook(as: principal(), webhook))))
            case "pause": _ = try await installation.pauseWebhook(as: principal(), webhook)
            case "resume": _ = try await installation.resumeWebhook(as: principal(), webhook)
            case "rotate":
                return try await write(webhookPage(Done(secret: await installation.rotateWebhookSecret(as: principal(), webhook).secret)))
            case "delete":
                guard form.isTicked("sure") else { throw Refusal.deletionUnsure }
                try await installation.deleteWebhook(as: principal(), webhook)
                return redirect(to: .webhooks)
            default: throw Refusal.formUnreadable
            }
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await write(webhookPage(Done(), refusal))
        }
        return redirect(to: .webhook(id))
    }

    func replayEvent() async throws -> Response {
        do {
            guard let event = form["event"].flatMap({ WebhookEventID($0) }) else { throw Refusal.formUnreadable }
            return try await write(
                webhookPage(Done(trial: await installation.replayWebhookEvent(as: principal(), identifier(), event: event))))
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await write(webhookPage(Done(), refusal))
        }
    }
}

extension Refusal {
    static let deletionUnsure = Refusal(
        "deletion-unsure", .invalid, house: .choice, en: "It was not confirmed that this shall be deleted.", zh: "尚未确认删除。",
        mend: LocalText(en: "Tick the box beside the button.", zh: "请勾选按钮旁的确认框。"))
}
