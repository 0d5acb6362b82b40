import Ledger
import Records
import Registry
import SQLCore
import UseCases
import Vault

/// What a fault leaves in the store where the rules are blind to it: one thing that is not there, or that says something else than the papers.
enum StoredFault: Sendable {
    case noRole(PartyRole)
    case noEvidence(EvidenceSlot)
    /// A member of who has the role, sealed again; nil takes it away.
    case identity(PartyRole, String, String?)
    /// A member of what was handed in, sealed again.
    case content([String], String)
    /// In the clear; `?` stands for the registration.
    case row(table: String, String)

    struct NotStored: Error {}

    /// Of what was handed in, which only people read.
    var isOfContent: Bool { if case .content = self { true } else { false } }

    /// What must be said to the database so that this registration is stored so, and the table that it changes.
    func planted(in registration: RegistrationID, of shiming: Installation) async throws -> (table: String, sql: String) {
        let id = Self.text(registration.bytes)
        switch self {
        case .noRole(let role):
            return ("role_succession", "DELETE FROM role_succession WHERE role = '\(role.rawValue)' AND registration = \(id)")
        case .noEvidence(let slot):
            return (
                "submission_evidence",
                """
                DELETE FROM submission_evidence WHERE slot = '\(slot.rawValue)'
                AND submission IN (SELECT m.id FROM submission m WHERE m.registration = \(id))
                """
            )
        case .identity(let role, let member, let text):
            return ("identity_version", try await Self.identity(role, member, text, registration, shiming))
        case .content(let path, let text):
            return ("application", try await Self.content(path, text, registration, shiming))
        case .row(let table, let sql):
            return (table, sql.split(separator: "?", omittingEmptySubsequences: false).joined(separator: id))
        }
    }

    private static func text(_ bytes: [UInt8]) -> String { "x'\(Hex.text(bytes))'" }

    private static func identity(
        _ role: PartyRole, _ member: String, _ text: String?, _ registration: RegistrationID, _ shiming: Installation
    ) async throws -> String {
        try await shiming.store.read { session in
            guard let version = try RoleRecords.history(registration, in: session).last(where: { $0.role == role })?.identity,
                let opened = try OpenedIdentity(version, by: shiming.vault, in: session)
            else { throw NotStored() }
            let other = try opened.facts.replacing([member], by: text.map { JSONValue.string($0) } ?? .null).canonicalBytes()
            let sealed = try shiming.vault.seal(opened.salt + other, under: opened.key, at: opened.place)
            return "UPDATE identity_version SET sealed = \(Self.text(sealed)) WHERE id = \(Self.text(version.bytes))"
        }
    }

    private static func content(
        _ path: [String], _ text: String, _ registration: RegistrationID, _ shiming: Installation
    ) async throws -> String {
        try await shiming.store.read { session in
            let row = try session.first("SELECT id, draft, draft_key FROM application WHERE registration = \(registration)") {
                (id: $0.blob(0), draft: $0.blob(1), key: $0.blob(2))
            }
            guard let row, let key = try DataKeyRecords.open(row.key, with: shiming.vault, in: session) else { throw NotStored() }
            let place = SealedPlace(table: "application", column: "draft", row: row.id)
            let content = try JSONValue(parsing: shiming.vault.open(row.draft, under: key, at: place))
            let sealed = try shiming.vault.seal(
                content.replacing(path[...], by: .string(text)).canonicalBytes(), under: key, at: place)
            return "UPDATE application SET draft = \(Self.text(sealed)) WHERE id = \(Self.text(row.id))"
        }
    }
}

extension JSONValue {
    /// With another value where the path leads.
    fileprivate func replacing(_ path: ArraySlice<String>, by value: JSONValue) -> JSONValue {
        guard let key = path.first, let object = objectValue else { return value }
        let members = object.members.map { member in
            guard member.key == key else { return member }
            return JSONObject.Member(key: key, value: member.value.replacing(path.dropFirst(), by: value))
        }
        return .object(JSONObject(members: members) ?? object)
    }
}
