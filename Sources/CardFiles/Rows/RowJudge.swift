import Numbers
import Tabular

/// What one row says, field by field, and what is wrong with it.
struct JudgedRow {
    let rowNumber: Int
    /// Nil when there are problems.
    var card: CardRow?
    var problems: [RowFinding] = []
    var warnings: [RowFinding] = []
    /// Mixes the texts of the row.
    var textHash: UInt64 = 0

    init(_ rowNumber: Int) { self.rowNumber = rowNumber }
}

/// Judges row after row. Both passes over a file use it, so both see the same.
struct RowJudge {
    /// Bytes of UTF-8.
    private static let longestName = 128
    private static let longestNote = 1_000

    private let context: NumberContext
    private let places: [Int]
    private let columns: Int
    private let seed: HashSeed
    private var carriers = CellMemory<CarrierCode>()
    private var provinces = CellMemory<Province>()
    private var products = CellMemory<String>()
    private var batches = CellMemory<String>()
    private var users = CellMemory<String>()
    private var notes = CellMemory<String>()

    init(_ heading: CardFileHeading, context: NumberContext, seed: HashSeed = HashSeed(0, 0)) {
        self.context = context
        self.seed = seed
        places = CardField.allCases.map { heading.place(of: $0) ?? -1 }
        columns = heading.columns.count
    }

    mutating func judge(_ reader: TableReader) -> JudgedRow {
        var row = JudgedRow(reader.rowNumber)
        if let fault = reader.fault {
            row.problems.append(RowFinding(fault == .quoteUnclosed ? .quoteUnclosed : .quoteMisplaced))
            return row
        }
        if reader.fieldCount > columns { checkBeyond(reader, &row) }
        let iccid = number(ICCID.self, .iccid, reader, &row)
        let msisdn = number(MSISDN.self, .msisdn, reader, &row)
        let imsi = number(IMSI.self, .imsi, reader, &row)
        let imei = number(IMEI.self, .imei, reader, &row)
        let eid = number(EID.self, .eid, reader, &row)
        let texts = texts(reader, iccid, &row)
        guard let iccid, row.problems.isEmpty else { return row }
        row.card = CardRow(
            rowNumber: row.rowNumber, iccid: iccid, msisdn: msisdn, imsi: imsi, imei: imei, eid: eid, carrier: texts.carrier,
            province: texts.province, product: texts.product, batch: texts.batch, actualUser: texts.actualUser, note: texts.note,
            warnings: row.warnings)
        return row
    }

    private func checkBeyond(_ reader: TableReader, _ row: inout JudgedRow) {
        for index in columns..<reader.fieldCount where !CellText.isBlank(reader.field(index)) {
            row.problems.append(RowFinding(.cellsBeyondHeading))
            return
        }
    }

    // MARK: Numbers

    @inline(__always)
    private func number<Number: CheckedNumber>(
        _: Number.Type, _ field: CardField, _ reader: TableReader, _ row: inout JudgedRow
    ) -> Number? {
        let place = places[field.index]
        if place < 0 { return nil }
        let cell = reader.field(place)
        if CellText.isBlank(cell) {
            if field == .iccid { row.problems.append(RowFinding(.number(.empty), field: field)) }
            return nil
        }
        let verdict = Number.check(utf8: cell, in: context)
        if case .ok(let value) = verdict, reader.kind(place) == .text { return value }
        return doubted(verdict, field, cell, reader.kind(place), &row)
    }

    @inline(never)
    private func doubted<Number: CheckedNumber>(
        _ verdict: Verdict<Number>, _ field: CardField, _ cell: UnsafeBufferPointer<UInt8>, _ kind: CellKind, _ row: inout JudgedRow
    ) -> Number? {
        if let problem = problem(verdict, field, cell, kind) {
            if field != .iccid && CellText.saysNothing(cell) { return nil }
            row.problems.append(RowFinding(problem, field: field))
            return nil
        }
        for reason in verdict.reasons { row.warnings.append(RowFinding(.number(reason), field: field)) }
        if kind == .number { row.warnings.append(RowFinding(.numberStoredAsNumber, field: field)) }
        return verdict.value
    }

