import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("A copy of a picture in another case")
struct PictureCopiesTests {
    private static let words = (1...16).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }

    /// So many bits turned, from the first of each word on.
    private static func turned(_ bits: Int, of words: [UInt64]) -> [UInt64] {
        var words = words
        for bit in 0..<bits { words[bit % words.count] ^= 1 << UInt64(bit / words.count) }
        return words
    }

    /// The first case's picture of the document, and the second's, whose detail differs in so many bits; the mark of both is the same.
    private func warnings(turned bits: Int, bothHaveDetail: Bool = true) async throws -> [String] {
        try await warnings { isFirst in
            let words = isFirst ? Self.words : Self.turned(bits, of: Self.words)
            return PictureReading(mark: 4_711, detail: isFirst && !bothHaveDetail ? [] : words)
        }
    }

    /// The same of a picture that was cut: its detail is another's, and of the parts it looks for one differs from one of the first
    /// picture's in so many bits.
    private func warningsOfCut(turned bits: Int) async throws -> [String] {
        let parts = (21...36).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }
        let other = (41...76).map { UInt64($0) &* 0xBF58_476D_1CE4_E5B9 }
        let copied = Self.turned(bits, of: Array(parts[8..<12]))
        return try await warnings { isFirst in
            isFirst
                ? PictureReading(mark: 4_711, detail: Self.words, excerpts: parts, excerptsSought: other)
                : PictureReading(mark: 4_712, detail: Self.turned(226, of: Self.words), excerpts: other, excerptsSought: other + copied)
        }
    }

    private func warnings(_ read: @escaping @Sendable (_ isFirst: Bool) -> PictureReading) async throws -> [String] {
        let reader = ReaderOfBytes { picture in
            let isFirst = picture == inventedPicture(40)
            return picture == inventedPicture(70) || isFirst ? read(isFirst) : PictureReading()
        }
        return try await withWorld(reader: reader) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let one = try await personal.open(0).principal
            try await personal.fill(one, PersonalJob.person(0), seed: 40)
            _ = try await world.installation.submitPersonal(as: one)
            let other = try await personal.open(1).principal
            try await personal.fill(other, PersonalJob.person(1), seed: 70)
            let second = try #require(try await world.installation.submitPersonal(as: other).application)
            let checks = try await world.installation.readApplication(as: personal.job.reviewer, second.id).checks
            return checks.filter { $0.code == "picture-used-before" }.map(\.subject)
        }
    }

    @Test(arguments: [0, 6, 14, 15]) func `stored anew it is noticed`(bits: Int) async throws {
        #expect(try await warnings(turned: bits) == ["/evidence/holder-id-front"])
    }

    @Test(arguments: [92, 226]) func `another card of the same layout, of the same mark even, is not taken for it`(bits: Int) async throws {
        #expect(try await warnings(turned: bits) == [])
    }

    /// Three bits leave at least one of four words whole, in whatever order the key puts them.
    @Test func `cut at its edges it is noticed by a part between`() async throws {
        #expect(try await warningsOfCut(turned: 3) == ["/evidence/holder-id-front"])
    }

    @Test func `a part that differs in more is another card's`() async throws {
        #expect(try await warningsOfCut(turned: 11) == [])
    }

    @Test func `what was taken before there was a detail is compared by its mark`() async throws {
        #expect(try await warnings(turned: 0, bothHaveDetail: false) == ["/evidence/holder-id-front"])
    }

    @Test func `what is kept of a picture is no picture without the key`() async throws {
        let words = [UInt64](repeating: 0, count: 16)
        let reader = ScriptedReader { _ in PictureReading(mark: 5, detail: words, excerpts: words, excerptsSought: words + words) }
        try await withWorld(reader: reader) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open(0).principal
            try await personal.consent(person)
            _ = try await world.installation.capturePicture(as: person, .holderIDFront, bytes: inventedPicture(40), insists: false)
            _ = try await world.installation.capturePicture(as: person, .holderIDBack, bytes: inventedPicture(41), insists: false)
            let kept = try await world.installation.store.read { session in
                try session.all("SELECT detail FROM picture_mark WHERE detail IS NOT NULL") { $0.blob(0) }
            }
            let only = try #require(kept.first)
            // The front alone; and a plain picture's bits are as many ones as noughts.
            #expect(kept.count == 1 && only.count == 128)
            #expect((412...612).contains(only.reduce(0) { $0 + $1.nonzeroBitCount }))
            let parts = try await world.installation.store.read { session in
                try session.all("SELECT excerpts, excerpts_sought FROM picture_mark WHERE excerpts IS NOT NULL") {
                    $0.blob(0) + $0.blob(1)
                }
            }
            // Each of four words, all alike here: they are hidden alike.
            let first = try #require(parts.first?.prefix(32))
            #expect(parts == [Array(repeatElement(first, count: 12).joined())])
            #expect((80...176).contains(first.reduce(0) { $0 + $1.nonzeroBitCount }))
            #expect(try await personal.count("picture_band") == 20)

            // What it looked like goes with it.
            _ = try await world.installation.withdrawPersonal(as: person)
            world.clock.move(days: world.installation.settings.purgeDays + 1)
            #expect(try await world.installation.purgeDue().evidence == 2)
            let left = try await world.installation.store.read { session in
                try session.count(
                    """
                    SELECT COUNT(*) FROM picture_mark
                    WHERE detail IS NOT NULL OR excerpts IS NOT NULL OR excerpts_sought IS NOT NULL OR mark <> 0
                    """)
            }
            #expect(left == 0)
            #expect(try await personal.count("picture_band") == 0)
            #expect(try await personal.count("picture_mark") == 2)
        }
    }
}

/// Reads a picture by what it holds.
private struct ReaderOfBytes: PictureReader {
    let answer: @Sendable ([UInt8]) -> PictureReading

    init(_ answer: @escaping @Sendable ([UInt8]) -> PictureReading) { self.answer = answer }

    func read(_ picture: [UInt8], as task: PictureTask, for _: String) async throws -> PictureReading { answer(picture) }

    func codes(in _: [UInt8], for _: String) async throws(Refusal) -> [PrintedCode] { [] }
}
