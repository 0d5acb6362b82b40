import Numbers
import Records
import Registry
import SQLCore
import Vault

/// A party as pinned, and whether its document also stands, undecided, under another name.
struct PinnedIdentity {
    let role: PinnedRole
    let hasNameClash: Bool
}

extension Act {
    /// The party this judged identity belongs to and the version that says so: known ones are used again, new facts become a new
    /// version. What others merely handed in blocks nobody; it is shown to the reviewer.
    ///
    /// - Parameter corrected: the party whose facts this application corrects; its name may change.
    /// - Throws: `document-under-other-name` when the same document is registered under another name (R-25-13).
    func pin(_ judged: JudgedParty, correcting corrected: PartyID? = nil) throws -> PinnedIdentity {
        let known = try knownParty(judged)
        let party = known?.party ?? fresh()
        let isSameName = known?.isSameName ?? true
        if let known, !isSameName, known.party != corrected, try PartyRecords.isRegistered(known.party, in: session) {
            throw Refusal.documentUnderOtherName.at(judged.role.pointer + "/name")
        }
        if known == nil {
            try register(.party, [party, judged.documentType.subject.rawValue, now])
        }
        let facts = IdentityFacts(judged)
        let identity = try sameVersion(facts, of: party) ?? addVersion(facts, to: party)
        if isSameName { try makeFindable(facts, as: judged.role, party) }
        let role = PinnedRole(role: judged.role, party: party, identity: identity, authorisedFrom: nil, authorisedUntil: nil)
        return PinnedIdentity(role: role, hasNameClash: !isSameName && party != corrected)
    }

    /// Approved: from now on the document is known under this name, unless it was registered under another meanwhile.
    func settle(_ pinned: PinnedRole, isCorrection: Bool) throws {
        guard let stored = try PartyRecords.identity(pinned.identity, in: session),
            let facts = try SealedIdentity.open(stored, vault: installation.vault, in: session)
        else { throw Refusal.applicationClosed }
        let judged = JudgedParty(facts, as: pinned.role)
        if !isCorrection, let known = try knownParty(judged), !known.isSameName,
            try PartyRecords.isRegistered(known.party, in: session)
        {
            throw Refusal.documentUnderOtherName.at(pinned.role.pointer + "/name")
        }
        try makeFindable(facts, as: pinned.role, pinned.party)
    }

    private func makeFindable(_ facts: IdentityFacts, as role: PartyRole, _ party: PartyID) throws {
        let judged = JudgedParty(facts, as: role)
        guard role == .unit else { return try index(judged, party) }
        try UnitRecords.put(UnitEntry(party: party, code: UnitCode.of(judged), name: judged.name), at: now, in: session)
    }

    private func knownParty(_ judged: JudgedParty) throws -> (party: PartyID, isSameName: Bool)? {
        if judged.role == .unit {
            return try UnitRecords.find(code: UnitCode.of(judged), in: session).map { ($0.party, $0.name == judged.name) }
        }
        let (hash, nameHash) = hashes(judged)
        return try PartyRecords.find(purpose: SearchPurpose.document.rawValue, hash: hash, in: session).first
            .map { ($0.party, $0.nameHash == nameHash) }
    }

    private func hashes(_ judged: JudgedParty) -> (document: [UInt8], name: [UInt8]) {
        let search = installation.secrets.search
        return (
            search.hash(judged.documentType.searchKey(judged.documentNumber), for: .document), search.hash(judged.name, for: .name)
        )
    }

    private func index(_ judged: JudgedParty, _ party: PartyID) throws {
        let (hash, nameHash) = hashes(judged)
        try PartyRecords.index(party, purpose: SearchPurpose.document.rawValue, hash: hash, nameHash: nameHash, in: session)
        if let contact = judged.contact {
            let hash = installation.secrets.search.hash(contact, for: .contact)
            try PartyRecords.index(party, purpose: SearchPurpose.contact.rawValue, hash: hash, nameHash: nil, in: session)
        }
    }

    private func sameVersion(_ facts: IdentityFacts, of party: PartyID) throws -> IdentityVersionID? {
        guard let latest = try PartyRecords.latestIdentity(of: party, in: session),
            let known = try SealedIdentity.open(latest, vault: installation.vault, in: session), known == facts
        else { return nil }
        return latest.id
    }

    private func addVersion(_ facts: IdentityFacts, to party: PartyID) throws -> IdentityVersionID {
        let id: IdentityVersionID = fresh()
        let key = try freshDataKey()
        let (sealed, commitment) = try SealedIdentity.seal(
            facts, salt: installation.chance.bytes(32), for: id, under: key, vault: installation.vault)
        let ordinal = try PartyRecords.latestIdentity(of: party, in: session).map { $0.ordinal + 1 } ?? 0
        try register(
            .identityVersion,
            [
                id, party, ordinal, facts.documentType.rawValue, facts.validFrom, facts.validUntil, sealed, key.id, commitment, now,
                principal.account,
            ])
        recording.about(.party, party)
        return id
    }
}

/// The public code of a unit: its credit code or the number of the document that stands for it.
enum UnitCode {
    static func of(_ judged: JudgedParty) -> String {
        judged.documentNumber.count == 18 ? judged.documentNumber : "\(judged.documentType.rawValue):\(judged.documentNumber)"
    }
}

extension DocumentType {
    /// Documents with one and the same number count as one: a temporary ID has the number of the ID, and the household register too.
    /// A Hong Kong or Macao permit identifies its holder by the first nine characters (REQUIREMENTS 7.9).
    func searchKey(_ number: String) -> String {
        switch self {
        case .residentID, .temporaryResidentID, .householdRegister: "resident:\(number)"
        case .hkMacaoPermit: "\(rawValue):\(number.prefix(9))"
        default: "\(rawValue):\(number)"
        }
    }
}

extension Refusal {
    package static let documentUnderOtherName = Refusal(
        "document-under-other-name", .invalid, requirements: ["R-25-13"],
        en: "This document is on record under another name.", zh: "该证件号码已以其他姓名（名称）登记。",
        mend: LocalText(
            en: "Compare name and number with the document; if both are right, ask the operator's compliance staff.",
            zh: "请与证件核对姓名（名称）和号码；如均无误，请联系运营商合规人员。"))
}
