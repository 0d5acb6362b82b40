import Ledger
import Registry
import SQLCore

/// For which cards a setting counts; what is nil is any.
package struct LifeSettingPlace: Hashable, Sendable {
    package var carrier: Carrier?
    /// The product's number.
    package var product: Int64?
    package var province: Int64?

    package init(carrier: Carrier? = nil, product: Int64? = nil, province: Int64? = nil) {
        self.carrier = carrier
        self.product = product
        self.province = province
    }

    /// A product's own goes before a province's, a province's before a carrier's.
    fileprivate var weight: Int { (product == nil ? 0 : 4) + (province == nil ? 0 : 2) + (carrier == nil ? 0 : 1) }

    fileprivate func covers(carrier: Carrier, product: Int64, province: Int64?) -> Bool {
        (self.carrier.map { $0 == carrier } ?? true) && (self.product.map { $0 == product } ?? true)
            && (self.province.map { $0 == province } ?? true)
    }
}

/// A version of what was set for some cards.
package struct LifeSettingVersion: Hashable, Sendable {
    package let place: LifeSettingPlace
    package let ordinal: Int64
    package let validFrom: Instant
    package let setting: LifeSetting
    package let recordedAt: Instant

    package init(place: LifeSettingPlace, ordinal: Int64, validFrom: Instant, setting: LifeSetting, recordedAt: Instant) {
        self.place = place
        self.ordinal = ordinal
        self.validFrom = validFrom
        self.setting = setting
        self.recordedAt = recordedAt
    }
}

package enum LifeSettingRecords {
    package static func row(_ version: LifeSettingVersion, by account: AccountID) throws -> [any SQLBindable] {
        [
            version.place.carrier?.code ?? "", version.place.product ?? 0, version.place.province ?? 0, version.ordinal, version.validFrom,
            try version.setting.json.canonicalText(), version.recordedAt, account,
        ]
    }

    /// All that was ever set: few rows. The newest of a place last.
    package static func all(in session: any Session) throws -> [LifeSettingVersion] {
        try session.all(
            """
            SELECT carrier, product, province, ordinal, valid_from, setting, recorded_at FROM life_setting
            ORDER BY carrier, product, province, ordinal
            """
        ) { row in
            guard let setting = (try? JSONValue(parsing: row.text(5))).flatMap({ LifeSetting(json: $0) }) else {
                throw UnreadableRow("life_setting", "setting")
            }
            return LifeSettingVersion(
                place: LifeSettingPlace(
                    carrier: row.text(0).isEmpty ? nil : try row.carrier(0), product: row.int(1) == 0 ? nil : row.int(1),
                    province: row.int(2) == 0 ? nil : row.int(2)),
                ordinal: row.int(3), validFrom: row.instant(4), setting: setting, recordedAt: row.instant(6))
        }
    }
}

/// What counts for which card, read once in a transaction.
package final class LifeTerms {
    private let versions: [LifeSettingVersion]
    private let session: any Session
    private var products: [Int64: ProductFacts] = [:]
    private var known: [Key: LifePeriods] = [:]

    private struct Key: Hashable {
        let product: Int64
        let province: Int64?
        /// How many versions were valid: what is set later makes another key.
        let valid: Int
    }

    package init(in session: any Session) throws {
        self.session = session
        versions = try LifeSettingRecords.all(in: session)
    }

    /// Whether anything became valid between two times: who began at the later may have other periods.
    func hasChanged(after early: Instant, by late: Instant) -> Bool { versions.contains { $0.validFrom > early && $0.validFrom <= late } }

    package func product(_ number: Int64) throws -> ProductFacts {
        if let facts = products[number] { return facts }
        guard let facts = try ProductRecords.find(number: number, in: session)?.facts else { throw UnreadableRow("product", "id") }
        products[number] = facts
        return facts
    }

    /// The periods of a card as they were set when its running period began.
    package func periods(of life: StoredLife) throws -> LifePeriods {
        try periods(product: life.product, province: life.province, at: life.times.begins)
    }

    /// What counts for a decision about it now; how long things last is `periods(of:)`.
    package func periods(of life: StoredLife, at now: Instant) throws -> LifePeriods {
        try periods(product: life.product, province: life.province, at: now)
    }

    package func periods(product number: Int64, province: Int64?, at instant: Instant) throws -> LifePeriods {
        let key = Key(product: number, province: province, valid: versions.count { $0.validFrom <= instant })
        if let periods = known[key] { return periods }
        let product = try product(number)
        var newest: [LifeSettingPlace: LifeSettingVersion] = [:]
        for version in versions where version.validFrom <= instant {
            guard version.place.covers(carrier: product.carrier, product: number, province: province) else { continue }
            newest[version.place] = version
        }
        let periods = LifePeriods(Self.layers(Array(newest.values), product), of: product.carrier)
        known[key] = periods
        return periods
    }

    /// What counts, each before what stands ahead of it: what is set for many, what the product itself says, what is set for that product.
    package static func layers(_ valid: [LifeSettingVersion], _ product: ProductFacts?) -> [LifeSetting] {
        let ordered = valid.sorted { $0.place.weight < $1.place.weight }
        let own = product.map { [LifeSetting($0.periods)] } ?? []
        return ordered.filter { $0.place.product == nil }.map(\.setting) + own + ordered.filter { $0.place.product != nil }.map(\.setting)
    }
}
