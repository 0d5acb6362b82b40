/// What a table may cost before it is refused. Every field stands in the configuration under its own name.
package struct TabularLimits: Sendable, Equatable {
    /// Rows that are not empty, the heading included. The next one ends the file with `too-many-rows`.
    package var rows = 2_000_001
    /// Columns in a row. Empty cells beyond do no harm; a filled one is `too-many-columns`.
    package var columns = 256
    /// Bytes of one cell, as UTF-8.
    package var fieldBytes = 32 * 1_024
    /// Bytes of one row, as UTF-8; also how far a quotation mark that nobody closes can reach.
    package var rowBytes = 128 * 1_024
    /// Line ends inside the quoted cells of one row.
    package var lineEndsInRow = 200

    /// Parts in an XLSX file.
    package var entries = 1_000
    /// Bytes that one part of an XLSX file may become when inflated.
    package var entryInflatedBytes = 1_024 * 1_024 * 1_024
    /// Bytes that all parts read from an XLSX file may become when inflated.
    package var totalInflatedBytes = 1_536 * 1_024 * 1_024
    /// How many times larger a part may become; judged once it has passed `ratioFloorBytes`.
    package var inflateRatio = 200
    /// Small parts may be as compressible as they like.
    package var ratioFloorBytes = 8 * 1_024 * 1_024
    /// Distinct texts that the cells of an XLSX file refer to.
    package var sharedStrings = 6_000_000
    /// Bytes of those texts together, held in memory while the file is read.
    package var sharedStringBytes = 112 * 1_024 * 1_024
    /// Bytes of one XML tag, comment or instruction.
    package var markupBytes = 1_024 * 1_024
    /// How deep XML elements may be nested.
    package var markupDepth = 64
    /// Distinct names of elements and attributes that the format does not know.
    package var markupNames = 1_000

    package init() {}
}
