import Records
import Registry
import SQLCore

/// An application in a list, and what it shows of its risk.
package struct ListedCase: Sendable {
    package let listed: ListedApplication
    /// nil before it was handed in, and for whoever does not review: to anybody else it would teach how to pass.
    package let risk: CaseRisk?
}

extension Installation {
    /// Those in one state, in the order of `listApplications`.
    package func listCases(
        as principal: Principal, in state: ApplicationState, after: (Instant, ApplicationID)?, limit: Int
    ) async throws -> [ListedCase] {
        let since = now().adding(days: -ProviderRefusals.countedDays)
        let personsMax = Int64(settings.devicePersonsMax)
        return try await look(as: principal, needs: .registrationRead) { session in
            let isReviewer = principal.permissions.contains(.registrationReview)
            return try ApplicationRecords.listed(
                principal.scope, state: state, after: after, refusedSince: isReviewer ? since : nil, limit: limit, in: session
            ).map { listed in
                let found = listed.application.submission == nil ? nil : listed.found
                return ListedCase(listed: listed, risk: found.map { CaseRisk($0, devicePersonsMax: personsMax) })
            }
        }
    }
}

extension CaseRisk {
    fileprivate init(_ found: ListedApplication.FoundSigns, devicePersonsMax: Int64) {
        let signs: [(Sign, Bool)] = [
            (.failed, found.failed > 0), (.refused, found.refusals > 0), (.seenElsewhere, found.seenElsewhere > 0),
            (.manyPersons, found.devicePersons > devicePersonsMax), (.warned, found.warned > 0), (.unclear, found.unclear > 0),
        ]
        self.init(Set(signs.filter { $0.1 }.map { $0.0 }))
    }
}
