/// When a card must be registered to a person although a unit bought it: judged by product and number, never by what the
/// applicant says (R-IC-03, R-IC-05).
package struct PersonalRule: Hashable, Sendable {
    /// Above this monthly volume of general traffic the user is registered (S: R-IC-03), megabytes.
    package var generalMegabytesMax: Int64
    /// Card classes that are sold to persons.
    package var personalClasses: Set<CardClass>

    package init(generalMegabytesMax: Int64 = 100, personalClasses: Set<CardClass> = [.wearable, .portableWiFi, .phone]) {
        self.generalMegabytesMax = generalMegabytesMax
        self.personalClasses = personalClasses
    }

    package enum Ground: String, CaseIterable, Sendable {
        case personalClass = "personal-card-class"
        case generalTraffic = "personal-general-traffic"
        case voiceOrSMS = "personal-voice-or-sms"
        case ordinaryNumber = "personal-ordinary-number"

        package var requirement: String {
            switch self {
            case .personalClass: "R-IC-06"
            case .generalTraffic: "R-IC-03"
            case .voiceOrSMS, .ordinaryNumber: "R-IC-05"
            }
        }

        package var text: LocalText {
            switch self {
            case .personalClass: LocalText(en: "This class of card is registered to a person.", zh: "此类卡须登记个人实名。")
            case .generalTraffic:
                LocalText(en: "General traffic above the monthly threshold is registered to a person.", zh: "非定向流量超过月用量门槛，须登记个人实名。")
            case .voiceOrSMS: LocalText(en: "A card with voice or SMS is registered to a person.", zh: "开通语音或短信功能的卡须登记个人实名。")
            case .ordinaryNumber: LocalText(en: "An 11-digit number is registered to a person.", zh: "11 位号码须登记个人实名。")
            }
        }
    }

    /// The ground that forces a personal registration, or nil.
    package func ground(_ product: ProductFacts, msisdn: Int64?) -> Ground? {
        if personalClasses.contains(product.cardClass) { return .personalClass }
        if product.traffic == .general && product.monthlyMegabytes > generalMegabytesMax { return .generalTraffic }
        if product.voice || product.sms { return .voiceOrSMS }
        if let msisdn, Self.isOrdinaryNumber(msisdn) { return .ordinaryNumber }
        return nil
    }

    /// 11 digits, except the 148 range.
    package static func isOrdinaryNumber(_ msisdn: Int64) -> Bool {
        (10_000_000_000...99_999_999_999).contains(msisdn) && msisdn / 100_000_000 != 148
    }
}
