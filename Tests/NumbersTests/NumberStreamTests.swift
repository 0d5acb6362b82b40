import Numbers
import Testing

@Suite struct NumberStreamTests {
    struct Broken: Error, Equatable {}

    /// Runs the stream over `input`, handing out `step` bytes at a time.
    func run(_ input: [UInt8], step: Int = .max, kind: NumberKind = .imei, json: Bool = false) -> (String, NumberStream.Tally) {
        var position = 0
        var output: [UInt8] = []
        let tally = NumberStream.run(kind: kind, json: json, today: today) { (buffer: UnsafeMutableRawBufferPointer) in
            let count = min(step, buffer.count, input.count - position)
            buffer.copyBytes(from: input[position..<position + count])
            position += count
            return count
        } write: {
            output += $0
        }
        return (String(decoding: output, as: UTF8.self), tally)
    }

    @Test(arguments: [1, 2, 7, 64, Int.max])
    func `every line gets one answer, however the bytes arrive`(step: Int) {
        let input = Array("490154203237518\r\n\n35417803685978\n354178036859786\n  490154203237518".utf8)
        let (output, tally) = run(input, step: step)
        #expect(
            output
                == "ok\t490154203237518\t\nrefused\t\tempty\nwarn\t35417803685978\timei-no-check-digit\nrefused\t\timei-luhn\nok\t490154203237518\t\n"
        )
        #expect(tally == NumberStream.Tally(ok: 2, warned: 1, refused: 2))
    }

    @Test func `answers can be JSON, refused numbers are not repeated`() {
        let (output, _) = run(Array("11111111111111\n354178036859786\n".utf8), json: true)
        #expect(
            output == """
                {"line":1,"verdict":"warn","normalised":"11111111111111","reasons":["imei-no-check-digit","imei-placeholder"]}
                {"line":2,"verdict":"refused","normalised":null,"reasons":["imei-luhn"]}

                """)
    }

    @Test(arguments: [1, 4_096, 65_536, Int.max])
    func `a line beyond the limit is skipped and named`(step: Int) {
        let long = [UInt8](repeating: 0x31, count: step == 1 ? 20_000 : 3_000_000)
        let good = Array("490154203237518".utf8)
        let (output, tally) = run(good + [0x0A] + long + [0x0A] + good, step: step)
        #expect(output == "ok\t490154203237518\t\nrefused\t\tline-too-long\nok\t490154203237518\t\n")
        #expect(tally.lines == 3)
        #expect(run(long, step: step).0 == "refused\t\tline-too-long\n")
    }

    @Test func `a line of just the limit is read`() {
        let padded = Array("490154203237518".utf8) + [UInt8](repeating: 0x20, count: NumberStream.lineLimit - 15)
        #expect(run(padded + [0x0D, 0x0A], step: 1).0 == "ok\t490154203237518\t\n")
        #expect(run(padded + [0x20, 0x0A], step: 1).0 == "refused\t\tline-too-long\n")
    }

    @Test func `broken text is named, embedded zeros too`() {
        #expect(run([0xFF, 0x0A, 0x31, 0x00, 0x32]).0 == "refused\t\tinvalid-utf8\nrefused\t\tcharacter-not-allowed\n")
    }

    @Test func `nothing in, nothing out`() {
        #expect(run([]) == ("", NumberStream.Tally()))
    }

    @Test func `a hundred thousand lines keep their order`() {
        let lines = (0..<100_000).map { $0 % 3 == 0 ? "x" : "490154203237518" }
        let (output, tally) = run(Array(lines.joined(separator: "\n").utf8), step: 10_007)
        #expect(tally == NumberStream.Tally(ok: 66_666, warned: 0, refused: 33_334))
        let expected = lines.map { $0 == "x" ? "refused\t\tcharacter-not-allowed\n" : "ok\t490154203237518\t\n" }.joined()
        #expect(output == expected)
    }

    @Test func `an error of reading or writing ends the run`() {
        #expect(throws: Broken()) {
            try NumberStream.run(kind: .imei, json: false, today: today) { (_: UnsafeMutableRawBufferPointer) throws(Broken) -> Int in
                throw Broken()
            } write: { (_: UnsafeRawBufferPointer) throws(Broken) in
            }
        }
        var isRead = false
        #expect(throws: Broken()) {
            try NumberStream.run(kind: .imei, json: false, today: today) { (buffer: UnsafeMutableRawBufferPointer) throws(Broken) -> Int in
                defer { isRead = true }
                buffer[0] = 0x31
                return isRead ? 0 : 1
            } write: { (_: UnsafeRawBufferPointer) throws(Broken) in
                throw Broken()
            }
        }
    }
}
