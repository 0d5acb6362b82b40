import SQLCore

/// Rows that point at rows which do not exist.
package struct ReferenceCheck {
    private typealias Reference = (table: StaticString, column: StaticString, target: StaticString, key: StaticString)

    private static let references: [Reference] = [
        ("product_version", "product", "product", "id"), ("subscription", "product", "product", "id"),
        ("iccid_directory", "subscription", "subscription", "id"), ("msisdn_directory", "subscription", "subscription", "id"),
        ("imsi_directory", "subscription", "subscription", "id"), ("prior_record", "subscription", "subscription", "id"),
        ("custody_interval", "act", "custody_act", "id"), ("custody_current", "organisation", "organisation", "id"),
        ("identity_version", "party", "party", "id"), ("identity_version", "data_key", "data_key", "id"),
        ("evidence", "data_key", "data_key", "id"), ("evidence_state", "evidence", "evidence", "id"),
        ("evidence", "id", "evidence_state", "evidence"),
        ("registration_state", "registration", "registration", "id"), ("registration_cards", "registration", "registration", "id"),
        ("application", "registration", "registration", "id"),
        ("submission", "application", "application", "id"), ("submission", "registration", "registration", "id"),
        ("submission", "unit", "party", "id"), ("submission_role", "submission", "submission", "id"),
        ("submission_role", "party", "party", "id"), ("submission_role", "identity", "identity_version", "id"),
        ("submission_evidence", "submission", "submission", "id"), ("submission_evidence", "evidence", "evidence", "id"),
        ("submission_interval", "submission", "submission", "id"), ("check_result", "submission", "submission", "id"),
        ("rule_judgement", "submission", "submission", "id"),
        ("decision", "submission", "submission", "id"), ("decision", "registration", "registration", "id"),
        ("decision_interval", "decision", "decision", "id"), ("decision_exclusion", "decision", "decision", "id"),
        ("decision_exclusion", "subscription", "subscription", "id"), ("holding", "subscription", "subscription", "id"),
        ("holding", "registration", "registration", "id"),
        ("role_succession", "registration", "registration", "id"), ("role_succession", "decision", "decision", "id"),
        ("role_succession", "party", "party", "id"), ("role_succession", "identity", "identity_version", "id"),
        ("life_event", "subscription", "subscription", "id"), ("life_event", "act", "life_act", "id"),
        ("life_interval", "act", "life_act", "id"), ("card_life", "subscription", "subscription", "id"),
        ("device_binding", "subscription", "subscription", "id"), ("number_freeze", "subscription", "subscription", "id"),
        ("sim_change", "subscription", "subscription", "id"), ("pool_binding", "subscription", "subscription", "id"),
        ("pool_binding", "pool", "device_pool", "id"), ("pool_binding", "act", "pool_act", "id"),
        ("pool_device", "pool", "device_pool", "id"),
        ("pool_interval", "act", "pool_act", "id"),
        ("review_opinion", "submission", "submission", "id"), ("re_audit", "decision", "decision", "id"),
        ("re_audit", "application", "application", "id"), ("re_audit_finding", "decision", "re_audit", "decision"),
        ("re_audit_open", "decision", "re_audit", "decision"),
        ("export_decision", "export", "export_request", "id"), ("export_state", "export", "export_request", "id"),
        ("part_link", "application", "application", "id"), ("part_consent", "link", "part_link", "id"),
        ("part_completion", "link", "part_link", "id"), ("part_token", "link", "part_link", "id"),
        ("legal_hold", "subscription", "subscription", "id"), ("legal_hold", "party", "party", "id"),
        ("legal_hold_release", "hold", "legal_hold", "id"), ("sealed_opening", "subscription", "subscription", "id"),
        ("sealed_opening", "registration", "registration", "id"), ("sealed_opening_decision", "opening", "sealed_opening", "id"),
        ("deposited_key", "data_key", "data_key", "id"), ("deposited_key", "pair", "custodian_confirmation", "pair"),
        ("opening_exchange", "opening", "sealed_opening", "id"), ("opening_exchange", "data_key", "data_key", "id"),
        ("opening_answer", "opening", "opening_exchange", "opening"),
        ("custodian_confirmation", "pair", "custodian_pair", "ordinal"),
        ("usage_summary", "subscription", "subscription", "id"), ("usage_look", "subscription", "subscription", "id"),
        ("usage_look", "file", "usage_file", "id"), ("usage_problem", "file", "usage_file", "id"),
        ("usage_file", "spool_key", "data_key", "id"),
        ("carrier_intent", "subscription", "subscription", "id"), ("carrier_intent", "submission", "submission", "id"),
        ("carrier_truth", "subscription", "subscription", "id"), ("carrier_truth_event", "subscription", "subscription", "id"),
        ("life_notice", "subscription", "subscription", "id"), ("life_case", "subscription", "subscription", "id"),
        ("campaign_version", "campaign", "campaign", "id"), ("campaign_version", "product", "product", "id"),
        ("campaign_card", "campaign", "campaign", "id"), ("campaign_card", "subscription", "subscription", "id"),
        ("card_slot", "party", "party", "id"), ("card_slot", "subscription", "subscription", "id"),
        ("card_slot", "registration", "registration", "id"), ("claim_contact", "subscription", "subscription", "id"),
        ("entrance", "subscription", "subscription", "id"), ("seat", "entrance", "entrance", "id"),
        ("seat", "subscription", "subscription", "id"), ("seat", "application", "application", "id"),
        ("seat", "proof", "application", "id"), ("seat", "correction", "application", "id"), ("seat_token", "seat", "seat", "id"),
        ("consent", "application", "application", "id"), ("hosted_capture", "application", "application", "id"),
        ("face_challenge", "application", "application", "id"), ("face_challenge", "evidence", "evidence", "id"),
        ("face_frame", "challenge", "face_challenge", "hash"), ("face_frame", "evidence", "evidence", "id"),
        ("picture_mark", "evidence", "evidence", "id"), ("picture_mark", "application", "application", "id"),
        ("picture_band", "evidence", "evidence", "id"), ("picture_reading", "evidence", "evidence", "id"),
        ("submission_needs", "submission", "submission", "id"), ("verification", "submission", "submission", "id"),
        ("verification_task", "submission", "submission", "id"), ("verification_task", "application", "application", "id"),
        ("carrier_reply", "submission", "submission", "id"), ("decision_remark", "decision", "decision", "id"),
        ("party_link", "party", "party", "id"), ("party_link", "other", "party", "id"), ("device_person", "party", "party", "id"),
        ("identity_search", "party", "party", "id"), ("unit_directory", "party", "party", "id"),
        ("organisation", "unit", "party", "id"), ("registration_state", "unit", "party", "id"), ("application", "unit", "party", "id"),
        ("application", "submission", "submission", "id"), ("application_interval", "application", "application", "id"),
        ("part_consent", "application", "application", "id"), ("part_completion", "application", "application", "id"),
        ("callback", "application", "application", "id"), ("pool_act", "pool", "device_pool", "id"),
        ("intake", "product", "product", "id"), ("intake", "spool_key", "data_key", "id"),
        ("intake_block", "intake", "intake", "id"), ("intake_problem", "intake", "intake", "id"),
        ("export_state", "spool_key", "data_key", "id"),
    ]

    /// The columns that are followed, as `table.column`; those too for which the checks of their own below stand.
    package static let followed: Set<String> = Set(
        references.map { "\($0.table.description).\($0.column.description)" } + ["holding.decision", "block_kind.product"])

    /// A card and the directories that find it by its numbers.
    private static let directories: [(number: StaticString, directory: StaticString)] = [
        ("iccid", "iccid_directory"), ("msisdn", "msisdn_directory"), ("imsi", "imsi_directory"),
    ]

    private static let namedMax = 20
    private let session: any Session
    private let findings: StoreFindings

    package init(session: any Session, findings: StoreFindings) {
        self.session = session
        self.findings = findings
    }

    package func run() throws {
        for reference in Self.references { try check(reference) }
        for (number, directory) in Self.directories { try checkDirectory(number, directory) }
        try checkChangedSIMs()
        try checkGrounds()
        try checkKinds()
    }

    /// A SIM given to a service later leads to it as the first one does.
    private func checkChangedSIMs() throws {
        try session.scan(
            """
            SELECT c.subscription, c.ordinal FROM sim_change c
            LEFT JOIN iccid_directory d ON d.iccid = c.iccid AND d.subscription = c.subscription
            WHERE d.subscription IS NULL LIMIT \(Self.namedMax)
            """
        ) { row in
            findings.add(.referenceBroken, "sim_change", "\(row.int(0))/\(row.int(1))", "not found by its iccid in iccid_directory")
            return true
        }
    }

    /// A card that no stretch of its product and province has is not found by them in the card list.
    private func checkKinds() throws {
        let blocks = try session.all("SELECT lo, hi FROM intake_block ORDER BY lo") { ($0.int(0), $0.int(1)) }
        // Block by block: each is some ten thousand cards, and no statement takes longer than a store lets it.
        for (lo, hi) in blocks {
            try session.scan(
                """
                SELECT s.id FROM subscription s WHERE s.id >= \(lo) AND s.id <= \(hi)
                AND NOT EXISTS (SELECT 1 FROM block_kind k WHERE k.product = s.product AND k.province = COALESCE(s.province, 0)
                    AND k.block = \(lo) AND k.lo <= s.id AND k.hi >= s.id)
                AND NOT EXISTS (SELECT 1 FROM block_kind k WHERE k.product = 0 AND k.province = 0
                    AND k.block = \(lo) AND k.lo <= s.id AND k.hi >= s.id) LIMIT \(Self.namedMax)
                """
            ) { row in
                findings.add(.referenceBroken, "subscription", String(row.int(0)), "block_kind has no stretch of its product and province")
                return true
            }
        }
    }

    /// A link rests on a decision, or on the act that ended the card's service.
    private func checkGrounds() throws {
        try session.scan(
            """
            SELECT h.subscription, h.ordinal FROM holding h LEFT JOIN decision d ON d.id = h.decision
            LEFT JOIN life_act a ON a.id = h.decision AND h.registration IS NULL
            WHERE d.id IS NULL AND a.id IS NULL LIMIT \(Self.namedMax)
            """
        ) { row in
            findings.add(
                .referenceBroken, "holding", "\(row.int(0))/\(row.int(1))", "decision names neither a decision nor an end of service")
            return true
        }
    }

    private func check(_ reference: Reference) throws {
        let key = KeyOfTable(reference.table)
        try session.scan(
            """
            SELECT \(key.columns) FROM \(fixed: reference.table) t
            LEFT JOIN \(fixed: reference.target) x ON x.\(fixed: reference.key) = t.\(fixed: reference.column)
            WHERE t.\(fixed: reference.column) IS NOT NULL AND x.\(fixed: reference.key) IS NULL LIMIT \(Self.namedMax)
            """
        ) { row in
            findings.add(
                .referenceBroken, reference.table.description, key.text(row), "\(reference.column) names no \(reference.target)")
            return true
        }
    }

    private func checkDirectory(_ number: StaticString, _ directory: StaticString) throws {
        try session.scan(
            """
            SELECT s.id FROM subscription s
            LEFT JOIN \(fixed: directory) d ON d.\(fixed: number) = s.\(fixed: number) AND d.subscription = s.id
            WHERE s.\(fixed: number) IS NOT NULL AND d.subscription IS NULL LIMIT \(Self.namedMax)
            """
        ) { row in
            findings.add(.referenceBroken, "subscription", String(row.int(0)), "not found by its \(number) in \(directory)")
            return true
        }
    }
}

