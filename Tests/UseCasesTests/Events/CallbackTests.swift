import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("A program that is told what becomes of one request")
struct CallbackTests {
    private static let url = "https://hooks.example.test/outcome?order=7"

    private func begin(_ steps: EventSteps, callback: String? = url) async throws -> BegunApplication {
        let job = steps.job
        let content = InventedPapers.application(evidence: try await job.upload(InventedPapers.agentSlots, as: job.clerk))
        return try await steps.shiming.registerAtOnce(
            as: job.clerk, channel: .agent, content: content, cards: .batch(MainJob.batch), callback: callback)
    }

    private func decide(
        _ begun: BegunApplication, _ verdict: DecisionVerdict, _ steps: EventSteps
    ) async throws -> DecidedApplication {
        let version = try await steps.shiming.readApplication(as: steps.job.reviewer, begun.application).application.version
        return try await steps.shiming.decideApplication(
            as: steps.job.reviewer, begun.application, version: version, verdict: verdict,
            reasons: verdict == .approve ? [] : [DecisionReason(pointer: "/evidence/unit-document", code: "unreadable")], note: nil)
    }

    private static func outcome(_ sent: ScriptedSender.Sent) -> OutgoingEvent.Outcome? {
        if case .request(let outcome) = sent.event.matter { outcome } else { nil }
    }

    private func work(_ steps: EventSteps) async throws {
        while try await steps.shiming.runCallback() {}
    }

    private func callback(_ begun: BegunApplication, _ steps: EventSteps) async throws -> StoredCallback {
        try #require(try await steps.shiming.readApplication(as: steps.job.clerk, begun.application).callback)
    }

    private func refusing(_ code: String, _ body: () async throws -> Void) async {
        let refusal = await #expect(throws: Refusal.self) { try await body() }
        #expect(refusal?.code == code)
    }

    @Test func `it is told of each outcome, signed by the webhook's secret, and of nothing before`() async throws {
        try await withEvents(activated: false) { steps in
            let webhook = try await steps.webhook()
            let begun = try await begin(steps)
            try await work(steps)
            #expect(await steps.sender.sent.isEmpty)
            #expect(try await callback(begun, steps).state == .idle)
            _ = try await decide(begun, .sendBack, steps)
            try await work(steps)
            let first = try #require(await steps.sender.sent.first)
            #expect(first.url == Self.url && first.secrets == [webhook.secret])
            #expect(first.event.type == "registration.sent-back")
            let outcome = try #require(Self.outcome(first))
            #expect(outcome.application == begun.application && outcome.code == begun.code)
            #expect(outcome.reasons.map(\.code) == ["unreadable"] && outcome.registered == 0)
            let version = try await callback(begun, steps)
            #expect(version.state == .delivered && version.turn == 1)
            _ = try await steps.shiming.submitApplication(
                as: steps.job.clerk, begun.application,
                version: try await steps.shiming.readApplication(as: steps.job.clerk, begun.application).application.version)
            _ = try await decide(begun, .approve, steps)
            try await work(steps)
            let sent = await steps.sender.sent
            #expect(sent.map(\.event.type) == ["registration.sent-back", "registration.approved"])
            #expect(Set(sent.map(\.event.id)).count == 2)
            let approved = try #require(Self.outcome(sent[1]))
            #expect(approved.registered == 6 && approved.reasons.isEmpty)
        }
    }

