/// A page of a list and where the next one begins.
package struct Page<Row: Sendable, Cursor: Sendable>: Sendable {
    package let rows: [Row]
    /// Nil on the last page.
    package let next: Cursor?

    package init(rows: [Row], next: Cursor?) {
        self.rows = rows
        self.next = next
    }

    /// From one row more than the page holds, when there are so many.
    package init(_ found: [Row], limit: Int, cursor: (Row) -> Cursor) {
        rows = Array(found.prefix(limit))
        next = found.count > limit ? rows.last.map(cursor) : nil
    }
}

extension Page: Equatable where Row: Equatable, Cursor: Equatable {}

extension Settings {
    /// Rows on a page: as asked, within bounds.
    package func rows(_ asked: Int?) -> Int {
        min(max(asked ?? pageRows, 1), pageRowsMax)
    }
}
