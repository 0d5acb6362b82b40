import Foundation
import Ledger
import Registry
import Tabular
import Vault

/// A file of what cards used, line after line, in constant memory.
protocol UsageSource: AnyObject {
    /// nil at the end. Throws a `Refusal` when the file cannot be read on.
    func next() throws -> UsageRow?
}

enum UsageSources {
    /// JSON lines by their first character, everything else as a table.
    static func open(_ file: SealedFileReader, _ reading: UsageReading, rowsMax: Int) throws -> (source: any UsageSource, format: String) {
        var start = [UInt8](repeating: 0, count: 64)
        let length = try start.withUnsafeMutableBytes { try file.read(at: 0, into: $0) }
        let first = start.prefix(length).first { !" \t\r\n\u{FEFF}".utf8.contains($0) }
        if first == UInt8(ascii: "{") { return (UsageLines(file, reading), "ndjson") }
        return (try UsageTable(SealedBytes(file), reading, rowsMax: rowsMax), "table")
    }
}

/// One JSON object a line.
final class UsageLines: UsageSource {
    private let file: SealedFileReader
    private let reading: UsageReading
    private var offset = 0
    private var buffer: [UInt8] = []
    private var position = 0
    private var row: Int64 = 0

    private static let chunk = 1 << 16
    /// Longer lines are not about a card's use.
    private static let lineMax = 1 << 14

    init(_ file: SealedFileReader, _ reading: UsageReading) {
        self.file = file
        self.reading = reading
    }

    func next() throws -> UsageRow? {
        while let line = try nextLine() {
            row += 1
            guard let line else { return UsageRow(row, unreadable: "line-too-long") }
            let text = String(decoding: line, as: UTF8.self)
            if text.allSatisfy(\.isWhitespace) { continue }
            guard let members = (try? JSONValue(parsing: text))?.objectValue?.members else { return UsageRow(row, unreadable: "not-json") }
            var cells: [UsageField: String] = [:]
            for member in members {
                guard let field = UsageField.named(member.key), let value = Self.text(member.value), cells[field] == nil else { continue }
                cells[field] = value
            }
            return UsageRow(row, cells, reading)
        }
        return nil
    }

    private static func text(_ value: JSONValue) -> String? { value.stringValue ?? value.integerValue.map { String($0) } }

    /// The next line without its end; `.some(nil)` when it is too long, nil at the end of the file.
    private func nextLine() throws -> ArraySlice<UInt8>?? {
        var isTooLong = false
        while true {
            if let end = buffer[position...].firstIndex(of: 0x0A) {
                let found = buffer[position..<end]
                position = end + 1
                return .some(isTooLong || found.count > Self.lineMax ? nil : found)
            }
            if buffer.count - position > Self.lineMax {
                isTooLong = true
                position = buffer.count
            }
            buffer.removeSubrange(..<position)
            position = 0
            guard try fill() else {
                guard !buffer.isEmpty || isTooLong else { return nil }
                let found = buffer[...]
                position = buffer.count
                return .some(isTooLong ? nil : found)
            }
        }
    }

    private func fill() throws -> Bool {
        let old = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: Self.chunk))
        let length = try buffer.withUnsafeMutableBytes { bytes in
            try file.read(at: offset, into: UnsafeMutableRawBufferPointer(rebasing: bytes[old...]))
        }
        offset += length
        buffer.removeSubrange((old + length)...)
        return length > 0
    }
}

/// CSV or XLSX with a heading.
final class UsageTable: UsageSource {
    private let reader: TableReader
    private let reading: UsageReading
    private var columns: [(Int, UsageField)] = []

    init(_ bytes: any RandomAccessBytes, _ reading: UsageReading, rowsMax: Int) throws {
        self.reading = reading
        var limits = TabularLimits()
        limits.rows = rowsMax + 1
        do {
            reader = try TableReader(bytes, limits: limits)
            guard try reader.next() else { throw Refusal.fileEmpty }
            for column in 0..<reader.fieldCount {
                guard let field = UsageField.named(reader.text(column)), !columns.contains(where: { $0.1 == field }) else { continue }
                columns.append((column, field))
            }
        } catch let refusal as TabularRefusal {
            throw Refusal(usage: refusal)
        }
        let found = Set(columns.map(\.1))
        guard found.contains(.number), found.contains(.usedAt) else { throw Refusal.usageHeading }
    }

    func next() throws -> UsageRow? {
        do {
            guard try reader.next() else { return nil }
        } catch {
            throw Refusal(usage: error)
        }
        let row = Int64(reader.rowNumber)
        if let fault = reader.fault { return UsageRow(row, unreadable: fault.rawValue) }
        var cells: [UsageField: String] = [:]
        for (column, field) in columns {
            cells[field] = reader.text(column).trimmingCharacters(in: .whitespacesAndNewlines)
        }
        return UsageRow(row, cells, reading)
    }
}

extension Refusal {
    fileprivate init(usage refusal: TabularRefusal) {
        self.init(
            refusal.code.rawValue, .invalid, house: .form, en: refusal.english, zh: refusal.chinese,
            mend: LocalText(en: "Send it again.", zh: "请重新上传。"))
    }

    static let usageHeading = Refusal(
        "usage-heading", .invalid, house: .form, en: "The first row must name a column of card numbers and one of times of use.",
        zh: "首行须含卡号列和最近使用时间列。",
        mend: LocalText(en: "Name them `iccid` and `usedAt`, or send JSON lines.", zh: "请将列名设为 iccid 和 usedAt，或上传 JSON 行。"))
}
