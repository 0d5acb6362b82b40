import CConfinement
import Foundation

/// The parent's side of a child that reads what strangers send: which program to start, and how it ended.
///
/// The program is normally the server's own (`/proc/self/exe` with a hidden command), so nothing further need be installed and a replaced
/// executable on disk changes nothing for a running server. The child gets its bytes on standard input, no environment, no open file and
/// its own process group; it confines itself before it reads.
package struct ConfinedChild: Sendable {
    package let executable: String
    /// Come before the arguments of each run.
    package let arguments: [String]

    /// - Parameter executable: an absolute path.
    package init(executable: String = "/proc/self/exe", arguments: [String]) {
        self.executable = executable
        self.arguments = arguments
    }

    package enum Ending: Equatable, Sendable {
        /// It ended of its own will, with 0, and this is what it said.
        case answered([UInt8])
        /// Time was up: on the clock, or of the processor.
        case outOfTime
        /// It was killed, by the kernel's filter or by its own fault.
        case died
        /// Not started, could not do its work, or said more than it may: the fault is ours.
        case failed
    }

    /// Blocks the calling thread until the child has ended; the child never outlives `time`.
    package func run(_ further: [String], feeding bytes: [UInt8], time: Duration, mostOutput: Int) -> Ending {
        var output = [UInt8](repeating: 0, count: mostOutput)
        let outcome = start(arguments + further, bytes, time, &output)
        switch outcome.ending {
        case CHILD_ENDED_EXIT where outcome.code == CONFINED_ANSWERED: return .answered(Array(output.prefix(outcome.output_length)))
        case CHILD_ENDED_DEADLINE: return .outOfTime
        case CHILD_ENDED_SIGNAL: return outcome.code == SIGXCPU ? .outOfTime : .died
        default: return .failed
        }
    }

    private func start(_ arguments: [String], _ bytes: [UInt8], _ time: Duration, _ output: inout [UInt8]) -> child_outcome {
        var words: [UnsafeMutablePointer<CChar>?] = ([executable] + arguments).map { strdup($0) }
        words.append(nil)
        defer { words.forEach { free($0) } }
        let (seconds, attoseconds) = time.components
        let milliseconds = max(0, min(seconds, 3600)) * 1000 + attoseconds / 1_000_000_000_000_000
        return bytes.withUnsafeBufferPointer { input in
            output.withUnsafeMutableBufferPointer { answer in
                child_run(executable, words, input.baseAddress, input.count, UInt32(max(0, milliseconds)), answer.baseAddress, answer.count)
            }
        }
    }
}

/// The child's side of the same: arguments as C has them.
package enum ConfinedWorker {
    /// Returns at once unless the program was started with this command word, and else never returns. Call first of all in the program.
    package static func takeOver(_ command: String, _ arguments: [String], run: ([String]) -> Int32) {
        guard arguments.count > 1, arguments[1] == command else { return }
        // Not exit(): what others registered for the end of the program would run without the rights it counts on.
        _exit(run(Array(arguments.dropFirst(2))))
    }

    /// Calls `work` with the arguments as C strings, which live that long.
    package static func withWords<Result>(_ arguments: [String], _ work: (Int32, [UnsafeMutablePointer<CChar>?]) -> Result) -> Result {
        let words = arguments.map { strdup($0) }
        defer { words.forEach { free($0) } }
        return work(Int32(words.count), words)
    }
}
