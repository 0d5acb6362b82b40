import Glibc

/// The texts that cells refer to by number: one block of bytes and where each begins.
///
/// Runs of rich text are joined, phonetic runs left out (ECMA-376 part 1, 18.4).
final class SharedStrings: MarkupHandler {
    private let limits: TabularLimits
    private var blob: UnsafeMutablePointer<UInt8>?
    private var room = 0
    private var used = 0
    private var starts = OffsetList()
    private var itemStart = 0
    private var isInText = false
    private var phoneticDepth = 0
    private unowned var reader: MarkupReader?

    init(limits: TabularLimits) { self.limits = limits }

    deinit { free(blob) }

    func load(_ part: ZipPart) throws(TabularRefusal) {
        let reader = try MarkupReader(part, name: "sharedStrings", limits: limits, handler: self)
        self.reader = reader
        while try reader.advance() {}
        self.reader = nil
        starts.append(UInt32(used))
    }

    var count: Int { max(0, starts.count - 1) }

    /// Nil when there is no such text.
    func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
        guard index >= 0, index < count else { return nil }
        let start = Int(starts[index])
        let length = Int(starts[index + 1]) - start
        return UnsafeBufferPointer(start: blob.map { UnsafePointer($0) + start }, count: blob == nil ? 0 : length)
    }

    func opened(_ name: MarkupName, _: MarkupAttributes) {
        if name.letter == 0x74 {
            isInText = phoneticDepth == 0
        } else if "si" ~= name {
            if starts.count >= limits.sharedStrings || !starts.append(UInt32(used)) { reader?.refuse(.workbookTooManyTexts) }
            itemStart = used
        } else if "rPh" ~= name {
            phoneticDepth += 1
        }
    }

    func closed(_ name: MarkupName) {
        if name.letter == 0x74 {
            isInText = false
        } else if "si" ~= name {
            if let blob { used = itemStart + EscapedText.decode(blob + itemStart, used - itemStart) }
        } else if "rPh" ~= name {
            phoneticDepth -= 1
        }
    }

    func text(_ bytes: UnsafePointer<CChar>, _ count: Int) {
        guard isInText, count > 0 else { return }
        guard used + count <= limits.sharedStringBytes, let target = roomFor(count) else {
            reader?.refuse(.workbookTooManyTexts)
            return
        }
        memcpy(target, bytes, count)
        used += count
    }

    private func roomFor(_ count: Int) -> UnsafeMutablePointer<UInt8>? {
        if used + count > room {
            let wanted = max(64 * 1_024, used + count, room + room / 2)
            guard let grown = realloc(blob, wanted) else { return nil }
            blob = grown.assumingMemoryBound(to: UInt8.self)
            room = wanted
        }
        return blob.map { $0 + used }
    }
}

/// A growing list of numbers that grows in place where the C library can.
private struct OffsetList: ~Copyable {
    private var base: UnsafeMutablePointer<UInt32>?
    private var room = 0
    private(set) var count = 0

    deinit { free(base) }

    subscript(index: Int) -> UInt32 { base.map { $0[index] } ?? 0 }

    /// False when memory is out.
    @discardableResult
    mutating func append(_ offset: UInt32) -> Bool {
        if count == room {
            let wanted = max(1_024, room + room / 2)
            guard let grown = realloc(base, wanted * MemoryLayout<UInt32>.stride) else { return false }
            base = grown.assumingMemoryBound(to: UInt32.self)
            room = wanted
        }
        base?[count] = offset
        count += 1
        return true
    }
}
