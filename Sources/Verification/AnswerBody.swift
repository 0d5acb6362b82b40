import Foundation
import Ledger
import Registry
import UseCases

/// A success as it came: one JSON object, read member by member. Whatever is not as the contract says makes the whole no answer.
struct AnswerBody: Sendable, Unshown {
    private let members: JSONObject

    init(_ bytes: [UInt8], bytesMax: Int) throws(ProviderFailure) {
        guard let value = try? JSONValue(parsing: bytes, limits: JSONLimits(size: bytesMax, depth: 16)), let members = value.objectValue
        else { throw .malformed(.unreadable) }
        self.members = members
    }

    private init(_ members: JSONObject) { self.members = members }

    /// A member that is an object; nil when it is left out.
    func part(_ name: String) throws(ProviderFailure) -> AnswerBody? {
        guard let value = members[name] else { return nil }
        guard let part = value.objectValue else { throw .malformed(.notAsContract) }
        return AnswerBody(part)
    }

    func needed(_ name: String) throws(ProviderFailure) -> AnswerBody {
        guard let part = try part(name) else { throw .malformed(.notAsContract) }
        return part
    }

    func has(_ name: String) -> Bool { members[name] != nil }

    /// Text for people: no control characters, something to see.
    func words(_ name: String, max: Int) throws(ProviderFailure) -> String {
        guard let text = members[name]?.stringValue, (1...max).contains(text.unicodeScalars.count),
            text.unicodeScalars.allSatisfy({ !hidden.contains($0.properties.generalCategory) }), text.contains(where: { !$0.isWhitespace })
        else { throw .malformed(.notAsContract) }
        return text
    }

    /// Text for machines, of these bytes only.
    func token(_ name: String, _ lengths: ClosedRange<Int>, _ isAllowed: (UInt8) -> Bool) throws(ProviderFailure) -> String {
        guard let text = members[name]?.stringValue, lengths.contains(text.utf8.count), text.utf8.allSatisfy(isAllowed) else {
            throw .malformed(.notAsContract)
        }
        return text
    }

    func integer(_ name: String, _ range: ClosedRange<Int64>) throws(ProviderFailure) -> Int64 {
        guard let value = members[name]?.integerValue, range.contains(value) else { throw .malformed(.notAsContract) }
        return value
    }

    func flag(_ name: String) throws(ProviderFailure) -> Bool {
        guard let value = members[name]?.boolValue else { throw .malformed(.notAsContract) }
        return value
    }

    func word<Value: RawRepresentable>(_ name: String, as _: Value.Type = Value.self) throws(ProviderFailure) -> Value
    where Value.RawValue == String {
        guard let text = members[name]?.stringValue, let value = Value(rawValue: text) else { throw .malformed(.notAsContract) }
        return value
    }

    /// RFC 3339 in UTC, with or without milliseconds.
    func time(_ name: String) throws(ProviderFailure) -> Instant {
        guard let text = members[name]?.stringValue, text.utf8.count == 20 || text.utf8.count == 24, text.hasSuffix("Z"),
            let date = try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: text.utf8.count == 24))
        else { throw .malformed(.notAsContract) }
        return Instant(milliseconds: Int64((date.timeIntervalSince1970 * 1_000).rounded()))
    }

    /// Score and threshold, both or neither.
    func score() throws(ProviderFailure) -> FaceScore? {
        guard has("score") || has("threshold") else { return nil }
        guard let score = FaceScore(score: try integer("score", 0...10_000), threshold: try integer("threshold", 1...10_000)) else {
            throw .malformed(.notAsContract)
        }
        return score
    }
}

private let hidden: Set<Unicode.GeneralCategory> = [
    .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned,
]
