// Made from Contract/openapi.yaml by Scripts/generate-contract.py; change the contract, not this file.

/// Every operation of the API. A route exists because it stands here.
package enum Operation: String, CaseIterable, Sendable {
    /// Accept a one-time enrolment: `POST /v1/enrolments/accept`
    case acceptEnrolment
    /// Own sessions: `GET /v1/sessions`
    case listSessions
    /// Sign in: `POST /v1/sessions`
    case signIn
    /// Renew the tokens: `POST /v1/sessions/refresh`
    case refreshSession
    /// End one of the own sessions: `DELETE /v1/sessions/{session}`
    case revokeSession
    /// Who am I: `GET /v1/session`
    case readSession
    /// Sign out: `DELETE /v1/session`
    case signOut
    /// Begin a new second factor: `POST /v1/session/second-factor`
    case beginSecondFactor
    /// Confirm the new second factor: `POST /v1/session/second-factor/confirmation`
    case confirmSecondFactor
    /// Change the own password: `POST /v1/session/password`
    case changePassword
    /// Organisations within the scope: `GET /v1/organisations`
    case listOrganisations
    /// Add an organisation: `POST /v1/organisations`
    case createOrganisation
    /// One organisation: `GET /v1/organisations/{organisation}`
    case readOrganisation
    /// Change an organisation: `PATCH /v1/organisations/{organisation}`
    case updateOrganisation
    /// Contracts of an agent: `GET /v1/organisations/{organisation}/contracts`
    case listContracts
    /// Record a version of a contract: `POST /v1/organisations/{organisation}/contracts`
    case recordContract
    /// Accounts within the scope: `GET /v1/accounts`
    case listAccounts
    /// Invite somebody, or add a machine: `POST /v1/accounts`
    case createAccount
    /// One account: `GET /v1/accounts/{account}`
    case readAccount
    /// Change roles, or dismiss: `PATCH /v1/accounts/{account}`
    case updateAccount
    /// A new one-time enrolment: `POST /v1/accounts/{account}/enrolment`
    case renewEnrolment
    /// API keys within the scope: `GET /v1/api-keys`
    case listAPIKeys
    /// Make an API key: `POST /v1/api-keys`
    case createAPIKey
    /// Revoke an API key: `DELETE /v1/api-keys/{apiKey}`
    case revokeAPIKey
    /// Products: `GET /v1/products`
    case listProducts
    /// Add a product: `POST /v1/products`
    case createProduct
    /// One product: `GET /v1/products/{product}`
    case readProduct
    /// A new version of a product: `PUT /v1/products/{product}`
    case updateProduct
    /// Files of cards: `GET /v1/intakes`
    case listIntakes
    /// Send a file of cards: `POST /v1/intakes`
    case createIntake
    /// Progress of a file of cards: `GET /v1/intakes/{intake}`
    case readIntake
    /// Rows left out, and why: `GET /v1/intakes/{intake}/problems`
    case listIntakeProblems
    /// Just the failed rows, to be mended and sent again: `GET /v1/intakes/{intake}/repair-file`
    case readRepairFile
    /// Stop a file of cards: `POST /v1/intakes/{intake}/cancellation`
    case cancelIntake
    /// History of custody: `GET /v1/custody-acts`
    case listCustodyActs
    /// Allocate or recall cards: `POST /v1/custody-acts`
    case createCustodyAct
    /// Take out claims that were made with wrong data: `POST /v1/claim-withdrawals`
    case withdrawClaims
    /// Cards within the scope: `GET /v1/cards`
    case listCards
    /// One card, with its product and history: `GET /v1/cards/{card}`
    case readCard
    /// Find cards by their numbers: `POST /v1/card-searches`
    case searchCards
    /// Exports one asked for, and those one may decide about: `GET /v1/exports`
    case listExports
    /// Ask for a file of cards or of the trail: `POST /v1/exports`
    case askForExport
    /// Where an export stands: `GET /v1/exports/{export}`
    case readExport
    /// Approve or refuse another's export: `POST /v1/exports/{export}/decision`
    case decideExport
    /// The file, for whoever asked for it: `GET /v1/exports/{export}/file`
    case fetchExport
    /// Versions of the review policy, the newest first: `GET /v1/review-policies`
    case listReviewPolicies
    /// Set which cases two reviewers approve and what share is looked at again: `POST /v1/review-policies`
    case setReviewPolicy
    /// Reasons for sending back and refusing that are in force: `GET /v1/decision-reasons`
    case listDecisionReasons
    /// Versions of the list of the operating company's own reasons, the newest first: `GET /v1/reason-lists`
    case listReasonLists
    /// Set the reasons of the operating company's own: `POST /v1/reason-lists`
    case setReasonList
    /// Approved cases that were drawn to be looked at again: `GET /v1/re-audits`
    case listReAudits
    /// Say whether a case was rightly approved: `POST /v1/re-audits/{decision}/finding`
    case findReAudit
    /// What one decided oneself: `GET /v1/review-figures`
    case readOwnReviewFigures
    /// What a member of staff decided: `GET /v1/accounts/{account}/review-figures`
    case readReviewFigures
    /// How an organisation's hand-ins fare: `GET /v1/organisations/{organisation}/performance`
    case readPerformance
    /// Cards in service that lack something: `GET /v1/gap-report`
    case readGapReport
    /// Have something done with cards' services: `POST /v1/life-commands`
    case changeLives
    /// Where a card's service stands and how it came there: `GET /v1/cards/{card}/life`
    case readLife
    /// Declare the device a card will be in: `POST /v1/cards/{card}/device`
    case changeDevice
    /// Give a card's service another SIM: `POST /v1/cards/{card}/sim`
    case changeSIM
    /// Pools of devices: `GET /v1/device-pools`
    case listDevicePools
    /// Make a pool of devices: `POST /v1/device-pools`
    case createDevicePool
    /// One pool, counted: `GET /v1/device-pools/{devicePool}`
    case readDevicePool
    /// Devices of a pool: `GET /v1/device-pools/{devicePool}/devices`
    case listPoolDevices
    /// Declare devices of a pool, or withdraw them: `POST /v1/device-pools/{devicePool}/devices`
    case declarePoolDevices
    /// Cards of a pool: `GET /v1/device-pools/{devicePool}/cards`
    case listPoolCards
    /// Bind cards to a pool: `POST /v1/device-pools/{devicePool}/cards`
    case bindPoolCards
    /// Files of what cards used: `GET /v1/usage-files`
    case listUsageFiles
    /// Send what cards used: `POST /v1/usage-files`
    case createUsageFile
    /// One file and how far it has got: `GET /v1/usage-files/{usageFile}`
    case readUsageFile
    /// Lines that were left out: `GET /v1/usage-files/{usageFile}/problems`
    case listUsageProblems
    /// How long the stages of a life last: `GET /v1/life-settings`
    case listLifeSettings
    /// Set how long the stages of a life last: `POST /v1/life-settings`
    case setLifeSetting
    /// Cards of whose step or stop people are told: `GET /v1/life-notices`
    case listLifeNotices
    /// Where carrier and we disagree: `GET /v1/life-cases`
    case listLifeCases
    /// How those are reached who say that a card is theirs: `POST /v1/life-cases/contacts`
    case readClaimContacts
    /// Close a case that somebody has looked at: `POST /v1/life-cases/closings`
    case closeLifeCase
    /// Do what is proposed for a case, and close it: `POST /v1/life-cases/mends`
    case mendLifeCase
    /// What carriers owe: `GET /v1/carriers`
    case listCarriers
    /// What is wished of a carrier and not over: `GET /v1/carrier-intents`
    case listIntents
    /// Say what came of a wish that is left to hands: `POST /v1/carrier-intents/settlements`
    case settleIntent
    /// Have a carrier asked about a card soon: `POST /v1/carrier-questions`
    case askCarrier
    /// What is kept of registrations that have ended: `GET /v1/retention-report`
    case readRetentionReport
    /// What somebody is told who asks for deletion: `POST /v1/deletion-answers`
    case answerDeletion
    /// Holds on what is kept, the newest first: `GET /v1/legal-holds`
    case listLegalHolds
    /// Hold what was registered for a case: `POST /v1/legal-holds`
    case placeLegalHold
    /// Release a hold: `POST /v1/legal-holds/{legalHold}/release`
    case releaseLegalHold
    /// Requests to open what is sealed, the newest first: `GET /v1/sealed-openings`
    case listSealedOpenings
    /// Ask that what is sealed be opened for a case: `POST /v1/sealed-openings`
    case askForSealedOpening
    /// Approve or refuse what another asked to open: `POST /v1/sealed-openings/{sealedOpening}/decision`
    case decideSealedOpening
    /// The file that asks a custodian for his halves of the keys: `POST /v1/sealed-openings/{sealedOpening}/custodian-requests`
    case askCustodian
    /// Hand in what a custodian answered: `POST /v1/sealed-openings/{sealedOpening}/custodian-answers`
    case handInCustodianAnswer
    /// The two custodians of keys, and those before them: `GET /v1/custodians`
    case readCustodians
    /// Propose the two custodians of keys: `POST /v1/custodians`
    case setCustodians
    /// Confirm the two custodians that another proposed: `POST /v1/custodian-confirmations`
    case confirmCustodians
    /// Campaigns: `GET /v1/campaigns`
    case listCampaigns
    /// Make a campaign of back-registration: `POST /v1/campaigns`
    case makeCampaign
    /// One campaign: `GET /v1/campaigns/{campaign}`
    case readCampaign
    /// Set a campaign anew: `PUT /v1/campaigns/{campaign}`
    case changeCampaign
    /// Cancel a campaign: `POST /v1/campaigns/{campaign}/cancellation`
    case cancelCampaign
    /// How a campaign stands, by organisation: `GET /v1/campaigns/{campaign}/progress`
    case readCampaignProgress
    /// Cards that still lack what a campaign is about: `GET /v1/campaigns/{campaign}/cards`
    case listCampaignCards
    /// Give out links or claim codes for the cards that still lack it: `POST /v1/campaigns/{campaign}/entrances`
    case issueCampaignEntrances
    /// Upload a document or picture: `POST /v1/evidence`
    case uploadEvidence
    /// What is known of a piece of evidence: `GET /v1/evidence/{evidence}`
    case readEvidence
    /// Read a piece of evidence, with a purpose: `POST /v1/evidence/{evidence}/readings`
    case openEvidence
    /// What will be needed, and why: `POST /v1/requirement-previews`
    case previewRequirements
    /// Registrations within the scope: `GET /v1/registrations`
    case listRegistrations
    /// Begin a registration: `POST /v1/registrations`
    case createRegistration
    /// One registration: `GET /v1/registrations/{registration}`
    case readRegistration
    /// Its cards: `GET /v1/registrations/{registration}/cards`
    case listRegistrationCards
    /// Who had which role, since when: `GET /v1/registrations/{registration}/roles`
    case listRegistrationRoles
    /// Apply for a change of a registration: `POST /v1/registrations/{registration}/applications`
    case createApplication
    /// Applications, and the review queue: `GET /v1/applications`
    case listApplications
    /// One application: `GET /v1/applications/{application}`
    case readApplication
    /// Change a draft: `PUT /v1/applications/{application}`
    case updateApplication
    /// Choose the cards of a draft: `PUT /v1/applications/{application}/cards`
    case selectCards
    /// Whose part can be handed over, and what became of the links: `GET /v1/applications/{application}/part-links`
    case listPartLinks
    /// Hand one person's part of a draft over: `POST /v1/applications/{application}/part-links`
    case issuePartLink
    /// Revoke a link to a part: `POST /v1/part-links/{partLink}/revocation`
    case revokePartLink
    /// Submit: `POST /v1/applications/{application}/submission`
    case submitApplication
    /// Withdraw: `POST /v1/applications/{application}/withdrawal`
    case withdrawApplication
    /// Take a case for review: `PUT /v1/applications/{application}/lock`
    case lockApplication
    /// Give a case back: `DELETE /v1/applications/{application}/lock`
    case unlockApplication
    /// Approve, send back or refuse: `POST /v1/applications/{application}/decision`
    case decideApplication
    /// Second approval of what takes effect in the past: `POST /v1/applications/{application}/second-approval`
    case secondDecision
    /// One application, unmasked: `POST /v1/applications/{application}/reveals`
    case revealApplication
    /// Cards that could not be registered: `GET /v1/applications/{application}/exclusions`
    case listExclusions
    /// Units within the scope: `GET /v1/units`
    case listUnits
    /// One unit and its registrations: `GET /v1/units/{unit}`
    case readUnit
    /// Documents and authorisations that expire: `GET /v1/expiries`
    case listExpiries
    /// Versions of an organisation's verification policy, the newest first: `GET /v1/organisations/{organisation}/verification-policies`
    case listVerificationPolicies
    /// Set how persons are verified: `POST /v1/organisations/{organisation}/verification-policies`
    case setVerificationPolicy
    /// What a person's card will need, and why: `POST /v1/verification-previews`
    case previewVerification
    /// Links and claim codes given out: `GET /v1/entrances`
    case listEntrances
    /// Give out links or claim codes for cards: `POST /v1/entrances`
    case issueEntrances
    /// Revoke all links and claim codes of cards: `POST /v1/entrances/revocations`
    case revokeEntrances
    /// Revoke a link or claim code: `POST /v1/entrances/{entrance}/revocation`
    case revokeEntrance
    /// Note what the carrier said of a person's case: `POST /v1/applications/{application}/carrier-reply`
    case recordCarrierReply
    /// Notices to people and what became of them: `GET /v1/notices`
    case listNotices
    /// Send a notice once more that nobody took: `POST /v1/notices/{notice}/retry`
    case retryNotice
    /// Versions of the operating company's own words for the notices of a kind, the newest first: `GET /v1/notice-wordings`
    case listNoticeWordings
    /// Set the operating company's own words for the notices of a kind: `POST /v1/notice-wordings`
    case setNoticeWording
    /// In which words notices are told now, kind by kind: `GET /v1/notice-wordings/in-force`
    case listNoticeWordingsInForce
    /// What notices would say in these words, with an invented case: `POST /v1/notice-wordings/preview`
    case previewNoticeWording
    /// What happened to cards: `GET /v1/changes`
    case listChanges
    /// Webhooks of the organisation: `GET /v1/webhooks`
    case listWebhooks
    /// Have a program told what happens to cards: `POST /v1/webhooks`
    case createWebhook
    /// One webhook: `GET /v1/webhooks/{webhook}`
    case readWebhook
    /// End a webhook: `DELETE /v1/webhooks/{webhook}`
    case deleteWebhook
    /// Give a webhook a new secret: `POST /v1/webhooks/{webhook}/secret`
    case rotateWebhookSecret
    /// Send a ping at once: `POST /v1/webhooks/{webhook}/test`
    case tryWebhook
    /// Send nothing until it is resumed: `POST /v1/webhooks/{webhook}/pause`
    case pauseWebhook
    /// Go on where it stopped: `POST /v1/webhooks/{webhook}/resume`
    case resumeWebhook
    /// Send everything after a position once more: `POST /v1/webhooks/{webhook}/rewind`
    case rewindWebhook
    /// What was sent or tried, and what became of it: `GET /v1/webhooks/{webhook}/events`
    case listWebhookEvents
    /// Programs told of single requests under the webhook's secret: `GET /v1/webhooks/{webhook}/callbacks`
    case listCallbacks
    /// How the installation is made up, as it was said when the server was started: `GET /v1/installation`
    case readInForce
    /// Send one event once more at once: `POST /v1/webhooks/{webhook}/events/{event}/replay`
    case replayWebhookEvent
    /// Register a person's card before staff: `POST /v1/personal-registrations`
    case registerInPerson
    /// What a card needs before staff, and what is missing still: `POST /v1/personal-registrations/examinations`
    case examineInPerson
    /// How many cards the person before staff has: `POST /v1/personal-registrations/card-counts`
    case countCardsInPerson
    /// Take a picture or paper of the person before staff: `POST /v1/personal-registrations/papers`
    case takeInPerson
    /// Which carrier a card is of, and how to come in: `POST /v1/personal/lookups`
    case lookUpCard
    /// The card's number from a photo of its bar code: `POST /v1/personal/card-numbers`
    case readCardNumber
    /// Come in by a card's link or claim code: `POST /v1/personal/seats`
    case openSeat
    /// Leave a device that may be another's: `DELETE /v1/personal/seat`
    case leaveSeat
    /// What the card needs and what is there already: `GET /v1/personal/case`
    case readPersonalCase
    /// Consent to notices, or take consent back: `POST /v1/personal/case/consents`
    case giveConsent
    /// Keep what was typed: `PUT /v1/personal/case/draft`
    case updatePersonalDraft
    /// Hand in a photo: `POST /v1/personal/case/pictures`
    case capturePicture
    /// Ask what to do before the camera: `POST /v1/personal/case/face-challenges`
    case issueFaceChallenge
    /// Hand in the frames that answer a challenge: `POST /v1/personal/case/face-captures`
    case captureFace
    /// Begin a capture of the face at the provider's own page: `POST /v1/personal/case/provider-captures`
    case beginProviderCapture
    /// Where the person registers at the carrier himself: `POST /v1/personal/case/carrier-pages`
    case openCarrierPage
    /// Have the carrier asked whether it has registered the person: `POST /v1/personal/case/carrier-pages/outcome`
    case followCarrierPage
    /// Ask how the capture came out: `POST /v1/personal/case/provider-captures/outcome`
    case followProviderCapture
    /// Hand the case in: `POST /v1/personal/case/submission`
    case submitPersonal
    /// Take the case back before it is decided: `POST /v1/personal/case/withdrawal`
    case withdrawPersonal
    /// Give the card up: `POST /v1/personal/case/release`
    case askForRelease
    /// Use the document pictures of a registration made lately on this device: `POST /v1/personal/case/reused-pictures`
    case reusePictures
    /// Begin to prove again who one is: `POST /v1/personal/own/proof`
    case beginProof
    /// What is registered of the person, and who looked at it: `GET /v1/personal/own`
    case readOwnData
    /// Where the proof and the correction stand: `GET /v1/personal/own/matters`
    case readOwnMatters
    /// Give up a card in one's name: `POST /v1/personal/own/releases`
    case releaseOwnCard
    /// Keep a card in one's name that is being cancelled: `POST /v1/personal/own/bring-backs`
    case bringBackOwnCard
    /// Give a card in one's name to a next owner: `POST /v1/personal/own/transfers`
    case beginTransfer
    /// Call off giving a card to a next owner: `POST /v1/personal/own/transfers/withdrawal`
    case callOffTransfer
    /// Do not take over the card: `POST /v1/personal/case/transfer/refusal`
    case declineTransfer
    /// Say that a card somebody else took is one's own: `POST /v1/personal/case/claim`
    case claimCard
    /// Say that a card in one's name is not one's own: `POST /v1/personal/own/disputes`
    case disputeCard
    /// Begin to have one's data corrected: `POST /v1/personal/own/corrections`
    case beginCorrection
    /// Ask for deletion, and be answered by the law: `POST /v1/personal/own/deletion-requests`
    case askForDeletion
    /// Where the case stands: `GET /v1/personal/case/status`
    case readPersonalStatus
    /// Come in by the link to one's own part of a unit's application: `POST /v1/personal/parts`
    case openPart
    /// Who asks, what is needed and why, and what was filled in on this device: `GET /v1/personal/part`
    case readPart
    /// Leave a device that may be another's: `DELETE /v1/personal/part`
    case leavePart
    /// Consent to the notices about one's part, or take consent back: `POST /v1/personal/part/consents`
    case consentToPart
    /// Keep what was typed in one's part: `PUT /v1/personal/part/draft`
    case savePart
    /// Hand in a photo for one's part: `POST /v1/personal/part/pictures`
    case capturePart
    /// Look at a photo that one took for one's part, with a purpose: `POST /v1/personal/part/pictures/readings`
    case openPartPicture
    /// When, for whom and as what one completed one's part: `GET /v1/personal/part/completion`
    case readCompletedPart
    /// Say that all of one's part is right: `POST /v1/personal/part/completion`
    case completePart
    /// Where a case stands, by its code: `POST /v1/personal/status-questions`
    case askPersonalStatus
    /// Who answers for this card: `POST /v1/answers`
    case answerForCard
    /// Who answers for this card, unmasked: `POST /v1/reveals`
    case revealAnswer
    /// The trail: `GET /v1/trail`
    case listTrail
    /// One entry: `GET /v1/trail/{entry}`
    case readTrailEntry
    /// Size and root of the tree: `GET /v1/trail-head`
    case readTrailHead
    /// The server runs: `GET /healthz`
    case health
    /// The server can work: `GET /readyz`
    case ready
    /// Figures for Prometheus: `GET /metrics`
    case metrics
    /// This contract: `GET /openapi.yaml`
    case contract
    /// This contract, to be read by people: `GET /reference`
    case reference
    /// What each problem means, to be read by people: `GET /reference/problems`
    case problems

    package var facts: OperationFacts {
        switch self {
        case .acceptEnrolment:
            OperationFacts(
            method: "POST", path: "/v1/enrolments/accept", tag: "Access",
            permissions: ["none"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 409, 413, 415, 422, 429, 503])
        case .listSessions:
            OperationFacts(
            method: "GET", path: "/v1/sessions", tag: "Access",
            permissions: ["self"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .signIn:
            OperationFacts(
            method: "POST", path: "/v1/sessions", tag: "Access",
            permissions: ["none"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 409, 413, 415, 422, 429, 503])
        case .refreshSession:
            OperationFacts(
            method: "POST", path: "/v1/sessions/refresh", tag: "Access",
            permissions: ["none"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 409, 413, 415, 422, 429, 503])
        case .revokeSession:
            OperationFacts(
            method: "DELETE", path: "/v1/sessions/{session}", tag: "Access",
            permissions: ["self"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: [],
            success: 204, statuses: [204, 400, 401, 403, 404, 409, 422, 429, 503])
        case .readSession:
            OperationFacts(
            method: "GET", path: "/v1/session", tag: "Access",
            permissions: ["self"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .signOut:
            OperationFacts(
            method: "DELETE", path: "/v1/session", tag: "Access",
            permissions: ["self"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: [],
            success: 204, statuses: [204, 400, 401, 403, 409, 422, 429, 503])
        case .beginSecondFactor:
            OperationFacts(
            method: "POST", path: "/v1/session/second-factor", tag: "Access",
            permissions: ["self"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 409, 413, 415, 422, 429, 503])
        case .confirmSecondFactor:
            OperationFacts(
            method: "POST", path: "/v1/session/second-factor/confirmation", tag: "Access",
            permissions: ["self"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: [],
            success: 204, statuses: [204, 400, 401, 403, 409, 413, 415, 422, 429, 503])
        case .changePassword:
            OperationFacts(
            method: "POST", path: "/v1/session/password", tag: "Access",
            permissions: ["self"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: [],
            success: 204, statuses: [204, 400, 401, 403, 409, 413, 415, 422, 429, 503])
        case .listOrganisations:
            OperationFacts(
            method: "GET", path: "/v1/organisations", tag: "Access",
            permissions: ["organisation:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .createOrganisation:
            OperationFacts(
            method: "POST", path: "/v1/organisations", tag: "Access",
            permissions: ["organisation:manage"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .readOrganisation:
            OperationFacts(
            method: "GET", path: "/v1/organisations/{organisation}", tag: "Access",
            permissions: ["organisation:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .updateOrganisation:
            OperationFacts(
            method: "PATCH", path: "/v1/organisations/{organisation}", tag: "Access",
            permissions: ["organisation:manage"],
            creates: false, edits: true, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 503])
        case .listContracts:
            OperationFacts(
            method: "GET", path: "/v1/organisations/{organisation}/contracts", tag: "Access",
            permissions: ["organisation:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .recordContract:
            OperationFacts(
            method: "POST", path: "/v1/organisations/{organisation}/contracts", tag: "Access",
            permissions: ["contract:manage"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .listAccounts:
            OperationFacts(
            method: "GET", path: "/v1/accounts", tag: "Access",
            permissions: ["account:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .createAccount:
            OperationFacts(
            method: "POST", path: "/v1/accounts", tag: "Access",
            permissions: ["account:manage"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .readAccount:
            OperationFacts(
            method: "GET", path: "/v1/accounts/{account}", tag: "Access",
            permissions: ["account:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .updateAccount:
            OperationFacts(
            method: "PATCH", path: "/v1/accounts/{account}", tag: "Access",
            permissions: ["account:manage"],
            creates: false, edits: true, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 503])
        case .renewEnrolment:
            OperationFacts(
            method: "POST", path: "/v1/accounts/{account}/enrolment", tag: "Access",
            permissions: ["account:manage"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 422, 428, 429, 503])
        case .listAPIKeys:
            OperationFacts(
            method: "GET", path: "/v1/api-keys", tag: "Access",
            permissions: ["api-key:manage"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .createAPIKey:
            OperationFacts(
            method: "POST", path: "/v1/api-keys", tag: "Access",
            permissions: ["api-key:manage"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .revokeAPIKey:
            OperationFacts(
            method: "DELETE", path: "/v1/api-keys/{apiKey}", tag: "Access",
            permissions: ["api-key:manage"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: [],
            success: 204, statuses: [204, 400, 401, 403, 404, 409, 422, 429, 503])
        case .listProducts:
            OperationFacts(
            method: "GET", path: "/v1/products", tag: "Products",
            permissions: ["product:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .createProduct:
            OperationFacts(
            method: "POST", path: "/v1/products", tag: "Products",
            permissions: ["product:manage"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 409, 413, 415, 422, 428, 429, 503])
        case .readProduct:
            OperationFacts(
            method: "GET", path: "/v1/products/{product}", tag: "Products",
            permissions: ["product:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .updateProduct:
            OperationFacts(
            method: "PUT", path: "/v1/products/{product}", tag: "Products",
            permissions: ["product:manage"],
            creates: false, edits: true, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 503])
        case .listIntakes:
            OperationFacts(
            method: "GET", path: "/v1/intakes", tag: "Cards",
            permissions: ["card:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .createIntake:
            OperationFacts(
            method: "POST", path: "/v1/intakes", tag: "Cards",
            permissions: ["stock:intake", "claim:intake", "existing:intake"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .file,
            takes: ["text/csv", "text/tab-separated-values", "text/plain", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/octet-stream", "multipart/form-data"], produces: ["application/json"],
            success: 202, statuses: [202, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .readIntake:
            OperationFacts(
            method: "GET", path: "/v1/intakes/{intake}", tag: "Cards",
            permissions: ["card:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .listIntakeProblems:
            OperationFacts(
            method: "GET", path: "/v1/intakes/{intake}/problems", tag: "Cards",
            permissions: ["card:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .readRepairFile:
            OperationFacts(
            method: "GET", path: "/v1/intakes/{intake}/repair-file", tag: "Cards",
            permissions: ["stock:intake", "claim:intake", "existing:intake"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 429, 503])
        case .cancelIntake:
            OperationFacts(
            method: "POST", path: "/v1/intakes/{intake}/cancellation", tag: "Cards",
            permissions: ["stock:intake", "claim:intake", "existing:intake"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 422, 429, 503])
        case .listCustodyActs:
            OperationFacts(
            method: "GET", path: "/v1/custody-acts", tag: "Cards",
            permissions: ["card:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .createCustodyAct:
            OperationFacts(
            method: "POST", path: "/v1/custody-acts", tag: "Cards",
            permissions: ["custody:manage"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .bulk,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .withdrawClaims:
            OperationFacts(
            method: "POST", path: "/v1/claim-withdrawals", tag: "Cards",
            permissions: ["custody:manage"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .bulk,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .listCards:
            OperationFacts(
            method: "GET", path: "/v1/cards", tag: "Cards",
            permissions: ["card:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .readCard:
            OperationFacts(
            method: "GET", path: "/v1/cards/{card}", tag: "Cards",
            permissions: ["card:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .searchCards:
            OperationFacts(
            method: "POST", path: "/v1/card-searches", tag: "Cards",
            permissions: ["card:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 409, 413, 415, 422, 429, 503])
        case .listExports:
            OperationFacts(
            method: "GET", path: "/v1/exports", tag: "Exports",
            permissions: ["card:read", "trail:read", "export:approve"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .askForExport:
            OperationFacts(
            method: "POST", path: "/v1/exports", tag: "Exports",
            permissions: ["card:read", "trail:read"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 503])
        case .readExport:
            OperationFacts(
            method: "GET", path: "/v1/exports/{export}", tag: "Exports",
            permissions: ["card:read", "trail:read", "export:approve"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .decideExport:
            OperationFacts(
            method: "POST", path: "/v1/exports/{export}/decision", tag: "Exports",
            permissions: ["export:approve"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 503])
        case .fetchExport:
            OperationFacts(
            method: "GET", path: "/v1/exports/{export}/file", tag: "Exports",
            permissions: ["card:read", "trail:read"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["text/csv"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 429, 503])
        case .listReviewPolicies:
            OperationFacts(
            method: "GET", path: "/v1/review-policies", tag: "Registration",
            permissions: ["policy:manage"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .setReviewPolicy:
            OperationFacts(
            method: "POST", path: "/v1/review-policies", tag: "Registration",
            permissions: ["policy:manage"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 503])
        case .listDecisionReasons:
            OperationFacts(
            method: "GET", path: "/v1/decision-reasons", tag: "Registration",
            permissions: ["registration:review"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .listReasonLists:
            OperationFacts(
            method: "GET", path: "/v1/reason-lists", tag: "Registration",
            permissions: ["policy:manage"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .setReasonList:
            OperationFacts(
            method: "POST", path: "/v1/reason-lists", tag: "Registration",
            permissions: ["policy:manage"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 503])
        case .listReAudits:
            OperationFacts(
            method: "GET", path: "/v1/re-audits", tag: "Registration",
            permissions: ["registration:review"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .findReAudit:
            OperationFacts(
            method: "POST", path: "/v1/re-audits/{decision}/finding", tag: "Registration",
            permissions: ["registration:review"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 503])
        case .readOwnReviewFigures:
            OperationFacts(
            method: "GET", path: "/v1/review-figures", tag: "Registration",
            permissions: ["registration:review"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .readReviewFigures:
            OperationFacts(
            method: "GET", path: "/v1/accounts/{account}/review-figures", tag: "Registration",
            permissions: ["account:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .readPerformance:
            OperationFacts(
            method: "GET", path: "/v1/organisations/{organisation}/performance", tag: "Registration",
            permissions: ["gap-report:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .readGapReport:
            OperationFacts(
            method: "GET", path: "/v1/gap-report", tag: "Cards",
            permissions: ["gap-report:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .changeLives:
            OperationFacts(
            method: "POST", path: "/v1/life-commands", tag: "Life",
            permissions: ["card:life", "card:control"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .bulk,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .readLife:
            OperationFacts(
            method: "GET", path: "/v1/cards/{card}/life", tag: "Life",
            permissions: ["card:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .changeDevice:
            OperationFacts(
            method: "POST", path: "/v1/cards/{card}/device", tag: "Life",
            permissions: ["card:life"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .changeSIM:
            OperationFacts(
            method: "POST", path: "/v1/cards/{card}/sim", tag: "Life",
            permissions: ["card:life"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .listDevicePools:
            OperationFacts(
            method: "GET", path: "/v1/device-pools", tag: "Life",
            permissions: ["card:read"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .createDevicePool:
            OperationFacts(
            method: "POST", path: "/v1/device-pools", tag: "Life",
            permissions: ["card:life"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 409, 413, 415, 422, 428, 429, 503])
        case .readDevicePool:
            OperationFacts(
            method: "GET", path: "/v1/device-pools/{devicePool}", tag: "Life",
            permissions: ["card:read"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .listPoolDevices:
            OperationFacts(
            method: "GET", path: "/v1/device-pools/{devicePool}/devices", tag: "Life",
            permissions: ["card:read"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .declarePoolDevices:
            OperationFacts(
            method: "POST", path: "/v1/device-pools/{devicePool}/devices", tag: "Life",
            permissions: ["card:life"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .listPoolCards:
            OperationFacts(
            method: "GET", path: "/v1/device-pools/{devicePool}/cards", tag: "Life",
            permissions: ["card:read"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .bindPoolCards:
            OperationFacts(
            method: "POST", path: "/v1/device-pools/{devicePool}/cards", tag: "Life",
            permissions: ["card:life"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .listUsageFiles:
            OperationFacts(
            method: "GET", path: "/v1/usage-files", tag: "Life",
            permissions: ["usage:write"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .createUsageFile:
            OperationFacts(
            method: "POST", path: "/v1/usage-files", tag: "Life",
            permissions: ["usage:write"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .file,
            takes: ["text/csv", "text/plain", "application/x-ndjson", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/octet-stream", "multipart/form-data"], produces: ["application/json"],
            success: 202, statuses: [202, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .readUsageFile:
            OperationFacts(
            method: "GET", path: "/v1/usage-files/{usageFile}", tag: "Life",
            permissions: ["usage:write"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .listUsageProblems:
            OperationFacts(
            method: "GET", path: "/v1/usage-files/{usageFile}/problems", tag: "Life",
            permissions: ["usage:write"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .listLifeSettings:
            OperationFacts(
            method: "GET", path: "/v1/life-settings", tag: "Life",
            permissions: ["product:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .setLifeSetting:
            OperationFacts(
            method: "POST", path: "/v1/life-settings", tag: "Life",
            permissions: ["life:settings"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 503])
        case .listLifeNotices:
            OperationFacts(
            method: "GET", path: "/v1/life-notices", tag: "Life",
            permissions: ["card:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .listLifeCases:
            OperationFacts(
            method: "GET", path: "/v1/life-cases", tag: "Life",
            permissions: ["card:control"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .readClaimContacts:
            OperationFacts(
            method: "POST", path: "/v1/life-cases/contacts", tag: "Life",
            permissions: ["reveal"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 413, 415, 422, 429, 503])
        case .closeLifeCase:
            OperationFacts(
            method: "POST", path: "/v1/life-cases/closings", tag: "Life",
            permissions: ["card:control"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .mendLifeCase:
            OperationFacts(
            method: "POST", path: "/v1/life-cases/mends", tag: "Life",
            permissions: ["card:control"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .listCarriers:
            OperationFacts(
            method: "GET", path: "/v1/carriers", tag: "Carriers",
            permissions: ["card:control"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .listIntents:
            OperationFacts(
            method: "GET", path: "/v1/carrier-intents", tag: "Carriers",
            permissions: ["card:control"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .settleIntent:
            OperationFacts(
            method: "POST", path: "/v1/carrier-intents/settlements", tag: "Carriers",
            permissions: ["card:control"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .askCarrier:
            OperationFacts(
            method: "POST", path: "/v1/carrier-questions", tag: "Carriers",
            permissions: ["card:life"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .readRetentionReport:
            OperationFacts(
            method: "GET", path: "/v1/retention-report", tag: "Life",
            permissions: ["retention:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .answerDeletion:
            OperationFacts(
            method: "POST", path: "/v1/deletion-answers", tag: "Life",
            permissions: ["answer:read"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .listLegalHolds:
            OperationFacts(
            method: "GET", path: "/v1/legal-holds", tag: "Life",
            permissions: ["legal-hold:manage", "retention:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .placeLegalHold:
            OperationFacts(
            method: "POST", path: "/v1/legal-holds", tag: "Life",
            permissions: ["legal-hold:manage"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .releaseLegalHold:
            OperationFacts(
            method: "POST", path: "/v1/legal-holds/{legalHold}/release", tag: "Life",
            permissions: ["legal-hold:manage"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .listSealedOpenings:
            OperationFacts(
            method: "GET", path: "/v1/sealed-openings", tag: "Life",
            permissions: ["retention:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .askForSealedOpening:
            OperationFacts(
            method: "POST", path: "/v1/sealed-openings", tag: "Life",
            permissions: ["retention:read"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .decideSealedOpening:
            OperationFacts(
            method: "POST", path: "/v1/sealed-openings/{sealedOpening}/decision", tag: "Life",
            permissions: ["retention:read"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .askCustodian:
            OperationFacts(
            method: "POST", path: "/v1/sealed-openings/{sealedOpening}/custodian-requests", tag: "Life",
            permissions: ["retention:read"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .handInCustodianAnswer:
            OperationFacts(
            method: "POST", path: "/v1/sealed-openings/{sealedOpening}/custodian-answers", tag: "Life",
            permissions: ["retention:read"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .bulk,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .readCustodians:
            OperationFacts(
            method: "GET", path: "/v1/custodians", tag: "Life",
            permissions: ["installation:manage"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .setCustodians:
            OperationFacts(
            method: "POST", path: "/v1/custodians", tag: "Life",
            permissions: ["installation:manage"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 409, 413, 415, 422, 428, 429, 503])
        case .confirmCustodians:
            OperationFacts(
            method: "POST", path: "/v1/custodian-confirmations", tag: "Life",
            permissions: ["installation:manage"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 409, 413, 415, 422, 428, 429, 503])
        case .listCampaigns:
            OperationFacts(
            method: "GET", path: "/v1/campaigns", tag: "Campaigns",
            permissions: ["gap-report:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .makeCampaign:
            OperationFacts(
            method: "POST", path: "/v1/campaigns", tag: "Campaigns",
            permissions: ["card:control"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 409, 413, 415, 422, 428, 429, 503])
        case .readCampaign:
            OperationFacts(
            method: "GET", path: "/v1/campaigns/{campaign}", tag: "Campaigns",
            permissions: ["gap-report:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .changeCampaign:
            OperationFacts(
            method: "PUT", path: "/v1/campaigns/{campaign}", tag: "Campaigns",
            permissions: ["card:control"],
            creates: false, edits: true, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 503])
        case .cancelCampaign:
            OperationFacts(
            method: "POST", path: "/v1/campaigns/{campaign}/cancellation", tag: "Campaigns",
            permissions: ["card:control"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 422, 428, 429, 503])
        case .readCampaignProgress:
            OperationFacts(
            method: "GET", path: "/v1/campaigns/{campaign}/progress", tag: "Campaigns",
            permissions: ["gap-report:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .listCampaignCards:
            OperationFacts(
            method: "GET", path: "/v1/campaigns/{campaign}/cards", tag: "Campaigns",
            permissions: ["gap-report:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .issueCampaignEntrances:
            OperationFacts(
            method: "POST", path: "/v1/campaigns/{campaign}/entrances", tag: "Campaigns",
            permissions: ["entrance:issue"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .uploadEvidence:
            OperationFacts(
            method: "POST", path: "/v1/evidence", tag: "Evidence",
            permissions: ["evidence:write"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .evidence,
            takes: ["image/jpeg", "image/png", "application/pdf", "application/octet-stream", "multipart/form-data"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 409, 413, 415, 422, 428, 429, 503])
        case .readEvidence:
            OperationFacts(
            method: "GET", path: "/v1/evidence/{evidence}", tag: "Evidence",
            permissions: ["evidence:write", "evidence:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .openEvidence:
            OperationFacts(
            method: "POST", path: "/v1/evidence/{evidence}/readings", tag: "Evidence",
            permissions: ["evidence:read", "evidence:write"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["image/jpeg", "application/pdf"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 413, 415, 422, 429, 503])
        case .previewRequirements:
            OperationFacts(
            method: "POST", path: "/v1/requirement-previews", tag: "Registration",
            permissions: ["registration:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 413, 415, 422, 429, 503])
        case .listRegistrations:
            OperationFacts(
            method: "GET", path: "/v1/registrations", tag: "Registration",
            permissions: ["registration:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .createRegistration:
            OperationFacts(
            method: "POST", path: "/v1/registrations", tag: "Registration",
            permissions: ["registration:write"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 409, 413, 415, 422, 428, 429, 503])
        case .readRegistration:
            OperationFacts(
            method: "GET", path: "/v1/registrations/{registration}", tag: "Registration",
            permissions: ["registration:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .listRegistrationCards:
            OperationFacts(
            method: "GET", path: "/v1/registrations/{registration}/cards", tag: "Registration",
            permissions: ["registration:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .listRegistrationRoles:
            OperationFacts(
            method: "GET", path: "/v1/registrations/{registration}/roles", tag: "Registration",
            permissions: ["registration:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .createApplication:
            OperationFacts(
            method: "POST", path: "/v1/registrations/{registration}/applications", tag: "Registration",
            permissions: ["registration:write"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .listApplications:
            OperationFacts(
            method: "GET", path: "/v1/applications", tag: "Registration",
            permissions: ["registration:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .readApplication:
            OperationFacts(
            method: "GET", path: "/v1/applications/{application}", tag: "Registration",
            permissions: ["registration:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .updateApplication:
            OperationFacts(
            method: "PUT", path: "/v1/applications/{application}", tag: "Registration",
            permissions: ["registration:write"],
            creates: false, edits: true, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 503])
        case .selectCards:
            OperationFacts(
            method: "PUT", path: "/v1/applications/{application}/cards", tag: "Registration",
            permissions: ["registration:write"],
            creates: false, edits: true, mayBeOld: false, bodyLimit: .bulk,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 503])
        case .listPartLinks:
            OperationFacts(
            method: "GET", path: "/v1/applications/{application}/part-links", tag: "Registration",
            permissions: ["registration:read"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .issuePartLink:
            OperationFacts(
            method: "POST", path: "/v1/applications/{application}/part-links", tag: "Registration",
            permissions: ["registration:write"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .revokePartLink:
            OperationFacts(
            method: "POST", path: "/v1/part-links/{partLink}/revocation", tag: "Registration",
            permissions: ["registration:write"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: [],
            success: 204, statuses: [204, 400, 401, 403, 404, 409, 429, 503])
        case .submitApplication:
            OperationFacts(
            method: "POST", path: "/v1/applications/{application}/submission", tag: "Registration",
            permissions: ["registration:write"],
            creates: true, edits: true, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 412, 413, 422, 428, 429, 503])
        case .withdrawApplication:
            OperationFacts(
            method: "POST", path: "/v1/applications/{application}/withdrawal", tag: "Registration",
            permissions: ["registration:write"],
            creates: false, edits: true, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: [],
            success: 204, statuses: [204, 400, 401, 403, 404, 409, 412, 422, 428, 429, 503])
        case .lockApplication:
            OperationFacts(
            method: "PUT", path: "/v1/applications/{application}/lock", tag: "Registration",
            permissions: ["registration:review"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 422, 429, 503])
        case .unlockApplication:
            OperationFacts(
            method: "DELETE", path: "/v1/applications/{application}/lock", tag: "Registration",
            permissions: ["registration:review"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: [],
            success: 204, statuses: [204, 400, 401, 403, 404, 409, 422, 429, 503])
        case .decideApplication:
            OperationFacts(
            method: "POST", path: "/v1/applications/{application}/decision", tag: "Registration",
            permissions: ["registration:review"],
            creates: true, edits: true, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 503])
        case .secondDecision:
            OperationFacts(
            method: "POST", path: "/v1/applications/{application}/second-approval", tag: "Registration",
            permissions: ["registration:backdate"],
            creates: true, edits: true, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 412, 422, 428, 429, 503])
        case .revealApplication:
            OperationFacts(
            method: "POST", path: "/v1/applications/{application}/reveals", tag: "Registration",
            permissions: ["reveal"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 413, 415, 422, 429, 503])
        case .listExclusions:
            OperationFacts(
            method: "GET", path: "/v1/applications/{application}/exclusions", tag: "Registration",
            permissions: ["registration:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .listUnits:
            OperationFacts(
            method: "GET", path: "/v1/units", tag: "Registration",
            permissions: ["registration:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .readUnit:
            OperationFacts(
            method: "GET", path: "/v1/units/{unit}", tag: "Registration",
            permissions: ["registration:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .listExpiries:
            OperationFacts(
            method: "GET", path: "/v1/expiries", tag: "Registration",
            permissions: ["registration:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .listVerificationPolicies:
            OperationFacts(
            method: "GET", path: "/v1/organisations/{organisation}/verification-policies", tag: "Persons",
            permissions: ["organisation:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .setVerificationPolicy:
            OperationFacts(
            method: "POST", path: "/v1/organisations/{organisation}/verification-policies", tag: "Persons",
            permissions: ["policy:manage"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 503])
        case .previewVerification:
            OperationFacts(
            method: "POST", path: "/v1/verification-previews", tag: "Persons",
            permissions: ["registration:read"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 413, 415, 422, 429, 503])
        case .listEntrances:
            OperationFacts(
            method: "GET", path: "/v1/entrances", tag: "Persons",
            permissions: ["entrance:issue"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .issueEntrances:
            OperationFacts(
            method: "POST", path: "/v1/entrances", tag: "Persons",
            permissions: ["entrance:issue"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .bulk,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 409, 413, 415, 422, 428, 429, 503])
        case .revokeEntrances:
            OperationFacts(
            method: "POST", path: "/v1/entrances/revocations", tag: "Persons",
            permissions: ["entrance:issue"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .bulk,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 409, 413, 415, 422, 428, 429, 503])
        case .revokeEntrance:
            OperationFacts(
            method: "POST", path: "/v1/entrances/{entrance}/revocation", tag: "Persons",
            permissions: ["entrance:issue"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: [],
            success: 204, statuses: [204, 400, 401, 403, 404, 429, 503])
        case .recordCarrierReply:
            OperationFacts(
            method: "POST", path: "/v1/applications/{application}/carrier-reply", tag: "Persons",
            permissions: ["carrier-receipt:write"],
            creates: true, edits: true, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 503])
        case .listNotices:
            OperationFacts(
            method: "GET", path: "/v1/notices", tag: "Persons",
            permissions: ["registration:read"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .retryNotice:
            OperationFacts(
            method: "POST", path: "/v1/notices/{notice}/retry", tag: "Persons",
            permissions: ["notice:retry"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 429, 503])
        case .listNoticeWordings:
            OperationFacts(
            method: "GET", path: "/v1/notice-wordings", tag: "Persons",
            permissions: ["policy:manage"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .setNoticeWording:
            OperationFacts(
            method: "POST", path: "/v1/notice-wordings", tag: "Persons",
            permissions: ["policy:manage"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 503])
        case .listNoticeWordingsInForce:
            OperationFacts(
            method: "GET", path: "/v1/notice-wordings/in-force", tag: "Persons",
            permissions: ["policy:manage"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .previewNoticeWording:
            OperationFacts(
            method: "POST", path: "/v1/notice-wordings/preview", tag: "Persons",
            permissions: ["policy:manage"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 413, 415, 422, 429, 503])
        case .listChanges:
            OperationFacts(
            method: "GET", path: "/v1/changes", tag: "Events",
            permissions: ["card:read"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 409, 429, 503])
        case .listWebhooks:
            OperationFacts(
            method: "GET", path: "/v1/webhooks", tag: "Events",
            permissions: ["webhook:manage"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .createWebhook:
            OperationFacts(
            method: "POST", path: "/v1/webhooks", tag: "Events",
            permissions: ["webhook:manage"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 409, 413, 415, 422, 428, 429, 503])
        case .readWebhook:
            OperationFacts(
            method: "GET", path: "/v1/webhooks/{webhook}", tag: "Events",
            permissions: ["webhook:manage"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .deleteWebhook:
            OperationFacts(
            method: "DELETE", path: "/v1/webhooks/{webhook}", tag: "Events",
            permissions: ["webhook:manage"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: [],
            success: 204, statuses: [204, 400, 401, 403, 404, 429, 503])
        case .rotateWebhookSecret:
            OperationFacts(
            method: "POST", path: "/v1/webhooks/{webhook}/secret", tag: "Events",
            permissions: ["webhook:manage"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 422, 428, 429, 503])
        case .tryWebhook:
            OperationFacts(
            method: "POST", path: "/v1/webhooks/{webhook}/test", tag: "Events",
            permissions: ["webhook:manage"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 429, 503])
        case .pauseWebhook:
            OperationFacts(
            method: "POST", path: "/v1/webhooks/{webhook}/pause", tag: "Events",
            permissions: ["webhook:manage"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .resumeWebhook:
            OperationFacts(
            method: "POST", path: "/v1/webhooks/{webhook}/resume", tag: "Events",
            permissions: ["webhook:manage"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .rewindWebhook:
            OperationFacts(
            method: "POST", path: "/v1/webhooks/{webhook}/rewind", tag: "Events",
            permissions: ["webhook:manage"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 413, 415, 422, 429, 503])
        case .listWebhookEvents:
            OperationFacts(
            method: "GET", path: "/v1/webhooks/{webhook}/events", tag: "Events",
            permissions: ["webhook:manage"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .listCallbacks:
            OperationFacts(
            method: "GET", path: "/v1/webhooks/{webhook}/callbacks", tag: "Events",
            permissions: ["webhook:manage"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .readInForce:
            OperationFacts(
            method: "GET", path: "/v1/installation", tag: "Meta",
            permissions: ["policy:manage"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .replayWebhookEvent:
            OperationFacts(
            method: "POST", path: "/v1/webhooks/{webhook}/events/{event}/replay", tag: "Events",
            permissions: ["webhook:manage"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 429, 503])
        case .registerInPerson:
            OperationFacts(
            method: "POST", path: "/v1/personal-registrations", tag: "Persons",
            permissions: ["registration:write"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .examineInPerson:
            OperationFacts(
            method: "POST", path: "/v1/personal-registrations/examinations", tag: "Persons",
            permissions: ["registration:write"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 413, 415, 422, 429, 503])
        case .countCardsInPerson:
            OperationFacts(
            method: "POST", path: "/v1/personal-registrations/card-counts", tag: "Persons",
            permissions: ["registration:write"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 413, 415, 422, 429, 503])
        case .takeInPerson:
            OperationFacts(
            method: "POST", path: "/v1/personal-registrations/papers", tag: "Persons",
            permissions: ["registration:write"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .evidence,
            takes: ["image/jpeg", "image/png", "application/pdf", "application/octet-stream", "multipart/form-data"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 409, 413, 415, 422, 428, 429, 503])
        case .lookUpCard:
            OperationFacts(
            method: "POST", path: "/v1/personal/lookups", tag: "Persons",
            permissions: ["none"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 413, 415, 422, 429, 503])
        case .readCardNumber:
            OperationFacts(
            method: "POST", path: "/v1/personal/card-numbers", tag: "Persons",
            permissions: ["none"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .evidence,
            takes: ["image/jpeg", "image/png", "application/octet-stream", "multipart/form-data"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 413, 415, 422, 429, 503])
        case .openSeat:
            OperationFacts(
            method: "POST", path: "/v1/personal/seats", tag: "Persons",
            permissions: ["none"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 403, 404, 409, 413, 415, 422, 429, 503])
        case .leaveSeat:
            OperationFacts(
            method: "DELETE", path: "/v1/personal/seat", tag: "Persons",
            permissions: ["personal:register"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: [],
            success: 204, statuses: [204, 400, 401, 403, 404, 409, 429, 503])
        case .readPersonalCase:
            OperationFacts(
            method: "GET", path: "/v1/personal/case", tag: "Persons",
            permissions: ["personal:register"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .giveConsent:
            OperationFacts(
            method: "POST", path: "/v1/personal/case/consents", tag: "Persons",
            permissions: ["personal:register"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 413, 415, 422, 429, 503])
        case .updatePersonalDraft:
            OperationFacts(
            method: "PUT", path: "/v1/personal/case/draft", tag: "Persons",
            permissions: ["personal:register"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 413, 415, 422, 429, 503])
        case .capturePicture:
            OperationFacts(
            method: "POST", path: "/v1/personal/case/pictures", tag: "Persons",
            permissions: ["personal:register"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .evidence,
            takes: ["image/jpeg", "image/png", "application/octet-stream", "multipart/form-data"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .issueFaceChallenge:
            OperationFacts(
            method: "POST", path: "/v1/personal/case/face-challenges", tag: "Persons",
            permissions: ["personal:register"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 429, 503])
        case .captureFace:
            OperationFacts(
            method: "POST", path: "/v1/personal/case/face-captures", tag: "Persons",
            permissions: ["personal:register"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .evidence,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .beginProviderCapture:
            OperationFacts(
            method: "POST", path: "/v1/personal/case/provider-captures", tag: "Persons",
            permissions: ["personal:register"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 413, 415, 422, 429, 503])
        case .openCarrierPage:
            OperationFacts(
            method: "POST", path: "/v1/personal/case/carrier-pages", tag: "Persons",
            permissions: ["personal:register"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 429, 503])
        case .followCarrierPage:
            OperationFacts(
            method: "POST", path: "/v1/personal/case/carrier-pages/outcome", tag: "Persons",
            permissions: ["personal:register"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 429, 503])
        case .followProviderCapture:
            OperationFacts(
            method: "POST", path: "/v1/personal/case/provider-captures/outcome", tag: "Persons",
            permissions: ["personal:register"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 429, 503])
        case .submitPersonal:
            OperationFacts(
            method: "POST", path: "/v1/personal/case/submission", tag: "Persons",
            permissions: ["personal:register"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 422, 428, 429, 503])
        case .withdrawPersonal:
            OperationFacts(
            method: "POST", path: "/v1/personal/case/withdrawal", tag: "Persons",
            permissions: ["personal:register"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 429, 503])
        case .askForRelease:
            OperationFacts(
            method: "POST", path: "/v1/personal/case/release", tag: "Persons",
            permissions: ["personal:register"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .reusePictures:
            OperationFacts(
            method: "POST", path: "/v1/personal/case/reused-pictures", tag: "Persons",
            permissions: ["personal:register"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 429, 503])
        case .beginProof:
            OperationFacts(
            method: "POST", path: "/v1/personal/own/proof", tag: "Persons",
            permissions: ["personal:register"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 429, 503])
        case .readOwnData:
            OperationFacts(
            method: "GET", path: "/v1/personal/own", tag: "Persons",
            permissions: ["personal:register"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .readOwnMatters:
            OperationFacts(
            method: "GET", path: "/v1/personal/own/matters", tag: "Persons",
            permissions: ["personal:register"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .releaseOwnCard:
            OperationFacts(
            method: "POST", path: "/v1/personal/own/releases", tag: "Persons",
            permissions: ["personal:register"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .bringBackOwnCard:
            OperationFacts(
            method: "POST", path: "/v1/personal/own/bring-backs", tag: "Persons",
            permissions: ["personal:register"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: [],
            success: 204, statuses: [204, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .beginTransfer:
            OperationFacts(
            method: "POST", path: "/v1/personal/own/transfers", tag: "Persons",
            permissions: ["personal:register"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .callOffTransfer:
            OperationFacts(
            method: "POST", path: "/v1/personal/own/transfers/withdrawal", tag: "Persons",
            permissions: ["personal:register"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .declineTransfer:
            OperationFacts(
            method: "POST", path: "/v1/personal/case/transfer/refusal", tag: "Persons",
            permissions: ["personal:register"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: [],
            success: 204, statuses: [204, 400, 401, 403, 404, 409, 422, 428, 429, 503])
        case .claimCard:
            OperationFacts(
            method: "POST", path: "/v1/personal/case/claim", tag: "Persons",
            permissions: ["personal:register"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: [],
            success: 204, statuses: [204, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .disputeCard:
            OperationFacts(
            method: "POST", path: "/v1/personal/own/disputes", tag: "Persons",
            permissions: ["personal:register"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503])
        case .beginCorrection:
            OperationFacts(
            method: "POST", path: "/v1/personal/own/corrections", tag: "Persons",
            permissions: ["personal:register"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 413, 415, 422, 429, 503])
        case .askForDeletion:
            OperationFacts(
            method: "POST", path: "/v1/personal/own/deletion-requests", tag: "Persons",
            permissions: ["personal:register"],
            creates: true, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 422, 428, 429, 503])
        case .readPersonalStatus:
            OperationFacts(
            method: "GET", path: "/v1/personal/case/status", tag: "Persons",
            permissions: ["personal:register"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .openPart:
            OperationFacts(
            method: "POST", path: "/v1/personal/parts", tag: "Persons",
            permissions: ["none"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 201, statuses: [201, 400, 403, 404, 409, 413, 415, 422, 429, 503])
        case .readPart:
            OperationFacts(
            method: "GET", path: "/v1/personal/part", tag: "Persons",
            permissions: ["part:complete"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 429, 503])
        case .leavePart:
            OperationFacts(
            method: "DELETE", path: "/v1/personal/part", tag: "Persons",
            permissions: ["part:complete"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: [],
            success: 204, statuses: [204, 400, 401, 403, 404, 409, 429, 503])
        case .consentToPart:
            OperationFacts(
            method: "POST", path: "/v1/personal/part/consents", tag: "Persons",
            permissions: ["part:complete"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 413, 415, 422, 429, 503])
        case .savePart:
            OperationFacts(
            method: "PUT", path: "/v1/personal/part/draft", tag: "Persons",
            permissions: ["part:complete"],
            creates: false, edits: true, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 503])
        case .capturePart:
            OperationFacts(
            method: "POST", path: "/v1/personal/part/pictures", tag: "Persons",
            permissions: ["part:complete"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .evidence,
            takes: ["image/jpeg", "image/png", "application/octet-stream", "multipart/form-data"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 413, 415, 422, 429, 503])
        case .openPartPicture:
            OperationFacts(
            method: "POST", path: "/v1/personal/part/pictures/readings", tag: "Persons",
            permissions: ["part:complete"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["image/jpeg"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 413, 415, 422, 429, 503])
        case .readCompletedPart:
            OperationFacts(
            method: "GET", path: "/v1/personal/part/completion", tag: "Persons",
            permissions: ["part:complete"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .completePart:
            OperationFacts(
            method: "POST", path: "/v1/personal/part/completion", tag: "Persons",
            permissions: ["part:complete"],
            creates: false, edits: true, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: [],
            success: 204, statuses: [204, 400, 401, 403, 404, 409, 412, 422, 428, 429, 503])
        case .askPersonalStatus:
            OperationFacts(
            method: "POST", path: "/v1/personal/status-questions", tag: "Persons",
            permissions: ["none"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 404, 413, 415, 422, 429, 503])
        case .answerForCard:
            OperationFacts(
            method: "POST", path: "/v1/answers", tag: "Answers",
            permissions: ["answer:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 413, 415, 422, 429, 503])
        case .revealAnswer:
            OperationFacts(
            method: "POST", path: "/v1/reveals", tag: "Answers",
            permissions: ["reveal"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: ["application/json"], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 409, 413, 415, 422, 429, 503])
        case .listTrail:
            OperationFacts(
            method: "GET", path: "/v1/trail", tag: "Trail",
            permissions: ["trail:read"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .readTrailEntry:
            OperationFacts(
            method: "GET", path: "/v1/trail/{entry}", tag: "Trail",
            permissions: ["trail:read"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 404, 429, 503])
        case .readTrailHead:
            OperationFacts(
            method: "GET", path: "/v1/trail-head", tag: "Trail",
            permissions: ["trail:read"],
            creates: false, edits: false, mayBeOld: true, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 400, 401, 403, 429, 503])
        case .health:
            OperationFacts(
            method: "GET", path: "/healthz", tag: "Meta",
            permissions: ["none"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200])
        case .ready:
            OperationFacts(
            method: "GET", path: "/readyz", tag: "Meta",
            permissions: ["none"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/json"],
            success: 200, statuses: [200, 503])
        case .metrics:
            OperationFacts(
            method: "GET", path: "/metrics", tag: "Meta",
            permissions: ["none"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["text/plain"],
            success: 200, statuses: [200])
        case .contract:
            OperationFacts(
            method: "GET", path: "/openapi.yaml", tag: "Meta",
            permissions: ["none"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["application/yaml"],
            success: 200, statuses: [200])
        case .reference:
            OperationFacts(
            method: "GET", path: "/reference", tag: "Meta",
            permissions: ["none"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["text/html"],
            success: 200, statuses: [200])
        case .problems:
            OperationFacts(
            method: "GET", path: "/reference/problems", tag: "Meta",
            permissions: ["none"],
            creates: false, edits: false, mayBeOld: false, bodyLimit: .usual,
            takes: [], produces: ["text/html"],
            success: 200, statuses: [200])
        }
    }
}
