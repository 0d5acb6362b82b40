import Testing

@testable import Inspection

@Suite struct DocumentTests {
    @Test func `real and crafted documents pass`() async throws {
        let scan = try await inspector().inspect(Samples.scan)
        #expect(
            scan
                == InspectionReport(
                    kind: .pdf, width: 0, height: 0, pages: 1, bytes: Samples.scan.count, trailing: 0, warnings: []))
        #expect(try await inspector().inspect(PDF.document(pages: 50)).pages == 50)
        // An ordinary link and a first view are no danger.
        #expect(await refusal(of: PDF.document(catalogue: "/OpenAction << /S /GoTo /D [4 0 R /Fit] >>")) == nil)
        #expect(await refusal(of: PDF.document(page: "/Annots [<< /Subtype /Link /A << /S /URI /URI (x) >> >>]")) == nil)
    }

    @Test func `too many pages, or none`() async {
        #expect(await refusal(of: PDF.document(pages: 51)) == .tooManyPages)
        #expect(await refusal(of: PDF.document(pages: 0)) == .undecodable)
        #expect(await refusal(of: PDF.document(pages: 20_000)) == .tooManyPages)
    }

    @Test(arguments: [
        ("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", InspectionRefusal.script),
        ("/OpenAction << /S /J#61vaScript /J#53 (1) >>", .script),
        ("/Names << /JavaScript << /Names [(a) 3 0 R] >> >>", .script),
        ("/AcroForm << /XFA 3 0 R >>", .script),
        ("/AA << /WC << /S /Launch /F (calc) >> >>", .action),
        ("/OpenAction << /S /GoTo /D [4 0 R /Fit] /Next [<< /S /Launch >>] >>", .action),
        ("/OpenAction << /S /SubmitForm /F (x) >>", .action),
        ("/OpenAction << /S /ImportData /F (x) >>", .action),
        ("/OpenAction << /S /GoToR /F (x) >>", .action),
        ("/OpenAction << /S /GoToE >>", .action),
        ("/Names << /EmbeddedFiles << /Names [] >> >>", .attachment),
        ("/AF [<< /Type /Filespec /EF << /F 3 0 R >> >>]", .attachment),
        ("/Collection << >>", .attachment),
        ("/Deep [[[[[[[[<< /X [<< /S /Launch >>] >>]]]]]]]]", .action),
    ])
    func `dangerous documents are refused by name`(catalogue: String, expected: InspectionRefusal) async {
        #expect(await refusal(of: PDF.document(catalogue: catalogue)) == expected)
    }

    @Test(arguments: ["FileAttachment", "RichMedia", "Movie", "Sound", "Screen", "3D"])
    func `media on a page are refused`(kind: String) async {
        #expect(await refusal(of: PDF.document(page: "/Annots [<< /Subtype /\(kind) >>]")) == .attachment)
    }

    @Test func `a reference with a wrong generation does not hide what it names`() async {
        let launch = Array("<< /S /Launch >>".utf8)
        #expect(await refusal(of: PDF.document(catalogue: "/A 4 0 R /B 4 1 R", extra: [launch])) == .action)
        #expect(await refusal(of: PDF.document(catalogue: "/A 4 1 R /B 4 0 R", extra: [launch])) == .action)
    }

    @Test func `a script in a compressed object stream is found`() async {
        #expect(Samples.packedScript.firstRange(of: "JavaScript".utf8) == nil)
        #expect(await refusal(of: Samples.packedScript) == .script)
        #expect(await refusal(of: Samples.linearised) == nil)
    }

    @Test func `a linearised document is refused wherever it is cut`() async {
        for end in stride(from: 9, to: Samples.linearised.count - 7, by: 97) {
            let answer = await refusal(of: Array(Samples.linearised.prefix(end)))
            #expect(answer == .truncated || answer == .undecodable, "\(end)")
        }
    }

    @Test func `an encrypted document is refused`() async {
        #expect(await refusal(of: Samples.protected) == .encrypted)
        #expect(await refusal(of: Samples.locked) == .encrypted)
        let key = String(repeating: "00", count: 32)
        let encrypt = "/Encrypt << /Filter /Standard /V 1 /R 2 /O <\(key)> /U <\(key)> /P -4 >> /ID [<00> <00>]"
        #expect(await refusal(of: PDF.document(trailer: encrypt)) == .encrypted)
    }

    @Test func `a picture inside obeys the same limit`() async {
        func image(_ width: Int, _ height: Int) -> [UInt8] {
            PDF.document(
                catalogue: "/X 4 0 R",
                extra: [PDF.stream("/Subtype /Image /Width \(width) /Height \(height) /BitsPerComponent 1", [0])])
        }
        #expect(await refusal(of: image(8, 1)) == nil)
        #expect(await refusal(of: image(100_000, 100_000)) == .tooManyPixels)
        #expect(await refusal(of: image(-8, 1)) == .tooManyPixels)
    }

    @Test func `a photograph inside is judged by its own size, not by what the document claims`() async {
        var limits = InspectionLimits()
        limits.pixels = 48 * 32 - 1
        for filter in ["/DCTDecode", "[/DCTDecode]"] {
            let claim = PDF.stream("/Subtype /Image /Width 1 /Height 1 /Filter \(filter)", Samples.baseline)
            let document = PDF.document(catalogue: "/X 4 0 R", extra: [claim])
            #expect(await refusal(of: document) == nil)
            #expect(await refusal(of: document, limits: limits) == .tooManyPixels)
        }
    }

    @Test func `a picture nobody decoded is noted, a broken stream is refused`() async throws {
        let fax = PDF.document(catalogue: "/X 4 0 R", extra: [PDF.stream("/Filter [/CCITTFaxDecode]", [0])])
        #expect(try await inspector().inspect(fax).warnings.contains(.unexaminedPicture))
        let half = Array(Samples.baseline.prefix(500))
        for (filter, data) in [
            ("FlateDecode", [0x78, 0x9C, 0xFF, 0xFF]), ("FlateDecode", Array("garbage".utf8)), ("DCTDecode", half), ("LZWDecode", half),
        ] {
            let broken = PDF.document(catalogue: "/X 4 0 R", extra: [PDF.stream("/Filter /\(filter)", data)])
            #expect(await refusal(of: broken) == .undecodable)
        }
    }

    @Test func `damaged structure is not repaired`() async {
        var moved = PDF.document()
        moved.insert(contentsOf: Array("% one line more\n".utf8), at: 9)
        #expect(await refusal(of: moved) == .undecodable)
        #expect(await refusal(of: Array("%PDF-1.7\n%%EOF\n".utf8)) == .undecodable)
    }

    @Test func `a page tree that contains itself is refused`() async {
        let loop = PDF.file([
            Array("<< /Type /Catalog /Pages 2 0 R >>".utf8), Array("<< /Type /Pages /Count 1 /Kids [2 0 R] >>".utf8),
        ])
        #expect(await refusal(of: loop) != nil)
    }

    @Test func `a bomb of memory is refused`() async {
        var limits = InspectionLimits()
        limits.memory = 32 << 20
        let zeros = Deflate.zeros(100 << 20)
        #expect(await refusal(of: PDF.crossReferenceStream(zeros), limits: limits) == .undecodable)
        let content = PDF.document(catalogue: "/X 4 0 R", extra: [PDF.stream("/Filter /FlateDecode", zeros)])
        #expect(await refusal(of: content, limits: limits) == .undecodable)
        #expect(await refusal(of: content) == nil)
    }

    @Test func `a bomb of time ends at the processor limit`() async {
        var limits = InspectionLimits()
        limits.cpuSeconds = 1
        // 15 streams of 100 MiB each, one after the other in little memory: seconds of work in 10 MiB.
        let stream = PDF.stream("/Filter /FlateDecode", Deflate.zeros(100 << 20))
        let names = (4..<19).map { "\($0) 0 R" }.joined(separator: " ")
        let bomb = PDF.document(catalogue: "/X [\(names)]", extra: [[UInt8]](repeating: stream, count: 15))
        #expect(await refusal(of: bomb, limits: limits) == .timeout)
    }

    @Test func `a bomb inside a bomb is refused`() async {
        let bomb = PDF.document(
            catalogue: "/X 4 0 R", extra: [PDF.stream("/Filter [/FlateDecode /FlateDecode]", Deflate.nested())])
        #expect(await refusal(of: bomb) == .undecodable)
    }

    @Test func `deep nesting ends in a refusal`() async {
        let deep = String(repeating: "[", count: 200_000) + String(repeating: "]", count: 200_000)
        #expect(await refusal(of: PDF.document(catalogue: "/X \(deep)")) != nil)
    }
}
