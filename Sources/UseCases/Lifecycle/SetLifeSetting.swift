import Ledger
import Records
import Registry
import SQLCore

extension Installation {
    /// Sets how long the stages of cards' lives last, for a carrier, a product, a province or all, from a time on. Periods that run already end
    /// as they were begun. Throws `fields-invalid`, `product-unknown`, what `Act.begin` throws.
    /// - Parameters:
    ///   - after: the ordinal of the version that was read; 0 when there was none.
    ///   - replacing: whether it may begin before the newest version for these cards does, which then never comes into force.
    package func setLifeSetting(
        as principal: Principal, carrier: Carrier?, product: ProductCode?, province: Int64?, _ setting: LifeSetting, validFrom: Instant?,
        after: Int64, replacing: Bool = false
    ) async throws -> LifeSettingVersion {
        guard setting.faults.isEmpty else { throw Refusal.invalid(setting.faults) }
        return try await act(as: principal, .lifeSettingSet, needs: .lifeSettings) { act in
            try principal.demandEverything()
            let number = try product.map { code in
                guard let found = try ProductRecords.find(code, in: act.session) else { throw Refusal.productUnknown.at("/product") }
                return found.number
            }
            let place = LifeSettingPlace(carrier: carrier, product: number, province: province)
            let newest = try LifeSettingRecords.all(in: act.session).last { $0.place == place }
            let validFrom = try act.begin(
                validFrom, after: after, newest: newest.map { ($0.ordinal, $0.validFrom) }, replacing: replacing, requirement: "R-LC-03")
            let version = LifeSettingVersion(place: place, ordinal: after + 1, validFrom: validFrom, setting: setting, recordedAt: act.now)
            try act.register(.lifeSetting, try LifeSettingRecords.row(version, by: principal.account))
            if let product { act.recording.about(.product, Array(product.text.utf8)) }
            act.recording.note("ordinal", .integer(version.ordinal))
            return version
        }
    }

    /// Every version of every setting, with the product's code.
    package func listLifeSettings(as principal: Principal) async throws -> [(version: LifeSettingVersion, product: ProductCode?)] {
        try await look(as: principal, needs: .productRead) { session in
            try LifeSettingRecords.all(in: session).map { version in
                (version, try version.place.product.flatMap { try ProductRecords.find(number: $0, in: session)?.code })
            }
        }
    }
}
