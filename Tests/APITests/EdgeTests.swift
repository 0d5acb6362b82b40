import Contract
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Registry
import SQLCore
import TestKit
import Testing
import UseCases
import Web

@testable import API

@Suite struct EdgeTests {
    @Test func `every operation is reached, and none without a token that needs one`() async throws {
        var settings = EdgeSettings()
        settings.openRateRequests = 1_000
        try await withEdge(settings: settings) { client, _ in
            for operation in Operation.allCases {
                try await client.execute(uri: operation.madeUpPath, method: operation.method) { response in
                    #expect(response.status != .notFound && response.status != .methodNotAllowed, "\(operation)")
                    if operation.facts.isOpen {
                        #expect(response.status != .unauthorized, "\(operation)")
                    } else {
                        #expect(response.status == .unauthorized, "\(operation)")
                        #expect(response.headers[.wwwAuthenticate] == "Bearer")
                        #expect(response.problemCode == "token-missing")
                    }
                    #expect(operation.facts.statuses.contains(Int(response.status.code)), "\(operation) \(response.status)")
                }
            }
        }
    }

    @Test func `HEAD is answered as GET, without the body`() async throws {
        try await withEdge { client, _ in
            for path in ["/healthz", "/v1/cards", "/v1/expiries", "/openapi.yaml"] {
                let whole = try await client.execute(uri: path, method: .get, headers: .token("all")) { $0 }
                try await client.execute(uri: path, method: .head, headers: .token("all")) { response in
                    #expect(response.status == .ok, "\(path)")
                    #expect(response.body.readableBytes == 0)
                    #expect(response.headers[.contentType] == whole.headers[.contentType])
                    #expect(response.headers[.contentLength] == String(whole.body.readableBytes))
                }
            }
            try await client.execute(uri: "/v1/cards", method: .head) { #expect($0.status == .unauthorized) }
            try await client.execute(uri: "/v1/answers", method: .head, headers: .token("all")) { response in
                #expect(response.status == .methodNotAllowed)
                #expect(response.headers[.allow] == "POST")
            }
            try await client.execute(uri: "/v1/cards", method: .put, headers: .token("all")) { response in
                #expect(response.headers[.allow]?.contains("HEAD") == true)
            }
        }
    }

    @Test func `the largest page the contract allows has so many rows, and says where the next begins`() async throws {
        struct Rows: Decodable {
            struct Row: Decodable {}
            let items: [Row]
            let next: String?
        }
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 501)
            for number in 0..<501 { _ = try await world.organisation(.hall, "营业厅 \(number)", by: job.administrator) }
            let tokens = TokenTable(principals: [
                "all": Principal(
                    account: job.administrator.account, organisation: job.administrator.organisation,
                    permissions: Set(Permission.allCases), scope: .everything, means: .session)
            ])
            try await withEdge(over: world, tokens: tokens) { client in
                for path in ["/v1/cards?limit=500", "/v1/organisations?limit=500&kind=hall"] {
                    let first = try await client.execute(uri: path, method: .get, headers: .token("all")) { response in
                        try JSONDecoder().decode(Rows.self, from: Data(response.body.readableBytesView))
                    }
                    #expect(first.items.count == 500, "\(path)")
                    let next = try #require(first.next)
                    let second = try await client.execute(uri: path + "&cursor=" + next, method: .get, headers: .token("all")) { response in
                        try JSONDecoder().decode(Rows.self, from: Data(response.body.readableBytesView))
                    }
                    #expect(second.items.count == 1, "\(path)")
                    #expect(second.next == nil)
                }
                try await client.execute(uri: "/v1/cards?limit=501", method: .get, headers: .token("all")) {
                    #expect($0.status == .badRequest)
                }
            }
        }
    }

    @Test func `somebody without any permission is refused everywhere but at his own session`() async throws {
        let none: (World) -> TokenTable = { world in
            TokenTable(principals: [
                "none": Principal(
                    account: world.installation.fresh(), organisation: world.installation.fresh(), permissions: [], scope: .everything,
                    means: .session)
            ])
        }
        try await withEdge(tokens: none) { client, _ in
            for operation in Operation.allCases where !operation.facts.isOpen && operation.facts.permissions != ["self"] {
                try await client.execute(uri: operation.madeUpPath, method: operation.method, headers: .token("none")) { response in
                    #expect(response.status == .forbidden, "\(operation) \(response.status)")
                }
            }
        }
    }

    @Test(arguments: ["Basic abc", "Bearer", "Bearer ", "bearer\tx", "Bearer a b", "Bearer é", "wrong"])
    func `a credential in another form opens nothing`(header: String) async throws {
        try await withEdge { client, _ in
            try await client.execute(uri: "/v1/cards", method: .get, headers: [.authorization: header]) {
                #expect($0.status == .unauthorized)
                #expect($0.headers[.contentType] == "application/problem+json")
            }
        }
    }

    @Test func `guessing tokens is slowed down`() async throws {
        var settings = EdgeSettings()
        settings.openRateRequests = 5
        try await withEdge(settings: settings) { client, _ in
            var statuses: [Int] = []
            for _ in 0..<8 {
                try await client.execute(uri: "/v1/cards", method: .get, headers: .token("guess")) { statuses.append(Int($0.status.code)) }
            }
            #expect(statuses == [401, 401, 401, 401, 401, 429, 429, 429])
        }
    }

    @Test func `so many whole cases a day persons hand in from one address; nothing else is counted or held up by it`() async throws {
        var limited = EdgeSettings()
        limited.handInsADay = 1
        let settings = limited
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (one, other) = try await (personal.open(0), personal.open(1))
            try await personal.fill(one.principal, PersonalJob.person(0))
            try await personal.fill(other.principal, PersonalJob.person(1), seed: 100)
            let seats = [
                "one": one.principal, "other": other.principal, "idle": try await personal.open(2).principal,
                "staff": Principal.allowedEverything(world),
            ]
            try await withEdge(over: world, tokens: TokenTable(principals: seats), settings: settings) { client in
                func handIn(_ token: String, key: String? = nil) async throws -> TestResponse {
                    var headers = HTTPFields.token(token)
                    if let key { headers = headers.with(.idempotencyKey, key) }
                    return try await client.execute(uri: "/v1/personal/case/submission", method: .post, headers: headers) { $0 }
                }
                // Without a key, with nothing in it, and by whoever may not.
                for place in 0..<3 {
                    for refused in try await [handIn("one"), handIn("idle", key: "idle\(place)"), handIn("staff", key: "staff\(place)")] {
                        #expect(refused.status != .tooManyRequests && refused.status.code >= 400)
                        #expect(refused.headers[.rateLimit]?.contains("hand-ins") == false)
                    }
                }
                let whole = try await handIn("one", key: "whole")
                #expect(whole.status.code < 300 && whole.headers[.rateLimit]?.contains("\"hand-ins\";r=0") == true)
                // The same once more is the same answer, and costs nothing.
                #expect(try await handIn("one", key: "whole").status.code < 300)
                let refused = try await handIn("other", key: "other")
                #expect(refused.status == .tooManyRequests && refused.headers[.retryAfter] == "86400")
                #expect(refused.headers[.rateLimit]?.contains("\"hand-ins\";r=0;t=86400") == true)
                #expect(refused.headers[.rateLimitPolicy]?.hasSuffix("\"hand-ins\";q=1;w=86400") == true)
                try await client.execute(uri: "/v1/personal/case", method: .get, headers: .token("other")) { #expect($0.status == .ok) }
            }
        }
    }

    @Test func `too many requests are refused with the time to wait, and the rate stands on every answer`() async throws {
        var settings = EdgeSettings()
        settings.rateRequests = 3
        try await withEdge(settings: settings) { client, world in
            for left in [2, 1, 0] {
                try await client.execute(uri: "/v1/cards?limit=0", method: .get, headers: .token("all")) {
                    #expect($0.headers[.rateLimit]?.contains("r=\(left)") == true)
                    #expect($0.headers[.rateLimitPolicy] == "\"default\";q=3;w=60")
                }
            }
            try await client.execute(uri: "/v1/cards?limit=0", method: .get, headers: .token("all")) {
                #expect($0.status == .tooManyRequests)
                #expect($0.headers[.retryAfter] == "20")
            }
            world.clock.move(seconds: 20)
            try await client.execute(uri: "/v1/cards?limit=0", method: .get, headers: .token("all")) { #expect($0.status == .badRequest) }
        }
    }

    @Test(arguments: [
        ("/v1/cards?limit=0", "limit", "number-out-of-range"), ("/v1/cards?limit=501", "limit", "number-out-of-range"),
        ("/v1/cards?limit=ten", "limit", "wrong-type"), ("/v1/cards?limit=1&limit=2", "limit", "repeated-parameter"),
        ("/v1/cards?iccid=8986", "iccid", "unknown-parameter"), ("/v1/cards?realName=maybe", "realName", "not-among-values"),
        ("/v1/cards?serviceState=gone", "serviceState", "not-among-values"),
        ("/v1/cards?stopReason=none", "stopReason", "not-among-values"),
        ("/v1/cards?carrier=Mobile", "carrier", "wrong-form"), ("/v1/cards?unit=7", "unit", "wrong-form"),
        ("/v1/cards?organisation=7", "organisation", "wrong-form"), ("/v1/trail?from=yesterday", "from", "wrong-form"),
    ])
    func `a query that does not fit is refused by name`(uri: String, pointer: String, code: String) async throws {
        try await withEdge { client, _ in
            try await client.execute(uri: uri, method: .get, headers: .token("all")) { response in
                #expect(response.status == .badRequest)
                let problem = try response.problem()
                #expect(problem.code == "parameter-invalid" && problem.requirements == ["H-01"])
                #expect(problem.errors?.first?.pointer == pointer)
                #expect(problem.errors?.first?.code == code && problem.errors?.first?.requirements?.count == 1)
            }
        }
    }

    @Test(arguments: [
        (#"{"kind":"agent","name":"甲","secret":1}"#, "/secret", "unknown-field"), (#"{"kind":"agent"}"#, "/name", "field-missing"),
        (#"{"kind":"bank","name":"甲"}"#, "/kind", "not-among-values"), (#"{"kind":"agent","name":7}"#, "/name", "wrong-type"),
        (#"{"kind":"agent","name":""}"#, "/name", "text-too-short"), (#"{"kind":"agent","name":"a\u0000"}"#, "/name", "wrong-form"),
        (#"{"kind":"agent","name":"甲","parent":"1"}"#, "/parent", "wrong-form"), (#"[]"#, "", "wrong-type"),
        (#"{"kind":"agent","name":null}"#, "/name", "wrong-type"), (#"{"kind":"agent","name":"甲","a/b~c":1}"#, "/a~1b~0c", "unknown-field"),
    ])
    func `a body that does not fit is refused field by field`(body: String, pointer: String, code: String) async throws {
        try await withEdge { client, _ in
            let headers = HTTPFields.json.with(.idempotencyKey, "k")
            try await client.execute(uri: "/v1/organisations", method: .post, headers: headers, body: ByteBuffer(string: body)) {
                response in
                #expect(response.status == .unprocessableContent)
                let problem = try response.problem()
                #expect(problem.code == "body-invalid")
                #expect(problem.errors?.contains { $0.pointer == pointer && $0.code == code } == true, "\(problem)")
            }
        }
    }

    @Test(arguments: [
        "", "{", "{}{}", #"{"kind":"agent","kind":"hall"}"#, "{\"name\":\"\u{1}\"}", String(repeating: "[", count: 5_000), "\u{feff}{}",
        "{'a':1}",
    ])
    func `what is no JSON of ours is refused`(body: String) async throws {
        try await withEdge { client, _ in
            let headers = HTTPFields.json.with(.idempotencyKey, "k")
            try await client.execute(uri: "/v1/organisations", method: .post, headers: headers, body: ByteBuffer(string: body)) {
                response in
                #expect(response.status == .badRequest)
                let code = try response.problem().code
                #expect(["body-not-json", "body-missing"].contains(code))
            }
        }
    }

    @Test func `a creating call without a key, an edit without a version: 428`() async throws {
        try await withEdge { client, _ in
            let queries: [Operation: String] = [
                .createIntake: "?kind=stock&batch=b", .uploadEvidence: "?kind=other", .capturePicture: "?slot=holder-id-front",
                .takeInPerson: "?slot=holder-id-front&consents=privacy&noticeVersion=v",
            ]
            for operation in Operation.allCases where operation.facts.creates || operation.facts.edits {
                try await client.execute(
                    uri: operation.madeUpPath + (queries[operation] ?? ""),
                    method: operation.method, headers: .json, body: ByteBuffer(string: "{}")
                ) { response in
                    #expect(response.status == .preconditionRequired, "\(operation) \(response.status)")
                }
            }
        }
    }

    @Test(arguments: ["text/plain", "application/xml", "application/jsonx", ""])
    func `another Content-Type is refused`(type: String) async throws {
        try await withEdge { client, _ in
            let headers = HTTPFields.token("all").with(.contentType, type)
            try await client.execute(uri: "/v1/answers", method: .post, headers: headers, body: ByteBuffer(string: "{}")) {
                #expect($0.status == .unsupportedMediaType)
            }
        }
    }

    @Test func `a body that is too large is refused, announced or not`() async throws {
        var settings = EdgeSettings()
        settings.bodyBytes = 1_000
        try await withEdge(settings: settings) { client, _ in
            let body = ByteBuffer(string: #"{"numbers":[""# + String(repeating: "8", count: 1_000) + #""]}"#)
            for headers in [HTTPFields.json, HTTPFields.json.with(.contentLength, "5000")] {
                try await client.execute(uri: "/v1/card-searches", method: .post, headers: headers, body: body) { response in
                    #expect(response.status == .contentTooLarge)
                    #expect(response.problemCode == "body-too-large")
                }
            }
        }
    }

    @Test(arguments: [
        ("zh-CN,zh;q=0.9,en;q=0.5", "zh"), ("en", "en"), ("de, fr", "en"), ("", "en"), ("zh;q=0.2, en;q=0.8", "en"), ("zh;q=0", "en"),
        ("ZH-Hant", "zh"), (String(repeating: "x,", count: 9_000), "en"), ("yue", "zh"),
    ])
    func `problems speak the reader's language`(header: String, language: String) async throws {
        try await withEdge { client, _ in
            try await client.execute(uri: "/v1/cards", method: .get, headers: [.acceptLanguage: header]) { response in
                #expect(response.headers[.contentLanguage] == language)
                #expect((try? response.problem())?.title == (language == "zh" ? "尚未登录。" : "Nobody is signed in."))
            }
        }
    }

    @Test func `an address that is nobody's is a problem too, and a method that is not taken names those that are`() async throws {
        try await withEdge { client, _ in
            try await client.execute(uri: "/v2/cards", method: .get) { response in
                #expect(response.status == .notFound)
                #expect(response.problemCode == "no-such-path")
            }
            try await client.execute(uri: "/v1/cards", method: .delete) { response in
                #expect(response.status == .methodNotAllowed)
                #expect(response.headers[.allow] == "GET, HEAD")
            }
            try await client.execute(uri: "/v1/cards/17", method: .get, headers: .token("all")) { #expect($0.status == .notFound) }
        }
    }

    @Test func `every answer carries its name and the headers of safety`() async throws {
        try await withEdge { client, _ in
            for uri in ["/healthz", "/nowhere", "/v1/cards", "/reference"] {
                try await client.execute(uri: uri, method: .get) { response in
                    #expect(response.headers[.xContentTypeOptions] == "nosniff")
                    #expect(response.headers[.frameOptions] == "DENY")
                    #expect(response.headers[.referrerPolicy] == "no-referrer")
                    #expect(response.headers[.cacheControl] == "no-store")
                    #expect(response.headers[.requestID] != nil)
                    #expect(response.headers[.via] == nil)
                }
            }
        }
    }

    @Test func `what waits is counted when it is asked for`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let begun = try await job.submitted()
            try await withEdge(over: world, tokens: TokenTable()) { client in
                let before = try await client.execute(uri: "/metrics", method: .get) { String(buffer: $0.body) }
                #expect(before.contains(#"shiming_applications_waiting{queue="submitted"} 1"#))
                #expect(!before.contains("shiming_trail_pending_entries 0"))
                _ = try await world.installation.decideApplication(
                    as: job.reviewer, begun.application, version: begun.version, verdict: .approve, reasons: [], note: nil)
                try await world.installation.sequenceTrail()
                let after = try await client.execute(uri: "/metrics", method: .get) { String(buffer: $0.body) }
                #expect(after.contains(#"shiming_applications_waiting{queue="submitted"} 0"#))
                #expect(after.contains("shiming_trail_pending_entries 0"))
            }
        }
    }

    @Test func `how the clock stands is told: how far it ran ahead, and by how much the machine's was set back`() async throws {
        try await withWorld { world in
            try await withEdge(over: world, tokens: TokenTable()) { client in
                let before = try await client.execute(uri: "/metrics", method: .get) { String(buffer: $0.body) }
                #expect(before.contains("shiming_clock_ahead_seconds 0\n") && before.contains("shiming_clock_set_back_seconds 0\n"))
                world.clock.pretend(ClockStanding(aheadSeconds: 7_200, setBackSeconds: 3_600))
                let after = try await client.execute(uri: "/metrics", method: .get) { String(buffer: $0.body) }
                #expect(after.contains("shiming_clock_ahead_seconds 7200\n") && after.contains("shiming_clock_set_back_seconds 3600\n"))
            }
        }
    }

    @Test func `health, readiness, figures, contract and reference are served to everybody`() async throws {
        try await withEdge { client, world in
            try await client.execute(uri: "/healthz", method: .get) { #expect(String(buffer: $0.body) == #"{"status":"ok"}"#) }
            try await client.execute(uri: "/readyz", method: .get) { #expect($0.status == .ok) }
            try await client.execute(uri: "/openapi.yaml", method: .get) { #expect(String(buffer: $0.body) == ContractDocument.text) }
            try await client.execute(uri: "/reference", method: .get) { #expect($0.headers[.contentType]?.hasPrefix("text/html") == true) }
            try await client.execute(uri: "/metrics", method: .get) {
                #expect(String(buffer: $0.body).contains(#"shiming_requests_total{operation="health",status="200"} 1"#))
            }
            try await client.execute(uri: "/metrics", method: .get) { response in
                let text = String(buffer: response.body)
                for line in [
                    #"shiming_applications_waiting{queue="submitted"} 0"#,
                    #"shiming_applications_waiting{queue="awaiting-second-approval"} 0"#,
                    #"shiming_intakes{queue="queued"} 0"#, #"shiming_intakes{queue="running"} 0"#,
                    #"shiming_inspections{queue="queued"} 0"#, #"shiming_inspections{queue="running"} 0"#,
                    "shiming_files_left 0", "shiming_trail_pending_entries 0", "shiming_store_writes_waiting 0",
                ] { #expect(text.contains(line + "\n"), "\(line)") }
            }
            await world.installation.store.close()
            try await client.execute(uri: "/readyz", method: .get) { #expect($0.status == .serviceUnavailable) }
        }
    }
}
