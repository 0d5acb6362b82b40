import Dispatch
import Ledger
import SQLCore

/// A sink that grows the tree of its rows' leaves, and hands the rows on where there is another sink.
final class CommittingSink: RowSink {
    private struct State {
        var leaf = RowLeaf()
        var tree = BulkTree()
        var failure: (any Error)?
    }

    private let table: RegisteredTable
    private let sink: (any RowSink)?
    /// Behind a pointer: one thread uses it, and the checks of a class's own variables cost as much as the work, column by column.
    private let state: UnsafeMutablePointer<State>

    init(_ table: RegisteredTable, into sink: (any RowSink)? = nil) {
        self.table = table
        self.sink = sink
        state = .allocate(capacity: 1)
        state.initialize(to: State())
        state.pointee.leaf.begin(table)
    }

    deinit {
        state.deinitialize(count: 1)
        state.deallocate()
    }

    var tree: BulkTree { state.pointee.tree }

    func null() {
        sink?.null()
        state.pointee.leaf.null()
    }

    func int(_ value: Int64) {
        sink?.int(value)
        do { try state.pointee.leaf.int(value) } catch { state.pointee.failure = error }
    }

    func text(_ utf8: UnsafeBufferPointer<UInt8>) {
        sink?.text(utf8)
        state.pointee.leaf.text(utf8: utf8)
    }

    func blob(_ bytes: UnsafeBufferPointer<UInt8>) {
        sink?.blob(bytes)
        state.pointee.leaf.blob(bytes)
    }

    func endRow() throws {
        if let failure = state.pointee.failure { throw failure }
        try sink?.endRow()
        state.pointee.leaf.end()
        state.pointee.leaf.bytes.withUnsafeBytes { state.pointee.tree.add($0) }
        state.pointee.leaf.begin(table)
    }
}

/// The tree of many rows, grown on another thread while the rows are being written: hashing is a third of the work.
final class TreeInTheMaking: @unchecked Sendable {
    private let done = DispatchSemaphore(value: 0)
    /// Written before `done` is signalled, read after.
    private var outcome: Result<BulkTree, any Error> = .success(BulkTree())

    /// `rows` gives the same rows whenever it is called.
    init(_ table: RegisteredTable, _ rows: @escaping @Sendable (any RowSink) throws -> Void) {
        DispatchQueue.global(qos: .userInitiated).async { [self] in
            outcome = Result {
                let sink = CommittingSink(table)
                try rows(sink)
                return sink.tree
            }
            done.signal()
        }
    }

    /// Waits for it; called once.
    func finished() throws -> BulkTree {
        done.wait()
        return try outcome.get()
    }
}