/// The columns that name a row of a table, and their text.
private struct KeyOfTable {
    private let found: [(name: String, type: Schema.ColumnType)]

    init(_ table: StaticString) {
        let columns = Schema.columns(of: table.description)
        let registered = RegisteredTable.all.first { $0.name.description == table.description }
        let guarded = Schema.appendOnlyTables.first { $0.table == table.description }?.keys.first
        let own = columns.contains { $0.name == "id" } ? ["id"] : Self.primaryKey(of: table)
        let names = registered.map { table in table.key.map { table.columnNames[$0] } } ?? guarded ?? own
        found = names.compactMap { name in columns.first { $0.name == name } }
    }

    private static func primaryKey(of table: StaticString) -> [String] {
        Schema.tables.first { $0.name == table.description }.map { table in table.key.map { table.columns[$0].name } } ?? []
    }

    var columns: SQLText { SQLText(stringLiteral: found.map { "t.\($0.name)" }.joined(separator: ", ")) }

    /// Numbers of cards are for those who may see them: the directories are named without.
    func text(_ row: any SQLRow) -> String {
        found.enumerated().map { position, column in
            switch column.type {
            case .int: Self.isCardNumber(column.name) ? "…" : String(row.int(position))
            case .text: Self.isCardNumber(column.name) ? "…" : row.text(position)
            case .blob: Recording.keyText(.blob(row.blob(position)))
            }
        }.joined(separator: "/")
    }

    private static func isCardNumber(_ name: String) -> Bool { ["iccid", "msisdn", "imsi"].contains(name) }
}
