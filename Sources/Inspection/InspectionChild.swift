import Confinement
import Foundation

/// The decoding child, as `Inspector` uses it: what its answer or its death means.
package struct InspectionChild: Sendable {
    private let child: ConfinedChild

    /// - Parameter executable: an absolute path.
    package init(executable: String = "/proc/self/exe", arguments: [String] = [InspectionWorker.command]) {
        child = ConfinedChild(executable: executable, arguments: arguments)
    }

    /// The child's answer in full is about 120 bytes.
    static let mostOutput = 1024

    /// Blocks the calling thread until the child has ended; the child never outlives `limits.time`.
    func examine(_ bytes: [UInt8], as kind: EvidenceKind, limits: InspectionLimits) throws(InspectionRefusal) -> InspectionFinding {
        let ending = child.run(
            InspectionWorker.arguments(for: kind, limits: limits), feeding: bytes, time: limits.time, mostOutput: Self.mostOutput)
        switch ending {
        case .answered(let output): return try answer(in: output, kind: kind)
        case .outOfTime: throw .timeout
        case .died: throw .undecodable
        case .failed: throw .unavailable
        }
    }

    private func answer(in output: [UInt8], kind: EvidenceKind) throws(InspectionRefusal) -> InspectionFinding {
        guard let finding = try? JSONDecoder().decode(InspectionFinding.self, from: Data(output)), finding.kind == kind else {
            throw .unavailable
        }
        return finding
    }
}
