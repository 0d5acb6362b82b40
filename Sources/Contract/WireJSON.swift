import Ledger

/// What the contract's schemas are read from and written as. A request's body is parsed once, judged against the contract's shape, and read
/// from the same value; answers are canonical JSON, straight into a buffer. Both take a tenth of the time of Foundation's coders
/// (docs/performance.md).
package protocol WireJSON {
    init(json: JSONValue) throws(WireMismatch)
    func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal)
}

/// A value that is not of the type the contract names, and where (RFC 6901).
package struct WireMismatch: Error, Hashable, Sendable {
    package let pointer: String

    package init(pointer: String = "") {
        self.pointer = pointer
    }

    fileprivate func below(_ step: String) -> WireMismatch { WireMismatch(pointer: "/" + step + pointer) }
}

extension WireJSON {
    package func jsonBytes() throws(JSONRefusal) -> [UInt8] {
        var writer = CanonicalJSONWriter(capacity: 512)
        try write(to: &writer)
        return writer.bytes
    }
}

extension String: WireJSON {
    package init(json: JSONValue) throws(WireMismatch) {
        guard case .string(let text) = json else { throw WireMismatch() }
        self = text
    }

    package func write(to writer: inout CanonicalJSONWriter) { writer.string(self) }
}

extension Int64: WireJSON {
    package init(json: JSONValue) throws(WireMismatch) {
        guard case .integer(let number) = json else { throw WireMismatch() }
        self = number
    }

    package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) { try writer.integer(self) }
}

extension Bool: WireJSON {
    package init(json: JSONValue) throws(WireMismatch) {
        guard case .bool(let flag) = json else { throw WireMismatch() }
        self = flag
    }

    package func write(to writer: inout CanonicalJSONWriter) { writer.bool(self) }
}

extension Array: WireJSON where Element: WireJSON {
    package init(json: JSONValue) throws(WireMismatch) {
        guard case .array(let values) = json else { throw WireMismatch() }
        self = []
        reserveCapacity(values.count)
        for (place, value) in values.enumerated() {
            do { append(try Element(json: value)) } catch { throw error.below(String(place)) }
        }
    }

    package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
        writer.beginArray()
        for element in self { try element.write(to: &writer) }
        writer.endArray()
    }
}

extension Dictionary: WireJSON where Key == String, Value: WireJSON {
    package init(json: JSONValue) throws(WireMismatch) {
        guard case .object(let object) = json else { throw WireMismatch() }
        self = [:]
        reserveCapacity(object.members.count)
        for member in object.members {
            do { self[member.key] = try Value(json: member.value) } catch { throw error.below(member.key) }
        }
    }

    package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
        writer.beginObject()
        for name in KeyOrder.sorted(keys) {
            writer.key(named: name)
            try self[name]?.write(to: &writer)
        }
        writer.endObject()
    }
}

extension JSONValue {
    func member<Value: WireJSON>(_ name: String) throws(WireMismatch) -> Value {
        guard let value: Value = try memberIfAny(name) else { throw WireMismatch().below(name) }
        return value
    }

    func memberIfAny<Value: WireJSON>(_ name: String) throws(WireMismatch) -> Value? {
        guard case .object(let object) = self else { throw WireMismatch() }
        guard let member = object[name], !member.isNull else { return nil }
        do { return try Value(json: member) } catch { throw error.below(name) }
    }
}

extension CanonicalJSONWriter {
    mutating func member(_ name: StaticString, _ value: some WireJSON) throws(JSONRefusal) {
        key(name)
        try value.write(to: &self)
    }

    mutating func memberIfAny(_ name: StaticString, _ value: (some WireJSON)?) throws(JSONRefusal) {
        if let value { try member(name, value) }
    }
}
