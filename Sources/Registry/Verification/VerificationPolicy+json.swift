import Ledger

extension VerificationPolicy {
    /// As it is kept: canonical once written.
    package var json: JSONValue {
        var members: [(String, JSONValue)] = [("approval", .string(approval.rawValue)), ("rules", .array(rules.map(\.json)))]
        if !cardsPerPerson.isEmpty {
            members.append(
                ("cardsPerPerson", .sorted(cardsPerPerson.map { ($0.key.rawValue, .integer(Int64($0.value))) })))
        }
        if let attemptsMax { members.append(("attemptsMax", .integer(Int64(attemptsMax)))) }
        if let reuseDays { members.append(("reuseDays", .integer(Int64(reuseDays)))) }
        if agentReviews { members.append(("agentReviews", .bool(true))) }
        return .sorted(members)
    }

    /// nil for what this program does not understand: a policy that is not understood must not be guessed at.
    package init?(json: JSONValue) {
        guard let approval = json["approval"]?.stringValue.flatMap(Approval.init(rawValue:)), let rules = json["rules"]?.arrayValue else {
            return nil
        }
        let read = rules.compactMap(VerificationRule.init(json:))
        guard read.count == rules.count else { return nil }
        var limits: [CardClass: Int] = [:]
        for member in json["cardsPerPerson"]?.objectValue?.members ?? [] {
            guard let cardClass = CardClass(rawValue: member.key), let count = member.value.integerValue else { return nil }
            limits[cardClass] = Int(count)
        }
        self.init(
            rules: read, approval: approval, cardsPerPerson: limits, attemptsMax: json["attemptsMax"]?.integerValue.map { Int($0) },
            reuseDays: json["reuseDays"]?.integerValue.map { Int($0) },
            agentReviews: json["agentReviews"]?.boolValue ?? false)
    }
}

extension VerificationRule {
    fileprivate var json: JSONValue {
        var members: [(String, JSONValue)] = [
            ("condition", condition.json), ("methods", .array(methods.sorted().map { .string($0.rawValue) })),
            ("reason", ["en": .string(reason.en), "zh": .string(reason.zh)]),
        ]
        if let requirement { members.append(("requirement", .string(requirement))) }
        return .sorted(members)
    }

    fileprivate init?(json: JSONValue) {
        guard let condition = json["condition"].flatMap(VerificationCondition.init(json:)),
            let methods: Set<VerificationMethod> = json["methods"]?.words(), let en = json["reason"]?["en"]?.stringValue,
            let zh = json["reason"]?["zh"]?.stringValue
        else { return nil }
        self.init(condition, methods, requirement: json["requirement"]?.stringValue, reason: LocalText(en: en, zh: zh))
    }
}

extension VerificationCondition {
    fileprivate var json: JSONValue {
        var members: [(String, JSONValue)] = []
        func add(_ name: String, _ words: [String]?) {
            if let words { members.append((name, .array(words.sorted().map { .string($0) }))) }
        }
        add("cardClasses", cardClasses?.map(\.rawValue))
        add("uses", uses?.map(\.rawValue))
        add("deviceTypes", deviceTypes.map { Array($0) })
        add("documentTypes", documentTypes?.map(\.rawValue))
        if let provinces { members.append(("provinces", .array(provinces.sorted().map { .integer($0) }))) }
        if let riskAtLeast { members.append(("riskAtLeast", .string(riskAtLeast.rawValue))) }
        return .sorted(members)
    }

    fileprivate init?(json: JSONValue) {
        guard let members = json.objectValue?.members else { return nil }
        self.init()
        for member in members {
            switch member.key {
            case "cardClasses":
                guard let words: Set<CardClass> = member.value.words() else { return nil }
                cardClasses = words
            case "uses":
                guard let words: Set<Use> = member.value.words() else { return nil }
                uses = words
            case "deviceTypes":
                guard let words = member.value.arrayValue?.map(\.stringValue), !words.contains(nil) else { return nil }
                deviceTypes = Set(words.compactMap { $0 })
            case "documentTypes":
                guard let words: Set<DocumentType> = member.value.words() else { return nil }
                documentTypes = words
            case "provinces":
                guard let codes = member.value.arrayValue?.map(\.integerValue), !codes.contains(nil) else { return nil }
                provinces = Set(codes.compactMap { $0 })
            case "riskAtLeast":
                guard let level = member.value.stringValue.flatMap(RiskLevel.init(rawValue:)) else { return nil }
                riskAtLeast = level
            default: return nil
            }
        }
    }
}

extension JSONValue {
    /// nil when one of the words is unknown.
    fileprivate func words<Word: RawRepresentable & Hashable>() -> Set<Word>? where Word.RawValue == String {
        guard let texts = arrayValue?.map(\.stringValue) else { return nil }
        let words = texts.compactMap { $0.flatMap(Word.init(rawValue:)) }
        return words.count == texts.count ? Set(words) : nil
    }

    /// An object of these members, which have distinct names.
    fileprivate static func sorted(_ members: [(String, JSONValue)]) -> JSONValue {
        JSONObject(members: members.map { JSONObject.Member(key: $0.0, value: $0.1) }).map { .object($0) } ?? .null
    }
}
