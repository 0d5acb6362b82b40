import Ledger
import SQLCore

/// The bytes by which a registered row enters the tree: the canonical JSON array of its table's name and its values in the order of
/// `RegisteredTable.columns` (docs/trail-format.md). Blobs are objects `{"hex":"…"}`, so that no text passes for one.
package struct RowLeaf {
    private var writer = CanonicalJSONWriter(capacity: 256)

    package init() {}

    package var bytes: [UInt8] { writer.bytes }

    /// Begins a row, forgetting the one before.
    package mutating func begin(_ table: RegisteredTable) {
        writer.removeAll()
        writer.beginArray()
        table.name.withUTF8Buffer { writer.string(utf8: $0) }
    }

    package mutating func end() { writer.endArray() }

    package mutating func add(_ value: SQLValue) throws {
        switch value {
        case .null: writer.null()
        case .int(let value): try writer.integer(value)
        case .text(let value): writer.string(value)
        case .blob(let value): blob(value)
        }
    }

    package mutating func int(_ value: Int64?) throws {
        if let value { try writer.integer(value) } else { writer.null() }
    }

    package mutating func text(_ value: String?) {
        if let value { writer.string(value) } else { writer.null() }
    }

    package mutating func text(utf8: UnsafeBufferPointer<UInt8>) { writer.string(utf8: utf8) }

    package mutating func null() { writer.null() }

    package mutating func blob(_ value: UnsafeBufferPointer<UInt8>) {
        writer.beginObject()
        writer.key("hex")
        writer.hexString(value)
        writer.endObject()
    }

    package mutating func blob(_ value: [UInt8]) {
        value.withUnsafeBufferPointer { blob($0) }
    }

    /// The leaf of a whole row.
    package static func bytes(_ table: RegisteredTable, _ values: [SQLValue]) throws -> [UInt8] {
        var leaf = RowLeaf()
        leaf.begin(table)
        for value in values { try leaf.add(value) }
        leaf.end()
        return leaf.bytes
    }
}
