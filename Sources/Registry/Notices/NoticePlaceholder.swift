/// A place in the operating company's own words, `{code}`, that is filled when a notice is sent. None is about a person.
package enum NoticePlaceholder: String, CaseIterable, Sendable {
    /// What it is about, where a message may be of a registration or of a question about one.
    case about
    /// Of the registration, or of the campaign.
    case code
    /// China's day on which what it tells of comes or came.
    case day
    /// Why a case was sent back or refused, why a card was stopped, what cards lack.
    case reason
    /// What its reader can do, and where else to turn.
    case remedy
    /// What he brings along to have a stop lifted.
    case documents
    /// How many cards a letter is about.
    case cards
    /// How staff list these cards.
    case list
    /// The address of the status page behind its name, or of a campaign's; nothing where the installation names none.
    case page

    package var mark: String { "{\(rawValue)}" }
}

/// A part of the operating company's own words.
package enum NoticePart: String, CaseIterable, Sendable {
    /// To a person's phone.
    case message
    /// Of a letter to staff.
    case subject
    case body

    /// The way it goes.
    package var channel: NoticeChannel { self == .message ? .sms : .mail }
    package var hasLines: Bool { self == .body }

    /// How long a text is, and how long it may be once it is filled as in the sample: a message by what phones count, a letter by
    /// characters.
    func length(of text: String) -> (found: Int, max: Int) {
        switch self {
        case .message:
            let length = MessageLength(of: text)
            return (length.units, length.max)
        case .subject: return (text.count, 120)
        case .body: return (text.count, 1_200)
        }
    }

    /// As it is written, before it is filled.
    package static let writtenMax = 1_000
}

extension NoticeKind {
    /// What words of this kind must say (R-AF-12: why, what can be done and with which documents, where service is limited).
    package func demands(_ part: NoticePart) -> [NoticePlaceholder] {
        guard part != .subject else { return [.code] }
        var demanded: [NoticePlaceholder] = [.code]
        if matter != .registration { demanded.append(.day) }
        if saysWhy || stop != nil { demanded.append(.reason) }
        if matter != .registration || part == .message && NoticeText.sample(self).remedy != nil { demanded.append(.remedy) }
        if stop != nil { demanded.append(.documents) }
        if part == .body, matter != .registration { demanded += [.cards, .list] }
        return demanded
    }

    /// What words of this kind may say.
    package func allows(_ part: NoticePart) -> [NoticePlaceholder] {
        let more: [NoticePlaceholder] =
            switch part {
            case .message: matter == .registration ? [.about, .page] : [.page]
            case .subject: matter == .registration ? [] : [.day, .cards]
            case .body: [.page]
            }
        let allowed = Set(demands(part) + more)
        return NoticePlaceholder.allCases.filter(allowed.contains)
    }
}
