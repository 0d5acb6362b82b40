import Foundation
import Testing
import Vault

@Suite struct SealedBytesTests {
    private let vault: Vault
    private let key: DataKey

    init() throws {
        var chance = SystemRandomNumberGenerator()
        vault = Vault(keys: try KeyEncryptionKeys(text: KeyEncryptionKeys.text(addingFreshKey: "test", to: nil, chance: &chance)))
        key = try vault.freshKey(id: [UInt8](repeating: 7, count: 16)).0
    }

    private static let lengths = [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000]

    private func content(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) } }

    @Test(arguments: lengths)
    func `what is sealed in memory opens as a file, and the other way`(count: Int) throws {
        let path = NSTemporaryDirectory() + "sealed-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        let plain = content(count)
        try Data(SealedFile.seal(plain, under: key)).write(to: URL(fileURLWithPath: path))
        #expect(try SealedFileReader(path: path, key: key).readAll() == plain)
        let writer = try SealedFileWriter(path: path, key: key)
        try writer.append(plain)
        try writer.finish()
        let stored = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        #expect(try SealedFile.open(stored, under: key) == plain)
    }

    @Test func `one of many opens at its place only, beside what was sealed before`() throws {
        let (place, elsewhere) = (
            SealedPlace(table: "idempotency", column: "answer", row: [1]), SealedPlace(table: "idempotency", column: "answer", row: [2])
        )
        let plain = content(100)
        let sealed = try vault.sealOneOfMany(plain, under: key, at: place)
        #expect(try vault.open(sealed, under: key, at: place) == plain)
        #expect(try vault.open(vault.seal(plain, under: key, at: place), under: key, at: place) == plain)
        #expect(throws: KeyRefusal.notOpened) { _ = try vault.open(sealed, under: key, at: elsewhere) }
        let other = try vault.freshKey(id: [UInt8](repeating: 7, count: 16)).0
        #expect(throws: KeyRefusal.notOpened) { _ = try vault.open(sealed, under: other, at: place) }
        // Its suite, the bytes that its key is derived by, its nonce, what it says, its tag.
        for byte in [0, 1, 16, 17, 29, sealed.count - 1] {
            var changed = sealed
            changed[byte] ^= 3
            #expect(throws: KeyRefusal.notOpened) { _ = try vault.open(changed, under: key, at: place) }
        }
        for count in [0, 1, 16, 17, 44, sealed.count - 1] {
            #expect(throws: KeyRefusal.notOpened) { _ = try vault.open(Array(sealed.prefix(count)), under: key, at: place) }
        }
    }

    @Test func `the same sealed again as one of many has another key and another nonce`() throws {
        let place = SealedPlace(table: "form", column: "kept", row: [])
        let sealed = try (0..<50).map { _ in try vault.sealOneOfMany([1, 2, 3], under: key, at: place) }
        #expect(sealed.allSatisfy { $0.first == 2 && $0.count == 1 + 16 + 12 + 3 + 16 })
        #expect(Set(sealed.map { $0[1..<17] }).count == 50 && Set(sealed.map { $0[17..<29] }).count == 50)
    }

    @Test func `what was changed, cut, lengthened or is another's does not open`() throws {
        let other = try vault.freshKey(id: [UInt8](repeating: 8, count: 16)).0
        let sealed = try SealedFile.seal(content(140_000), under: key)
        let sealedChunk = 65_536 + 28
        var changed: [[UInt8]] = [
            [], [1], [2] + sealed.dropFirst(), sealed + [0], Array(sealed.prefix(1 + sealedChunk)),
            Array(sealed.prefix(1 + 2 * sealedChunk)),
            Array(
                sealed.prefix(1) + sealed[(1 + sealedChunk)..<(1 + 2 * sealedChunk)] + sealed[1..<(1 + sealedChunk)]
                    + sealed[(1 + 2 * sealedChunk)...]),
        ]
        for place in [1, 13, 40, 1 + sealedChunk, sealed.count - 1] {
            var one = sealed
            one[place] ^= 0x10
            changed.append(one)
        }
        for bytes in changed {
            #expect(throws: KeyRefusal.notOpened) { _ = try SealedFile.open(bytes, under: key) }
        }
        #expect(throws: KeyRefusal.notOpened) { _ = try SealedFile.open(sealed, under: other) }
    }
}
