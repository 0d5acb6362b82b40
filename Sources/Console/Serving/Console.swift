import Hummingbird
import Mustache
import Pages
import Records
import Registry
import UseCases
import Web

/// The pages of staff under `/console`: forms over the same use cases that the API calls.
package struct Console: Sendable {
    let installation: Installation
    let settings: EdgeSettings
    let templates: MustacheLibrary
    let renewal: SessionRenewal
    let counting: CountingCards<CardFigures>
    /// Of one organisation, which stands as the scope.
    let countingPerformance: CountingCards<AgentPerformance>
    /// For the overview, which waits for nothing.
    let countingGaps: CountingCards<GapCounts>
    let live = LivePlaces()
    /// Whoever is signed in, and addresses where nobody is.
    let callers: RateLimiter<String>
    let strangers: RateLimiter<String>

    /// Throws when a template of the program cannot be read.
    package init(installation: Installation, settings: EdgeSettings = EdgeSettings()) throws {
        self.installation = installation
        self.settings = settings
        templates = try MustacheLibrary(texts: PageFiles.templates)
        renewal = SessionRenewal(installation)
        counting = CountingCards(now: { installation.now() }, count: { try await installation.countCards(as: $0) })
        countingPerformance = CountingCards(
            now: { installation.now() },
            count: { principal in
                guard case .subtree(let organisation, _) = principal.scope else { throw Refusal.notFound }
                return try await installation.agentPerformance(as: principal, of: organisation)
            })
        countingGaps = CountingCards(now: { installation.now() }, count: { try await installation.countGaps(as: $0) })
        callers = RateLimiter(policy: RatePolicy(name: "console", quota: settings.rateRequests, window: settings.rateSeconds))
        strangers = RateLimiter(
            policy: RatePolicy(name: "open-console", quota: settings.openRateRequests, window: settings.rateSeconds))
    }

    static let catalogue = Catalogue(english: PageFiles.english, chinese: PageFiles.chinese)

    static func address(of asset: PageAsset) -> String { "/console/assets/\(asset.name)" }
    static let assetAddresses = [
        "style": address(of: PageFiles.style), "script": address(of: PageFiles.script), "icon": address(of: PageFiles.icon),
    ]

    package func add(to router: Router<EdgeContext>) {
        for asset in PageFiles.assets {
            router.get(RouterPath(Self.address(of: asset))) { request, _ in asset.response(to: request) }
        }
        addDoor(to: router)
        addCards(to: router)
        addReview(to: router)
        addRegistrations(to: router)
        addCarriers(to: router)
        addCustody(to: router)
        addTrail(to: router)
        addSettings(to: router)
        addAgents(to: router)
        router.add(middleware: Nowhere(console: self))
    }

    private func addDoor(to router: Router<EdgeContext>) {
        page(router, .get, .signIn, .open) { visit in visit.signInPage() }
        page(router, .post, .signIn, .strangerForm) { visit in try await visit.signIn() }
        page(router, .get, .enrol, .open) { visit in visit.enrolPage() }
        page(router, .post, .enrol, .strangerForm) { visit in try await visit.enrol() }
        page(router, .post, .leave, .openForm) { visit in try await visit.leave() }
        page(router, .post, .appearance, .openForm) { visit in visit.chooseAppearance() }
        page(router, .get, .secondFactor, .incomplete) { visit in try await visit.secondFactorPage() }
        page(router, .post, .secondFactor, .incompleteForm) { visit in try await visit.confirmSecondFactor() }
        page(router, .get, .rules, .open) { visit in visit.rules() }
        page(router, .get, .home, .signedIn) { visit in try await visit.home() }
        page(router, .get, .figures, .signedIn) { visit in try await visit.figures() }
        page(router, .get, .account, .signedIn) { visit in try await visit.account() }
        page(router, .post, .password, .signedInForm) { visit in try await visit.changePassword() }
        page(router, .post, .renewedFactor, .signedInForm) { visit in try await visit.renewSecondFactor() }
        page(router, .post, .session(":"), .signedInForm) { visit in try await visit.endSession() }
    }

    private func addCards(to router: Router<EdgeContext>) {
        page(router, .post, .search, .signedInForm) { visit in try await visit.search() }
        page(router, .get, .cards, .signedIn) { visit in try await visit.cards() }
        page(router, .get, .card(":"), .signedIn) { visit in try await visit.card() }
        page(router, .post, .cardCommand(":"), .signedInForm) { visit in try await visit.commandCard() }
        page(router, .get, .intakes, .signedIn) { visit in try await visit.intakes() }
        page(router, .post, .intakes, .signedInTransfer) { visit in try await visit.takeIn() }
        page(router, .get, .intake(":"), .signedIn) { visit in try await visit.intake() }
        page(router, .get, .intakeProgress(":"), .signedIn) { visit in try await visit.intakeProgress() }
        page(router, .get, .intakeEvents(":"), .signedIn) { visit in try await visit.intakeEvents() }
        page(router, .get, .repairFile(":"), .signedIn) { visit in try await visit.repairFile() }
        page(router, .post, .cancelIntake(":"), .signedInForm) { visit in try await visit.cancelIntake() }
        page(router, .post, .mendIntake(":"), .signedInForm) { visit in try await visit.mendIntake() }
        page(router, .post, .confirmIntake(":"), .signedInForm) { visit in try await visit.confirmIntake() }
    }

    private func addReview(to router: Router<EdgeContext>) {
        page(router, .get, .queue, .signedIn) { visit in try await visit.queue() }
        page(router, .get, .reviewFigures, .signedIn) { visit in try await visit.ownReviewFigures() }
        page(router, .get, .reAudits, .signedIn) { visit in try await visit.reAudits() }
        page(router, .get, .reAudit(":"), .signedIn) { visit in try await visit.reAudit() }
        page(router, .post, .reAudit(":"), .signedInForm) { visit in try await visit.findReAudit() }
        page(router, .get, .reviewPolicy, .signedIn) { visit in try await visit.reviewPolicy() }
        page(router, .post, .reviewPolicy, .signedInForm) { visit in try await visit.setReviewPolicy() }
        page(router, .get, .reasonLists, .signedIn) { visit in try await visit.reasonLists() }
        page(router, .post, .reasonLists, .signedInForm) { visit in try await visit.setReasonList() }
        page(router, .get, .inForce, .signedIn) { visit in try await visit.inForce() }
        page(router, .post, .nextCase, .signedInForm) { visit in try await visit.nextCase() }
        page(router, .get, .application(":"), .signedIn) { visit in try await visit.application() }
        page(router, .post, .decision(":"), .signedInForm) { visit in try await visit.decide() }
        page(router, .post, .reveal(":"), .signedInForm) { visit in try await visit.reveal() }
        page(router, .post, .release(":"), .signedInForm) { visit in try await visit.release() }
        page(router, .post, .carrierReply(":"), .signedInForm) { visit in try await visit.noteCarrierReply() }
        page(router, .get, .evidence(":"), .signedIn) { visit in try await visit.evidence() }
    }
}
