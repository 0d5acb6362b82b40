import CInspection
import Foundation

/// The parent's side of the decoding child: which program to start, and what its answer or its death means.
///
/// The program is normally the server's own (`/proc/self/exe inspect-evidence`), so nothing further need be installed and a replaced
/// executable on disk changes nothing for a running server. The child gets the evidence on standard input, no environment, no open
/// file and its own process group; it confines itself before it reads (see `InspectionWorker`).
package struct InspectionChild: Sendable {
    package let executable: String
    /// Come before the worker's own arguments.
    package let arguments: [String]

    /// - Parameter executable: an absolute path.
    package init(executable: String = "/proc/self/exe", arguments: [String] = [InspectionWorker.command]) {
        self.executable = executable
        self.arguments = arguments
    }

    /// The child's answer in full is about 120 bytes.
    static let mostOutput = 1024

    /// Blocks the calling thread until the child has ended; the child never outlives `limits.time`.
    func examine(_ bytes: [UInt8], as kind: EvidenceKind, limits: InspectionLimits) throws(InspectionRefusal) -> InspectionFinding {
        var output = [UInt8](repeating: 0, count: Self.mostOutput)
        let outcome = run(arguments + InspectionWorker.arguments(for: kind, limits: limits), bytes, limits.time, &output)
        switch outcome.ending {
        case INSPECTION_ENDED_EXIT where outcome.code == 0:
            return try answer(in: output.prefix(outcome.output_length), kind: kind)
        case INSPECTION_ENDED_DEADLINE:
            throw .timeout
        case INSPECTION_ENDED_SIGNAL:
            throw outcome.code == SIGXCPU ? .timeout : .undecodable
        default:
            throw .unavailable  // not started, could not confine itself, or not our program at all
        }
    }

    private func answer(in output: ArraySlice<UInt8>, kind: EvidenceKind) throws(InspectionRefusal) -> InspectionFinding {
        guard let finding = try? JSONDecoder().decode(InspectionFinding.self, from: Data(output)), finding.kind == kind else {
            throw .unavailable
        }
        return finding
    }

    private func run(
        _ arguments: [String], _ bytes: [UInt8], _ time: Duration, _ output: inout [UInt8]
    ) -> inspection_outcome {
        var words: [UnsafeMutablePointer<CChar>?] = ([executable] + arguments).map { strdup($0) }
        words.append(nil)
        defer { words.forEach { free($0) } }
        let (seconds, attoseconds) = time.components
        let milliseconds = max(0, min(seconds, 3600)) * 1000 + attoseconds / 1_000_000_000_000_000
        return bytes.withUnsafeBufferPointer { input in
            output.withUnsafeMutableBufferPointer { answer in
                inspection_run_child(
                    executable, words, input.baseAddress, input.count, UInt32(max(0, milliseconds)), answer.baseAddress, answer.count)
            }
        }
    }
}
