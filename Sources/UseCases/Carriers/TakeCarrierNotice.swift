import Records
import Registry
import SQLCore
import Vault

extension Installation {
    /// Seals what a carrier sent and keeps it until it is purged; the same sent again is counted, not kept again. Nothing of it is
    /// believed. Answers whether it is the first.
    /// Throws `not-found` where the connection does not exist or takes none, `carrier-notice-refused`.
    @discardableResult
    package func takeCarrierNotice(_ notice: CarrierNotice, for connection: String) async throws -> Bool {
        guard let gateway = carriers.all.first(where: { $0.name == connection }) else { throw Refusal.notFound }
        guard notice.body.count <= CarrierNotice.bytesMax else { throw Refusal.carrierNoticeRefused }
        let mark: [UInt8]
        switch gateway.judge(notice) {
        case .absent: throw Refusal.notFound
        case .refused: throw Refusal.carrierNoticeRefused
        case .authentic(let text): mark = secrets.search.hash(text, for: .carrierNotice)
        }
        let id: CarrierNoticeID = fresh()
        let now = now()
        let (key, wrapped) = try freshDataKey()
        let sealed = try vault.seal(notice.body, under: key, at: SealedPlace(table: "carrier_notice", column: "sealed", row: id.bytes))
        return try await store.write { session in
            guard try !CarrierNoticeRecords.repeatIfKnown(connection, mark: mark, in: session) else { return false }
            try DataKeyRecords.insert(key, wrapped, at: now, in: session)
            try CarrierNoticeRecords.insert(
                id, connection: connection, mark: mark, at: now, sealed: sealed, dataKey: key.id, in: session)
            return true
        }
    }

    /// Destroys the keys of notices that are old enough, and forgets them.
    package func purgeCarrierNotices() async throws {
        let now = now()
        let horizon = now.adding(days: -settings.carrierNoticeDays)
        guard try await !store.read({ try CarrierNoticeRecords.received(before: horizon, limit: 1, in: $0) }).isEmpty else { return }
        try await store.write { session in
            for notice in try CarrierNoticeRecords.received(before: horizon, limit: 1_000, in: session) {
                try DataKeyRecords.destroy(notice.dataKey, at: now, in: session)
                try CarrierNoticeRecords.delete(notice.connection, mark: notice.mark, in: session)
            }
        }
    }
}

extension Refusal {
    static let carrierNoticeRefused = Refusal(
        "carrier-notice-refused", .unauthenticated, requirements: ["R-DP-10"], en: "This is not known to be the carrier's.",
        zh: "无法确认该推送来自运营商。", mend: LocalText(en: "Check the connection's secret on both sides.", zh: "请核对双方的推送密钥。"))
}
