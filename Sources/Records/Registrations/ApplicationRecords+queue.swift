import Registry
import SQLCore

/// An application as a list shows it, with what tells it from the others.
package struct ListedApplication: Sendable {
    package let application: StoredApplication
    package let code: String
    /// The name of the unit; nil for a person's card, as a person's name stands in no list.
    package let unitName: String?
    /// Of the first of its cards, as the product is named now.
    package let productName: String?
    /// The name of the organisation that took it.
    package let takenBy: String
    /// nil where it was not asked for.
    package let found: FoundSigns?

    /// What is on record about what was handed in last.
    package struct FoundSigns: Hashable, Sendable {
        /// Findings of the rules.
        package let failed: Int64
        package let warned: Int64
        /// Of providers: a no, to whichever submission counts for the policy's risk; the same face under another identity; neither yes nor no.
        package let refusals: Int64
        package let seenElsewhere: Int64
        package let unclear: Int64
        /// For how many persons the device handed in; 0 where staff handed in.
        package let devicePersons: Int64
    }
}

extension ApplicationRecords {
    /// A page of one state in the order of `list`, in one statement: each fact is sought for the rows of the page alone.
    ///
    /// - Parameter refusedSince: from when on a no counts against another proof or correction of the same registration; nil: no
    ///   signs are looked for.
    package static func listed(
        _ scope: Scope, state: ApplicationState, after: (Instant, ApplicationID)?, refusedSince: Instant?, limit: Int,
        in session: any Session
    ) throws -> [ListedApplication] {
        let page = page(scope, state: state, kind: nil, registration: nil, after: after, limit: limit)
        let signs: SQLText = if let refusedSince { found(since: refusedSince) } else { "" }
        let order: SQLText = state.isForReviewers ? "w.submitted_at, w.id" : "w.id DESC"
        return try session.all(
            """
            SELECT w.*, \(names)\(signs) FROM (\(page)) AS w ORDER BY \(order)
            """
        ) { row in
            ListedApplication(
                application: try decode(row), code: row.textIfAny(20) ?? "", unitName: row.textIfAny(21), productName: row.textIfAny(22),
                takenBy: row.textIfAny(23) ?? "",
                found: refusedSince == nil
                    ? nil
                    : ListedApplication.FoundSigns(
                        failed: row.int(24), warned: row.int(25), refusals: row.int(26), seenElsewhere: row.int(27), unclear: row.int(28),
                        devicePersons: row.int(29)))
        }
    }

    private static let names: SQLText = """
        (SELECT r.code FROM registration r WHERE r.id = w.registration),
        (SELECT u.name FROM unit_directory u
            WHERE u.party = COALESCE(w.unit, (SELECT s.unit FROM registration_state s WHERE s.registration = w.registration))),
        (SELECT x.name FROM product p JOIN product_version x ON x.product = p.id AND x.ordinal = p.ordinal
            WHERE p.id = (SELECT c.product FROM subscription c
                WHERE c.id = (SELECT MIN(i.lo) FROM application_interval i WHERE i.application = w.id))),
        (SELECT o.name FROM organisation o WHERE o.id = w.organisation)
        """

    private static func found(since: Instant) -> SQLText {
        """
        , \(findings("failed")), \(findings("warned")), \(refusals(since: since)), \(answers("v.verdict = 'seen-elsewhere'")),
            \(answers("v.verdict IN ('undecided', 'unanswered')")),
            (SELECT COUNT(*) FROM device_person d WHERE d.device = (SELECT t.device FROM seat t WHERE t.id = w.created_by))
        """
    }

    /// Findings are kept as canonical JSON, each beginning with its verdict: ten letters with what encloses it. Before that they were rows.
    private static func findings(_ verdict: String) -> SQLText {
        let begun = "[\"\(verdict)\","
        return """
            COALESCE((SELECT (LENGTH(j.findings) - LENGTH(REPLACE(j.findings, \(begun), ''))) / \(Int64(begun.utf8.count))
                FROM rule_judgement j WHERE j.submission = w.submission), 0)
                + (SELECT COUNT(*) FROM check_result k WHERE k.submission = w.submission AND k.verdict = \(verdict))
            """
    }

    private static func answers(_ condition: SQLText) -> SQLText {
        "(SELECT COUNT(*) FROM verification v WHERE v.submission = w.submission AND \(condition))"
    }

    /// As the risk of a person's case counts them for the policy: of a registration what its application was told, of a proof or a
    /// correction what the registration's were since then, so that beginning anew forgets nothing.
    private static func refusals(since: Instant) -> SQLText {
        """
        (SELECT COUNT(*) FROM submission m JOIN verification v ON v.submission = m.id
            WHERE m.application = w.id AND w.kind = \(ApplicationKind.register.rawValue) AND \(VerificationRecords.saysNo))
            + (SELECT COUNT(*) FROM submission m JOIN verification v ON v.submission = m.id
                WHERE m.registration = w.registration AND m.kind = w.kind AND w.kind <> \(ApplicationKind.register.rawValue)
                AND m.submitted_at > \(since) AND \(VerificationRecords.saysNo))
            + COALESCE((SELECT h.refusals FROM hosted_capture h
                WHERE h.application = w.id AND w.kind = \(ApplicationKind.register.rawValue)), 0)
        """
    }
}
