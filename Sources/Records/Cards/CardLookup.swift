import Numbers
import Registry
import SQLCore

/// From a number to the subscription that has it now.
package enum CardLookup {
    /// The latest life under the number; nil when there is none, or when the beginning of an ICCID fits several cards.
    package static func subscription(_ number: CardNumber, in session: any Session) throws -> Int64? {
        switch number {
        case .iccid(let text):
            let exact = try byICCID(text.description, in: session)
            return try exact ?? (text.count == 19 ? byStart(text.description, in: session) : nil)
        case .iccidStart(let text): return try byStart(text.description, in: session)
        case .msisdn(let number): return try byMSISDN(number, in: session)
        case .imsi(let number): return try byIMSI(number, in: session)
        }
    }

    /// The place the next holder of the number takes in its directory.
    static func nextOrdinal(iccid: String, in session: any Session) throws -> Int64 {
        try session.first("SELECT COALESCE(MAX(ordinal) + 1, 0) FROM iccid_directory WHERE iccid = \(iccid)") { $0.int(0) } ?? 0
    }

    static func nextOrdinal(msisdn: Int64, in session: any Session) throws -> Int64 {
        try session.first("SELECT COALESCE(MAX(ordinal) + 1, 0) FROM msisdn_directory WHERE msisdn = \(msisdn)") { $0.int(0) } ?? 0
    }

    static func nextOrdinal(imsi: Int64, in session: any Session) throws -> Int64 {
        try session.first("SELECT COALESCE(MAX(ordinal) + 1, 0) FROM imsi_directory WHERE imsi = \(imsi)") { $0.int(0) } ?? 0
    }

    static func byICCID(_ iccid: String, in session: any Session) throws -> Int64? {
        try session.first("SELECT subscription FROM iccid_directory WHERE iccid = \(iccid) ORDER BY ordinal DESC LIMIT 1") { $0.int(0) }
    }

    static func byMSISDN(_ msisdn: Int64, in session: any Session) throws -> Int64? {
        try session.first("SELECT subscription FROM msisdn_directory WHERE msisdn = \(msisdn) ORDER BY ordinal DESC LIMIT 1") { $0.int(0) }
    }

    static func byIMSI(_ imsi: Int64, in session: any Session) throws -> Int64? {
        try session.first("SELECT subscription FROM imsi_directory WHERE imsi = \(imsi) ORDER BY ordinal DESC LIMIT 1") { $0.int(0) }
    }

    /// Cards that begin with an ICCID printed without its last character, where it fits several; few, by that character.
    package static func several(_ number: CardNumber, in session: any Session) throws -> [Int64] {
        let start: String
        switch number {
        case .iccidStart(let text): start = text.description
        case .iccid(let text) where text.count == 19: start = text.description
        default: return []
        }
        let found = try session.all(
            """
            SELECT iccid, subscription FROM iccid_directory WHERE iccid >= \(start) AND iccid < \(start + "[") ORDER BY iccid, ordinal LIMIT 100
            """
        ) { ($0.text(0), $0.int(1)) }
        let cards = Dictionary(found) { $1 }
        return cards.count > 1 ? cards.values.sorted() : []
    }

    /// R-NF-01: an ICCID printed without its last character, if exactly one card begins so.
    private static func byStart(_ start: String, in session: any Session) throws -> Int64? {
        // A colon follows the digits and a bracket the letters: no character of an ICCID lies beyond.
        let found = try session.all(
            "SELECT DISTINCT iccid FROM iccid_directory WHERE iccid >= \(start) AND iccid < \(start + "[") LIMIT 2"
        ) { $0.text(0) }
        guard found.count == 1, found[0].utf8.count == start.utf8.count + 1 else { return nil }
        return try byICCID(found[0], in: session)
    }
}
