import Foundation
import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    /// - Parameters:
    ///   - isLooked: false where nothing may be asked of the store for what was sent.
    ///   - isCounted: false where nothing may be done: whoever counts a person's cards leaves an entry.
    func counterPage(
        _ desk: CounterDesk, _ refusal: Refusal? = nil, isLooked: Bool = true, isCounted: Bool = true
    ) async throws -> ConsolePage {
        let channels = try await installation.listChannels(as: principal()).filter { $0 != .api }
        var desk = desk
        // A case keeps the way by which it came in.
        if desk.resuming == nil { desk.channel = desk.channel.flatMap { channels.contains($0) ? $0 : nil } ?? channels.first }
        var refusal = refusal
        var values: [String: Any] = [
            "action": ConsoleLink.counter.address, "owner": try ownerMark(), "card": desk.card, "mayBegin": !channels.isEmpty,
            "channels": channels.count > 1
                ? channels.map { ["code": $0.rawValue, "name": words["channel.\($0.rawValue)"], "isChosen": $0 == desk.channel] } : [],
            "hasChannels": channels.count > 1, "channel": channels.count == 1 ? channels.map(\.rawValue) : [],
        ]
        var outlook: InPersonOutlook?
        if isLooked, !desk.card.isEmpty, !channels.isEmpty {
            do {
                outlook = try await installation.examineInPerson(
                    as: principal(), card: desk.card, channel: desk.channel, desk.content, consents: desk.consents,
                    resuming: desk.resuming?.application, persons: desk.persons)
            } catch let found as Refusal where [.notFound, .invalid, .conflict].contains(found.kind) {
                refusal =
                    refusal ?? (found.kind == .notFound ? Refusal.counterCardUnknown : found.pointer == nil ? found.at("/card") : found)
            }
        }
        values.merge(try await sentBackValues(desk, isLooked: isLooked)) { $1 }
        if refusal?.kind == .notFound, refusal?.pointer == "/card" { refusal = .counterCardUnknown }
        if let outlook { refusal = refusal ?? outlook.obstacle }
        if let outlook {
            values["card"] = outlook.iccid
            values["outlook"] = cardValues(outlook)
            values["isFirstLook"] = !hasTyped(desk)
        }
        // What was typed is shown again also where the card cannot be registered, or is not found.
        let isFree = outlook.map { $0.obstacle == nil } ?? false
        if isFree || hasTyped(desk) { values["person"] = try await personValues(desk, outlook, refusal, isCounted: isCounted) }
        return ConsolePage(
            template: "counter", title: words["counter.title"], values: values, refusal: refusal, section: .counter,
            place: { [words] refusal in Self.counterPlace(refusal, words) })
    }

    private func hasTyped(_ desk: CounterDesk) -> Bool {
        Self.counterRoles.contains { desk.content.party($0) != nil } || desk.content.evidence?.isEmpty == false || !desk.consents.isEmpty
    }

    // MARK: The card

    private func cardValues(_ outlook: InPersonOutlook) -> [String: Any] {
        [
            "iccid": outlook.iccid, "href": ConsoleLink.card(outlook.reference).address, "carrier": carrierName(outlook.carrier),
            "product": outlook.productName, "cardClass": words["cardClass.\(outlook.cardClass.rawValue)"],
            "isFree": outlook.obstacle == nil,
            "needs": outlook.needs.needs.map { need -> [String: Any] in
                [
                    "method": words.has("counterMethod.\(need.method.rawValue)")
                        ? words["counterMethod.\(need.method.rawValue)"] : need.method.text.text(in: language),
                    "why": need.reason.text(in: language), "owner": ownerName(need.owner),
                    "rules": ruleLinks(need.requirement.map { [$0] } ?? []),
                ]
            },
            "most": outlook.needs.cardsMax.map { [words("counter.most", ["max": String($0)])] } ?? [],
        ]
    }

    private func ownerName(_ owner: PolicyOwner) -> String {
        switch owner {
        case .statute: words["policy.byStatute"]
        case .floor: words["policy.byFloor"]
        case .agent: words["policy.byAgent"]
        }
    }

    // MARK: The person

    private func personValues(
        _ desk: CounterDesk, _ outlook: InPersonOutlook?, _ refusal: Refusal?, isCounted: Bool
    ) async throws -> [String: Any] {
        let told = refusal.map { $0.details.isEmpty ? [$0] : $0.details } ?? []
        // What is merely missing yet is told once it is handed in; what was told already is not told twice.
        let judged = outlook?.failures.filter { $0.code != "missing" && $0.code != "consent-missing" }.map(\.asRefusal) ?? []
        let found = told + judged.filter { other in !told.contains { ($0.code, $0.pointer) == (other.code, other.pointer) } }
        var values: [String: Any] = [
            "reads": ReaderLanguage.allCases.map { other -> [String: Any] in
                ["code": other.rawValue, "name": other == .chinese ? "中文" : "English", "isChosen": other == desk.reads]
            },
            "noticeVersion": installation.inPersonNoticeVersion,
            "versionText": words("counter.version", ["version": installation.inPersonNoticeVersion]),
            "noticeLang": desk.reads.tag, "legal": PersonalNotice.legal.text(in: desk.reads),
            "isLegalAccepted": desk.content.noticeAccepted == true,
            "notices": (outlook?.notices ?? []).map { notice -> [String: Any] in
                [
                    "code": notice.kind.rawValue, "title": capitalised(notice.kind.title.text(in: desk.reads)),
                    "text": notice.text.text(in: desk.reads), "isGiven": desk.consents.contains(notice.kind),
                    "rules": ruleLinks([notice.kind.requirement]),
                ]
            },
            // Consents to what is not asked at the moment are not lost.
            "otherConsents": desk.consents.subtracting(outlook?.notices.map(\.kind) ?? []).map(\.rawValue).sorted(),
            "marks": desk.read.sorted { $0.key < $1.key }.map { ["field": $0.key, "text": $0.value.sent] },
            "groups": partyGroups(desk, outlook, found, isRefused: !told.isEmpty),
            "quota": isCounted ? try await quotaValues(desk, outlook) : [],
            "papers": try await paperValues(desk, outlook, told),
            "limit": words("counter.fileHint", ["n": String(installation.settings.evidenceBytesMax >> 20)]),
            "warnings": (outlook?.outcomes.filter { $0.verdict == .warned } ?? []).map { warning -> [String: Any] in
                ["place": place(warning.subject), "text": warning.text.text(in: language), "rules": ruleLinks([warning.requirement])]
            },
        ]
        let lacking = outlook?.failures.count ?? 0
        values["lackingText"] = outlook == nil ? [] : lacking > 0 ? [words("counter.lacking", ["n": String(lacking)])] : []
        values["isComplete"] = outlook != nil && lacking == 0
        return values
    }

    private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    private func partyGroups(
        _ desk: CounterDesk, _ outlook: InPersonOutlook?, _ found: [Refusal], isRefused: Bool
    ) -> [[String: Any]] {
        // Of several questions the first is looked at, and none before what was refused.
        let asked = isRefused ? nil : desk.changed.first { desk.persons[$0] == nil }
        return Self.counterRoles.map { role in
            let facts = desk.content.party(role)
            let method: VerificationMethod? = role == .guardian ? .guardian : role == .proxy ? .proxy : nil
            let isNeeded = method.map { outlook?.needs.methods.contains($0) == true } ?? true
            let isOfChild = role == .guardian && outlook?.holderAge == .under14
            let wrong = found.filter { $0.pointer == role.pointer }
            return [
                "id": String(role.pointer.dropFirst()), "name": words["party.\(String(role.pointer.dropFirst()))"],
                "hints": [words["counter.\(String(role.pointer.dropFirst()))Hint"]], "isFolded": role != .holder,
                "isOpen": facts != nil || isNeeded || isOfChild || !wrong.isEmpty,
                "faults": wrong.map { $0.reason.text(in: language) + " " + $0.mend.text(in: language) },
                "said": desk.changed.contains(role) ? [personAsked(role, desk, isFocused: role == asked)] : [],
                "fields": counterFields(of: role, facts).map { field -> [String: Any] in
                    var values = self.values(of: field, found, isKept: false)
                    values["needs"] = [[String: Any]]()
                    if desk.read[field.name] != nil {
                        values["hints"] = (values["hints"] as? [String] ?? []) + [words["counter.read"]]
                    }
                    return values
                },
            ]
        }
    }

    /// Who somebody is whose document is another than in the case that was sent back: it is asked, never guessed.
    private func personAsked(_ role: PartyRole, _ desk: CounterDesk, isFocused: Bool) -> [String: Any] {
        let name = "person-\(role.pointer.dropFirst())"
        return [
            "isFocused": isFocused,
            "choices": ChangedPerson.allCases.map { person -> [String: Any] in
                [
                    "id": "\(name)-\(person.rawValue)", "field": name, "code": person.rawValue,
                    "text": words["counter.person-\(person.rawValue)"], "isChosen": desk.persons[role] == person,
                ]
            },
        ]
    }

    /// In the order in which they stand on a document, and in which readers type them; the telephone number stands on none.
    private func counterFields(of role: PartyRole, _ facts: PartyFacts?) -> [DraftField] {
        let key = String(role.pointer.dropFirst())
        let type = facts?.documentType.flatMap(DocumentType.init(rawValue:)) ?? (role == .holder ? .residentID : nil)
        func field(_ name: String, _ standing: String?, _ shape: DraftField.Shape) -> DraftField {
            let label = ["counter.field-\(name)", "field.\(name)", "case.\(name)"].first(where: words.has).map { words[$0] } ?? name
            return DraftField(
                name: "\(key)-\(name)", pointer: "\(role.pointer)/\(name)", label: label, standing: standing ?? "", shape: shape)
        }
        let types = DocumentType.allCases.filter { $0.subject == .person }
        let isLong = facts?.validUntil == DayText.longTerm
        let day = DraftField.Shape.text(hint: words["counter.dayHint"])
        var fields = [
            field("documentType", type?.rawValue, .choice(types.map { ($0.rawValue, words["document.\($0.rawValue)"]) })),
            field("name", facts?.name, .text(hint: words["counter.nameHint"])),
            field("documentNumber", facts?.documentNumber, .text(hint: words["counter.numberHint"])),
        ]
        if type == .foreignPermanentID || facts?.formerNumber != nil {
            fields.append(field("formerNumber", facts?.formerNumber, .text(hint: words["counter.formerHint"])))
        }
        if type?.mayLackBirthDate == true || facts?.birthDate != nil { fields.append(field("birthDate", facts?.birthDate, day)) }
        fields.append(field("address", facts?.address, .text(hint: type?.bearsAddress == false ? words["counter.addressFree"] : nil)))
        if type?.bearsValidity != false || facts?.validFrom != nil || facts?.validUntil != nil {
            fields += [
                field("validFrom", facts?.validFrom, day), field("validUntil", isLong ? nil : facts?.validUntil, day),
                field("longTerm", isLong ? "yes" : "", .tick),
            ]
        }
        let isContactFree = PersonalContentRules.mayLackContact.contains(role)
        fields.append(field("contact", facts?.contact, .text(hint: isContactFree ? words["counter.contactFree"] : nil)))
        return fields
    }

    /// How many cards the person has left, once name and number are there.
    private func quotaValues(_ desk: CounterDesk, _ outlook: InPersonOutlook?) async throws -> [[String: Any]] {
        // Whoever was counted when it was handed in first, and may stand masked, is counted again when it is handed in.
        guard let outlook, desk.resuming == nil, let holder = desk.content.holder,
            let quota = try await installation.countCardsInPerson(as: principal(), card: outlook.reference, of: holder)
        else { return [] }
        let max = String(quota.max)
        let text =
            quota.used.map { used in
                words("counter.quota", ["used": String(used), "max": max, "left": String(Swift.max(0, quota.max - used))])
            } ?? words("counter.quotaLater", ["max": max])
        return [
            [
                "text": text, "isFull": quota.isReached,
                "release": quota.isReached ? [CardQuota.howToRelease.text(in: language)] : [],
                "rules": ruleLinks(["R-PH-03", "R-IC-16"]),
            ]
        ]
    }

    // MARK: Pictures and papers

    private func paperValues(_ desk: CounterDesk, _ outlook: InPersonOutlook?, _ told: [Refusal]) async throws -> [[String: Any]] {
        let kept = desk.content.evidence ?? [:]
        let asked = outlook?.slots ?? []
        // What is there already is not lost while the card is not.
        let more = kept.keys.compactMap { EvidenceSlot(rawValue: $0) }.filter { !asked.contains($0) }.sorted { $0.rawValue < $1.rawValue }
        var rows: [[String: Any]] = []
        for slot in asked + more {
            let piece = try await kept[slot.rawValue]?.first.flatMap { EvidenceID($0) }.asyncMap { try await known($0) } ?? nil
            let faults = told.filter { $0.pointer == "/evidence/\(slot.rawValue)" }
            var row: [String: Any] = [
                "slot": slot.rawValue, "name": slotName(slot.rawValue), "isLacking": piece == nil,
                "mark": piece == nil ? "○" : "✓", "word": words[piece == nil ? "demand.missing" : "demand.met"],
                "isTouched": told.isEmpty && !desk.isUnsaid && desk.touched == slot, "isRefused": !faults.isEmpty,
                "isPhoto": slot == .holderOnSitePhoto,
                "accept": slot == .holderOnSitePhoto ? "image/jpeg,image/png" : "image/jpeg,image/png,application/pdf",
                "faults": faults.map { ["text": $0.reason.text(in: language), "mend": $0.mend.text(in: language)] },
                "mayInsist": faults.contains { $0.code.hasPrefix("picture-") },
            ]
            if let piece {
                row["piece"] = [
                    "id": piece.id.description, "kind": words[piece.mediaType.hasPrefix("image/") ? "draft.picture" : "draft.paper"],
                    "size": words("draft.kilobytes", ["n": String(max(1, piece.bytes >> 10))]), "at": words.time(piece.recordedAt),
                    "isUsedElsewhere": piece.duplicateOf != nil,
                ]
            }
            rows.append(row)
        }
        return rows
    }

    /// Where on the page a problem stands.
    private static func counterPlace(_ refusal: Refusal, _ words: Words) -> (name: String, href: String)? {
        refusal.pointer.flatMap { counterPlace(at: $0, words) }
    }

    static func counterPlace(at pointer: String, _ words: Words) -> (name: String, href: String)? {
        let parts = pointer.split(separator: "/").map(String.init)
        guard let first = parts.first else { return nil }
        switch (first, parts.count) {
        case ("card", 1): return (words["counter.card"], "#card")
        case ("noticeAccepted", 1): return (words["counter.legal"], "#noticeAccepted")
        case ("consents", 2): return (words["counter.notices"], "#consent-\(parts[1])")
        case ("evidence", 2): return (words.has("slot.\(parts[1])") ? words["slot.\(parts[1])"] : parts[1], "#\(parts[1])")
        case ("holder", _), ("guardian", _), ("proxy", _):
            let party = words["party.\(first)"]
            guard parts.count == 2 else { return (party, "#\(first)") }
            return (party + words["case.of"] + (words.has("field.\(parts[1])") ? words["field.\(parts[1])"] : ""), "#\(first)-\(parts[1])")
        default: return nil
        }
    }
}

extension Optional where Wrapped: Sendable {
    fileprivate func asyncMap<Value>(_ change: (Wrapped) async throws -> Value) async rethrows -> Value? {
        guard let self else { return nil }
        return try await change(self)
    }
}

extension Refusal {
    static let counterCardUnknown = Refusal(
        "not-found", .notFound, house: .scope, en: "No card of yours has this number.", zh: "您名下没有该号码的卡。",
        mend: LocalText(
            en: "Compare it with the card; a card of another hall or agent is registered there.", zh: "请与卡面核对；其他营业厅或代理商的卡请到原售卡处办理。"),
        pointer: "/card")
}
