import Records
import Registry
import SQLCore
import Vault

/// What a person types; pictures and readings come by captures.
package struct PersonalDraft: Hashable, Sendable {
    package var holder: PartyFacts?
    package var guardian: PartyFacts?
    package var proxy: PartyFacts?
    package var declinesFaceRecognition: Bool?
    package var noticeAccepted: Bool?

    package init(
        holder: PartyFacts? = nil, guardian: PartyFacts? = nil, proxy: PartyFacts? = nil, declinesFaceRecognition: Bool? = nil,
        noticeAccepted: Bool? = nil
    ) {
        self.holder = holder
        self.guardian = guardian
        self.proxy = proxy
        self.declinesFaceRecognition = declinesFaceRecognition
        self.noticeAccepted = noticeAccepted
    }
}

extension Installation {
    /// Keeps what a person has typed so far, right or not: nothing typed is lost. Judged when it is handed in.
    package func updatePersonalDraft(as principal: Principal, _ draft: PersonalDraft) async throws -> PersonalCaseView {
        let seat = try principal.demandSeat()
        return try await act(as: principal, .applicationEdited, needs: .personalRegister) { act in
            try act.editPersonalContent(of: seat) { content, _ in
                content.holder = draft.holder
                content.guardian = draft.guardian
                content.proxy = draft.proxy
                content.declinesFaceRecognition = draft.declinesFaceRecognition
                content.noticeAccepted = draft.noticeAccepted
            }
            return try act.personalView(of: seat)
        }
    }
}

extension Act {
    /// The person's case as it stands in this act.
    func personalCase(of seat: CardSeat) throws -> PersonalCase { try PersonalCase.read(seat, at: now, in: installation, session) }

    func personalView(of seat: CardSeat) throws -> PersonalCaseView { try personalCase(of: seat).view(at: now, session) }

    /// Changes the sealed content of the seat's open application; answers which that is.
    @discardableResult
    func editPersonalContent(
        of seat: CardSeat, _ edit: (inout ApplicationContent, PersonalCase) throws -> Void
    ) throws -> ApplicationID {
        let standing = try personalCase(of: seat)
        try standing.demandConsent()
        let application = try standing.openApplication()
        guard let keyID = application.draftKey, let key = try DataKeyRecords.open(keyID, with: installation.vault, in: session) else {
            throw Refusal.applicationClosed
        }
        var content = standing.content
        // Before as well: a guardian who was named before his consent was bound to him is not passed over.
        content.guardianHeard = standing.guardianHeard(in: content)
        try edit(&content, standing)
        content.guardianHeard = standing.guardianHeard(in: content)
        try standing.countDeclared(after: content, in: session)
        let sealed = try SealedContent.seal(content, for: application.id, under: key, vault: installation.vault)
        try ApplicationRecords.saveDraft(application.id, draft: sealed, unit: nil, at: now, in: session)
        recording.about(.application, application.id)
        return application.id
    }
}
