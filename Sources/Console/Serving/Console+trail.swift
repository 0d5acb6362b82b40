import Hummingbird
import Web

extension Console {
    func addTrail(to router: Router<EdgeContext>) {
        page(router, .get, .trail, .signedIn) { visit in try await visit.trail() }
        page(router, .get, .trailEntry(":"), .signedIn) { visit in try await visit.trailEntry() }
    }
}
