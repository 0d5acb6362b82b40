import CSQLite
import CSQLiteFeed
import SQLCore

/// Adds the rows of one `append`. The first go one by one, guarded; from then on they are gathered and added many at a time, without the
/// guards, since every switch makes SQLite prepare the connection's statements again. Whatever else the session runs meanwhile finds
/// them there.
final class BulkSink: RowSink {
    private struct State {
        var feed = shiming_feed()
        var guardedRows = 0
    }

    private let single: SQLiteStatement
    private let many: String
    private unowned let connection: SQLiteConnection
    /// Behind a pointer: one thread uses it, and the checks of a class's own variables cost as much as the work, column by column.
    private let state: UnsafeMutablePointer<State>

    private static let guardedRowsMax = 256
    private static let gatheredRowsMax: UInt32 = 1_024

    init(single: SQLiteStatement, many: String, columns: Int, on connection: SQLiteConnection) {
        self.single = single
        self.many = many
        self.connection = connection
        state = .allocate(capacity: 1)
        state.initialize(to: State())
        state.pointee.feed.columns = UInt32(columns)
    }

    deinit {
        shiming_feed_free(&state.pointee.feed)
        state.deinitialize(count: 1)
        state.deallocate()
    }

    private var isGathering: Bool { state.pointee.guardedRows == Self.guardedRowsMax }

    func null() {
        if isGathering { shiming_feed_add(&state.pointee.feed, UInt32(SHIMING_FED_NULL), 0, nil, 0) } else { single.null() }
    }

    func int(_ value: Int64) {
        if isGathering { shiming_feed_add(&state.pointee.feed, UInt32(SHIMING_FED_INT), value, nil, 0) } else { single.int(value) }
    }

    func text(_ utf8: UnsafeBufferPointer<UInt8>) {
        guard isGathering else { return single.text(utf8) }
        shiming_feed_add(&state.pointee.feed, UInt32(SHIMING_FED_TEXT), 0, utf8.baseAddress, UInt32(utf8.count))
    }

    func blob(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard isGathering else { return single.blob(bytes) }
        shiming_feed_add(&state.pointee.feed, UInt32(SHIMING_FED_BLOB), 0, bytes.baseAddress, UInt32(bytes.count))
    }

    func endRow() throws {
        guard isGathering else {
            try single.endRow()
            state.pointee.guardedRows += 1
            return
        }
        guard state.pointee.feed.is_exhausted == 0 else { throw SQLFailure(.inputOutput, "no memory for the rows of a bulk") }
        guard state.pointee.feed.count % state.pointee.feed.columns == 0 else {
            throw SQLFailure(.misuse, "a row of a bulk has not as many values as columns")
        }
        if shiming_feed_rows(&state.pointee.feed) >= Self.gatheredRowsMax { try flush() }
    }

    /// Adds what is gathered; a row that has been begun stays.
    func flush() throws {
        guard shiming_feed_rows(&state.pointee.feed) > 0 else { return }
        defer { shiming_feed_drop_rows(&state.pointee.feed) }
        try connection.add(&state.pointee.feed, by: many)
    }
}
