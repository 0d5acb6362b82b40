import Ledger

extension NoticeWording {
    /// As it is kept: canonical once written.
    package var json: JSONValue {
        var members: [JSONObject.Member] = []
        if let message { members.append(.init(key: "message", value: message.wordingJSON)) }
        if let letter {
            members.append(.init(key: "letter", value: ["body": letter.body.wordingJSON, "subject": letter.subject.wordingJSON]))
        }
        return JSONObject(members: members).map { .object($0) } ?? .null
    }

    /// nil for what this program does not understand.
    package init?(json: JSONValue) {
        guard let members = json.objectValue?.members else { return nil }
        self.init()
        for member in members {
            switch member.key {
            case "message":
                guard let text = LocalText(wordingJSON: member.value) else { return nil }
                message = text
            case "letter":
                guard member.value.objectValue?.members.count == 2, let subject = LocalText(wordingJSON: member.value["subject"] ?? .null),
                    let body = LocalText(wordingJSON: member.value["body"] ?? .null)
                else { return nil }
                letter = Letter(subject: subject, body: body)
            default: return nil
            }
        }
    }
}

extension LocalText {
    fileprivate var wordingJSON: JSONValue { ["en": .string(en), "zh": .string(zh)] }

    fileprivate init?(wordingJSON json: JSONValue) {
        guard json.objectValue?.members.count == 2, let en = json["en"]?.stringValue, let zh = json["zh"]?.stringValue else { return nil }
        self.init(en: en, zh: zh)
    }
}
