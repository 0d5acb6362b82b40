import Numbers
import Tabular

/// Judges row after row. Both passes over a file use it, so both see the same.
struct RowJudge {
    /// Bytes of UTF-8.
    private static let longestName = 128
    private static let longestNote = 1_000

    private let context: NumberContext
    private let places: [Int]
    private let columns: Int
    /// Those of `CardField.prior` that the file has.
    private let prior: [CardField]
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
        prior = CardField.prior.filter { heading.place(of: $0) != nil }
    }

    /// Judges the reader's row into `row`, which keeps nothing of the row before.
    mutating func judge(_ reader: TableReader, into row: inout JudgedRow) {
        row.begin(reader.rowNumber)
        if let fault = reader.fault {
            row.problems.append(RowFinding(fault == .quoteUnclosed ? .quoteUnclosed : .quoteMisplaced))
            return
        }
        if reader.fieldCount > columns { checkBeyond(reader, &row) }
        row.iccid = number(.iccid, reader, &row)
        row.msisdn = number(.msisdn, reader, &row)
        row.imsi = number(.imsi, reader, &row)
        row.imei = number(.imei, reader, &row)
        row.eid = number(.eid, reader, &row)
        judgeTexts(reader, &row)
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
        _ field: CardField, _ reader: TableReader, _ row: inout JudgedRow
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

    private mutating func judgeTexts(_ reader: TableReader, _ row: inout JudgedRow) {
        if let cell = cell(.carrier, reader, &row) {
            if !carriers.holds(cell) { carriers.remember(cell, readCarrier(cell)) }
            row.carrier = take(carriers.outcome, .carrier, &row)
            doubtCarrier(&row)
        }
        if let cell = cell(.province, reader, &row) {
            if !provinces.holds(cell) { provinces.remember(cell, readProvince(cell)) }
            row.province = take(provinces.outcome, .province, &row)
        }
        if let cell = cell(.product, reader, &row) {
            if !products.holds(cell) { products.remember(cell, readText(cell, longest: Self.longestName)) }
            row.product = take(products.outcome, .product, &row)
        }
        if let cell = cell(.batch, reader, &row) {
            if !batches.holds(cell) { batches.remember(cell, readText(cell, longest: Self.longestName)) }
            row.batch = take(batches.outcome, .batch, &row)
        }
        if let cell = cell(.actualUser, reader, &row) {
            if !users.holds(cell) { users.remember(cell, readText(cell, longest: Self.longestName)) }
            row.actualUser = take(users.outcome, .actualUser, &row)
        }
        if let cell = cell(.note, reader, &row) {
            if !notes.holds(cell) { notes.remember(cell, readText(cell, longest: Self.longestNote)) }
            row.note = take(notes.outcome, .note, &row)
        }
        for field in prior { judgePrior(field, reader, &row) }
    }

    private func judgePrior(_ field: CardField, _ reader: TableReader, _ row: inout JudgedRow) {
        guard let cell = cell(field, reader, &row), !CellText.saysNothing(cell) else { return }
        let outcome = readText(cell, longest: Self.longestName)
        row.prior[field] = take(outcome, field, &row)
    }

    /// Nil when there is no such column, or the cell holds an error instead of text.
    @inline(__always)
    private func cell(_ field: CardField, _ reader: TableReader, _ row: inout JudgedRow) -> UnsafeBufferPointer<UInt8>? {
        let place = places[field.index]
        if place < 0 { return nil }
        if reader.kind(place) == .error {
            row.problems.append(RowFinding(.cellError, field: field))
            return nil
        }
        return reader.field(place)
    }

    @inline(__always)
    private func take<Value>(_ outcome: CellMemory<Value>.Outcome, _ field: CardField, _ row: inout JudgedRow) -> Value? {
        if let problem = outcome.problem { row.problems.append(RowFinding(problem, field: field)) }
        row.textHash = seed.mix(row.textHash ^ outcome.hash, UInt64(truncatingIfNeeded: field.index))
        return outcome.value
    }

    private func doubtCarrier(_ row: inout JudgedRow) {
        guard let named = row.carrier?.hint, let seen = row.iccid?.carrierHint, seen != .unknown, seen != named else { return }
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

    private func readText(_ cell: UnsafeBufferPointer<UInt8>, longest: Int) -> CellMemory<String>.Outcome {
        let text = CellText.trimmed(cell)
        if text.isEmpty { return .init() }
        if text.count > longest { return .init(problem: .textTooLong) }
        if CellText.hasControlCharacter(text) { return .init(problem: .textControlCharacter) }
        let value = String(decoding: text, as: UTF8.self)
        return .init(value: value, hash: seed.hash(value))
    }
}
