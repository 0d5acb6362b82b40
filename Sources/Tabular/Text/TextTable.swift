/// Rows of separated text (RFC 4180, with any of four separators and of three line ends).
///
/// A row whose quotation marks do not fit is marked and ends at its first line end, so it cannot swallow those behind it.
final class TextTable {
    private let limits: TabularLimits
    private let separator: UInt8
    private let fields: FieldTable
    private var decoder: TextDecoder
    /// Decoded text from `start` to `filled`; one byte more than its capacity, for the sentinel of the scan.
    private let buffer: UnsafeMutablePointer<UInt8>
    private let capacity: Int
    private var start = 0
    private var filled = 0
    private var ended = false
    /// 1 for the bytes that end an unquoted cell.
    private let stops: UnsafeMutablePointer<UInt8>
    private let escapes: EscapeRoom

    private(set) var rowNumber = 0
    private(set) var fault: RowFault?

    private static let blockSize = 256 * 1_024

    init(
        _ bytes: any RandomAccessBytes, encoding: TableShape.Encoding, separator: UInt8, limits: TabularLimits, fields: FieldTable
    ) throws(TabularRefusal) {
        decoder = try TextDecoder(bytes, encoding: encoding)
        self.limits = limits
        self.separator = separator
        self.fields = fields
        capacity = limits.rowBytes + Self.blockSize
        buffer = .allocate(capacity: capacity + 1)
        escapes = EscapeRoom(capacity: capacity + 1)
        stops = .allocate(capacity: 256)
        stops.initialize(repeating: 0, count: 256)
        for stop in [separator, 0x0A, 0x0D] { stops[Int(stop)] = 1 }
        try refill()
        if SeparatorProbe.declared(UnsafeBufferPointer(start: buffer, count: filled)) != nil { skipFirstLine() }
    }

    deinit {
        buffer.deallocate()
        stops.deallocate()
    }

    func next() throws(TabularRefusal) -> Bool {
        fault = nil
        while true {
            if start == filled && ended { return false }
            let outcome = scan()
            if case .needsMore = outcome, filled - start <= limits.rowBytes {
                try refill()
                continue
            }
            rowNumber += 1
            try settle(outcome)
            return true
        }
    }

    private func settle(_ outcome: Outcome) throws(TabularRefusal) {
        switch outcome {
        case .row(let next) where next - start <= limits.rowBytes + 2:
            try checkFields()
            start = next
        case .tooManyColumns: throw TabularRefusal(.tooManyColumns, row: rowNumber)
        case .fault(let found): try resynchronise(found)
        case .row, .needsMore:
            // Only quotation marks make a row of many lines; one without them is simply too long.
            try resynchronise(.quoteUnclosed)
        }
    }

    private func checkFields() throws(TabularRefusal) {
        for index in 0..<fields.count where Int(fields.slots[index].count) > limits.fieldBytes {
            throw TabularRefusal(.fieldTooLong, row: rowNumber)
        }
    }

    /// Ends a faulty row at its first line end and delivers that line as the only cell.
    private func resynchronise(_ found: RowFault) throws(TabularRefusal) {
        var end = start
        while true {
            while end < filled && buffer[end] != 0x0A && buffer[end] != 0x0D { end += 1 }
            if end - start > limits.rowBytes { throw TabularRefusal(.rowTooLong, row: rowNumber) }
            // The LF of a CRLF may not be here yet.
            if ended || end + 1 < filled { break }
            let length = end - start
            try refill()
            end = start + length
        }
        fault = found
        fields.slots[0] = FieldTable.Slot(base: UnsafePointer(buffer + start), count: Int32(end - start), kind: .text)
        fields.count = 1
        let isReturn = end < filled && buffer[end] == 0x0D
        if end < filled { end += 1 }
        if isReturn && end < filled && buffer[end] == 0x0A { end += 1 }
        start = end
    }

    private func skipFirstLine() {
        start = 5
        if start < filled && buffer[start] == 0x0D { start += 1 }
        if start < filled && buffer[start] == 0x0A { start += 1 }
    }

