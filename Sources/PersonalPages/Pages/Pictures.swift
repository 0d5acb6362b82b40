import HTTPTypes
import Hummingbird
import Pages
import Registry
import UseCases
import Web

enum PictureSlots {
    static func document(_ type: DocumentType?) -> [EvidenceSlot] {
        type?.isOneSided == true ? [.holderIDFront] : [.holderIDFront, .holderIDBack]
    }

    static func of(_ step: Step) -> [EvidenceSlot] {
        switch step {
        case .guardian: [.guardianIDFront, .guardianIDBack]
        case .proxy: [.proxyIDFront, .proxyIDBack]
        case .photo: [.handHeldPhoto]
        default: []
        }
    }
}

extension Visit {
    /// The page of a step that is nothing but pictures.
    func pictures(of step: Step) async throws -> Response {
        let view = try await readForPictures()
        let way = way(view)
        guard way.steps.contains(step) else { return redirect(to: way.next.address) }
        return write(picturesPage(step, view))
    }

    /// Takes one picture. With a script the answer is JSON; without one it is the page the picture belongs to.
    func takePicture() async throws -> Response {
        guard let slot = EvidenceSlot(rawValue: parameter("slot")) else { throw Refusal.notFound }
        let step = Step.showing(slot.rawValue)
        do {
            guard !form.file.isEmpty else { throw Refusal.noPicture }
            guard form.file.count <= installation.settings.evidenceBytesMax else { throw Refusal.bodyTooLarge }
            try pages.pictures.demand(principal(), from: context.clientAddress, at: installation.now())
            _ = try await installation.capturePicture(as: principal(), slot, bytes: form.file, insists: form.isTicked("insist"))
        } catch let refusal as Refusal where refusal.kind != .unauthenticated && refusal.kind != .temporary {
            if isScript { return faults(of: refusal) }
            let view = try await readForPictures()
            var page = step == .document ? documentPage(view, faults: (slot, refusal)) : picturesPage(step, view, faults: (slot, refusal))
            page.status = HTTPResponse.Status(code: ProblemRendering.status(of: refusal.kind))
            return write(page)
        }
        return isScript ? next("\(step.address)#\(slot.rawValue)") : redirect(to: "\(step.address)#\(slot.rawValue)")
    }

    private func picturesPage(_ step: Step, _ view: PersonalCaseView, faults: (slot: EvidenceSlot, refusal: Refusal)? = nil) -> Page {
        let way = way(view)
        var values: [String: Any] = [
            "lead": words["\(step.rawValue).lead"],
            "tips": (step == .photo ? ["tipBoth", "tipLight", "tipFingers"] : ["tipFlat", "tipLight", "tipCorners"]).map {
                words["picture.\($0)"]
            },
            "pictures": PictureSlots.of(step).map { picture($0, view, faults: faults?.slot == $0 ? faults?.refusal : nil) },
            "nextHref": way.next(after: step).address,
        ]
        if let need = view.effectiveNeeds.needs.first(where: { Step.showing($0.method.slots.first?.rawValue ?? "") == step }) {
            values["clause"] = need.reason.text(in: language)
        }
        return Page(
            template: "pictures", title: words["\(step.rawValue).title"], values: values,
            errors: showsErrors ? errors(on: step, in: way) : [], step: place(step, in: way), here: step.address)
    }

    /// One slot with its form, its state and, after a refusal, the faults and the way to insist.
    func picture(_ slot: EvidenceSlot, _ view: PersonalCaseView, faults refusal: Refusal?) -> [String: Any] {
        let level = Step.showing(slot.rawValue) == .document ? "3" : "2"
        return picture(
            slot, isThere: view.hasPicture(slot), action: "/p/pictures/\(slot.rawValue)", level: level, faults: refusal)
    }

    /// - Parameter look: where the picture that is there can be looked at; nil where it cannot.
    func picture(
        _ slot: EvidenceSlot, isThere: Bool, action: String, level: String, look: String? = nil, faults refusal: Refusal?
    ) -> [String: Any] {
        let isPerson = slot == .handHeldPhoto
        let name = words["picture.\(slot.rawValue)"]
        let named = refusal.map { $0.details.isEmpty ? [$0] : $0.details } ?? []
        let looks: [String] = isThere ? [look].compactMap(\.self) : []
        return [
            "slot": slot.rawValue, "action": action, "level": level, "name": name,
            "choose": words("picture.choose", ["name": name]),
            // Another person or a mirror holds the phone for a hand-held photo; the front camera is what most have.
            "facing": isPerson ? "user" : "environment", "frame": isPerson ? "person" : "document",
            "guide": words[isPerson ? "picture.guidePerson" : "picture.guideDocument"], "stateClass": isThere ? "done" : "todo",
            "sign": isThere ? "✓" : "○", "stateText": words[isThere ? "picture.here" : "picture.missing"],
            "looks": looks, "hasFaults": !named.isEmpty,
            "faults": named.map { fault -> [String: Any] in
                [
                    "reason": fault.reason.text(in: language), "faultMend": fault.mend.text(in: language),
                    "rules": PageError.rules(of: fault, in: language),
                ]
            },
            "mayInsist": refusal?.code == "picture-not-usable",
            "words": PictureProblem.allCases.map { problem in
                [
                    "code": problem.rawValue, "reason": problem.words.reason.text(in: language),
                    "faultMend": problem.words.mend.text(in: language),
                ]
            },
        ]
    }

    /// What is still wrong on a step, each with a link to its place there.
    func errors(on step: Step, in way: Way) -> [PageError] {
        way.findings(on: step).map { finding in
            PageError(
                text: finding.text.text(in: language), mend: finding.mend.text(in: language),
                href: "#" + (finding.subject.split(separator: "/").last.map(String.init) ?? ""))
        }
    }
}

extension Refusal {
    /// A form sent without a file.
    static let noPicture = Refusal(
        "picture-missing", .invalid, requirements: ["R-25-11"], en: "Choose a photo first.", zh: "请先选择照片。", pointer: "/picture")
}
