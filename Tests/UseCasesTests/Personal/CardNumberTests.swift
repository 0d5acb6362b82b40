import Registry
import TestKit
import Testing
import UseCases

/// Which of the texts in bar codes is believed to be a card's number.
@Suite struct CardNumberTests {
    private static let number = "89860000000000000001"

    private func read(_ codes: PrintedCode...) async throws -> String {
        try await withWorld(reader: ScriptedReader(printed: codes)) { world in
            try await world.installation.readCardNumber(in: inventedPicture(1), from: "203.0.113.9")
        }
    }

    @Test(arguments: [
        number, "ICCID:\(number)", "iccid\(number)", "8986 0000 0000 0000 0001", " \(number)\n",
        "SN 4711;ICCID=\(number);IMSI=460001234567890",
        "https://example.com/sim?iccid=\(number)&lot=7",
    ]) func `a number is found in what labels write around it`(text: String) async throws {
        #expect(try await read(PrintedCode(text, provesItself: false)) == Self.number)
    }

    @Test func `a code that proves itself may bear a letter or a failing check digit, as cards do`() async throws {
        for text in ["8986112070601234567A", "89860000000000000004"] {
            #expect(try await read(PrintedCode(text, provesItself: true)) == text)
            await #expect(throws: Refusal.cardNumberNotRead) { try await read(PrintedCode(text, provesItself: false)) }
        }
    }

    @Test(arguments: [
        "", "6901234567892", "460001234567890", "898600000000000000", "189860000000000000003", "89850000000000000003", "８９８６",
    ])
    func `nothing else is taken for one`(text: String) async throws {
        await #expect(throws: Refusal.cardNumberNotRead) { try await read(PrintedCode(text, provesItself: true)) }
    }

    @Test func `the number with its last digit stands for the one without, two cards for neither`() async throws {
        let short = PrintedCode(String(Self.number.dropLast()), provesItself: true), whole = PrintedCode(Self.number, provesItself: true)
        #expect(try await read(short, whole, whole) == Self.number)
        await #expect(throws: Refusal.cardNumbersSeveral) {
            try await read(whole, PrintedCode("89860000000000000019", provesItself: true))
        }
    }

    @Test func `a file that is no picture is not read at all`() async throws {
        try await withWorld(reader: ScriptedReader(printed: [PrintedCode(Self.number, provesItself: true)])) { world in
            for file in [[], Array("%PDF-1.7 ".utf8), Array("hello".utf8)] {
                await #expect(throws: Refusal.notAPicture) { try await world.installation.readCardNumber(in: file, from: "203.0.113.9") }
            }
        }
    }
}
