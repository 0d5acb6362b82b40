import Registry
import SQLCore

/// What a machine noticed in a picture: its perceptual hash and, as codes, what was wrong with it.
package enum PictureMarkRecords {
    package static func insert(
        _ evidence: EvidenceID, mark: UInt64, application: ApplicationID, findings: [String], in session: any Session
    ) throws {
        try session.run(
            """
            INSERT INTO picture_mark (evidence, mark, application, findings)
            VALUES (\(evidence), \(Int64(bitPattern: mark)), \(application), \(findings.joined(separator: " ")))
            """)
    }

    package static func findings(_ evidence: EvidenceID, in session: any Session) throws -> [String] {
        try session.first("SELECT findings FROM picture_mark WHERE evidence = \(evidence)") {
            $0.text(0).split(separator: " ").map(String.init)
        } ?? []
    }

    /// How many other applications handed in a picture with the same hash.
    package static func applications(
        with evidence: EvidenceID, besides application: ApplicationID, in session: any Session
    ) throws -> Int {
        try session.count(
            """
            SELECT COUNT(DISTINCT o.application) FROM picture_mark m JOIN picture_mark o ON o.mark = m.mark
            WHERE m.evidence = \(evidence) AND m.mark <> 0 AND o.application <> \(application)
            """)
    }
}
