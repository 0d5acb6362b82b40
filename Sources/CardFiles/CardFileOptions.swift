import Numbers
import Tabular

/// How a card file is to be read.
package struct CardFileOptions: Sendable {
    /// A column, by its place or by its name in the heading.
    package enum Column: Sendable, Hashable {
        /// Counted from 0.
        case place(Int)
        case name(String)
    }

    package struct Choice: Sendable {
        package let column: Column
        /// Nil: leave the column out.
        package let field: CardField?

        package init(_ column: Column, _ field: CardField?) {
            self.column = column
            self.field = field
        }
    }

    /// What somebody said about columns; it goes above what their names say.
    package var choices: [Choice] = []
    /// False when the first row is a card already; then the choices must name the columns by place.
    package var hasHeading = true
    package var limits = TabularLimits()
    package var context: NumberContext

    package init(context: NumberContext) { self.context = context }
}
