import Contract
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Logging
import NIOCore
import Registry
import TestKit
import Testing
import UseCases
import Web

@testable import API

/// The people of the main job, asking over HTTP. Every answer is held against the contract.
struct Walk: Sendable {
    enum Who: String, CaseIterable {
        case administrator, clerk, otherClerk, reviewer, secondReviewer, compliance, auditor
    }

    let client: any TestClientProtocol
    let job: MainJob
    private let shapes: [Operation: Shape]
    private let problem: Shape

    init(_ client: any TestClientProtocol, _ job: MainJob) throws {
        self.client = client
        self.job = job
        shapes = try AnswerShapes.all.get()
        problem = try AnswerShapes.anyProblem.get()
    }

    static func principals(_ job: MainJob) -> [String: Principal] {
        [
            "administrator": job.administrator, "clerk": job.clerk, "otherClerk": job.otherClerk, "reviewer": job.reviewer,
            "secondReviewer": job.secondReviewer, "compliance": job.compliance, "auditor": job.auditor,
        ]
    }

    struct Reply {
        let status: Int
        let headers: HTTPFields
        let bytes: [UInt8]

        var json: JSONValue { (try? JSONValue(parsing: bytes)) ?? .null }
        var code: String? { json["code"]?.stringValue }
        /// Pointers of the fields named, with their codes.
        var errors: [String: String] {
            (json["errors"]?.arrayValue ?? []).reduce(into: [:]) { $0[$1["pointer"]?.stringValue ?? ""] = $1["code"]?.stringValue }
        }

        var version: Int64? { headers[.eTag].flatMap(EntityTag.version) }

        func text(_ names: String...) -> String {
            names.reduce(json) { $0[$1] ?? .null }.stringValue ?? ""
        }
    }

    /// `ids` fill the path; a creating call has a new key unless one is given.
    @discardableResult
    func ask(
        _ operation: Operation, as who: Who, _ ids: [String: String] = [:], query: String = "", json: JSONValue? = nil,
        bytes: (type: String, content: [UInt8])? = nil, version: Int64? = nil, key: String? = nil, headers more: HTTPFields = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Reply {
        let facts = operation.facts
        let path = ids.reduce(facts.path) { $0.replacingOccurrences(of: "{\($1.key)}", with: $1.value) }
        var headers = HTTPFields.token(who.rawValue)
        if facts.creates { headers[.idempotencyKey] = key ?? UUID().uuidString }
        if let version { headers[.ifMatch] = EntityTag.text(version) }
        var body: ByteBuffer?
        if let json {
            headers[.contentType] = "application/json"
            body = ByteBuffer(bytes: try json.canonicalBytes())
        } else if let bytes {
            headers[.contentType] = bytes.type
            body = ByteBuffer(bytes: bytes.content)
        }
        for field in more { headers[field.name] = field.value }
        let uri = path + (query.isEmpty ? "" : "?" + query)
        let reply = try await client.execute(uri: uri, method: operation.method, headers: headers, body: body) { response in
            Reply(status: Int(response.status.code), headers: response.headers, bytes: Array(response.body.readableBytesView))
        }
        judge(reply, operation, sourceLocation)
        return reply
    }

    private func judge(_ reply: Reply, _ operation: Operation, _ place: SourceLocation) {
        #expect(operation.facts.statuses.contains(reply.status), "\(operation) answers \(reply.status), undeclared", sourceLocation: place)
        let shape = reply.status >= 400 ? problem : shapes[operation]
        guard let shape, reply.status >= 400 || reply.status == operation.facts.success else { return }
        let findings = ShapeJudge.findings(reply.json, shape)
        #expect(
            findings.isEmpty, "\(operation) does not fit the contract: \(findings.map { ($0.pointer ?? "", $0.code) })",
            sourceLocation: place)
    }

    // MARK: Steps

    /// Evidence for these slots.
    func upload(_ slots: [EvidenceSlot] = InventedPapers.agentSlots, as who: Who = .clerk) async throws -> [EvidenceSlot: EvidenceID] {
        var evidence: [EvidenceSlot: EvidenceID] = [:]
        for (number, slot) in slots.enumerated() {
            let reply = try await ask(
                .uploadEvidence, as: who, query: "kind=\(slot.rawValue)",
                bytes: ("image/png", inventedPicture(UInt8(number))))
            evidence[slot] = try #require(EvidenceID(reply.text("id")))
        }
        return evidence
    }

    func content(_ evidence: [EvidenceSlot: EvidenceID], _ edit: (inout ApplicationContent) -> Void = { _ in }) throws -> JSONValue {
        var content = InventedPapers.application(evidence: evidence)
        edit(&content)
        return try JSONValue(parsing: [UInt8](JSONEncoder().encode(content)))
    }

    struct Begun {
        let registration: String
        let application: String
        var version: Int64
        var ids: [String: String] { ["registration": registration, "application": application] }
    }

    /// A draft with all papers and all cards.
    func begun(_ edit: (inout ApplicationContent) -> Void = { _ in }) async throws -> Begun {
        let content = try content(try await upload(), edit)
        let created = try await ask(.createRegistration, as: .clerk, json: ["channel": "agent", "content": content])
        #expect(created.status == 201)
        var begun = Begun(
            registration: created.text("registration"), application: created.text("application"), version: try #require(created.version))
        let selected = try await ask(
            .selectCards, as: .clerk, ["application": begun.application], json: ["batch": .string(MainJob.batch)], version: begun.version)
        begun.version = try #require(selected.version)
        return begun
    }

    func submitted(_ edit: (inout ApplicationContent) -> Void = { _ in }) async throws -> Begun {
        var begun = try await begun(edit)
        let reply = try await ask(.submitApplication, as: .clerk, ["application": begun.application], version: begun.version)
        #expect(reply.status == 200)
        begun.version = try #require(reply.version)
        return begun
    }

    func registered(_ edit: (inout ApplicationContent) -> Void = { _ in }) async throws -> Begun {
        var begun = try await submitted(edit)
        let reply = try await ask(
            .decideApplication, as: .reviewer, ["application": begun.application], json: ["verdict": "approve"], version: begun.version)
        #expect(reply.status == 200)
        begun.version = try #require(reply.version)
        return begun
    }
}

/// The main job behind an edge.
func withWalk(cards: Int = 20, _ body: @Sendable (Walk) async throws -> Void) async throws {
    try await withWorld { world in
        let job = try await MainJob.prepare(in: world, cards: cards)
        let edge = try Edge(
            installation: world.installation, authenticator: TokenTable(principals: Walk.principals(job)), figures: Figures(),
            health: StoreHealth(installation: world.installation))
        let application = Application(router: edge.router(), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        try await application.test(.router) { client in try await body(try Walk(client, job)) }
    }
}
