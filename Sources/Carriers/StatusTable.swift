import Registry

/// One carrier's codes of a card's state, as data. A code the table lacks is unknown and kept as it came: a neighbour's table is never
/// asked, because the same digit means something else there (REQUIREMENTS §6.1).
package struct StatusTable: Sendable {
    package let system: CarrierSystem
    package let words: [String: CarrierLife]

    package func read(_ code: String) -> CarrierCardState { CarrierCardState(word: words[code] ?? .unknown, code: code) }

    /// 1 待激活, 2 已激活, 4 停机, 6 可测试, 7 库存, 8 预销户; 9 已销户 is general knowledge only.
    package static let oneLink = StatusTable(
        system: .oneLink,
        words: ["1": .ready, "2": .active, "4": .stopped, "6": .testable, "7": .stock, "8": .cancelling, "9": .cancelled])

    /// 1 可激活, 2 测试激活, 3 测试去激活, 4 在用, 5 停机, 6 运营商管理状态, 7 拆机. A card that was deactivated in its test period is no longer
    /// testable and not yet active: stopped.
    package static let ctwing = StatusTable(
        system: .ctwing,
        words: [
            "1": .ready, "2": .testable, "3": .stopped, "4": .active, "5": .stopped, "6": .heldByCarrier, "7": .cancelled,
        ])

    /// 0 可测试, 1 可激活, 2 已激活, 3 已停用, 4 已失效, 5 已清除, 6 已更换, 7 库存, 8 开始, 9 预清除. 4 has ended and is not cleared yet. What 8
    /// means for a card's service is not said anywhere: unknown.
    package static let unicomCMP = StatusTable(
        system: .unicomCMP,
        words: [
            "0": .testable, "1": .ready, "2": .active, "3": .stopped, "4": .cancelling, "5": .cancelled, "6": .replaced, "7": .stock,
            "9": .cancelling,
        ])

    /// The words of `Contract/carrier.yaml` are ours.
    package static let generic = StatusTable(
        system: .generic,
        words: [
            "stock": .stock, "testable": .testable, "ready": .ready, "active": .active, "stopped": .stopped,
            "held-by-carrier": .heldByCarrier, "cancelling": .cancelling, "cancelled": .cancelled, "replaced": .replaced,
            "unknown": .unknown,
        ])

    package static let all = [oneLink, ctwing, unicomCMP, generic]
}

/// One carrier's codes of the real-name state.
package struct RealNameTable: Sendable {
    package let words: [String: CarrierRegistered]

    package func read(_ code: String, reason: String? = nil) -> CarrierRealName {
        CarrierRealName(word: words[code] ?? .unknown, code: code, reasonCode: reason)
    }

    /// 1 yes, 0 no; the reason says why one must be (PEERS §3.1).
    package static let oneLink = RealNameTable(words: ["0": .unregistered, "1": .registered])
    package static let ctwing = RealNameTable(words: ["0": .unregistered, "1": .registered])
    /// 0 not needed and not registered, 1 needed and not registered, 2 needed and registered, 3 not needed and registered: two public clients
    /// agree.
    package static let unicomCMP = RealNameTable(words: ["0": .unregistered, "1": .unregistered, "2": .registered, "3": .registered])
    package static let generic = RealNameTable(
        words: [
            "registered": .registered, "unregistered": .unregistered, "under-review": .underReview, "refused": .refused,
            "unknown": .unknown,
        ])
}
