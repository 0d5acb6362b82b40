import Hummingbird
import Pages
import Registry
import UseCases
import Web

extension Visit {
    func document() async throws -> Response {
        let view = try await readConsented()
        return write(documentPage(view))
    }

    /// Which document, and whether a proxy acts. What was typed and taken stays.
    func chooseDocument() async throws -> Response {
        let view = try await readConsented()
        guard let type = form["type"].flatMap(DocumentType.init(rawValue:)), type.subject == .person else {
            var page = documentPage(view)
            page.status = .unprocessableContent
            page.errors = [PageError(text: words["document.noType"], href: "#type")]
            return write(page)
        }
        var draft = PersonalDraft(view.content)
        var holder = draft.holder ?? PartyFacts()
        holder.documentType = type.rawValue
        draft.holder = holder
        draft.proxy = form.isTicked("proxy") ? draft.proxy ?? PartyFacts() : nil
        let changed = try await installation.updatePersonalDraft(as: principal(), draft)
        return redirect(to: changed.effectiveNeeds.isInPersonOnly ? "/p" : "/p/document")
    }

    func documentPage(_ view: PersonalCaseView, faults: (slot: EvidenceSlot, refusal: Refusal)? = nil) -> Page {
        let way = way(view)
        let chosen = view.content.holder?.documentType.flatMap(DocumentType.init(rawValue:))
        let types = DocumentType.allCases.filter { $0.subject == .person }.map { type -> [String: Any] in
            var values: [String: Any] = [
                "value": type.rawValue, "name": words["type.\(type.rawValue)"], "isChosen": type == chosen,
            ]
            if type.isManualOnly { values["note"] = words["document.hallOnly"] }
            if type == .householdRegister { values["note"] = words["document.minorsOnly"] }
            return values
        }
        let slots = PictureSlots.document(chosen)
        var values: [String: Any] = [
            "action": Step.document.address, "typeHint": words["document.typeHint"], "who": true, "types": types,
            "typeName": chosen.map { words["type.\($0.rawValue)"] } ?? "", "hasProxy": view.content.proxy != nil,
            "hasPictures": chosen != nil && !view.effectiveNeeds.isInPersonOnly && !view.isFull,
            "pictures": slots.map { picture($0, view, faults: faults?.slot == $0 ? faults?.refusal : nil) },
            "nextHref": way.next(after: .document).address, "reuse": view.reuse == .offered,
            // Whose pictures a device handed in is told to nobody who has not said first who he is.
            "mayReuse": view.kind == .register && view.reuse == .none && view.needs.withPicturesReused != nil && chosen != nil
                && !slots.contains(where: view.hasPicture),
        ]
        if let full = full(view) { values["full"] = full }
        // Whoever has said who he is has been told.
        if let quota = view.quota, (view.content.holder?.documentNumber ?? "").isEmpty { values["quotaFirst"] = self.quota(quota) }
        return Page(
            template: "document", title: words["document.title"], values: values,
            errors: showsErrors ? errors(on: .document, in: way) : [], step: place(.document, in: way), here: Step.document.address)
    }
}
