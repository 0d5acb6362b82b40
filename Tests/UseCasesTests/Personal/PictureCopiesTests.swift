import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("A copy of a picture in another case")
struct PictureCopiesTests {
    private static let words = (1...16).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }

    /// The first case's picture of the document, and the second's, whose detail differs in so many bits; the mark of both is the same.
    private func warnings(turned bits: Int, bothHaveDetail: Bool = true) async throws -> [String] {
        let reader = ReaderOfBytes { picture in
            let isFirst = picture == inventedPicture(40)
            guard picture == inventedPicture(70) || isFirst else { return PictureReading() }
            var words = Self.words
            if !isFirst { for bit in 0..<bits { words[bit % 16] ^= 1 << (UInt64(bit) / 16) } }
            return PictureReading(mark: 4_711, detail: isFirst && !bothHaveDetail ? [] : words)
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

    @Test func `what was taken before there was a detail is compared by its mark`() async throws {
        #expect(try await warnings(turned: 0, bothHaveDetail: false) == ["/evidence/holder-id-front"])
    }

    @Test func `what is kept of a picture is no picture without the key`() async throws {
        let words = [UInt64](repeating: 0, count: 16)
        try await withWorld(reader: ScriptedReader { _ in PictureReading(mark: 5, detail: words) }) { world in
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
            #expect(try await personal.count("picture_band") == 16)

            // What it looked like goes with it.
            _ = try await world.installation.withdrawPersonal(as: person)
            world.clock.move(days: world.installation.settings.purgeDays + 1)
            #expect(try await world.installation.purgeDue().evidence == 2)
            let left = try await world.installation.store.read { session in
                try session.count("SELECT COUNT(*) FROM picture_mark WHERE detail IS NOT NULL OR mark <> 0")
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

    func read(_ picture: [UInt8], as task: PictureTask) async throws -> PictureReading { answer(picture) }

    func codes(in _: [UInt8]) async throws(Refusal) -> [PrintedCode] { [] }
}
