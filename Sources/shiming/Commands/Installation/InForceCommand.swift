import ArgumentParser
import Client
import Contract

struct InForceCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "in-force", abstract: "How the installation is made up: who is asked and told, where evidence lies, every setting.",
        discussion: "Said when the server was started (docs/configuration.md); for the operating company's administrators and compliance.")
    @Flag(help: "Only settings that are not at their default.") var changed = false
    @OptionGroup var connection: ConnectionOptions

    func run(_ desk: Desk) async throws {
        let answer = try await desk.api.send(Call(.readInForce))
        if desk.output.json { return try desk.output.writeJSON(answer.body) }
        let found: Wire.InForce = try answer.decode()
        desk.output.note(
            "Evidence: \(found.evidence.host ?? "the installation's own folder")", "凭证存放：\(found.evidence.host ?? "本机目录")")
        if !found.outside.isEmpty {
            try desk.table(found.outside)
            try desk.output.write("\n")
        }
        try desk.table(found.settings.filter { !changed || $0.value != $0.standard })
    }
}
