/// Which ground keeps what was registered, and who may read it (R-25-14, R-DP-07, invariant 9). Nothing deletes it.
package enum RetentionPhase: Hashable, Sendable {
    /// Somebody answers by it.
    case live
    /// Its service or its holding ended: for lawful tracing only.
    case retention(since: Instant, until: Instant)
    /// The time the law names is over too: it opens with a case number only.
    case deepFreeze(since: Instant)

    /// Years after the end (R-25-14).
    package static let years: Int64 = 2

    /// - Parameter ended: when the holding or the service ended, nil while it runs.
    package static func of(ended: Instant?, at now: Instant) -> RetentionPhase {
        guard let ended, ended <= now else { return .live }
        let until = ServiceCalendar.end(ofMonths: years * 12, after: ended)
        return now < until ? .retention(since: ended, until: until) : .deepFreeze(since: until)
    }

    package var name: String {
        switch self {
        case .live: "live"
        case .retention: "retention"
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
        case .deepFreeze:
            LocalText(
                en: """
                    Sealed for lawful tracing (Personal Information Protection Law, article 47): nobody in the business can open it, and it \
                    is not deleted.
                    """, zh: "已封存（个人信息保护法第四十七条），仅限依法查询，业务人员无法打开，不予删除。")
        }
    }

    package var requirement: String {
        switch self {
        case .live: "R-25-14"
        case .retention: "R-25-14"
        case .deepFreeze: "R-DP-07"
        }
    }
}

extension RetentionPhase {
    /// When it is sealed, or was.
    package var until: Instant? {
        switch self {
        case .live: nil
        case .retention(_, let until): until
        case .deepFreeze(let since): since
        }
    }
}
