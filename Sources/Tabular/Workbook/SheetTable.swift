import Glibc

/// Rows of the first visible sheet of an XLSX file. Formulas count by their stored result; dates stay numbers.
final class SheetTable: MarkupHandler {
    private enum CellType {
        case number
        case shared
        case inline
        case boolean
        case error
        case formulaText
    }

    private let limits: TabularLimits
    private let fields: FieldTable
    private let archive: ZipArchive
    let shared: SharedStrings
    private var reader: MarkupReader?
    /// The text of the row's own cells.
    private let buffer: UnsafeMutablePointer<UInt8>
    private var used = 0
    private var cellStart = 0
    private var type = CellType.number
    private var column = -1
    private var hasFormula = false
    private var isCollecting = false
    private var phoneticDepth = 0
    private var isInData = false
    private var isRowDone = false

    private(set) var rowNumber = 0

    /// - Parameter known: the shared texts, when another reader has loaded them.
    init(
        _ bytes: any RandomAccessBytes, limits: TabularLimits, fields: FieldTable, shared known: SharedStrings?
    ) throws(TabularRefusal) {
        self.limits = limits
        self.fields = fields
        buffer = .allocate(capacity: limits.rowBytes + 32)
        archive = try ZipArchive(bytes, limits: limits)
        shared = known ?? SharedStrings(limits: limits)
        let book = try Workbook.find(in: archive, limits: limits)
        if known == nil, let name = book.sharedStrings, let part = try archive.part(name) { try shared.load(part) }
        guard let sheet = try archive.part(book.sheet) else { throw TabularRefusal(.workbookPartMissing) }
        reader = try MarkupReader(sheet, name: "sheet", limits: limits, handler: self)
    }

    deinit {
        reader = nil
        buffer.deallocate()
    }

    func next() throws(TabularRefusal) -> Bool {
        isRowDone = false
        do {
            while let reader, try reader.advance() {
                if isRowDone { return true }
            }
        } catch {
            throw TabularRefusal(error.code, row: rowNumber > 0 ? rowNumber : nil, part: error.part)
        }
        // A row that ends with the data in one stroke.
        return isRowDone
    }

    func opened(_ name: MarkupName, _ attributes: MarkupAttributes) {
        switch name.letter {
        case 0x63: openCell(attributes)
        case 0x76: isCollecting = isInData && type != .inline
        case 0x74: isCollecting = isInData && type == .inline && phoneticDepth == 0
        case 0x66: hasFormula = true
        case 0: openLong(name, attributes)
        default: break
        }
    }

    private func openLong(_ name: MarkupName, _ attributes: MarkupAttributes) {
        switch name {
        case "row": openRow(attributes)
        case "sheetData": isInData = true
        case "rPh": phoneticDepth += 1
        default: break
        }
    }

    func closed(_ name: MarkupName) {
        switch name.letter {
        case 0x63: closeCell()
        case 0x76, 0x74: isCollecting = false
        case 0: closeLong(name)
        default: break
        }
    }

    private func closeLong(_ name: MarkupName) {
        switch name {
        case "row":
            guard isInData else { return }
            isRowDone = true
            reader?.pause()
        case "sheetData":
            isInData = false
            reader?.finish()
        case "rPh": phoneticDepth -= 1
        default: break
        }
    }

    func text(_ bytes: UnsafePointer<CChar>, _ count: Int) {
        guard isCollecting else { return }
        guard used + count <= limits.rowBytes else {
            reader?.refuse(.rowTooLong)
            return
        }
        memcpy(buffer + used, bytes, count)
        used += count
    }

    private func openRow(_ attributes: MarkupAttributes) {
        guard isInData else { return }
        let number = attributes.bytes(letter: 0x72).map { CellReference.number($0) ?? 0 } ?? rowNumber + 1
        guard number > rowNumber else {
            reader?.refuse(.rowsOutOfOrder)
            return
        }
        rowNumber = number
        used = 0
        column = -1
        fields.count = 0
    }

    private func openCell(_ attributes: MarkupAttributes) {
        guard isInData else { return }
        cellStart = used
        type = .number
        hasFormula = false
        var next = column + 1
        var pair = attributes.pairs
        while let key = pair[0], let value = pair[1] {
            if key[1] == 0 && key[0] == 0x72 {
                guard let reference = CellReference(value), reference.row == rowNumber, reference.column > column else {
                    reader?.refuse(.rowsOutOfOrder)
                    return
                }
                next = reference.column
            } else if key[1] == 0 && key[0] == 0x74 {
                type = Self.type(value)
            }
            pair += 2
        }
        column = next
    }

    private static func type(_ value: UnsafePointer<CChar>) -> CellType {
        switch UInt8(bitPattern: value[0]) {
        case 0x73: value[1] == 0 ? .shared : .formulaText  // s, str
        case 0x69: .inline  // inlineStr
        case 0x62: .boolean
        case 0x65: .error
        case 0x64: .formulaText  // d: a date as text
        default: .number
        }
    }

    private func closeCell() {
        guard isInData else { return }
        if used == cellStart {
            // A formula that no program has calculated yet must not pass for an empty cell.
            guard hasFormula, type == .number else { return }
            spell("#N/A")
            type = .error
        }
        var slot = fields.emptySlot
        switch type {
        case .shared: slot = sharedSlot()
        case .inline, .formulaText:
            used = cellStart + EscapedText.decode(buffer + cellStart, used - cellStart)
            slot = ownSlot(.text)
        case .number:
            used = cellStart + StoredNumber.normalise(buffer + cellStart, used - cellStart)
            slot = ownSlot(.number)
        case .boolean:
            spell(buffer[cellStart] == 0x31 ? "TRUE" : "FALSE")
            slot = ownSlot(.boolean)
        case .error: slot = ownSlot(.error)
        }
        place(slot)
    }

    private func place(_ slot: FieldTable.Slot) {
        guard slot.count > 0 else { return }
        guard column < fields.capacity else {
            reader?.refuse(.tooManyColumns)
            return
        }
        guard Int(slot.count) <= limits.fieldBytes else {
            reader?.refuse(.fieldTooLong)
            return
        }
        while fields.count < column {
            fields.slots[fields.count] = fields.emptySlot
            fields.count += 1
        }
        fields.slots[column] = slot
        fields.count = column + 1
    }

    private func ownSlot(_ kind: CellKind) -> FieldTable.Slot {
        FieldTable.Slot(base: UnsafePointer(buffer + cellStart), count: Int32(used - cellStart), kind: kind)
    }

    private func sharedSlot() -> FieldTable.Slot {
        var index = 0
        for position in cellStart..<used {
            let digit = buffer[position] &- 0x30
            if digit > 9 || index > 100_000_000 {
                index = -1
                break
            }
            index = index * 10 + Int(digit)
        }
        used = cellStart
        guard let text = shared.bytes(index) else {
            reader?.refuse(.workbookDamaged)
            return fields.emptySlot
        }
        guard let base = text.baseAddress else { return fields.emptySlot }
        return FieldTable.Slot(base: base, count: Int32(truncatingIfNeeded: text.count), kind: .text)
    }

    private func spell(_ word: StaticString) {
        memcpy(buffer + cellStart, word.utf8Start, word.utf8CodeUnitCount)
        used = cellStart + word.utf8CodeUnitCount
    }
}
