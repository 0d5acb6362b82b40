import Hummingbird
import Ledger
import Numbers
import Pages
import Records
import Registry
import UseCases
import Vault
import Web

extension ConsoleVisit {
    /// Entries of the trail, the newest first. Looking is an entry too.
    func trail() async throws -> Response {
        do {
            if may(.trailRead), let typed = query("actor"), AccountID(typed) == nil { return try await trail(of: typed) }
            return try await write(trailPage(await installation.listTrail(as: principal(), trailFilter(), before: trailPlace(), limit: 50)))
        } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .malformed {
            return try await write(trailPage(Page(rows: [], next: nil), refusal))
        }
    }

    /// The address with the account itself in place of the name that was typed: so it stands in links, in exports and on the trail.
    private func trail(of login: String) async throws -> Response {
        let account: AccountID
        do {
            account = try await installation.findAccount(as: principal(), login: login).id
        } catch let refusal as Refusal where [.notFound, .invalid, .forbidden].contains(refusal.kind) {
            throw Refusal.personUnknown
        }
        let rest = address(.trail, keeping: Self.filterNames.filter { $0 != "actor" })
        let begun = rest == ConsoleLink.trail.address ? "?" : String(rest.dropFirst(ConsoleLink.trail.address.count)) + "&"
        return redirect(to: .trail, begun + "actor=\(account)")
    }

    private static let filterNames: [Substring] = ["from", "until", "actor", "action", "subjectKind", "subject"]

    /// The login of the account that is asked for, where this person may know it.
    private func actorAsked() async throws -> String {
        let asked = query("actor") ?? ""
        guard may(.accountRead), let account = AccountID(asked) else { return asked }
        do {
            return try await installation.readAccount(as: principal(), account).login ?? asked
        } catch let refusal as Refusal where refusal.kind == .notFound {
            return asked
        }
    }

    private func trailPage(_ found: Page<StoredTrailEntry, TrailCursor>, _ refusal: Refusal? = nil) async throws -> ConsolePage {
        let head = try await installation.trailHead(as: principal())
        let logins = try await logins(of: found.rows.map(\.actor))
        let names = Self.filterNames
        var values: [String: Any] = [
            "formAction": ConsoleLink.trail.address, "exports": ConsoleLink.exports.address,
            "from": query("from") ?? "",
            "until": query("until") ?? "", "actor": try await actorAsked(), "subject": query("subject") ?? "",
            "kinds": SubjectKind.allCases.map { kind -> [String: Any] in
                ["code": kind.rawValue, "name": words["subject.\(kind.rawValue)"], "isChosen": kind.rawValue == query("subjectKind")]
            },
            "actions": actionsOffered(),
            "isFiltered": names.contains { query($0) != nil }, "isEmpty": found.rows.isEmpty, "isLater": query("after") != nil,
            "entries": found.rows.map { row($0, logins) }, "size": String(head.head?.head.size ?? 0),
            "root": (head.head?.head.root ?? MerkleHash.emptyRoot).hex, "pending": String(head.pending),
            "next": found.next.map { [address(.trail, keeping: names, after: "\($0.recordedAt.milliseconds).\($0.entry)")] } ?? [],
        ]
        // A filter that does not travel must not be lost on the way.
        if query("subject") == nil { values["export"] = [Self.asking(.trail, address(.newExport, keeping: names))] }
        if let at = head.head?.recordedAt { values["headAt"] = words.time(at) }
        return ConsolePage(
            template: "trail", title: words["trail.title"],
            values: values,
            refusal: refusal, section: .trail)
    }

    /// Acts that have a name in the catalogue, in the order of their codes, which begin with their noun.
    private static let actions = Console.catalogue.english.keys.filter { $0.hasPrefix("act.") }.map { String($0.dropFirst(4)) }.sorted()

    /// By their words; what an address asks for is among them even where it has none.
    private func actionsOffered() -> [[String: Any]] {
        let asked = query("action")
        var codes = Self.actions
        if let asked, !codes.contains(asked) { codes.append(asked) }
        return codes.map { code -> [String: Any] in ["code": code, "name": actName(code), "isChosen": code == asked] }
    }

    private func actName(_ code: String) -> String { words.has("act.\(code)") ? words["act.\(code)"] : code }

    private func trailFilter() throws -> TrailFilter {
        let until = try day("until").map { Instant(milliseconds: $0.shanghaiMidnight).adding(days: 1) }
        let actor = try query("actor").map { text throws(Refusal) in
            guard let id = AccountID(text) else { throw .identifierUnreadable }
            return id
        }
        return TrailFilter(
            from: try day("from").map { Instant(milliseconds: $0.shanghaiMidnight) }, to: until, actor: actor, subject: try trailSubject(),
            action: query("action"))
    }

    /// Of a card its reference, of a product its code, of anything else its id.
    private func trailSubject() throws(Refusal) -> TrailSubject? {
        guard let text = query("subject") else { return nil }
        guard let kind = query("subjectKind").flatMap({ SubjectKind(rawValue: $0) }) else { throw .subjectKindMissing }
        if kind == .card, let card = installation.secrets.references.subscription(from: text) { return TrailSubject(card: card) }
        if kind == .product { return TrailSubject(kind, Array(text.utf8)) }
        guard let id = Identifier<Never>(text) else { throw .identifierUnreadable }
        return TrailSubject(kind, id)
    }

