/// The statements that add rows to one table.
struct AppendTexts {
    /// Where the names stand in the program: the same literal has the same place.
    struct Place: Hashable {
        let table: UnsafePointer<UInt8>
        let columns: UnsafePointer<UInt8>
        let length: Int
    }

    /// Adds one row. Failing leaves as little behind as aborting there, and spares the engine its copy of every page touched.
    let single: String
    /// Adds the rows of the connection's feed.
    let many: String
    let columns: Int

    init(_ table: String, _ columns: String) {
        let count = columns.split(separator: ",").count
        let head = "INSERT OR FAIL INTO \(table) (\(columns)) "
        let marks = Array(repeating: "?", count: count).joined(separator: ", ")
        let sources = (0..<count).map { "c\($0)" }.joined(separator: ", ")
        single = head + "VALUES (\(marks))"
        many = head + "SELECT \(sources) FROM fed_row"
        self.columns = count
    }
}
