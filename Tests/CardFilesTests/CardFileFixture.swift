import CardFiles
import Glibc
import Numbers
import Tabular
import Testing

/// Invented cards. Number `n` of a series has its own ICCID, number and IMSI.
enum Card {
    static func iccid(_ n: Int) -> String {
        let body = "898604" + padded(n, 13)
        return body + String((10 - luhn(body + "0") % 10) % 10)
    }

    static func msisdn(_ n: Int) -> String { String(1_440_000_000_000 + n) }
    static func imsi(_ n: Int) -> String { String(460_040_000_000_000 + n) }

    private static func padded(_ n: Int, _ length: Int) -> String {
        let digits = String(n)
        return String(repeating: "0", count: length - digits.count) + digits
    }

    private static func luhn(_ digits: String) -> Int {
        digits.reversed().enumerated().reduce(0) { sum, item in
            let digit = item.element.wholeNumberValue ?? 0
            let doubled = item.offset % 2 == 1 ? digit * 2 : digit
            return sum + doubled / 10 + doubled % 10
        }
    }
}

enum Fixture {
    static var options: CardFileOptions {
        get throws {
            CardFileOptions(context: NumberContext(today: try #require(CivilDate(yyyymmdd: 20_261_123))))
        }
    }

    static func open(_ text: String, _ change: (inout CardFileOptions) -> Void = { _ in }) throws -> CardFile {
        try open(Array(text.utf8), change)
    }

    static func open(_ bytes: [UInt8], _ change: (inout CardFileOptions) -> Void = { _ in }) throws -> CardFile {
        var options = try options
        change(&options)
        return try CardFile(BytesInMemory(bytes), options: options)
    }

    static func lines(_ file: CardFile, from row: Int = 0, seed: UInt64 = 1) throws -> [CardLine] {
        let lines = try file.lines(try file.index(seed: HashSeed(seed, 2)), from: row)
        var all: [CardLine] = []
        while let line = try lines.next() { all.append(line) }
        return all
    }

    static func lines(_ text: String) throws -> [CardLine] { try lines(try open(text)) }

    /// The only row under a heading.
    static func line(_ heading: String, _ row: String) throws -> CardLine {
        try #require(try lines(heading + "\n" + row + "\n").first)
    }

    static func refusal(_ text: String, _ change: (inout CardFileOptions) -> Void = { _ in }) -> String? {
        do {
            _ = try lines(try open(text, change))
            return nil
        } catch {
            return (error as? CardFileRefusal)?.code
        }
    }

    static func gb18030(_ text: String) -> [UInt8] {
        let converter = iconv_open("GB18030", "UTF-8")
        defer { iconv_close(converter) }
        var input = Array(text.utf8).map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: input.count * 2 + 16)
        let room = output.count
        let written = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var from = input.baseAddress
                var left = input.count
                var to = output.baseAddress
                var space = room
                _ = iconv(converter, &from, &left, &to, &space)
                return room - space
            }
        }
        return output.prefix(written).map { UInt8(bitPattern: $0) }
    }

    static func xlsx(_ rows: [[String]]) throws -> [UInt8] {
        let output = Output()
        var writer = try XLSXWriter(sheet: "卡", write: { output.bytes += $0 })
        for row in rows { try writer.row(row) }
        try writer.finish()
        return output.bytes
    }

    static func csv(_ rows: [[String]]) -> String {
        rows.map { row in
            row.map { $0.contains(where: { ",\"\n".contains($0) }) ? "\"" + $0.replacing("\"", with: "\"\"") + "\"" : $0 }.joined(
                separator: ",")
        }.joined(separator: "\r\n") + "\r\n"
    }
}

final class Output {
    var bytes: [UInt8] = []
}

extension CardLine {
    var codes: [String] {
        switch self {
        case .card: []
        case .problem(_, let findings): findings.map(\.code.rawValue)
        case .repetition: ["repeat-in-file"]
        }
    }

    var card: CardRow? { if case .card(let card) = self { card } else { nil } }
}
