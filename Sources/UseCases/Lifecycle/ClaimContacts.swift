import Ledger
import Numbers
import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let claimContactsRead = TrailAction("life-case.contacts-read")
}

/// How somebody is reached who says that a card is his.
package struct ClaimContact: Hashable, Sendable {
    package let phone: String
    package let leftAt: Instant
}

extension Installation {
    /// In clear, for whoever looks into the card's case: needs a purpose, and leaves its entry.
    /// Throws `not-found` where nobody left any.
    package func readClaimContacts(as principal: Principal, card reference: String, purpose: String) async throws -> [ClaimContact] {
        try Purpose.demand(purpose, today: chinaDay())
        return try await act(as: principal, .claimContactsRead, needs: .cardControl, purpose: purpose) { act in
            guard principal.scope == .everything else { throw Refusal.notPermitted }
            guard let card = act.installation.secrets.references.subscription(from: reference) else { throw Refusal.notFound }
            let contacts = try ClaimContactRecords.all(of: card, in: act.session).compactMap { try act.open($0) }
            guard !contacts.isEmpty else { throw Refusal.notFound }
            act.recording.about(.card, withUnsafeBytes(of: card.bigEndian) { Array($0) })
            return contacts
        }
    }
}

extension Act {
    /// Kept until the card's case is closed.
    func keepClaimContact(_ phone: String, of subscription: Int64) throws {
        let key = try freshDataKey()
        let id = installation.chance.bytes(16)
        let sealed = try installation.vault.seal(Array(phone.utf8), under: key, at: Self.place(id))
        try ClaimContactRecords.insert(.init(id: id, sealed: sealed, key: key.id, leftAt: now), of: subscription, in: session)
    }

    fileprivate func open(_ contact: ClaimContactRecords.Contact) throws -> ClaimContact? {
        guard let key = try DataKeyRecords.open(contact.key, with: installation.vault, in: session) else { return nil }
        let phone = try installation.vault.open(contact.sealed, under: key, at: Self.place(contact.id))
        return ClaimContact(phone: String(decoding: phone, as: UTF8.self), leftAt: contact.leftAt)
    }

    /// The case is closed: their ground is gone.
    func forgetClaimContacts(of subscription: Int64) throws {
        for contact in try ClaimContactRecords.all(of: subscription, in: session) {
            try DataKeyRecords.destroy(contact.key, at: now, in: session)
        }
        try ClaimContactRecords.forget(of: subscription, in: session)
    }

    private static func place(_ id: [UInt8]) -> SealedPlace { SealedPlace(table: "claim_contact", column: "sealed", row: id) }
}
