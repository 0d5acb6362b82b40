import Ledger
import Records
import Registry
import SQLCore

extension Installation {
    /// Sets how the persons are verified who register an organisation's cards, from a time on. The operating company sets the floor;
    /// an agent adds to what stands above it.
    /// Throws `fields-invalid` with a detail for whatever takes something away or demands nothing, `not-found`,
    /// what `Act.begin` throws.
    /// - Parameters:
    ///   - after: the ordinal of the version that was read; 0 when there was none.
    ///   - replacing: whether it may begin before the newest version does, which then never comes into force.
    package func setVerificationPolicy(
        as principal: Principal, of organisation: OrganisationID, _ policy: VerificationPolicy, validFrom: Instant?, after: Int64,
        replacing: Bool = false
    ) async throws -> VerificationPolicyVersion {
        try await act(as: principal, .verificationPolicySet, needs: .policyManage) { act in
            guard let place = try OrganisationRecords.find(organisation, within: principal.scope, in: act.session) else {
                throw Refusal.notFound
            }
            guard place.kind == .operatingCompany || place.kind == .agent else { throw Refusal.policyPlace }
            let newest = try VerificationPolicyRecords.latest(of: organisation, in: act.session)
            let validFrom = try act.begin(
                validFrom, after: after, newest: newest.map { ($0.ordinal, $0.validFrom) }, replacing: replacing, requirement: "R-25-11")
            let faults = try policy.faults + act.objections(to: policy, at: place, from: validFrom)
            guard faults.isEmpty else { throw Refusal.invalid(faults) }
            let version = VerificationPolicyVersion(
                id: act.fresh(), organisation: organisation, path: place.path, ordinal: after + 1, validFrom: validFrom, policy: policy,
                recordedAt: act.now)
            try act.register(
                .verificationPolicy,
                [
                    version.id, organisation, place.path, version.ordinal, validFrom, try policy.json.canonicalText(), act.now,
                    principal.account,
                ])
            act.recording.about(.organisation, organisation)
            act.recording.about(.policy, version.id)
            act.recording.note("ordinal", .integer(version.ordinal))
            return version
        }
    }

    /// When the earliest begins of an organisation's versions from an ordinal on: the older ones that had not begun by then never do.
    package func firstBeginning(
        as principal: Principal, of organisation: OrganisationID, from ordinal: Int64
    ) async throws -> Instant? {
        try await look(as: principal, needs: .organisationRead) { session in
            guard try OrganisationRecords.find(organisation, within: principal.scope, in: session) != nil else { throw Refusal.notFound }
            return try VerificationPolicyRecords.firstBeginning(of: organisation, from: ordinal, in: session)
        }
    }

    /// The versions of an organisation's policy, the newest first.
    package func listVerificationPolicies(
        as principal: Principal, of organisation: OrganisationID, before: Int64?, limit: Int
    ) async throws -> [VerificationPolicyVersion] {
        try await look(as: principal, needs: .organisationRead) { session in
            guard try OrganisationRecords.find(organisation, within: principal.scope, in: session) != nil else { throw Refusal.notFound }
            return try VerificationPolicyRecords.versions(of: organisation, before: before ?? .max, limit: limit, in: session)
        }
    }

    /// What a card would need, and why: for a product in an organisation's hands, before anybody begins.
    package func previewVerification(
        as principal: Principal, organisation: OrganisationID?, product: ProductCode, deviceType: String?, documentType: DocumentType,
        province: Int64?, risk: RiskLevel, age: Int?, hasProxy: Bool, hasOrdinaryNumber: Bool
    ) async throws -> VerificationNeeds {
        let now = now()
        return try await look(as: principal, needs: .registrationRead) { session in
            guard let place = try OrganisationRecords.find(organisation ?? principal.organisation, within: principal.scope, in: session)
            else { throw Refusal.notFound }
            guard let product = try ProductRecords.find(product, in: session) else { throw Refusal.productUnknown.at("/product") }
            return try VerificationOutlook.read(for: place.path, at: now, in: session).chain.needs(
                in: VerificationSituation(
                    product: product.facts, deviceType: deviceType, documentType: documentType, province: province, risk: risk, age: age,
                    hasProxy: hasProxy, hasOrdinaryNumber: hasOrdinaryNumber))
        }
    }
}

extension Act {
    /// What stands above the place, as it will be then, objects to less.
    fileprivate func objections(
        to policy: VerificationPolicy, at place: OrganisationRecord, from begin: Instant
    ) throws -> [Refusal] {
        guard let parent = place.parent, let above = try OrganisationRecords.find(parent, within: .everything, in: session) else {
            return []
        }
        return try VerificationOutlook.read(for: above.path, at: begin, in: session).chain.objections(to: policy)
    }
}

extension Refusal {
    static let policyPlace = Refusal(
        "policy-place", .invalid, house: .names, en: "Policies are set for the operating company and for agents.", zh: "核验规则只能为运营公司或代理商设置。",
        mend: LocalText(en: "Set it for the agent above.", zh: "请为上级代理商设置。"))
}
