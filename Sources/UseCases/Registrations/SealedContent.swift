import Ledger
import Records
import Registry
import SQLCore
import Vault

/// An application's content at rest: sealed JSON under the application's own key.
enum SealedContent {
    static func seal(_ content: ApplicationContent, for id: ApplicationID, under key: DataKey, vault: Vault) throws -> [UInt8] {
        try vault.seal(ContentText.bytes(content), under: key, at: place(id))
    }

    /// nil when the content was purged, and where custodians have its key and did not yield it.
    static func open(
        _ application: StoredApplication, vault: Vault, yielded: YieldedKeys = YieldedKeys(), in session: any Session
    ) throws -> ApplicationContent? {
        guard let sealed = application.draft, let keyID = application.draftKey,
            let key = try yielded.open(keyID, with: vault, in: session)
        else { return nil }
        let plain = try vault.open(sealed, under: key, at: place(application.id))
        return try ContentText.content(plain)
    }

    private static func place(_ id: ApplicationID) -> SealedPlace {
        SealedPlace(table: "application", column: "draft", row: id.bytes)
    }
}

/// Who a party is, as sealed in an identity version.
package struct IdentityFacts: Hashable, Sendable {
    package let name: String
    package let documentType: DocumentType
    package let documentNumber: String
    package let address: String?
    package let contact: String?
    package let validFrom: Int64?
    package let validUntil: Int64?
    /// `yyyymmdd`; nil where the number tells it, and in versions of before it was asked for.
    package let birthDate: Int64?

    init(_ judged: JudgedParty) {
        name = judged.name
        documentType = judged.documentType
        documentNumber = judged.documentNumber
        address = judged.address
        contact = judged.contact
        validFrom = judged.validFrom
        validUntil = judged.validUntil
        birthDate = judged.birthDate
    }

    /// Canonical JSON, which the commitment and the comparison with an earlier version are made over.
    func canonicalBytes() throws -> [UInt8] { try json.canonicalBytes() }

    /// A date of birth stands there where it was declared only: a version of before it was asked for says what it always said.
    private var json: JSONValue {
        var members: [(String, JSONValue)] = [
            ("address", address.map { .string($0) } ?? .null), ("contact", contact.map { .string($0) } ?? .null),
            ("documentNumber", .string(documentNumber)), ("documentType", .string(documentType.rawValue)), ("name", .string(name)),
            ("validFrom", validFrom.map { .integer($0) } ?? .null), ("validUntil", validUntil.map { .integer($0) } ?? .null),
        ]
        if let birthDate { members.append(("birthDate", .integer(birthDate))) }
        return .object(JSONObject(members: members.map { JSONObject.Member(key: $0.0, value: $0.1) }) ?? JSONObject())
    }

    init(canonical bytes: some Collection<UInt8>) throws {
        let value = try JSONValue(parsing: Array(bytes))
        guard let name = value["name"]?.stringValue, let number = value["documentNumber"]?.stringValue,
            let type = value["documentType"]?.stringValue.flatMap(DocumentType.init(rawValue:))
        else { throw UnreadableRow("identity_version", "sealed") }
        self.name = name
        documentType = type
        documentNumber = number
        address = value["address"]?.stringValue
        contact = value["contact"]?.stringValue
        validFrom = value["validFrom"]?.integerValue
        validUntil = value["validUntil"]?.integerValue
        birthDate = value["birthDate"]?.integerValue
    }
}

extension JudgedParty {
    /// The facts of a version that was judged when it was pinned.
    init(_ facts: IdentityFacts, as role: PartyRole) {
        self.init(
            role: role, name: facts.name, documentType: facts.documentType, documentNumber: facts.documentNumber, address: facts.address,
            contact: facts.contact, validFrom: facts.validFrom, validUntil: facts.validUntil, birthDate: facts.birthDate)
    }
}

/// Seals and opens identity versions. The sealed bytes are the salt of the version's commitment (32) and the canonical facts.
enum SealedIdentity {
    static func seal(
        _ facts: IdentityFacts, salt: [UInt8], for id: IdentityVersionID, under key: DataKey, vault: Vault
    ) throws -> (sealed: [UInt8], commitment: [UInt8]) {
        let canonical = try facts.canonicalBytes()
        guard let commitment = Commitment.hmac(salt: salt, message: canonical) else {
            throw UnreadableRow("identity_version", "commitment")
        }
        return (try vault.seal(salt + canonical, under: key, at: place(id)), commitment.bytes)
    }

    /// nil when the version's key was destroyed, and where custodians have it and did not yield it.
    static func open(_ stored: StoredIdentity, vault: Vault, yielded: YieldedKeys = YieldedKeys()) throws -> IdentityFacts? {
        guard let key = try yielded.key(stored.dataKey) ?? stored.wrapped.map({ try vault.unwrap($0, id: stored.dataKey) }) else {
            return nil
        }
        let plain = try vault.open(stored.sealed, under: key, at: place(stored.id))
        return try IdentityFacts(canonical: plain.dropFirst(Commitment.saltByteCount))
    }

    private static func place(_ id: IdentityVersionID) -> SealedPlace {
        SealedPlace(table: "identity_version", column: "sealed", row: id.bytes)
    }
}
