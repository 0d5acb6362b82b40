import Crypto
import Foundation

/// The shared secret of a second factor. Personal data: keep it sealed.
package struct TOTPSecret: Sendable, Equatable {
    package let bytes: [UInt8]

    /// RFC 4226 §4 requires 128 bits at least and recommends 160.
    package init?(bytes: [UInt8]) {
        guard (16...64).contains(bytes.count) else { return nil }
        self.bytes = bytes
    }

    /// 160 new bits.
    package init(using chance: inout some RandomNumberGenerator) {
        bytes = (0..<20).map { _ in UInt8.random(in: 0...255, using: &chance) }
    }

    package init?(base32: String) {
        guard base32.utf8.count <= 256, let bytes = Base32.bytes(base32) else { return nil }
        self.init(bytes: bytes)
    }

    package var base32: String { Base32.text(bytes) }
}

/// Time-based one-time passwords (RFC 6238): SHA-1, 30 seconds, six digits: the one profile every authenticator app speaks.
package enum TOTP {
    package static let period: Int64 = 30
    package static let digits = 6

    /// - Parameter time: Unix seconds.
    package static func counter(at time: Int64) -> Int64 {
        time >= 0 ? time / period : 0
    }

    /// The code of one counter (HOTP, RFC 4226 §5.3).
    package static func code(_ secret: TOTPSecret, counter: Int64) -> String {
        let message = withUnsafeBytes(of: counter.bigEndian) { Array($0) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: secret.bytes)))
        let offset = Int(mac[19] & 0xF)
        let word = mac[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
        let text = String(word % 1_000_000)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// Accepts the code of this period, the one before and the one after (RFC 6238 §5.2), but none that was used already.
    ///
    /// - Parameters:
    ///   - time: Unix seconds.
    ///   - lastUsed: the counter that the last accepted code returned; store what this call returns in the same transaction.
    /// - Returns: the counter to store, or nil when the code is wrong or was used before.
    package static func verify(_ code: String, _ secret: TOTPSecret, at time: Int64, lastUsed: Int64?) -> Int64? {
        guard let typed = typedDigits(code) else { return nil }
        let now = counter(at: time)
        var matched: Int64?
        // Every candidate is computed and compared whole, so the time tells nothing.
        for candidate in max(0, now - 1)...now + 1 {
            let expected = Array(self.code(secret, counter: candidate).utf8)
            let difference = zip(typed, expected).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) }
            if difference == 0, matched == nil, candidate > lastUsed ?? -1 { matched = candidate }
        }
        return matched
    }

    /// Six digits; spaces between them and full-width digits, as Chinese input methods type them, are forgiven.
    private static func typedDigits(_ text: String) -> [UInt8]? {
        guard text.utf8.count <= 32 else { return nil }
        var typed: [UInt8] = []
        for scalar in text.unicodeScalars where scalar != " " && scalar != "\u{3000}" {
            switch scalar.value {
            case 0x30...0x39: typed.append(UInt8(scalar.value))
            case 0xFF10...0xFF19: typed.append(UInt8(scalar.value - 0xFF10 + 0x30))
            default: return nil
            }
        }
        return typed.count == digits ? typed : nil
    }

    /// The text behind the QR code (Key URI Format). `account` should be a login name, not a person's name or number.
    package static func uri(_ secret: TOTPSecret, issuer: String, account: String) -> String {
        let label = "\(escaped(issuer)):\(escaped(account))"
        return "otpauth://totp/\(label)?secret=\(secret.base32)&issuer=\(escaped(issuer))&algorithm=SHA1&digits=\(digits)&period=\(period)"
    }

    /// All but unreserved characters (RFC 3986 §2.3), so that neither colon nor ampersand of a name is taken for ours.
    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
