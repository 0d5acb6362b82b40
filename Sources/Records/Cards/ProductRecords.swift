import Ledger
import Registry
import SQLCore

/// A product as it is now.
package struct ProductRecord: Hashable, Sendable {
    package let number: Int64
    package let code: ProductCode
    /// Which version; what `If-Match` compares.
    package let version: Int64
    package let status: ProductStatus
    package let facts: ProductFacts
    package let recordedAt: Instant
}

/// Products and their insert-only versions.
package enum ProductRecords {
    package static func insert(_ number: Int64, _ code: ProductCode, status: ProductStatus, at now: Instant, in session: any Session) throws
    {
        try session.run(
            """
            INSERT INTO product (id, code, ordinal, status, updated_at) VALUES (\(number), \(code.text), 1, \(status.rawValue), \(now))
            """)
    }

    /// A version's row in the order of `RegisteredTable.productVersion`.
    package static func version(
        _ number: Int64, _ ordinal: Int64, _ facts: ProductFacts, at now: Instant, by account: AccountID
    ) throws -> [any SQLBindable] {
        [
            number, ordinal, facts.name, facts.carrier, facts.cardClass.rawValue, facts.traffic.rawValue, facts.monthlyMegabytes,
            facts.voice, facts.sms, facts.binding.rawValue, try text(of: facts.periods), now, account,
        ]
    }

    /// Moves the product to the next version, if it still is at `version`; false when it is not.
    package static func advance(
        _ number: Int64, from version: Int64, status: ProductStatus, at now: Instant, in session: any Session
    ) throws -> Bool {
        try session.change(
            """
            UPDATE product SET ordinal = ordinal + 1, status = \(status.rawValue), updated_at = \(now)
            WHERE id = \(number) AND ordinal = \(version)
            """) == 1
    }

    package static func find(_ code: ProductCode, in session: any Session) throws -> ProductRecord? {
        try session.first(selection + "WHERE p.code = \(code.text)", decode)
    }

    package static func find(number: Int64, in session: any Session) throws -> ProductRecord? {
        try session.first(selection + "WHERE p.id = \(number)", decode)
    }

    /// What these cards were sold as, and by which carriers.
    package static func terms(of cards: [Int64], in session: any Session) throws -> [(product: Int64, carrier: Carrier)] {
        try SQLText.lists(cards).flatMap { named in
            try session.all(
                """
                SELECT DISTINCT p.id, v.carrier FROM subscription s JOIN product p ON p.id = s.product
                JOIN product_version v ON v.product = p.id AND v.ordinal = p.ordinal WHERE s.id IN \(named)
                """
            ) { ($0.int(0), try $0.carrier(1)) }
        }
    }

    /// By number, after `cursor`.
    package static func page(after cursor: Int64, limit: Int, in session: any Session) throws -> [ProductRecord] {
        try session.all(selection + "WHERE p.id > \(cursor) ORDER BY p.id LIMIT \(limit)", decode)
    }

    /// What may be read of products by number, for bulk work.
    package static func active(in session: any Session) throws -> [ProductRecord] {
        try session.all(selection + "WHERE p.status = \(ProductStatus.active.rawValue) ORDER BY p.id", decode)
    }

    /// Whose cards are sold.
    package static func carriers(in session: any Session) throws -> [Carrier] {
        try session.all(
            """
            SELECT DISTINCT v.carrier FROM product p JOIN product_version v ON v.product = p.id AND v.ordinal = p.ordinal ORDER BY v.carrier
            """
        ) { try $0.carrier(0) }
    }

    /// The numbers of a carrier's products, whatever their status.
    package static func numbers(of carrier: Carrier, in session: any Session) throws -> [Int64] {
        try session.all(selection + "WHERE v.carrier = \(carrier) ORDER BY p.id") { $0.int(0) }
    }

    private static let selection: SQLText = """
        SELECT p.id, p.code, p.ordinal, p.status, v.name, v.carrier, v.card_class, v.traffic, v.monthly_megabytes, v.voice, v.sms,
            v.binding, v.periods, v.recorded_at
        FROM product p JOIN product_version v ON v.product = p.id AND v.ordinal = p.ordinal 
        """

    private static func decode(_ row: any SQLRow) throws -> ProductRecord {
        guard let code = ProductCode(row.text(1)) else { throw UnreadableRow("product", "code") }
        let facts = ProductFacts(
            name: row.text(4), carrier: try row.carrier(5), cardClass: try row.raw(6), traffic: try row.raw(7),
            monthlyMegabytes: row.int(8), voice: row.bool(9), sms: row.bool(10), binding: try row.raw(11),
            periods: try periods(from: row.text(12)))
        return ProductRecord(
            number: row.int(0), code: code, version: row.int(2), status: try row.raw(3), facts: facts, recordedAt: row.instant(13))
    }

    private static func text(of periods: ProductPeriods) throws -> String {
        let present = ["cancellationMonths": periods.cancellationMonths, "silentDays": periods.silentDays, "testDays": periods.testDays]
        let members = present.compactMap { name, value in value.map { JSONObject.Member(key: name, value: .integer($0)) } }
        guard let object = JSONObject(members: members) else { throw UnreadableRow("product_version", "periods") }
        return try JSONValue.object(object).canonicalText()
    }

    private static func periods(from text: String) throws -> ProductPeriods {
        guard let present = try? JSONValue(parsing: text), present.objectValue != nil else {
            throw UnreadableRow("product_version", "periods")
        }
        return ProductPeriods(
            testDays: present["testDays"]?.integerValue, silentDays: present["silentDays"]?.integerValue,
            cancellationMonths: present["cancellationMonths"]?.integerValue)
    }
}
