import Contract
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import NIOCore
import Registry
import SQLCore
import TestKit
import Testing
import UseCases
import Web

@testable import API

/// `Cache-Control: max-stale` of a request, and what it is allowed to reach.
@Suite struct StalenessTests {
    static let said: [(String, Int64?)] = [
        ("max-stale=5", 5), ("MAX-STALE=5", 5), ("max-stale=\"5\"", 5), (" max-stale=5 , no-transform", 5),
        ("only-if-cached,max-stale=0", 0),
        ("max-stale", 2_147_483_648), ("max-stale=99999999999999999999", 2_147_483_648), ("max-stale=60, max-age=10", 10),
        ("max-age=90, max-stale=60", 60), ("max-stale=60, max-stale=5", 5), ("max-stale, max-stale=5", 5),
        ("", nil), ("max-age=5", nil), ("no-cache", nil), ("max-stale=5, no-cache", nil), ("no-cache=\"x\", max-stale=5", nil),
        ("max-stale=-1", nil),
        ("max-stale=+1", nil), ("max-stale=1.5", nil), ("max-stale=", nil), ("max-stale=\"\"", nil), ("max-stale=\"5", nil),
        ("max-stale=five", nil),
        ("max-stale=٥", nil), ("max-stale 5", nil), ("x-max-stale=5", nil), ("max-stale=5=5", nil), ("max-stale=60, max-age=soon", nil),
        ("max-stale=60, max-age", nil), ("max-stale=0x10", nil), ("max-stale=5;q=1", nil),
    ]

    @Test(arguments: said) func `how old an answer may be is read as RFC 9111 has it, or not at all`(text: String, seconds: Int64?) {
        var headers = HTTPFields()
        headers[.cacheControl] = text
        #expect(MaxStale.seconds(headers).map { min($0, 2_147_483_648) } == seconds)
    }

    @Test func `two header lines count as one`() {
        var headers = HTTPFields()
        headers.append(HTTPField(name: .cacheControl, value: "max-stale=60"))
        headers.append(HTTPField(name: .cacheControl, value: "max-age=7"))
        #expect(MaxStale.seconds(headers) == 7)
        #expect(MaxStale.seconds([:]) == nil)
    }

    private func withObserved(_ body: @Sendable (any TestClientProtocol, ObservingStore) async throws -> Void) async throws {
        let world = try await World.make(observing: true)
        do {
            let store = try #require(world.installation.engine as? ObservingStore)
            store.pretend(replicaAge: .milliseconds(1_500))
            try await withEdge(over: world, tokens: TokenTable(principals: ["all": .allowedEverything(world)])) {
                try await body($0, store)
            }
        } catch {
            await world.end()
            throw error
        }
        await world.end()
    }

    private func ask(
        _ operation: Operation, _ client: any TestClientProtocol, _ cacheControl: String?
    ) async throws -> (status: HTTPResponse.Status, age: String?) {
        var headers = HTTPFields.token("all")
        if let cacheControl { headers[.cacheControl] = cacheControl }
        if operation.facts.creates { headers[.idempotencyKey] = "\(operation) \(cacheControl ?? "")".replacing(" ", with: "-") }
        if operation.facts.edits { headers[.ifMatch] = "\"1\"" }
        var body: ByteBuffer?
        let shape = try ShapeReader.readAll()[operation] ?? RequestShape()
        if let least = shape.body.map(LeastBody.value) {
            headers[.contentType] = "application/json"
            body = ByteBuffer(bytes: try least.canonicalBytes())
        }
        let query = LeastBody.query(shape)
        return try await client.execute(uri: operation.madeUpPath + query, method: operation.method, headers: headers, body: body) {
            ($0.status, $0.headers[.age])
        }
    }

    @Test func `what may be old writes nothing, and bears its age`() async throws {
        try await withObserved { client, store in
            let reading = Operation.allCases.filter(\.facts.mayBeOld)
            #expect(reading.count > 25)
            var aged = 0
            for operation in reading {
                let before = store.acts
                let old = try await ask(operation, client, "max-stale=5")
                #expect(store.acts == before, "\(operation) writes")
                if old.age != nil { aged += 1 }
                // What is refused before anything is read is of now.
                #expect(old.age == "2" || old.status.code >= 400, "\(operation) \(old)")
                for tooStrict in [nil, "max-stale=1", "max-stale=5, no-cache"] {
                    let now = try await ask(operation, client, tooStrict)
                    #expect(now.age == nil, "\(operation) \(tooStrict ?? "")")
                }
            }
            #expect(aged > 20)
        }
    }

    @Test func `whatever a caller allows, an answer is no older than the installation does`() async throws {
        try await withObserved { client, store in
            for allowed in ["max-stale", "max-stale=3600"] {
                store.pretend(replicaAge: .seconds(61))
                let tooOld = try await ask(.listRegistrations, client, allowed)
                #expect(tooOld.age == nil)
                store.pretend(replicaAge: .seconds(60))
                let old = try await ask(.listRegistrations, client, allowed)
                #expect(old.age == "60")
            }
        }
    }

    @Test func `nothing else is ever old`() async throws {
        try await withObserved { client, _ in
            for operation in Operation.allCases where !operation.facts.mayBeOld {
                let answer = try await ask(operation, client, "max-stale=3600")
                #expect(answer.age == nil, "\(operation)")
            }
        }
    }

    @Test func `what writes, and what shows persons or the trail, is not among what may be old`() {
        let never: [Operation] = [
            .revealAnswer, .revealApplication, .openEvidence, .readRepairFile, .listTrail, .readTrailEntry, .readSession, .listSessions,
            .signIn,
            .refreshSession,
        ]
        for operation in never { #expect(!operation.facts.mayBeOld, "\(operation)") }
        for operation in Operation.allCases where operation.facts.mayBeOld {
            #expect(!operation.facts.creates && !operation.facts.edits && !operation.facts.isOpen, "\(operation)")
            #expect(operation.facts.method == "GET" || operation.facts.takesJSON, "\(operation)")
        }
    }

    @Test func `once something was written, the rest is read as it is now`() async throws {
        try await withWorld { world in
            let staleness = Staleness(secondsMax: 60)
            try await Staleness.$allowed.withValue(staleness) {
                #expect(staleness.ageMax == .seconds(60))
                try await world.installation.store.write(.keyed) { _ in }
                #expect(staleness.ageMax == nil)
            }
        }
    }
}
