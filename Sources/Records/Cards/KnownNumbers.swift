import Numbers
import SQLCore

/// Which of very many numbers are in a directory. Where what is stored has gaps that many of them fall into, as when stock comes in order,
/// one walk over both finds out: a gap costs one seek, however many fall into it. Where few fall into each, as when a file is shuffled,
/// every number is sought for itself, hundreds by one statement: a directory that is spread is then sought in the one piece that can hold it.
enum KnownNumbers {
    /// How many stored numbers are passed over before it is cheaper to seek.
    private static let patience = 24
    /// How many stored numbers one question may give: an engine may hold them all in memory.
    private static let stretch = 256
    /// How many numbers a walk must come forward to be worth its question.
    private static let worthwhile = 64
    /// How many numbers one statement seeks: few sizes, the last filled up, so that few statements are prepared.
    static let soughtAtOnce = [8, 64, 512]

    /// The latest subscription of each ICCID that is known. `sorted` ascending.
    static func iccids(_ sorted: [NumberText], in session: any Session) throws -> [NumberText: Int64] {
        guard let last = sorted.last else { return [:] }
        return try known(sorted) { from, visit in
            try session.each(
                """
                SELECT iccid, subscription FROM iccid_directory WHERE iccid >= \(from.description) AND iccid <= \(last.description)
                ORDER BY iccid, ordinal LIMIT \(stretch)
                """
            ) { visit(try iccid($0), $0.int(1)) }
        } seek: { numbers, found in
            try session.each(
                """
                WITH sought (number) AS (VALUES \(rows(numbers.map(\.description)))) SELECT number, (SELECT d.subscription
                FROM iccid_directory d WHERE d.iccid = sought.number ORDER BY d.ordinal DESC LIMIT 1) FROM sought
                """
            ) { row in
                if let subscription = row.intIfAny(1) { found(try iccid(row), subscription) }
                return true
            }
        }
    }

    static func msisdns(_ sorted: [Int64], in session: any Session) throws -> [Int64: Int64] {
        try numbers(sorted, "msisdn", in: "msisdn_directory", session)
    }

    static func imsis(_ sorted: [Int64], in session: any Session) throws -> [Int64: Int64] {
        try numbers(sorted, "imsi", in: "imsi_directory", session)
    }

    private static func numbers(
        _ sorted: [Int64], _ column: SQLText, in directory: SQLText, _ session: any Session
    ) throws -> [Int64: Int64] {
        guard let last = sorted.last else { return [:] }
        return try known(sorted) { from, visit in
            try session.each(
                """
                SELECT \(column), subscription FROM \(directory) WHERE \(column) >= \(from) AND \(column) <= \(last)
                ORDER BY \(column), ordinal LIMIT \(stretch)
                """
            ) { visit($0.int(0), $0.int(1)) }
        } seek: { numbers, found in
            try session.each(
                """
                WITH sought (number) AS (VALUES \(rows(numbers))) SELECT number, (SELECT d.subscription
                FROM \(directory) d WHERE d.\(column) = sought.number ORDER BY d.ordinal DESC LIMIT 1) FROM sought
                """
            ) { row in
                if let subscription = row.intIfAny(1) { found(row.int(0), subscription) }
                return true
            }
        }
    }

    private static func iccid(_ row: any SQLRow) throws -> NumberText {
        guard let iccid = NumberText(row.text(0)) else { throw UnreadableRow("iccid_directory", "iccid") }
        return iccid
    }

    /// `(?), (?), …`
    private static func rows(_ numbers: [some SQLBindable]) -> SQLText {
        var rows: SQLText = ""
        for (place, number) in numbers.enumerated() { rows += place == 0 ? "(\(number))" : ", (\(number))" }
        return rows
    }

    // MARK: Walking, or seeking

    private typealias Scan<Number> = (_ from: Number, _ visit: (Number, Int64) -> Bool) throws -> Void
    private typealias Seek<Number> = (_ numbers: [Number], _ found: (Number, Int64) -> Void) throws -> Void

    private static func known<Number: Hashable & Comparable>(
        _ sorted: [Number], walk scan: Scan<Number>, seek: Seek<Number>
    ) throws -> [Number: Int64] {
        var known: [Number: Int64] = [:]
        var position = 0
        // Twice as much is sought after every walk that was not worthwhile.
        var sought = soughtAtOnce[soughtAtOnce.count - 1]
        while position < sorted.count {
            let began = position
            if sorted.count - position > worthwhile {
                guard try walk(sorted, from: &position, &known, scan) else { break }
                if position - began >= worthwhile {
                    sought = soughtAtOnce[soughtAtOnce.count - 1]
                    continue
                }
            }
            let end = min(position + sought, sorted.count)
            while position < end {
                let room = soughtAtOnce.first { $0 >= end - position } ?? soughtAtOnce[soughtAtOnce.count - 1]
                var some = Array(sorted[position..<min(position + room, end)])
                position += some.count
                some += Array(repeating: some[some.count - 1], count: room - some.count)
                try seek(some) { known[$0] = $1 }
            }
            sought *= 2
        }
        return known
    }

    /// Whether more may be stored beyond what this question gave.
    private static func walk<Number: Hashable & Comparable>(
        _ sorted: [Number], from position: inout Int, _ known: inout [Number: Int64], _ scan: Scan<Number>
    ) throws -> Bool {
        let began = position
        var place = position
        var passed = 0
        var rows = 0
        try scan(sorted[began]) { number, subscription in
            rows += 1
            while place < sorted.count, sorted[place] < number { place += 1 }
            guard place < sorted.count else { return false }
            if sorted[place] == number {
                known[number] = subscription
                passed = 0
                return true
            }
            passed += 1
            return passed < patience
        }
        position = place
        // Fewer rows than were asked for, and none passed over: nothing more is stored.
        guard passed >= patience || rows == stretch else { return false }
        // One number that fills a whole stretch: what follows must not wait for it.
        if place == began, passed < patience, rows == stretch { position += 1 }
        return true
    }
}
