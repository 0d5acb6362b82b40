import Hummingbird
import Web

extension Console {
    func addAgents(to router: Router<EdgeContext>) {
        page(router, .get, .organisations, .signedIn) { visit in try await visit.organisationTree() }
        page(router, .get, .organisation(":"), .signedIn) { visit in try await visit.organisation() }
        page(router, .post, .organisation(":"), .signedInForm) { visit in try await visit.changeOrganisation() }
        page(router, .post, .childOrganisation(":"), .signedInForm) { visit in try await visit.createOrganisation() }
        page(router, .post, .contracts(":"), .signedInForm) { visit in try await visit.recordContract() }
        page(router, .get, .performance(":"), .signedIn) { visit in try await visit.performance() }
        page(router, .get, .staff(":"), .signedIn) { visit in try await visit.staff() }
        page(router, .post, .staff(":"), .signedInForm) { visit in try await visit.createAccount() }
        page(router, .get, .staffMember(":"), .signedIn) { visit in try await visit.staffMember() }
        page(router, .post, .staffMember(":"), .signedInForm) { visit in try await visit.changeStaffMember() }
        page(router, .get, .staffFigures(":"), .signedIn) { visit in try await visit.staffFigures() }
        page(router, .get, .roles, .signedIn) { visit in try visit.roles() }
        page(router, .get, .policy(":"), .signedIn) { visit in try await visit.verificationPolicy() }
        page(router, .post, .policy(":"), .signedInForm) { visit in try await visit.changeVerificationPolicy() }
    }
}
