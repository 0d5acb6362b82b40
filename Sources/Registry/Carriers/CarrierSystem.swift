/// Whose interface a connection to a carrier speaks. A carrier may have several, and a reseller may speak ours (docs/carriers.md).
package enum CarrierSystem: String, CaseIterable, Sendable {
    /// China Mobile's OneLink, version 5.
    case oneLink = "onelink"
    /// China Telecom's CTWing 5G CMP.
    case ctwing
    /// China Unicom's CMP behind its gateway.
    case unicomCMP = "unicom-cmp"
    /// `Contract/carrier.yaml`: resellers, vehicle platforms.
    case generic

    package var text: LocalText {
        switch self {
        case .oneLink: LocalText(en: "China Mobile OneLink v5", zh: "中国移动 OneLink v5")
        case .ctwing: LocalText(en: "China Telecom CTWing CMP", zh: "中国电信 CTWing CMP")
        case .unicomCMP: LocalText(en: "China Unicom CMP", zh: "中国联通 CMP")
        case .generic: LocalText(en: "Generic contract", zh: "通用接口")
        }
    }
}

/// Who is meant when a carrier is asked: the numbers by which it may know the card.
package struct CarrierCard: Hashable, Sendable {
    package let iccid: String
    /// Some carriers know a card by nothing else.
    package let msisdn: String?

    package init(iccid: String, msisdn: String?) {
        self.iccid = iccid
        self.msisdn = msisdn
    }
}
