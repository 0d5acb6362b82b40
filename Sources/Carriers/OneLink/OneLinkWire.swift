import Foundation
import Ledger
import Registry
import UseCases

/// By what OneLink knows us.
package struct OneLinkCredentials: Hashable, Sendable, Unshown {
    let appID: String
    let password: String

    package init(appID: String, password: String) {
        self.appID = appID
        self.password = password
    }
}

/// OneLink's ways of proving who calls.
package enum OneLinkSigning: String, CaseIterable, Sendable {
    /// Version 5: a token is fetched with appid and password, and stands in every call.
    case token
    /// As version 2 had it: every call bears the SHA-256 of appid, password and transid.
    case digest
}

/// One status for transport and business, a list for everything.
struct OneLinkEnvelope<Result: Decodable>: Decodable {
    let status: LooseText
    let result: [Result]?
}

struct OneLinkNothing: Decodable {}

struct OneLinkToken: Decodable {
    let token: String
    let ttl: LooseText?
}

struct OneLinkState: Decodable { let cardStatus: LooseText }

struct OneLinkRealName: Decodable {
    let realNameStatus: LooseText
    let reason: LooseText?
}

struct OneLinkInvitation: Decodable {
    let busiSeq: LooseText
    let url: String
}

struct OneLinkJobNumber: Decodable { let jobId: LooseText? }

struct OneLinkJob: Decodable {
    struct Item: Decodable {
        let resultId: LooseText
        let status: LooseText
    }

    let jobStatus: LooseText
    let resultList: [Item]?
}

enum OneLinkWire {
    /// appid, 14 digits of time, 8 more; at most 48 characters.
    static func transactionID(_ appID: String, _ at: Instant, _ number: UInt64) -> String {
        String((appID + CarrierTime.digits(at) + CarrierTime.padded(Int64(number % 100_000_000), 8)).suffix(48))
    }

    static func digest(_ credentials: OneLinkCredentials, transactionID: String) -> String {
        Digest.sha256.hex(credentials.appID + credentials.password + transactionID)
    }
}

/// Changes OneLink allows, by the state the card is in (REQUIREMENTS §6.1): operType.
enum OneLinkChanges {
    static func operType(_ change: CarrierChange, from word: CarrierLife?) -> String? {
        switch (change, word) {
        case (.suspend, _): "0"
        case (.resume, _): "1"
        case (.activate, .stock): "2"
        case (.activate, .testable): "5"
        case (.activate, .ready): "6"
        case (.activate, _): nil
        }
    }
}

extension CodeTable {
    /// Codes of failure that are public (PEERS §3.1). That of a card within its window is not: the connection's file names it.
    package static let oneLink = CodeTable([
        "12021": .tokenExpired, "11011": .cardUnknown, "12010": .cardUnknown, "12009": .cardNotOurs, "12089": .stateForbids,
        "12098": .stopNotOurs, "12099": .packageExpired, "12100": .packageUsedUp,
    ])
}

extension CarrierCapabilities {
    static let oneLink = CarrierCapabilities([
        .queryState: CarrierCapability(.offered, cardsMax: 1, en: "API25S04", zh: "API25S04"),
        .queryRealName: CarrierCapability(.offered, cardsMax: 1, en: "API23A10; no batch seen", zh: "API23A10；未见批量接口"),
        .startRegistration: CarrierCapability(.offered, cardsMax: 1, en: "API23A12: the carrier's own page", zh: "API23A12：运营商页面"),
        .submitIdentity: CarrierCapability(.absent, en: "no call seen", zh: "未见接口"),
        .clearRegistration: CarrierCapability(
            .notPublic, en: "a reseller says there is one; its form is unknown", zh: "有转售商称支持，接口未公开"),
        .suspend: CarrierCapability(.offered, cardsMax: 100, en: "API23S03, API23S06", zh: "API23S03、API23S06"),
        .resume: CarrierCapability(.offered, cardsMax: 100, en: "API23S03, API23S06", zh: "API23S03、API23S06"),
        .activate: CarrierCapability(.offered, cardsMax: 100, en: "by the state the card is in", zh: "按卡当前状态办理"),
        .outcome: CarrierCapability(.offered, cardsMax: 100, en: "API23M10, then the card's state", zh: "API23M10，并以卡状态为准"),
        .push: CarrierCapability(.notPublic, en: "the account manager sets the address", zh: "推送地址由客户经理配置"),
        .risk: CarrierCapability(.notPublic, en: "14 queries; paths unknown", zh: "14 类查询，路径未知"),
    ])
}
