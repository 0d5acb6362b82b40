import Crypto
import Foundation

/// Time-based one-time codes (RFC 6238): HMAC-SHA1, six digits, steps of 30 seconds.
package enum TOTP {
    package static let stepSeconds: Int64 = 30

    package static func step(atMilliseconds milliseconds: Int64) -> Int64 { milliseconds / 1_000 / stepSeconds }

    package static func code(secret: [UInt8], step: Int64) -> String {
        let message = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * Int64($0))) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: secret)))
        let offset = Int(mac[mac.count - 1] & 0xf)
        let number = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
        let digits = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The step whose code this is, among the present one and its neighbours, later than `last`; otherwise nil.
    package static func acceptedStep(_ code: String, secret: [UInt8], atMilliseconds now: Int64, after last: Int64) -> Int64? {
        let typed = Array(code.utf8)
        let present = step(atMilliseconds: now)
        return (present - 1...present + 1).first { step in
            let expected = Array(Self.code(secret: secret, step: step).utf8)
            let differences = typed.count == expected.count ? zip(typed, expected).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } : 1
            return differences == 0 && step > last
        }
    }

    /// RFC 4648 base32 without padding, as authenticator programs take it.
    package static func base32(_ secret: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var text = ""
        var bits = 0
        var buffer: UInt32 = 0
        for byte in secret {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[Int(buffer >> UInt32(bits)) & 31])
            }
            buffer &= (1 << UInt32(bits)) - 1
        }
        if bits > 0 { text.append(alphabet[Int(buffer << UInt32(5 - bits)) & 31]) }
        return text
    }

    /// The reverse; nil when a character is not of the alphabet.
    package static func bytes(base32 text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var bits = 0
        var buffer: UInt32 = 0
        for character in text.utf8 {
            let value: UInt8
            switch character {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = character - UInt8(ascii: "A")
            case UInt8(ascii: "2")...UInt8(ascii: "7"): value = character - UInt8(ascii: "2") + 26
            default: return nil
            }
            buffer = buffer << 5 | UInt32(value)
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
                buffer &= (1 << UInt32(bits)) - 1
            }
        }
        return bytes
    }
}
