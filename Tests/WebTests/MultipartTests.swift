import Testing

@testable import Web

@Suite struct MultipartTests {
    private static let boundary = "----WebKitFormBoundary7MA4YWxk"

    /// Events with neighbouring data joined, for their cut depends on the chunks.
    private static func joined(_ events: [MultipartEvent]) -> [MultipartEvent] {
        events.reduce(into: []) { all, event in
            if case .data(let more) = event, case .data(let before)? = all.last {
                all[all.count - 1] = .data(before + more)
            } else {
                all.append(event)
            }
        }
    }

    private static func parse(
        _ chunks: [[UInt8]], boundary: String = boundary, limits: MultipartLimits = MultipartLimits()
    ) throws(MultipartRefusal) -> [MultipartEvent] {
        var parser = try MultipartParser(boundary: boundary, limits: limits)
        var events: [MultipartEvent] = []
        for chunk in chunks { events += try parser.push(chunk) }
        try parser.finish()
        return joined(events)
    }

    private static func refusal(of body: String, boundary: String = "b", limits: MultipartLimits = MultipartLimits()) -> MultipartRefusal? {
        do throws(MultipartRefusal) {
            _ = try parse([Array(body.utf8)], boundary: boundary, limits: limits)
            return nil
        } catch {
            return error
        }
    }

