import Confinement
import Foundation
import Reading
import Registry
import Testing
import UseCases
import Verification

/// Children that each wait for a line before they end, and say nothing then.
private final class Gate: Sendable {
    private let path: String
    private let descriptor: Int32

    init() throws {
        let place = NSTemporaryDirectory() + "reading-gate-" + UUID().uuidString
        let isMade = mkfifo(place, 0o600) == 0
        try #require(isMade)
        // Both ends, so that neither side waits for the other to open.
        let both = open(place, O_RDWR)
        try #require(both >= 0)
        (path, descriptor) = (place, both)
    }

    deinit {
        close(descriptor)
        unlink(path)
    }

    func reader(waiting: Int) -> DocumentReader {
        DocumentReader(
            limits: ReadingLimits(time: .seconds(60)), child: ConfinedChild(executable: "/bin/sh", arguments: ["-c", "read _ < \(path)"]),
            children: 1, waiting: waiting)
    }

    /// So many of them end, one after the other.
    func letGo(_ children: Int) {
        let lines = [UInt8](repeating: 0x0A, count: children)
        #expect(write(descriptor, lines, lines.count) == lines.count)
    }
}

@Suite("Many pictures that are to be read at once")
struct CrowdedReadingTests {
    /// A PNG that says no more than its size.
    private static let picture: [UInt8] = {
        let head: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
        let size: [UInt8] = [0, 0, 0, 8, 0, 0, 0, 8, 8, 2, 0, 0, 0, 0, 0, 0, 0]
        return head + Array("IHDR".utf8) + size
    }()

    private func comes(_ isSo: () async -> Bool) async -> Bool {
        for _ in 0..<1_000_000 {
            if await isSo() { return true }
            await Task.yield()
        }
        return false
    }

    private func read(by machine: MachineReader, for owner: String) -> Task<PictureReading, any Error> {
        Task { try await machine.read(Self.picture, as: .other, for: owner) }
    }

    @Test func `a crowd's own are told to come again, and another's is read`() async throws {
        let gate = try Gate()
        let documents = gate.reader(waiting: 2)
        let machine = MachineReader(documents)
        let first = read(by: machine, for: "crowd")
        #expect(await comes { await documents.load().running == 1 })
        let second = read(by: machine, for: "crowd")
        #expect(await comes { await documents.load().waiting == 1 })
        let third = read(by: machine, for: "crowd")
        #expect(await comes { await documents.load().waiting == 2 })
        await #expect(throws: Refusal.readingCrowded) { _ = try await read(by: machine, for: "crowd").value }
        let other = read(by: machine, for: "another")
        await #expect(throws: Refusal.readingCrowded) { _ = try await third.value }
        gate.letGo(3)
        // These children answer nothing: what cannot be read at all is for a person to look at, and no error.
        for reading in [first, second, other] { #expect(try await reading.value == .notRead) }
        let load = await documents.load()
        #expect(load.running == 0 && load.waiting == 0)
    }

    @Test func `a stranger's crowd is told the same, in words of the bar code`() async throws {
        let gate = try Gate()
        let strangers = gate.reader(waiting: 0)
        let machine = MachineReader(strangers: strangers)
        let first = Task { try await machine.codes(in: Self.picture, for: "address 203.0.113.9") }
        #expect(await comes { await strangers.load().running == 1 })
        await #expect(throws: Refusal.codesUnavailable) { try await machine.codes(in: Self.picture, for: "address 203.0.113.8") }
        gate.letGo(1)
        await #expect(throws: Refusal.codesUnavailable) { try await first.value }
    }

    @Test func `the refusal says when to come again, in the code that is known for it`() {
        let refusal = Refusal.readingCrowded
        #expect(refusal.code == Refusal.codesUnavailable.code && refusal.kind == .temporary && refusal.retryAfterSeconds == 5)
        #expect(refusal.pointer == "/picture")
    }
}
