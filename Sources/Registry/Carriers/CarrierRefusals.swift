/// Why a carrier does not do what was asked, in our codes; each carrier's own codes lead here by its table.
extension Refusal {
    package static func carrierNotOffered(_ operation: CarrierOperation) -> Refusal {
        Refusal(
            "carrier-not-offered", .conflict, requirements: ["R-OP-01"],
            en: "This carrier's interface does not offer it: \(operation.text.en).", zh: "该运营商接口不支持：\(operation.text.zh)。",
            mend: LocalText(en: "Do it at the carrier, or see docs/carriers.md.", zh: "请在运营商渠道办理，详见 docs/carriers.md。"))
    }

    package static let carrierCardUnknown = Refusal(
        "carrier-card-unknown", .conflict, house: .carrier, en: "The carrier does not know this card.", zh: "运营商平台没有这张卡。",
        mend: LocalText(en: "Check the card's number and its carrier.", zh: "请核对卡号及所属运营商。"))

    package static let carrierCardNotOurs = Refusal(
        "carrier-card-not-ours", .conflict, house: .carrier, en: "The card belongs to another customer of the carrier.", zh: "该卡不属于本企业。",
        mend: LocalText(en: "Ask the carrier's account manager to move it.", zh: "请联系运营商客户经理调整归属。"))

    package static let carrierStateForbids = Refusal(
        "carrier-state-forbids", .conflict, requirements: ["R-LC-03"], en: "The card's state at the carrier does not allow it.",
        zh: "卡在运营商侧的状态不允许此操作。", mend: LocalText(en: "Ask for the card's state first.", zh: "请先查询卡状态。"))

    package static let carrierStopNotOurs = Refusal(
        "carrier-stop-not-ours", .conflict, requirements: ["R-LC-01"], en: "The carrier stopped the card; only it can resume it.",
        zh: "该卡由运营商停机，不能自行复机。", mend: LocalText(en: "Clear the carrier's reason first.", zh: "请先处理运营商侧的停机原因。"))

    package static let carrierPackageExpired = Refusal(
        "carrier-package-expired", .conflict, house: .carrier, en: "The card's package has expired.", zh: "套餐已到期。",
        mend: LocalText(en: "Renew it at the carrier.", zh: "请先在运营商处续费。"))

    package static let carrierPackageUsedUp = Refusal(
        "carrier-package-used-up", .conflict, house: .carrier, en: "The card's package is used up.", zh: "套餐用量已用尽。",
        mend: LocalText(en: "Add volume at the carrier.", zh: "请先在运营商处加购。"))

    package static let carrierCredentials = Refusal(
        "carrier-credentials", .temporary, house: .carrier, en: "The carrier does not accept the connection's credentials.",
        zh: "运营商不接受该连接的凭据。",
        mend: LocalText(en: "Check the credentials file, and the address the carrier lets in.", zh: "请核对凭据文件及运营商白名单。"))

    package static let carrierIdentityRefused = Refusal(
        "carrier-identity-refused", .conflict, requirements: ["R-PH-06"], en: "The carrier does not accept the identity.",
        zh: "运营商未通过身份核验。",
        mend: LocalText(en: "Check the identity and hand it in again.", zh: "请核对身份信息后重新提交。"))

    package static let carrierNumberMissing = Refusal(
        "carrier-number-missing", .invalid, requirements: ["R-OP-01"],
        en: "This carrier knows cards by their phone number, and this card has none here.",
        zh: "该运营商按接入号码识别卡，而此卡未登记号码。", mend: LocalText(en: "Complete the card's number.", zh: "请补充卡号码。"))

    /// What the carrier's table has no row for. The code stands beside it.
    package static let carrierRefused = Refusal(
        "carrier-refused", .conflict, house: .carrier, en: "The carrier refused it.", zh: "运营商拒绝办理。",
        mend: LocalText(en: "Look up the carrier's code beside this.", zh: "请查阅所附运营商返回码。"))
}
