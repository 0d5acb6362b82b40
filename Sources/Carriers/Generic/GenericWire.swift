import Ledger
import Registry
import UseCases

/// By what a reseller knows us.
package struct GenericCredentials: Hashable, Sendable, Unshown {
    let key: String

    package init(key: String) { self.key = key }
}

struct GenericCards: Decodable {
    struct Item: Decodable {
        let iccid: String
        let state: String?
        let realName: String?
        let reason: String?
        let code: String?
    }

    let cards: [Item]
}

struct GenericOrders: Decodable {
    struct Item: Decodable, Hashable {
        let requestId: String
        let verdict: String
        let serial: String?
        let code: String?
        let retryAfterSeconds: Int64?
    }

    let orders: [Item]
}

struct GenericOutcomes: Decodable {
    struct Item: Decodable, Hashable {
        let requestId: String
        let outcome: String
        let code: String?
    }

    let orders: [Item]
}

struct GenericRegistration: Decodable {
    let requestId: String
    let serial: String
    let url: String
    let lives: Int64
}

struct GenericRisks: Decodable {
    let iccid: String
    let risks: [String]
}

struct GenericProblem: Decodable { let code: String }

enum GenericWire {
    static func card(_ card: CarrierCard) -> JSONValue {
        var members = JSONObject()
        members["iccid"] = .string(card.iccid)
        if let msisdn = card.msisdn { members["msisdn"] = .string(msisdn) }
        return .object(members)
    }

    static func order(_ order: CarrierOrder, wish: String, identity: CarrierIdentity? = nil) -> JSONValue {
        var members = JSONObject()
        members["requestId"] = .string(order.id.description)
        members["wish"] = .string(wish)
        members["card"] = card(order.card)
        if let identity {
            var inner = JSONObject()
            inner["name"] = .string(identity.identity.name)
            inner["documentType"] = .string(identity.identity.documentType.rawValue)
            inner["documentNumber"] = .string(identity.identity.documentNumber)
            if let address = identity.address { inner["address"] = .string(address) }
            members["identity"] = .object(inner)
        }
        return .object(members)
    }
}

extension CodeTable {
    /// The codes of the contract.
    package static let generic = CodeTable([
        "key-refused": .credentials, "over-quota": .overQuota, "busy": .busy, "card-unknown": .cardUnknown,
        "card-not-ours": .cardNotOurs, "state-forbids": .stateForbids, "stop-not-ours": .stopNotOurs, "locked": .locked,
        "package-expired": .packageExpired, "package-used-up": .packageUsedUp, "identity-refused": .identityRefused,
    ])
}

extension CarrierCapabilities {
    static let generic = CarrierCapabilities([
        .queryState: CarrierCapability(.offered, cardsMax: 10, en: "live", zh: "实时"),
        .queryRealName: CarrierCapability(.offered, cardsMax: 10, en: "live", zh: "实时"),
        .startRegistration: CarrierCapability(.offered, cardsMax: 1, en: "a page of the carrier's", zh: "运营商页面"),
        .submitIdentity: CarrierCapability(.offered, cardsMax: 1, en: "where the reseller may", zh: "视转售商权限"),
        .clearRegistration: CarrierCapability(.offered, cardsMax: 1, en: "Mobile and Telecom only, resellers say", zh: "转售商称仅移动、电信支持"),
        .suspend: CarrierCapability(.offered, cardsMax: 100),
        .resume: CarrierCapability(.offered, cardsMax: 100),
        .activate: CarrierCapability(.offered, cardsMax: 100),
        .outcome: CarrierCapability(.offered, cardsMax: 100, en: "by requestId", zh: "按 requestId"),
        .push: CarrierCapability(.notPublic, en: "Standard Webhooks, once both have a secret", zh: "Standard Webhooks，双方配置密钥后可用"),
        .risk: CarrierCapability(.offered, cardsMax: 1, en: "R-IC-13", zh: "R-IC-13"),
    ])
}
