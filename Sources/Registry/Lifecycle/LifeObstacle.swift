/// Why a command is not possible.
package enum LifeObstacle: String, CaseIterable, Sendable {
    case cancelled = "life-cancelled"
    case cancelling = "life-cancelling"
    case notCancelling = "life-not-cancelling"
    case inStock = "life-in-stock"
    case there = "life-already-there"
    case past = "life-past-it"
    /// Nobody answers for the card.
    case noRealName = "life-no-real-name"
    /// Other reasons stop it.
    case stopped = "life-stopped"
    case reasonNotSet = "life-reason-not-set"
    case reasonSet = "life-reason-set"
    /// Only a registration clears it.
    case byRegistration = "life-cleared-by-registration"
    case reasonNeeded = "life-reason-needed"
    /// The device it is in is not declared for it.
    case rebindingNeeded = "life-rebinding-needed"
    /// It was in another device than the one it is soldered into.
    case deviceFinal = "life-device-final"
    /// No card of this number within the scope.
    case notFound = "life-card-not-found"

    package var refusal: Refusal {
        Refusal(rawValue, self == .reasonNeeded ? .invalid : .conflict, requirements: requirements, en: text.en, zh: text.zh, mend: mend)
    }

    package var requirements: [String] {
        switch self {
        case .cancelled: ["R-LC-05"]
        case .noRealName: ["R-IC-06"]
        case .stopped, .reasonNotSet, .reasonSet, .reasonNeeded: ["R-LC-01"]
        case .byRegistration: ["R-LC-02"]
        case .rebindingNeeded: ["R-IC-08"]
        case .deviceFinal: ["R-IC-09"]
        case .cancelling, .notCancelling, .inStock, .there, .past: ["R-LC-03"]
        case .notFound: [HouseRule.scope.id]
        }
    }

    package var text: LocalText {
        switch self {
        case .cancelled: LocalText(en: "The card is cancelled; nothing can be done with it any more.", zh: "该卡已销户，不能再办理任何业务。")
        case .cancelling: LocalText(en: "The card is being cancelled.", zh: "该卡处于预销户状态。")
        case .notCancelling: LocalText(en: "The card is not being cancelled.", zh: "该卡未处于预销户状态。")
        case .inStock: LocalText(en: "The card is in stock and has no service yet.", zh: "该卡仍在库存，尚未开通业务。")
        case .there: LocalText(en: "The card is there already.", zh: "该卡已处于该状态。")
        case .past: LocalText(en: "The card is past that.", zh: "该卡已过此阶段。")
        case .noRealName: LocalText(en: "Nobody answers for the card: real name first, then use.", zh: "该卡未实名登记：先实名，后使用。")
        case .stopped: LocalText(en: "Other reasons stop the card.", zh: "该卡存在其他停机原因。")
        case .reasonNotSet: LocalText(en: "The card is not stopped for this reason.", zh: "该卡不存在此停机原因。")
        case .reasonSet: LocalText(en: "The card is stopped for this reason already.", zh: "该卡已因此原因停机。")
        case .byRegistration: LocalText(en: "Only a registration clears this reason.", zh: "该停机原因只能通过实名登记解除。")
        case .reasonNeeded: LocalText(en: "Say for which reason.", zh: "请说明停机原因。")
        case .rebindingNeeded:
            LocalText(
                en: "The card was stopped in another device; it goes on only once its device is declared.", zh: "该卡因机卡分离停机，须先办理换绑登记方可复机。")
        case .deviceFinal:
            LocalText(
                en: "The chip of this card belongs to one device for ever; seen in another, it does not go on.", zh: "该卡为贴片卡，机卡分离停机后不可复机。")
        case .notFound: LocalText(en: "There is no such card within your scope.", zh: "在您的权限范围内没有该卡。")
        }
    }

    private var mend: LocalText {
        switch self {
        case .cancelled: LocalText(en: "Take another card; what was registered can still be read.", zh: "请更换新卡；原登记信息仍可依权限查询。")
        case .cancelling: LocalText(en: "Bring it back first.", zh: "请先撤销预销户。")
        case .inStock: LocalText(en: "Deliver or activate it first.", zh: "请先转待激活或激活。")
        case .noRealName, .byRegistration: LocalText(en: "Register the card.", zh: "请办理实名登记。")
        case .stopped: LocalText(en: "Lift the reasons first.", zh: "请先解除停机原因。")
        case .reasonNeeded: LocalText(en: "Choose one of the list.", zh: "请从列表中选择。")
        case .rebindingNeeded: LocalText(en: "Declare the device it is in, or bind it to its pool of devices.", zh: "请登记该卡所用设备，或将其绑定到设备池。")
        case .deviceFinal: LocalText(en: "Cancel the card and take another.", zh: "请将该卡销户并更换新卡。")
        case .notFound: LocalText(en: "Check the number.", zh: "请核对号码。")
        case .notCancelling, .there, .past, .reasonNotSet, .reasonSet: LocalText(en: "Read the card again.", zh: "请重新查看该卡状态。")
        }
    }
}
