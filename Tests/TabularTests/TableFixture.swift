import Tabular

/// Rows as a test compares them.
struct ReadTable {
    var rows: [[String]] = []
    var numbers: [Int] = []
    var faults: [Int: RowFault] = [:]
    var shape: TableShape

    init(_ bytes: [UInt8], limits: TabularLimits = TabularLimits(), piece: Int = .max) throws {
        let reader = try TableReader(PieceBytes(bytes, piece: piece), limits: limits)
        shape = reader.shape
        while try reader.next() {
            rows.append((0..<reader.fieldCount).map { reader.text($0) })
            numbers.append(reader.rowNumber)
            if let fault = reader.fault { faults[reader.rowNumber] = fault }
        }
    }

    init(_ text: String, limits: TabularLimits = TabularLimits(), piece: Int = .max) throws {
        try self.init(Array(text.utf8), limits: limits, piece: piece)
    }
}

/// Bytes that arrive in small pieces, as from sealed chunks.
final class PieceBytes: RandomAccessBytes {
    let bytes: [UInt8]
    let piece: Int

    init(_ bytes: [UInt8], piece: Int = .max) {
        self.bytes = bytes
        self.piece = piece
    }

    var count: Int { bytes.count }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard offset < bytes.count else { return 0 }
        let length = min(piece, buffer.count, bytes.count - offset)
        for index in 0..<length { buffer[index] = bytes[offset + index] }
        return length
    }
}

func refusal(_ bytes: [UInt8], limits: TabularLimits = TabularLimits()) -> TabularRefusal? {
    do {
        _ = try ReadTable(bytes, limits: limits)
        return nil
    } catch {
        return error as? TabularRefusal
    }
}

func refusal(_ text: String, limits: TabularLimits = TabularLimits()) -> TabularRefusal? { refusal(Array(text.utf8), limits: limits) }

func hex(_ text: String) -> [UInt8] {
    let digits = text.filter { !$0.isWhitespace }.map { UInt8($0.hexDigitValue ?? 0) }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}
