import Numbers
import Records
import Registry
import SQLCore

/// What came to cards, or comes, for those who are to be told. Written with the act that it tells of: the person of a personal card by
/// himself; of all other cards whoever has them, by one letter for an organisation, a kind and a day.
struct LivesTelling {
    let act: Act

    /// - Parameter holders: by which registration somebody answers for a card.
    func tell(_ notices: [LifeNoticeRecords.Notice], of holders: [Int64: RegistrationID]) throws {
        let channels = act.installation.notifiers?.channels ?? []
        guard !channels.isEmpty, !notices.isEmpty else { return }
        let registrations = try RegistrationRecords.told(Set(holders.values).sorted(), in: act.session)
        let custodians = try CustodyRecords.custodians(of: Set(notices.map(\.subscription)).sorted(), in: act.session)
        var persons: [StoredNotice] = []
        var letters: [NoticeLetter: (code: String, cards: Int64)] = [:]
        for notice in notices {
            guard let kind = NoticeKind(rawValue: notice.kind), let day = CivilDate(shanghaiAt: notice.stepAt.milliseconds) else {
                continue
            }
            let reader = NoticeReader(custodians[notice.subscription])
            let registration = holders[notice.subscription].flatMap { registrations[$0] }
            if let registration, registration.subject == .person {
                let language = registration.content.flatMap(SubmissionLanguage.read) ?? .chinese
                persons += channels.filter { $0 != .mail && kind.channels.contains($0) }.map {
                    personal(notice, kind, day, by: $0, registration.code, reader.path, language)
                }
            } else {
                let code = registration?.code ?? NoticeText.none
                let found = letters[NoticeLetter(kind: kind, day: day, reader: reader), default: (code, 0)]
                letters[NoticeLetter(kind: kind, day: day, reader: reader)] = (
                    found.code == code ? code : NoticeText.various, found.cards + 1
                )
            }
        }
        try NoticeRecords.append(persons, in: act.session)
        for (letter, about) in letters.sorted(by: { $0.key < $1.key }) {
            for channel in channels where channel != .sms && letter.kind.channels.contains(channel) {
                try gather(letter, about.code, cards: about.cards, by: channel)
            }
        }
    }

    private func personal(
        _ notice: LifeNoticeRecords.Notice, _ kind: NoticeKind, _ day: CivilDate, by channel: NoticeChannel, _ code: String,
        _ path: OrganisationPath, _ language: ReaderLanguage
    ) -> StoredNotice {
        // A phone is not made to ring at midnight for what comes in days; that a card was stopped cannot wait.
        let dueAt = channel == .sms && kind.step != nil ? ServiceCalendar.daytime(from: act.now) : act.now
        return StoredNotice(
            id: act.fresh(), occasion: CardOccasion(notice.subscription, at: notice.stepAt).bytes, kind: kind, channel: channel, code: code,
            path: path, language: language, reason: nil, happenedAt: act.now, giveUpAt: act.noticeGiveUpAt(from: dueAt), dueAt: dueAt,
            day: Int64(day.yyyymmdd))
    }

    /// What comes of a sweep in many transactions is gathered into one letter for a while.
    private func gather(_ letter: NoticeLetter, _ code: String, cards: Int64, by channel: NoticeChannel) throws {
        let width = max(1, act.installation.settings.noticeGatherSeconds) * 1_000
        let window = act.now.milliseconds / width
        let dueAt = Instant(milliseconds: (window + 1) * width)
        func stored(_ occasion: [UInt8]) -> StoredNotice {
            StoredNotice(
                id: act.fresh(), occasion: occasion, kind: letter.kind, channel: channel, code: code, path: letter.reader.path,
                language: .chinese, reason: nil, happenedAt: act.now, giveUpAt: act.noticeGiveUpAt(from: dueAt), dueAt: dueAt,
                day: Int64(letter.day.yyyymmdd), cards: cards)
        }
        let occasion = letter.occasion + withUnsafeBytes(of: window.bigEndian) { Array($0) }
        // What commits after its letter has left goes with one of its own.
        if try !NoticeRecords.gather(stored(occasion), in: act.session) {
            let own: NoticeID = act.fresh()
            _ = try NoticeRecords.gather(stored(occasion + own.bytes), in: act.session)
        }
    }
}

extension Act {
    func noticeGiveUpAt(from begin: Instant) -> Instant { begin.adding(seconds: installation.settings.noticeGiveUpHours * 3_600) }
}

/// A card at the time of what it is told of: once for each, and where its person is looked for when a message is sent.
struct CardOccasion {
    let subscription: Int64

    private let at: Instant

    init(_ subscription: Int64, at: Instant) {
        self.subscription = subscription
        self.at = at
    }

    init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        (subscription, at) = bytes.withUnsafeBytes {
            (
                Int64(bigEndian: $0.loadUnaligned(fromByteOffset: 0, as: Int64.self)),
                Instant(milliseconds: Int64(bigEndian: $0.loadUnaligned(fromByteOffset: 8, as: Int64.self)))
            )
        }
    }

    var bytes: [UInt8] { withUnsafeBytes(of: (subscription.bigEndian, at.milliseconds.bigEndian)) { Array($0) } }
}

/// The organisation to which a letter goes: who has the card, or the operating company where that is an unconfirmed claim.
struct NoticeReader: Hashable, Comparable {
    let path: OrganisationPath

    init(_ custodian: Custodian?) {
        guard let custodian, custodian.standing == .stock || custodian.standing == .allocated else {
            path = .root
            return
        }
        path = custodian.path
    }

    static func < (left: Self, right: Self) -> Bool { left.path.text < right.path.text }
}

private struct NoticeLetter: Hashable, Comparable {
    let kind: NoticeKind
    let day: CivilDate
    let reader: NoticeReader

    var occasion: [UInt8] { Array("\(reader.path.text):\(day.yyyymmdd):".utf8) }

    static func < (left: Self, right: Self) -> Bool {
        (left.reader, left.day, left.kind.rawValue) < (right.reader, right.day, right.kind.rawValue)
    }
}
