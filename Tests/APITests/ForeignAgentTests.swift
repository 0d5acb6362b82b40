import Contract
import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import NIOCore
import Numbers
import Records
import Registry
import TestKit
import Testing
import UseCases
import Web

@testable import API

/// Every route × every role × another agent's ids (issue 2, shown by 7), generated from the contract.
@Suite struct ForeignAgentTests {
    /// Real things of one agent, by the name of the path parameter.
    private static func things(of job: MainJob) async throws -> [String: String] {
        let installation = job.installation
        let registered = try await job.registered()
        let machine = try await installation.createAccount(
            as: .everythingAt(job.administrator), organisation: job.agent.id, kind: .machine, roles: [.agentClerk], login: "machine.one")
        let key = try await installation.createAPIKey(
            as: .everythingAt(job.administrator), account: machine.account.id, label: "key", permissions: [.cardRead],
            expiresAt: installation.now().adding(days: 30))
        let evidence = try await job.upload([.unitDocument], as: job.clerk)
        let cards = try await installation.listCards(as: job.clerk)
        let view = try await installation.readRegistration(as: job.clerk, registered.registration)
        let intake = try await installation.listIntakes(as: job.administrator).rows
        let trail = try await installation.listTrail(as: job.auditor).rows
        let usage = try await installation.createUsageFile(
            as: .everythingAt(job.administrator), body: OneChunk(Array("iccid,usedAt\n\(job.iccids[0]),2026-03-02 09:00:00\n".utf8)))
        let webhook = try await installation.createWebhook(
            as: MainJob.staff(
                [.agentManager], in: job.agent.id, scope: .subtree(organisation: job.agent.id, path: job.agent.path), 99),
            url: "https://hooks.example.test/")
        let today = try #require(CivilDate(shanghaiAt: installation.now().milliseconds))
        let campaign = try await installation.makeCampaign(
            as: job.administrator,
            CampaignDraft(
                CampaignTerms(
                    name: "补登记", gap: .holder, organisation: job.agent.id, begins: today,
                    deadline: try #require(today.adding(days: 30)), noticeDays: [7], stops: false)))
        var wish = ExportWish(.cards, reason: "季度对账")
        wish.isMasked = false
        let export = try await installation.askForExport(as: job.clerk, wish)
        let drafted = try await job.begun()
        let part = try await installation.issuePartLink(as: job.clerk, drafted.application, .handler)
        let pool = try await installation.createDevicePool(as: job.clerk, name: "水表一批")
        let hold = try await installation.placeHold(
            as: job.compliance, HoldWish(.iccid(job.iccids[0]), caseNumber: "沪01民初〔2027〕418号", reason: "证据保全"))
        // No opening can be asked for before two years have passed: SealedOpeningTests has what strangers are told of one.
        return [
            "partLink": part.id.description, "devicePool": pool.id.description, "organisation": job.agent.id.description,
            "account": machine.account.id.description,
            "apiKey": key.key.id.description,
            "session": "0197b7a2-5d0c-7c3e-9a41-3f6a1c2b4d5e", "intake": try #require(intake.first).id.description,
            "card": try #require(cards.rows.first).reference, "evidence": try #require(evidence[.unitDocument]).description,
            "registration": registered.registration.description, "application": registered.application.description,
            "unit": try #require(view.registration.unit).description, "entry": try #require(trail.first).id.description,
            "usageFile": usage.id.description, "webhook": webhook.webhook.stored.id.description,
            "event": "0197b7a2-5d0c-8c3e-9a41-3f6a1c2b4d5e",
            "legalHold": hold.id.description, "sealedOpening": "0197b7a2-5d0c-7c3e-9a41-3f6a1c2b4d5e",
            "campaign": campaign.code, "export": export.id.description, "decision": "0197b7a2-5d0c-7c3e-9a41-3f6a1c2b4d5e",
        ]
    }

    /// A foreign principal for every role, and one who holds every permission there is, within the foreign agent's scope.
    private static func strangers(_ job: MainJob) -> [String: Principal] {
        let scope = Scope.subtree(organisation: job.otherAgent.id, path: job.otherAgent.path)
        var strangers: [String: Principal] = [:]
        for (number, role) in StaffRole.allCases.enumerated() {
            strangers[role.rawValue] = MainJob.staff([role], in: job.otherAgent.id, scope: scope, UInt64(100 + number))
        }
        strangers["everything"] = MainJob.staff(Set(StaffRole.allCases), in: job.otherAgent.id, scope: scope, 200)
        let unit = Scope.unit(job.installation.fresh(), organisation: job.otherAgent.id, path: job.otherAgent.path)
        strangers["another-unit"] = MainJob.staff(Set(StaffRole.allCases), in: job.otherAgent.id, scope: unit, 201)
        return strangers
    }

    @Test func `every route, every role, another agent's ids: refused`() async throws {
        try await withWorld(events: ScriptedSender()) { world in
            let job = try await MainJob.prepare(in: world, cards: 3)
            let things = try await Self.things(of: job)
            let strangers = Self.strangers(job)
            let shapes = try ShapeReader.readAll()
            var settings = EdgeSettings()
            settings.rateRequests = 100_000
            try await withEdge(over: world, tokens: TokenTable(principals: strangers), settings: settings) { client in
                // Products are public to all agents.
                let operations = Operation.allCases.filter { !$0.facts.pathParameters.isEmpty && $0.facts.pathParameters != ["product"] }
                for operation in operations {
                    for role in strangers.keys.sorted() {
                        let status = try await Self.ask(operation, shapes[operation] ?? RequestShape(), things, role, client)
                        #expect([403, 404].contains(status), "\(operation) as \(role): \(status)")
                    }
                }
            }
        }
    }

    @Test func `whose it is reaches it: the generated requests are well formed`() async throws {
        try await withWorld(events: ScriptedSender()) { world in
            let job = try await MainJob.prepare(in: world, cards: 3)
            let things = try await Self.things(of: job)
            let shapes = try ShapeReader.readAll()
            try await withEdge(over: world, tokens: TokenTable(principals: ["own": .everythingAt(job.administrator)])) { client in
                for operation in Operation.allCases where operation.facts.pathParameters.count == 1 && operation.facts.method == "GET" {
                    guard operation.facts.pathParameters != ["product"], ![.readRepairFile, .fetchExport].contains(operation) else {
                        continue
                    }
                    let status = try await Self.ask(operation, shapes[operation] ?? RequestShape(), things, "own", client)
                    #expect(status == 200, "\(operation): \(status)")
                }
            }
        }
    }

    private static func ask(
        _ operation: Operation, _ shape: RequestShape, _ things: [String: String], _ role: String, _ client: any TestClientProtocol
    ) async throws -> Int {
        var path = operation.facts.path
        for name in operation.facts.pathParameters { path = path.replacingOccurrences(of: "{\(name)}", with: things[name] ?? "missing") }
        var headers = HTTPFields.token(role)
        if operation.facts.creates { headers[.idempotencyKey] = "\(operation)" }
        if operation.facts.edits { headers[.ifMatch] = "\"1\"" }
        let body = try shape.body.map { ByteBuffer(bytes: try LeastBody.value($0).canonicalBytes()) }
        if body != nil { headers[.contentType] = "application/json" }
        return try await client.execute(uri: path + LeastBody.query(shape), method: operation.method, headers: headers, body: body) {
            Int($0.status.code)
        }
    }
}

extension Principal {
    /// The same account with every permission there is.
    fileprivate static func everythingAt(_ other: Principal) -> Principal {
        Principal(
            account: other.account, organisation: other.organisation, permissions: Set(Permission.allCases), scope: other.scope,
            means: .session)
    }
}
