import Registry
import SQLCore

/// What a machine saw in a picture that staff took, sealed under the picture's own key, until it is handed in or purged.
package enum PictureReadingRecords {
    package static func insert(_ evidence: EvidenceID, sealed: [UInt8], key: [UInt8], in session: any Session) throws {
        try session.run("INSERT INTO picture_reading (evidence, sealed, data_key) VALUES (\(evidence), \(sealed), \(key))")
    }

    package static func find(_ evidence: EvidenceID, in session: any Session) throws -> (sealed: [UInt8], key: [UInt8])? {
        try session.first("SELECT sealed, data_key FROM picture_reading WHERE evidence = \(evidence)") { ($0.blob(0), $0.blob(1)) }
    }

    package static func forget(_ pieces: [EvidenceID], in session: any Session) throws {
        guard !pieces.isEmpty else { return }
        try session.run("DELETE FROM picture_reading WHERE evidence IN \(SQLText.list(pieces))")
    }
}
