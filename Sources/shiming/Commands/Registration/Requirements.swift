import ArgumentParser
import Client
import Contract

struct Requirements: ServerCommand {
    static let configuration = CommandConfiguration(abstract: "What an application will need, and which clause says so.")
    @Option(help: "agent, hall or account-manager.") var channel = "agent"
    @Option(help: "register, add-cards, change-role, correct or end.") var kind: String?
    @Option(help: "For change-role: which role.") var role: String?
    @Option(parsing: .upToNextOption, help: "The cards' products.") var product: [String] = []
    @Flag(help: "The unit is of the party, the government or the military, and proves itself by a sealed letter.") var sealedLetter = false
    @Flag(help: "Somebody acts for the handler.") var proxy = false
    @Flag(help: "It shall count from a day in the past.") var inThePast = false
    @OptionGroup var connection: ConnectionOptions

    func run(_ desk: Desk) async throws {
        let asked = Wire.PreviewRequirements(
            channel: channel, kind: kind, hasSealedLetter: sealedLetter, hasProxy: proxy, changedRole: role,
            takesEffectInThePast: inThePast,
            products: product.isEmpty ? nil : product)
        let answer = try await desk.api.send(Call(.previewRequirements, sending: asked))
        if desk.output.json { return try desk.output.writeJSON(answer.body) }
        let preview: Wire.RequirementPreview = try answer.decode()
        try desk.table(preview.demands)
        for product in preview.personal {
            desk.output.note(
                "Cards of \(product.product) must be registered to a person (\(product.requirement)) [\(product.code)].",
                "\(product.product) 的卡须以个人名义登记（\(product.requirement)）[\(product.code)]。")
        }
    }
}

extension Wire.RequirementPreview.Demand: Shown {
    static var columns: [Column<Self>] {
        [Column("field", "字段") { $0.pointer }, Column("rule", "依据") { $0.requirement }, Column("why", "说明") { $0.reason }]
    }
}
