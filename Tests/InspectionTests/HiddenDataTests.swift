import Testing

@testable import Inspection

@Suite struct HiddenDataTests {
    private let archive: [UInt8] = [0x50, 0x4B, 0x05, 0x06] + [UInt8](repeating: 0, count: 18)

    @Test func `a picture that is also an archive is refused`() async {
        for bytes in [Samples.baseline, Samples.palette, Samples.scan] {
            #expect(await refusal(of: bytes + archive) == .hiddenData)
            #expect(await refusal(of: bytes + archive + [0, 0, 0]) == .hiddenData)
            #expect(await refusal(of: bytes + archive + [UInt8](repeating: 0x41, count: 65_535)) == .hiddenData)
        }
    }

    @Test func `a picture that is also a document is refused`() async {
        let comment = Array("%PDF-1.7".utf8)
        let jpeg = [0xFF, 0xD8, 0xFF, 0xFE, 0, UInt8(comment.count + 2)] + comment + Samples.baseline.dropFirst(2)
        #expect(await refusal(of: jpeg) == .hiddenData)
    }

    @Test func `bytes after a PNG or PDF are refused, padding is not`() async throws {
        for bytes in [Samples.palette, PDF.document()] {
            #expect(await refusal(of: bytes + Array("<script>".utf8)) == .hiddenData)
            #expect(await refusal(of: bytes + Samples.palette) == .hiddenData)
            let padded = try await inspector().inspect(bytes + [0, 0, 0x0A])
            #expect(padded.warnings.isEmpty)
        }
    }

    @Test func `what phones append to a JPEG is noted`() async throws {
        let report = try await inspector().inspect(Samples.baseline + Samples.progressive)
        #expect(report.trailing == Samples.progressive.count)
        #expect(report.warnings == [.trailingData])
        let padded = try await inspector().inspect(Samples.baseline + [0, 0])
        #expect(padded.trailing == 2 && padded.warnings.isEmpty)
    }

    @Test func `letters that only look like an archive's end are no archive`() {
        #expect(!HiddenData.endsAsArchive([]))
        #expect(!HiddenData.endsAsArchive([UInt8](repeating: 0x50, count: 21)))
        #expect(!HiddenData.endsAsArchive([0x50, 0x4B, 0x05, 0x06] + [UInt8](repeating: 0x41, count: 18)))
        #expect(!HiddenData.endsAsArchive(archive + [UInt8](repeating: 0, count: 65_536)))
        #expect(HiddenData.endsAsArchive(archive))
    }

    @Test func `a linearised document cut short is called incomplete`() async {
        let head = Array("%PDF-1.7\n1 0 obj\n<< /Linearized 1 >>\nendobj\nstartxref\n0\n%%EOF\n".utf8)
        #expect(await refusal(of: head + Array("2 0 obj\n<< /Type".utf8)) == .truncated)
    }
}
