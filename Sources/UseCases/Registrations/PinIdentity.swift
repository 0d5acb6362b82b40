import Numbers
import Records
import Registry
import SQLCore
import Vault

/// A party as pinned.
struct PinnedIdentity {
    let role: PinnedRole
    /// Whether its document also stands, undecided, under another name.
    let hasNameClash: Bool
    /// Whether nobody knew the party before.
    let isNew: Bool
}

extension Act {
    /// The party this identity belongs to and the version that says so: known ones are used again, new facts become a new
    /// version. What others merely handed in blocks nobody; it is shown to the reviewer.
    ///
    /// - Parameter corrected: the party whose facts this application corrects; its name may change.
    /// - Throws: `document-under-other-name` when the same document is registered under another name (R-25-13).
    func pin(
        _ identity: PreparedIdentity, correcting corrected: PartyID?, authorisedFrom: Int64?, authorisedUntil: Int64?
    ) throws -> PinnedIdentity {
        try pin(
            identity, known: KnownParty.find(identity.keys, in: session), correcting: corrected, authorisedFrom: authorisedFrom,
            authorisedUntil: authorisedUntil)
    }

    /// Several at once: all are sought before anything is written.
    func pinAll(
        _ identities: [PreparedIdentity], correcting corrected: (PartyRole) throws -> PartyID?,
        authorised: (PartyRole) -> (from: Int64?, until: Int64?)
    ) throws -> [PinnedIdentity] {
        session.foresee { ahead in for identity in identities { _ = try KnownParty.find(identity.keys, in: ahead) } }
        let known = try identities.map { try KnownParty.find($0.keys, in: session) }
        let corrections = try identities.map { try corrected($0.judged.role) }
        var pinned: Set<[UInt8]> = []
        return try identities.indices.map { place in
            let identity = identities[place], authorised = authorised(identity.judged.role)
            // In another role already: known by now.
            let isAgain = !pinned.insert(identity.keys.document).inserted
            return try pin(
                identity, known: isAgain ? KnownParty.find(identity.keys, in: session) : known[place], correcting: corrections[place],
                authorisedFrom: authorised.from, authorisedUntil: authorised.until)
        }
    }

    private func pin(
        _ identity: PreparedIdentity, known: KnownParty?, correcting corrected: PartyID?, authorisedFrom: Int64?, authorisedUntil: Int64?
    ) throws -> PinnedIdentity {
        let judged = identity.judged
        func role(_ party: PartyID, _ version: IdentityVersionID) -> PinnedRole {
            PinnedRole(
                role: judged.role, party: party, identity: version, authorisedFrom: authorisedFrom, authorisedUntil: authorisedUntil)
        }
        guard let known else {
            let party: PartyID = fresh()
            try register(.party, [party, judged.documentType.subject.rawValue, now])
            let version = try addVersion(identity, to: party, ordinal: 0)
            try makeFindable(identity.keys, party, isNew: true)
            return PinnedIdentity(role: role(party, version), hasNameClash: false, isNew: true)
        }
        if !known.isSameName, known.party != corrected, try PartyRecords.isRegistered(known.party, in: session) {
            throw Refusal.documentUnderOtherName.at(judged.role.pointer + "/name")
        }
        let version = try version(of: known.party, saying: identity)
        if known.isSameName { try makeFindable(identity.keys, known.party, isNew: false) }
        return PinnedIdentity(
            role: role(known.party, version), hasNameClash: !known.isSameName && known.party != corrected, isNew: false)
    }

    /// Approved: from now on the document is known under this name, unless it was registered under another meanwhile.
    func settle(_ pinned: PinnedRole, isCorrection: Bool) throws {
        guard let stored = try PartyRecords.identity(pinned.identity, in: session),
            let facts = try SealedIdentity.open(stored, vault: installation.vault)
        else { throw Refusal.applicationClosed }
        let keys = SearchKeys(JudgedParty(facts, as: pinned.role), by: installation.secrets.search)
        if !isCorrection, let known = try KnownParty.find(keys, in: session), !known.isSameName,
            try PartyRecords.isRegistered(known.party, in: session)
        {
            throw Refusal.documentUnderOtherName.at(pinned.role.pointer + "/name")
        }
        try makeFindable(keys, pinned.party, isNew: false)
    }

    private func makeFindable(_ keys: SearchKeys, _ party: PartyID, isNew: Bool) throws {
        switch keys {
        case .unit(let code, let name):
            try UnitRecords.put(UnitEntry(party: party, code: code, name: name), isNew: isNew, at: now, in: session)
        case .person(let document, let name):
            try PartyRecords.index(
                party, purpose: SearchPurpose.document.rawValue, hash: document, nameHash: name, isNew: isNew, in: session)
        }
    }

    /// The party's latest version where it says the same, otherwise a new one.
    private func version(of party: PartyID, saying identity: PreparedIdentity) throws -> IdentityVersionID {
        let latest = try PartyRecords.latestIdentity(of: party, in: session)
        if let latest, try SealedIdentity.open(latest, vault: installation.vault) == identity.facts { return latest.id }
        return try addVersion(identity, to: party, ordinal: latest.map { $0.ordinal + 1 } ?? 0)
    }

    private func addVersion(_ identity: PreparedIdentity, to party: PartyID, ordinal: Int64) throws -> IdentityVersionID {
        let facts = identity.facts
        let sealed = try identity.sealed ?? SealedVersion(facts, for: installation)
        try DataKeyRecords.insert(sealed.key, sealed.wrapped, at: now, in: session)
        try register(
            .identityVersion,
            [
                sealed.id, party, ordinal, facts.documentType.rawValue, facts.validFrom, facts.validUntil, sealed.bytes, sealed.key.id,
                sealed.commitment, now, principal.account,
            ])
        recording.about(.party, party)
        return sealed.id
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

    /// The same for one holder's number, however it is written.
    func holderKey(_ number: String, today: CivilDate) -> String {
        searchKey(PartyRules.registered(number, of: self, today: today) ?? number)
    }

    /// Whether two numbers are of the same holder, however either is written.
    func isSame(_ number: String, _ other: String, today: CivilDate) -> Bool {
        holderKey(number, today: today) == holderKey(other, today: today)
    }
}

extension Refusal {
    package static let documentUnderOtherName = Refusal(
        "document-under-other-name", .invalid, requirements: ["R-25-13"],
        en: "This document is on record under another name.", zh: "该证件号码已以其他姓名（名称）登记。",
        mend: LocalText(
            en: "Compare name and number with the document; if both are right, ask the operator's compliance staff.",
            zh: "请与证件核对姓名（名称）和号码；如均无误，请联系运营商合规人员。", sendsTo: .hotline))
}
