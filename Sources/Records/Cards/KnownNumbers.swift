import Numbers
import SQLCore

/// Which of very many numbers are in a directory, found in one walk over both: new stock lies in gaps between what is known, and a gap
/// costs one seek however many rows fall into it.
enum KnownNumbers {
    /// How many stored numbers are passed over before it is cheaper to seek.
    private static let patience = 24
    /// How many stored numbers one question may give: an engine may hold them all in memory.
    private static let stretch = 256

    /// The latest subscription of each ICCID that is known. `sorted` ascending.
    static func iccids(_ sorted: [NumberText], in session: any Session) throws -> [NumberText: Int64] {
        guard let last = sorted.last else { return [:] }
        return try walk(sorted) { from, visit in
            try session.each(
                """
                SELECT iccid, subscription FROM iccid_directory WHERE iccid >= \(from.description) AND iccid <= \(last.description)
                ORDER BY iccid, ordinal LIMIT \(stretch)
                """
            ) { row in
                guard let iccid = NumberText(row.text(0)) else { throw UnreadableRow("iccid_directory", "iccid") }
                return visit(iccid, row.int(1))
            }
        }
    }

    static func msisdns(_ sorted: [Int64], in session: any Session) throws -> [Int64: Int64] {
        guard let last = sorted.last else { return [:] }
        return try walk(sorted) { from, visit in
            try session.each(
                """
                SELECT msisdn, subscription FROM msisdn_directory WHERE msisdn >= \(from) AND msisdn <= \(last) ORDER BY msisdn, ordinal
                LIMIT \(stretch)
                """
            ) { visit($0.int(0), $0.int(1)) }
        }
    }

    static func imsis(_ sorted: [Int64], in session: any Session) throws -> [Int64: Int64] {
        guard let last = sorted.last else { return [:] }
        return try walk(sorted) { from, visit in
            try session.each(
                """
                SELECT imsi, subscription FROM imsi_directory WHERE imsi >= \(from) AND imsi <= \(last) ORDER BY imsi, ordinal
                LIMIT \(stretch)
                """
            ) { visit($0.int(0), $0.int(1)) }
        }
    }

    private static func walk<Number: Hashable & Comparable>(
        _ sorted: [Number], _ scan: (_ from: Number, _ visit: (Number, Int64) -> Bool) throws -> Void
    ) throws -> [Number: Int64] {
        var known: [Number: Int64] = [:]
        var position = 0
        while position < sorted.count {
            let began = position
            var passed = 0
            var rows = 0
            try scan(sorted[position]) { number, subscription in
                rows += 1
                while position < sorted.count, sorted[position] < number { position += 1 }
                guard position < sorted.count else { return false }
                if sorted[position] == number {
                    known[number] = subscription
                    passed = 0
                    return true
                }
                passed += 1
                return passed < patience
            }
            // Fewer rows than were asked for, and none passed over: nothing more is stored.
            guard passed >= patience || rows == stretch else { break }
            // One number that fills a whole stretch: what follows must not wait for it.
            if position == began, passed < patience, rows == stretch { position += 1 }
        }
        return known
    }
}
