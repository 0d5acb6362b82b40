import ArgumentParser
import Client
import Contract

/// A kind of change of a card.
enum ChangeWord: String, CaseIterable, ExpressibleByArgument {
    case custody
    case life
    case holding
    case device
    case sim
    case carrier
}

struct Changes: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "changes", abstract: "What happened to cards (变更), in order.",
        discussion: "Ends with where the changes stand, for --after. A card that leaves your hands is seen leaving, and never after.")
    @Option(help: "Where to go on; `now` for what is yet to come, left out the oldest that is kept.") var after: String?
    @Flag(help: "Go on waiting for more.") var follow = false
    @OptionGroup var connection: ConnectionOptions

    private static let rows = 500

    func run(_ desk: Desk) async throws {
        var position = after
        while true {
            let answer = try await desk.api.send(
                Call(.listChanges, query: ["after": position, "limit": String(Self.rows)]))
            let page: Wire.ChangePage = try answer.decode()
            position = page.next
            if desk.output.json {
                if !page.items.isEmpty { try desk.output.writeJSON(answer.body) }
            } else if !page.items.isEmpty {
                try desk.output.table(page.items)
            }
            if page.items.isEmpty {
                guard follow else { break }
                try await Task.sleep(for: .seconds(1))
            }
        }
        desk.output.note("Go on with --after \(position ?? "now")", "继续查看：--after \(position ?? "now")")
    }
}
