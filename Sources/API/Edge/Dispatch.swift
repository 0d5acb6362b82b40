import Contract
import Registry

extension Edge {
    /// The one dispatch. The switch has no default: an operation of the contract without a handler does not compile.
    func handle(_ call: Call) async throws -> Answer {
        switch call.operation {
        // Access
        case .acceptEnrolment: try await call.acceptEnrolment()
        case .listSessions: try await call.listSessions()
        case .signIn: try await call.signIn()
        case .refreshSession: try await call.refreshSession()
        case .revokeSession: try await call.revokeSession()
        case .readSession: try await call.readSession()
        case .signOut: try await call.signOut()
        case .beginSecondFactor: try await call.beginSecondFactor()
        case .confirmSecondFactor: try await call.confirmSecondFactor()
        case .changePassword: try await call.changePassword()
        case .listOrganisations: try await call.listOrganisations()
        case .createOrganisation: try await call.createOrganisation()
        case .readOrganisation: try await call.readOrganisation()
        case .updateOrganisation: try await call.updateOrganisation()
        case .listContracts: try await call.listContracts()
        case .recordContract: try await call.recordContract()
        case .listAccounts: try await call.listAccounts()
        case .createAccount: try await call.createAccount()
        case .readAccount: try await call.readAccount()
        case .updateAccount: try await call.updateAccount()
        case .renewEnrolment: try await call.renewEnrolment()
        case .listAPIKeys: try await call.listAPIKeys()
        case .createAPIKey: try await call.createAPIKey()
        case .revokeAPIKey: try await call.revokeAPIKey()
        // Products
        case .listProducts: try await call.listProducts()
        case .createProduct: try await call.createProduct()
        case .readProduct: try await call.readProduct()
        case .updateProduct: try await call.updateProduct()
        // Cards
        case .listIntakes: try await call.listIntakes()
        case .createIntake: try await call.createIntake()
        case .readIntake: try await call.readIntake()
        case .listIntakeProblems: try await call.listIntakeProblems()
        case .readRepairFile: try await call.readRepairFile()
        case .cancelIntake: try await call.cancelIntake()
        case .listCustodyActs: try await call.listCustodyActs()
        case .createCustodyAct: try await call.createCustodyAct()
        case .withdrawClaims: try await call.withdrawClaims()
        case .listCards: try await call.listCards()
        case .readCard: try await call.readCard()
        case .searchCards: try await call.searchCards()
        case .readGapReport: try await call.readGapReport()
        // Evidence
        case .uploadEvidence: try await call.uploadEvidence()
        case .readEvidence: try await call.readEvidence()
        case .openEvidence: try await call.openEvidence()
        // Registration
        case .previewRequirements: try await call.previewRequirements()
        case .listRegistrations: try await call.listRegistrations()
        case .createRegistration: try await call.createRegistration()
        case .readRegistration: try await call.readRegistration()
        case .listRegistrationCards: try await call.listRegistrationCards()
        case .listRegistrationRoles: try await call.listRegistrationRoles()
        case .createApplication: try await call.createApplication()
        case .listApplications: try await call.listApplications()
        case .readApplication: try await call.readApplication()
        case .updateApplication: try await call.updateApplication()
        case .selectCards: try await call.selectCards()
        case .submitApplication: try await call.submitApplication()
        case .withdrawApplication: try await call.withdrawApplication()
        case .lockApplication: try await call.lockApplication()
        case .unlockApplication: try await call.unlockApplication()
        case .decideApplication: try await call.decideApplication()
        case .secondDecision: try await call.secondDecision()
        case .revealApplication: try await call.revealApplication()
        case .listExclusions: try await call.listExclusions()
        case .listUnits: try await call.listUnits()
        case .readUnit: try await call.readUnit()
        case .listExpiries: try await call.listExpiries()
        // Answers
        case .answerForCard: try await call.answerForCard()
        case .revealAnswer: try await call.revealAnswer()
        // Trail
        case .listTrail: try await call.listTrail()
        case .readTrailEntry: try await call.readTrailEntry()
        case .readTrailHead: try await call.readTrailHead()
        // Meta
        case .health: try health(call)
        case .ready: try await ready(call)
        case .metrics: await metrics(call)
        case .contract: contract(call)
        case .reference: reference(call)
        }
    }
}