    private func trailPlace() throws(Refusal) -> TrailCursor? {
        guard let keys = try place(2) else { return nil }
        guard let at = Int64(keys[0]), JSONValue.integerRange.contains(at), let entry = Identifier<TrailEntry>(keys[1]) else {
            throw .cursorUnknown
        }
        return TrailCursor(recordedAt: Instant(milliseconds: at), entry: entry)
    }

    /// By which name people sign in; ids of those out of reach stay ids.
    func logins(of actors: [AccountID]) async throws -> [AccountID: String] {
        var logins = [try principal().account: words["trail.you"], Principal.system.account: words["trail.system"]]
        guard may(.accountRead) else { return logins }
        for actor in Set(actors) where logins[actor] == nil {
            do {
                logins[actor] = try await installation.readAccount(as: principal(), actor).login
            } catch let refusal as Refusal where refusal.kind == .notFound {
                continue
            }
        }
        return logins
    }

    private func row(_ entry: StoredTrailEntry, _ logins: [AccountID: String]) -> [String: Any] {
        // Of several things the first; the entry's page tells all.
        let subjects = (try? JSONValue(parsing: entry.body))?["subjects"]?.arrayValue ?? []
        return [
            "href": ConsoleLink.trailEntry(entry.id.description).address, "at": words.timeToTheSecond(entry.recordedAt),
            "act": actName(entry.action), "code": entry.action, "about": subjects.prefix(1).map(subject),
            "actor": logins[entry.actor] ?? entry.actor.description,
            "byActor": ConsoleLink.trail.address + "?actor=\(entry.actor)",
            "number": entry.number.map(String.init) ?? words["trail.pending"],
        ]
    }

    // MARK: One entry

    /// With its proof, which is tried here again.
    func trailEntry() async throws -> Response {
        let found = try await installation.readTrailEntry(as: principal(), identifier())
        let entry = found.entry
        var values = row(entry, try await logins(of: [entry.actor]))
        let more: [String: Any] = [
            "id": entry.id.description, "body": entry.body, "leafHash": entry.leafHash?.hex ?? "–",
            "trail": ConsoleLink.trail.address, "isPending": found.proof == nil,
        ]
        values.merge(more) { $1 }
        values.merge(facts(try JSONValue(parsing: entry.body))) { $1 }
        if let proof = found.proof, let head = found.head {
            let leaf = MerkleHash.leaf(Array(entry.body.utf8))
            values["proof"] = [
                "index": String(proof.index), "size": String(proof.size), "root": head.head.root.hex, "at": words.time(head.recordedAt),
                "path": proof.path.map { ["hash": $0.hex] },
                "isRight": leaf == entry.leafHash && proof.verifies(leafHash: leaf, root: head.head.root),
            ]
        }
        return write(
            ConsolePage(
                template: "trail-entry", title: words("trail.entryTitle", ["number": entry.number.map(String.init) ?? "–"]), values: values,
                section: .trail))
    }

    /// What the entry says beside who and when.
    private func facts(_ body: JSONValue) -> [String: Any] {
        let data = body["data"]?.objectValue?.members ?? []
        let facts = body["facts"]?.arrayValue ?? []
        var values: [String: Any] = [
            "means": body["actor"]?["means"]?.stringValue.map { words["means.\($0)"] } ?? "–",
            "subjects": (body["subjects"]?.arrayValue ?? []).map(subject),
            "data": data.map { ["name": $0.key, "text": $0.value.stringValue ?? (try? $0.value.canonicalText()) ?? "–"] },
            "hasData": !data.isEmpty, "facts": facts.map { ["text": (try? $0.canonicalText()) ?? "–"] }, "hasFacts": !facts.isEmpty,
        ]
        if let purpose = body["purpose"]?.stringValue { values["purpose"] = purpose }
        return values
    }

    /// Of a card the page, of anything else what else was done with it.
    private func subject(_ value: JSONValue) -> [String: Any] {
        let kind = value["kind"]?.stringValue ?? "", id = value["id"]?.stringValue ?? ""
        let bytes = Hex.bytes(id) ?? []
        var name = id
        if kind == SubjectKind.card.rawValue, bytes.count == 8 {
            let card = bytes.reduce(Int64(0)) { $0 << 8 | Int64($1) }
            name = (try? reference(card)) ?? id
        } else if kind == SubjectKind.product.rawValue {
            name = String(decoding: bytes, as: UTF8.self)
        } else if bytes.count == 16 {
            name = Identifier<Never>(bytes: bytes)?.description ?? id
        }
        return [
            "kind": words.has("subject.\(kind)") ? words["subject.\(kind)"] : kind, "name": name,
            "href": ConsoleLink.trail.address + "?subjectKind=\(Self.escaped(kind))&subject=\(Self.escaped(name))",
        ]
    }
}

extension Refusal {
    static let identifierUnreadable = Refusal(
        "identifier-unreadable", .invalid, house: .form, en: "This is no identifier.", zh: "编号格式不正确。",
        mend: LocalText(en: "Take it over from a list or a page.", zh: "请从列表或页面中复制。"))
    static let personUnknown = Refusal(
        "person-unknown", .invalid, house: .scope, en: "Nobody within reach signs in by this name.", zh: "可见范围内没有使用该登录名的人员。",
        mend: LocalText(en: "Type the login, or take the account's number over from a page.", zh: "请填写登录名，或从页面中复制账号编号。"))
    static let subjectKindMissing = Refusal(
        "subject-kind-missing", .invalid, house: .choice, en: "Say what kind of thing it is.", zh: "请选择对象类型。",
        mend: LocalText(en: "Choose the kind beside the identifier.", zh: "请在编号旁选择类型。"))
}
