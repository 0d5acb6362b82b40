import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    /// Handing parts of a draft over to the persons they are about.
    func draftParts() async throws -> Response { try await partsPage() }

    /// The link is on this answer and on no other; the answer fetched again makes none.
    func issuePart() async throws -> Response {
        let application: ApplicationID = try identifier()
        do {
            guard let role = form["role"].flatMap({ PartyRole(rawValue: $0) }), let given = form["given"].flatMap({ Int($0) })
            else { throw Refusal.formUnreadable }
            return try await partsPage(
                issued: try await installation.issuePartLink(as: principal(), application, role, given: given))
        } catch let refusal as Refusal where [.invalid, .conflict, .stale].contains(refusal.kind) {
            return try await partsPage(refusal)
        }
    }

    func revokePart() async throws -> Response {
        guard let link = form["link"].flatMap({ PartLinkID($0) }) else { throw Refusal.formUnreadable }
        do {
            try await installation.revokePartLink(as: principal(), link)
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return try await partsPage(refusal)
        }
        return redirect(to: .draftParts(id))
    }

    private func partsPage(_ refusal: Refusal? = nil, issued: IssuedPartLink? = nil) async throws -> Response {
        guard let view = try await openDraft() else { return redirect(to: .application(id)) }
        let examined = try await installation.examineApplication(as: principal(), identifier())
        let parts = try await installation.readParts(as: principal(), identifier())
        var values = draftValues(view, examined, at: nil)
        values["isCheck"] = false
        values["issue"] = ConsoleLink.draftParts(id).address
        values["revoke"] = ConsoleLink.revokePart(id).address
        values["hours"] = words("parts.hours", ["n": String(installation.settings.partLinkHours)])
        values["given"] = String(parts.links.count)
        values["parts"] = parts.roles.map { row($0, parts) }
        values["hasParts"] = !parts.roles.isEmpty
        values["offers"] = issued.map { [offer($0, view)] } ?? []
        return write(
            ConsolePage(
                template: "draft-parts", title: words["parts.title"], values: values, refusal: refusal,
                section: registrationTabs.first?.link))
    }

    private func name(of role: PartyRole) -> String { words["party.\(role.pointer.dropFirst())"] }

    private func row(_ role: PartyRole, _ parts: ApplicationParts) -> [String: Any] {
        let links = parts.links.filter { $0.link.role == role }
        let open = links.first { $0.standing == .open }
        let isCompleted = links.contains { $0.standing == .completed }
        var lines = links.first { $0.standing == .completed }.map { [completion($0.link)] } ?? []
        if let newest = links.first, newest.standing != .completed { lines.append(text(of: newest)) }
        return [
            "role": role.rawValue, "name": name(of: role), "lines": lines, "isUntouched": lines.isEmpty,
            "open": open.map { [["id": $0.link.id.description]] } ?? [],
            "label": words[open != nil ? "parts.issueAnew" : isCompleted ? "parts.issueAgain" : "parts.issue"],
        ]
    }

    private func text(of view: PartLinkView) -> [String: Any] {
        let link = view.link
        var text = words("parts.standing-\(view.standing.rawValue)", ["time": words.time(link.expiresAt)])
        if view.standing == .open {
            text += " " + (link.openedAt.map { words("parts.opened", ["time": words.time($0)]) } ?? words["parts.notOpened"])
        }
        return ["mark": view.standing == .open ? "○" : "✕", "text": text, "isLacking": false]
    }

    private func completion(_ link: StoredPartLink) -> [String: Any] {
        var text = words(
            "parts.completed",
            ["time": words.time(link.completedAt ?? link.issuedAt), "version": link.noticeVersion ?? ""])
        if let changed = link.changedAt { text += " " + words("parts.changed", ["time": words.time(changed)]) }
        return ["mark": link.changedAt == nil ? "✓" : "△", "text": text, "isLacking": link.changedAt != nil]
    }

    private func offer(_ issued: IssuedPartLink, _ view: ApplicationView) -> [String: Any] {
        let address = console.settings.address(askedAs: request.head.authority, isSecure: context.isSecure) ?? ""
        let link = address + issued.path
        return [
            "role": name(of: issued.role), "unit": view.unit?.name ?? view.content?.unit?.name ?? "", "address": link,
            "until": words("parts.until", ["time": words.time(issued.expiresAt)]),
            "drawings": QRCode(link).map { [["side": String($0.side), "path": $0.path]] } ?? [],
        ]
    }

    // MARK: On other pages

    /// What the persons completed themselves, for whoever looks at the application.
    func completedParts(_ application: ApplicationID) async throws -> [[String: Any]] {
        try await installation.completedParts(as: principal(), application).map { link in
            completion(link).merging(["name": name(of: link.role)]) { $1 }
        }
    }
}
