import Ledger
import Registry
import Vault

/// What somebody typed into a long form, kept for him while he signs in again. It lies nowhere: it goes to his browser sealed and comes back
/// with the sign-in, so that nobody else reads it, changes it, or gets it by signing in.
package struct KeptForm: Hashable, Sendable {
    /// What the sealed text is good for; neither passes for the other.
    package enum Use: Sendable {
        /// Says for whom a form was made.
        case owner
        /// Holds what was typed.
        case kept
    }

    /// Whose it is.
    package let account: AccountID
    package let keptAt: Instant
    package let fields: [String: String]

    package init(account: AccountID, keptAt: Instant, fields: [String: String] = [:]) {
        self.account = account
        self.keptAt = keptAt
        self.fields = fields
    }

    /// Bytes of the fields together: sealed they still fit a form.
    private static let bytesMax = 40_000

    fileprivate func canonicalBytes() throws -> [UInt8]? {
        let members = fields.sorted { $0.key < $1.key }.map { JSONObject.Member(key: $0.key, value: .string($0.value)) }
        guard let object = JSONObject(members: members) else { return nil }
        let value: JSONValue = [
            "account": .string(account.description), "at": .integer(keptAt.milliseconds), "fields": .object(object),
        ]
        let bytes = try value.canonicalBytes()
        return bytes.count <= Self.bytesMax ? bytes : nil
    }

    fileprivate init?(canonical bytes: [UInt8]) throws {
        let value = try JSONValue(parsing: bytes)
        guard let account = value["account"]?.stringValue.flatMap({ AccountID($0) }), let at = value["at"]?.integerValue,
            let members = value["fields"]?.objectValue?.members
        else { return nil }
        let pairs = members.compactMap { member in member.value.stringValue.map { (member.key, $0) } }
        self.init(
            account: account, keptAt: Instant(milliseconds: at), fields: Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
    }

    fileprivate static func place(_ use: Use) -> SealedPlace {
        SealedPlace(table: "form", column: use == .owner ? "owner" : "kept", row: [])
    }
}

extension Installation {
    /// Sealed, as text; nil for what is too long to be kept.
    package func seal(_ form: KeptForm, as use: KeptForm.Use) throws -> String? {
        guard let bytes = try form.canonicalBytes() else { return nil }
        return Base64.text(try vault.sealOneOfMany(bytes, under: secrets.answers, at: KeptForm.place(use)))
    }

    /// What was sealed here within these seconds; nil for anything else.
    package func keptForm(_ text: String, as use: KeptForm.Use, seconds: Int64) -> KeptForm? {
        guard let sealed = Base64.bytes(text), let bytes = try? vault.open(sealed, under: secrets.answers, at: KeptForm.place(use)),
            let form = try? KeptForm(canonical: bytes), form.keptAt.adding(seconds: seconds) > now()
        else { return nil }
        return form
    }
}
