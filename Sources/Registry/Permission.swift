/// What an account may do. Roles are sets of these; an API key holds a subset of its account's.
package enum Permission: String, CaseIterable, Sendable {
    case organisationRead = "organisation:read"
    case organisationManage = "organisation:manage"
    case contractManage = "contract:manage"
    case accountRead = "account:read"
    case accountManage = "account:manage"
    case apiKeyManage = "api-key:manage"
    case productRead = "product:read"
    case productManage = "product:manage"
    /// Take cards into the operating company's stock.
    case stockIntake = "stock:intake"
    /// Claim cards that an agent already holds.
    case claimIntake = "claim:intake"
    /// Take in cards that are already in service.
    case existingIntake = "existing:intake"
    case cardRead = "card:read"
    case custodyManage = "custody:manage"
    case gapReport = "gap-report:read"
    case registrationRead = "registration:read"
    case registrationWrite = "registration:write"
    case registrationReview = "registration:review"
    /// The second approver of what takes effect in the past.
    case registrationBackdate = "registration:backdate"
    case evidenceWrite = "evidence:write"
    case evidenceRead = "evidence:read"
    /// Ask who answers for a card; the answer is masked.
    case answerRead = "answer:read"
    /// See an answer unmasked, with a purpose.
    case reveal = "reveal"
    case trailRead = "trail:read"
    /// Set how the persons are verified who register an organisation's cards.
    case policyManage = "policy:manage"
    /// Give out the links and codes by which persons register their cards.
    case entranceIssue = "entrance:issue"
    /// Note what the carrier said of a person's case.
    case carrierReceipt = "carrier-receipt:write"
    /// Send a notice once more that nobody took.
    case noticeRetry = "notice:retry"
    /// Have programs told what happens to the organisation's cards.
    case webhookManage = "webhook:manage"
    /// Register one's own card. No member of staff has it: nobody does the check for a customer (R-AF-11).
    case personalRegister = "personal:register"
    /// Complete one's own part of a unit's application, by the link to it. No member of staff and no key has it, as above (R-AF-11).
    case partComplete = "part:complete"
    /// Have a card's service activated, stopped at the owner's wish, cancelled and brought back.
    case cardLife = "card:life"
    /// Stop a card for the operator's reasons, and lift them.
    case cardControl = "card:control"
    /// Send in what carriers report of use.
    case usageWrite = "usage:write"
    /// Set how long the stages of a life last.
    case lifeSettings = "life:settings"
    /// Read what is kept after a service has ended, for lawful tracing.
    case retentionRead = "retention:read"
    /// Hold what is kept for a case, and release it.
    case legalHold = "legal-hold:manage"
    /// Decide about files that others want to take out of the installation (R-DP-19).
    case exportApprove = "export:approve"
    case installationManage = "installation:manage"
}

/// What members of staff are, each an explicit set of permissions.
package enum StaffRole: String, CaseIterable, Sendable {
    case administrator
    case reviewer
    case compliance
    case agentManager = "agent-manager"
    case agentClerk = "agent-clerk"
    /// Looks at the cases of the persons who register an agent's cards, where the policies leave that to the agent.
    case agentReviewer = "agent-reviewer"
    case hallClerk = "hall-clerk"
    case accountManager = "account-manager"
    case enterpriseManager = "enterprise-manager"
    case auditor

    package var permissions: Set<Permission> {
        switch self {
        case .administrator:
            [
                .organisationRead, .organisationManage, .contractManage, .accountRead, .accountManage, .apiKeyManage,
                .productRead, .productManage, .stockIntake, .existingIntake, .cardRead, .custodyManage, .gapReport,
                .registrationRead, .installationManage, .policyManage, .entranceIssue, .noticeRetry, .cardLife, .cardControl, .usageWrite,
                .lifeSettings, .webhookManage, .legalHold,
            ]
        case .reviewer:
            [
                .organisationRead, .productRead, .cardRead, .registrationRead, .registrationReview, .evidenceRead,
                .answerRead, .reveal, .carrierReceipt,
            ]
        case .compliance:
            [
                .organisationRead, .accountRead, .productRead, .cardRead, .gapReport, .registrationRead,
                .registrationReview, .registrationBackdate, .evidenceRead, .answerRead, .reveal, .trailRead, .policyManage,
                .carrierReceipt, .noticeRetry, .cardControl, .lifeSettings, .retentionRead, .legalHold, .exportApprove,
            ]
        case .agentManager:
            [
                .organisationRead, .organisationManage, .accountRead, .accountManage, .apiKeyManage, .productRead,
                .claimIntake, .cardRead, .custodyManage, .gapReport, .registrationRead, .registrationWrite,
                .evidenceWrite, .answerRead, .policyManage, .entranceIssue, .noticeRetry, .cardLife, .webhookManage,
            ]
        case .agentClerk:
            [
                .organisationRead, .productRead, .claimIntake, .cardRead, .registrationRead, .registrationWrite, .evidenceWrite,
                .answerRead, .entranceIssue, .cardLife,
            ]
        case .agentReviewer:
            [.organisationRead, .productRead, .cardRead, .registrationRead, .registrationReview, .evidenceRead, .answerRead, .reveal]
        case .hallClerk, .accountManager:
            [
                .organisationRead, .productRead, .cardRead, .registrationRead, .registrationWrite, .evidenceWrite, .answerRead,
                .entranceIssue, .cardLife,
            ]
        case .enterpriseManager:
            [.productRead, .cardRead, .registrationRead, .registrationWrite, .evidenceWrite, .answerRead, .cardLife, .webhookManage]
        case .auditor:
            [.organisationRead, .accountRead, .productRead, .cardRead, .registrationRead, .answerRead, .trailRead]
        }
    }

    /// Roles that decide or reveal sign in with a second factor (R-DP-24).
    package var needsSecondFactor: Bool {
        switch self {
        case .administrator, .reviewer, .compliance, .auditor, .agentReviewer: true
        default: false
        }
    }

    /// Where an account with this role may sit.
    package var organisationKinds: Set<OrganisationKind> {
        switch self {
        case .administrator, .reviewer, .compliance, .auditor, .accountManager: [.operatingCompany]
        case .agentManager, .agentClerk, .agentReviewer: [.agent]
        case .hallClerk: [.hall]
        case .enterpriseManager: [.enterprise]
        }
    }
}
