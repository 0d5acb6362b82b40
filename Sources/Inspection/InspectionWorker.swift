import CInspection
import Foundation

/// The child's side: a hidden command of the program. It limits its own memory, processor time, files and processes, gives up further
/// rights (on Linux also nearly all system calls), and only then reads.
package enum InspectionWorker {
    /// The command word that makes the program a worker.
    package static let command = "inspect-evidence"

    /// Call first of all in the program: returns at once unless the program was started as a worker, and else never returns.
    package static func takeOver(_ arguments: [String] = CommandLine.arguments) {
        guard arguments.count > 1, arguments[1] == command else { return }
        // Not exit(): what others registered for the end of the program would run without the rights it counts on.
        _exit(run(Array(arguments.dropFirst(2))))
    }

    /// - Parameter arguments: those after the command word, see `arguments(for:limits:)`.
    /// - Returns: the exit code: 0 answered, 64 wrong arguments, 65 no or too much input, 70 could not confine itself.
    package static func run(_ arguments: [String]) -> Int32 {
        let words = arguments.map { strdup($0) }
        defer { words.forEach { free($0) } }
        return inspection_worker(Int32(words.count), words)
    }

    static func arguments(for kind: EvidenceKind, limits: InspectionLimits) -> [String] {
        [kind.rawValue] + [limits.bytes, limits.pixels, limits.side, limits.pages, limits.cpuSeconds, limits.memory].map(String.init)
    }
}
