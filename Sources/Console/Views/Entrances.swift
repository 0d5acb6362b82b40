import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    func entrances() async throws -> Response { try await write(entrancesPage()) }

    /// Cards whose links are shown on one page, each with its drawing; a file holds as many as may be given out at once.
    private static let shownMax = 100

    /// What was done: links and codes given out, which are on this answer and on no other, or how many were revoked.
    private enum GivenOut {
        case issued([IssuedEntrance], StoredEntrance.Kind)
        case revoked(Int)
    }

    /// Which of the forms was refused and is shown again with what was typed.
    private enum RefusedForm { case issuing, revoking }

    /// Links and codes given out, the newest first, of one card, of a batch or of all; and the forms for more and for none.
    private func entrancesPage(
        _ done: GivenOut? = nil, _ refusal: Refusal? = nil, of refused: RefusedForm? = nil
    ) async throws -> ConsolePage {
        let (card, batch) = (query("card"), query("batch"))
        let standing = query("standing").flatMap { ListedEntrance.Standing(rawValue: $0) }
        let before = try place(1).flatMap { EntranceID($0[0]) }
        let found = try await installation.listEntrances(
            as: principal(), card: card, batch: batch, standing: standing, before: before, limit: 51)
        let rows = found.prefix(50)
        let next = found.count > 50 ? rows.last?.entrance.id.description : nil
        let references = try rows.map { try reference($0.entrance.subscription) }
        let views = try await cardRows(references + (card.map { [$0] } ?? []))
        let names = Dictionary(try await organisations().map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        var values: [String: Any] = [
            "tabs": self.values(of: custodyTabs, at: .entrances), "action": ConsoleLink.entrances.address,
            "revokeAll": ConsoleLink.revokeEntrances.address, "list": batch ?? "", "card": card ?? "",
            "revokedBatch": refused == .revoking ? form["batch"] ?? "" : batch ?? "",
            "ofCard": card.map { [words("entrances.narrowed", ["iccid": views[$0]?.card.iccid ?? words["common.outOfReach"]])] } ?? [],
            "isNarrowed": card != nil || batch != nil || standing != nil, "all": ConsoleLink.entrances.address,
            "standings": standings(standing), "ofStanding": standing?.rawValue ?? "",
            "entrances": zip(rows, references).map { row($0, named($1, in: views), names) }, "isEmpty": rows.isEmpty,
            "next": next.map { [address(.entrances, keeping: ["card", "batch", "standing"], after: $0)] } ?? [],
        ]
        values.merge(entranceFields(card, isKept: refused == .issuing)) { $1 }
        let newest = try await installation.listEntrances(as: principal(), card: nil, before: nil, limit: 1).first
        values["newest"] = newest?.entrance.id.description ?? ""
        if let done { values["done"] = outcome(done) }
        return ConsolePage(
            template: "entrances", title: words["entrances.title"], values: values, refusal: refusal, section: custodyTabs.first?.link)
    }

    /// Of which those alone may be shown that stand so.
    private func standings(_ chosen: ListedEntrance.Standing?) -> [[String: Any]] {
        ListedEntrance.Standing.allCases.map { one in
            ["code": one.rawValue, "name": words["entranceStanding.\(one.rawValue)"], "isChosen": one == chosen]
        }
    }

    /// The form for more, with what was sent where it is shown again.
    private func entranceFields(_ card: String?, isKept: Bool) -> [String: Any] {
        let kept = { (name: String) in isKept ? form[name] ?? "" : "" }
        let chosen = isKept ? form["kind"] : nil
        return [
            "batch": kept("batch"), "numbers": isKept ? kept("numbers") : card ?? "", "deviceType": kept("deviceType"),
            "days": isKept ? kept("days") : String(min(90, installation.settings.entranceDaysMax)),
            "daysMax": words("entrances.daysMax", ["n": String(installation.settings.entranceDaysMax)]),
            "shownMax": words(
                "entrances.shownMax",
                ["n": String(Self.shownMax), "most": grouped(Int64(installation.settings.entranceCardsMax))]),
            "kinds": StoredEntrance.Kind.allCases.map { kind -> [String: Any] in
                ["code": kind.rawValue, "name": words["entranceKind.\(kind.rawValue)"], "isChosen": chosen == kind.rawValue]
            },
        ]
    }

    private func row(_ listed: ListedEntrance, _ card: [String: Any], _ names: [OrganisationID: String]) -> [String: Any] {
        let entrance = listed.entrance
        let isOpen = listed.standing == .open || listed.standing == .used
        let mark = listed.standing == .used ? "●" : isOpen ? "○" : "✕"
        return card.merging([
            "kind": words["entranceKind.\(entrance.kind.rawValue)"],
            "standing": "\(mark) " + words["entranceStanding.\(listed.standing.rawValue)"],
            "deviceType": entrance.deviceType ?? "–", "organisation": names[entrance.organisation] ?? words["custodyPage.outside"],
            "issued": words.time(entrance.issuedAt), "until": words.time(entrance.expiresAt),
            "revoke": isOpen ? [ConsoleLink.revokeEntrance(entrance.id.description).address] : [],
        ]) { $1 }
    }

    private func outcome(_ done: GivenOut) -> [String: Any] {
        switch done {
        case .revoked(let count):
            return ["text": words("entrances.revokedAll", ["n": grouped(Int64(count))]), "once": [String](), "slips": [[String: Any]]()]
        case .issued(let issued, let kind):
            return [
                "text": words("entrances.issued", ["n": grouped(Int64(issued.count))]), "once": [words["entrances.once"]],
                "slips": issued.map { slip($0, kind) },
            ]
        }
    }

    private func slip(_ issued: IssuedEntrance, _ kind: StoredEntrance.Kind) -> [String: Any] {
        let link = link(of: issued, kind)
        return [
            "iccid": issued.iccid, "link": link.map { [$0] } ?? [], "code": link == nil ? [EntranceSheet.inFours(issued.code)] : [],
            "until": words("entrances.until", ["time": words.time(issued.expiresAt)]),
            "drawings": link.flatMap { QRCode($0) }.map { [["side": String($0.side), "path": $0.path]] } ?? [],
        ]
    }

    /// Nil for a code that is typed.
    private func link(of issued: IssuedEntrance, _ kind: StoredEntrance.Kind) -> String? {
        guard kind == .link else { return nil }
        return (console.settings.address(askedAs: request.head.authority, isSecure: context.isSecure) ?? "") + "/p/\(issued.code)"
    }

    /// Shown at once, or as a file for the printer; the answer fetched again gives out none.
    func issueEntrances() async throws -> Response {
        do {
            guard let kind = form["kind"].flatMap({ StoredEntrance.Kind(rawValue: $0) }), let seen = form["newest"] else {
                throw Refusal.formUnreadable
            }
            let newest = EntranceID(seen)
            guard newest != nil || seen.isEmpty else { throw Refusal.formUnreadable }
            let isFile = form["act"] == "file"
            let deviceType = form["deviceType"].flatMap { $0.isEmpty ? nil : $0 }
            let issued = try await installation.issueEntrances(
                as: principal(), kind, cards: chosenCards(), days: number("days") ?? 0, deviceType: deviceType,
                after: EntrancesSeen(newest: newest), cardsMax: isFile ? .max : Self.shownMax)
            guard !isFile else { return sheet(issued, kind) }
            return try await write(entrancesPage(.issued(issued, kind)))
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await write(entrancesPage(nil, refusal, of: .issuing))
        }
    }

    private func sheet(_ issued: [IssuedEntrance], _ kind: StoredEntrance.Kind) -> Response {
        let lines = issued.map { one in
            EntranceSheet.Line(
                iccid: one.iccid, kind: kind.rawValue, code: kind == .link ? one.code : EntranceSheet.inFours(one.code),
                link: link(of: one, kind), expires: one.expiresAt.rfc3339, entrance: one.id.description)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"entrances.csv\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: EntranceSheet.csv(lines))))
    }

    func revokeEntrance() async throws -> Response {
        try await installation.revokeEntrance(as: principal(), identifier())
        let kept = ["card", "batch", "standing"].compactMap { name -> String? in
            guard let text = form[name], !text.isEmpty else { return nil }
            return "\(name)=\(Self.escaped(text))"
        }
        return redirect(to: .entrances, kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
    }

    /// All that open still of a batch.
    func revokeEntrances() async throws -> Response {
        do {
            guard form.isTicked("sure") else { throw Refusal.revocationUnsure }
            let revoked = try await installation.revokeEntrances(as: principal(), cards: chosenCards())
            return try await write(entrancesPage(.revoked(revoked)))
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await write(entrancesPage(nil, refusal, of: .revoking))
        }
    }
}

extension Refusal {
    static let revocationUnsure = Refusal(
        "revocation-unsure", .invalid, house: .choice, en: "It was not confirmed that these shall be revoked.", zh: "尚未确认作废。",
        mend: LocalText(en: "Tick the box beside the button.", zh: "请勾选按钮旁的确认框。"))
}
