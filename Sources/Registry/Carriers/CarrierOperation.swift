/// What one might want of a carrier's interface; a row of the capability matrix (R-OP-01).
package enum CarrierOperation: String, CaseIterable, Sendable {
    case queryState = "query-state"
    case queryRealName = "query-real-name"
    case startRegistration = "start-registration"
    case submitIdentity = "submit-identity"
    case clearRegistration = "clear-registration"
    case suspend
    case resume
    case activate
    /// Ask what became of something that was taken on.
    case outcome
    /// The carrier tells us of its own accord.
    case push
    case risk

    package var text: LocalText {
        switch self {
        case .queryState: LocalText(en: "Query a card's state", zh: "查询卡状态")
        case .queryRealName: LocalText(en: "Query the real-name state", zh: "查询实名状态")
        case .startRegistration: LocalText(en: "Start a registration", zh: "发起实名登记")
        case .submitIdentity: LocalText(en: "Submit an identity", zh: "提交身份信息")
        case .clearRegistration: LocalText(en: "Clear a registration", zh: "清除实名")
        case .suspend: LocalText(en: "Suspend", zh: "停机")
        case .resume: LocalText(en: "Resume", zh: "复机")
        case .activate: LocalText(en: "Activate", zh: "激活")
        case .outcome: LocalText(en: "Ask for the outcome", zh: "查询办理结果")
        case .push: LocalText(en: "Told by the carrier", zh: "运营商推送")
        case .risk: LocalText(en: "Query risks", zh: "查询风险")
        }
    }
}

/// What a carrier is told about a card.
package enum CarrierWish: Hashable, Sendable {
    case change(CarrierChange)
    /// Who answers for it.
    case registration
    /// That nobody does any more.
    case clearing

    package init?(name: String) {
        switch name {
        case "registration": self = .registration
        case "clearing": self = .clearing
        default:
            guard let change = CarrierChange(rawValue: name) else { return nil }
            self = .change(change)
        }
    }

    package var name: String {
        switch self {
        case .change(let change): change.rawValue
        case .registration: "registration"
        case .clearing: "clearing"
        }
    }

    package var operation: CarrierOperation {
        switch self {
        case .change(let change): change.operation
        case .registration: .submitIdentity
        case .clearing: .clearRegistration
        }
    }

    /// Whether a card in that state shows that it took effect; nil where the state does not say.
    package func isInEffect(_ word: CarrierLife) -> Bool? {
        if case .change(let change) = self { change.isInEffect(word) } else { nil }
    }
}

/// A change of a card's service.
package enum CarrierChange: String, CaseIterable, Sendable {
    case suspend
    case resume
    case activate

    package var operation: CarrierOperation {
        switch self {
        case .suspend: .suspend
        case .resume: .resume
        case .activate: .activate
        }
    }

    /// Whether a card in that state shows that the change took effect; nil where the state does not say.
    package func isInEffect(_ word: CarrierLife) -> Bool? {
        switch word {
        case .unknown, .heldByCarrier: nil
        case .stopped: self == .suspend
        case .active: self != .suspend
        // A card stopped during its tests goes back to them.
        case .testable: self == .resume
        case .cancelling, .cancelled, .replaced: self == .suspend
        case .stock, .ready: false
        }
    }
}
