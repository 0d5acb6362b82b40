import Contract
import Foundation
import Ledger

/// The contract does not hold what its reader knows; met by tests, never by a request.
struct UnreadableContract: Error, CustomStringConvertible {
    let place: String
    var description: String { "the contract cannot be read at \(place)" }
}

/// Everything an operation's requests must look like.
struct RequestShape: Sendable {
    struct Parameter: Sendable {
        let isRequired: Bool
        let shape: Shape
    }

    var path: [String: Parameter] = [:]
    var query: [String: Parameter] = [:]
    var body: Shape?
}

/// Compiles `ContractDocument.requestShapes`.
struct ShapeReader {
    private let schemas: JSONValue

    static func readAll() throws -> [Operation: RequestShape] {
        let text = try JSONValue(parsing: ContractDocument.requestShapes, limits: JSONLimits(size: 4 << 20))
        guard let schemas = text["schemas"], let operations = text["operations"] else { throw UnreadableContract(place: "/") }
        let reader = ShapeReader(schemas: schemas)
        var shapes: [Operation: RequestShape] = [:]
        for operation in Operation.allCases {
            guard let node = operations[operation.rawValue] else { throw UnreadableContract(place: operation.rawValue) }
            shapes[operation] = try reader.request(node)
        }
        return shapes
    }

    private func request(_ node: JSONValue) throws -> RequestShape {
        RequestShape(
            path: try parameters(node["path"]), query: try parameters(node["query"]), body: try node["body"].map(shape))
    }

    private func parameters(_ node: JSONValue?) throws -> [String: RequestShape.Parameter] {
        var found: [String: RequestShape.Parameter] = [:]
        for member in node?.objectValue?.members ?? [] {
            guard let schema = member.value["schema"] else { throw UnreadableContract(place: member.key) }
            found[member.key] = RequestShape.Parameter(
                isRequired: member.value["required"]?.boolValue ?? false, shape: try shape(schema))
        }
        return found
    }

    private func shape(_ node: JSONValue) throws -> Shape {
        if let reference = node["$ref"]?.stringValue {
            guard let name = reference.split(separator: "/").last, let target = schemas[String(name)] else {
                throw UnreadableContract(place: reference)
            }
            return try shape(target)
        }
        if let choices = node["oneOf"]?.arrayValue { return .oneOf(try choices.map(shape)) }
        switch node["type"]?.stringValue {
        case "boolean": return .boolean
        case "integer": return .integer(minimum: node["minimum"]?.integerValue, maximum: node["maximum"]?.integerValue)
        case "string": return .text(try text(node))
        case "array":
            return .array(
                items: try node["items"].map(shape) ?? .anything, minItems: node["minItems"].integer ?? 0,
                maxItems: node["maxItems"].integer, areUnique: node["uniqueItems"]?.boolValue ?? false)
        case "object": return .object(try object(node))
        case nil: return .anything
        default: throw UnreadableContract(place: node["type"]?.stringValue ?? "type")
        }
    }

    private func text(_ node: JSONValue) throws -> TextShape {
        TextShape(
            minLength: node["minLength"].integer ?? 0, maxLength: node["maxLength"].integer,
            values: node["enum"]?.arrayValue?.compactMap(\.stringValue),
            pattern: try node["pattern"]?.stringValue.map { try NSRegularExpression(pattern: $0) },
            format: node["format"]?.stringValue.flatMap(TextFormat.init(rawValue:)))
    }

    private func object(_ node: JSONValue) throws -> ObjectShape {
        var shape = ObjectShape()
        for member in node["properties"]?.objectValue?.members ?? [] {
            shape.properties[member.key] = try self.shape(member.value)
        }
        shape.required = node["required"]?.arrayValue?.compactMap(\.stringValue) ?? []
        shape.isOpen = node["additionalProperties"]?.boolValue ?? true
        shape.minProperties = node["minProperties"].integer ?? 0
        shape.maxProperties = node["maxProperties"].integer
        return shape
    }
}

extension JSONValue? {
    fileprivate var integer: Int? { self?.integerValue.map(Int.init) }
}
