import Pages
import Registry

extension ConsoleVisit {
    typealias Tab = (name: String, link: ConsoleLink)

    /// Pages that belong together and that this person may open.
    var carrierTabs: [Tab] {
        var tabs: [Tab] = []
        if may(.cardControl) { tabs += [("carriers", .carriers), ("lifeCases", .lifeCases)] }
        if may(.cardRead) { tabs.append(("due", .dueCards)) }
        if may(.lifeSettings) { tabs.append(("lifeSettings", .lifeSettings)) }
        return tabs
    }

    var registrationTabs: [Tab] {
        var tabs: [Tab] = []
        if may(.registrationRead), may(.registrationWrite) { tabs.append(("drafts", .drafts)) }
        if may(.registrationRead) { tabs += [("registrations", .registrations), ("units", .units), ("expiries", .expiries)] }
        return tabs
    }

    var answerTabs: [Tab] {
        var tabs: [Tab] = []
        if may(.answerRead) { tabs.append(("answers", .answers)) }
        if may(.retentionRead) || may(.legalHold) { tabs.append(("kept", .kept)) }
        return tabs
    }

    var custodyTabs: [Tab] {
        var tabs: [Tab] = []
        if may(.custodyManage) { tabs.append(("custody", .custody)) }
        if may(.gapReport) { tabs += [("gaps", .gaps), ("campaigns", .campaigns)] }
        // A unit's own people have no pools: its agent's hold its cards.
        if may(.cardLife), may(.organisationRead) { tabs.append(("devicePools", .devicePools)) }
        if may(.entranceIssue) { tabs.append(("entrances", .entrances)) }
        return tabs
    }

    var agentTabs: [Tab] {
        guard may(.organisationRead), let own = seat?.organisation.description else { return [] }
        var tabs: [Tab] = [("organisations", .organisations)]
        if may(.policyManage) { tabs.append(("policy", .policy(own))) }
        tabs.append(("roles", .roles))
        return tabs
    }

    /// The operating company's reviewers look after each other; no agent's do.
    var mayLookAgain: Bool { may(.registrationReview) && seat?.scope == .everything }
    var maySetReviewPolicy: Bool { may(.policyManage) && seat?.scope == .everything }

    var settingTabs: [Tab] {
        var tabs: [Tab] = []
        if may(.productManage) { tabs.append(("products", .products)) }
        if may(.apiKeyManage) { tabs.append(("keys", .apiKeys)) }
        if may(.webhookManage) { tabs.append(("webhooks", .webhooks)) }
        if maySetReviewPolicy { tabs += [("reviewPolicy", .reviewPolicy), ("reasonLists", .reasonLists)] }
        if may(.noticeRetry) { tabs.append(("notices", .notices)) }
        if maySetReviewPolicy { tabs.append(("noticeWordings", .noticeWordings)) }
        if maySetReviewPolicy { tabs.append(("inForce", .inForce)) }
        return tabs
    }

    /// None where there would be one alone, which says what the page's title says.
    func values(of tabs: [Tab], at link: ConsoleLink) -> [[String: Any]] {
        guard tabs.count > 1 else { return [] }
        let several = tabs.map { tab -> [String: Any] in
            ["href": tab.link.address, "name": words["tab.\(tab.name)"], "isCurrent": tab.link == link]
        }
        return [["several": several]]
    }
}
