import Foundation
import Ledger
import Registry
import UseCases

/// A connection's file, member by member; what is not understood is refused, so that a misspelt limit does not silently not hold.
struct ConnectionMembers {
    private let members: JSONObject

    private static let known: Set<String> = [
        "name", "carrier", "system", "address", "credentialsFile", "trustedFile", "sandbox", "limits", "linkHosts", "codes", "signing",
        "paths", "urlType",
    ]

    init(parsing bytes: [UInt8]) throws(CarrierConnectionFault) {
        guard let value = try? JSONValue(parsing: bytes, limits: JSONLimits(size: 64 << 10, depth: 4)), let members = value.objectValue
        else {
            throw "it is not a JSON object"
        }
        self.members = members
    }

    var names: [String] { members.members.map(\.key) }

    func demandKnown() throws(CarrierConnectionFault) {
        guard let foreign = names.first(where: { !Self.known.contains($0) }) else { return }
        throw "\(foreign) is not a member; \(Self.known.sorted().joined(separator: ", ")) are"
    }

    func text(_ name: String) throws(CarrierConnectionFault) -> String {
        guard let text = try optionalText(name) else { throw "\(name) is missing" }
        return text
    }

    func optionalText(_ name: String) throws(CarrierConnectionFault) -> String? {
        guard let value = members[name] else { return nil }
        guard let text = value.stringValue, (1...1_024).contains(text.utf8.count) else { throw "\(name) is not a text" }
        return text
    }

    func texts(_ name: String) throws(CarrierConnectionFault) -> [String] {
        guard let value = members[name] else { return [] }
        guard let list = value.arrayValue, list.count <= 100, list.allSatisfy({ $0.stringValue != nil }) else {
            throw "\(name) is not a list of texts"
        }
        return list.compactMap(\.stringValue)
    }

    func flag(_ name: String) throws(CarrierConnectionFault) -> Bool? {
        guard let value = members[name] else { return nil }
        guard let flag = value.boolValue else { throw "\(name) is true or false" }
        return flag
    }

    func word<Value: RawRepresentable & CaseIterable>(
        _ name: String, as _: Value.Type = Value.self
    ) throws(CarrierConnectionFault) -> Value where Value.RawValue == String {
        guard let value = Value(rawValue: try text(name)) else {
            throw "\(name) is one of \(Value.allCases.map(\.rawValue).joined(separator: ", "))"
        }
        return value
    }

    private func part(_ name: String, only known: [String]) throws(CarrierConnectionFault) -> ConnectionMembers? {
        guard let value = members[name] else { return nil }
        guard let part = value.objectValue else { throw "\(name) is not an object" }
        let inner = ConnectionMembers(part)
        guard let foreign = inner.names.first(where: { !known.contains($0) }) else { return inner }
        throw known.isEmpty
            ? "\(name) has nothing for this system" : "\(foreign) is not a member of \(name); \(known.joined(separator: ", ")) are"
    }

    private init(_ members: JSONObject) { self.members = members }

    // MARK: Parts

    /// By what the carrier's notices are known: a secret where it signs, a word in the address where it does not.
    func notices(of system: CarrierSystem) throws(CarrierConnectionFault) -> NoticeProof {
        if system == .generic {
            guard let text = try optionalText("noticeSecret") else { return .absent }
            let plain = text.hasPrefix("whsec_") ? String(text.dropFirst(6)) : text
            guard let key = Data(base64Encoded: plain), key.count >= 24 else { throw "noticeSecret is 24 bytes or more in Base64" }
            return .signature(Array(key))
        }
        guard let word = try optionalText("noticeWord") else { return .absent }
        guard (16...128).contains(word.utf8.count), word.utf8.allSatisfy({ CarrierConnection.isPlain($0) || (0x41...0x5A).contains($0) })
        else { throw "noticeWord is 16 to 128 letters, digits and hyphens" }
        return .word(word)
    }

    func codes() throws(CarrierConnectionFault) -> [String: CarrierMeaning] {
        guard let value = members["codes"] else { return [:] }
        guard let part = value.objectValue else { throw "codes is not an object" }
        var codes: [String: CarrierMeaning] = [:]
        for member in part.members {
            guard let meaning = member.value.stringValue.flatMap({ CarrierMeaning(rawValue: $0) }), codeText(member.key) == member.key
            else {
                throw "a code means one of \(CarrierMeaning.allCases.map(\.rawValue).joined(separator: ", "))"
            }
            codes[member.key] = meaning
        }
        return codes
    }

