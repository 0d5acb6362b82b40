import Records
import Registry
import SQLCore
import Vault

/// By what a party is found again: a unit by its public code, a person by keyed hashes alone.
enum SearchKeys: Sendable {
    case unit(code: String, name: String)
    case person(document: [UInt8], name: [UInt8], contact: [UInt8]?)

    init(_ judged: JudgedParty, by search: SearchIndex) {
        if judged.role == .unit {
            self = .unit(code: UnitCode.of(judged), name: judged.name)
        } else {
            self = .person(
                document: search.hash(judged.documentType.searchKey(judged.documentNumber), for: .document),
                name: search.hash(judged.name, for: .name), contact: judged.contact.map { search.hash($0, for: .contact) })
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
        (key, wrapped) = try installation.vault.freshKey(id: installation.chance.bytes(16))
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
        sealed = try Self.isKnown(keys, in: session) ? nil : SealedVersion(facts, for: installation)
    }

    private static func isKnown(_ keys: SearchKeys, in session: any Session) throws -> Bool {
        switch keys {
        case .unit(let code, _): try UnitRecords.find(code: code, in: session) != nil
        case .person(let document, _, _):
            try !PartyRecords.find(purpose: SearchPurpose.document.rawValue, hash: document, in: session).isEmpty
        }
    }
}
