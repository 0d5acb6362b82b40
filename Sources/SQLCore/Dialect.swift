/// The named holes in which the engines differ; the list does not grow without an ADR (docs/adr/0001, 0012, 0014, 0022).
package protocol Dialect: Sendable {
    var name: String { get }
    /// Column types, written `{int}`, `{text}`, `{blob}` in migrations.
    var intType: String { get }
    var textType: String { get }
    var blobType: String { get }
    /// Ends an ordinary table definition; written `{table}`.
    var tableSuffix: String { get }
    /// Ends a table that is stored in the order of its primary key; written `{clustered}`.
    var clusteredSuffix: String { get }
    /// `FOR UPDATE` where rows can be locked, otherwise empty.
    var rowLock: SQLText { get }
    /// `FOR UPDATE SKIP LOCKED` where rows can be locked, otherwise empty.
    var skipLocked: SQLText { get }
    /// Taken by a transaction that changes the schema, so that servers that start together do so one after the other; nil where only
    /// one server can be.
    var migrationLock: SQLText? { get }
    /// A number of the act under way, greater than that of every act whose outcome it has seen; nil where acts come one after another.
    var actOrder: SQLText? { get }
    /// How a table is spread by the hash of `column`: what ends its definition, and the statements that make the pieces; nil: it is not.
    func partition(table: String, by column: String) -> (suffix: String, statements: [String])?
    /// Statements after which the database itself writes the key of every row of `table` that is added, changed or removed into the table
    /// `notes` (`note`, a number of its own, and the key's columns), in the transaction that does it; and those that end it, which
    /// suffer that there is nothing to end. `key`: columns and their types.
    func changeNotes(of table: String, in notes: String, key: [(name: String, type: String)]) -> (begin: [String], end: [String])
    /// Statements after which the database itself refuses to change, delete or replace a row of `table`.
    /// `keys`: each unique key as its columns.
    func appendOnlyGuard(table: String, keys: [[String]]) -> [String]
}

extension Dialect {
    /// Fills the holes of a migration's text.
    package func fill(_ template: String) -> String {
        var filled = template
        for (hole, value) in [
            ("{int}", intType), ("{text}", textType), ("{blob}", blobType),
            ("{table}", tableSuffix), ("{clustered}", clusteredSuffix),
        ] {
            filled = filled.split(separator: hole, omittingEmptySubsequences: false).joined(separator: value)
        }
        return filled
    }
}
