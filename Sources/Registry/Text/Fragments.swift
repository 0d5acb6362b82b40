/// Pieces of text that are looked for byte by byte: what a text holds is found whatever marks follow it.
struct Fragments: Sendable {
    private let pieces: [[UInt8]]

    init(_ pieces: some Sequence<String>) {
        self.pieces = pieces.map { Array($0.utf8) }.filter { !$0.isEmpty }
    }

    /// Whether one of them stands anywhere in the text.
    func occur(in text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in pieces.contains { Self.find($0, in: bytes) } }
    }

    private static func find(_ piece: [UInt8], in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count >= piece.count else { return false }
        return piece.withUnsafeBufferPointer { piece in
            var start = 0
            while start <= bytes.count - piece.count {
                var length = 0
                while length < piece.count, bytes[start + length] == piece[length] { length += 1 }
                if length == piece.count { return true }
                start += 1
            }
            return false
        }
    }
}
