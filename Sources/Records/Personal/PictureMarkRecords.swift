import Registry
import SQLCore

/// What a machine noticed in a picture: its perceptual hash, its detail under the installation's key, and, as codes, what was wrong.
package enum PictureMarkRecords {
    /// - Parameter detail: nil where no machine made one, or where pictures of the kind look all alike.
    package static func insert(
        _ evidence: EvidenceID, mark: UInt64, detail: PictureDetail?, application: ApplicationID, findings: [String],
        in session: any Session
    ) throws {
        try session.run(
            """
            INSERT INTO picture_mark (evidence, mark, application, findings, detail)
            VALUES (\(evidence), \(Int64(bitPattern: mark)), \(application), \(findings.joined(separator: " ")), \(detail?.bytes))
            """)
        for band in Set(detail?.words ?? []) {
            try session.run("INSERT INTO picture_band (band, evidence) VALUES (\(Int64(bitPattern: band)), \(evidence))")
        }
    }

    /// The picture is no more, and what it looked like neither; what was wrong with it stays.
    package static func forget(_ evidence: EvidenceID, in session: any Session) throws {
        let kept = try session.first("SELECT detail FROM picture_mark WHERE evidence = \(evidence)") {
            PictureDetail(bytes: $0.blobIfAny(0))
        }
        guard let kept else { return }
        for band in Set(kept?.words ?? []) {
            try session.run("DELETE FROM picture_band WHERE band = \(Int64(bitPattern: band)) AND evidence = \(evidence)")
        }
        try session.run("UPDATE picture_mark SET mark = 0, detail = NULL WHERE evidence = \(evidence)")
    }

    package static func findings(_ evidence: EvidenceID, in session: any Session) throws -> [String] {
        try session.first("SELECT findings FROM picture_mark WHERE evidence = \(evidence)") {
            $0.text(0).split(separator: " ").map(String.init)
        } ?? []
    }

    /// How many other applications handed in a copy of the picture.
    package static func applications(
        with evidence: EvidenceID, besides application: ApplicationID, in session: any Session
    ) throws -> Int {
        let own = try session.first("SELECT detail FROM picture_mark WHERE evidence = \(evidence)") {
            PictureDetail(bytes: $0.blobIfAny(0))
        }
        guard let detail = own.flatMap(\.self) else {
            return try marked(as: evidence, isOlder: false, besides: application, in: session).count
        }
        let old = try marked(as: evidence, isOlder: true, besides: application, in: session)
        return try Set(old + copies(of: detail, besides: application, in: session)).count
    }

    /// Candidates at most measured: of a picture that is handed in more often the rest adds nothing.
    private static let measuredMax = 1_000

    private static func copies(
        of detail: PictureDetail, besides application: ApplicationID, in session: any Session
    ) throws -> [ApplicationID] {
        let bands = detail.words.map { Int64(bitPattern: $0) }
        return try session.all(
            """
            SELECT DISTINCT m.evidence, m.application, m.detail FROM picture_band b JOIN picture_mark m ON m.evidence = b.evidence
            WHERE b.band IN \(SQLText.list(bands)) AND m.application <> \(application) LIMIT \(measuredMax)
            """
        ) { row -> ApplicationID? in
            guard let other = PictureDetail(bytes: row.blobIfAny(2)), detail.isCopy(of: other) else { return nil }
            return try row.identifier(1)
        }.compactMap(\.self)
    }

    /// Of the same mark: what was taken before there was a detail, or in a test without one.
    private static func marked(
        as evidence: EvidenceID, isOlder: Bool, besides application: ApplicationID, in session: any Session
    ) throws -> [ApplicationID] {
        var conditions: [SQLText] = ["m.evidence = \(evidence)", "m.mark <> 0", "o.application <> \(application)"]
        if isOlder { conditions.append("o.detail IS NULL") }
        return try session.all(
            """
            SELECT DISTINCT o.application FROM picture_mark m JOIN picture_mark o ON o.mark = m.mark WHERE \(SQLText.all(conditions))
            LIMIT \(measuredMax)
            """
        ) { try $0.identifier(0) }
    }
}

extension PictureDetail {
    fileprivate var bytes: [UInt8] { words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) } } }

    fileprivate init?(bytes: [UInt8]?) {
        guard let bytes, bytes.count == 8 * Self.wordCount else { return nil }
        self.init(
            stride(from: 0, to: bytes.count, by: 8).map { start in
                bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
            })
    }
}
