/// The table as a picture (Mermaid) and as a list, for docs/life-of-a-card.md.
package enum LifePicture {
    package static var diagram: String {
        var lines = ["stateDiagram-v2", "    [*] --> stock"]
        for state in ServiceState.allCases {
            for target in ServiceState.allCases {
                let commands = LifeCommand.allCases.filter { targets(state, $0).contains(target) }.map(\.rawValue)
                if !commands.isEmpty { lines.append("    \(state.name) --> \(target.name): \(commands.joined(separator: ", "))") }
            }
        }
        lines.append("    cancelled --> [*]")
        return lines.joined(separator: "\n")
    }

    /// Where a command may lead besides staying.
    private static func targets(_ state: ServiceState, _ command: LifeCommand) -> [ServiceState] {
        switch LifeTable.outcome(state, command) {
        case .to(let next): [next]
        case .follows: [.active]
        case .back, .backByUse: [.ready, .active]
        case .stays, .refused: []
        }
    }

    /// A row a command, a column a state.
    package static var table: String {
        let states = ServiceState.allCases
        var lines = ["| command | " + states.map(\.name).joined(separator: " | ") + " |"]
        lines.append("| --- |" + states.map { _ in " --- |" }.joined())
        for command in LifeCommand.allCases {
            lines.append("| `\(command.rawValue)` | " + states.map { cell($0, command) }.joined(separator: " | ") + " |")
        }
        return lines.joined(separator: "\n")
    }

    private static func cell(_ state: ServiceState, _ command: LifeCommand) -> String {
        switch LifeTable.outcome(state, command) {
        case .to(let next): "→ \(next.name)"
        case .stays: "stays"
        case .follows: "→ active, or stopped"
        case .back: "→ back"
        case .backByUse: "→ back, or stays"
        case .refused(let obstacle): "`\(obstacle.rawValue)`"
        }
    }
}
