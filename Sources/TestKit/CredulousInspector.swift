import Inspection
import UseCases

/// Takes whatever begins like a picture or document, without decoding it.
package struct CredulousInspector: EvidenceInspector {
    package init() {}

    package func inspect(_ bytes: [UInt8], for _: String) async throws -> InspectionReport {
        guard !bytes.isEmpty else { throw InspectionRefusal.empty }
        guard let kind = EvidenceKind(recognising: bytes) else { throw InspectionRefusal.unsupportedKind }
        let side = kind == .pdf ? 0 : 100
        return InspectionReport(kind: kind, width: side, height: side, pages: 1, bytes: bytes.count, trailing: 0, warnings: [])
    }

    package func load() async -> (running: Int, waiting: Int) { (0, 0) }
}

/// Content that passes for a photograph, different for every `seed`.
package func inventedPhoto(_ seed: UInt8 = 1, bytes: Int = 1_000) -> [UInt8] {
    [0xFF, 0xD8, 0xFF, 0xDB] + [UInt8](repeating: seed, count: bytes)
}

/// Content that passes for a picture, different for every `seed`.
package func inventedPicture(_ seed: UInt8 = 1, bytes: Int = 1_000) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: seed, count: bytes)
}