    private func problem<Number: CheckedNumber>(
        _ verdict: Verdict<Number>, _ field: CardField, _ cell: UnsafeBufferPointer<UInt8>, _ kind: CellKind
    ) -> RowCode? {
        if kind == .error { return .cellError }
        if kind == .number && cell.count > 15 { return ExcelDamage.code(of: cell, field: field) ?? .excelTrailingZeros }
        switch verdict {
        case .ok: return nil
        // A failing check digit alone is only doubtful; with zeros from the sixteenth digit on, Excel was there.
        case .warn(_, let reasons):
            guard reasons.contains(.iccidLuhn), ExcelDamage.hasZeroTail(CellText.trimmed(cell)) else { return nil }
            return .excelTrailingZeros
        case .refused(let reason): return ExcelDamage.code(of: cell, field: field) ?? .number(reason)
        }
    }

    // MARK: Texts

    private struct Texts {
        var carrier: CarrierCode?
        var province: Province?
        var product: String?
        var batch: String?
        var actualUser: String?
        var note: String?
    }

    private mutating func texts(_ reader: TableReader, _ iccid: ICCID?, _ row: inout JudgedRow) -> Texts {
        var texts = Texts()
        if let cell = cell(.carrier, reader) {
            texts.carrier = take(carriers.read(cell, readCarrier), .carrier, &row)
            doubt(texts.carrier, iccid, &row)
        }
        if let cell = cell(.province, reader) { texts.province = take(provinces.read(cell, readProvince), .province, &row) }
        if let cell = cell(.product, reader) { texts.product = take(products.read(cell, readName), .product, &row) }
        if let cell = cell(.batch, reader) { texts.batch = take(batches.read(cell, readName), .batch, &row) }
        if let cell = cell(.actualUser, reader) { texts.actualUser = take(users.read(cell, readName), .actualUser, &row) }
        if let cell = cell(.note, reader) { texts.note = take(notes.read(cell, readNote), .note, &row) }
        return texts
    }

    @inline(__always)
    private func cell(_ field: CardField, _ reader: TableReader) -> UnsafeBufferPointer<UInt8>? {
        let place = places[field.index]
        return place < 0 ? nil : reader.field(place)
    }

    @inline(__always)
    private func take<Value>(_ outcome: CellMemory<Value>.Outcome, _ field: CardField, _ row: inout JudgedRow) -> Value? {
        if let problem = outcome.problem { row.problems.append(RowFinding(problem, field: field)) }
        row.textHash = seed.mix(row.textHash ^ outcome.hash, UInt64(truncatingIfNeeded: field.index))
        return outcome.value
    }

    private func doubt(_ carrier: CarrierCode?, _ iccid: ICCID?, _ row: inout JudgedRow) {
        guard let named = carrier?.hint, let seen = iccid?.carrierHint, seen != .unknown, seen != named else { return }
        row.warnings.append(RowFinding(.carrierDoubtful, field: .carrier))
    }

    private func readCarrier(_ cell: UnsafeBufferPointer<UInt8>) -> CellMemory<CarrierCode>.Outcome {
        named(cell, .carrierUnknown, CarrierCode.init) { seed.hash($0.text) }
    }

    private func readProvince(_ cell: UnsafeBufferPointer<UInt8>) -> CellMemory<Province>.Outcome {
        named(cell, .provinceUnknown, Province.init) { UInt64($0.code) }
    }

    private func named<Value>(
        _ cell: UnsafeBufferPointer<UInt8>, _ unknown: RowCode, _ make: (String) -> Value?, hash: (Value) -> UInt64
    ) -> CellMemory<Value>.Outcome {
        let text = CellText.trimmed(cell)
        if text.isEmpty || CellText.saysNothing(cell) { return .init() }
        guard text.count <= Self.longestName, let value = make(String(decoding: text, as: UTF8.self)) else {
            return .init(problem: unknown)
        }
        return .init(value: value, hash: hash(value))
    }

    private func readName(_ cell: UnsafeBufferPointer<UInt8>) -> CellMemory<String>.Outcome { free(cell, longest: Self.longestName) }

    private func readNote(_ cell: UnsafeBufferPointer<UInt8>) -> CellMemory<String>.Outcome { free(cell, longest: Self.longestNote) }

    private func free(_ cell: UnsafeBufferPointer<UInt8>, longest: Int) -> CellMemory<String>.Outcome {
        let text = CellText.trimmed(cell)
        if text.isEmpty { return .init() }
        if text.count > longest { return .init(problem: .textTooLong) }
        if CellText.hasControlCharacter(text) { return .init(problem: .textControlCharacter) }
        let value = String(decoding: text, as: UTF8.self)
        return .init(value: value, hash: seed.hash(value))
    }
}
