import Hummingbird

/// The addresses of the console. Links are written from these alone, so none can lead nowhere; what stands in one is a reference or an id,
/// never a number of a card or person.
enum ConsoleLink: Hashable, Sendable {
    case home, signIn, enrol, leave, appearance, secondFactor
    case account, password, renewedFactor
    case session(String)
    case search, cards
    case card(String)
    case cardCommand(String)
    case intakes
    case intake(String)
    case intakeProgress(String)
    case intakeEvents(String)
    case repairFile(String)
    case cancelIntake(String)
    case mendIntake(String)
    case confirmIntake(String)
    case queue, nextCase, reviewFigures, reAudits, reviewPolicy, reasonLists, inForce
    case reAudit(String)
    case application(String)
    case decision(String)
    case reveal(String)
    case release(String)
    case carrierReply(String)
    case evidence(String)
    case carriers
    case settleIntent(String)
    case askCarrier(String)
    case lifeCases
    case mendLifeCase(String)
    case closeLifeCase(String)
    case claimContacts(String)
    case dueCards, lifeSettings
    case custody, gaps
    case devicePools
    case devicePool(String)
    case poolDevices(String)
    case poolCards(String)
    case entrances, revokeEntrances
    case revokeEntrance(String)
    case answers, revealAnswer, answerEvidence
    case kept, keptHolds, keptOpenings
    case releaseHold(String)
    case decideOpening(String)
    case trail
    case trailEntry(String)
    case products
    case product(String)
    case apiKeys
    case revokeKey(String)
    case webhooks
    case webhook(String)
    case webhookAct(String)
    case replayEvent(String)
    case notices, noticeWordings
    case retryNotice(String)
    case noticeWording(String)
    case campaigns
    case campaign(String)
    case cancelCampaign(String)
    case organisations
    case organisation(String)
    case childOrganisation(String)
    case contracts(String)
    case performance(String)
    case staff(String)
    case staffMember(String)
    case staffFigures(String)
    case roles
    case policy(String)
    case rules, figures
    case counter
    case counterSlip(String)
    case exports, newExport
    case export(String)
    case exportDecision(String)
    case exportFile(String)
    case drafts
    case draft(String)
    case draftStep(String, DraftStep)
    case removePiece(String)
    case draftParts(String)
    case revokePart(String)
    case submitDraft(String)
    case discardDraft(String)
    case registrations
    case registration(String)
    case changeRegistration(String)
    case units
    case unit(String)
    case expiries

