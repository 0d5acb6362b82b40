import Pages
import Records
import Registry
import UseCases
import Web

/// Everything at a glance before it is handed in. A person's own data, in clear but for the number, which others may read over the
/// shoulder.
struct Glance {
    let view: PersonalCaseView
    let way: Way
    let words: Words

    var sections: [[String: Any]] {
        let parties = [PartyRole.holder, .guardian, .proxy].filter { role in
            role == .holder || way.steps.contains(role == .guardian ? .guardian : .proxy)
        }
        let pictures = pictureRows
        let document = way.steps.contains(.document) ? [documentRow] : []
        return [section(pictureStep, heading: words["step.\(pictureStep.rawValue)"], document + pictures)]
            + parties.map { section(.details, heading: words["details.\($0.pointer.dropFirst())"], rows(of: $0)) }
            + [section(.consent, heading: words["review.consents"], consentRows)]
    }

    /// Where the pictures shown first are taken.
    private var pictureStep: Step { [.document, .face, .photo].first(where: way.steps.contains) ?? .document }

    private func section(_ step: Step, heading: String, _ rows: [[String: Any]]) -> [String: Any] {
        ["heading": heading, "href": step.address, "rows": rows]
    }

    private func row(_ label: String, _ value: String?) -> [String: Any] { GlanceRows(words: words).row(label, value) }

    private var documentRow: [String: Any] {
        row(words["details.documentType"], view.content.holder?.documentType.map { words["type.\($0)"] })
    }

    private var pictureRows: [[String: Any]] {
        let type = view.content.holder?.documentType.flatMap(DocumentType.init(rawValue:))
        let slots =
            (way.view.effectiveNeeds.methods.contains(.documentPhotos) ? PictureSlots.document(type) : [])
            + way.steps.flatMap(PictureSlots.of)
            + (way.steps.contains(.face) ? [EvidenceSlot.faceCapture] : [])
        let captured =
            way.steps.contains(.capture)
            ? [row(words["step.capture"], view.isCaptured ? "✓ \(words["common.done"])" : nil)] : []
        return captured
            + slots.map { slot in
                let name = slot == .faceCapture ? words["step.face"] : words["picture.\(slot.rawValue)"]
                return row(name, view.hasPicture(slot) ? "✓ \(words["common.done"])" : nil)
            }
    }

    private func rows(of role: PartyRole) -> [[String: Any]] {
        let facts = view.content.party(role) ?? PartyFacts()
        let shown = GlanceRows(words: words)
        return view.kind == .prove ? [shown.number(of: facts)] : shown.rows(of: facts, as: role)
    }

    private var consentRows: [[String: Any]] {
        ConsentKind.needed(for: view.needs, isOfChild: view.isOfChild).map { kind in
            let latest = view.latest(kind)
            let title = kind.title.text(in: words.language)
            let isDeclined = kind == .face && view.content.declinesFaceRecognition == true
            let value = isDeclined || latest?.isGiven == false ? words["review.declined"] : latest == nil ? nil : words["review.given"]
            return row(title.prefix(1).uppercased() + title.dropFirst(), value)
        }
    }
}

/// What one person's data look like at a glance.
struct GlanceRows {
    let words: Words

    func row(_ label: String, _ value: String?) -> [String: Any] {
        let isMissing = (value ?? "").isEmpty
        return ["label": label, "value": isMissing ? words["review.missing"] : value ?? "", "isMissing": isMissing, "secret": false]
    }

    func number(of facts: PartyFacts) -> [String: Any] { secret(words["details.documentNumber"], facts.documentNumber) }

    func rows(of facts: PartyFacts, as role: PartyRole) -> [[String: Any]] {
        var rows = [row(words["details.name"], facts.name), number(of: facts)]
        if let former = facts.formerNumber, !former.isEmpty { rows.append(secret(words["details.formerNumber"], former)) }
        if let birth = facts.birthDate, !birth.isEmpty { rows.append(row(words["details.birthDate"], birth)) }
        if let address = facts.address, !address.isEmpty { rows.append(row(words["details.address"], address)) }
        if !PersonalContentRules.mayLackContact.contains(role) || !(facts.contact ?? "").isEmpty {
            rows.append(row(words["details.contact"], facts.contact))
        }
        if let from = facts.validFrom, !from.isEmpty { rows.append(row(words["details.validFrom"], from)) }
        if facts.chosenDocument.bearsValidity || !(facts.validUntil ?? "").isEmpty {
            rows.append(
                row(words["details.validUntil"], facts.validUntil == DayText.longTerm ? words["details.longTerm"] : facts.validUntil))
        }
        return rows
    }

    /// Shown by a press; before, its last four characters.
    private func secret(_ label: String, _ value: String?) -> [String: Any] {
        guard let value, value.count > 4 else { return row(label, value) }
        let short = String(repeating: "•", count: 6) + value.suffix(4)
        return ["label": label, "isMissing": false, "secret": ["short": short, "whole": value]]
    }
}
