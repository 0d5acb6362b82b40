import Registry
import SQLCore

/// What a machine noticed in a picture: its perceptual hash, its detail and excerpts under the installation's key, and, as codes, what was
/// wrong.
package enum PictureMarkRecords {
    /// - Parameters:
    ///   - detail: nil where no machine made one, or where pictures of the kind look all alike.
    ///   - excerpts: none where no machine made any, where too little stands out, or where pictures of the kind look all alike.
    package static func insert(
        _ evidence: EvidenceID, mark: UInt64, detail: PictureDetail?, excerpts: PictureExcerpts, application: ApplicationID,
        findings: [String], in session: any Session
    ) throws {
        try session.run(
            """
            INSERT INTO picture_mark (evidence, mark, application, findings, detail, excerpts, excerpts_sought)
            VALUES (
                \(evidence), \(Int64(bitPattern: mark)), \(application), \(findings.joined(separator: " ")), \(detail?.words.bytes),
                \(bytes(of: excerpts.kept)), \(bytes(of: excerpts.sought)))
            """)
        for band in bands(of: detail, and: excerpts.kept) {
            try session.run("INSERT INTO picture_band (band, evidence) VALUES (\(band), \(evidence))")
        }
    }

    /// The picture is no more, and what it looked like neither; what was wrong with it stays.
    package static func forget(_ evidence: EvidenceID, in session: any Session) throws {
        let kept = try session.first("SELECT detail, excerpts FROM picture_mark WHERE evidence = \(evidence)") {
            bands(of: PictureDetail(bytes: $0.blobIfAny(0)), and: excerpts($0.blobIfAny(1)))
        }
        guard let kept else { return }
        for band in kept {
            try session.run("DELETE FROM picture_band WHERE band = \(band) AND evidence = \(evidence)")
        }
        try session.run(
            "UPDATE picture_mark SET mark = 0, detail = NULL, excerpts = NULL, excerpts_sought = NULL WHERE evidence = \(evidence)")
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
        let own = try session.first("SELECT detail, excerpts_sought FROM picture_mark WHERE evidence = \(evidence)") {
            (detail: PictureDetail(bytes: $0.blobIfAny(0)), sought: excerpts($0.blobIfAny(1)))
        }
        guard let own, let detail = own.detail else {
            return try marked(as: evidence, isOlder: false, besides: application, in: session).count
        }
        let old = try marked(as: evidence, isOlder: true, besides: application, in: session)
        return try Set(old + copies(of: detail, own.sought, besides: application, in: session)).count
    }

    /// Candidates at most measured: of a picture that is handed in more often the rest adds nothing.
    private static let measuredMax = 1_000

    /// What has a word of the detail or of an excerpt in common, and then differs in few bits of the same.
    private static func copies(
        of detail: PictureDetail, _ sought: [PictureExcerpt], besides application: ApplicationID, in session: any Session
    ) throws -> [ApplicationID] {
        try session.all(
            """
            SELECT DISTINCT m.evidence, m.application, m.detail, m.excerpts
            FROM picture_band b JOIN picture_mark m ON m.evidence = b.evidence
            WHERE b.band IN \(SQLText.list(bands(of: detail, and: sought))) AND m.application <> \(application) LIMIT \(measuredMax)
            """
        ) { row -> ApplicationID? in
            let isWhole = PictureDetail(bytes: row.blobIfAny(2)).map { detail.isCopy(of: $0) } ?? false
            let parts = isWhole ? [] : excerpts(row.blobIfAny(3))
            guard isWhole || parts.contains(where: { part in sought.contains { $0.isCopy(of: part) } }) else { return nil }
            return try row.identifier(1)
        }.compactMap(\.self)
    }

    /// Each word once.
    private static func bands(of detail: PictureDetail?, and excerpts: [PictureExcerpt]) -> [Int64] {
        Set((detail?.words ?? []) + excerpts.flatMap(\.words)).map { Int64(bitPattern: $0) }
    }

    private static func bytes(of excerpts: [PictureExcerpt]) -> [UInt8]? {
        excerpts.isEmpty ? nil : excerpts.flatMap(\.words).bytes
    }

    private static func excerpts(_ bytes: [UInt8]?) -> [PictureExcerpt] { PictureExcerpt.all([UInt64](bytes: bytes ?? [])) }

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
    fileprivate init?(bytes: [UInt8]?) {
        guard let bytes else { return nil }
        self.init([UInt64](bytes: bytes))
    }
}

extension [UInt64] {
    /// The highest byte of each first.
    fileprivate var bytes: [UInt8] { flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) } } }

    fileprivate init(bytes: [UInt8]) {
        self = stride(from: 0, to: bytes.count - bytes.count % 8, by: 8).map { start in
            bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
        }
    }
}