    private var parts: (before: String, id: String?, after: String) {
        switch self {
        case .home: ("", nil, "")
        case .signIn: ("/sign-in", nil, "")
        case .enrol: ("/enrol", nil, "")
        case .leave: ("/leave", nil, "")
        case .appearance: ("/appearance", nil, "")
        case .secondFactor: ("/second-factor", nil, "")
        case .account: ("/account", nil, "")
        case .password: ("/account/password", nil, "")
        case .renewedFactor: ("/account/second-factor", nil, "")
        case .session(let id): ("/account/sessions", id, "/end")
        case .search: ("/search", nil, "")
        case .cards: ("/cards", nil, "")
        case .card(let id): ("/cards", id, "")
        case .cardCommand(let id): ("/cards", id, "/commands")
        case .intakes: ("/intakes", nil, "")
        case .intake(let id): ("/intakes", id, "")
        case .intakeProgress(let id): ("/intakes", id, "/progress")
        case .intakeEvents(let id): ("/intakes", id, "/events")
        case .repairFile(let id): ("/intakes", id, "/repair-file")
        case .cancelIntake(let id): ("/intakes", id, "/cancel")
        case .mendIntake(let id): ("/intakes", id, "/mend")
        case .confirmIntake(let id): ("/intakes", id, "/confirm")
        case .queue: ("/review", nil, "")
        case .nextCase: ("/review/next", nil, "")
        case .reviewFigures: ("/review/figures", nil, "")
        case .reAudits: ("/review/again", nil, "")
        case .reAudit(let id): ("/review/again", id, "")
        case .reviewPolicy: ("/review/policy", nil, "")
        case .reasonLists: ("/review/reasons", nil, "")
        case .inForce: ("/in-force", nil, "")
        case .application(let id): ("/applications", id, "")
        case .decision(let id): ("/applications", id, "/decision")
        case .reveal(let id): ("/applications", id, "/reveal")
        case .release(let id): ("/applications", id, "/release")
        case .carrierReply(let id): ("/applications", id, "/carrier-reply")
        case .evidence(let id): ("/evidence", id, "")
        case .carriers: ("/carriers", nil, "")
        case .settleIntent(let card): ("/carriers/wishes", card, "/settle")
        case .askCarrier(let card): ("/carriers/questions", card, "/ask")
        case .lifeCases: ("/life-cases", nil, "")
        case .mendLifeCase(let card): ("/life-cases", card, "/mend")
        case .closeLifeCase(let card): ("/life-cases", card, "/close")
        case .claimContacts(let card): ("/life-cases", card, "/contacts")
        case .dueCards: ("/due", nil, "")
        case .lifeSettings: ("/life-settings", nil, "")
        case .custody: ("/custody", nil, "")
        case .gaps: ("/gaps", nil, "")
        case .devicePools: ("/device-pools", nil, "")
        case .devicePool(let id): ("/device-pools", id, "")
        case .poolDevices(let id): ("/device-pools", id, "/devices")
        case .poolCards(let id): ("/device-pools", id, "/cards")
        case .entrances: ("/entrances", nil, "")
        case .revokeEntrances: ("/entrances/revoke", nil, "")
        case .revokeEntrance(let id): ("/entrances", id, "/revoke")
        case .answers: ("/answers", nil, "")
        case .revealAnswer: ("/answers/reveal", nil, "")
        case .answerEvidence: ("/answers/evidence", nil, "")
        case .kept: ("/kept", nil, "")
        case .keptHolds: ("/kept/holds", nil, "")
        case .releaseHold(let id): ("/kept/holds", id, "/release")
        case .keptOpenings: ("/kept/openings", nil, "")
        case .decideOpening(let id): ("/kept/openings", id, "/decision")
        case .trail: ("/trail", nil, "")
        case .trailEntry(let id): ("/trail", id, "")
        case .products: ("/products", nil, "")
        case .product(let code): ("/products", code, "")
        case .apiKeys: ("/keys", nil, "")
        case .revokeKey(let id): ("/keys", id, "/revoke")
        case .webhooks: ("/webhooks", nil, "")
        case .webhook(let id): ("/webhooks", id, "")
        case .webhookAct(let id): ("/webhooks", id, "/act")
        case .replayEvent(let id): ("/webhooks", id, "/replay")
        case .notices: ("/notices", nil, "")
        case .retryNotice(let id): ("/notices", id, "/retry")
        case .noticeWordings: ("/notices/words", nil, "")
        case .noticeWording(let kind): ("/notices/words", kind, "")
        case .campaigns: ("/campaigns", nil, "")
        case .campaign(let code): ("/campaigns", code, "")
        case .cancelCampaign(let code): ("/campaigns", code, "/cancel")
        case .organisations: ("/organisations", nil, "")
        case .organisation(let id): ("/organisations", id, "")
        case .childOrganisation(let id): ("/organisations", id, "/children")
        case .contracts(let id): ("/organisations", id, "/contracts")
        case .performance(let id): ("/organisations", id, "/performance")
        case .staff(let id): ("/organisations", id, "/staff")
        case .staffMember(let id): ("/staff", id, "")
        case .staffFigures(let id): ("/staff", id, "/figures")
        case .roles: ("/roles", nil, "")
        case .policy(let id): ("/organisations", id, "/policy")
        case .rules: ("/rules", nil, "")
        case .figures: ("/figures", nil, "")
        case .counter: ("/counter", nil, "")
        case .counterSlip(let id): ("/counter", id, "")
        case .exports: ("/exports", nil, "")
        case .newExport: ("/exports/new", nil, "")
        case .export(let id): ("/exports", id, "")
        case .exportDecision(let id): ("/exports", id, "/decision")
        case .exportFile(let id): ("/exports", id, "/file")
        case .drafts: ("/drafts", nil, "")
        case .draft(let id): ("/drafts", id, "")
        case .draftStep(let id, let step): ("/drafts", id, "/\(step.rawValue)")
        case .removePiece(let id): ("/drafts", id, "/evidence/remove")
        case .draftParts(let id): ("/drafts", id, "/parts")
        case .revokePart(let id): ("/drafts", id, "/parts/revoke")
        case .submitDraft(let id): ("/drafts", id, "/submit")
        case .discardDraft(let id): ("/drafts", id, "/discard")
        case .registrations: ("/registrations", nil, "")
        case .registration(let id): ("/registrations", id, "")
        case .changeRegistration(let id): ("/registrations", id, "/change")
        case .units: ("/units", nil, "")
        case .unit(let id): ("/units", id, "")
        case .expiries: ("/expiries", nil, "")
        }
    }

    /// As it stands in a page.
    var address: String {
        let parts = parts
        return "/console" + parts.before + (parts.id.map { "/" + $0 } ?? "") + parts.after
    }

    /// As the router knows it, whatever the id.
    var route: RouterPath {
        let parts = parts
        return RouterPath("/console" + parts.before + (parts.id == nil ? "" : "/{id}") + parts.after)
    }
}
