import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Web

extension Visit {
    func consent() async throws -> Response {
        let view = try await readOpen()
        let missing =
            showsErrors ? way(view).findings(on: .consent).compactMap { ConsentKind(rawValue: String($0.subject.dropFirst(10))) } : []
        return write(consentPage(view, missing: missing))
    }

    /// Every notice by itself. The face may be declined: then a photo and a reviewer take its place.
    func giveConsent() async throws -> Response {
        let view = try await readOpen()
        let kinds = asked(in: view)
        let answers = Dictionary(
            uniqueKeysWithValues: kinds.compactMap { kind -> (ConsentKind, Bool)? in
                switch form[kind.rawValue] {
                case "yes": (kind, true)
                case "no": (kind, false)
                default: nil
                }
            })
        let changed = answers.filter { kind, isGiven in view.latest(kind)?.isGiven != isGiven }
        let isUnder14 = answeredUnder14
        guard !answers.isEmpty else { return write(consentPage(view, missing: kinds, answers: answers)) }
        var current = view
        do {
            let isAnswered = isUnder14 != nil && isUnder14 != view.content.holderIsUnder14
            if !changed.isEmpty || isAnswered {
                current = try await installation.giveConsent(
                    as: principal(), changed, noticeVersion: form["version"] ?? "", holderIsUnder14: isUnder14)
            }
            current = try await follow(answers[.face], current)
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return write(consentPage(view, missing: [], answers: answers, refusal: refusal))
        }
        let way = way(current)
        return redirect(to: way.isDone(.consent) ? way.next(after: .consent).address : "/p/consent?errors=1")
    }

    private static let ageField = "under-14"

    /// Asked beside the notices while neither a document nor what is registered tells it.
    private var answeredUnder14: Bool? { form[Self.ageField].flatMap { ["yes": true, "no": false][$0] } }

    /// The choice about the face also decides what is needed.
    private func follow(_ face: Bool?, _ view: PersonalCaseView) async throws -> PersonalCaseView {
        guard let face, view.given.isSuperset(of: [.privacy, .sensitiveData]), view.needs != view.needsWithoutFace,
            (view.content.declinesFaceRecognition ?? false) == face
        else { return view }
        var draft = PersonalDraft(view.content)
        draft.declinesFaceRecognition = !face
        return try await installation.updatePersonalDraft(as: principal(), draft)
    }

    /// Also the face where it was declined, so that the choice can be changed.
    private func asked(in view: PersonalCaseView) -> [ConsentKind] {
        ConsentKind.needed(for: view.needs, isOfChild: view.isOfChild)
    }

    private func consentPage(
        _ view: PersonalCaseView, missing: [ConsentKind], answers: [ConsentKind: Bool] = [:], refusal: Refusal? = nil
    ) -> Page {
        let said = answeredUnder14 ?? view.content.holderIsUnder14
        let notices = asked(in: view).map { kind -> [String: Any] in
            let latest = view.latest(kind)
            let isChosen = answers[kind] ?? latest?.isGiven ?? (kind == .face && view.content.declinesFaceRecognition == true ? false : nil)
            var values: [String: Any] = [
                "kind": kind.rawValue, "heading": heading(kind),
                "text": installation.notice(kind, operator: view.operatorName, agent: view.agentName).text.text(in: language),
                "clause": clause(kind.requirement), "agree": words["consent.agree"],
                "decline": words[kind == .face ? "consent.declineFace" : "consent.decline"], "isGiven": isChosen == true,
                "isDeclined": isChosen == false, "isWrong": missing.contains(kind),
            ]
            if let latest {
                values["recorded"] = words(latest.isGiven ? "consent.given" : "consent.refused", ["time": words.time(latest.recordedAt)])
            }
            return values
        }
        let missesAge = view.isAgeAsked && said == nil && (showsErrors || !missing.isEmpty)
        var values: [String: Any] = [
            "notices": notices, "version": view.noticeVersion, "action": Step.consent.address, "lead": words["consent.lead"],
            "takeBack": words["consent.takeBack"],
        ]
        if view.isAgeAsked {
            values["age"] = ["id": Self.ageField, "isUnder": said == true, "isOlder": said == false, "isWrong": missesAge]
        }
        // What was taken before the document said that the holder is a child.
        if view.isOfChild, !view.given.contains(.guardian), view.content.evidence?.contains(where: { !$0.value.isEmpty }) == true {
            values["held"] = words["consent.held"]
        }
        if let former = view.formerGuardianConsent {
            values["another"] = words("consent.another", ["time": words.time(former.recordedAt)])
        }
        var errors = missing.map { kind in
            PageError(
                text: words(view.latest(kind) == nil ? "consent.neither" : "consent.needed", ["title": heading(kind)]),
                href: "#\(kind.rawValue)")
        }
        if missesAge { errors.append(PageError(text: words["consent.ageMissing"], href: "#\(Self.ageField)")) }
        if let refusal { errors.append(PageError(refusal, in: language)) }
        return Page(
            template: "consent", title: words["consent.title"], status: errors.isEmpty || showsErrors ? .ok : .unprocessableContent,
            values: values, errors: errors, step: place(.consent, in: way(view)),
            here: Step.consent.address)
    }

    /// A title of its own begins with a capital.
    func heading(_ kind: ConsentKind) -> String {
        let title = kind.title.text(in: language)
        return title.prefix(1).uppercased() + title.dropFirst()
    }
}

extension PersonalCaseView {
    /// The latest word about the present notice, of those who are named now.
    func latest(_ kind: ConsentKind) -> ConsentRecords.Consent? {
        kind == .guardian && isGuardianAnother ? nil : consents.last { $0.kind == kind && $0.version == noticeVersion }
    }

    /// What the guardian said who was named before.
    var formerGuardianConsent: ConsentRecords.Consent? { isGuardianAnother ? consents.last { $0.kind == .guardian } : nil }
}

extension PersonalDraft {
    /// All of it as it stands, so that a page changes what it shows and nothing else.
    init(_ content: ApplicationContent) {
        self.init(
            holder: content.holder, guardian: content.guardian, proxy: content.proxy,
            declinesFaceRecognition: content.declinesFaceRecognition, noticeAccepted: content.noticeAccepted)
    }
}
