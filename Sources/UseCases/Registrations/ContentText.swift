import Ledger
import Registry

/// An application's content as canonical JSON, with what is absent left out: the text that is sealed.
enum ContentText {
    static func bytes(_ content: ApplicationContent) throws -> [UInt8] {
        var writer = CanonicalJSONWriter(capacity: 2_048)
        try writer.content(content)
        return writer.bytes
    }

    static func content(_ bytes: [UInt8]) throws -> ApplicationContent {
        let value = try JSONValue(parsing: bytes, limits: JSONLimits(size: bytes.count))
        guard value.objectValue != nil else { throw UnreadableContent() }
        return ApplicationContent(value)
    }
}

/// What opened is no content: it was not sealed by this program.
struct UnreadableContent: Error {}

extension CanonicalJSONWriter {
    fileprivate mutating func content(_ content: ApplicationContent) throws {
        beginObject()
        party("actualUser", content.actualUser)
        authorisation(content.authorisation)
        flag("declinesFaceRecognition", content.declinesFaceRecognition)
        text("effectiveFrom", content.effectiveFrom)
        evidence(content.evidence)
        party("guardian", content.guardian)
        text("guardianHeard", content.guardianHeard)
        party("handler", content.handler)
        party("holder", content.holder)
        flag("holderIsUnder14", content.holderIsUnder14)
        flag("noticeAccepted", content.noticeAccepted)
        text("picturesOf", content.picturesOf)
        party("proxy", content.proxy)
        readings(content.readings)
        party("responsiblePerson", content.responsiblePerson)
        text("role", content.role?.rawValue)
        party("unit", content.unit)
        try use(content.use)
        text("usingDepartment", content.usingDepartment)
        endObject()
    }

    private mutating func text(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        key(name)
        string(value)
    }

    private mutating func flag(_ name: StaticString, _ value: Bool?) {
        guard let value else { return }
        key(name)
        bool(value)
    }

    private mutating func party(_ name: StaticString, _ facts: PartyFacts?) {
        guard let facts else { return }
        key(name)
        beginObject()
        text("address", facts.address)
        text("birthDate", facts.birthDate)
        text("contact", facts.contact)
        text("documentNumber", facts.documentNumber)
        text("documentType", facts.documentType)
        text("formerNumber", facts.formerNumber)
        text("name", facts.name)
        text("validFrom", facts.validFrom)
        text("validUntil", facts.validUntil)
        endObject()
    }

    private mutating func authorisation(_ letter: Authorisation?) {
        guard let letter else { return }
        key("authorisation")
        beginObject()
        text("purpose", letter.purpose)
        text("validFrom", letter.validFrom)
        text("validUntil", letter.validUntil)
        endObject()
    }

    private mutating func evidence(_ slots: [String: [String]]?) {
        guard let slots else { return }
        key("evidence")
        beginObject()
        for slot in KeyOrder.sorted(slots.keys) {
            key(named: slot)
            beginArray()
            for piece in slots[slot] ?? [] { string(piece) }
            endArray()
        }
        endObject()
    }

    private mutating func readings(_ slots: [String: [String: String]]?) {
        guard let slots else { return }
        key("readings")
        beginObject()
        for slot in KeyOrder.sorted(slots.keys) {
            key(named: slot)
            beginObject()
            let fields = slots[slot] ?? [:]
            for field in KeyOrder.sorted(fields.keys) {
                key(named: field)
                string(fields[field] ?? "")
            }
            endObject()
        }
        endObject()
    }

    private mutating func use(_ use: DeclaredUse?) throws {
        guard let use else { return }
        key("use")
        beginObject()
        text("deviceModel", use.deviceModel)
        text("deviceType", use.deviceType)
        if let megabytes = use.monthlyMegabytes {
            key("monthlyMegabytes")
            try integer(Int64(megabytes))
        }
        text("region", use.region)
        text("scene", use.scene)
        flag("sms", use.sms)
        text("traffic", use.traffic?.rawValue)
        flag("voice", use.voice)
        endObject()
    }
}

extension ApplicationContent {
    fileprivate init(_ json: JSONValue) {
        self.init()
        unit = json["unit"].map { PartyFacts($0) }
        handler = json["handler"].map { PartyFacts($0) }
        responsiblePerson = json["responsiblePerson"].map { PartyFacts($0) }
        actualUser = json["actualUser"].map { PartyFacts($0) }
        usingDepartment = json["usingDepartment"]?.stringValue
        proxy = json["proxy"].map { PartyFacts($0) }
        holder = json["holder"].map { PartyFacts($0) }
        guardian = json["guardian"].map { PartyFacts($0) }
        guardianHeard = json["guardianHeard"]?.stringValue
        holderIsUnder14 = json["holderIsUnder14"]?.boolValue
        declinesFaceRecognition = json["declinesFaceRecognition"]?.boolValue
        readings = json["readings"]?.objectValue.map { slots in
            Dictionary(
                slots.members.map { slot in
                    let fields = slot.value.objectValue?.members.map { ($0.key, $0.value.stringValue ?? "") } ?? []
                    return (slot.key, Dictionary(fields, uniquingKeysWith: { first, _ in first }))
                }, uniquingKeysWith: { first, _ in first })
        }
        authorisation = json["authorisation"].map {
            Authorisation(
                purpose: $0["purpose"]?.stringValue, validFrom: $0["validFrom"]?.stringValue, validUntil: $0["validUntil"]?.stringValue)
        }
        use = json["use"].map { DeclaredUse($0) }
        evidence = json["evidence"]?.objectValue.map { slots in
            Dictionary(
                slots.members.map { ($0.key, $0.value.arrayValue?.compactMap(\.stringValue) ?? []) },
                uniquingKeysWith: { first, _ in first })
        }
        noticeAccepted = json["noticeAccepted"]?.boolValue
        effectiveFrom = json["effectiveFrom"]?.stringValue
        role = json["role"]?.stringValue.flatMap(PartyRole.init(rawValue:))
        picturesOf = json["picturesOf"]?.stringValue
    }
}

extension PartyFacts {
    fileprivate init(_ json: JSONValue) {
        self.init()
        name = json["name"]?.stringValue
        documentType = json["documentType"]?.stringValue
        documentNumber = json["documentNumber"]?.stringValue
        formerNumber = json["formerNumber"]?.stringValue
        birthDate = json["birthDate"]?.stringValue
        address = json["address"]?.stringValue
        contact = json["contact"]?.stringValue
        validFrom = json["validFrom"]?.stringValue
        validUntil = json["validUntil"]?.stringValue
    }
}

extension DeclaredUse {
    fileprivate init(_ json: JSONValue) {
        self.init()
        deviceType = json["deviceType"]?.stringValue
        deviceModel = json["deviceModel"]?.stringValue
        scene = json["scene"]?.stringValue
        traffic = json["traffic"]?.stringValue.flatMap(Traffic.init(rawValue:))
        voice = json["voice"]?.boolValue
        sms = json["sms"]?.boolValue
        monthlyMegabytes = json["monthlyMegabytes"]?.integerValue.map { Int($0) }
        region = json["region"]?.stringValue
    }
}
