import Ledger
import SQLCore

/// A sink that writes rows and grows the tree of their leaves at once.
final class CommittingSink: RowSink {
    private let table: RegisteredTable
    private let sink: any RowSink
    private var leaf = RowLeaf()
    private(set) var tree = BulkTree()
    private var failure: (any Error)?

    init(_ table: RegisteredTable, into sink: any RowSink) {
        self.table = table
        self.sink = sink
        leaf.begin(table)
    }

    func null() {
        sink.null()
        leaf.null()
    }

    func int(_ value: Int64) {
        sink.int(value)
        do { try leaf.int(value) } catch { failure = error }
    }

    func text(_ utf8: UnsafeBufferPointer<UInt8>) {
        sink.text(utf8)
        leaf.text(utf8: utf8)
    }

    func blob(_ bytes: UnsafeBufferPointer<UInt8>) {
        sink.blob(bytes)
        leaf.blob(bytes)
    }

    func endRow() throws {
        if let failure { throw failure }
        try sink.endRow()
        leaf.end()
        leaf.bytes.withUnsafeBytes { tree.add($0) }
        leaf.begin(table)
    }
}
