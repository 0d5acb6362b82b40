/// Where a card stands at its carrier, in our words (R-LC-03). Each carrier's codes are read by a table of its own, never a neighbour's.
package enum CarrierLife: String, CaseIterable, Sendable {
    case stock
    case testable
    /// Waits for its activation: 待激活, 可激活, 沉默.
    case ready
    case active
    case stopped
    /// The carrier itself keeps it: pre-opened, in arrears, stopped in an emergency.
    case heldByCarrier = "held-by-carrier"
    case cancelling
    case cancelled
    /// Its number lives on another card.
    case replaced
    /// The carrier says something its table does not have. Never guessed.
    case unknown

    package var text: LocalText {
        switch self {
        case .stock: LocalText(en: "In stock", zh: "库存")
        case .testable: LocalText(en: "Testable", zh: "可测试")
        case .ready: LocalText(en: "Ready to be activated", zh: "待激活")
        case .active: LocalText(en: "Active", zh: "已激活")
        case .stopped: LocalText(en: "Stopped", zh: "停机")
        case .heldByCarrier: LocalText(en: "Held by the carrier", zh: "运营商管理状态")
        case .cancelling: LocalText(en: "Being cancelled", zh: "预销户")
        case .cancelled: LocalText(en: "Cancelled", zh: "已销户")
        case .replaced: LocalText(en: "Replaced", zh: "已更换")
        case .unknown: LocalText(en: "Unknown", zh: "未知")
        }
    }
}

/// What a carrier says of a card's service, with the code as it came.
package struct CarrierCardState: Hashable, Sendable {
    package let word: CarrierLife
    package let code: String

    package init(word: CarrierLife, code: String) {
        self.word = word
        self.code = code
    }
}

/// What a carrier says of a card's real name; orthogonal to its service (R-LC-03).
package enum CarrierRegistered: String, CaseIterable, Sendable {
    case registered
    case unregistered
    /// The person did his part; the carrier has not decided.
    case underReview = "under-review"
    case refused
    case unknown

    package var text: LocalText {
        switch self {
        case .registered: LocalText(en: "Registered", zh: "已实名")
        case .unregistered: LocalText(en: "Not registered", zh: "未实名")
        case .underReview: LocalText(en: "Under review", zh: "审核中")
        case .refused: LocalText(en: "Refused", zh: "审核未通过")
        case .unknown: LocalText(en: "Unknown", zh: "未知")
        }
    }
}

package struct CarrierRealName: Hashable, Sendable {
    package let word: CarrierRegistered
    package let code: String
    /// The carrier's code of why, where it says so.
    package let reasonCode: String?

    package init(word: CarrierRegistered, code: String, reasonCode: String? = nil) {
        self.word = word
        self.code = code
        self.reasonCode = reasonCode
    }
}

/// What a carrier reports as a risk of a card (R-IC-13): its own code of the scene.
package struct CarrierRisk: Hashable, Sendable {
    package let code: String

    package init(code: String) { self.code = code }
}
