import Testing

@testable import Vault

@Suite struct TOTPTests {
    /// The secret of the vectors in RFC 4226 and RFC 6238.
    private let secret = TOTPSecret(bytes: Array("12345678901234567890".utf8))!

    @Test(
        arguments: zip(
            Int64(0)...9,
            ["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"]))
    func `the vectors of RFC 4226 appendix D`(counter: Int64, code: String) {
        #expect(TOTP.code(secret, counter: counter) == code)
    }

    /// The RFC prints eight digits; the last six are ours.
    @Test(
        arguments: [
            (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
            (2_000_000_000, "279037"), (20_000_000_000, "353130"),
        ] as [(Int64, String)])
    func `the vectors of RFC 6238 appendix B`(time: Int64, code: String) {
        #expect(TOTP.code(secret, counter: TOTP.counter(at: time)) == code)
        #expect(TOTP.verify(code, secret, at: time, lastUsed: nil) == time / 30)
    }

    @Test func `one period early or late is forgiven, two are not`() {
        let time: Int64 = 1_700_000_010
        let counter = TOTP.counter(at: time)
        let code = TOTP.code(secret, counter: counter)
        for (shift, expected) in [(-60, nil), (-30, counter), (0, counter), (30, counter), (60, nil)] as [(Int64, Int64?)] {
            #expect(TOTP.verify(code, secret, at: time + shift, lastUsed: nil) == expected, "\(shift)")
        }
    }

    @Test func `a code passes once`() throws {
        let time: Int64 = 1_700_000_010
        let counter = TOTP.counter(at: time)
        let code = TOTP.code(secret, counter: counter)
        let used = try #require(TOTP.verify(code, secret, at: time, lastUsed: nil))
        #expect(TOTP.verify(code, secret, at: time, lastUsed: used) == nil)
        #expect(TOTP.verify(code, secret, at: time + 30, lastUsed: used) == nil)
        let earlier = TOTP.code(secret, counter: counter - 1)
        #expect(TOTP.verify(earlier, secret, at: time, lastUsed: used) == nil)
        let later = TOTP.code(secret, counter: counter + 1)
        #expect(TOTP.verify(later, secret, at: time, lastUsed: used) == counter + 1)
    }

    @Test func `what is no code is no code`() {
        for text in [
            "", "28708", "2870822", "94287082", "28708a", "+87082", "-87082", "28708.", "²87082", "٢٨٧٠٨٢",
            String(repeating: " ", count: 100) + "287082",
        ] {
            #expect(TOTP.verify(text, secret, at: 59, lastUsed: nil) == nil, "\(text)")
        }
        for text in ["287 082", " 287082 ", "２８７０８２", "287\u{3000}082"] {
            #expect(TOTP.verify(text, secret, at: 59, lastUsed: nil) == 1, "\(text)")
        }
    }

    @Test func `times before 1970 do not stop the program`() {
        #expect(TOTP.verify("755224", secret, at: -1, lastUsed: nil) == 0)
        #expect(TOTP.verify("000000", secret, at: .min, lastUsed: nil) == nil)
        #expect(TOTP.verify("000000", secret, at: .max, lastUsed: nil) == nil)
    }

    /// RFC 4648 §10.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
    ])
    func `the vectors of base 32`(plain: String, text: String) {
        #expect(Base32.text(Array(plain.utf8)) == text)
        #expect(Base32.bytes(text) == Array(plain.utf8))
        #expect(Base32.bytes(text.lowercased() + "==") == Array(plain.utf8))
    }

    @Test func `text that is no base 32`() {
        for text in ["M", "MZX", "MZXW6Y", "M1", "M8", "MZ", "M=Y", "Ｍ", "MY\u{0}", "🦊"] { #expect(Base32.bytes(text) == nil, "\(text)") }
    }

    @Test func `secrets keep their text and their length`() {
        let seed = UInt64.random(in: 0 ... .max)
        var chance = CountingChance(state: seed)
        for _ in 0..<100 {
            let new = TOTPSecret(using: &chance)
            #expect(new.base32.count == 32 && TOTPSecret(base32: new.base32) == new, "seed \(seed)")
        }
        #expect(TOTPSecret(bytes: [UInt8](repeating: 0, count: 15)) == nil)
        #expect(TOTPSecret(bytes: [UInt8](repeating: 0, count: 65)) == nil)
        #expect(TOTPSecret(base32: "MZXW6YTB") == nil)
        #expect(TOTPSecret(base32: "gezd gnbv-gy3t qojq gezd gnbv gy3t qojq") == secret)
    }

    @Test func `the address for the app escapes what is not its own`() {
        #expect(
            TOTP.uri(secret, issuer: "实名 & Co", account: "zhang:1?x=y")
                == "otpauth://totp/%E5%AE%9E%E5%90%8D%20%26%20Co:zhang%3A1%3Fx%3Dy?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=%E5%AE%9E%E5%90%8D%20%26%20Co&algorithm=SHA1&digits=6&period=30")
    }
}
