import Ledger

/// Reads a scenario member by member; what is not understood is refused, so that nobody waits for a fault that was misspelt.
enum ScenarioReading {
    static func demand(_ members: JSONObject, only known: Set<String>) throws(SandboxScenarioRefusal) {
        guard members.members.allSatisfy({ known.contains($0.key) }) else {
            throw SandboxScenarioRefusal("only \(known.sorted().joined(separator: ", ")) may stand there")
        }
    }

    static func integer(_ members: JSONObject, _ name: String, _ range: ClosedRange<Int64>) throws(SandboxScenarioRefusal) -> Int64? {
        guard let value = members[name] else { return nil }
        guard let number = value.integerValue, range.contains(number) else {
            throw SandboxScenarioRefusal("\(name) is not a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    static func pair(_ members: JSONObject, _ name: String, _ range: ClosedRange<Int64>) throws(SandboxScenarioRefusal) -> (Int64, Int64)? {
        guard let value = members[name] else { return nil }
        guard let numbers = value.arrayValue?.compactMap(\.integerValue), numbers.count == 2, numbers.allSatisfy(range.contains) else {
            throw SandboxScenarioRefusal("\(name) is not a list of two numbers from \(range.lowerBound) to \(range.upperBound)")
        }
        return (numbers[0], numbers[1])
    }

    static func list(_ members: JSONObject, _ name: String) throws(SandboxScenarioRefusal) -> [JSONValue] {
        guard let value = members[name] else { return [] }
        guard let values = value.arrayValue, values.count <= 1_000 else { throw SandboxScenarioRefusal("\(name) is not a list") }
        return values
    }

    static func word<Value: RawRepresentable & CaseIterable>(
        _ members: JSONObject, _ name: String, as _: Value.Type = Value.self
    ) throws(SandboxScenarioRefusal) -> Value? where Value.RawValue == String {
        guard let value = members[name] else { return nil }
        guard let known = value.stringValue.flatMap({ Value(rawValue: $0) }) else {
            throw SandboxScenarioRefusal("\(name) is one of \(Value.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return known
    }
}

/// Why a scenario is none.
package struct SandboxScenarioRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}
