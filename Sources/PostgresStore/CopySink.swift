import CPostgres
import SQLCore

/// Adds the rows of one `append`: a few by one `INSERT`, many by `COPY` in the binary format, whose bytes are gathered a stretch at a
/// time. Whatever else the session runs meanwhile finds the rows there.
final class CopySink: RowSink {
    private let target: AppendTarget
    private unowned let session: PostgresSession
    /// Rows in the format of `COPY`: the number of values, then each with its length.
    private var bytes: [UInt8] = []
    /// Up to where `bytes` holds complete rows, and how many.
    private var completeEnd = 0
    private var completeRows = 0
    private var column = 0
    private var isCopying = false
    private var misfit: SQLFailure?

    private static let stretch = 64 << 10
    private static let header: [UInt8] = Array("PGCOPY\n".utf8) + [0xff, 0x0d, 0x0a, 0] + [UInt8](repeating: 0, count: 8)

    init(_ target: AppendTarget, in session: PostgresSession) {
        self.target = target
        self.session = session
    }

    // MARK: Values

    func null() { begin(length: -1) }

    func int(_ value: Int64) {
        guard fits(PostgresType.int8) else { return }
        begin(length: 8)
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }

    func text(_ utf8: UnsafeBufferPointer<UInt8>) {
        guard fits(PostgresType.text) else { return }
        begin(length: Int32(utf8.count))
        bytes.append(contentsOf: utf8)
    }

    func blob(_ blob: UnsafeBufferPointer<UInt8>) {
        guard fits(PostgresType.bytea) else { return }
        begin(length: Int32(blob.count))
        bytes.append(contentsOf: blob)
    }

    private func fits(_ type: Oid) -> Bool {
        if column < target.types.count, target.types[column] == type { return true }
        misfit = misfit ?? SQLFailure(.misuse, "value \(column + 1) of a row for \(target.table) is of another type than its column")
        column += 1
        return false
    }

    private func begin(length: Int32) {
        if column == 0 { withUnsafeBytes(of: Int16(target.types.count).bigEndian) { bytes.append(contentsOf: $0) } }
        withUnsafeBytes(of: length.bigEndian) { bytes.append(contentsOf: $0) }
        column += 1
    }

    func endRow() throws {
        if let misfit { throw misfit }
        guard column == target.types.count else {
            throw SQLFailure(.misuse, "a row of \(target.table) takes \(target.types.count) values, got \(column)")
        }
        column = 0
        completeEnd = bytes.count
        completeRows += 1
        if completeEnd >= Self.stretch { try copyComplete() }
    }

    // MARK: Sending

    /// Ends what is under way, so that another statement may run; a row that has been begun stays.
    func settle() throws {
        if isCopying || completeRows > InsertForm.rowsMax {
            try copyComplete()
            try endCopy()
        } else if completeRows > 0 {
            try insert()
        }
    }

    func finish() throws {
        guard column == 0 else { throw SQLFailure(.misuse, "a row of \(target.table) is not complete") }
        try settle()
    }

    /// They become one statement as those of single calls do.
    private func insert() throws {
        var rows: [PostgresParameters] = []
        var position = 0
        for _ in 0..<completeRows {
            var parameters = PostgresParameters()
            position += 2
            for type in target.types {
                let length = Int(Int32(bitPattern: bytes[position..<position + 4].reduce(0) { $0 << 8 | UInt32($1) }))
                position += 4
                parameters.add(length < 0 ? nil : bytes[position..<position + length], type)
                position += max(0, length)
            }
            rows.append(parameters)
        }
        forgetComplete()
        let text = "INSERT INTO \(target.table) (\(target.columns)) VALUES \(InsertForm.row(of: target.types.count))"
        for row in rows { try session.enqueue(PostgresStatement(text, row)) }
    }

    private func copyComplete() throws {
        guard completeRows > 0 else { return }
        if !isCopying { try startCopy() }
        try session.noting {
            try bytes.withUnsafeBufferPointer { try put(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer($0)[..<completeEnd])) }
        }
        forgetComplete()
    }

    private func forgetComplete() {
        bytes.removeSubrange(..<completeEnd)
        completeEnd = 0
        completeRows = 0
    }

    private func startCopy() throws {
        try session.clear()
        try session.noting {
            let answer = try session.connection.simply("COPY \(target.table) (\(target.columns)) FROM STDIN (FORMAT binary)")
            guard answer?.status == PGRES_COPY_IN else { throw session.connection.lose() }
            isCopying = true
            try Self.header.withUnsafeBytes { try put($0) }
        }
    }

    private func endCopy() throws {
        guard isCopying else { return }
        isCopying = false
        try session.noting {
            let connection = session.connection
            let trailer: [UInt8] = [0xff, 0xff]
            try trailer.withUnsafeBytes { try put($0) }
            while true {
                let state = PQputCopyEnd(connection.handle, nil)
                if state == 1 { break }
                guard state == 0 else { throw connection.lose() }
                try connection.flush()
            }
            _ = try connection.answer()
        }
    }

    /// Tells the server that the rows will not come; its refusal is expected.
    func abandon() {
        guard isCopying, !session.connection.isLost else { return }
        isCopying = false
        if PQputCopyEnd(session.connection.handle, "abandoned") >= 0 {
            _ = try? session.connection.answer()
        } else {
            session.connection.giveUp()
        }
    }

    private func put(_ piece: UnsafeRawBufferPointer) throws {
        let connection = session.connection
        while true {
            let state = PQputCopyData(connection.handle, piece.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(piece.count))
            if state == 1 { return try connection.flush() }
            guard state == 0 else { throw connection.lose() }
            try connection.flush()
        }
    }
}
