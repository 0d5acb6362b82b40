import Foundation
import Ledger
import Registry

/// Judges a value against its shape and collects what is wrong, field by field, by JSON pointer (RFC 6901).
/// Never repeats a value.
struct ShapeJudge {
    private(set) var findings: [Refusal] = []
    /// Where the judge is; made a pointer only where there is something to find.
    private var place: [Step] = []
    private let root: String
    private static let findingsMax = 100

    private enum Step {
        case member(String)
        case element(Int)
    }

    private init(below root: String) { self.root = root }

    /// `root`: what the value is, where it is not a whole body.
    static func findings(_ value: JSONValue, _ shape: Shape, below root: String = "") -> [Refusal] {
        var judge = ShapeJudge(below: root)
        judge.judge(value, shape)
        return judge.findings
    }

    private mutating func find(_ refusal: Refusal, _ more: Step? = nil) {
        guard findings.count < Self.findingsMax else { return }
        let pointer = (place + (more.map { [$0] } ?? [])).map { step in
            switch step {
            case .member(let name): "/" + Self.escaped(name)
            case .element(let position): "/\(position)"
            }
        }
        findings.append(refusal.at(root + pointer.joined()))
    }

    private mutating func judge(_ value: JSONValue, _ shape: Shape, at step: Step) {
        place.append(step)
        judge(value, shape)
        place.removeLast()
    }

    private mutating func judge(_ value: JSONValue, _ shape: Shape) {
        switch (shape, value) {
        case (.anything, _), (.boolean, .bool): return
        case (.integer(let minimum, let maximum), .integer(let value)):
            if let minimum, value < minimum { find(.numberOutOfRange) }
            if let maximum, value > maximum { find(.numberOutOfRange) }
        case (.text(let shape), .string(let value)): judge(text: value, shape)
        case (.array(let items, let minItems, let maxItems, let areUnique), .array(let values)):
            judge(count: values.count, minItems, maxItems)
            if areUnique, Set(values).count < values.count { find(.repeatedItem) }
            guard values.count <= maxItems ?? .max else { return }
            for (position, value) in values.enumerated() where findings.count < Self.findingsMax {
                judge(value, items, at: .element(position))
            }
        case (.object(let shape), .object(let object)): judge(object: object, shape)
        case (.oneOf(let shapes), _):
            let fits = shapes.count { Self.findings(value, $0).isEmpty }
            if fits != 1 { find(.wrongType) }
        default: find(.wrongType)
        }
    }

    private mutating func judge(count: Int, _ minItems: Int, _ maxItems: Int?) {
        if count < minItems { find(.tooFewItems) }
        if let maxItems, count > maxItems { find(.tooManyItems) }
    }

    private mutating func judge(object: JSONObject, _ shape: ObjectShape) {
        for name in shape.required where object[name] == nil { find(.fieldMissing, .member(name)) }
        judge(count: object.members.count, shape.minProperties, shape.maxProperties)
        for member in object.members {
            if let property = shape.properties[member.key] {
                judge(member.value, property, at: .member(member.key))
            } else if !shape.isOpen {
                // The name is the caller's text: it is not repeated in full.
                find(.unknownField, .member(String(member.key.prefix(64))))
            }
        }
    }

    private mutating func judge(text: String, _ shape: TextShape) {
        let length = text.unicodeScalars.count
        if length < shape.minLength { find(.textTooShort) }
        if let maxLength = shape.maxLength, length > maxLength { return find(.textTooLong) }
        if let values = shape.values, !values.contains(where: { $0.utf8.elementsEqual(text.utf8) }) { find(.notAmongValues) }
        if let pattern = shape.pattern, !Self.matches(text, pattern) { find(.wrongForm) }
        if let format = shape.format, !format.accepts(text) { find(.wrongForm) }
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
