extension JSONValue {
    /// The canonical text of RFC 8785, in UTF-8.
    ///
    /// - Throws: `integerOutOfRange` or `tooDeep`.
    package func canonicalBytes() throws(JSONRefusal) -> [UInt8] {
        var writer = CanonicalJSONWriter()
        try writer.value(self)
        return writer.bytes
    }

    /// ``canonicalBytes()`` as a string.
    package func canonicalText() throws(JSONRefusal) -> String {
        String(decoding: try canonicalBytes(), as: UTF8.self)
    }

    /// Reads any valid JSON text of the trail's subset, canonical or not.
    package init(parsing bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONRefusal) {
        self = try JSONParser.parse(bytes, limits: limits)
    }

    package init(parsing text: String, limits: JSONLimits = JSONLimits()) throws(JSONRefusal) {
        try self.init(parsing: Array(text.utf8), limits: limits)
    }

    /// Reads a text that must be canonical already: a stored entry that reads the same but hashes differently is refused.
    package init(parsingCanonical bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONRefusal) {
        try self.init(parsing: bytes, limits: limits)
        guard try canonicalBytes() == bytes else { throw JSONRefusal(.notCanonical) }
    }
}