    private func refill() throws(TabularRefusal) {
        if start > 0 {
            buffer.update(from: buffer + start, count: filled - start)
            filled -= start
            start = 0
        }
        while !ended && capacity - filled >= 16 {
            let got = try decoder.fill(UnsafeMutableBufferPointer(start: buffer + filled, count: capacity - filled))
            if got == 0 { ended = true }
            filled += got
        }
    }

    private enum Outcome {
        /// Where the next row begins.
        case row(Int)
        case needsMore
        case fault(RowFault)
        case tooManyColumns
    }

    /// Finds the cells of the row at `start`.
    private func scan() -> Outcome {
        let text = buffer
        let end = filled
        let isLast = ended
        let slots = fields.slots
        let columns = fields.capacity
        let separator = separator
        let stops = stops
        var count = 0
        var index = start
        text[end] = 0x0A
        escapes.clear()
        while true {
            var cell = FieldTable.Slot(base: UnsafePointer(text + index), count: 0, kind: .text)
            if index < end && text[index] == 0x22 {
                switch quoted(from: index) {
                case .cell(let base, let length, let next):
                    cell.base = base
                    cell.count = Int32(truncatingIfNeeded: length)
                    index = next
                case .needsMore: return .needsMore
                case .fault(let fault): return .fault(fault)
                }
            } else {
                let first = index
                while stops[Int(text[index])] == 0 { index &+= 1 }
                cell.count = Int32(truncatingIfNeeded: index &- first)
            }
            if index == end && !isLast { return .needsMore }
            if count < columns {
                slots[count] = cell
                count &+= 1
            } else if cell.count > 0 {
                return .tooManyColumns
            }
            if index == end { break }
            let stop = text[index]
            index &+= 1
            if stop == separator { continue }
            if stop == 0x0D {
                if index == end && !isLast { return .needsMore }
                if index < end && text[index] == 0x0A { index &+= 1 }
            }
            break
        }
        fields.count = count
        return .row(index)
    }

    private enum Quoted {
        case cell(UnsafePointer<UInt8>, Int, next: Int)
        case needsMore
        case fault(RowFault)
    }

    /// Finds the end of the quoted cell at `opening`. Doubled quotation marks are made single in place once the cell is whole,
    /// so a scan that must be repeated finds the text untouched.
    private func quoted(from opening: Int) -> Quoted {
        let text = buffer
        var index = opening + 1
        var doubled = 0
        var lineEnds = 0
        while true {
            while index < filled && text[index] != 0x22 {
                if text[index] == 0x0A { lineEnds += 1 }
                index += 1
            }
            if index >= filled { return ended ? .fault(.quoteUnclosed) : .needsMore }
            if lineEnds > limits.lineEndsInRow { return .fault(.quoteUnclosed) }
            if index + 1 == filled && !ended { return .needsMore }
            guard index + 1 < filled, text[index + 1] == 0x22 else { break }
            doubled += 1
            index += 2
        }
        var next = index + 1
        while next < filled && text[next] == 0x20 { next += 1 }
        if next == filled && !ended { return .needsMore }
        if next < filled && stops[Int(text[next])] == 0 { return .fault(.quoteMisplaced) }
        let length = index - opening - 1
        guard doubled > 0 else { return .cell(UnsafePointer(text + opening + 1), length, next: next) }
        return .cell(unescaped(opening + 1, length), length - doubled, next: next)
    }

    /// A copy of the cell with single quotation marks. It lives in `escapes` until the row after.
    private func unescaped(_ first: Int, _ length: Int) -> UnsafePointer<UInt8> {
        let target = escapes.room(length)
        var from = first
        var to = 0
        while from < first + length {
            target[to] = buffer[from]
            from += buffer[from] == 0x22 ? 2 : 1
            to += 1
        }
        return UnsafePointer(target)
    }

}

/// Room for the cells of one row that had doubled quotation marks.
private final class EscapeRoom {
    private let capacity: Int
    private lazy var base = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    private var used = 0
    private var isAllocated = false

    init(capacity: Int) { self.capacity = capacity }

    deinit { if isAllocated { base.deallocate() } }

    func clear() { used = 0 }

    /// All cells of a row together are no longer than the text they came from, so there is always room.
    func room(_ length: Int) -> UnsafeMutablePointer<UInt8> {
        isAllocated = true
        defer { used += length }
        return base + used
    }
}
