import CPostgres
import SQLCore

/// A statement on its way, with its values: its text has `?` for each.
struct PostgresStatement {
    /// That of one row, where it is an `INSERT` that others joined.
    let ownText: String
    private(set) var parameters: PostgresParameters
    /// What kind of `INSERT` it is, where it adds bound values and does nothing else.
    let form: InsertForm?
    private var rows = 1
    /// Prepared once, for the next time.
    let isKept: Bool
    /// Whether somebody waits for its answer.
    let isQuestion: Bool

    init(
        _ text: String, _ parameters: PostgresParameters = PostgresParameters(), form: InsertForm? = nil, isKept: Bool = true,
        isQuestion: Bool = false
    ) {
        ownText = text
        self.parameters = parameters
        self.form = form
        self.isKept = isKept
        self.isQuestion = isQuestion
    }

    init(_ sql: SQLText, isQuestion: Bool = false) {
        self.init(sql.text, PostgresParameters(sql.binds), isQuestion: isQuestion)
    }

    var text: String { rows > 1 ? form?.text(rows: rows) ?? ownText : ownText }

    /// Takes the row of another of the same text; false where the two cannot be one.
    mutating func join(_ other: PostgresStatement) -> Bool {
        guard let form, rows < InsertForm.rowsMax,
            parameters.types.prefix(other.parameters.count).elementsEqual(other.parameters.types),
            form.keys.isEmpty || !(0..<rows).contains(where: { parameters.agrees(with: other.parameters, row: $0, at: form.keys) })
        else { return false }
        parameters.append(other.parameters)
        rows += 1
        return true
    }

    /// By which it is known when it comes again; a statement is prepared for each pattern of types.
    var key: String { parameters.pattern + text }

    /// The table that it changes; nil where that is not plain. By bytes: every change asks.
    var changedTable: String? {
        func separates(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == UInt8(ascii: "(") }
        var rest = ownText.utf8[...]
        func word() -> String? {
            rest = rest.drop(while: separates)
            let word = rest.prefix { !separates($0) }
            rest = rest[word.endIndex...]
            return word.isEmpty ? nil : String(Substring(word))
        }
        switch (word(), word()) {
        case ("INSERT", "INTO"), ("DELETE", "FROM"): return word()
        case ("UPDATE", let table): return table
        default: return nil
        }
    }
}

/// Bound values in the binary format, one after the other in memory, with the types that libpq is told.
struct PostgresParameters {
    private(set) var types: [Oid] = []
    private var bytes: [UInt8] = []
    /// Where each value lies in `bytes`; -1 for null.
    private var offsets: [Int] = []
    private var lengths: [Int32] = []

    var count: Int { types.count }
    /// Bytes of all values.
    var size: Int { bytes.count }

    init(_ values: [SQLValue]) {
        types.reserveCapacity(values.count)
        offsets.reserveCapacity(values.count)
        lengths.reserveCapacity(values.count)
        for value in values {
            switch value {
            case .null: add(nil as [UInt8]?, 0)
            case .int(let value): withUnsafeBytes(of: value.bigEndian) { add(Array($0), PostgresType.int8) }
            case .text(let value): add(Array(value.utf8), PostgresType.text)
            case .blob(let value): add(value, PostgresType.bytea)
            }
        }
    }

    init() {}

    /// `type` 0 lets the server infer it.
    mutating func add(_ value: (some Collection<UInt8>)?, _ type: Oid) {
        types.append(type)
        offsets.append(value == nil ? -1 : bytes.count)
        lengths.append(Int32(value?.count ?? 0))
        if let value { bytes.append(contentsOf: value) }
    }

    mutating func append(_ other: PostgresParameters) {
        types += other.types
        offsets += other.offsets.map { $0 < 0 ? -1 : $0 + bytes.count }
        lengths += other.lengths
        bytes += other.bytes
    }

    /// Whether a row of these values and the only one of the others are known by the same.
    func agrees(with other: PostgresParameters, row: Int, at keys: [Int]) -> Bool {
        keys.allSatisfy { value($0 + row * other.count) == other.value($0) }
    }

    private func value(_ place: Int) -> ArraySlice<UInt8>? {
        offsets[place] < 0 ? nil : bytes[offsets[place]..<offsets[place] + Int(lengths[place])]
    }

    fileprivate var pattern: String { String(decoding: types.map { UInt8(48 + $0 % 64) }, as: UTF8.self) }

    func withPointers<Value>(
        _ body: (_ values: UnsafePointer<UnsafePointer<CChar>?>?, _ lengths: UnsafePointer<Int32>?, _ formats: UnsafePointer<Int32>?) throws
            -> Value
    ) rethrows -> Value {
        guard count > 0 else { return try body(nil, nil, nil) }
        // A value of no bytes still needs an address: none would be null.
        return try (bytes + [0]).withUnsafeBytes { memory in
            let start = memory.baseAddress?.assumingMemoryBound(to: CChar.self)
            let values = offsets.map { offset in offset < 0 ? nil : start.map { $0 + offset } }
            return try body(values, lengths, [Int32](repeating: 1, count: count))
        }
    }
}
