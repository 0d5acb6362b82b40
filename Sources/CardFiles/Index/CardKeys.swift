import Glibc
import Numbers

/// A list of plain values that grows in place where the C library can.
struct GrowingColumn<Element: BitwiseCopyable>: ~Copyable {
    private var base: UnsafeMutablePointer<Element>?
    private var room = 0
    private(set) var count = 0

    deinit { free(base) }

    @inline(__always)
    subscript(index: Int) -> Element { base.unsafelyUnwrapped[index] }

    /// False when memory is out.
    @inline(__always)
    mutating func append(_ element: Element) -> Bool {
        if count == room && !grow() { return false }
        base.unsafelyUnwrapped[count] = element
        count &+= 1
        return true
    }

    private mutating func grow() -> Bool {
        let wanted = max(4_096, room + room / 2)
        guard let grown = realloc(base, wanted * MemoryLayout<Element>.stride) else { return false }
        base = grown.assumingMemoryBound(to: Element.self)
        room = wanted
        return true
    }
}

/// What must be compared between the rows of a file, exactly and in 40 bytes a row: the numbers are packed, not hashed,
/// so that no collision can put a good row out. Only the rest of the row is a keyed hash, and only rows with one ICCID
/// are compared by it.
struct CardKeys: ~Copyable {
    private var iccidTails = GrowingColumn<UInt64>()
    private var iccidHeads = GrowingColumn<UInt32>()
    private var msisdns = GrowingColumn<UInt64>()
    private var imsis = GrowingColumn<UInt64>()
    private var contents = GrowingColumn<UInt64>()
    private var rows = GrowingColumn<UInt32>()

    var count: Int { rows.count }

    func iccid(_ index: Int) -> (tail: UInt64, head: UInt32) { (iccidTails[index], iccidHeads[index]) }
    /// 0 when the row has none.
    func msisdn(_ index: Int) -> UInt64 { msisdns[index] }
    func imsi(_ index: Int) -> UInt64 { imsis[index] }
    func content(_ index: Int) -> UInt64 { contents[index] }
    func row(_ index: Int) -> UInt32 { rows[index] }

    func haveSameICCID(_ left: Int, _ right: Int) -> Bool {
        iccidTails[left] == iccidTails[right] && iccidHeads[left] == iccidHeads[right]
    }

    /// False when memory is out.
    mutating func append(_ card: JudgedRow, _ iccid: ICCID, seed: HashSeed) -> Bool {
        let iccid = Self.pack(iccid)
        // One is added: an IMSI of zeros is not the same as none.
        let msisdn = card.msisdn.map { UInt64(bitPattern: $0.int64) + 1 } ?? 0
        let imsi = card.imsi.map { UInt64(bitPattern: $0.int64) + 1 } ?? 0
        var content = seed.mix(card.textHash ^ msisdn, imsi)
        if let imei = card.imei { content = seed.mix(content ^ 1, seed.hash(imei.text.description)) }
        if let eid = card.eid { content = seed.mix(content ^ 2, seed.hash(eid.text.description)) }
        return iccidTails.append(iccid.tail) && iccidHeads.append(iccid.head) && msisdns.append(msisdn) && imsis.append(imsi)
            && contents.append(content) && rows.append(UInt32(truncatingIfNeeded: card.rowNumber))
    }

    /// The characters behind 8986 to base 36: the last twelve in one word, the first three or four and the length in another.
    static func pack(_ iccid: ICCID) -> (tail: UInt64, head: UInt32) {
        iccid.text.withUTF8 { text in
            var head = UInt32(text.count & 1)
            var tail: UInt64 = 0
            let border = text.count - 12
            for index in 4..<border { head = head &* 36 &+ UInt32(truncatingIfNeeded: digit(text[index])) }
            for index in border..<text.count { tail = tail &* 36 &+ digit(text[index]) }
            return (tail, head)
        }
    }

    @inline(__always)
    private static func digit(_ character: UInt8) -> UInt64 {
        UInt64(character < 0x3A ? character &- 0x30 : character &- 0x37)
    }
}
