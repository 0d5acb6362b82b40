import Numbers
import Registry
import TestKit
import UseCases

/// One thing that is missing or wrong in otherwise whole papers: the invariant that refuses it, and the field the refusal must name.
struct WalkedFault: Sendable {
    let what: String
    let invariant: Invariant
    let pointer: String
    /// The same in the store of whoever registered; nil where whole papers of his have no place for it.
    let stored: StoredFault?
    let edit: @Sendable (inout WalkedPapers) -> Void

    init(
        _ name: String, _ invariant: Invariant, _ pointer: String, _ stored: StoredFault?,
        _ edit: @escaping @Sendable (inout WalkedPapers) -> Void
    ) {
        what = name
        self.invariant = invariant
        self.pointer = pointer
        self.stored = stored
        self.edit = edit
    }

    private static func without(_ slot: EvidenceSlot, _ invariant: Invariant) -> WalkedFault {
        WalkedFault("no \(slot.rawValue)", invariant, "/evidence/\(slot.rawValue)", .noEvidence(slot)) {
            $0.slots.removeAll { $0 == slot }
        }
    }

    // MARK: Persons

    static let ofAdults: [WalkedFault] = [
        WalkedFault(
            "no document type", .complete, "/holder/documentType",
            .identity(.holder, "documentType", DocumentType.temporaryResidentID.rawValue)
        ) { $0.content.holder?.documentType = nil },
        WalkedFault("no name", .complete, "/holder/name", .identity(.holder, "name", "佚名")) { $0.content.holder?.name = "" },
        WalkedFault("no number", .complete, "/holder/documentNumber", .identity(.holder, "documentNumber", another)) {
            $0.content.holder?.documentNumber = nil
        },
        without(.holderIDFront, .complete),
        WalkedFault("a proxy without a number", .flow, "/proxy/documentNumber", .identity(.proxy, "documentNumber", another)) { papers in
            var proxy = WalkedPapers.proxy
            proxy.documentNumber = nil
            papers.addProxy(proxy)
        },
        WalkedFault("a proxy without papers", .flow, "/evidence/proxy-id-front", .noEvidence(.proxyIDFront)) {
            $0.content.proxy = WalkedPapers.proxy
        },
        WalkedFault(
            "the holder as his own proxy", .flow, "/proxy/documentNumber",
            .row(
                table: "role_succession",
                """
                UPDATE role_succession SET identity =
                (SELECT h.identity FROM role_succession h WHERE h.role = 'holder' AND h.registration = ?)
                WHERE role = 'proxy' AND registration = ?
                """)
        ) { papers in
            if let holder = papers.content.holder { papers.addProxy(holder) }
        },
        WalkedFault(
            "a proxy's check digit that fails", .checksum, "/proxy/documentNumber",
            .identity(.proxy, "documentNumber", wrong(WalkedPapers.proxy))
        ) { papers in
            var proxy = WalkedPapers.proxy
            proxy.documentNumber = proxy.documentNumber.map(withWrongDigit)
            papers.addProxy(proxy)
        },
    ]

    /// The address stands on these cards alone, and of them alone the rule of the check digit is public.
    static let ofResidents: [WalkedFault] = [
        WalkedFault("no address, though the document has one", .complete, "/holder/address", .identity(.holder, "address", nil)) {
            $0.content.holder?.address = nil
        },
        WalkedFault(
            "a check digit that fails", .checksum, "/holder/documentNumber",
            .identity(.holder, "documentNumber", wrong(PersonalJob.person(0)))
        ) { papers in
            let number = papers.content.holder?.documentNumber ?? ""
            papers.content.holder?.documentNumber = withWrongDigit(number)
        },
    ]

    static let ofChildren: [WalkedFault] = [
        WalkedFault("a child without its guardian", .flow, "/guardian", .noRole(.guardian)) { $0.content.guardian = nil },
        without(.guardianIDFront, .flow),
    ]

    // MARK: Units

