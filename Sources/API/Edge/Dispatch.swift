import Contract
import Registry

extension Edge {
    /// The one dispatch. The switch has no default: an operation of the contract without a handler does not compile.
    func handle(_ call: Call) async throws -> Answer {
        switch call.operation {
        // Access
        case .acceptEnrolment, .listSessions, .signIn, .refreshSession, .revokeSession,
            .readSession, .signOut, .beginSecondFactor, .confirmSecondFactor, .changePassword,
            .listOrganisations, .createOrganisation, .readOrganisation, .updateOrganisation, .listContracts,
            .recordContract, .listAccounts, .createAccount, .readAccount, .updateAccount,
            .renewEnrolment, .listAPIKeys, .createAPIKey, .revokeAPIKey:
            throw Refusal.notYetServed(call.operation.rawValue)
        // Products
        case .listProducts, .createProduct, .readProduct, .updateProduct:
            throw Refusal.notYetServed(call.operation.rawValue)
        // Cards
        case .listIntakes, .createIntake, .readIntake, .listIntakeProblems, .readRepairFile,
            .cancelIntake, .listCustodyActs, .createCustodyAct, .listCards, .readCard,
            .searchCards, .readGapReport:
            throw Refusal.notYetServed(call.operation.rawValue)
        // Evidence
        case .uploadEvidence, .readEvidence, .openEvidence:
            throw Refusal.notYetServed(call.operation.rawValue)
        // Registration
        case .previewRequirements, .listRegistrations, .createRegistration, .readRegistration, .listRegistrationCards,
            .listRegistrationRoles, .createApplication, .listApplications, .readApplication, .updateApplication,
            .selectCards, .submitApplication, .withdrawApplication, .lockApplication, .unlockApplication,
            .decideApplication, .secondDecision, .listExclusions, .listUnits, .readUnit,
            .listExpiries:
            throw Refusal.notYetServed(call.operation.rawValue)
        // Answers
        case .answerForCard, .revealAnswer:
            throw Refusal.notYetServed(call.operation.rawValue)
        // Trail
        case .listTrail, .readTrailEntry, .readTrailHead:
            throw Refusal.notYetServed(call.operation.rawValue)
        // Meta
        case .health: try health(call)
        case .ready: try await ready(call)
        case .metrics: metrics(call)
        case .contract: contract(call)
        case .reference: reference(call)
        }
    }
}
