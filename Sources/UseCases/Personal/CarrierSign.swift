/// What a carrier's system calls something by: kept in clear, so no text of a person's.
enum CarrierSign {
    /// Of what was handed to it.
    static func isReceipt(_ text: String) -> Bool { isPlain(text, 4...64, besides: "-_") }

    /// Of why it refused.
    static func isCode(_ text: String) -> Bool { isPlain(text, 1...40, besides: "-_.") }

    private static func isPlain(_ text: String, _ bytes: ClosedRange<Int>, besides signs: String) -> Bool {
        bytes.contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: signs.utf8.contains(byte)
                }
            }
    }
}
