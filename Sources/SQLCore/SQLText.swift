/// SQL written once: text in which every value is a bound parameter.
///
/// Interpolating a value adds a `?` and a bind; interpolating another `SQLText` splices it in; table and column names come only
/// from literals. Text never holds a literal question mark, so an engine with numbered parameters can render by position.
package struct SQLText: ExpressibleByStringInterpolation, Hashable, Sendable {
    package private(set) var text: String
    package private(set) var binds: [SQLValue]

    package init(stringLiteral value: String) {
        text = value
        binds = []
    }

    package init(stringInterpolation: Interpolation) {
        text = stringInterpolation.text
        binds = stringInterpolation.binds
    }

    package struct Interpolation: StringInterpolationProtocol {
        var text = ""
        var binds: [SQLValue] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 2)
            binds.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        package mutating func appendInterpolation(_ value: some SQLBindable) {
            text += "?"
            binds.append(value.sqlValue)
        }

        package mutating func appendInterpolation(_ fragment: SQLText) {
            text += fragment.text
            binds += fragment.binds
        }

        /// A name or keyword fixed in the program, never input.
        package mutating func appendInterpolation(fixed: StaticString) {
            text += fixed.description
        }
    }

    package static func + (left: SQLText, right: SQLText) -> SQLText {
        var joined = left
        joined.text += right.text
        joined.binds += right.binds
        return joined
    }

    package static func += (left: inout SQLText, right: SQLText) {
        left.text += right.text
        left.binds += right.binds
    }

    /// `(?, ?, ?)` for an `IN` test; an empty list becomes `(NULL)`, which no row equals.
    package static func list(_ values: [some SQLBindable]) -> SQLText {
        guard !values.isEmpty else { return "(NULL)" }
        var result: SQLText = "("
        for (position, value) in values.enumerated() {
            result += position == 0 ? "\(value)" : ", \(value)"
        }
        result += ")"
        return result
    }

    /// How many values a statement names: an engine takes so many and no more.
    private static let namedMax = 400

    /// Lists for `IN` tests that together name all the values, each as many as a statement may; none where there is no value.
    package static func lists(_ values: [some SQLBindable]) -> [SQLText] {
        stride(from: 0, to: values.count, by: namedMax).map { list(Array(values[$0..<min($0 + namedMax, values.count)])) }
    }

    /// That a column lies from `lo` to `hi`. One value is asked for as such: a table that is spread by it is then looked up in one piece.
    package static func from<Value: SQLBindable & Equatable>(_ lo: Value, to hi: Value, _ column: SQLText) -> SQLText {
        lo == hi ? "\(column) = \(lo)" : "\(column) >= \(lo) AND \(column) <= \(hi)"
    }

    /// The conditions joined by AND; always true when there are none.
    package static func all(_ conditions: [SQLText]) -> SQLText {
        guard var joined = conditions.first else { return "1 = 1" }
        for condition in conditions.dropFirst() {
            joined += " AND "
            joined += condition
        }
        return joined
    }

    /// Any of the conditions, in brackets; never true when there are none.
    package static func any(_ conditions: [SQLText]) -> SQLText {
        guard let first = conditions.first else { return "1 = 0" }
        var joined: SQLText = "("
        joined += first
        for condition in conditions.dropFirst() {
            joined += " OR "
            joined += condition
        }
        joined += ")"
        return joined
    }
}
