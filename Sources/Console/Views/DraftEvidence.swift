import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    func draftEvidence() async throws -> Response { try await draftEvidencePage() }

    /// - Parameter refused: the place of what was not taken.
    private func draftEvidencePage(_ refusal: Refusal? = nil, refused: EvidenceSlot? = nil) async throws -> Response {
        guard let view = try await openDraft() else { return redirect(to: .application(id)) }
        let examined = try await installation.examineApplication(as: principal(), identifier())
        let kept = view.content?.evidence ?? [:]
        let own = try await installation.ownPapers(as: principal(), of: identifier())
        let demands = needs(.evidence, examined)
        let demanded = demands.compactMap { demand -> EvidenceSlot? in if case .evidence(let slot) = demand.need { slot } else { nil } }
        let others = Self.optionalSlots.filter { !demanded.contains($0) }
        var values = draftValues(view, examined, at: .evidence)
        values["action"] = ConsoleLink.draftStep(id, .evidence).address
        values["remove"] = ConsoleLink.removePiece(id).address
        values["lookHint"] = own.isEmpty ? [String]() : [words["draft.lookHint"]]
        values["limit"] = words("draft.fileHint", ["n": String(installation.settings.evidenceBytesMax >> 20)])
        var slots: [[String: Any]] = []
        for (slot, demand) in zip(demanded, demands) {
            var row = demandValues(demand, examined)
            row["slot"] = slot.rawValue
            row["pieces"] = try await pieces(kept[slot.rawValue] ?? [], in: slot.rawValue, own)
            row["isRefused"] = slot == refused
            slots.append(row)
        }
        values["slots"] = slots
        var more: [[String: Any]] = []
        for (slot, ids) in kept.sorted(by: { $0.key < $1.key }) where !demanded.contains(where: { $0.rawValue == slot }) && !ids.isEmpty {
            more.append(["name": slotName(slot), "pieces": try await pieces(ids, in: slot, own)])
        }
        values["more"] = more
        values["others"] = others.map { slot -> [String: Any] in
            ["code": slot.rawValue, "name": slotName(slot.rawValue), "isChosen": slot == refused]
        }
        values["phone"] = phone(.draftStep(id, .evidence))
        return write(
            ConsolePage(
                template: "draft-evidence", title: stepTitle(view, .evidence), values: values, refusal: refusal,
                section: registrationTabs.first?.link))
    }

    /// A page as a code for the phone, which photographs better than a desk.
    private func phone(_ link: ConsoleLink) -> [[String: String]] {
        let address = console.settings.address(askedAs: request.head.authority, isSecure: context.isSecure)
        guard let code = address.flatMap({ QRCode($0 + link.address) }) else { return [] }
        return [["side": String(code.side), "path": code.path]]
    }

    /// What may be handed in beside what is demanded.
    private static let optionalSlots: [EvidenceSlot] = [
        .deviceData, .actualUserIDFront, .purchaseVoucher, .handlerOnSitePhoto, .proxyIDFront, .proxyIDBack, .changeGround,
    ]

    /// - Parameter own: those that whoever is signed in may look at. Each look is an entry on the trail, so none comes with the page.
    private func pieces(_ ids: [String], in slot: String, _ own: Set<EvidenceID>) async throws -> [[String: Any]] {
        var pieces: [[String: Any]] = []
        for (place, text) in ids.enumerated() {
            guard let piece = EvidenceID(text), let facts = try await known(piece) else { continue }
            let look = own.contains(piece) ? [ConsoleLink.evidence(text).address + "?draft=\(id)"] : [String]()
            pieces.append([
                "id": text, "slot": slot, "slotName": slotName(slot), "name": words("answers.piece", ["n": String(place + 1)]),
                "kind": words[facts.mediaType.hasPrefix("image/") ? "draft.picture" : "draft.paper"],
                "size": words("draft.kilobytes", ["n": String(max(1, facts.bytes >> 10))]), "at": words.time(facts.recordedAt),
                "isUsedElsewhere": facts.duplicateOf != nil,
                "look": look,
            ])
        }
        return pieces
    }

    func known(_ piece: EvidenceID) async throws -> EvidenceView? {
        do {
            return try await installation.readEvidence(as: principal(), piece)
        } catch let refusal as Refusal where refusal.kind == .notFound {
            return nil
        }
    }

    /// Takes one picture or paper and puts it in its place. Whoever saves something else meanwhile is not in its way.
    func addPiece() async throws -> Response {
        let slot = form["slot"].flatMap { EvidenceSlot(rawValue: $0) }
        do {
            guard let slot else { throw Refusal.slotMissing }
            guard !form.file.isEmpty else { throw Refusal.noFile }
            guard try await openDraft() != nil else { throw Refusal.applicationClosed }
            let kept = try await installation.uploadEvidence(as: principal(), kind: slot.rawValue, bytes: form.file)
            try await changeEvidence { $0[slot.rawValue, default: []].append(kept.id.description) }
        } catch let refusal as Refusal where [.invalid, .tooLarge, .unsupportedType, .stale, .temporary].contains(refusal.kind) {
            return try await draftEvidencePage(refusal, refused: slot)
        }
        return redirect(to: .draftStep(id, .evidence), slot.map { "#\($0.rawValue)" } ?? "")
    }

    func removePiece() async throws -> Response {
        let piece = form["piece"] ?? ""
        try await changeEvidence { kept in
            kept = kept.mapValues { $0.filter { $0 != piece } }.filter { !$0.value.isEmpty }
        }
        return redirect(to: .draftStep(id, .evidence))
    }

    private func changeEvidence(_ change: (inout [String: [String]]) -> Void) async throws {
        let application: ApplicationID = try identifier()
        var tries = 0
        while true {
            let view = try await installation.readApplication(as: principal(), application)
            var content = view.content ?? ApplicationContent()
            var kept = content.evidence ?? [:]
            change(&kept)
            content.evidence = kept.isEmpty ? nil : kept
            do {
                _ = try await installation.updateApplication(
                    as: principal(), application, version: view.application.version, content: content)
                return
            } catch let refusal as Refusal where refusal.kind == .stale && tries < 5 {
                tries += 1
            }
        }
    }
}

extension Refusal {
    static let slotMissing = Refusal(
        "slot-missing", .invalid, house: .choice, en: "It is not said what the file shows.", zh: "未说明文件内容。",
        mend: LocalText(en: "Choose what it shows.", zh: "请选择文件对应的材料。"))
    static let noFile = Refusal(
        "no-file", .invalid, house: .choice, en: "No file was chosen.", zh: "未选择文件。",
        mend: LocalText(en: "Choose a picture or a PDF.", zh: "请选择图片或 PDF 文件。"))
}
