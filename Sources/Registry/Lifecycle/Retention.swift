/// Which ground keeps what was registered, and who may read it (R-25-14, R-DP-07, invariant 9). Nothing deletes it.
package enum RetentionPhase: Hashable, Sendable {
    /// Somebody answers by it.
    case live
    /// Its service or its holding ended: for lawful tracing only.
    case retention(since: Instant, until: Instant)
    /// Held for a case: the next phase does not come before the hold is released by an act of its own.
    case legalHold(since: Instant, isSealed: Bool)
    /// The time the law names is over too: it opens with a case number and a second person's approval only.
    case deepFreeze(since: Instant)

    /// Years after the end (R-25-14).
    package static let years: Int64 = 2

    /// - Parameters:
    ///   - ended: when the holding or the service ended, nil while it runs.
    ///   - holds: what held it up to now.
    package static func of(ended: Instant?, holds: [HoldSpan] = [], at now: Instant) -> RetentionPhase {
        guard let ended, ended <= now else { return .live }
        guard let until = holds.end(of: ServiceCalendar.end(ofMonths: years * 12, after: ended)) else {
            return .legalHold(since: ended, isSealed: false)
        }
        guard now >= until else { return .retention(since: ended, until: until) }
        return holds.isInForce ? .legalHold(since: ended, isSealed: true) : .deepFreeze(since: until)
    }

    /// Whether it opens with a case number and a second person's approval only.
    package var isSealed: Bool {
        switch self {
        case .live, .retention: false
        case .legalHold(_, let isSealed): isSealed
        case .deepFreeze: true
        }
    }

    package var name: String {
        switch self {
        case .live: "live"
        case .retention: "retention"
        case .legalHold: "legal-hold"
        case .deepFreeze: "deep-freeze"
        }
    }

    /// Why it is kept: the answer to whoever asks for deletion.
    package var ground: LocalText {
        switch self {
        case .live:
            LocalText(
                en: """
                    A card is in service: the law demands that what is registered is kept while it is and two years after (MIIT Order 25, \
                    article 11). Give up the cards you use no more.
                    """,
                zh: "卡在网服务中：依照工业和信息化部令第25号第十一条，登记信息须在服务期间及终止后保存两年。不再使用的卡可以解绑。")
        case .retention:
            LocalText(
                en: """
                    What was registered is kept for two years after service ended (MIIT Order 25, article 11), for lawful tracing only, and \
                    is then sealed (Personal Information Protection Law, article 47). It is not deleted.
                    """,
                zh: "登记信息依照工业和信息化部令第25号第十一条在服务终止后保存两年，仅供依法查询，此后封存（个人信息保护法第四十七条），不予删除。")
        case .legalHold:
            LocalText(
                en: """
                    Held for a case under way: what was registered stays as it is until the hold is released, also beyond the two years of \
                    MIIT Order 25, article 11, for lawful tracing only. It is not deleted.
                    """, zh: "因案件处理需要已作保全：解除前保持现状，不因工业和信息化部令第25号第十一条的两年保存期届满而转入下一阶段，仅供依法查询，不予删除。")
        case .deepFreeze:
            LocalText(
                en: """
                    Sealed for lawful tracing (Personal Information Protection Law, article 47): it opens only with a case number and a second \
                    person's approval, for an hour, and each look is on the trail. It is not deleted.
                    """, zh: "已封存（个人信息保护法第四十七条），仅限依法查询：须凭案号并经第二人批准方可打开，每次开放一小时，逐次留痕，不予删除。")
        }
    }

    package var requirement: String {
        switch self {
        case .live, .retention: "R-25-14"
        case .legalHold, .deepFreeze: "R-DP-07"
        }
    }
}

extension RetentionPhase {
    /// When it is sealed, or was; nil while it is live or held.
    package var until: Instant? {
        switch self {
        case .live, .legalHold: nil
        case .retention(_, let until): until
        case .deepFreeze(let since): since
        }
    }
}
