import Numbers
import Pages
import Records
import Registry
import UseCases
import Web

/// The steps a case takes, what is missing on each, and which comes next. Judged by the rules that judge the hand-in, so that nothing
/// is called done here and refused there.
struct Way {
    let view: PersonalCaseView
    let steps: [Step]
    /// What would be refused if it were handed in now.
    let findings: [CheckOutcome]

    init(_ view: PersonalCaseView, at now: Instant, warningDays: Int64) {
        self.view = view
        let needs = view.effectiveNeeds
        let methods = needs.methods
        steps = Step.allCases.filter { step in
            switch step {
            // Pictures that count again are not taken again; whoever proves who he is shows no document.
            case .document: view.kind == .register || methods.contains(.documentPhotos)
            case .guardian: methods.contains(.guardian)
            case .proxy: methods.contains(.proxy)
            case .photo: methods.contains(.handHeldPhoto)
            case .face: methods.contains(.face)
            case .capture: methods.contains(.providerCapture)
            case .consent, .details, .review: true
            }
        }
        let slots = Set((view.content.evidence ?? [:]).filter { !$0.value.isEmpty }.keys.compactMap(EvidenceSlot.init(rawValue:)))
        let rules = PersonalContentRules(today: CivilDate(shanghai: now), warningDays: Int(warningDays))
        findings =
            view.kind == .prove
            ? rules.judgeProof(view.content, age: view.holderAge, needs: needs, evidenceSlots: slots, consents: view.given)
            : rules.judge(
                view.content, age: view.holderAge, needs: needs, evidenceSlots: slots, consents: view.given, isCaptured: view.isCaptured,
                isGuardianAnother: view.isGuardianAnother, isCorrection: view.kind == .correct
            ).failures + Self.quotaFindings(view)
    }

    /// Whoever has no place left is told where he said who he is.
    private static func quotaFindings(_ view: PersonalCaseView) -> [CheckOutcome] {
        guard let quota = view.quota, quota.isReached else { return [] }
        let refusal = quota.refusal
        return [
            CheckOutcome(
                .failed, refusal.code, "R-PH-03", at: "/holder/documentNumber", en: refusal.reason.en, zh: refusal.reason.zh,
                mend: refusal.mend)
        ]
    }

    func findings(on step: Step) -> [CheckOutcome] { findings.filter { Step(mending: $0.subject) == step } }

    /// Whether the holder is under 14 is said beside the consents, before any picture.
    func isDone(_ step: Step) -> Bool {
        step != .review && findings(on: step).isEmpty && (step != .consent || view.holderAge != .unknown)
    }

    /// The first step on which something is missing, or the last.
    var next: Step {
        let next = steps.first { !isDone($0) } ?? .review
        return view.isFull && next != .consent ? .details : next
    }

    /// The step after one, passing over what is done. What turns out to need another consent waits for it: a child's number, a guardian's.
    func next(after step: Step) -> Step {
        guard isDone(.consent) else { return .consent }
        guard !view.isFull, let place = steps.firstIndex(of: step) else { return next }
        return steps[(place + 1)...].first { !isDone($0) } ?? .review
    }

    var isBegun: Bool { view.application != nil }
}

extension PersonalCaseView {
    /// Whether anything of the person may be taken at all.
    var mayCollect: Bool { given.isSuperset(of: [.privacy, .sensitiveData]) }

    /// Whether a picture may be taken: it is known whether the holder is a child, and for a child its guardian has agreed.
    var mayPicture: Bool { mayCollect && holderAge != .unknown && (!isOfChild || given.contains(.guardian)) }

    /// Whether the person may change it now.
    var isOpen: Bool { (standing == .open || standing == .inTransfer) && (application?.state.isOpenToSubmitter ?? true) }

    func hasPicture(_ slot: EvidenceSlot) -> Bool { !(content.evidence?[slot.rawValue] ?? []).isEmpty }
}

extension Visit {
    func read() async throws -> PersonalCaseView { try await installation.readPersonalCase(as: principal()) }

    func way(_ view: PersonalCaseView) -> Way {
        Way(view, at: installation.now(), warningDays: installation.settings.expiryWarningDays)
    }

    /// "Step 2 of 6".
    func place(_ step: Step, in way: Way) -> String? {
        way.steps.firstIndex(of: step).map { words("common.step", ["n": String($0 + 1), "all": String(way.steps.count)]) }
    }

    /// The case, for a page that changes it. Throws the page to go to where it can be changed no more.
    func readOpen() async throws -> PersonalCaseView {
        let view = try await read()
        guard view.isOpen else { throw Detour(path: view.application == nil ? "/p" : view.kind.page) }
        return view
    }

    /// The same, for what takes anything of a person: the consents come first.
    func readConsented() async throws -> PersonalCaseView {
        let view = try await readOpen()
        guard view.mayCollect else { throw Detour(path: "\(Step.consent.address)?errors=1") }
        return view
    }

    /// The same, for a page that takes pictures.
    func readForPictures() async throws -> PersonalCaseView {
        let view = try await readOpen()
        guard view.mayPicture else { throw Detour(path: "\(Step.consent.address)?errors=1") }
        guard !view.isFull else { throw Detour(path: "\(Step.details.address)?errors=1") }
        return view
    }
}

extension ApplicationKind {
    /// Where it is followed.
    var page: String { self == .register || self == .end ? "/p/status" : "/p/mine" }
}

/// Another page is the right one.
struct Detour: Error {
    let path: String
}
