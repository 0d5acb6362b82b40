/// Writes canonical JSON (RFC 8785) straight into a buffer, for loops over many small objects.
///
/// The caller gives the names of an object in sorted order; a debug build asserts it. Top-level values are written one after another
/// without anything between them, so one buffer can be reused (``removeAll()``) or hold many leaves.
package struct CanonicalJSONWriter: Sendable {
    package private(set) var bytes: [UInt8] = []
    private var depth = 0
    #if DEBUG
        private var lastKeys: [[UInt8]] = []
    #endif

    package init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    /// Empties the buffer and keeps its memory.
    package mutating func removeAll() {
        assert(depth == 0, "an object or array is still open")
        bytes.removeAll(keepingCapacity: true)
    }

    package mutating func beginObject() { begin(UInt8(ascii: "{")) }
    package mutating func endObject() { end(UInt8(ascii: "}")) }
    package mutating func beginArray() { begin(UInt8(ascii: "[")) }
    package mutating func endArray() { end(UInt8(ascii: "]")) }

    /// The name of the next member; it must sort after the one before it.
    package mutating func key(_ name: StaticString) {
        name.withUTF8Buffer { key(utf8: $0) }
    }

    /// The same for a name that is not known before.
    package mutating func key(named name: String) {
        var name = name
        name.withUTF8 { key(utf8: $0) }
    }

    package mutating func null() { token("null") }
    package mutating func bool(_ value: Bool) { token(value ? "true" : "false") }

    package mutating func string(_ value: String) {
        separate()
        QuotedText.append(value, to: &bytes)
    }

    /// A value whose canonical text is known already.
    package mutating func written(_ canonical: [UInt8]) {
        separate()
        bytes.append(contentsOf: canonical)
    }

    /// A text given as UTF-8.
    package mutating func string(utf8: UnsafeBufferPointer<UInt8>) {
        separate()
        QuotedText.append(utf8, to: &bytes)
    }

    /// The digest in lower-case hexadecimal.
    package mutating func string(_ digest: Digest32) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        digest.withUnsafeBytes { raw in
            for byte in raw {
                bytes.append(Hex.digit(byte >> 4))
                bytes.append(Hex.digit(byte & 0x0F))
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Bytes as a string of lower-case hexadecimal digits.
    package mutating func hexString(_ value: UnsafeBufferPointer<UInt8>) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        for place in 0..<value.count {
            bytes.append(Hex.digit(value[place] >> 4))
            bytes.append(Hex.digit(value[place] & 0x0F))
        }
        bytes.append(UInt8(ascii: "\""))
    }

    package mutating func hexString(_ value: [UInt8]) {
        value.withUnsafeBufferPointer { hexString($0) }
    }

    /// - Throws: `integerOutOfRange` outside ``JSONValue/integerRange``; nothing is written then.
    package mutating func integer(_ value: Int64) throws(JSONRefusal) {
        guard JSONValue.integerRange.contains(value) else { throw JSONRefusal(.integerOutOfRange) }
        separate()
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        appendDigits(value.magnitude)
    }

    /// - Throws: `integerOutOfRange` or `tooDeep`; the buffer is left with half a value then.
    package mutating func value(_ value: JSONValue) throws(JSONRefusal) {
        switch value {
        case .null: null()
        case .bool(let value): bool(value)
        case .integer(let value): try integer(value)
        case .string(let value): string(value)
        case .array(let elements):
            try refuseTooDeep()
            beginArray()
            for element in elements { try self.value(element) }
            endArray()
        case .object(let object):
            try refuseTooDeep()
            beginObject()
            for member in object.members {
                var name = member.key
                name.withUTF8 { key(utf8: $0) }
                try self.value(member.value)
            }
            endObject()
        }
    }
}

extension CanonicalJSONWriter {
    /// A comma is due unless the value opens the text, an object or an array, or follows its name. The last byte alone tells: no finished
    /// value ends in one of these three.
    private mutating func separate() {
        guard depth > 0, let last = bytes.last else { return }
        switch last {
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"): break
        default: bytes.append(UInt8(ascii: ","))
        }
    }

    private func refuseTooDeep() throws(JSONRefusal) {
        guard depth < JSONLimits.maximumDepth else { throw JSONRefusal(.tooDeep) }
    }

    private mutating func begin(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        depth += 1
        #if DEBUG
            lastKeys.append([])
        #endif
    }

    private mutating func end(_ bracket: UInt8) {
        assert(depth > 0, "nothing is open")
        bytes.append(bracket)
        depth -= 1
        #if DEBUG
            lastKeys.removeLast()
        #endif
    }

    private mutating func key(utf8 name: UnsafeBufferPointer<UInt8>) {
        assert(depth > 0, "a name outside an object")
        separate()
        #if DEBUG
            let isFirst = bytes.last == UInt8(ascii: "{")
            assert(isFirst || lastKeys[depth - 1].withUnsafeBufferPointer { KeyOrder.precedes($0, name) }, "names out of order")
            lastKeys[depth - 1] = Array(name)
        #endif
        QuotedText.append(name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func token(_ word: StaticString) {
        separate()
        word.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func appendDigits(_ magnitude: UInt64) {
        // Twenty digits hold every magnitude; written from the last.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var place = 20
            var rest = magnitude
            repeat {
                place -= 1
                digits[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[place...]))
        }
    }
}
