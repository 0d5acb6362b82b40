/// Remembers the last cell of a column: carriers, provinces and products come in long runs of the same text.
struct CellMemory<Value> {
    private var cell: [UInt8]?
    private var outcome: Outcome

    /// What a cell was found to be.
    struct Outcome {
        var value: Value?
        var problem: RowCode?
        /// Of the value, for comparing whole rows; 0 when there is none.
        var hash: UInt64 = 0
    }

    init() { outcome = Outcome() }

    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ judge: (UnsafeBufferPointer<UInt8>) -> Outcome) -> Outcome {
        let isKnown = cell?.withUnsafeBufferPointer { CellText.areEqual($0, bytes) } ?? false
        if !isKnown {
            outcome = judge(bytes)
            cell = Array(bytes)
        }
        return outcome
    }
}
