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
        case .live: LocalText(en: "The card is in service: the law demands that somebody answers for it.", zh: "该卡在网服务中，依法须保留实名登记信息。")
        case .retention: LocalText(en: "Identity data are kept for two years after service ends.", zh: "服务终止后登记信息依法保存二年。")
        case .deepFreeze:
            LocalText(en: "Sealed for lawful tracing; nobody in the business can open it.", zh: "已封存，仅限依法查询，业务人员无法打开。")
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
