import Records
import Registry
import SQLCore

/// What a policy would change for an organisation, before it is set.
package struct PolicyOutlook: Sendable {
    /// What stands above the organisation: it counts whatever the organisation demands.
    package let above: VerificationChain
    package let now: VerificationChain
    package let then: VerificationChain
    /// Why it could not be set, item by item.
    package let objections: [Refusal]
}

extension Installation {
    /// Looks ahead at a policy that is not set. Throws `not-found`, `policy-place`.
    package func previewPolicy(
        as principal: Principal, of organisation: OrganisationID, _ policy: VerificationPolicy
    ) async throws -> PolicyOutlook {
        let now = now()
        return try await look(as: principal, needs: .policyManage) { session in
            guard let place = try OrganisationRecords.find(organisation, within: principal.scope, in: session) else {
                throw Refusal.notFound
            }
            guard place.kind == .operatingCompany || place.kind == .agent else { throw Refusal.policyPlace }
            let present = try VerificationOutlook.read(for: place.path, at: now, in: session).chain
            guard let parent = place.parent, let upper = try OrganisationRecords.find(parent, within: .everything, in: session) else {
                let floor = VerificationChain([(owner: .floor, policy: policy)])
                return PolicyOutlook(above: VerificationChain([]), now: present, then: floor, objections: policy.faults)
            }
            let above = try VerificationOutlook.read(for: upper.path, at: now, in: session).chain
            return PolicyOutlook(
                above: above, now: present, then: VerificationChain(above.links + [(owner: .agent(place.id), policy: policy)]),
                objections: policy.faults + above.objections(to: policy))
        }
    }
}
