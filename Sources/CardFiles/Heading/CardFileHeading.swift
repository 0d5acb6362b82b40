import Tabular

/// What was found in the heading of a card file.
package struct CardFileHeading: Sendable, Equatable {
    package struct Column: Sendable, Equatable {
        /// From 0.
        package let place: Int
        /// As it stands in the file.
        package let name: String
        /// Nil when the column is not used.
        package let field: CardField?
        /// Whether a repair file added it: it is neither used nor reported.
        package let isRepair: Bool
    }

    package let columns: [Column]
    /// The heading's row as a spreadsheet numbers it; 0 when the file has none.
    package let row: Int
    package let shape: TableShape

    /// The names of the columns that nobody knows, for the report. A name that could be a number is replaced by its place.
    package var ignored: [String] {
        columns.filter { $0.field == nil && !$0.isRepair && !$0.name.isEmpty }.map(Self.reportable)
    }

    /// The place of a field's column; nil when there is none.
    package func place(of field: CardField) -> Int? { columns.first { $0.field == field }?.place }

    static let longestName = 40

    static func reportable(_ column: Column) -> String {
        let digits = column.name.unicodeScalars.count { $0.properties.numericType != nil }
        return digits >= 6 ? "#\(column.place + 1)" : String(column.name.prefix(longestName))
    }
}
