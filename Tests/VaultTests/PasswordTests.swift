import Testing

@testable import Vault

@Suite struct PasswordTests {
    /// As cheap as the bounds allow: the tests ask about rules, not about time.
    private let cheap = PasswordHashing(parameters: ScryptParameters(logCost: 10, blockSize: 1, parallelism: 1)!)
    private var chance = CountingChance()

    @Test func `a hash matches its password and no other`() throws {
        var chance = chance
        let stored = try cheap.hash("correct horse battery", using: &chance)
        #expect(cheap.verify("correct horse battery", against: stored) == .matches(needsRehash: false))
        for other in ["correct horse batterz", "Correct horse battery", "correct horse battery ", "correct horse", "", "x"] {
            #expect(cheap.verify(other, against: stored) == .differs)
        }
    }

    @Test func `the stored text names scheme, parameters, salt and hash`() throws {
        var chance = chance
        let stored = try cheap.hash("12345678", using: &chance)
        #expect(stored.hasPrefix("$scrypt$ln=10,r=1,p=1$"))
        #expect(!stored.contains("=" + "$") && !stored.hasSuffix("="))
        #expect(try cheap.hash("12345678", using: &chance) != stored)
    }

    @Test func `the default parameters are 32 MiB`() throws {
        var chance = chance
        let usual = PasswordHashing()
        let stored = try usual.hash("correct horse battery", using: &chance)
        #expect(stored.hasPrefix("$scrypt$ln=15,r=8,p=1$"))
        #expect(usual.verify("correct horse battery", against: stored) == .matches(needsRehash: false))
    }

    /// RFC 7914 §12, third vector, as this format writes it.
    @Test func `the vector of RFC 7914 is reproduced`() throws {
        let parameters = try #require(ScryptParameters(logCost: 14, blockSize: 8, parallelism: 1))
        let hash = try #require(parameters.derive(from: Array("pleaseletmein".utf8), salt: Array("SodiumChloride".utf8), count: 64))
        #expect(
            Array(hash.prefix(16)) == [
                0x70, 0x23, 0xbd, 0xcb, 0x3a, 0xfd, 0x73, 0x48, 0x46, 0x1c, 0x06, 0xcd, 0x81, 0xfd, 0x38, 0xeb,
            ])
        #expect(
            Array(hash.suffix(16)) == [
                0xe6, 0x1e, 0x85, 0xdc, 0x0d, 0x65, 0x1e, 0x40, 0xdf, 0xcf, 0x01, 0x7b, 0x45, 0x57, 0x58, 0x87,
            ])
        let stored = PasswordHash(parameters: parameters, salt: Array("SodiumChloride".utf8), hash: hash)
        #expect(PasswordHash(stored.text) == stored)
        #expect(PasswordHashing().verify("pleaseletmein", against: stored.text) == .matches(needsRehash: true))
    }

    @Test func `a hash of other parameters still matches and asks for a new one`() throws {
        var chance = chance
        let stored = try cheap.hash("12345678", using: &chance)
        let dearer = PasswordHashing(parameters: ScryptParameters(logCost: 11, blockSize: 1, parallelism: 1)!)
        #expect(dearer.verify("12345678", against: stored) == .matches(needsRehash: true))
        #expect(dearer.verify("12345679", against: stored) == .differs)
    }

    @Test func `length is counted in scalars after normalising`() throws {
        var chance = chance
        #expect(throws: PasswordRefusal.tooShort) { try cheap.hash("", using: &chance) }
        #expect(throws: PasswordRefusal.tooShort) { try cheap.hash("1234567", using: &chance) }
        #expect(throws: PasswordRefusal.tooShort) { try cheap.hash("一二三四五六七", using: &chance) }
        // Eight scalars as typed, four once composed.
        #expect(throws: PasswordRefusal.tooShort) { try cheap.hash("e\u{301}e\u{301}e\u{301}e\u{301}", using: &chance) }
        #expect(throws: PasswordRefusal.tooLong) { try cheap.hash(String(repeating: "密", count: 257), using: &chance) }
        #expect(throws: PasswordRefusal.tooLong) { try cheap.hash(String(repeating: "a", count: 10_000_000), using: &chance) }
        _ = try cheap.hash(String(repeating: "密", count: 256), using: &chance)
        _ = try cheap.hash("八个汉字的密码哦", using: &chance)
    }

    @Test func `composed and decomposed spellings are one password`() throws {
        var chance = chance
        let stored = try cheap.hash("cafe\u{301} noir", using: &chance)
        #expect(cheap.verify("caf\u{e9} noir", against: stored) == .matches(needsRehash: false))
    }

    @Test(arguments: [
        "", "$", "$$$$", "12345678", "$scrypt$ln=10,r=1,p=1$AAAAAAAAAAAAAAAAAAAAAA", "$argon2id$v=19$m=65536,t=2,p=1$AAAA$AAAA",
        "$scrypt$ln=31,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=18,r=16,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=15,r=8,p=1000$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=-1,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=+15,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$r=8,ln=15,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=10,r=1,p=1$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=10,r=1,p=1$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=10,r=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA", "$scrypt$ln=10,r=1,p=1$!!!!!!!!!!!!!!!!!!!!!!$????",
        "$scrypt$ln=9223372036854775808,r=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    ])
    func `stored text that is no hash of ours, or too dear, is not computed`(stored: String) {
        #expect(cheap.verify("12345678", against: stored) == .unreadable)
    }

    @Test func `parameters outside the bounds do not exist`() {
        for (logCost, blockSize, parallelism) in [(9, 8, 1), (19, 8, 1), (15, 0, 1), (15, 17, 1), (15, 8, 0), (15, 8, 5), (18, 9, 1)] {
            #expect(ScryptParameters(logCost: logCost, blockSize: blockSize, parallelism: parallelism) == nil)
        }
        #expect(ScryptParameters(logCost: 15, blockSize: 8, parallelism: 1) == ScryptParameters())
    }

    @Test func `nobody's password costs the same work and says nothing`() {
        cheap.verifyNobody("12345678")
        cheap.verifyNobody("")
    }
}

/// Chance that can be foreseen.
struct CountingChance: RandomNumberGenerator {
    var state: UInt64 = 1

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return state ^ state >> 29
    }
}