    static let ofUnits: [WalkedFault] = [
        WalkedFault("no unit", .complete, "/unit", .noRole(.unit)) { $0.content.unit = nil },
        WalkedFault("a unit without a name", .complete, "/unit/name", unit("name", "")) { $0.content.unit?.name = nil },
        WalkedFault("a unit without a number", .complete, "/unit/documentNumber", unit("code", "92110000MA00000074")) {
            $0.content.unit?.documentNumber = nil
        },
        WalkedFault("a unit without an address", .complete, "/unit/address", .content(["unit", "address"], "")) {
            $0.content.unit?.address = nil
        },
        WalkedFault(
            "a responsible person without an address", .complete, "/responsiblePerson/address",
            .identity(.responsiblePerson, "address", nil)
        ) { $0.content.responsiblePerson?.address = nil },
        without(.unitDocument, .complete),
        WalkedFault("no handler", .flow, "/handler", .noRole(.handler)) { $0.content.handler = nil },
        WalkedFault("no responsible person", .flow, "/responsiblePerson", .noRole(.responsiblePerson)) {
            $0.content.responsiblePerson = nil
        },
        WalkedFault("no authorisation", .flow, "/authorisation", authorised("NULL", "NULL")) { $0.content.authorisation = nil },
        WalkedFault("an authorisation for nothing", .flow, "/authorisation/purpose", .content(["authorisation", "purpose"], "")) {
            $0.content.authorisation?.purpose = ""
        },
        WalkedFault("an authorisation that has ended", .flow, "/authorisation/validUntil", authorised("20250101", "20251231")) {
            $0.content.authorisation = Authorisation(purpose: "办理", validFrom: "2025-01-01", validUntil: "2025-12-31")
        },
        WalkedFault("an authorisation that has not begun", .flow, "/authorisation/validUntil", authorised("20480101", "20481231")) {
            $0.content.authorisation = Authorisation(purpose: "办理", validFrom: "2048-01-01", validUntil: "2048-12-31")
        },
        without(.authorisationLetter, .flow),
        WalkedFault("a proxy without papers", .flow, "/evidence/proxy-id-front", nil) { $0.content.proxy = WalkedPapers.proxy },
        WalkedFault("a unit's check digit that fails", .checksum, "/unit/documentNumber", unit("code", "91110000MA00000078")) {
            $0.content.unit?.documentNumber = "91110000MA00000078"
        },
        WalkedFault(
            "a handler's check digit that fails", .checksum, "/handler/documentNumber",
            .identity(.handler, "documentNumber", wrong(InventedPapers.handler))
        ) { papers in
            let number = papers.content.handler?.documentNumber ?? ""
            papers.content.handler?.documentNumber = withWrongDigit(number)
        },
    ]

    private static func unit(_ column: String, _ text: String) -> StoredFault {
        .row(
            table: "unit_directory",
            """
            UPDATE unit_directory SET \(column) = '\(text)'
            WHERE party = (SELECT unit FROM registration_state WHERE registration = ?)
            """)
    }

    private static func authorised(_ from: String, _ until: String) -> StoredFault {
        .row(
            table: "role_succession",
            """
            UPDATE role_succession SET authorised_from = \(from), authorised_until = \(until)
            WHERE role = 'handler' AND registration = ?
            """)
    }

    /// Somebody's who has no part in it.
    private static let another = PersonalJob.person(3).documentNumber ?? ""

    private static func wrong(_ facts: PartyFacts) -> String { withWrongDigit(facts.documentNumber ?? "") }

    private static func withWrongDigit(_ number: String) -> String {
        number.dropLast() + (number.last == "1" ? "2" : "1")
    }

    /// What may be wrong with these papers, which are whole and without a proxy.
    static func all(of papers: WalkedPapers) -> [WalkedFault] {
        guard papers.person != nil else { return ofUnits }
        if papers.isChild { return ofChildren }
        return ofAdults + (papers.content.holder?.address?.isEmpty == false ? ofResidents : [])
    }
}
