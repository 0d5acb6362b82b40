import ArgumentParser
import Client
import Contract
import Foundation

struct Policies: Group {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "How persons are verified (核验规则).", subcommands: [Show.self, Set.self, Preview.self])

    struct Show: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Versions of an organisation's policy with their rules, the newest first.",
            discussion:
                "An organisation without a version of its own adds nothing to what stands above it; above all stands the standard floor.")
        @Option(help: "Whose; else your own organisation's.") var organisation: String?
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let call = Call(.listVerificationPolicies, path: ["organisation": try await desk.organisation(organisation)])
            if desk.output.json { return try await desk.list(call, of: Wire.VerificationPolicyVersion.self, options) }
            let versions = try await desk.versions(call, most: options.all ? .max : options.limit)
            if versions.isEmpty { desk.output.note("No version of its own.", "该组织未设置自己的规则。") }
            for (place, version) in versions.enumerated() {
                if place > 0 { try desk.output.write("\n") }
                try desk.tell(version)
            }
        }
    }

    struct Set: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Set how persons are verified who register an organisation's cards.",
            discussion: """
                The operating company sets the floor, an agent adds to what stands above it. Every version stays. What was set meanwhile by \
                somebody else is not overwritten: without --after the newest version is looked up first.
                """)
        @Argument(
            help: "A JSON file of the contract's VerificationPolicy, as docs/verification-policies.md shows; - is standard input.",
            completion: .file())
        var file: String
        @Option(help: "Whose; else your own organisation's.") var organisation: String?
        @Option(help: "From when on; else from now on.") var from: Moment?
        @Option(help: "The version you read and change; 0 when there was none.") var after: Int64?
        @Flag(help: "It may count before the newest version, which then never comes into force.") var replacing = false
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let policy = try JSONFile.object(file)
            let path = ["organisation": try await desk.organisation(organisation)]
            // What the contract does not know is left in: the server says where it stands.
            var asked: [String: Any] = ["policy": policy, "after": try await readVersion(desk, path)]
            if let from { asked["validFrom"] = from.wire }
            if replacing { asked["replacing"] = true }
            let answer = try await desk.api.send(Call(.setVerificationPolicy, path: path, object: asked))
            if desk.output.json { return try desk.output.writeJSON(answer.body) }
            try desk.tell(answer.decode(Wire.VerificationPolicyVersion.self))
        }

        private func readVersion(_ desk: Desk, _ path: [String: String]) async throws -> Int64 {
            if let after { return after }
            return try await desk.versions(Call(.listVerificationPolicies, path: path), most: 1).first?.ordinal ?? 0
        }
    }

    struct Preview: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "What a person's card will need, why, by which clause, and whose rule it is.")
        @Option(help: "The card's product.") var product: String
        @Option(help: "The person's document, such as resident-id or passport.") var document = "resident-id"
        @Option(help: "In whose hands the card is; else your own organisation's.") var organisation: String?
        @Option(help: "What the card is in, such as 手表.") var deviceType: String?
        @Option(help: "The card's province: two digits of GB/T 2260.") var province: Int64?
        @Option(help: "low, ordinary or high.") var risk: String?
        @Option(help: "The person's age in whole years.") var age: Int64?
        @Flag(help: "Somebody acts for the person.") var proxy = false
        @Flag(help: "The card has an 11-digit number, other than of the 148 range.") var ordinaryNumber = false
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let asked = Wire.PreviewVerification(
                product: product, documentType: document, organisation: organisation, deviceType: deviceType, province: province,
                risk: risk, age: age, hasProxy: proxy ? true : nil, hasOrdinaryNumber: ordinaryNumber ? true : nil)
            let needs = try await desk.show(Call(.previewVerification, sending: asked), as: Wire.VerificationNeeds.self)
            guard !desk.output.json else { return }
            try desk.output.write("\n")
            try desk.table(needs.needs)
        }
    }
}

extension Desk {
    /// The one named, or where whoever is signed in belongs.
    fileprivate func organisation(_ named: String?) async throws -> String {
        if let named { return named }
        return try await api.send(Call(.readSession), as: Wire.SessionState.self).organisation.id
    }

    fileprivate func versions(_ call: Call, most: Int) async throws -> [Wire.VerificationPolicyVersion] {
        var call = call
        call.query["limit"] = String(min(most, 50))
        var found: [Wire.VerificationPolicyVersion] = []
        try await api.pages(of: call) { answer in
            let page: Page<Wire.VerificationPolicyVersion> = try answer.decode()
            found += page.items.prefix(most - found.count)
            return (goOn: found.count < most, next: page.next)
        }
        return found
    }

    fileprivate func tell(_ version: Wire.VerificationPolicyVersion) throws {
        try show(version)
        try output.write("\n")
        try table(
            version.policy.rules.enumerated().map { place, rule in
                PolicyRuleLine(rule, at: place + 1, of: version.ordinal, in: output.language)
            })
    }
}
