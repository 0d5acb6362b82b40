import Synchronization

/// How far a long step is: a bar that is drawn over itself on a terminal, a line for every tenth in a pipe.
package final class Progress: Sendable {
    private struct State {
        var done: Int64 = 0
        var drawn = ""
        var tenths: Int64 = -1
    }

    private let label: String
    private let isTerminal: Bool
    private let write: @Sendable (String) -> Void
    private let state = Mutex(State())

    /// - Parameter write: takes what is for standard error.
    package init(_ label: String, isTerminal: Bool, write: @escaping @Sendable (String) -> Void) {
        self.label = label
        self.isTerminal = isTerminal
        self.write = write
    }

    package func add(_ count: Int64, of total: Int64) {
        show(state.withLock { $0.done + count }, of: total)
    }

    package func show(_ done: Int64, of total: Int64) {
        let text = state.withLock { state -> String? in
            state.done = done
            return isTerminal ? redrawn(&state, total) : tenth(&state, total)
        }
        if let text { write(text) }
    }

    /// Ends the line of the bar.
    package func end() {
        let wasDrawn = state.withLock { state in
            defer { state.drawn = "" }
            return !state.drawn.isEmpty
        }
        if wasDrawn { write("\n") }
    }

    private func redrawn(_ state: inout State, _ total: Int64) -> String? {
        let bar = Self.bar(label, state.done, of: total)
        guard bar != state.drawn else { return nil }
        state.drawn = bar
        return "\r\u{1B}[K" + bar
    }

    private func tenth(_ state: inout State, _ total: Int64) -> String? {
        let tenths = total > 0 ? min(state.done * 10 / total, 10) : 0
        guard tenths > state.tenths else { return nil }
        state.tenths = tenths
        return Self.line(label, state.done, of: total)
    }

    /// `label  [#######.............]  35%  3500/10000`
    static func bar(_ label: String, _ done: Int64, of total: Int64, cells: Int64 = 30) -> String {
        guard total > 0 else { return "\(label)  \(done)" }
        let share = min(max(done, 0), total)
        let filled = Int(share * cells / total)
        let drawing = String(repeating: "#", count: filled) + String(repeating: ".", count: Int(cells) - filled)
        let percent = String(share * 100 / total)
        return "\(label)  [\(drawing)]  \(String(repeating: " ", count: 3 - percent.count))\(percent)%  \(share)/\(total)"
    }

    static func line(_ label: String, _ done: Int64, of total: Int64) -> String {
        total > 0 ? "\(label): \(min(done, total)) of \(total)\n" : "\(label): \(done)\n"
    }
}
