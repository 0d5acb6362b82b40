import Foundation
import Inspection
import TestKit
import Testing
import UseCases

/// Uploads through the real inspection: the built program, in its hidden command, decodes what comes.
@Suite struct EvidenceInspectionTests {
    private static let program: String = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("shiming").path
    }()

    private static let onePixel = [UInt8](
        Data(base64Encoded: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==") ?? Data())

    private func withInspector(_ body: (World) async throws -> Void) async throws {
        let world = try await World.make(inspector: Inspector(child: InspectionChild(executable: Self.program)))
        do {
            try await body(world)
        } catch {
            await world.end()
            throw error
        }
        await world.end()
    }

    @Test func `a sound picture is taken with its size`() async throws {
        try await withInspector { world in
            let view = try await world.installation.uploadEvidence(as: Invented.clerk, kind: "other", bytes: Self.onePixel)
            #expect(view.mediaType == "image/png")
            #expect(view.width == 1 && view.height == 1 && view.pages == 1)
            #expect(view.warnings == [])
        }
    }

    @Test func `a damaged one is refused in both languages, and nothing is kept`() async throws {
        try await withInspector { world in
            for bytes in [Array(Self.onePixel.dropLast(30)), Array("%PDF-1.7 nothing more".utf8), Array("<svg/>".utf8)] {
                let code = try await refusalCode {
                    _ = try await world.installation.uploadEvidence(as: Invented.clerk, kind: "other", bytes: bytes)
                }
                #expect(code?.hasPrefix("evidence-") == true)
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: world.installation.folders.evidence).isEmpty)
        }
    }
}
