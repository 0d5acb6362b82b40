import Foundation
import Ledger

/// The shape a request value must have: the part of JSON Schema 2020-12 that the contract uses, compiled once at the start.
indirect enum Shape: Sendable {
    case anything
    case boolean
    case integer(minimum: Int64?, maximum: Int64?)
    case text(TextShape)
    case array(items: Shape, minItems: Int, maxItems: Int?, areUnique: Bool)
    case object(ObjectShape)
    /// Exactly one of the values.
    case oneOf([Shape])
}

struct TextShape: Sendable {
    var minLength = 0
    var maxLength: Int?
    var values: [String]?
    var pattern: NSRegularExpression?
    var format: TextFormat?
}

struct ObjectShape: Sendable {
    var properties: [String: Shape] = [:]
    var required: [String] = []
    /// Members the contract does not name are refused unless it allows them.
    var isOpen = false
    var minProperties = 0
    var maxProperties: Int?
}

enum TextFormat: String, Sendable {
    case uuid, date, dateTime = "date-time"
}
