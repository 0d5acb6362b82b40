import Ledger
import Testing

@Suite struct DigestTests {
    @Test func `a digest reads its own spellings`() throws {
        var chance = SeededChance(seed: 1)
        for _ in 0..<100 {
            let digest = try #require(Digest32(bytes: chance.bytes(32)))
            #expect(Digest32(hex: digest.hex) == digest)
            #expect(Digest32(base64: digest.base64) == digest)
            #expect(Digest32(bytes: digest.bytes) == digest)
        }
    }

    @Test(arguments: ["", "00", String(repeating: "0", count: 63), String(repeating: "0", count: 65), String(repeating: "g", count: 64)])
    func `a text that is no digest is refused`(text: String) {
        #expect(Digest32(hex: text) == nil)
        #expect(Digest32(base64: text) == nil)
    }

    // RFC 4648 section 10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
    func `the vectors of the Base64 standard come out`(plain: String, encoded: String) {
        #expect(Base64.text(Array(plain.utf8)) == encoded)
        #expect(Base64.bytes(encoded) == Array(plain.utf8))
    }

    @Test(arguments: ["Z", "Zg", "Zg=", "Zh==", "Zm9=", "====", "Z===", "Zg==Zg==", "Zm 9v", "Zm9v\n", "Zm-_", "=Zg="])
    func `another spelling of Base64 is refused`(text: String) {
        #expect(Base64.bytes(text) == nil)
    }

    // RFC 4231 has no key of 32 bytes; the vectors generated beside this file do. Here: what must not agree.
    @Test func `a commitment opens only with its salt and its message`() throws {
        let salt = [UInt8](repeating: 7, count: 32)
        let commitment = try #require(Commitment.hmac(salt: salt, message: [1, 2, 3]))
        #expect(Commitment.opens(commitment, salt: salt, message: [1, 2, 3]))
        #expect(!Commitment.opens(commitment, salt: salt, message: [1, 2]))
        #expect(!Commitment.opens(commitment, salt: [UInt8](repeating: 8, count: 32), message: [1, 2, 3]))
        #expect(!Commitment.opens(commitment, salt: [], message: [1, 2, 3]))
    }

    @Test(arguments: [0, 16, 31, 33, 64])
    func `a salt of another length commits to nothing`(count: Int) {
        #expect(Commitment.hmac(salt: [UInt8](repeating: 0, count: count), message: []) == nil)
    }
}
