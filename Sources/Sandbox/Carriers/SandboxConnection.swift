import Foundation
import Ledger
import NIOCore
import Registry
import UseCases

/// What a connection to the sandbox is: the two files an operator would write.
package struct SandboxConnection: Sendable {
    package let system: CarrierSystem
    package let name: String
    package let file: [UInt8]
    package let credentials: [UInt8]

    /// - Parameter address: where the sandbox listens.
    /// - Parameter credentialsFile: what the file calls the other.
    package init(_ system: CarrierSystem, address: String, key: String, credentialsFile: String) {
        self.system = system
        name = Self.name(of: system)
        var members = JSONObject()
        members["name"] = .string(name)
        members["carrier"] = .string(Self.carrier(system))
        members["system"] = .string(system.rawValue)
        members["address"] = .string(address + "/" + system.rawValue)
        members["credentialsFile"] = .string(credentialsFile)
        members["sandbox"] = true
        members["codes"] = .object(Self.codes(system))
        if system == .ctwing {
            members["paths"] = [
                "startRegistration": .string(CTWingSide.startPath), "clearRegistration": .string(CTWingSide.clearPath),
            ]
        }
        file = Array(JSONValue.object(members).buffer.readableBytesView)
        credentials = Array(Self.credentials(system, key: key).buffer.readableBytesView)
    }

    static func name(of system: CarrierSystem) -> String { "sandbox-" + system.rawValue }

    private static func carrier(_ system: CarrierSystem) -> String {
        switch system {
        case .oneLink: "mobile"
        case .ctwing: "telecom"
        case .unicomCMP: "unicom"
        case .generic: "reseller"
        }
    }

    /// The sandbox's own codes, as an operator would have to add those that are not public.
    private static func codes(_ system: CarrierSystem) -> JSONObject {
        let prefix: String
        let words: [String: JSONValue]
        switch system {
        case .oneLink:
            (prefix, words) = ("9000", ["1": "locked", "2": "over-quota", "3": "credentials", "4": "busy"])
        case .ctwing, .unicomCMP:
            prefix = system == .ctwing ? "910" : "920"
            words = [
                "1": "locked", "2": "over-quota", "3": "credentials", "4": "card-unknown", "5": "card-not-ours", "6": "state-forbids",
                "7": "stop-not-ours",
            ]
        case .generic: (prefix, words) = ("", [:])
        }
        var members = JSONObject()
        for (digit, word) in words { members[prefix + digit] = word }
        return members
    }

    private static func credentials(_ system: CarrierSystem, key: String) -> JSONValue {
        let word = JSONValue.string(NoticeSender.word(key))
        return switch system {
        case .oneLink: ["appid": .string(OneLinkSide.appID), "password": .string(key), "noticeWord": word]
        case .ctwing: ["appKey": .string(CTWingSide.appKey), "secret": .string(key), "noticeWord": word]
        case .unicomCMP:
            ["appId": .string(UnicomSide.appID), "secret": .string(key), "openId": .string(UnicomSide.openID), "noticeWord": word]
        case .generic:
            ["key": .string(key), "noticeSecret": .string("whsec_" + Data(NoticeSender.secret(key)).base64EncodedString())]
        }
    }
}
