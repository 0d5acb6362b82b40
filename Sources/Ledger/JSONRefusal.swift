/// Why a JSON text was not read, or a value not written, in the trail's form.
///
/// It never carries any part of the text: a refused entry may hold personal data.
package struct JSONRefusal: Error, Hashable, Sendable {
    package enum Reason: String, Hashable, Sendable, CaseIterable {
        /// The text is longer than the limit.
        case tooLong
        /// Arrays and objects are nested deeper than the limit.
        case tooDeep
        /// The text ends inside a value.
        case unexpectedEnd
        /// A byte that RFC 8259 does not allow at this place.
        case unexpectedByte
        /// Something other than white space follows the value.
        case trailingBytes
        /// A string is not valid UTF-8.
        case invalidUTF8
        /// A `\u` escape is malformed or half of a surrogate pair.
        case invalidEscape
        /// Two members of one object have the same name.
        case duplicateKey
        /// A number with a fraction, an exponent or a negative zero.
        case notAnInteger
        /// An integer outside ±(2^53 − 1), which not every JSON reader keeps exactly (RFC 8785 section 3.2.2.3, RFC 7493 section 2.2).
        case integerOutOfRange
        /// The text is valid, but not in the canonical form of RFC 8785.
        case notCanonical
    }

    package let reason: Reason

    /// Where in the text, in bytes from its start; absent when a value was being written.
    package let offset: Int?

    package init(_ reason: Reason, at offset: Int? = nil) {
        self.reason = reason
        self.offset = offset
    }
}
