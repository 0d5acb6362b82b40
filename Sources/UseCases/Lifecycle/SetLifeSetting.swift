import Ledger
import Records
import Registry
import SQLCore

extension Installation {
    /// Sets how long the stages of cards' lives last, for a carrier, a product, a province or all, from a time on. Periods that run already end
    /// as they were begun. Throws `fields-invalid`, `product-unknown`, `life-setting-in-the-past`, `changed-meanwhile`.
    /// - Parameter after: the ordinal of the version that was read; 0 when there was none.
    package func setLifeSetting(
        as principal: Principal, carrier: Carrier?, product: ProductCode?, province: Int64?, _ setting: LifeSetting, validFrom: Instant?,
        after: Int64
    ) async throws -> LifeSettingVersion {
        guard setting.faults.isEmpty else { throw Refusal.invalid(setting.faults) }
        return try await act(as: principal, .lifeSettingSet, needs: .lifeSettings) { act in
            guard principal.scope == .everything else { throw Refusal.notPermitted }
            let number = try product.map { code in
                guard let found = try ProductRecords.find(code, in: act.session) else { throw Refusal.productUnknown.at("/product") }
                return found.number
            }
            let place = LifeSettingPlace(carrier: carrier, product: number, province: province)
            let validFrom = validFrom ?? act.now
            guard validFrom >= act.now else { throw Refusal.lifeSettingInThePast }
            let latest = try LifeSettingRecords.all(in: act.session).last { $0.place == place }
            guard (latest?.ordinal ?? 0) == after else { throw Refusal.stale }
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

extension Refusal {
    static let lifeSettingInThePast = Refusal(
        "life-setting-in-the-past", .invalid, requirements: ["R-LC-03"], en: "A setting counts from now or later.",
        zh: "设置只能从现在或以后生效。", mend: LocalText(en: "Choose a later time.", zh: "请选择更晚的时间。"), pointer: "/validFrom")
}
