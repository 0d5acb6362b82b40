/// Why service is stopped. Each is set and lifted for itself: finishing one matter says nothing about the others (R-LC-01).
/// The raw values are places in a set that stands in the database.
package enum StopReason: Int64, CaseIterable, Sendable {
    /// Nobody answers for the card (未实名停用, R-IC-06).
    case noRealName = 0
    /// Its owner asked for it (主动停用).
    case ownerAsked = 1
    /// The bill is not paid (欠费停用).
    case arrears = 2
    /// Its volume is used up (达量停用).
    case threshold = 3
    /// It was seen in another device than the one it is bound to (机卡分离, R-IC-08).
    case deviceSeparation = 4
    /// It behaves as no such card should (异常停用, R-IC-13).
    case risk = 5
    /// It served a crime or what its contract forbids (违规停用).
    case illegalUse = 6
    /// Whoever answers for it must be verified anew (待重新核验, R-PH-07, R-25-03).
    case reverificationDue = 7
    /// The carrier stopped it for a reason of its own.
    case carrierOwn = 8

    package var name: String {
        switch self {
        case .noRealName: "no-real-name"
        case .ownerAsked: "owner-asked"
        case .arrears: "arrears"
        case .threshold: "threshold"
        case .deviceSeparation: "device-separation"
        case .risk: "risk"
        case .illegalUse: "illegal-use"
        case .reverificationDue: "reverification-due"
        case .carrierOwn: "carrier-own"
        }
    }

    package init?(name: String) {
        guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = found
    }

    package var text: LocalText {
        switch self {
        case .noRealName: LocalText(en: "no real name", zh: "未实名停用")
        case .ownerAsked: LocalText(en: "the owner asked", zh: "主动停用")
        case .arrears: LocalText(en: "arrears", zh: "欠费停用")
        case .threshold: LocalText(en: "volume used up", zh: "达量停用")
        case .deviceSeparation: LocalText(en: "in another device", zh: "机卡分离停用")
        case .risk: LocalText(en: "risk", zh: "异常停用")
        case .illegalUse: LocalText(en: "illegal use", zh: "违规停用")
        case .reverificationDue: LocalText(en: "to be verified anew", zh: "待重新核验")
        case .carrierOwn: LocalText(en: "the carrier's own", zh: "运营商停用")
        }
    }

    /// What its owner can have ended, and how.
    package var remedy: LocalText {
        switch self {
        case .noRealName: LocalText(en: "Register the card.", zh: "请办理实名登记。")
        case .ownerAsked: LocalText(en: "Ask for it to be resumed.", zh: "请申请复机。")
        case .arrears: LocalText(en: "Pay what is owed.", zh: "请缴清欠费。")
        case .threshold: LocalText(en: "Wait for the next month or buy more.", zh: "请等待下月或加购流量。")
        case .deviceSeparation: LocalText(en: "Have the operator settle which device the card belongs in.", zh: "请联系运营公司核对该卡所用设备。")
        case .risk, .illegalUse: LocalText(en: "Explain the use to the operator.", zh: "请向运营公司说明用途。")
        case .reverificationDue: LocalText(en: "Have yourself verified again.", zh: "请重新核验身份。")
        case .carrierOwn: LocalText(en: "Ask the carrier through the operator.", zh: "请通过运营公司向运营商查询。")
        }
    }

    /// Whether he brings anything along for that.
    package var needsDocuments: Bool { self != .arrears && self != .threshold }

    /// What its owner brings along for that (R-AF-12).
    package var documents: LocalText {
        switch self {
        case .noRealName: LocalText(en: "identity document, of a unit also its licence and authorisation letter", zh: "身份证件，单位另需证照及授权书")
        case .ownerAsked: LocalText(en: "identity document", zh: "身份证件")
        case .arrears, .threshold: LocalText(en: "no documents", zh: "无需携带材料")
        case .deviceSeparation: LocalText(en: "identity document, a picture of the device's IMEI", zh: "身份证件、设备IMEI照片")
        case .risk, .illegalUse: LocalText(en: "identity document, a statement of the use", zh: "身份证件、用途说明")
        case .reverificationDue: LocalText(en: "the original identity document", zh: "身份证件原件")
        case .carrierOwn: LocalText(en: "identity document", zh: "身份证件")
        }
    }

    /// Who may set and lift it. What a registration clears, nobody lifts by hand (R-LC-02).
    package var permission: Permission { self == .ownerAsked ? .cardLife : .cardControl }
}

/// The reasons for which a card is stopped. Service runs only when there is none.
package struct StopReasons: Hashable, Sendable {
    /// A bit a reason.
    package private(set) var rawValue: Int64

    package static let none = StopReasons(bits: 0)
    package static let every = StopReasons(StopReason.allCases)

    private init(bits: Int64) {
        rawValue = bits
    }

    package init(_ reasons: some Sequence<StopReason>) {
        rawValue = reasons.reduce(0) { $0 | 1 << $1.rawValue }
    }

    /// nil when a bit stands for no reason.
    package init?(rawValue: Int64) {
        guard rawValue & ~Self.every.rawValue == 0 else { return nil }
        self.rawValue = rawValue
    }

    package var isEmpty: Bool { rawValue == 0 }
    package var reasons: [StopReason] { StopReason.allCases.filter(contains) }

    package func contains(_ reason: StopReason) -> Bool { rawValue & 1 << reason.rawValue != 0 }
    package func adding(_ reason: StopReason) -> StopReasons { StopReasons(bits: rawValue | 1 << reason.rawValue) }
    package func lifting(_ reason: StopReason) -> StopReasons { StopReasons(bits: rawValue & ~(1 << reason.rawValue)) }
}
