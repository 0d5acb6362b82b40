import Confinement
import Testing

@testable import Reading

@Suite struct RefusalTests {
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// A PNG that has no more than its header.
    private func header(width: UInt32, height: UInt32) -> [UInt8] {
        let sizes = [width, height].flatMap { size in (0..<4).map { UInt8(truncatingIfNeeded: size >> (24 - 8 * $0)) } }
        return Self.signature + [0, 0, 0, 13] + Array("IHDR".utf8) + sizes + [8, 2, 0, 0, 0, 0, 0, 0, 0]
    }

    @Test func `what is no picture is refused before a child is started`() async {
        let nowhere = DocumentReader(child: ConfinedChild(executable: "/nowhere", arguments: []))
        #expect(await refusal(of: [], by: nowhere) == .empty)
        #expect(await refusal(of: Array("%PDF-1.7".utf8), by: nowhere) == .unsupportedKind)
        #expect(await refusal(of: Array("GIF89a".utf8), by: nowhere) == .unsupportedKind)
        #expect(await refusal(of: [UInt8](repeating: 0, count: (10 << 20) + 1), by: nowhere) == .tooLarge)
        #expect(await refusal(of: header(width: 60_000, height: 60_000), by: nowhere) == .tooManyPixels)
        #expect(await refusal(of: header(width: .max, height: .max), by: nowhere) == .tooManyPixels)
        #expect(await refusal(of: header(width: 0, height: 8), by: nowhere) == .undecodable)
    }

    @Test func `a picture that ends too early is truncated, wherever it ends`() async throws {
        let whole = try sample("id-front.jpg")
        for share in [0.2, 0.6, 0.99] {
            #expect(await refusal(of: Array(whole.prefix(Int(Double(whole.count) * share)))) == .truncated)
        }
        let png = try sample("iccid.png")
        #expect(await refusal(of: Array(png.prefix(png.count / 2))) == .truncated)
    }

    @Test func `garbage behind a signature is refused`() async {
        var generator = SystemRandomNumberGenerator()
        for signature in [Self.signature, [0xFF, 0xD8, 0xFF, 0xE0]] {
            let noise = (0..<4000).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let answer = await refusal(of: signature + noise)
            #expect(answer == .undecodable || answer == .truncated || answer == .tooManyPixels)
        }
    }

    @Test func `the child has its own limits and does not trust the parent's look`() throws {
        let child = ConfinedChild(executable: program, arguments: [ReadingWorker.command])
        let limits = ReadingLimits(pixels: 1000)
        let ending = child.run(
            ReadingWorker.arguments(for: .quality, limits: limits), feeding: try sample("iccid.png"), time: .seconds(10), mostOutput: 4096)
        guard case .answered(let line) = ending else {
            Issue.record("\(ending)")
            return
        }
        #expect(String(decoding: line, as: UTF8.self).contains(#""verdict":"tooManyPixels""#))
    }

    @Test func `more bytes than announced end the child`() throws {
        let child = ConfinedChild(executable: program, arguments: [ReadingWorker.command])
        let arguments = ReadingWorker.arguments(for: .quality, limits: ReadingLimits(bytes: 100))
        #expect(child.run(arguments, feeding: try sample("iccid.png"), time: .seconds(10), mostOutput: 4096) == .failed)
    }

    @Test func `nine kilobytes that unpack to forty million pixels stay within the child's memory`() async throws {
        let bomb = try sample("empty.png")
        #expect(bomb.count < 10_000)
        let answer = await refusal(of: bomb)
        #expect(answer == nil)
        #expect(await refusal(of: bomb, by: reader(ReadingLimits(memory: 64 << 20))) != nil)
    }

    @Test func `too little processor time is a time-out`() async throws {
        #expect(await refusal(of: try sample("empty.png"), by: reader(ReadingLimits(cpuSeconds: 0))) == .timeout)
        #expect(
            await refusal(of: try sample("id-front.jpg"), as: .residentIDFront, by: reader(ReadingLimits(time: .milliseconds(50))))
                == .timeout)
    }

    @Test func `the worker refuses to start without its limits`() {
        for arguments in [
            [], ["quality"], ["horoscope", "1", "1", "1", "1", "1"], ["quality", "-1", "1", "1", "1", "1"],
            ["quality", "", "1", "1", "1", "1"],
            ["quality", "99999999999", "1", "1", "1", "1"], ["quality", "1", "1", "1", "1", "1", "1"],
        ] {
            #expect(ReadingWorker.run(arguments) == 64)
        }
    }
}
