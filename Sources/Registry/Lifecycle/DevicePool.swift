/// Cards and devices that belong together without one card being tied to one device (设备池, R-IC-07): any of its cards may be in any of
/// its devices.
package enum DevicePool {
    package static let nameMax = 60
}
package typealias DevicePoolID = Identifier<DevicePool>

package enum PoolAct {}
package typealias PoolActID = Identifier<PoolAct>

/// The pool a card is in, as far as the device it was last seen in is concerned.
package struct PoolBinding: Hashable, Sendable {
    package let since: Instant
    /// Whether the device belongs to the pool, or did when the card was seen in it.
    package let hasDevice: Bool

    package init(since: Instant, hasDevice: Bool) {
        self.since = since
        self.hasDevice = hasDevice
    }
}

/// Why a card is not put into a pool.
package enum PoolObstacle: String, Sendable {
    case notFound = "not-found"
    /// Its product binds cards otherwise.
    case boundOtherwise = "product-binds-otherwise"
    case cancelled = "life-cancelled"
    /// The pool is another organisation's, which does not have this card.
    case outsidePool = "card-outside-pool"

    package var refusal: Refusal { Refusal(rawValue, .conflict, requirements: ["R-IC-07"], en: text.en, zh: text.zh) }

    package var text: LocalText {
        switch self {
        case .notFound: LocalText(en: "no such card", zh: "未找到该卡")
        case .boundOtherwise: LocalText(en: "its product is not bound to a pool of devices", zh: "该卡的产品未采用设备池绑定")
        case .cancelled: LocalText(en: "the card is cancelled", zh: "该卡已销户")
        case .outsidePool: LocalText(en: "not a card of the pool's organisation", zh: "不是设备池所属单位的卡")
        }
    }
}
