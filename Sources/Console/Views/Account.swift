import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    func account() async throws -> Response { try await write(accountPage()) }

    func accountPage(_ refusal: Refusal? = nil) async throws -> ConsolePage {
        let own = try await installation.readSession(as: principal())
        let sessions = try await installation.listSessions(as: principal())
        return ConsolePage(
            template: "account", title: words["account.title"],
            values: [
                "login": own.account.login ?? "", "organisation": own.organisation.name,
                "roles": own.account.roles.map { words["role.\($0.rawValue)"] }.joined(separator: words["common.comma"]),
                "hasFactor": own.account.hasSecondFactor, "charactersMin": String(installation.settings.passwordCharactersMin),
                "factorAction": ConsoleLink.renewedFactor.address,
                "keys": may(.apiKeyManage) ? [ConsoleLink.apiKeys.address] : [],
                "sessions": sessions.map { session -> [String: Any] in
                    [
                        "label": session.label.isEmpty ? words["account.unnamed"] : session.label,
                        "started": words.time(session.startedAt), "refreshed": words.time(session.refreshedAt),
                        "isCurrent": session.isCurrent, "end": ConsoleLink.session(session.id.description).address,
                    ]
                },
            ], refusal: refusal)
    }

    /// Everything else signed in with the old password ends.
    func changePassword() async throws -> Response {
        do {
            guard form["new"] == form["again"] else { throw Refusal.passwordsDiffer }
            try await installation.changePassword(as: principal(), current: form["current"] ?? "", new: form["new"] ?? "")
        } catch let refusal as Refusal {
            return try await write(accountPage(refusal))
        }
        return redirect(to: .account)
    }

    func endSession() async throws -> Response {
        try await installation.revokeSession(as: principal(), identifier())
        return redirect(to: .account)
    }
}
