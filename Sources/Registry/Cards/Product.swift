/// What a card is sold as (套餐). Rules judge the product and its use, never what an applicant says of himself (R-IC-03, R-IC-05).
package enum Product {}

/// A product's name at the edge, such as `m2m-30m`.
package struct ProductCode: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    /// Letters, digits, hyphens, dots and underscores, 1 to 64; otherwise nil.
    package init?(_ text: String) {
        let allowed = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        guard allowed, (1...64).contains(text.utf8.count) else { return nil }
        self.text = text
    }

    package var description: String { text }
}

/// What the card is made for.
package enum CardClass: String, CaseIterable, Sendable {
    /// An industry or IoT card of a unit.
    case iotGeneral = "iot-general"
    case vehicle
    case wearable
    case portableWiFi = "portable-wifi"
    /// An ordinary phone card.
    case phone
}

package enum DataTraffic: String, CaseIterable, Sendable {
    /// Only to named addresses (定向).
    case directed
    /// Anywhere (通用); above 100 MB a month the actual user registers in person (R-IC-03).
    case general
    case none
}

/// How the card is bound to a device (机卡绑定, R-IC-07).
package enum BindingMode: String, CaseIterable, Sendable {
    case none
    case firstUse = "first-use"
    case imeiPool = "imei-pool"
}

/// Periods of the card's life, where the product has them.
package struct ProductPeriods: Hashable, Sendable {
    /// Test period (测试期), days.
    package var testDays: Int64?
    /// Silent period (沉默期), days.
    package var silentDays: Int64?
    /// Months after stopping until the number is cancelled (销户).
    package var cancellationMonths: Int64?

    package init(testDays: Int64? = nil, silentDays: Int64? = nil, cancellationMonths: Int64? = nil) {
        self.testDays = testDays
        self.silentDays = silentDays
        self.cancellationMonths = cancellationMonths
    }
}

/// What a version of a product says; the facts the rules judge.
package struct ProductFacts: Hashable, Sendable {
    package var name: String
    package var carrier: Carrier
    package var cardClass: CardClass
    package var traffic: DataTraffic
    /// Monthly volume in the base plan, megabytes; 0 is none.
    package var monthlyMegabytes: Int64
    package var voice: Bool
    package var sms: Bool
    package var binding: BindingMode
    package var periods: ProductPeriods

    package init(
        name: String, carrier: Carrier, cardClass: CardClass, traffic: DataTraffic, monthlyMegabytes: Int64, voice: Bool, sms: Bool,
        binding: BindingMode, periods: ProductPeriods = ProductPeriods()
    ) {
        self.name = name
        self.carrier = carrier
        self.cardClass = cardClass
        self.traffic = traffic
        self.monthlyMegabytes = monthlyMegabytes
        self.voice = voice
        self.sms = sms
        self.binding = binding
        self.periods = periods
    }

    /// Throws `fields-invalid` with a detail for every field out of bounds.
    package func check() throws(Refusal) {
        let details = faults
        guard details.isEmpty else { throw .invalid(details) }
    }

    /// A finding for every field out of bounds.
    var faults: [Refusal] {
        var details: [Refusal] = []
        if !TextBounds(1...100).admit(name) || name.unicodeScalars.contains(where: { $0.value < 0x20 }) {
            details.append(.productField("name", en: "The name needs 1 to 100 characters.", zh: "名称须为1至100个字符。"))
        }
        if !(0...10_000_000).contains(monthlyMegabytes) {
            details.append(.productField("monthlyMegabytes", en: "The volume lies outside 0 to 10000000.", zh: "流量须在0至10000000之间。"))
        }
        if traffic == .none, monthlyMegabytes > 0 {
            details.append(.productField("monthlyMegabytes", en: "A product without data has no volume.", zh: "无流量的套餐不能有流量额度。"))
        }
        for (field, value) in [
            ("testDays", periods.testDays), ("silentDays", periods.silentDays), ("cancellationMonths", periods.cancellationMonths),
        ] where value.map({ !(0...3_660).contains($0) }) ?? false {
            details.append(.productField("periods/\(field)", en: "The period lies outside 0 to 3660.", zh: "期限须在0至3660之间。"))
        }
        return details
    }
}

package enum ProductStatus: String, CaseIterable, Sendable {
    case active
    /// Takes no new cards; those it has keep it.
    case withdrawn
}

extension Refusal {
    fileprivate static func productField(_ field: String, en: String, zh: String) -> Refusal {
        Refusal(
            "product-field-invalid", .invalid, house: .form, en: en, zh: zh,
            mend: LocalText(en: "Correct this field.", zh: "请更正该字段。")
        ).at("/\(field)")
    }

    package static let productCodeInvalid = Refusal(
        "product-code-invalid", .invalid, house: .form, en: "A product code is 1 to 64 letters, digits, hyphens, dots or underscores.",
        zh: "套餐代码须为1至64位字母、数字、连字符、点或下划线。",
        mend: LocalText(en: "Choose such a code.", zh: "请按此格式填写套餐代码。")
    ).at("/code")

    package static let productCodeTaken = Refusal(
        "product-code-taken", .conflict, house: .names, en: "There is a product of this code already.", zh: "该套餐代码已存在。",
        mend: LocalText(en: "Change that product, or choose another code.", zh: "请修改该套餐或更换代码。")
    ).at("/code")

    package static let productUnknown = Refusal(
        "product-unknown", .invalid, house: .names, en: "There is no active product of this code.", zh: "没有该代码的有效套餐。",
        mend: LocalText(en: "Choose one of the list.", zh: "请从套餐列表中选择。"))

    package static let productCarrierChanged = Refusal(
        "product-carrier-fixed", .conflict, house: .names, en: "A product's carrier does not change.", zh: "套餐所属运营商不可更改。",
        mend: LocalText(en: "Make another product.", zh: "请新建套餐。")
    ).at("/carrier")
}
