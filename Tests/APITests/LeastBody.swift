import Ledger

@testable import API

/// The least value that fits a shape: generated requests are well formed, so that nothing but the rule under test refuses them.
enum LeastBody {
    private static let words = [
        "0197b7a2-5d0c-7c3e-9a41-3f6a1c2b4d5e", "2026-03-02", "2036-03-01T00:00:00Z", "long-term", "mobile", "P-1", "123456",
        "a word of reason",
        "/unit/name", "card_00000000000000000000000000000000", "89860000000000000019",
    ]

    static func value(_ shape: Shape) -> JSONValue {
        switch shape {
        case .anything: .string("x")
        case .boolean: .bool(false)
        case .integer(let minimum, _): .integer(minimum ?? 1)
        case .text(let text): .string((text.values ?? words).first { ShapeJudge.findings(.string($0), shape).isEmpty } ?? "no word fits")
        case .array(let items, let minItems, _, _): .array((0..<minItems).map { _ in value(items) })
        case .object(let object): .object(members(object))
        case .oneOf(let shapes): shapes.first.map(value) ?? .null
        }
    }

    private static func members(_ shape: ObjectShape) -> JSONObject {
        var object = JSONObject()
        for name in shape.required { object[name] = shape.properties[name].map(value) }
        for (name, property) in shape.properties.sorted(by: { $0.key < $1.key }) where object.members.count < shape.minProperties {
            object[name] = value(property)
        }
        return object
    }

    /// The least query: what is demanded.
    static func query(_ shape: RequestShape) -> String {
        let pairs = shape.query.filter(\.value.isRequired).sorted { $0.key < $1.key }.map { name, parameter in
            switch value(parameter.shape) {
            case .string(let text): "\(name)=\(text)"
            case .integer(let number): "\(name)=\(number)"
            default: "\(name)="
            }
        }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }
}