    private static let form: [UInt8] =
        Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n营业执照\r\n".utf8)
        + Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"empty\"\r\n\r\n\r\n".utf8)
        + Array(
            "--\(boundary)\r\ncontent-disposition: form-data; name=\"file\"; filename=\"执照 %22a%22.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
                .utf8)
        + [0xFF, 0xD8, 0x0D, 0x0A, 0x2D, 0x2D, 0x2D, 0x0D, 0x0D, 0x0A, 0x00] + Array("\r\n--\(boundary.dropLast())!\r\n".utf8)
        + Array("\r\n--\(boundary)--\r\n".utf8)

    private static let events: [MultipartEvent] = [
        .partBegin(MultipartPart(name: "kind")), .data(Array("营业执照".utf8)), .partEnd,
        .partBegin(MultipartPart(name: "empty")), .partEnd,
        .partBegin(MultipartPart(name: "file", filename: "执照 \"a\".jpg", contentType: "image/jpeg")),
        .data(
            [0xFF, 0xD8, 0x0D, 0x0A, 0x2D, 0x2D, 0x2D, 0x0D, 0x0D, 0x0A, 0x00] + Array("\r\n--\(boundary.dropLast())!\r\n".utf8)),
        .partEnd,
    ]

    @Test func `a browser's form gives its parts`() throws {
        #expect(try Self.parse([Self.form]) == Self.events)
    }

    @Test func `where the body is cut makes no difference`() throws {
        for cut in 0...Self.form.count {
            #expect(try Self.parse([Array(Self.form[..<cut]), Array(Self.form[cut...])]) == Self.events, "\(cut)")
        }
        for size in 1...40 {
            let chunks = stride(from: 0, to: Self.form.count, by: size).map { Array(Self.form[$0..<min($0 + size, Self.form.count)]) }
            #expect(try Self.parse(chunks) == Self.events, "\(size)")
        }
    }

    @Test func `a body that stops early is incomplete, wherever it stops`() {
        for end in 0..<Self.form.count - 2 {
            #expect(throws: MultipartRefusal.incomplete, "\(end)") { try Self.parse([Array(Self.form[..<end])]) }
        }
        #expect(throws: Never.self) { try Self.parse([Self.form.dropLast(2)]) }
    }

    @Test func `content of any bytes comes through whole`() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var chance = Chance(state: seed)
        let pieces: [[UInt8]] = [
            [0x0D], [0x0A], [0x2D], [0x0D, 0x0A], Array("\r\n--".utf8), Array("\r\n--\(Self.boundary.dropLast())".utf8), [0],
        ]
        for round in 0..<200 {
            let content = (0..<Int.random(in: 1..<30, using: &chance)).flatMap { _ in pieces.randomElement(using: &chance) ?? [] }
            let body =
                Array("--\(Self.boundary)\r\nContent-Disposition: form-data; name=a\r\n\r\n".utf8) + content
                + Array("\r\n--\(Self.boundary)--\r\n".utf8)
            let cut = Int.random(in: 0...body.count, using: &chance)
            let events = try Self.parse([Array(body[..<cut]), Array(body[cut...])])
            #expect(events == [.partBegin(MultipartPart(name: "a")), .data(content), .partEnd], "seed \(seed), round \(round)")
        }
    }

    @Test func `damaged bodies end in parts or a refusal`() {
        let seed = UInt64.random(in: 0 ... .max)
        var chance = Chance(state: seed)
        for _ in 0..<2000 {
            var body = Self.form
            for _ in 0..<Int.random(in: 1...5, using: &chance) {
                body[Int.random(in: 0..<body.count, using: &chance)] = UInt8.random(in: 0...255, using: &chance)
            }
            _ = try? Self.parse([body])
        }
    }

    @Test(arguments: [
        ("", MultipartRefusal.incomplete), ("--b", .incomplete), ("--b--", .malformed), ("hello", .malformed), ("\r\n--b\r\n", .malformed),
        ("--b \r\n", .malformed), ("--bb\r\n", .malformed), ("--b\n", .incomplete), ("--b\nx", .malformed),
        ("--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--bx\r\n--b--", .malformed),
        ("--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--b--\r\nepilogue", .malformed),
        ("--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--b-", .incomplete),
        ("--b\r\n\r\nx\r\n--b--", .incomplete),
        ("--b\r\n\r\n\r\n\r\nx\r\n--b--", .header),
        ("--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--", .header),
        ("--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--", .header),
        ("--b\r\nContent-Disposition: form-data; name=\"\"\r\n\r\nx\r\n--b--", .header),
        ("--b\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n--b--", .header),
        ("--b\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\nx\r\n--b--", .header),
        ("--b\r\nContent-Disposition: form-data; name=a; NAME=b\r\n\r\nx\r\n--b--", .header),
        ("--b\r\nContent-Disposition: form-data; name=\"a\r\n\r\nx\r\n--b--", .header),
        ("--b\r\nContent-Disposition: form-data; name=\"a\"b\r\n\r\nx\r\n--b--", .header),
        ("--b\r\nContent-Disposition: form-data; name=\"a\u{0}\"\r\n\r\nx\r\n--b--", .header),
        ("--b\r\nContent-Disposition: form-data; name=\"a\nb\"\r\n\r\nx\r\n--b--", .header),
        ("--b\r\nContent-Disposition: form-data;\r\n name=a\r\n\r\nx\r\n--b--", .header),
        ("--b\r\nContent-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b\r\n\r\nx\r\n--b--", .header),
        ("--b\r\nContent-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64\r\n\r\nx\r\n--b--", .header),
        ("--b\r\nContent-Disposition: form-data; name=a\r\nno colon\r\n\r\nx\r\n--b--", .header),
    ])
    func `bodies that are refused`(body: String, expected: MultipartRefusal) {
        #expect(Self.refusal(of: body) == expected)
    }

    @Test func `a head that is no UTF-8 is refused`() {
        let body = Array("--b\r\nContent-Disposition: form-data; name=\"".utf8) + [0xD6, 0xB4] + Array("\"\r\n\r\nx\r\n--b--".utf8)
        #expect(throws: MultipartRefusal.header) { try Self.parse([body], boundary: "b") }
    }

    @Test func `each limit is the last value that passes`() {
        let body =
            "--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--b\r\nContent-Disposition: form-data; name=b\r\n\r\ny\r\n--b--"
        let head = "Content-Disposition: form-data; name=a".utf8.count
        func answer(_ parts: Int, _ header: Int, _ total: Int) -> MultipartRefusal? {
            Self.refusal(of: body, limits: MultipartLimits(parts: parts, headerBytes: header, totalBytes: total))
        }
        #expect(answer(2, head, body.utf8.count) == nil)
        #expect(answer(1, head, body.utf8.count) == .tooManyParts)
        #expect(answer(2, head - 1, body.utf8.count) == .headerTooLarge)
        #expect(answer(2, head, body.utf8.count - 1) == .tooLarge)
        let endless = "--b\r\n" + String(repeating: "x", count: 5000)
        #expect(Self.refusal(of: endless) == .headerTooLarge)
    }

    @Test func `after a refusal the parser stays refused`() throws {
        var parser = try MultipartParser(boundary: "b")
        #expect(throws: MultipartRefusal.malformed) { try parser.push(Array("nonsense".utf8)) }
        #expect(throws: MultipartRefusal.malformed) { try parser.push(Array("--b\r\n".utf8)) }
        #expect(throws: MultipartRefusal.malformed) { try parser.finish() }
    }

    @Test func `the boundary is read from the content type`() {
        for text in [
            "multipart/form-data; boundary=abc", "Multipart/Form-Data;boundary=\"a b'c\"", "multipart/form-data; charset=utf-8; BOUNDARY=x",
        ] {
            #expect((try? MultipartParser(contentType: text)) != nil, "\(text)")
        }
        for text in [
            "", "multipart/form-data", "multipart/mixed; boundary=a", "multipart/form-data; boundary=",
            "multipart/form-data; boundary=\"a ",
            "multipart/form-data; boundary=\"a \"", "multipart/form-data; boundary=a; boundary=b",
            "multipart/form-data; boundary=\(String(repeating: "a", count: 71))",
            "multipart/form-data; boundary=\"ä\"", "multipart/form-data; boundary=\"a\r\nb\"", "text/plain; boundary=a",
        ] {
            #expect(throws: MultipartRefusal.boundary, "\(text)") { _ = try MultipartParser(contentType: text) }
        }
    }
}

/// SplitMix64, so that a printed seed repeats a failure.
struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
