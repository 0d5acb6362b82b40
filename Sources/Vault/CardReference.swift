import Crypto
import CryptoExtras
import Foundation
import Ledger

/// The name a subscription has at the edge: its inner key, encrypted as one AES block. Cannot be guessed, tells nothing of how many
/// cards there are, and needs no column.
package struct CardReferences: Sendable {
    private let key: SymmetricKey
    private static let mark: UInt64 = 0x7368_696d_696e_6701
    private static let deviceMark: UInt64 = 0x7368_696d_696e_6702

    /// Derived from the installation's reference secret.
    package init(secret: DataKey) {
        key = HKDF<SHA256>.deriveKey(inputKeyMaterial: secret.key, info: Data("card-reference".utf8), outputByteCount: 32)
    }

    /// `card_` and 32 hexadecimal digits.
    package func text(for subscription: Int64) throws -> String { try text("card_", subscription, Self.mark) }

    /// The inner key, or nil when the text was not made here.
    package func subscription(from text: String) -> Int64? { number(from: text, "card_", Self.mark) }

    /// What stands for a device where a list of devices goes on: its number stands in no address.
    package func place(ofDevice device: Int64) throws -> String { try text("device_", device, Self.deviceMark) }

    /// nil when the text was not made here.
    package func device(at place: String) -> Int64? { number(from: place, "device_", Self.deviceMark) }

    private func text(_ prefix: String, _ number: Int64, _ mark: UInt64) throws -> String {
        var block = Self.bytes(UInt64(bitPattern: number)) + Self.bytes(mark)
        try AES.permute(&block, key: key)
        return prefix + Hex.text(block)
    }

    private func number(from text: String, _ prefix: String, _ mark: UInt64) -> Int64? {
        let digits = Array(text.utf8.dropFirst(prefix.utf8.count))
        guard text.hasPrefix(prefix), digits.count == 32 else { return nil }
        var block: [UInt8] = []
        for position in stride(from: 0, to: 32, by: 2) {
            guard let high = Character(UnicodeScalar(digits[position])).hexDigitValue,
                let low = Character(UnicodeScalar(digits[position + 1])).hexDigitValue
            else { return nil }
            block.append(UInt8(high << 4 | low))
        }
        guard (try? AES.inversePermute(&block, key: key)) != nil else { return nil }
        guard block[8...].reduce(UInt64(0), { $0 << 8 | UInt64($1) }) == mark else { return nil }
        return Int64(bitPattern: block[..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }

    private static func bytes(_ value: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: value >> (56 - 8 * $0)) }
    }
}
