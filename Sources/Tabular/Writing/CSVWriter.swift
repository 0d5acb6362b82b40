/// Writes CSV that spreadsheets open as it is meant: UTF-8 with byte order mark, CRLF, cells that begin like a formula and
/// fragile numbers behind an apostrophe (`CellGuard`), which `TableReader` takes off again.
package struct CSVWriter {
    private var buffer: [UInt8] = []
    private let write: ([UInt8]) throws -> Void

    private static let blockSize = 32 * 1_024

    /// - Parameter write: takes the next bytes of the file; an error ends the writing and is passed on.
    package init(write: @escaping ([UInt8]) throws -> Void) {
        self.write = write
        buffer = [0xEF, 0xBB, 0xBF]
    }

    package mutating func row(_ cells: some Sequence<String>) throws {
        var isFirst = true
        for cell in cells {
            if !isFirst { buffer.append(0x2C) }
            isFirst = false
            append(cell)
        }
        buffer += [0x0D, 0x0A]
        if buffer.count >= Self.blockSize { try flush() }
    }

    package mutating func finish() throws { try flush() }

    private mutating func append(_ cell: String) {
        var cell = cell
        cell.withUTF8 { bytes in
            // Blanks at either end too: some readers trim cells that are not quoted.
            let isQuoted =
                bytes.contains { [0x22, 0x2C, 0x0A, 0x0D, 0x09, 0x3B, 0x7C].contains($0) } || bytes.first == 0x20 || bytes.last == 0x20
            if isQuoted { buffer.append(0x22) }
            if CellGuard.needsGuard(bytes) { buffer.append(0x27) }
            for byte in bytes {
                if byte == 0x22 { buffer.append(0x22) }
                buffer.append(byte)
            }
            if isQuoted { buffer.append(0x22) }
        }
    }

    private mutating func flush() throws {
        guard !buffer.isEmpty else { return }
        try write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}
