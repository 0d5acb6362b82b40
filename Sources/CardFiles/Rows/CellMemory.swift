/// Remembers the last cell of a column: carriers, provinces and products come in long runs of the same text.
struct CellMemory<Value> {
    /// What a cell was found to be.
    struct Outcome {
        var value: Value?
        var problem: RowCode?
        /// Of the value, for comparing whole rows; 0 when there is none.
        var hash: UInt64 = 0
    }

    private var cell: [UInt8] = []
    private(set) var outcome = Outcome()

    /// Whether `bytes` are the cell that `outcome` belongs to. At first that is the empty cell, which says nothing.
    @inline(__always)
    func holds(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        cell.withUnsafeBufferPointer { CellText.areEqual($0, bytes) }
    }

    @inline(never)
    mutating func remember(_ bytes: UnsafeBufferPointer<UInt8>, _ outcome: Outcome) {
        cell = Array(bytes)
        self.outcome = outcome
    }
}
