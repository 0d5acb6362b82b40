import Ledger

extension ReasonList {
    /// As it is kept: canonical once written.
    package var json: JSONValue { ["reasons": .array(reasons.map(\.json))] }

    /// nil for what this program does not understand.
    package init?(json: JSONValue) {
        guard json.objectValue?.members.count == 1, let values = json["reasons"]?.arrayValue else { return nil }
        let read = values.compactMap(OwnReason.init(json:))
        guard read.count == values.count else { return nil }
        self.init(reasons: read)
    }
}

extension OwnReason {
    fileprivate var json: JSONValue {
        var members: [JSONObject.Member] = [
            .init(key: "code", value: .string(code)), .init(key: "en", value: .string(text.en)), .init(key: "zh", value: .string(text.zh)),
        ]
        func add(_ name: String, _ words: [String]?) {
            if let words { members.append(.init(key: name, value: .array(words.sorted().map { .string($0) }))) }
        }
        add("fields", fields.map(Array.init))
        add("kinds", kinds?.map(\.rawValue))
        add("verdicts", verdicts?.map(\.rawValue))
        return JSONObject(members: members).map { .object($0) } ?? .null
    }

    fileprivate init?(json: JSONValue) {
        guard let members = json.objectValue?.members, let code = json["code"]?.stringValue, let en = json["en"]?.stringValue,
            let zh = json["zh"]?.stringValue
        else { return nil }
        self.init(code: code, text: LocalText(en: en, zh: zh))
        for member in members where !["code", "en", "zh"].contains(member.key) {
            guard let texts = member.value.arrayValue?.map(\.stringValue), !texts.contains(nil) else { return nil }
            let words = texts.compactMap { $0 }
            switch member.key {
            case "fields": fields = Set(words)
            case "kinds":
                kinds = Set(words.compactMap(ApplicationKind.init(rawValue:)))
                guard kinds?.count == words.count else { return nil }
            case "verdicts":
                verdicts = Set(words.compactMap(DecisionVerdict.init(rawValue:)))
                guard verdicts?.count == words.count else { return nil }
            default: return nil
            }
        }
    }
}
