import CWatermark
import Confinement

/// The child's side: a hidden command of the program. It opens the font, then limits its own memory, processor time, files and processes,
/// gives up further rights (on Linux also nearly all system calls), and only then reads text and original.
package enum WatermarkWorker {
    /// The command word that makes the program a worker.
    package static let command = "mark-copy"

    /// Call first of all in the program: returns at once unless the program was started as a worker, and else never returns.
    package static func takeOver(_ arguments: [String] = CommandLine.arguments) {
        ConfinedWorker.takeOver(command, arguments, run: run)
    }

    /// - Parameter arguments: those after the command word, see `arguments(for:)`.
    /// - Returns: the exit code: 0 answered, 64 wrong arguments, 65 no or too much input, 69 library or font not installed, 70 could not
    ///   confine itself.
    package static func run(_ arguments: [String]) -> Int32 {
        ConfinedWorker.withWords(arguments) { watermark_worker($0, $1) }
    }

    static func arguments(for limits: WatermarkLimits) -> [String] {
        [limits.bytes, limits.pixels, limits.side, limits.copy, limits.cpuSeconds, limits.memory].map(String.init)
    }
}
