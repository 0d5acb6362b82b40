import Numbers
import Testing

@Suite struct NegativeTests {
    static let nothing = ["", " ", "\u{3000}\u{A0}", "\t\r", "\u{FEFF}", "\u{200B}"]

    @Test(arguments: NumberKind.allCases, nothing)
    func `nothing at all is refused as empty`(kind: NumberKind, text: String) {
        #expect(Array(NumberChecker(kind: kind, context: context).check(text).reasons) == [.empty])
    }

    @Test(arguments: NumberKind.allCases)
    func `emoji, other scripts' digits and control characters are refused`(kind: NumberKind) {
        let checker = NumberChecker(kind: kind, context: context)
        let text = good.first { $0.kind == kind }!.text
        for bad in ["😀", "👨‍👩‍👧", "٣", "²", "\u{0}", "\u{7F}", "\u{1B}", "é", "壹", "\u{301}"] {
            #expect(Array(checker.check(text + bad).reasons) == [.character], "\(kind)")
            #expect(Array(checker.check(bad + text).reasons) == [.character], "\(kind)")
        }
    }

    @Test(arguments: NumberKind.allCases)
    func `a stray sign is refused wherever it stands`(kind: NumberKind) throws {
        let sample = try #require(good.first { $0.kind == kind })
        for position in sample.text.utf8.indices {
            for stray in "/:;<=>?@[`{|~!\"#$%&'*,.".utf8 {
                var bytes = Array(sample.text.utf8)
                bytes[sample.text.utf8.distance(from: sample.text.startIndex, to: position)] = stray
                #expect(check(kind, bytes).standing == .refused, "\(kind) \(stray)")
            }
        }
    }

    @Test(arguments: NumberKind.allCases)
    func `broken UTF-8 is named as such`(kind: NumberKind) {
        let broken: [[UInt8]] = [
            [0xFF], [0x80], [0xC0, 0x80], [0xC3], [0xE3, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98],
            [0xF4, 0x90, 0x80, 0x80], [0xC3, 0x28],
        ]
        for bytes in broken {
            #expect(Array(check(kind, [0x31] + bytes).reasons) == [.invalidUTF8])
        }
    }

    @Test(arguments: NumberKind.allCases)
    func `a very long text is refused without reading all of it`(kind: NumberKind) {
        let bytes = [UInt8](repeating: 0x31, count: 50_000_000)
        #expect(check(kind, bytes).standing == .refused)
    }

    @Test(arguments: NumberKind.allCases)
    func `full-width and half-width characters may be mixed`(kind: NumberKind) throws {
        let text = try #require(good.first { $0.kind == kind }).text
        let wide = String(
            String.UnicodeScalarView(
                text.unicodeScalars.enumerated().map { position, scalar in
                    position % 2 == 0 ? Unicode.Scalar(scalar.value - 0x21 + 0xFF01) ?? scalar : scalar
                }))
        let verdict = NumberChecker(kind: kind, context: context).check(wide)
        #expect(verdict.standing == .ok)
        #expect(verdict.value?.description == text)
    }
}
