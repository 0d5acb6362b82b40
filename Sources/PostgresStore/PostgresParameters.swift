import CPostgres
import SQLCore

/// Bound values in the binary format, one after the other in memory, with the types that libpq is told.
struct PostgresParameters {
    private(set) var types: [Oid] = []
    private var bytes: [UInt8] = []
    /// Where each value lies in `bytes`; -1 for null.
    private var offsets: [Int] = []
    private var lengths: [Int32] = []

    var count: Int { types.count }

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

    /// The pattern of the types: a statement is prepared for each.
    var pattern: String { String(decoding: types.map { UInt8(48 + $0 % 64) }, as: UTF8.self) }

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
