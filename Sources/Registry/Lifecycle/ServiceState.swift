/// Where a card's service stands (业务状态, R-LC-03). The raw values stand in the database.
///
/// Whether somebody answers for the card, and what the carrier says of it, are axes of their own.
package enum ServiceState: Int64, CaseIterable, Sendable {
    /// In stock (库存): nobody can use it.
    case stock = 0
    /// May be tried with a small volume (可测试).
    case testable = 1
    /// Delivered and silent (沉默期, 待激活): it waits for its first use.
    case ready = 2
    /// In service (在用), unless a reason stops it.
    case active = 3
    /// On its way out (预销户): it can still be brought back.
    case cancelling = 4
    /// Gone (已销户): nothing can be done with it any more (R-LC-05).
    case cancelled = 5

    package var name: String {
        switch self {
        case .stock: "stock"
        case .testable: "testable"
        case .ready: "ready"
        case .active: "active"
        case .cancelling: "cancelling"
        case .cancelled: "cancelled"
        }
    }

    package init?(name: String) {
        guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = found
    }

    package var text: LocalText {
        switch self {
        case .stock: LocalText(en: "in stock", zh: "库存")
        case .testable: LocalText(en: "testable", zh: "可测试")
        case .ready: LocalText(en: "ready", zh: "待激活")
        case .active: LocalText(en: "active", zh: "在用")
        case .cancelling: LocalText(en: "being cancelled", zh: "预销户")
        case .cancelled: LocalText(en: "cancelled", zh: "已销户")
        }
    }

    /// Whether a device can attach when no reason stops it.
    package var serves: Bool { self == .testable || self == .active }
}

/// What a number is while nobody's service has it: frozen (冷冻), then free for a new subscription that inherits nothing (R-LC-06).
package enum NumberState: String, CaseIterable, Sendable {
    case inUse = "in-use"
    case frozen
    case free

    /// - Parameter freeFrom: when the freeze of its last service ends; nil while that service lives.
    package static func at(_ now: Instant, freeFrom: Instant?) -> NumberState {
        guard let freeFrom else { return .inUse }
        return now < freeFrom ? .frozen : .free
    }
}
