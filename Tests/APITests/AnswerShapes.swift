import Contract
import Foundation
import Ledger
import Yams

@testable import API

/// What the contract says answers look like, to hold real ones against it. Members that it does not name are refused.
enum AnswerShapes {
    /// Read once: the contract is long.
    static let all = Result { try readAll() }
    static let anyProblem = Result { try problem() }

    /// By operation, for its success; nil where that has no JSON.
    private static func readAll() throws -> [Operation: Shape] {
        guard let document = try Yams.load(yaml: ContractDocument.text) as? [String: Any] else { throw Unreadable() }
        let contract = json(document)
        var operations = JSONObject()
        for operation in Operation.allCases {
            let facts = operation.facts
            let success = contract["paths"]?[facts.path]?[facts.method.lowercased()]?["responses"]?[String(facts.success)]
            let schema = success?["content"]?["application/json"]?["schema"]
            operations[operation.rawValue] = schema.map { ["body": $0] } ?? [:]
        }
        guard let schemas = contract["components"]?["schemas"] else { throw Unreadable() }
        return try ShapeReader.read(["operations": .object(operations), "schemas": schemas]).compactMapValues(\.body)
    }

    private static func problem() throws -> Shape {
        guard let document = try Yams.load(yaml: ContractDocument.text) as? [String: Any],
            let schemas = json(document)["components"]?["schemas"]
        else { throw Unreadable() }
        var operations = JSONObject()
        for operation in Operation.allCases { operations[operation.rawValue] = ["body": ["$ref": "#/components/schemas/Problem"]] }
        guard let shape = try ShapeReader.read(["operations": .object(operations), "schemas": schemas])[.health]?.body else {
            throw Unreadable()
        }
        return shape
    }

    struct Unreadable: Error {}

    /// Texts about the schema are left out; objects are closed.
    private static func json(_ value: Any) -> JSONValue {
        switch value {
        case let value as Bool: return .bool(value)
        case let value as Int: return .integer(Int64(value))
        case let value as String: return .string(value)
        case let values as [Any]: return .array(values.map(json))
        case let members as [String: Any]:
            var object = JSONObject()
            for (key, value) in members where key != "examples" && key != "example" { object[key] = json(value) }
            if members["type"] as? String == "object", members["properties"] is [String: Any], members["additionalProperties"] == nil {
                object["additionalProperties"] = false
            }
            return .object(object)
        default: return .null
        }
    }
}