    @Test func `the webhook leads to the requests it tells of, in each state, and no stranger to them`() async throws {
        try await withEvents(activated: false) { steps in
            let webhook = try await steps.webhook().webhook.stored
            let begun = try await begin(steps)
            func listed(_ state: CallbackState, before: ApplicationID? = nil) async throws -> [ApplicationID] {
                try await steps.shiming.listCallbacks(as: steps.manager, of: webhook.id, state, before: before).rows.map(\.application)
            }
            #expect(try await listed(.idle) == [begun.application])
            #expect(try await listed(.waiting).isEmpty)
            #expect(try await listed(.idle, before: begun.application).isEmpty)
            _ = try await decide(begun, .refuse, steps)
            await steps.sender.say(.failure(.unavailable(.noConnection)))
            try await work(steps)
            let waiting = try await steps.shiming.listCallbacks(as: steps.manager, of: webhook.id, .waiting).rows
            #expect(waiting.first?.failure == "no-connection" && waiting.first?.dueAt != nil && waiting.first?.tries == 1)
            let scope = Scope.subtree(organisation: steps.job.otherAgent.id, path: steps.job.otherAgent.path)
            let stranger = MainJob.staff([.agentManager], in: steps.job.otherAgent.id, scope: scope, 92)
            await #expect(throws: Refusal.notFound) {
                try await steps.shiming.listCallbacks(as: stranger, of: webhook.id, .waiting)
            }
            await #expect(throws: Refusal.notPermitted) {
                try await steps.shiming.listCallbacks(as: steps.job.clerk, of: webhook.id, .waiting)
            }
        }
    }

    @Test func `what is not taken is tried again under the same id, and given up after a day`() async throws {
        try await withEvents(activated: false) { steps in
            _ = try await steps.webhook()
            let begun = try await begin(steps)
            _ = try await decide(begun, .refuse, steps)
            await steps.sender.say(.failure(.unavailable(.noConnection)))
            try await work(steps)
            #expect(try await callback(begun, steps).failure == "no-connection")
            try await work(steps)
            #expect(await steps.sender.sent.count == 1, "not at once again")
            steps.world.clock.move(seconds: 3_600)
            try await work(steps)
            #expect(Set(await steps.sender.sent.map(\.event.id)).count == 1)
            steps.world.clock.move(days: 1)
            try await work(steps)
            #expect(try await callback(begun, steps).state == .dead)
            let tries = await steps.sender.sent.count
            steps.world.clock.move(days: 1)
            try await work(steps)
            #expect(await steps.sender.sent.count == tries)
        }
    }

    @Test func `what happens while it is being told is told after it`() async throws {
        try await withEvents(activated: false) { steps in
            _ = try await steps.webhook()
            let begun = try await begin(steps)
            _ = try await decide(begun, .sendBack, steps)
            await steps.sender.whileSending {
                _ = try await steps.shiming.submitApplication(
                    as: steps.job.clerk, begun.application,
                    version: try await steps.shiming.readApplication(as: steps.job.clerk, begun.application).application.version)
                _ = try await decide(begun, .approve, steps)
                // Nor by another server, as long as the former is under way.
                #expect(try await !steps.shiming.runCallback())
            }
            try await work(steps)
            #expect(await steps.sender.sent.map(\.event.type) == ["registration.sent-back", "registration.approved"])
            #expect(try await callback(begun, steps).state == .delivered)
        }
    }

    @Test func `only where a webhook of one's own leads, and only what is an address`() async throws {
        try await withEvents(activated: false) { steps in
            await refusing("callback-without-webhook") { _ = try await begin(steps) }
            _ = try await steps.webhook(by: steps.otherManager)
            await refusing("callback-without-webhook") { _ = try await begin(steps) }
            _ = try await steps.webhook()
            for elsewhere in [
                "https://hooks.example.test:8443/outcome", "https://hooks.example.test.evil.test/", "https://evil.test/?hooks.example.test",
                "http://hooks.example.test/outcome",
            ] {
                await refusing("callback-without-webhook") { _ = try await begin(steps, callback: elsewhere) }
            }
            let inside = "https://hooks.example.test/inside"
            await steps.sender.refuse(inside, .inside)
            await refusing("webhook-address-inside") { _ = try await begin(steps, callback: inside) }
            for personal in ["?phone=13812345678", "/%31%33%38%31%32%33%34%35%36%37%38"] {
                await refusing("fields-invalid") { _ = try await begin(steps, callback: "https://hooks.example.test\(personal)") }
            }
            let registrations = try await steps.shiming.listApplications(
                as: steps.job.clerk, state: nil, kind: nil, registration: nil, after: nil, limit: 9)
            #expect(registrations.isEmpty, "nothing is half done")
        }
    }

    @Test func `nothing is sent once the webhook is deleted, and a pause holds it back`() async throws {
        try await withEvents(activated: false) { steps in
            let webhook = try await steps.webhook()
            let begun = try await begin(steps)
            _ = try await steps.shiming.pauseWebhook(as: steps.manager, webhook.webhook.stored.id)
            _ = try await decide(begun, .sendBack, steps)
            try await work(steps)
            #expect(await steps.sender.sent.isEmpty)
            #expect(try await callback(begun, steps).failure == "webhook-rests")
            // However long it lasts.
            for _ in 0..<3 {
                steps.world.clock.move(days: 1)
                try await work(steps)
            }
            #expect(try await callback(begun, steps).state == .waiting)
            #expect(try await steps.shiming.readApplication(as: steps.job.reviewer, begun.application).callback == nil)
            try await steps.shiming.deleteWebhook(as: steps.manager, webhook.webhook.stored.id)
            steps.world.clock.move(seconds: 3_600)
            try await work(steps)
            #expect(await steps.sender.sent.isEmpty)
            let stored = try await callback(begun, steps)
            #expect(stored.state == .dead && stored.failure == "webhook-gone")
        }
    }

    /// Drafts that were given up: two requests of one receiver's.
    private func twoGivenUp(_ steps: EventSteps) async throws -> [BegunApplication] {
        var begun: [BegunApplication] = []
        for _ in 0..<2 {
            let draft = try await steps.shiming.createRegistration(
                as: steps.job.clerk, channel: .agent, content: ApplicationContent(), callback: Self.url)
            _ = try await steps.shiming.withdrawApplication(as: steps.job.clerk, draft.application, version: draft.version)
            begun.append(draft)
        }
        return begun
    }

    @Test func `a receiver is told one thing at a time, and of nothing more while it takes nothing`() async throws {
        try await withEvents(activated: false) { steps in
            _ = try await steps.webhook()
            let begun = try await twoGivenUp(steps)
            await steps.sender.whileSending { () async throws in #expect(try await !steps.shiming.runCallback()) }
            await steps.sender.say(.failure(.unavailable(.noConnection)))
            try await work(steps)
            #expect(await steps.sender.sent.count == 1)
            await steps.sender.say(.success(.taken))
            steps.world.clock.move(seconds: 3_600)
            try await work(steps)
            #expect(await Set(steps.sender.taken.map(\.event.type)) == ["registration.withdrawn"])
            for draft in begun { #expect(try await callback(draft, steps).state == .delivered) }
        }
    }

    @Test func `what a killed server was telling is told by the next one at once`() async throws {
        try await withEvents(activated: false) { steps in
            _ = try await steps.webhook()
            _ = try await twoGivenUp(steps)
            let now = steps.world.clock.now()
            try await steps.shiming.store.write { session in
                for due in try CallbackRecords.due(at: now, limit: 9, in: session) {
                    _ = try CallbackRecords.lease(due, until: now.adding(seconds: 600), at: now, in: session)
                }
            }
            #expect(try await !steps.shiming.runCallback())
            try await steps.shiming.takeUpAfterStop()
            try await work(steps)
            #expect(await steps.sender.taken.count == 2)
        }
    }

    @Test func `a request without one is as ever`() async throws {
        try await withEvents(activated: false) { steps in
            let begun = try await begin(steps, callback: nil)
            _ = try await decide(begun, .approve, steps)
            #expect(try await !steps.shiming.runCallback())
            #expect(try await steps.shiming.readApplication(as: steps.job.clerk, begun.application).callback == nil)
        }
    }

    @Test(arguments: [
        ("https://a.test", "https://a.test"), ("https://a.test/", "https://a.test"), ("https://a.test?x=/y", "https://a.test"),
        ("https://a.test:8443/x", "https://a.test:8443"), ("https://[2001:db8::1]:1/x", "https://[2001:db8::1]:1"),
    ])
    func `an address leads where scheme, host and port say`(address: String, origin: String) {
        #expect(WebOrigin.of(address) == origin)
    }
}
