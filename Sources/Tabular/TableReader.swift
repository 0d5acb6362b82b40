/// Reads a table row by row, in constant memory. One reader serves one task.
///
/// `next()` moves to the next row that holds anything; its cells are UTF-8 in a reused buffer, valid until the call after.
package final class TableReader {
    private enum Source {
        case text(TextTable)
        case workbook(SheetTable)
    }

    package let shape: TableShape
    private let bytes: any RandomAccessBytes
    private let source: Source
    private let fields: FieldTable
    private let limits: TabularLimits
    private var rows = 0

    /// The row's number as a spreadsheet shows it, from 1; empty rows count.
    package private(set) var rowNumber = 0
    /// Set when the row could not be taken apart. Its cells are then the one line as it stands, and not to be used.
    package private(set) var fault: RowFault?

    /// Looks at the whole file first: what it is and, for text, how it is encoded.
    package convenience init(_ bytes: any RandomAccessBytes, limits: TabularLimits = TabularLimits()) throws(TabularRefusal) {
        try self.init(bytes, shape: TableProbe.shape(of: bytes, limits: limits), limits: limits)
    }

    /// Reads a file whose shape is known from an earlier reader.
    package convenience init(_ bytes: any RandomAccessBytes, shape: TableShape, limits: TabularLimits = TabularLimits())
        throws(TabularRefusal)
    {
        try self.init(bytes, shape, limits, shared: nil)
    }

    /// A reader of the same file from its start. What had to be loaded at once is shared, not loaded again.
    package func fromStart() throws(TabularRefusal) -> TableReader {
        var shared: SharedStrings?
        if case .workbook(let table) = source { shared = table.shared }
        return try TableReader(bytes, shape, limits, shared: shared)
    }

    private init(
        _ bytes: any RandomAccessBytes, _ shape: TableShape, _ limits: TabularLimits, shared: SharedStrings?
    ) throws(TabularRefusal) {
        self.bytes = bytes
        self.shape = shape
        self.limits = limits
        fields = FieldTable(capacity: limits.columns)
        source =
            switch shape.form {
            case .text(let encoding, let separator):
                .text(try TextTable(bytes, encoding: encoding, separator: separator, limits: limits, fields: fields))
            case .workbook:
                .workbook(try SheetTable(bytes, limits: limits, fields: fields, shared: shared))
            }
    }

    /// Moves to the next row. False at the end of the table.
    package func next() throws(TabularRefusal) -> Bool {
        while try advance() {
            if fault == nil && fields.isBlank { continue }
            rows += 1
            if rows > limits.rows { throw TabularRefusal(.tooManyRows, row: rowNumber) }
            fields.unguard()
            return true
        }
        fields.count = 0
        return false
    }

    private func advance() throws(TabularRefusal) -> Bool {
        switch source {
        case .text(let table):
            guard try table.next() else { return false }
            rowNumber = table.rowNumber
            fault = table.fault
        case .workbook(let table):
            guard try table.next() else { return false }
            rowNumber = table.rowNumber
        }
        return true
    }

    package var fieldCount: Int { fields.count }

    /// The cell in column `index`, from 0; empty where the row has none. Valid until the next `next()`.
    package func field(_ index: Int) -> UnsafeBufferPointer<UInt8> { fields.bytes(index) }

    package func kind(_ index: Int) -> CellKind { fields.kind(index) }

    /// A copy of the cell.
    package func text(_ index: Int) -> String { String(decoding: fields.bytes(index), as: UTF8.self) }
}
