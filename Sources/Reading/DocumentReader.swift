import Confinement
import Dispatch
import Foundation
import Inspection

/// Reads and judges pictures of documents and people on this machine, without any service outside (docs/reading.md).
///
/// Cheap questions are answered here, in memory-safe code; everything else happens in a confined child process, so a malicious picture
/// meets decoders and recognisers that hold nothing. A crash, hang or bomb ends the child and becomes a refusal. What is read comes back
/// over the child's pipe only; neither side writes it anywhere.
package struct DocumentReader: Sendable {
    package let limits: ReadingLimits
    private let child: ConfinedChild
    private let slots: ChildSlots
    // Threads that may block; the child bounds how long.
    private let threads = DispatchQueue(label: "reading", attributes: .concurrent)

    /// An address, a few names and some dozens of codes at most.
    static let mostOutput = 256 << 10

    /// - Parameters:
    ///   - child: the program and its hidden command.
    ///   - children: reading at the same time.
    ///   - waiting: pictures that may queue for a child; where that many do, one of whoever has most is refused as crowded.
    package init(
        limits: ReadingLimits = ReadingLimits(), child: ConfinedChild = ConfinedChild(arguments: [ReadingWorker.command]),
        children: Int = 2,
        waiting: Int = 16
    ) {
        self.limits = limits
        self.child = child
        slots = ChildSlots(children: children, waiting: waiting)
    }

    /// Takes a second or two for the front of a resident ID, less for the other tasks, plus the wait for a free child; never longer than
    /// `limits.time` in the child itself.
    ///
    /// - Parameter owner: on whose behalf; owners take turns (`ChildSlots`).
    package func read(
        _ picture: [UInt8], as task: ReadingTask, for owner: String = ""
    ) async throws(ReadingRefusal) -> DocumentReading {
        try lookOver(picture)
        guard await slots.take(for: owner) else { throw .crowded }
        let ending = await run(picture, as: task)
        await slots.giveBack(of: owner)
        return try reading(of: ending, as: task)
    }

    /// Children that read now, and pictures that wait for one.
    package func load() async -> (running: Int, waiting: Int) { await slots.load }

    /// What can be refused without decoding.
    private func lookOver(_ picture: [UInt8]) throws(ReadingRefusal) {
        guard !picture.isEmpty else { throw .empty }
        guard picture.count <= limits.bytes else { throw .tooLarge }
        guard let kind = EvidenceKind(recognising: picture), kind != .pdf else { throw .unsupportedKind }
        guard let size = DeclaredSize(of: kind, in: picture), !limits.allow(width: size.width, height: size.height) else { return }
        // An empty picture is damage, not size.
        throw size.width == 0 || size.height == 0 ? .undecodable : .tooManyPixels
    }

    private func run(_ picture: [UInt8], as task: ReadingTask) async -> ConfinedChild.Ending {
        if Task.isCancelled { return .failed }  // nobody waits for the answer any more
        return await withCheckedContinuation { continuation in
            threads.async {
                continuation.resume(
                    returning: child.run(
                        ReadingWorker.arguments(for: task, limits: limits), feeding: picture, time: limits.time,
                        mostOutput: Self.mostOutput))
            }
        }
    }

    private func reading(of ending: ConfinedChild.Ending, as task: ReadingTask) throws(ReadingRefusal) -> DocumentReading {
        switch ending {
        case .outOfTime: throw .timeout
        case .died: throw .undecodable
        case .failed: throw .unavailable
        case .answered(let output):
            guard let answer = try? JSONDecoder().decode(ReadingAnswer.self, from: Data(output)), answer.task == task else {
                throw .unavailable
            }
            return try answer.reading(limits: limits)
        }
    }
}
