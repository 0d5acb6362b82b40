/// Brings typed or copied text into the form the formats are written in (R-NF-04): full-width characters become ASCII,
/// lower case becomes upper case, spaces of every kind and invisible marks vanish, hyphens too where a format is
/// customarily written with them.
enum Normaliser {
    /// What a format does with hyphens and dashes.
    enum Hyphens {
        case refused
        case dropped
        case kept
    }

    /// One more than the longest number, so that "too long" is seen without reading on.
    private static let limit = NumberText.capacity + 1

    /// 72 bytes: 33 characters, and zeros behind them that a number starting anywhere in it can be padded with.
    private static let scratchWords = 9

    /// Normalises `bytes` and hands the characters to `rule`, which must not keep them.
    /// Refuses by itself what no format allows: nothing at all, broken UTF-8, characters outside printable ASCII.
    @inline(__always)
    static func judge<Value>(
        _ bytes: UnsafeBufferPointer<UInt8>, hyphens: Hyphens, _ rule: (Characters) -> Verdict<Value>
    ) -> Verdict<Value> {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: scratchWords) { words in
            words.initialize(repeating: 0)
            let scratch = UnsafeMutableRawPointer(words.baseAddress.unsafelyUnwrapped)
                .assumingMemoryBound(to: UInt8.self)
            var count = 0
            if let refusal = copy(bytes, hyphens: hyphens, into: scratch, count: &count) { return .refused(refusal) }
            if count == 0 { return .refused(.empty) }
            return rule(Characters(base: UnsafePointer(scratch), count: count))
        }
    }

    @inline(__always)
    private static func copy(
        _ bytes: UnsafeBufferPointer<UInt8>, hyphens: Hyphens, into target: UnsafeMutablePointer<UInt8>, count: inout Int
    ) -> Reason? {
        guard let base = bytes.baseAddress else { return nil }
        let end = bytes.count
        var index = 0
        while index < end {
            if end &- index >= 8 && count &+ 8 <= limit {
                let word = EightDigits.load(base + index)
                if EightDigits.areDigits(word) {
                    UnsafeMutableRawPointer(target + count).storeBytes(of: word.littleEndian, as: UInt64.self)
                    index &+= 8
                    count &+= 8
                    continue
                }
            }
            var byte = base[index]
            if byte < 0x80 {
                index &+= 1
            } else {
                let character = WideCharacter.read(base + index, remaining: end &- index)
                if character.length == 0 { return .invalidUTF8 }
                index &+= character.length
                byte = character.ascii
            }
            if byte &- 0x61 < 26 { byte &-= 0x20 }
            if byte == 0x20 || byte &- 0x09 < 5 { continue }
            if byte == 0x2D {
                if hyphens == .dropped { continue }
                if hyphens == .refused { return .character }
            }
            if byte < 0x20 || byte >= 0x7F { return .character }
            if count == limit { return nil }
            target[count] = byte
            count &+= 1
        }
        return nil
    }
}
