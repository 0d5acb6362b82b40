import Hummingbird
import Web

extension Console {
    func addRegistrations(to router: Router<EdgeContext>) {
        page(router, .get, .drafts, .signedIn) { visit in try await visit.drafts() }
        page(router, .post, .drafts, .signedInForm) { visit in try await visit.beginDraft() }
        page(router, .get, .draft(":"), .signedIn) { visit in try await visit.draft() }
        for step in DraftStep.allCases where step != .cards && step != .evidence {
            page(router, .get, .draftStep(":", step), .signedIn) { visit in try await visit.draftStep(step) }
            page(router, .post, .draftStep(":", step), .signedInForm) { visit in try await visit.saveDraftStep(step) }
        }
        page(router, .get, .draftStep(":", .cards), .signedIn) { visit in try await visit.draftCards() }
        page(router, .post, .draftStep(":", .cards), .signedInForm) { visit in try await visit.chooseDraftCards() }
        page(router, .get, .draftStep(":", .evidence), .signedIn) { visit in try await visit.draftEvidence() }
        page(router, .post, .draftStep(":", .evidence), .signedInUpload) { visit in try await visit.addPiece() }
        page(router, .post, .removePiece(":"), .signedInForm) { visit in try await visit.removePiece() }
        page(router, .get, .draftParts(":"), .signedIn) { visit in try await visit.draftParts() }
        page(router, .post, .draftParts(":"), .signedInForm) { visit in try await visit.issuePart() }
        page(router, .post, .revokePart(":"), .signedInForm) { visit in try await visit.revokePart() }
        page(router, .post, .submitDraft(":"), .signedInForm) { visit in try await visit.submitDraft() }
        page(router, .post, .discardDraft(":"), .signedInForm) { visit in try await visit.discardDraft() }
        page(router, .get, .counter, .signedIn) { visit in try await visit.counter() }
        page(router, .post, .counter, .signedInPapers) { visit in try await visit.counterSent() }
        page(router, .get, .counterSlip(":"), .signedIn) { visit in try await visit.counterSlip() }
        page(router, .get, .registrations, .signedIn) { visit in try await visit.registrations() }
        page(router, .post, .registrations, .signedInForm) { visit in try await visit.findRegistration() }
        page(router, .get, .registration(":"), .signedIn) { visit in try await visit.registration() }
        page(router, .post, .changeRegistration(":"), .signedInForm) { visit in try await visit.changeRegistration() }
        page(router, .get, .units, .signedIn) { visit in try await visit.units() }
        page(router, .post, .units, .signedInForm) { visit in try await visit.findUnits() }
        page(router, .get, .unit(":"), .signedIn) { visit in try await visit.unit() }
        page(router, .get, .expiries, .signedIn) { visit in try await visit.expiries() }
    }
}
