import Foundation
import Ledger
import Yams

/// Holds JSON against a schema of one of the contracts with the outside world; knows the words they use and refuses others.
package struct SchemaCheck {
    package struct Breach: Error, CustomStringConvertible {
        package let description: String
    }

    private let schemas: [String: Any]
    private static let known: Set<String> = [
        "type", "description", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum", "required", "properties", "items",
        "minItems", "maxItems", "oneOf", "$ref", "format",
    ]

    /// - Parameter contract: name of a file in `Contract`.
    package init(_ contract: String) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "Contract/" + contract), encoding: .utf8)
        guard let document = try Yams.load(yaml: text) as? [String: Any], let components = document["components"] as? [String: Any],
            let schemas = components["schemas"] as? [String: Any]
        else { throw Breach(description: "the contract is not read") }
        self.schemas = schemas
    }

    package func check(_ bytes: [UInt8], _ name: String) throws {
        let value = try JSONValue(parsing: bytes, limits: JSONLimits(size: 16 << 20))
        try check(value, ["$ref": "#/components/schemas/" + name], at: name)
    }

    private func check(_ value: JSONValue, _ schema: [String: Any], at place: String) throws {
        func demand(_ holds: Bool, _ word: String) throws {
            if !holds { throw Breach(description: "\(place): \(word)") }
        }
        try demand(Set(schema.keys).isSubset(of: Self.known), "a word this does not know")
        if let reference = schema["$ref"] as? String {
            guard let named = schemas[String(reference.split(separator: "/").last ?? "")] as? [String: Any] else {
                throw Breach(description: "\(place): no \(reference)")
            }
            return try check(value, named, at: place)
        }
        if let several = schema["oneOf"] as? [[String: Any]] {
            let fitting = several.filter { (try? check(value, $0, at: place)) != nil }
            return try demand(fitting.count == 1, "oneOf")
        }
        if let words = schema["enum"] as? [String] { try demand(value.stringValue.map(words.contains) ?? false, "enum") }
        switch schema["type"] as? String {
        case "string":
            guard let text = value.stringValue else { throw Breach(description: "\(place): type") }
            try demand(text.unicodeScalars.count >= schema["minLength"] as? Int ?? 0, "minLength")
            try demand(text.unicodeScalars.count <= schema["maxLength"] as? Int ?? .max, "maxLength")
            if let pattern = schema["pattern"] as? String { try demand(text.firstMatch(of: try Regex(pattern)) != nil, "pattern") }
        case "integer":
            guard let number = value.integerValue else { throw Breach(description: "\(place): type") }
            try demand(number >= schema["minimum"] as? Int ?? .min, "minimum")
            try demand(number <= schema["maximum"] as? Int ?? .max, "maximum")
        case "boolean": try demand(value.boolValue != nil, "type")
        case "array":
            guard let values = value.arrayValue, let items = schema["items"] as? [String: Any] else {
                throw Breach(description: "\(place): type")
            }
            try demand(values.count >= schema["minItems"] as? Int ?? 0, "minItems")
            try demand(values.count <= schema["maxItems"] as? Int ?? .max, "maxItems")
            for value in values { try check(value, items, at: place + "[]") }
        case "object":
            guard let members = value.objectValue else { throw Breach(description: "\(place): type") }
            for name in schema["required"] as? [String] ?? [] { try demand(members[name] != nil, "lacks \(name)") }
            let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
            for member in members.members {
                guard let inner = properties[member.key] else {
                    throw Breach(description: "\(place): \(member.key) is not of the contract")
                }
                try check(member.value, inner, at: place + "/" + member.key)
            }
        default: throw Breach(description: "\(place): no type")
        }
    }
}
