import Numbers
import Records
import Registry
import SQLCore
import Vault

extension Installation {
    /// Looks into what carriers sent for the numbers of cards of theirs, whatever its form, and has those cards asked about. Nothing else of
    /// it is read, and nothing believed. Answers whether there may be more at once.
    @discardableResult
    package func readCarrierNotices() async throws -> Bool {
        let now = now()
        guard try await store.read({ try !CarrierNoticeRecords.unread(limit: 1, in: $0).isEmpty }) else { return false }
        let today = try chinaDay()
        return try await store.write { session in
            let unread = try CarrierNoticeRecords.unread(limit: Self.noticesMax, in: session)
            for notice in unread {
                try CarrierNoticeRecords.markRead(notice.connection, mark: notice.mark, at: now, in: session)
                guard let carrier = self.carriers.all.first(where: { $0.name == notice.connection })?.carrier else { continue }
                for card in try self.cards(in: self.open(notice, in: session), today: today, in: session) {
                    guard try CarrierTruthRecords.carrier(of: card, in: session) == carrier.code else { continue }
                    try CarrierTruthRecords.askAbout(card, of: carrier.code, .urgent, at: now, in: session)
                }
            }
            return unread.count == Self.noticesMax
        }
    }

    private static let noticesMax = 50
    /// Numbers looked up of one notice.
    private static let numbersMax = 100

    /// Nothing where it cannot be opened: it holds up no other.
    private func open(_ notice: CarrierNoticeRecords.Unread, in session: any Session) throws -> [UInt8] {
        guard let key = try? DataKeyRecords.open(notice.dataKey, with: vault, in: session) else { return [] }
        let place = SealedPlace(table: "carrier_notice", column: "sealed", row: notice.id.bytes)
        return (try? vault.open(notice.sealed, under: key, at: place)) ?? []
    }

    private func cards(in body: [UInt8], today: CivilDate, in session: any Session) throws -> Set<Int64> {
        var cards: Set<Int64> = []
        let words = body.split { !(0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0) }
        for word in words.lazy.filter({ (11...20).contains($0.count) }).prefix(Self.numbersMax) {
            guard let number = CardNumber(String(decoding: word, as: UTF8.self), today: today),
                let card = try CardLookup.subscription(number, in: session)
            else { continue }
            cards.insert(card)
        }
        return cards
    }
}
