import Crypto
import Ledger
import Registry
import SQLCore

/// Where a copy stands, in the target's own marks.
package enum CopyRecords {
    private static let source = "copy-source"

    /// What tells one installation from all others; nil where there is none.
    package static func fingerprint(in session: any Session) throws -> String? {
        let ids = try session.all("SELECT name, key_id FROM installation_secret ORDER BY name") { Array($0.text(0).utf8) + $0.blob(1) }
        return ids.isEmpty ? nil : Hex.text(SHA256.hash(data: Array(ids.joined())))
    }

    /// Throws `CopyRefusal.filesWait`: files that wait lie beside the store, and no copy has them.
    package static func demandNoFilesWait(in session: any Session) throws {
        let waiting = SQLText.list(IntakeState.allCases.filter { !$0.isFinal }.map(\.rawValue))
        let cards = try session.count("SELECT COUNT(*) FROM intake WHERE state IN \(waiting)")
        let use = try session.count("SELECT COUNT(*) FROM usage_file WHERE state IN \(waiting)")
        guard cards == 0, use == 0 else { throw CopyRefusal.filesWait(cards: cards, use: use) }
    }

    package static func isEmpty(in session: any Session) throws -> Bool {
        try Schema.tables.allSatisfy { try !session.exists(SQLText(stringLiteral: "SELECT 1 FROM \($0.name) LIMIT 1")) }
    }

    /// Takes the target for this source, or goes on with it. Throws `CopyRefusal.targetInUse`.
    package static func begin(from fingerprint: String, at now: Int64, in session: any Session) throws {
        if let known = try StoreMarks.find(source, in: session) {
            guard known == fingerprint else { throw CopyRefusal.targetInUse }
            return
        }
        guard try isEmpty(in: session) else { throw CopyRefusal.targetInUse }
        try StoreMarks.set(source, to: fingerprint, at: now, in: session)
        try StoreMarks.set(StoreMarks.stopped, to: "a copy into it is under way", at: now, in: session)
    }

    /// Opens the target for use.
    package static func end(in session: any Session) throws {
        try StoreMarks.clear(source, in: session)
        try StoreMarks.clear(StoreMarks.stopped, in: session)
    }
}
