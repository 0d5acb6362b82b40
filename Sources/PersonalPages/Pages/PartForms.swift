import HTTPTypes
import Hummingbird
import Pages
import Registry
import UseCases
import Web

extension Visit {
    // MARK: Document and pictures

    func partDocument() async throws -> Response {
        let view = try await readConsentedPart()
        return write(partDocumentPage(view, showsErrors ? errors(failures(on: .document, view)) : []))
    }

    /// Which document. What was typed and taken stays.
    func choosePartDocument() async throws -> Response {
        let view = try await readConsentedPart()
        guard let type = form["type"].flatMap(DocumentType.init(rawValue:)), type.subject == .person else {
            var page = partDocumentPage(view, [PageError(text: words["document.noType"], href: "#type")])
            page.status = .unprocessableContent
            return write(page)
        }
        var facts = view.facts
        facts.documentType = type.rawValue
        do {
            _ = try await installation.savePart(as: partPrincipal(), device: partDevice(), version: sentPartVersion(), facts)
        } catch let refusal as Refusal where refusal.kind == .stale {
            var page = partDocumentPage(try await readConsentedPart(), [PageError(refusal, in: language)])
            page.status = HTTPResponse.Status(code: ProblemRendering.status(of: refusal.kind))
            return write(page)
        }
        return redirect(to: PartStep.document.address)
    }

    func takePartPicture() async throws -> Response {
        guard let slot = EvidenceSlot(rawValue: parameter("slot")) else { throw Refusal.notFound }
        do {
            guard !form.file.isEmpty else { throw Refusal.noPicture }
            guard form.file.count <= installation.settings.evidenceBytesMax else { throw Refusal.bodyTooLarge }
            try pages.pictures.demand(partPrincipal(), from: context.clientAddress, at: installation.now())
            _ = try await installation.capturePart(
                as: partPrincipal(), device: partDevice(), slot, bytes: form.file, insists: form.isTicked("insist"))
        } catch let refusal as Refusal
            where refusal.kind != .unauthenticated && refusal.kind != .temporary && refusal.code != Refusal.partCompleted.code
        {
            if isScript { return faults(of: refusal) }
            var page = partDocumentPage(try await readConsentedPart(), [], faults: (slot, refusal))
            page.status = HTTPResponse.Status(code: ProblemRendering.status(of: refusal.kind))
            return write(page)
        }
        let place = "\(PartStep.document.address)#\(slot.rawValue)"
        return isScript ? next(place) : redirect(to: place)
    }

    /// His own picture, as a copy with its watermark; each look is on the trail.
    func partPicture() async throws -> Response {
        guard let slot = EvidenceSlot(rawValue: parameter("slot")), FormGuard.isFromOwnPage(request) else { throw Refusal.notFound }
        _ = try await readConsentedPart()
        let person = try partPrincipal()
        try pages.pictures.demand(person, from: context.clientAddress, at: installation.now())
        return try await installation.openPartPicture(
            as: person, device: partDevice(), slot, purpose: words["part.lookPurpose"]
        ).response
    }

    private func partDocumentPage(
        _ view: PartView, _ errors: [PageError], faults: (slot: EvidenceSlot, refusal: Refusal)? = nil
    ) -> Page {
        let chosen = view.facts.documentType.flatMap(DocumentType.init(rawValue:))
        let next = view.failures.isEmpty ? PartStep.review : .details
        return Page(
            template: "document", title: words["document.title"],
            values: [
                "action": PartStep.document.address, "typeHint": words["part.typeHint"], "partVersion": String(view.version),
                "types": DocumentType.allCases.filter { $0.subject == .person }.map { type -> [String: Any] in
                    ["value": type.rawValue, "name": words["type.\(type.rawValue)"], "isChosen": type == chosen]
                },
                "typeName": chosen.map { words["type.\($0.rawValue)"] } ?? "", "hasPictures": chosen != nil,
                "pictures": view.role.documentSlots.map { slot -> [String: Any] in
                    let address = "\(PartStep.home)/pictures/\(slot.rawValue)"
                    return picture(
                        slot, isThere: view.hasPicture(slot), action: address, level: "3", look: address,
                        faults: faults?.slot == slot ? faults?.refusal : nil)
                },
                "nextHref": next.address,
            ], errors: errors, step: place(.document), here: PartStep.document.address)
    }

    // MARK: Details

    func partDetails() async throws -> Response {
        let view = try await readConsentedPart()
        return write(partDetailsPage(view))
    }

