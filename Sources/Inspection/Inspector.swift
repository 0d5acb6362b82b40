import Confinement
import Dispatch

/// Examines uploaded evidence (R-DP-26: what is stored must be what a reviewer can see) before it is stored or shown.
///
/// Cheap questions are answered here, in memory-safe code; everything is then decoded once, completely, in a confined child process, so
/// a malicious file meets a decoder that holds nothing. A crash, hang or bomb ends the child and becomes a refusal.
package struct Inspector: Sendable {
    package let limits: InspectionLimits
    private let child: InspectionChild
    private let slots: ChildSlots
    // Threads that may block; the child bounds how long.
    private let threads = DispatchQueue(label: "inspection", attributes: .concurrent)

    /// - Parameters:
    ///   - children: decoding at the same time.
    ///   - waiting: uploads that may queue for a child; where that many do, one of whoever has most is refused as unavailable.
    package init(
        limits: InspectionLimits = InspectionLimits(), child: InspectionChild = InspectionChild(), children: Int = 2, waiting: Int = 32
    ) {
        self.limits = limits
        self.child = child
        slots = ChildSlots(children: children, waiting: waiting)
    }

    /// Takes as long as decoding takes, plus the wait for a free child; never longer than `limits.time` in the child itself.
    ///
    /// - Parameter owner: on whose behalf; owners take turns (`ChildSlots`).
    package func inspect(_ bytes: [UInt8], for owner: String = "") async throws(InspectionRefusal) -> InspectionReport {
        let kind = try lookOver(bytes)
        guard await slots.take(for: owner) else { throw .unavailable }
        let finding = await decode(bytes, as: kind)
        await slots.giveBack(of: owner)
        return try finding.get().report(of: bytes, limits: limits)
    }

    /// Children that decode now, and uploads that wait for one.
    package func load() async -> (running: Int, waiting: Int) { await slots.load }

    /// What can be refused without decoding.
    func lookOver(_ bytes: [UInt8]) throws(InspectionRefusal) -> EvidenceKind {
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= limits.bytes else { throw .tooLarge }
        guard let kind = EvidenceKind(recognising: bytes) else { throw .unsupportedKind }
        if let size = DeclaredSize(of: kind, in: bytes), !limits.allow(width: size.width, height: size.height) {
            // An empty picture is damage, not size.
            throw size.width == 0 || size.height == 0 ? .undecodable : .tooManyPixels
        }
        if let refusal = HiddenData.refusal(for: kind, in: bytes) { throw refusal }
        return kind
    }

    private func decode(_ bytes: [UInt8], as kind: EvidenceKind) async -> Result<InspectionFinding, InspectionRefusal> {
        if Task.isCancelled { return .failure(.unavailable) }  // nobody waits for the answer any more
        return await withCheckedContinuation { continuation in
            threads.async {
                continuation.resume(
                    returning: Result { () throws(InspectionRefusal) in
                        try child.examine(bytes, as: kind, limits: limits)
                    })
            }
        }
    }
}
