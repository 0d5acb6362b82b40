import Ledger
import Numbers
import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let claimContactsRead = TrailAction("life-case.contacts-read")
    static let claimContactsPurged = TrailAction("life-case.contacts-purged")
}

/// How somebody is reached who says that a card is his.
package struct ClaimContact: Hashable, Sendable {
    package let phone: String
    package let leftAt: Instant
}

extension Installation {
    /// In clear, for whoever looks into the card's open case and may see what is masked: needs a purpose, and leaves its entry. No program
    /// reads them. Throws `not-found` where nobody left any.
    package func readClaimContacts(as principal: Principal, card reference: String, purpose: String) async throws -> [ClaimContact] {
        try Purpose.demand(purpose, today: chinaDay())
        return try await act(as: principal, .claimContactsRead, needs: .reveal, purpose: purpose) { act in
            try principal.demand(.cardControl)
            guard principal.scope == .everything, principal.means != .apiKey else { throw Refusal.notPermitted }
            guard let card = act.installation.secrets.references.subscription(from: reference),
                try LifeCaseRecords.isOpen([.claimedAtEntrance], of: card, in: act.session)
            else { throw Refusal.notFound }
            let contacts = try ClaimContactRecords.all(of: card, in: act.session).compactMap { try act.open($0) }
            guard !contacts.isEmpty else { throw Refusal.notFound }
            act.recording.about(card: card)
            return contacts
        }
    }

    /// Destroys what was left longer ago than anything is kept that comes to nothing; answers how many.
    func purgeClaimContacts(_ batch: Int, at now: Instant) async throws -> Int {
        let horizon = now.adding(days: -settings.purgeDays)
        guard try await store.read({ try !ClaimContactRecords.left(until: horizon, limit: 1, in: $0).isEmpty }) else { return 0 }
        return try await act(as: .system, .claimContactsPurged, needs: nil) { act in
            let due = try ClaimContactRecords.left(until: horizon, limit: batch, in: act.session)
            for contact in due { try act.forget(contact) }
            act.recording.note("contacts", .integer(Int64(due.count)))
            return due.count
        }
    }
}

extension Act {
    /// So many for one card: whoever comes last is the one who waits to be called.
    private static var contactsMax: Int { 5 }

    /// Kept until the card's case is closed, or its time is over.
    func keepClaimContact(_ phone: String, of subscription: Int64) throws {
        for old in try ClaimContactRecords.all(of: subscription, in: session).dropLast(Self.contactsMax - 1) { try forget(old) }
        let key = try freshDataKey()
        let id = installation.chance.bytes(16)
        let sealed = try installation.vault.seal(Array(phone.utf8), under: key, at: Self.place(id))
        try ClaimContactRecords.insert(
            .init(subscription: subscription, id: id, sealed: sealed, key: key.id, leftAt: now), in: session)
    }

    fileprivate func open(_ contact: ClaimContactRecords.Contact) throws -> ClaimContact? {
        guard let key = try DataKeyRecords.open(contact.key, with: installation.vault, in: session) else { return nil }
        let phone = try installation.vault.open(contact.sealed, under: key, at: Self.place(contact.id))
        return ClaimContact(phone: String(decoding: phone, as: UTF8.self), leftAt: contact.leftAt)
    }

    /// The case is closed: their ground is gone.
    func forgetClaimContacts(of subscription: Int64) throws {
        for contact in try ClaimContactRecords.all(of: subscription, in: session) { try forget(contact) }
    }

    fileprivate func forget(_ contact: ClaimContactRecords.Contact) throws {
        try DataKeyRecords.destroy(contact.key, at: now, in: session)
        try ClaimContactRecords.forget(contact, in: session)
    }

    private static func place(_ id: [UInt8]) -> SealedPlace { SealedPlace(table: "claim_contact", column: "sealed", row: id) }
}
