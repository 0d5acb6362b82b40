import Ledger
import Records
import Registry

extension StoredExport {
    /// What it is narrowed to; nil for an export of something else.
    package var cardFilter: CardFilter? { kind == .cards ? CardFilter(exportText: filter) : nil }
    package var trailFilter: TrailFilter? { kind == .trail ? TrailFilter(exportText: filter) : nil }
}

extension CardFilter {
    /// As an export keeps it.
    func exportText() throws -> String {
        var members: [JSONObject.Member] = []
        if let batch { members.append(.init(key: "batch", value: .string(batch))) }
        if let organisation { members.append(.init(key: "organisation", value: .string(organisation.description))) }
        if let product { members.append(.init(key: "product", value: .string(product.text))) }
        if let carrier { members.append(.init(key: "carrier", value: .string(carrier.code))) }
        if let province { members.append(.init(key: "province", value: .integer(province))) }
        if let state { members.append(.init(key: "state", value: .string(state.name))) }
        if let stop { members.append(.init(key: "stop", value: .string(stop.name))) }
        if let unit { members.append(.init(key: "unit", value: .string(unit.description))) }
        if let isRegistered { members.append(.init(key: "registered", value: .bool(isRegistered))) }
        return try JSONValue.object(JSONObject(members: members) ?? JSONObject()).canonicalText()
    }

    /// nil for what this program does not understand: an export wider than what was approved must not be made.
    init?(exportText: String) {
        guard let members = (try? JSONValue(parsing: exportText))?.objectValue?.members else { return nil }
        self.init()
        for member in members {
            switch member.key {
            case "batch": batch = member.value.stringValue
            case "organisation": organisation = member.value.stringValue.flatMap { OrganisationID($0) }
            case "product": product = member.value.stringValue.flatMap { ProductCode($0) }
            case "carrier": carrier = member.value.stringValue.flatMap { Carrier($0) }
            case "province": province = member.value.integerValue
            case "state": state = member.value.stringValue.flatMap { ServiceState(name: $0) }
            case "stop": stop = member.value.stringValue.flatMap { StopReason(name: $0) }
            case "unit": unit = member.value.stringValue.flatMap { PartyID($0) }
            case "registered": isRegistered = member.value.boolValue
            default: return nil
            }
        }
        guard (try? self.exportText()) == exportText else { return nil }
    }
}

extension TrailFilter {
    func exportText() throws -> String {
        var members: [JSONObject.Member] = []
        if let action { members.append(.init(key: "action", value: .string(action))) }
        if let actor { members.append(.init(key: "actor", value: .string(actor.description))) }
        if let from { members.append(.init(key: "from", value: .integer(from.milliseconds))) }
        if let subject {
            members.append(.init(key: "subject", value: ["id": .string(Hex.text(subject.id)), "kind": .string(subject.kind.rawValue)]))
        }
        if let to { members.append(.init(key: "to", value: .integer(to.milliseconds))) }
        return try JSONValue.object(JSONObject(members: members) ?? JSONObject()).canonicalText()
    }

    init?(exportText: String) {
        guard let members = (try? JSONValue(parsing: exportText))?.objectValue?.members else { return nil }
        self.init()
        for member in members {
            switch member.key {
            case "action": action = member.value.stringValue
            case "actor": actor = member.value.stringValue.flatMap { AccountID($0) }
            case "from": from = member.value.integerValue.map { Instant(milliseconds: $0) }
            case "to": to = member.value.integerValue.map { Instant(milliseconds: $0) }
            case "subject":
                guard let kind = member.value["kind"]?.stringValue.flatMap(SubjectKind.init(rawValue:)),
                    let id = member.value["id"]?.stringValue.flatMap(Hex.bytes)
                else { return nil }
                subject = TrailSubject(kind, id)
            default: return nil
            }
        }
        guard (try? self.exportText()) == exportText else { return nil }
    }
}
