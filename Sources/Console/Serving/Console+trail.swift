import Hummingbird
import Web

extension Console {
    func addTrail(to router: Router<EdgeContext>) {
        page(router, .get, .exports, .signedIn) { visit in try await visit.exports() }
        page(router, .post, .exports, .signedInForm) { visit in try await visit.askForExport() }
        page(router, .get, .newExport, .signedIn) { visit in try await visit.newExport() }
        page(router, .get, .export(":"), .signedIn) { visit in try await visit.export() }
        page(router, .post, .exportDecision(":"), .signedInForm) { visit in try await visit.decideExport() }
        page(router, .post, .exportFile(":"), .signedInForm) { visit in try await visit.fetchExport() }
        page(router, .get, .trail, .signedIn) { visit in try await visit.trail() }
        page(router, .get, .trailEntry(":"), .signedIn) { visit in try await visit.trailEntry() }
    }
}
