import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import PersonalPages
import Registry
import Synchronization
import TestKit
import UseCases
import Web

private struct NoFigures: RequestFigures {
    func answered(method: String, path: String, status: Int, seconds: Double) {}
}

/// The pages over a fresh world with watches' cards.
///
/// - Parameter setup: `.live` answers at a port.
func withPages(
    reader: any PictureReader = NoPictureReader(), speaksTLS: Bool = false, settings: EdgeSettings = EdgeSettings(),
    of installed: Settings = Settings(), over setup: TestingSetup = .router,
    _ body: @Sendable (any TestClientProtocol, PersonalJob) async throws -> Void
) async throws {
    try await withWorld(settings: installed, reader: reader) { world in
        let personal = try await PersonalJob.prepare(in: world)
        let router = Router(context: EdgeContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: Observation(settings: settings, figures: NoFigures(), speaksTLS: speaksTLS))
        try PersonalPages(installation: world.installation, settings: settings).add(to: router)
        let application = Application(router: router, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        try await application.test(setup) { client in try await body(client, personal) }
    }
}

/// A browser of one person: keeps cookies, sends the form tokens it was shown.
final class Visitor: Sendable {
    struct Shown: Sendable {
        let status: Int
        let headers: HTTPFields
        let text: String

        var location: String? { headers[.location] }
        var cookies: [String] { headers[values: .setCookie] }
    }

    private let client: any TestClientProtocol
    private let language: String
    private let kept = Mutex<[String: String]>([:])
    private let form = Mutex("")

    init(_ client: any TestClientProtocol, language: String = "en") {
        self.client = client
        self.language = language
    }

    var formToken: String { form.withLock { $0 } }
    func cookie(_ name: String) -> String? { kept.withLock { $0[name] } }
    /// As whoever was let in elsewhere.
    func sit(at opened: OpenedSeat) { kept.withLock { $0["shiming-seat"] = opened.token.text } }
    func forget(_ name: String) { kept.withLock { $0[name] = nil } }

    func get(_ path: String, headers: HTTPFields = [:]) async throws -> Shown { try await send(.get, path, headers, ByteBuffer()) }

    /// A form as a browser sends it; `token` stands for another page's.
    func post(_ path: String, _ fields: [String: String], token: String? = nil, headers: HTTPFields = [:]) async throws -> Shown {
        var all = fields
        all["form"] = token ?? formToken
        let body = all.map { "\(Self.escaped($0.key))=\(Self.escaped($0.value))" }.joined(separator: "&")
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        return try await send(.post, path, headers, ByteBuffer(string: body))
    }

    func upload(_ slot: EvidenceSlot, _ picture: [UInt8], insists: Bool = false) async throws -> Shown {
        try await upload("/p/pictures/\(slot.rawValue)", picture, insists ? ["insist": "yes"] : [:])
    }

    func upload(_ path: String, _ picture: [UInt8], _ fields: [String: String] = [:], headers: HTTPFields = [:]) async throws -> Shown {
        let boundary = "a-boundary"
        var body = ""
        for (name, value) in fields.merging(["form": formToken], uniquingKeysWith: { first, _ in first }) {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"p.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
        var buffer = ByteBuffer(string: body)
        buffer.writeBytes(picture)
        buffer.writeString("\r\n--\(boundary)--\r\n")
        var headers = headers
        headers[.contentType] = "multipart/form-data; boundary=\(boundary)"
        return try await send(.post, path, headers, buffer)
    }

    private func send(_ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, _ body: ByteBuffer) async throws -> Shown {
        var headers = headers
        headers[.acceptLanguage] = language
        let cookies = kept.withLock { $0.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        if !cookies.isEmpty { headers[.cookie] = cookies }
        let shown = try await client.execute(uri: path, method: method, headers: headers, body: body) { response in
            Shown(status: response.status.code, headers: response.headers, text: String(buffer: response.body))
        }
        for cookie in shown.cookies {
            let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            kept.withLock { $0[String(pair[0])] = pair.count > 1 && !pair[1].isEmpty ? String(pair[1]) : nil }
        }
        if let found = shown.text.firstMatch(of: /name="form" value="([^"]+)"/) { form.withLock { $0 = String(found.1) } }
        return shown
    }

    private static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

extension Visitor {
    /// At a card's entrance, with every consent.
    func enter(_ personal: PersonalJob, card: Int = 0) async throws {
        _ = try await get("/p/\(personal.link(card).code)")
        _ = try await get("/p/consent")
        _ = try await post(
            "/p/consent", ["privacy": "yes", "sensitive-data": "yes", "face": "yes", "under-14": "no", "version": PersonalNotice.version])
    }

    func choose(_ type: DocumentType = .residentID) async throws {
        _ = try await get("/p/document")
        _ = try await post("/p/document", ["type": type.rawValue])
    }

    func type(_ facts: PartyFacts) async throws -> Shown {
        _ = try await get("/p/details")
        let birth = facts.birthDate.map { ["holder-birthDate": $0] } ?? [:]
        return try await post(
            "/p/details",
            birth.merging([
                "holder-name": facts.name ?? "", "holder-documentNumber": facts.documentNumber ?? "", "holder-address": facts.address ?? "",
                "holder-contact": facts.contact ?? "", "holder-validFrom": facts.validFrom ?? "",
                "holder-validUntil": facts.validUntil ?? "",
            ]) { $1 })
    }
}
