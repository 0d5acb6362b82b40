import Contract
import Records
import Registry
import UseCases
import Web

extension Call {
    func listVerificationPolicies() async throws -> Answer {
        let found = try await installation.listVerificationPolicies(
            as: principal(), of: id("organisation"), before: cursorNumber(), limit: limit + 1)
        return try page(found, keys: { [String($0.ordinal)] }, item: { Wire.VerificationPolicyVersion($0) })
    }

    func setVerificationPolicy() async throws -> Answer {
        let asked: Wire.SetVerificationPolicy = try decode()
        let version = try await installation.setVerificationPolicy(
            as: principal(), of: id("organisation"), VerificationPolicy(asked.policy),
            validFrom: asked.validFrom.map { try instant($0, at: "/validFrom") }, after: asked.after,
            replacing: asked.replacing ?? false)
        return try .json(Wire.VerificationPolicyVersion(version))
    }

    func previewVerification() async throws -> Answer {
        let asked: Wire.PreviewVerification = try decode()
        guard let product = ProductCode(asked.product) else { throw Refusal.bodyInvalid.with(details: [.wrongForm.at("/product")]) }
        let needs = try await installation.previewVerification(
            as: principal(), organisation: asked.organisation.map { try id($0, at: "/organisation") }, product: product,
            deviceType: asked.deviceType, documentType: word(asked.documentType, at: "/documentType"), province: asked.province,
            risk: asked.risk.map { try word($0, at: "/risk") } ?? .ordinary, age: asked.age.map { Int($0) },
            hasProxy: asked.hasProxy ?? false, hasOrdinaryNumber: asked.hasOrdinaryNumber ?? false)
        return try .json(Wire.VerificationNeeds(needs, in: language))
    }
}