    /// Keeps what was typed, right or not; then says what is not right, at its field.
    func savePartDetails() async throws -> Response {
        let view = try await readConsentedPart()
        let typed = PartyForm(view.role, view.facts, self)
        guard typed.tooLong.isEmpty else { return write(partDetailsPage(view, typed: typed.facts, tooLong: typed.tooLong)) }
        do {
            let saved = try await installation.savePart(
                as: partPrincipal(), device: partDevice(), version: sentPartVersion(), typed.facts)
            guard failures(on: .details, saved).isEmpty else { return redirect(to: "\(PartStep.details.address)?errors=1") }
            return redirect(to: nextPartStep(saved).address)
        } catch let refusal as Refusal where refusal.kind == .stale {
            // What was typed is shown again, over what stands there now.
            return write(partDetailsPage(try await readConsentedPart(), typed: typed.facts, refusal: refusal))
        } catch let refusal as Refusal where refusal.kind == .temporary {
            return waiting(for: refusal, write(partDetailsPage(view, typed: typed.facts, refusal: refusal)))
        }
    }

    private func partDetailsPage(
        _ view: PartView, typed: PartyFacts? = nil, tooLong: Set<String> = [], refusal: Refusal? = nil
    ) -> Page {
        let findings = showsErrors ? failures(on: .details, view) : []
        var errors = self.errors(findings)
        errors += tooLong.sorted().map { PageError(text: words["details.tooLong"], href: "#\($0)") }
        if let refusal { errors.append(PageError(refusal, in: language)) }
        let fields = PartyFields(
            role: view.role, facts: typed ?? view.facts, content: view.typed, findings: findings, tooLong: tooLong, words: words)
        var values: [String: Any] = [
            "parties": [fields.values], "lead": words["details.lead"], "action": PartStep.details.address,
            "typedKey": partTypedKey, "partVersion": String(view.version),
        ]
        if refusal?.kind == .stale { values["meanwhile"] = words["part.meanwhile"] }
        let status: HTTPResponse.Status =
            refusal.map { HTTPResponse.Status(code: ProblemRendering.status(of: $0.kind)) }
            ?? (tooLong.isEmpty ? .ok : .unprocessableContent)
        return Page(
            template: "details", title: words["details.title"], status: status, values: values, errors: errors, step: place(.details),
            here: PartStep.details.address)
    }

    /// With what the page's script seals what was typed until it has arrived: another for every link and device.
    private var partTypedKey: String {
        guard let device = cookies[.device], let seat = try? partPrincipal().demandPart() else { return "" }
        return FormGuard.token(for: device, of: "personal pages, typed for part \(seat.link)")
    }

    // MARK: Review

    func partReview() async throws -> Response {
        let view = try await readConsentedPart()
        return write(partReviewPage(view, showsErrors ? errors(view.failures) : []))
    }

    /// The person says that all of it is right: the link is closed.
    func completePart() async throws -> Response {
        let view = try await readConsentedPart()
        do {
            try await installation.completePart(as: partPrincipal(), device: partDevice(), version: sentPartVersion())
            return redirect(to: PartStep.done)
        } catch let refusal as Refusal where [.invalid, .stale].contains(refusal.kind) {
            let now = try await readConsentedPart()
            var page = partReviewPage(now, errors(refusal))
            page.status = HTTPResponse.Status(code: ProblemRendering.status(of: refusal.kind))
            return write(page)
        } catch let refusal as Refusal where refusal.kind == .conflict && refusal.code != Refusal.partCompleted.code {
            var page = partReviewPage(view, [PageError(refusal, in: language)])
            page.status = .conflict
            return write(page)
        }
    }

    private func partReviewPage(_ view: PartView, _ errors: [PageError]) -> Page {
        let rows = GlanceRows(words: words)
        let pictures = view.role.documentSlots.map { slot in
            rows.row(words["picture.\(slot.rawValue)"], view.hasPicture(slot) ? "✓ \(words["common.done"])" : nil)
        }
        let document = rows.row(words["details.documentType"], view.facts.documentType.map { words["type.\($0)"] })
        let consents = view.notices.map { rows.row(heading($0.kind), words["review.given"]) }
        func section(_ step: PartStep, _ heading: String, _ rows: [[String: Any]]) -> [String: Any] {
            ["heading": heading, "href": step.address, "rows": rows]
        }
        return Page(
            template: "part-review", title: words["part.reviewTitle"],
            values: [
                "sections": [
                    section(.document, words["document.title"], [document] + pictures),
                    section(.details, words["details.title"], rows.rows(of: view.facts, as: view.role)),
                    section(.consent, words["review.consents"], consents),
                ],
                "partVersion": String(view.version), "action": PartStep.review.address, "legal": PersonalNotice.legal.text(in: language),
                "sure": words("part.sure", ["unit": view.unitName, "role": words["part.role-\(view.role.rawValue)"]]),
            ], errors: errors, step: place(.review), here: PartStep.review.address)
    }
}
