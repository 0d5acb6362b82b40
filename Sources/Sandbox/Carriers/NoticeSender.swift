import Carriers
import Crypto
import Foundation
import Ledger
import NIOCore
import Outbound
import Registry
import UseCases

/// Something a simulated carrier tells of its own accord.
struct SimulatedNotice: Sendable {
    let id: String
    let system: CarrierSystem
    let card: String
    /// `state` or `real-name`.
    let what: String
}

/// Tells an installation of changes as carriers do: sometimes not, sometimes twice. Two of them send people's data in clear, so the
/// sandbox sends an invented person's.
struct NoticeSender: Sendable {
    private let key: String
    private let transport: any ProviderTransport

    init(key: String) throws {
        self.key = key
        transport = try ProviderHTTP(connections: 2)
    }

    func close() async { await transport.close() }

    /// The word in the address, and the secret of signatures, as the connections' files have them.
    static func word(_ key: String) -> String { String(Digest.sha256.hex("word" + key).prefix(32)) }
    static func secret(_ key: String) -> [UInt8] { Array(SHA256.hash(data: Data(("secret" + key).utf8))) }

    /// Whether it was taken.
    func send(_ notice: SimulatedNotice, to address: String, at now: Instant) async -> Bool {
        let body = Self.body(notice)
        var url = "\(address)/carrier/\(SandboxConnection.name(of: notice.system))/notices"
        var headers: [(name: String, value: String)] = []
        if notice.system == .generic {
            let seconds = String(now.milliseconds / 1_000)
            let signed = Data("\(notice.id).\(seconds).".utf8) + Data(body)
            let code = HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: Self.secret(key)))
            headers += [
                ("webhook-id", notice.id), ("webhook-timestamp", seconds),
                ("webhook-signature", "v1," + Data(code).base64EncodedString()),
            ]
        } else {
            url += "/" + Self.word(key)
        }
        let request = ProviderRequest(method: "POST", url: url, headers: headers, body: body)
        return (try? await transport.send(request, within: .seconds(10), bodyMax: 4_096))?.status == 200
    }

    private static func body(_ notice: SimulatedNotice) -> [UInt8] {
        let value: JSONValue =
            switch notice.system {
            case .oneLink:
                [
                    "busiSeq": .string(notice.id), "auditStatus": "0", "msisdn": .string(notice.card), "name": "欧阳青禾",
                    "idNumber": "11010519491231002X", "address": "示例市示例区示例路1号",
                ]
            case .ctwing:
                ["acceptType": .string(notice.id), "accessNumber": .string(notice.card), "acceptMsg": "受理成功，证件 11010519491231002X"]
            case .unicomCMP: ["messageId": .string(notice.id), "iccid": .string(notice.card), "event": .string(notice.what)]
            case .generic: ["what": .string(notice.what), "iccid": .string(notice.card)]
            }
        return Array(value.buffer.readableBytesView)
    }
}
