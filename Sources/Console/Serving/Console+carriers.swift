import Hummingbird
import Web

extension Console {
    func addCarriers(to router: Router<EdgeContext>) {
        page(router, .get, .carriers, .signedIn) { visit in try await visit.carriers() }
        page(router, .post, .settleIntent(":"), .signedInForm) { visit in try await visit.settleIntent() }
        page(router, .post, .askCarrier(":"), .signedInForm) { visit in try await visit.askCarrier() }
        page(router, .get, .lifeCases, .signedIn) { visit in try await visit.lifeCases() }
        page(router, .post, .mendLifeCase(":"), .signedInForm) { visit in try await visit.mendLifeCase() }
        page(router, .post, .closeLifeCase(":"), .signedInForm) { visit in try await visit.closeLifeCase() }
        page(router, .post, .claimContacts(":"), .signedInForm) { visit in try await visit.claimContacts() }
        page(router, .get, .dueCards, .signedIn) { visit in try await visit.dueCards() }
        page(router, .get, .lifeSettings, .signedIn) { visit in try await visit.lifeSettings() }
        page(router, .post, .lifeSettings, .signedInForm) { visit in try await visit.setLifeSetting() }
    }

    func addCustody(to router: Router<EdgeContext>) {
        page(router, .get, .custody, .signedIn) { visit in try await visit.custody() }
        page(router, .post, .custody, .signedInForm) { visit in try await visit.moveCards() }
        page(router, .get, .gaps, .signedIn) { visit in try await visit.gaps() }
        page(router, .get, .devicePools, .signedIn) { visit in try await visit.devicePools() }
        page(router, .post, .devicePools, .signedInForm) { visit in try await visit.createDevicePool() }
        page(router, .get, .devicePool(":"), .signedIn) { visit in try await visit.devicePool() }
        page(router, .post, .poolDevices(":"), .signedInTransfer) { visit in try await visit.declarePoolDevices() }
        page(router, .post, .poolCards(":"), .signedInForm) { visit in try await visit.bindPoolCards() }
        page(router, .get, .entrances, .signedIn) { visit in try await visit.entrances() }
        page(router, .post, .entrances, .signedInForm) { visit in try await visit.issueEntrances() }
        page(router, .post, .revokeEntrances, .signedInForm) { visit in try await visit.revokeEntrances() }
        page(router, .post, .revokeEntrance(":"), .signedInForm) { visit in try await visit.revokeEntrance() }
        page(router, .get, .answers, .signedIn) { visit in visit.answers() }
        page(router, .post, .answers, .signedInForm) { visit in try await visit.answer() }
        page(router, .post, .revealAnswer, .signedInForm) { visit in try await visit.revealAnswer() }
        page(router, .post, .answerEvidence, .signedInForm) { visit in try await visit.answerEvidence() }
        page(router, .get, .kept, .signedIn) { visit in try await visit.kept() }
        page(router, .post, .keptHolds, .signedInForm) { visit in try await visit.placeHold() }
        page(router, .post, .releaseHold(":"), .signedInForm) { visit in try await visit.releaseHold() }
        page(router, .post, .keptOpenings, .signedInForm) { visit in try await visit.askForOpening() }
        page(router, .post, .decideOpening(":"), .signedInForm) { visit in try await visit.decideOpening() }
    }
}
