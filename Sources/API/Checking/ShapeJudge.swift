import Foundation
import Ledger
import Registry

/// Judges a value against its shape and collects what is wrong, field by field, by JSON pointer (RFC 6901).
/// Never repeats a value.
struct ShapeJudge {
    private(set) var findings: [Refusal] = []
    private static let findingsMax = 100

    static func findings(_ value: JSONValue, _ shape: Shape, at pointer: String = "") -> [Refusal] {
        var judge = ShapeJudge()
        judge.judge(value, shape, pointer)
        return judge.findings
    }

    private mutating func find(_ refusal: Refusal, _ pointer: String) {
        if findings.count < Self.findingsMax { findings.append(refusal.at(pointer)) }
    }

    private mutating func judge(_ value: JSONValue, _ shape: Shape, _ pointer: String) {
        switch (shape, value) {
        case (.anything, _), (.boolean, .bool): return
        case (.integer(let minimum, let maximum), .integer(let value)):
            if let minimum, value < minimum { find(.numberOutOfRange, pointer) }
            if let maximum, value > maximum { find(.numberOutOfRange, pointer) }
        case (.text(let shape), .string(let value)): judge(text: value, shape, pointer)
        case (.array(let items, let minItems, let maxItems, let areUnique), .array(let values)):
            judge(count: values.count, minItems, maxItems, pointer)
            if areUnique, Set(values).count < values.count { find(.repeatedItem, pointer) }
            guard values.count <= maxItems ?? .max else { return }
            for (position, value) in values.enumerated() where findings.count < Self.findingsMax {
                judge(value, items, "\(pointer)/\(position)")
            }
        case (.object(let shape), .object(let object)): judge(object: object, shape, pointer)
        case (.oneOf(let shapes), _):
            let fits = shapes.count { Self.findings(value, $0).isEmpty }
            if fits != 1 { find(.wrongType, pointer) }
        default: find(.wrongType, pointer)
        }
    }

    private mutating func judge(count: Int, _ minItems: Int, _ maxItems: Int?, _ pointer: String) {
        if count < minItems { find(.tooFewItems, pointer) }
        if let maxItems, count > maxItems { find(.tooManyItems, pointer) }
    }

    private mutating func judge(object: JSONObject, _ shape: ObjectShape, _ pointer: String) {
        for name in shape.required where object[name] == nil { find(.fieldMissing, "\(pointer)/\(Self.escaped(name))") }
        judge(count: object.members.count, shape.minProperties, shape.maxProperties, pointer)
        for member in object.members {
            let place = "\(pointer)/\(Self.escaped(member.key))"
            if let property = shape.properties[member.key] {
                judge(member.value, property, place)
            } else if !shape.isOpen {
                // The name is the caller's text: it is not repeated in full.
                find(.unknownField, "\(pointer)/\(Self.escaped(String(member.key.prefix(64))))")
            }
        }
    }

    private mutating func judge(text: String, _ shape: TextShape, _ pointer: String) {
        let length = text.unicodeScalars.count
        if length < shape.minLength { find(.textTooShort, pointer) }
        if let maxLength = shape.maxLength, length > maxLength { return find(.textTooLong, pointer) }
        if let values = shape.values, !values.contains(where: { $0.utf8.elementsEqual(text.utf8) }) { find(.notAmongValues, pointer) }
        if let pattern = shape.pattern, !Self.matches(text, pattern) { find(.wrongForm, pointer) }
        if let format = shape.format, !format.accepts(text) { find(.wrongForm, pointer) }
    }

    /// The whole text: `$` alone would overlook a line end after it.
    private static func matches(_ text: String, _ pattern: NSRegularExpression) -> Bool {
        let whole = NSRange(location: 0, length: text.utf16.count)
        return pattern.firstMatch(in: text, range: whole)?.range == whole
    }

    private static func escaped(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return name }
        return name.replacingOccurrences(of: "~", with: "~0").replacingOccurrences(of: "/", with: "~1")
    }
}