    func paths(of system: CarrierSystem) throws(CarrierConnectionFault) -> CTWingGateway.Paths {
        guard let part = try part("paths", only: system == .ctwing ? ["startRegistration", "clearRegistration"] : []) else {
            return CTWingGateway.Paths()
        }
        let paths = CTWingGateway.Paths(
            startRegistration: try part.optionalText("startRegistration"), clearRegistration: try part.optionalText("clearRegistration"))
        for path in [paths.startRegistration, paths.clearRegistration].compactMap(\.self) {
            guard path.hasPrefix("/"), path.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x3F && $0 != 0x23 }) else {
                throw "a path begins with / and has no query"
            }
        }
        return paths
    }

    func signing(of system: CarrierSystem) throws(CarrierConnectionFault) -> CarrierConnection.Signing {
        let known: [String] =
            switch system {
            case .oneLink: ["proof"]
            case .ctwing: ["digest", "doubled", "lists"]
            case .unicomCMP: ["digest"]
            case .generic: []
            }
        var signing = CarrierConnection.Signing()
        guard let part = try part("signing", only: known) else { return signing }
        if part.members["proof"] != nil { signing.proof = try part.word("proof") }
        if part.members["digest"] != nil {
            signing.ctwing.digest = try part.word("digest")
            signing.unicom = try part.word("digest")
        }
        if let doubled = try part.flag("doubled") { signing.ctwing.isDoubled = doubled }
        if part.members["lists"] != nil { signing.ctwing.listForm = try part.word("lists") }
        return signing
    }

    func patience(of system: CarrierSystem) throws(CarrierConnectionFault) -> CarrierPatience {
        var patience = CarrierPatience(defaultsOf: system)
        let names = [
            "timeoutSeconds", "tries", "waitSeconds", "concurrency", "callsPerSecond", "callsPerDay", "callsPerCardPerMinute",
            "windowSeconds",
            "queryCards", "changeCards", "linkSeconds",
        ]
        guard let part = try part("limits", only: names) else { return patience }
        func number(_ name: String, _ range: ClosedRange<Int64>) throws(CarrierConnectionFault) -> Int64? {
            guard let value = part.members[name] else { return nil }
            guard let number = value.integerValue, range.contains(number) else {
                throw "\(name) is a number from \(range.lowerBound) to \(range.upperBound)"
            }
            return number
        }
        if let value = try number("timeoutSeconds", 1...120) { patience.timeoutSeconds = value }
        if let value = try number("tries", 1...10) { patience.tries = Int(value) }
        if let value = try number("waitSeconds", 0...60) { patience.waitSecondsMax = value }
        if let value = try number("concurrency", 1...64) { patience.concurrency = Int(value) }
        if let value = try number("callsPerSecond", 0...10_000) { patience.callsPerSecond = value }
        if let value = try number("callsPerDay", 0...100_000_000) { patience.callsPerDay = value }
        if let value = try number("callsPerCardPerMinute", 0...1_000) { patience.callsPerCardPerMinute = value }
        if let value = try number("windowSeconds", 0...86_400) { patience.windowSeconds = value }
        if let value = try number("queryCards", 1...100) { patience.queryCardsMax = Int(value) }
        if let value = try number("changeCards", 1...100) { patience.changeCardsMax = Int(value) }
        if let value = try number("linkSeconds", 1...604_800) { patience.linkSeconds = value }
        return patience
    }
}

extension CarrierPatience {
    /// What is public of each, and where nothing is, what does no harm (docs/carriers.md).
    package init(defaultsOf system: CarrierSystem) {
        self.init()
        switch system {
        case .oneLink:
            changeCardsMax = 100
            windowSeconds = 180
        case .ctwing:
            queryCardsMax = 100
            windowSeconds = 60
        case .unicomCMP:
            queryCardsMax = 50
            concurrency = 1
            callsPerSecond = 1
            windowSeconds = 60
        case .generic:
            queryCardsMax = 10
            changeCardsMax = 100
            callsPerCardPerMinute = 3
            windowSeconds = 60
        }
    }
}
