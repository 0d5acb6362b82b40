import Foundation
import Ledger
import Registry
import UseCases

/// By what Unicom's gateway knows us.
package struct UnicomCredentials: Hashable, Sendable, Unshown {
    let appID: String
    let secret: String
    let openID: String

    package init(appID: String, secret: String, openID: String) {
        self.appID = appID
        self.secret = secret
        self.openID = openID
    }
}

struct UnicomStatus: Decodable { let status: LooseText }

struct UnicomDetails: Decodable {
    struct Terminals: Decodable { let terminals: [Terminal] }

    struct Terminal: Decodable {
        let iccid: String
        let simStatus: LooseText
        let realNameStatus: LooseText?
    }

    let data: Terminals?
}

struct UnicomEdited: Decodable {
    struct Result: Decodable { let resultCode: LooseText? }

    let data: Result?
}

enum UnicomWire {
    /// Names and values of application, time and serial in the order of the names, then the secret (PEERS §3.3).
    static func sign(_ credentials: UnicomCredentials, timestamp: String, serial: String, _ digest: Digest) -> String {
        digest.hex("app_id" + credentials.appID + "timestamp" + timestamp + "trans_id" + serial + credentials.secret)
    }

    /// 17 digits of time and 6 more.
    static func serial(_ at: Instant, _ number: UInt64) -> String {
        CarrierTime.digitsWithMilliseconds(at) + CarrierTime.padded(Int64(number % 1_000_000), 6)
    }

    static func body(
        _ credentials: UnicomCredentials, _ digest: Digest, at now: Instant, serial: String, _ data: [String: JSONValue]
    ) -> [UInt8] {
        let timestamp = CarrierTime.spaced(now)
        var inner = JSONObject()
        for (name, value) in data { inner[name] = value }
        inner["messageId"] = .string(serial)
        inner["openId"] = .string(credentials.openID)
        inner["version"] = "1.0"
        let whole: JSONValue = [
            "app_id": .string(credentials.appID), "timestamp": .string(timestamp), "trans_id": .string(serial),
            "token": .string(sign(credentials, timestamp: timestamp, serial: serial, digest)), "data": .object(inner),
        ]
        return (try? whole.canonicalBytes()) ?? []
    }
}

extension CarrierChange {
    /// The state that is set: 3 stopped, 2 activated.
    var unicomTarget: String { self == .suspend ? "3" : "2" }
}

extension CodeTable {
    /// No code of failure of Unicom's gateway is public: the connection's file names them.
    package static let unicomCMP = CodeTable([:])
}

extension CarrierCapabilities {
    static let unicomCMP = CarrierCapabilities([
        .queryState: CarrierCapability(.offered, cardsMax: 50, en: "wsGetTerminalDetails", zh: "wsGetTerminalDetails"),
        .queryRealName: CarrierCapability(.offered, cardsMax: 50, en: "in the card's details", zh: "包含于卡详情"),
        .startRegistration: CarrierCapability(.absent, en: "no public call; the person goes to Unicom's page", zh: "无公开接口，用户前往联通页面"),
        .submitIdentity: CarrierCapability(.absent, en: "no call seen", zh: "未见接口"),
        .clearRegistration: CarrierCapability(.absent, en: "resellers say that there is none", zh: "转售商称不支持"),
        .suspend: CarrierCapability(.offered, cardsMax: 1, en: "wsEditTerminal, state 3", zh: "wsEditTerminal，置 3"),
        .resume: CarrierCapability(.offered, cardsMax: 1, en: "wsEditTerminal, state 2", zh: "wsEditTerminal，置 2"),
        .activate: CarrierCapability(.offered, cardsMax: 1, en: "wsEditTerminal, state 2", zh: "wsEditTerminal，置 2"),
        .outcome: CarrierCapability(.offered, cardsMax: 50, en: "the card's state", zh: "以卡状态为准"),
        .push: CarrierCapability(.notPublic, en: "form unknown", zh: "格式未知"),
        .risk: CarrierCapability(.absent, en: "no call seen", zh: "未见接口"),
    ])
}
