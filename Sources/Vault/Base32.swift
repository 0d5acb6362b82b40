/// Base 32 (RFC 4648 §6) without padding, as authenticator apps show and expect secrets.
enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        var letters: [UInt8] = []
        var held = 0
        var bits = 0
        for byte in bytes {
            held = held << 8 | Int(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                letters.append(alphabet[held >> bits & 31])
            }
            held &= 0xFF
        }
        if bits > 0 { letters.append(alphabet[held << (5 - bits) & 31]) }
        return String(decoding: letters, as: UTF8.self)
    }

    /// Small letters, spaces and hyphens are forgiven, as people type secrets from a screen; padding only at the end. nil for anything
    /// else, including lengths that no bytes have and leftover bits that are not zero.
    static func bytes(_ text: String) -> [UInt8]? {
        var letters = text.utf8.filter { $0 != 0x20 && $0 != 0x2D }
        while letters.last == 0x3D { letters.removeLast() }
        guard ![1, 3, 6].contains(letters.count % 8) else { return nil }
        var bytes: [UInt8] = []
        var held = 0
        var bits = 0
        for letter in letters {
            let capital = (0x61...0x7A).contains(letter) ? letter - 0x20 : letter
            guard let value = alphabet.firstIndex(of: capital) else { return nil }
            held = held << 5 | value
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(held >> bits & 0xFF))
            }
            held &= 0xFF
        }
        return held & (1 << bits - 1) == 0 ? bytes : nil
    }
}
