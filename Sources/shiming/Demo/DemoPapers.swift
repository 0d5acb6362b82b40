import Client
import Contract
import Foundation
import Numbers
import Registry
import UseCases

/// The invented enterprise. The numbers have valid check digits and belong to nobody as far as can be known.
enum DemoPapers {
    static let company = "示例物联网运营公司"
    static let agent = "示例一级代理商"
    static let authority = "示例核验服务（沙箱）"
    static let contact = "privacy@shiming.example"

    static var today: CivilDate { CivilDate(shanghaiAt: SystemClock().now().milliseconds) ?? .last }
    private static func day(years: Int) -> String { (today.adding(years: years) ?? .last).description }

    static var contract: Wire.RecordContract {
        Wire.RecordContract(
            carrier: "mobile", version: "2026-1", validFrom: day(years: -1), validUntil: day(years: 2),
            duties: "核验单位证照、经办人及责任人证件，留存凭证，逐卡登记。", breachHandling: "发现未实名或虚假登记的，立即停止业务并收回在库卡。")
    }

    static let terms = Wire.ProductTerms(
        name: "定向30M", carrier: "mobile", cardClass: "iot-general", traffic: "directed", monthlyMegabytes: 30, voice: false, sms: false,
        binding: "none")

    static let watchTerms = Wire.ProductTerms(
        name: "儿童手表语音1G", carrier: "mobile", cardClass: "wearable", traffic: "general", monthlyMegabytes: 1_024, voice: true, sms: true,
        binding: "none")

    /// Of an area in which nobody is registered.
    static let watchOwner = Wire.PartyFacts(
        name: "慕容听澜", documentType: "resident-id", documentNumber: "109999199006180182", address: "云杉省青禾市望舒区知夏街一号",
        contact: "13700137000", validFrom: "2016-07-01", validUntil: "2036-07-01")

    static func content(evidence: [String: [String]]) -> Wire.RegistrationContent {
        Wire.RegistrationContent(
            unit: Wire.PartyFacts(
                name: "上海云杉物联科技有限公司", documentType: "business-licence", documentNumber: "91110000MA00000077",
                address: "上海市浦东新区云杉路一百号", contact: "021-55550100", validUntil: "long-term"),
            handler: person("欧阳青禾", "11010519491231002X", "北京市朝阳区青禾里三号院", "13800138000"),
            responsiblePerson: person("司徒望舒", "360426199101010071", "江西省德安县望舒路十二号", "13900139000"),
            usingDepartment: "冷链运营部",
            authorisation: Wire.Authorisation(
                purpose: "办理物联网卡实名登记", validFrom: (today.adding(days: -30) ?? today).description, validUntil: day(years: 1)),
            use: Wire.DeclaredUse(
                deviceType: "tracker", deviceModel: "YS-100", scene: "cold-chain", traffic: "directed", voice: false, sms: false,
                monthlyMegabytes: 30, region: "31"),
            evidence: evidence, noticeAccepted: true)
    }

    private static func person(_ name: String, _ number: String, _ address: String, _ contact: String) -> Wire.PartyFacts {
        Wire.PartyFacts(
            name: name, documentType: "resident-id", documentNumber: number, address: address, contact: contact, validFrom: day(years: -10),
            validUntil: day(years: 10))
    }

    /// What an agent's first registration needs.
    private static let slots: [EvidenceSlot] = [
        .unitDocument, .authorisationLetter, .handlerIDFront, .handlerIDBack, .responsiblePersonIDFront, .responsiblePersonIDBack,
    ]

    /// Draws the papers and uploads them; answers their identifiers by slot.
    static func upload(with client: APIClient, progress: Client.Progress) async throws -> [String: [String]] {
        var evidence: [String: [String]] = [:]
        for (index, slot) in slots.enumerated() {
            let isLetter = slot == .authorisationLetter
            let bytes = isLetter ? DrawnPDF.page("Letter of authorisation (invented)") : DrawnPNG.pattern(UInt8(40 * index + 20))
            let answer = try await file(bytes) { path in
                try await client.send(
                    Call(
                        .uploadEvidence, query: ["kind": slot.rawValue],
                        body: .file(path: path, mediaType: isLetter ? "application/pdf" : "image/png")))
            }
            evidence[slot.rawValue] = [try answer.decode(Wire.Evidence.self).id]
            progress.show(Int64(index + 1), of: Int64(slots.count))
        }
        progress.end()
        return evidence
    }

    /// Lends bytes as a file, since uploads are read from files.
    static func file<Value>(_ bytes: [UInt8], _ body: (_ path: String) async throws -> Value) async throws -> Value {
        let path = NSTemporaryDirectory() + "shiming-demo-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return try await body(path)
    }
}
