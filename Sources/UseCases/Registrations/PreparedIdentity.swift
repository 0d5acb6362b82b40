import Records
import Registry
import SQLCore
import Vault

/// By what a party is found again: a unit by its public code, a person by keyed hashes alone.
enum SearchKeys: Sendable {
    case unit(code: String, name: String)
    case person(document: [UInt8], name: [UInt8])

    /// What it is found by.
    var document: [UInt8] {
        switch self {
        case .unit(let code, _): Array(code.utf8)
        case .person(let document, _): document
        }
    }

    init(_ judged: JudgedParty, by search: SearchIndex) {
        if judged.role == .unit {
            self = .unit(code: UnitCode.of(judged), name: judged.name)
        } else {
            self = .person(
                document: search.hash(judged.documentType.searchKey(judged.documentNumber), for: .document),
                name: search.hash(judged.name, for: .name))
        }
    }
}

/// A version of an identity sealed under a key of its own, not stored yet.
struct SealedVersion: Sendable {
    let id: IdentityVersionID
    let key: DataKey
    let wrapped: WrappedKey
    let bytes: [UInt8]
    let commitment: [UInt8]

    init(_ facts: IdentityFacts, for installation: Installation) throws {
        id = installation.fresh()
        (key, wrapped) = try installation.freshDataKey()
        (bytes, commitment) = try SealedIdentity.seal(
            facts, salt: installation.chance.bytes(32), for: id, under: key, vault: installation.vault)
    }
}

/// A judged party made ready to be pinned: hashed, and sealed where nobody knows it yet.
struct PreparedIdentity: Sendable {
    let judged: JudgedParty
    let facts: IdentityFacts
    let keys: SearchKeys
    /// nil where the party was known when it was looked up; its latest version may say the same.
    let sealed: SealedVersion?

    init(_ judged: JudgedParty, for installation: Installation, in session: any Session) throws {
        self.judged = judged
        facts = IdentityFacts(judged)
        keys = SearchKeys(judged, by: installation.secrets.search)
        sealed = try KnownParty.find(keys, in: session) == nil ? SealedVersion(facts, for: installation) : nil
    }

    /// Several, sought together.
    static func all(
        _ judged: [JudgedParty], for installation: Installation, in session: any Session
    ) throws -> [PreparedIdentity] {
        session.foresee { ahead in
            for party in judged { _ = try KnownParty.find(SearchKeys(party, by: installation.secrets.search), in: ahead) }
        }
        return try judged.map { try PreparedIdentity($0, for: installation, in: session) }
    }
}

/// The party under a document, and whether it is known there by the same name.
struct KnownParty {
    let party: PartyID
    let isSameName: Bool

    static func find(_ keys: SearchKeys, in session: any Session) throws -> KnownParty? {
        switch keys {
        case .unit(let code, let name):
            try UnitRecords.find(code: code, in: session).map { KnownParty(party: $0.party, isSameName: $0.name == name) }
        case .person(let document, let name):
            try PartyRecords.find(purpose: SearchPurpose.document.rawValue, hash: document, in: session).first
                .map { KnownParty(party: $0.party, isSameName: $0.nameHash == name) }
        }
    }
}
