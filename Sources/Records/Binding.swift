import Registry
import SQLCore

extension Identifier: SQLBindable {
    package var sqlValue: SQLValue { .blob(bytes) }
}

extension Instant: SQLBindable {
    package var sqlValue: SQLValue { .int(milliseconds) }
}

extension Carrier: SQLBindable {
    package var sqlValue: SQLValue { .text(code) }
}

extension OrganisationPath: SQLBindable {
    package var sqlValue: SQLValue { .text(text) }
}

/// A row that does not hold what the schema promises; the store is damaged or was changed by hand.
package struct UnreadableRow: Error, Hashable, Sendable, CustomStringConvertible {
    package let table: String
    package let column: String

    package init(_ table: String, _ column: String) {
        self.table = table
        self.column = column
    }

    package var description: String { "unreadable \(table).\(column): run `shiming store check`" }
}

extension SQLRow {
    @inline(__always) package func identifier<Noun>(_ column: Int, of: Noun.Type = Noun.self) throws -> Identifier<Noun> {
        guard let value = Identifier<Noun>(bytes: blob(column)) else { throw UnreadableRow("\(Noun.self)", "id") }
        return value
    }

    @inline(__always) package func identifierIfAny<Noun>(_ column: Int, of: Noun.Type = Noun.self) throws -> Identifier<Noun>? {
        isNull(column) ? nil : try identifier(column)
    }

    package func instant(_ column: Int) -> Instant { Instant(milliseconds: int(column)) }
    package func instantIfAny(_ column: Int) -> Instant? { isNull(column) ? nil : instant(column) }

    @inline(__always) package func raw<Value: RawRepresentable>(_ column: Int, as: Value.Type = Value.self) throws -> Value
    where Value.RawValue == String {
        guard let value = Value(rawValue: text(column)) else { throw UnreadableRow("\(Value.self)", "\(column)") }
        return value
    }

    package func carrier(_ column: Int) throws -> Carrier {
        guard let value = Carrier(text(column)) else { throw UnreadableRow("carrier", "code") }
        return value
    }

    package func path(_ column: Int) -> OrganisationPath { OrganisationPath(text(column)) }
}

extension Scope {
    /// The condition that keeps a query inside this scope, for a table whose `column` holds the organisation's path.
    /// A unit's scope bounds by its own seat; tables that know the unit add `unit = …` themselves.
    package func contains(path column: StaticString) -> SQLText {
        switch self {
        case .everything: "1 = 1"
        case .subtree(_, let path), .unit(_, _, let path):
            "\(fixed: column) >= \(path.text) AND \(fixed: column) < \(path.upperBound)"
        // Whoever has a link sees nothing of an organisation's; queries about his own things say so themselves.
        case .card, .part: "1 = 0"
        }
    }
}
