import Testing

@testable import Watermark

@Suite struct CopyTests {
    /// Eight by six pieces: one has to hold a good part of the text, or the rest could be cut away.
    private func demandMarkedAllOver(_ copy: Pixels, _ original: Pixels) {
        for row in 0..<6 {
            for column in 0..<8 {
                let x = column * copy.width / 8..<(column + 1) * copy.width / 8, y = row * copy.height / 6..<(row + 1) * copy.height / 6
                let share = copy.changed(from: original, x: x, y: y)
                #expect(share >= 10, "row \(row), column \(column)")
                #expect(share <= 400, "row \(row), column \(column)")
            }
        }
    }

    @Test(arguments: [0, 60, 109, 111, 190, 255] as [UInt8])
    func `the text shows all over on any ground`(grey: UInt8) async throws {
        let original = Drawn.plain(grey)
        let copy = try await watermarker().mark(original, with: usual)
        #expect(copy.mediaType == "image/jpeg")
        let pixels = try Pixels(copy.bytes)
        #expect((pixels.width, pixels.height) == (1_000, 700))
        demandMarkedAllOver(pixels, try Pixels(original))
    }

    @Test func `a document stays readable under it`() async throws {
        let original = try Pixels(Drawn.document(width: 1_200, height: 900))
        let copy = try Pixels(try await watermarker().mark(Drawn.document(width: 1_200, height: 900), with: usual).bytes)
        demandMarkedAllOver(copy, original)
        // Ink is darker than paper wherever it was, and no pixel is taken whole.
        var worst = 0
        for y in stride(from: 6, to: 900, by: 60) {
            for x in stride(from: 14, to: 1_200, by: 40) {
                #expect(copy.green(x, y) < 140)
                worst = max(worst, abs(copy.green(x, y) - original.green(x, y)))
            }
        }
        #expect(worst < 110)
    }

    @Test func `the copy says who, when and what for`() async throws {
        let original = Drawn.plain(230, width: 600, height: 400)
        let copies = try await [
            usual,
            WatermarkText(operator: "星河物联科技有限公司", date: "2026-11-28", purpose: "案件 2026-118 核查"),
            WatermarkText(operator: "星河物联科技有限公司", date: "2026-11-27", purpose: "案件 2026-119 核查"),
            WatermarkText(operator: "北辰物联科技有限公司", date: "2026-11-27", purpose: "案件 2026-118 核查"),
        ].asyncMap { try await watermarker().mark(original, with: $0).bytes }
        #expect(Set(copies).count == 4)
        #expect(try await watermarker().mark(original, with: usual).bytes == copies[0])
    }

    @Test func `Chinese is drawn as Chinese and not as one empty box`() async throws {
        let original = Drawn.plain(255, width: 600, height: 400)
        let copies = try await ["实名登记核查", "司法机关调取", "内部审计复核", "audit 2026"].asyncMap {
            try await watermarker().mark(original, with: WatermarkText(operator: "", date: "", purpose: $0)).bytes
        }
        #expect(Set(copies).count == 4)
    }

    @Test(arguments: [(1, 1), (3, 40), (48, 32), (319, 500)])
    func `a small picture is enlarged until the text can be read on it`(width: Int, height: Int) async throws {
        let copy = try Pixels(try await watermarker().mark(Drawn.plain(200, width: width, height: height), with: usual).bytes)
        #expect(min(copy.width, copy.height) >= 320)
        #expect(copy.width * height == copy.height * width)
        let ground = try Pixels(Drawn.plain(200, width: copy.width, height: copy.height))
        #expect(copy.changed(from: ground, x: 0..<copy.width, y: 0..<copy.height) >= 30)
    }

    @Test(arguments: 1...8 as ClosedRange<UInt8>)
    func `the copy is upright however the camera was held`(orientation: UInt8) async throws {
        // Black in the upper left corner of the file, on white.
        let drawn = Drawn.png(width: 640, height: 400) { x, y in x < 240 && y < 160 ? 0 : 255 }
        let jpeg = try await watermarker().mark(drawn, with: usual).bytes
        let copy = try Pixels(try await watermarker().mark(Drawn.held(jpeg, orientation), with: usual).bytes)
        let lies = orientation >= 5
        #expect((copy.width, copy.height) == (lies ? 400 : 640, lies ? 640 : 400))
        // Where the corner is to be seen (Exif 2.32 §4.6.4.1).
        let (right, bottom) = ([2, 3, 6, 7].contains(orientation), [3, 4, 7, 8].contains(orientation))
        for (x, y) in [(false, false), (true, false), (false, true), (true, true)] {
            var sum = 0
            for dx in 0..<100 {
                for dy in 0..<100 { sum += copy.green(x ? copy.width - 1 - dx : dx, y ? copy.height - 1 - dy : dy) }
            }
            #expect((sum / 10_000 < 128) == (x == right && y == bottom), "corner \(x) \(y)")
        }
    }

    @Test func `four inks become light`() async throws {
        let copy = try Pixels(try await watermarker().mark(Samples.cmyk, with: usual).bytes)
        #expect(copy.width * 32 == copy.height * 48)
        // The sample has paper and blocks of colour; inverted it would be nearly black.
        var sum = 0
        for y in 0..<copy.height { for x in 0..<copy.width { sum += copy.green(x, y) } }
        #expect(sum / (copy.width * copy.height) > 110)
    }

    @Test func `copies of several at a time are all made`() async throws {
        let shared = watermarker()
        let original = Drawn.plain(90, width: 400, height: 330)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 { group.addTask { (try? await shared.mark(original, with: usual)) != nil } }
            for await made in group { #expect(made) }
        }
        #expect(await shared.load() == (0, 0))
    }
}

extension Array {
    fileprivate func asyncMap<Result>(_ change: (Element) async throws -> Result) async rethrows -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await change(element)) }
        return results
    }
}
