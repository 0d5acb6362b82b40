import Ledger

extension ReviewPolicy {
    /// As it is kept: canonical once written.
    package var json: JSONValue {
        ["reAuditPermille": .integer(Int64(reAuditPermille)), "twoReviewers": .array(twoReviewers.map(\.json))]
    }

    /// nil for what this program does not understand: a policy that is not understood must not be guessed at.
    package init?(json: JSONValue) {
        guard let members = json.objectValue?.members, members.count == 2, let share = json["reAuditPermille"]?.integerValue,
            let rules = json["twoReviewers"]?.arrayValue
        else { return nil }
        let read = rules.compactMap(ReviewCondition.init(json:))
        guard read.count == rules.count else { return nil }
        self.init(reAuditPermille: Int(share), twoReviewers: read)
    }
}

extension ReviewCondition {
    fileprivate var json: JSONValue {
        var members: [JSONObject.Member] = []
        if let cardsAtLeast { members.append(.init(key: "cardsAtLeast", value: .integer(cardsAtLeast))) }
        func add(_ name: String, _ words: [String]?) {
            if let words { members.append(.init(key: name, value: .array(words.sorted().map { .string($0) }))) }
        }
        add("channels", channels?.map(\.rawValue))
        add("kinds", kinds?.map(\.rawValue))
        add("subjects", subjects?.map(\.rawValue))
        return JSONObject(members: members).map { .object($0) } ?? .null
    }

    fileprivate init?(json: JSONValue) {
        guard let members = json.objectValue?.members else { return nil }
        self.init()
        for member in members {
            switch member.key {
            case "cardsAtLeast":
                guard let count = member.value.integerValue else { return nil }
                cardsAtLeast = count
            case "channels":
                guard let words: Set<Channel> = Self.words(member.value) else { return nil }
                channels = words
            case "kinds":
                guard let words: Set<ApplicationKind> = Self.words(member.value) else { return nil }
                kinds = words
            case "subjects":
                guard let words: Set<DocumentType.Subject> = Self.words(member.value) else { return nil }
                subjects = words
            default: return nil
            }
        }
    }

    /// nil when one of the words is unknown.
    private static func words<Word: RawRepresentable & Hashable>(_ json: JSONValue) -> Set<Word>? where Word.RawValue == String {
        guard let texts = json.arrayValue?.map(\.stringValue) else { return nil }
        let words = texts.compactMap { $0.flatMap(Word.init(rawValue:)) }
        return words.count == texts.count ? Set(words) : nil
    }
}
