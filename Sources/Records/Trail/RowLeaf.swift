import Ledger
import SQLCore

/// The bytes by which a registered row enters the tree: the canonical JSON array of its table's name and its values in the order of
/// `RegisteredTable.columns` (docs/trail-format.md). Blobs are objects `{"hex":"…"}`, so that no text passes for one.
package struct RowLeaf {
    package private(set) var bytes: [UInt8]

    package init(_ table: RegisteredTable) {
        bytes = [UInt8(ascii: "[")]
        bytes.reserveCapacity(192)
        string(table.name.description)
    }

    package mutating func reset(_ table: RegisteredTable) {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(UInt8(ascii: "["))
        string(table.name.description)
    }

    package mutating func add(_ value: SQLValue) {
        bytes.append(UInt8(ascii: ","))
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .int(let value): integer(value)
        case .text(let value): string(value)
        case .blob(let value): hex(value)
        }
    }

    package mutating func end() {
        bytes.append(UInt8(ascii: "]"))
    }

    package mutating func int(_ value: Int64?) {
        bytes.append(UInt8(ascii: ","))
        if let value { integer(value) } else { bytes.append(contentsOf: "null".utf8) }
    }

    package mutating func blob(_ value: [UInt8]?) {
        bytes.append(UInt8(ascii: ","))
        if let value { hex(value) } else { bytes.append(contentsOf: "null".utf8) }
    }

    /// Text known to be printable ASCII without quotation mark or backslash, such as a number's.
    package mutating func plain(_ ascii: UnsafeBufferPointer<UInt8>) {
        bytes.append(UInt8(ascii: ","))
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: ascii)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func integer(_ value: Int64) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = value.magnitude
        let start = bytes.count
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    private mutating func hex(_ value: [UInt8]) {
        bytes.append(contentsOf: #"{"hex":""#.utf8)
        for byte in value {
            bytes.append(Self.digit(byte >> 4))
            bytes.append(Self.digit(byte & 0xf))
        }
        bytes.append(contentsOf: #""}"#.utf8)
    }

    private static func digit(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
    }

    private mutating func string(_ value: String) {
        bytes.append(contentsOf: JSONValue.string(value).canonicalBytes)
    }
}
