/// What can be asked of a card's service, by people, by the calendar and by what happens to it.
package enum LifeCommand: String, CaseIterable, Sendable {
    /// Open the test period.
    case openTest = "open-test"
    /// Deliver it: from now on it waits for its first use.
    case prepare
    case activate
    /// Stop for a reason.
    case stop
    /// Lift one reason.
    case resume
    /// Begin the cancellation cycle.
    case cancel
    /// Bring it back during the cycle.
    case bringBack = "bring-back"
    /// The cycle is over.
    case finish
    /// Another SIM with the same number (换卡, R-LC-07).
    case changeSIM = "change-sim"
    /// Another device (换机, R-IC-08).
    case changeDevice = "change-device"
    /// Somebody begins to answer for it.
    case register
    /// Nobody answers for it any more.
    case vacate
    /// A device used it.
    case powerUp = "power-up"
    /// The carrier activated it, asked or not (§6.3).
    case carrierActivated = "carrier-activated"
    /// It comes to light that it was used in time: its cancellation cycle was begun wrongly.
    case usedInTime = "used-in-time"

    package var text: LocalText {
        switch self {
        case .openTest: LocalText(en: "open for tests", zh: "开通测试")
        case .prepare: LocalText(en: "deliver", zh: "转待激活")
        case .activate: LocalText(en: "activate", zh: "激活")
        case .stop: LocalText(en: "stop", zh: "停机")
        case .resume: LocalText(en: "resume", zh: "复机")
        case .cancel: LocalText(en: "cancel", zh: "预销户")
        case .bringBack: LocalText(en: "bring back", zh: "撤销预销户")
        case .finish: LocalText(en: "cycle over", zh: "销户")
        case .changeSIM: LocalText(en: "change the SIM", zh: "换卡")
        case .changeDevice: LocalText(en: "change the device", zh: "换机")
        case .register: LocalText(en: "registered", zh: "实名生效")
        case .vacate: LocalText(en: "registration ended", zh: "实名终止")
        case .powerUp: LocalText(en: "used", zh: "开机使用")
        case .carrierActivated: LocalText(en: "activated by the carrier", zh: "运营商激活")
        case .usedInTime: LocalText(en: "was in use after all", zh: "补报用量，撤销预销户")
        }
    }
}

/// What a carrier is asked for. One at a time a card (R-LC-09).
package enum CarrierCommand: String, CaseIterable, Sendable {
    case openTest = "open-test"
    case prepare
    case activate
    case stop
    case resume
    case cancel
    case changeDevice = "change-device"
    case changeSIM = "change-sim"
    /// Register the person of a case that awaits the carrier.
    case register
    /// Nobody answers for it any more (清除实名).
    case clearName = "clear-name"

    /// Whether it is about who answers for the card, not about its service.
    package var isAboutName: Bool { self == .register || self == .clearName }
}
