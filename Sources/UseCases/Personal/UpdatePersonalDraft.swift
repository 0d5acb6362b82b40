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
            let before = try PersonalCase.read(seat, at: act.now, in: act.installation, act.session)
            if let number = draft.holder?.documentNumber, number != before.content.holder?.documentNumber {
                _ = try AttemptRecords.add(.device, before.numberKey, at: act.now, in: act.session)
            }
            try act.editPersonalContent(of: seat) { content in
                content.holder = draft.holder
                content.guardian = draft.guardian
                content.proxy = draft.proxy
                content.declinesFaceRecognition = draft.declinesFaceRecognition
                content.noticeAccepted = draft.noticeAccepted
            }
            return try PersonalCase.read(seat, at: act.now, in: act.installation, act.session).view(at: act.now, act.session)
        }
    }
}

extension Act {
    /// Changes the sealed content of the seat's open application.
    func editPersonalContent(of seat: CardSeat, _ edit: (inout ApplicationContent) throws -> Void) throws {
        let standing = try PersonalCase.read(seat, at: now, in: installation, session)
        try standing.demandConsent()
        let application = try standing.openApplication()
        guard let keyID = application.draftKey, let key = try DataKeyRecords.open(keyID, with: installation.vault, in: session) else {
            throw Refusal.applicationClosed
        }
        var content = standing.content
        try edit(&content)
        let sealed = try SealedContent.seal(content, for: application.id, under: key, vault: installation.vault)
        try ApplicationRecords.saveDraft(application.id, draft: sealed, unit: nil, at: now, in: session)
        recording.about(.application, application.id)
    }
}
