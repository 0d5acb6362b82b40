import Ledger
import Records
import Registry
import SQLCore
import Vault

/// The policies that count for a place in the tree, with the versions they are.
struct VerificationOutlook: Sendable {
    let chain: VerificationChain
    /// Which versions were asked: what a submission keeps.
    let versions: [VerificationPolicyVersion]

    static func read(for path: OrganisationPath, at now: Instant, in session: any Session) throws -> VerificationOutlook {
        let versions = try VerificationPolicyRecords.inForce(above: path, at: now, in: session)
        var links: [(owner: PolicyOwner, policy: VerificationPolicy)] = []
        if versions.first?.path != .root { links.append((.floor, .standardFloor)) }
        for version in versions {
            links.append((version.path == .root ? .floor : .agent(version.organisation), version.policy))
        }
        return VerificationOutlook(chain: VerificationChain(links), versions: versions)
    }

    /// Organisation and ordinal of each version; the standard floor where the operating company set none.
    func versionsText() throws -> String {
        var names: [JSONValue] = versions.map { ["ordinal": .integer($0.ordinal), "policy": .string($0.id.description)] }
        if versions.first?.path != .root { names.insert("standard-floor", at: 0) }
        return try JSONValue.array(names).canonicalText()
    }
}

extension VerificationNeeds {
    /// As a submission keeps it.
    func canonicalText() throws -> String {
        let list = needs.map { need -> JSONValue in
            let owner: JSONValue =
                switch need.owner {
                case .statute: "statute"
                case .floor: "floor"
                case .agent(let id): .string(id.description)
                }
            return [
                "method": .string(need.method.rawValue), "owner": owner,
                "requirement": need.requirement.map { .string($0) } ?? .null,
            ]
        }
        var members: [JSONObject.Member] = [
            .init(key: "approval", value: .string(approval.rawValue)), .init(key: "needs", value: .array(list)),
        ]
        if agentReviews { members.insert(.init(key: "agentReviews", value: .bool(true)), at: 0) }
        return try JSONValue.object(JSONObject(members: members) ?? JSONObject()).canonicalText()
    }

    /// The methods, the way of approval and who reviews, read back.
    static func kept(
        _ text: String
    ) throws -> (methods: Set<VerificationMethod>, approval: VerificationPolicy.Approval, agentReviews: Bool) {
        let json = try JSONValue(parsing: text)
        guard let approval = json["approval"]?.stringValue.flatMap(VerificationPolicy.Approval.init(rawValue:)),
            let needs = json["needs"]?.arrayValue
        else { throw UnreadableRow("submission_needs", "needs") }
        return (
            Set(needs.compactMap { $0["method"]?.stringValue.flatMap(VerificationMethod.init(rawValue:)) }), approval,
            json["agentReviews"]?.boolValue ?? false
        )
    }
}
