import Numbers
import Registry

/// What may be said of a card to whoever types its number: batches are sequential, so nothing that the number itself does not say.
package struct CardHint: Sendable {
    package let carrier: Carrier?
    package let text: LocalText
}

extension Installation {
    /// Throws `not-a-card-number`.
    package func lookUpCard(iccid: String) throws -> CardHint {
        guard let iccid = ICCID.check(iccid, today: try chinaDay()).value else { throw Refusal.notACardNumber.at("/iccid") }
        return CardHint(
            carrier: iccid.carrierHint == .unknown ? nil : Carrier(iccid.carrierHint.rawValue),
            text: LocalText(
                en: "Open the link or QR code that came with the card or device, or type the claim code printed with it.",
                zh: "请打开随卡或随设备的链接、二维码，或输入随卡印刷的领取码。"))
    }
}
