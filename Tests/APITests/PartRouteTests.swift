import Contract
import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import Records
import Registry
import TestKit
import Testing
import UseCases
import Web

@testable import API

/// What an agent's own app does for a person of a unit, with the token of his part and nothing else.
@Suite("An app at a person's part of a unit's application")
struct PartRouteTests {
    static let operations: [Operation] = [
        .readPart, .leavePart, .consentToPart, .savePart, .capturePart, .openPartPicture, .completePart, .readCompletedPart,
    ]
    private static let purpose = "本人核对照片"

    /// A draft with a link to its handler's part, asked through the edge; every token is one of the installation's own.
    private struct Asking: Sendable {
        let walk: Walk
        let begun: BegunApplication
        var job: MainJob { walk.job }
        var shiming: Installation { job.installation }

        func issue(_ role: PartyRole = .handler) async throws -> IssuedPartLink {
            try await shiming.issuePartLink(as: job.clerk, begun.application, role)
        }

        func open(_ code: String, device: String? = nil) async throws -> Walk.Reply {
            var body = JSONObject()
            body["link"] = .string(code)
            if let device { body["device"] = .string(device) }
            return try await walk.ask(.openPart, as: .clerk, json: .object(body))
        }

        func enter(_ link: IssuedPartLink, device: String? = nil) async throws -> Seat {
            let opened = try await open(link.code, device: device)
            #expect(opened.status == 201)
            return Seat(asking: self, token: opened.text("token"), device: opened.text("device"))
        }
    }

    /// As an app has it.
    private struct Seat: Sendable {
        let asking: Asking
        let token: String
        let device: String

        func ask(
            _ operation: Operation, query: String = "", json: JSONValue? = nil, bytes: [UInt8]? = nil, version: Int64? = nil
        ) async throws -> Walk.Reply {
            try await asking.walk.ask(
                operation, as: .clerk, query: query, json: json, bytes: bytes.map { (type: "image/png", content: $0) }, version: version,
                headers: .token(token))
        }

        func read() async throws -> Walk.Reply { try await ask(.readPart) }

        func consent(privacy: Bool = true, sensitive: Bool = true) async throws -> Walk.Reply {
            let version = try await read().text("noticeVersion")
            return try await ask(
                .consentToPart,
                json: ["noticeVersion": .string(version), "privacy": .bool(privacy), "sensitiveData": .bool(sensitive)])
        }

        func save(_ facts: PartyFacts = InventedPapers.successor, version: Int64? = nil) async throws -> Walk.Reply {
            let now = try await read().version
            return try await ask(
                .savePart, json: try JSONValue(parsing: [UInt8](JSONEncoder().encode(facts))), version: version ?? now ?? 0)
        }

        func photograph(_ slot: EvidenceSlot = .handlerIDFront, seed: UInt8 = 70) async throws -> Walk.Reply {
            try await ask(.capturePart, query: "slot=\(slot.rawValue)", bytes: inventedPicture(seed))
        }

        func look(_ slot: EvidenceSlot = .handlerIDFront, purpose: String = PartRouteTests.purpose) async throws -> Walk.Reply {
            try await ask(.openPartPicture, json: ["slot": .string(slot.rawValue), "purpose": .string(purpose)])
        }

        func complete(version: Int64? = nil) async throws -> Walk.Reply {
            let now = try await read().version
            return try await ask(.completePart, version: version ?? now ?? 0)
        }

        /// Everything but the last word.
        func fill() async throws {
            #expect(try await consent().json["mayCollect"] == .bool(true))
            #expect(try await photograph(.handlerIDFront, seed: 70).status == 200)
            #expect(try await photograph(.handlerIDBack, seed: 71).status == 200)
            #expect(try await save().status == 200)
        }

        /// The codes by which everything that takes or shows something is refused.
        func codes() async throws -> Set<String?> {
            [
                try await save().code, try await photograph().code, try await look().code, try await complete().code,
            ]
        }
    }

    private func withPart(_ body: @escaping @Sendable (Asking) async throws -> Void) async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 3)
            let begun = try await job.begun()
            var settings = EdgeSettings()
            settings.rateRequests = 100_000
            settings.openRateRequests = 100_000
            try await withEdge(over: world, tokens: InstallationAuthenticator(world.installation), settings: settings) { client in
                try await body(Asking(walk: try Walk(client, job), begun: begun))
            }
        }
    }

    @Test func `by the link alone an app completes the part, once, and its clerk's draft has it`() async throws {
        try await withPart { asking in
            let link = try await asking.issue()
            let person = try await asking.enter(link)
            let shown = try await person.read()
            #expect(shown.text("unitName") == InventedPapers.unit.name && shown.text("role") == "handler")
            #expect(shown.json["person"] == .object(JSONObject()) && shown.json["mayCollect"] == .bool(false))
            #expect(try await person.ask(.readCompletedPart).status == 404)
            try await person.fill()
            let look = try await person.look()
            #expect(look.status == 200 && look.headers[.contentDisposition] == "attachment")
            #expect(PlainMarker.read(look.bytes).text.hasSuffix("用途：\(Self.purpose)"))
            let ready = try await person.read()
            #expect(ready.text("person", "name") == InventedPapers.successor.name && ready.json["checks"] == .array([]))
            #expect(try await person.complete().status == 204)
            for again in [try await person.complete(), try await person.read(), try await person.save(), try await person.photograph()] {
                #expect(again.status == 409 && again.code == "part-completed")
            }
            let done = try await person.ask(.readCompletedPart)
            #expect(done.status == 200 && done.text("unitName") == InventedPapers.unit.name && done.text("role") == "handler")
            // Opened again, it says so, and nothing of what was said.
            let later = try await asking.enter(link)
            #expect(try await later.read().code == "part-completed")
            let draft = try await asking.shiming.readApplication(as: asking.job.clerk, asking.begun.application)
            #expect(draft.content?.handler == InventedPapers.successor.masked)
            let links = try await asking.shiming.readParts(as: asking.job.clerk, asking.begun.application).links
            #expect(links.map(\.standing) == [.completed])
        }
    }

    @Test func `of two who complete at once one does`() async throws {
        try await withPart { asking in
            let person = try await asking.enter(try await asking.issue())
            try await person.fill()
            let version = try await person.read().version ?? 0
            async let one = person.ask(.completePart, version: version)
            async let other = person.ask(.completePart, version: version)
            let statuses = try await [one.status, other.status].sorted()
            #expect(statuses == [204, 409])
        }
    }

    @Test func `nothing is taken or shown without both consents to the notices of today`() async throws {
        try await withPart { asking in
            let person = try await asking.enter(try await asking.issue())
            #expect(try await person.codes() == ["consent-needed"])
            let old = try await person.ask(
                .consentToPart, json: ["noticeVersion": "unit-1999-01.1", "privacy": true, "sensitiveData": true])
            #expect(old.status == 409 && old.code == "notice-version-old")
            let unsaid = try await person.ask(.consentToPart, json: ["noticeVersion": "unit-1999-01.1", "privacy": true])
            #expect(unsaid.status == 422)
            for (privacy, sensitive) in [(true, false), (false, true), (false, false)] {
                #expect(try await person.consent(privacy: privacy, sensitive: sensitive).json["mayCollect"] == .bool(false))
                #expect(try await person.codes() == ["consent-needed"])
            }
            try await person.fill()
            // Taken back, what was kept is destroyed.
            let taken = try await person.consent(privacy: true, sensitive: false)
            #expect(taken.json["person"] == .object(JSONObject()))
            #expect(try await person.codes() == ["consent-needed"])
        }
    }

    @Test func `another device sees nothing, does nothing, and begins anew by its own consents`() async throws {
        try await withPart { asking in
            let link = try await asking.issue()
            let mine = try await asking.enter(link)
            try await mine.fill()
            let other = try await asking.enter(link)
            #expect(other.device != mine.device && other.token != mine.token)
            let seen = try await other.read()
            #expect(seen.json["elsewhere"] == .bool(true) && seen.json["person"] == .object(JSONObject()))
            #expect(!String(decoding: seen.bytes, as: UTF8.self).contains(InventedPapers.successor.name ?? "?"))
            #expect(try await other.codes() == ["consent-needed"])
            // The same device goes on with another token, also when the first has run out.
            let again = try await asking.enter(link, device: mine.device)
            #expect(again.device == mine.device)
            #expect(try await again.read().text("person", "name") == InventedPapers.successor.name)
            asking.job.world.clock.move(seconds: asking.shiming.settings.seatSeconds)
            #expect(try await again.read().code == "token-refused")
            let later = try await asking.enter(link, device: mine.device)
            #expect(try await later.read().text("person", "name") == InventedPapers.successor.name)
            let beginning = try await asking.enter(link)
            #expect(try await beginning.consent().json["mayCollect"] == .bool(true))
            #expect(try await later.read().json["elsewhere"] == .bool(true))
            #expect(try await later.codes() == ["consent-needed"])
        }
    }

    @Test func `left, no token of the device opens anything; another device's does, and what was begun goes on`() async throws {
        try await withPart { asking in
            let link = try await asking.issue()
            let mine = try await asking.enter(link)
            let beside = try await asking.enter(link, device: mine.device)
            let elsewhere = try await asking.enter(link)
            try await mine.fill()
            #expect(try await beside.ask(.leavePart).status == 204)
            for seat in [mine, beside] {
                #expect(try await seat.read().code == "token-refused")
                #expect(try await seat.ask(.leavePart).code == "token-refused")
            }
            #expect(try await elsewhere.read().status == 200)
            let again = try await asking.enter(link, device: mine.device)
            #expect(try await again.read().text("person", "name") == InventedPapers.successor.name)
        }
    }

    @Test func `what is no open link opens nothing, and a token is no better than its link`() async throws {
        try await withPart { asking in
            for code in ["ABCDEFGHJKLMNPQR", "x", "链接"] {
                let reply = try await asking.open(code)
                #expect(reply.status == 404 && reply.code == "part-link-not-open", "\(code)")
            }
            #expect(try await asking.open("").status == 422)
            #expect(try await asking.open(String(repeating: "A", count: 65)).status == 422)
            let closed = try await asking.issue()
            #expect(try await asking.open(closed.code, device: "short").status == 422)
            let person = try await asking.enter(closed)
            try await person.fill()
            try await asking.shiming.revokePartLink(as: asking.job.clerk, closed.id)
            #expect(try await asking.open(closed.code).code == "part-link-not-open")
            #expect(try await person.read().code == "part-link-not-open")
            #expect(try await person.codes() == ["part-link-not-open"])
            // Another link to the same part is none of the token's.
            let link = try await asking.issue()
            #expect(try await person.read().code == "part-link-not-open")
            asking.job.world.clock.move(seconds: asking.shiming.settings.partLinkHours * 3_600 - 60)
            let late = try await asking.enter(link)
            #expect(try await late.read().status == 200)
            asking.job.world.clock.move(seconds: 60)
            #expect(try await asking.open(link.code).code == "part-link-expired")
            #expect(try await late.read().code == "token-refused")
        }
    }

    @Test func `no device of staff, neither before nor afterwards`() async throws {
        try await withPart { asking in
            let link = try await asking.issue()
            let staffs = try await asking.shiming.noteStaffDevice(nil)
            let refused = try await asking.open(link.code, device: staffs)
            #expect(refused.status == 403 && refused.code == "staff-may-not-verify")
            let person = try await asking.enter(link)
            try await person.fill()
            _ = try await asking.shiming.noteStaffDevice(person.device)
            #expect(try await person.consent().code == "staff-may-not-verify")
            #expect(try await person.codes() == ["staff-may-not-verify"])
        }
    }

    @Test func `what was changed meanwhile, is not a part's or not right is refused`() async throws {
        try await withPart { asking in
            let person = try await asking.enter(try await asking.issue())
            #expect(try await person.consent().status == 200)
            #expect(try await person.ask(.savePart, json: [:]).status == 428)
            #expect(try await person.ask(.completePart).status == 428)
            #expect(try await person.save(version: 9_999).status == 412)
            #expect(try await person.complete(version: 9_999).status == 412)
            #expect(try await person.ask(.savePart, json: ["more": 1], version: 0).status == 422)
            for slot in [EvidenceSlot.responsiblePersonIDFront, .actualUserIDFront] {
                #expect(try await person.photograph(slot).code == "evidence-slot-unknown")
                #expect(try await person.look(slot).status == 404)
            }
            #expect(try await person.photograph(.unitDocument).status == 400)
            #expect(try await person.look(purpose: "x").status == 422)
            #expect(try await person.look().status == 404)
            let lacking = try await person.complete()
            #expect(lacking.status == 422 && lacking.errors.keys.contains("/evidence/handler-id-front"))
            // Nothing that nobody asked for is kept.
            var facts = InventedPapers.successor
            facts.birthDate = "2014-10-05"
            #expect(try await person.save(facts).json["person"]?["birthDate"] == nil)
        }
    }

    @Test func `so many pictures a minute are looked at or shown, whatever token of the link asks`() async throws {
        try await withPart { asking in
            let link = try await asking.issue()
            let person = try await asking.enter(link)
            try await person.fill()
            let beside = try await asking.enter(link, device: person.device)
            var statuses: [Int] = []
            for _ in 0..<PictureQuota.most { statuses.append(try await person.look().status) }
            // Two were taken before.
            #expect(statuses.count { $0 == 200 } == PictureQuota.most - 2 && statuses.suffix(2) == [429, 429])
            for refused in try await [person.look(), beside.look(), person.photograph(), beside.photograph()] {
                #expect(refused.status == 429 && refused.code == "too-many-requests" && refused.headers[.retryAfter] != nil)
            }
            // What takes no machine goes on, and so do others.
            #expect(try await person.read().status == 200)
            let other = try await asking.enter(try await asking.issue(.responsiblePerson))
            #expect(try await other.consent().status == 200)
            #expect(try await other.photograph(.responsiblePersonIDFront, seed: 72).status == 200)
            asking.job.world.clock.move(seconds: 2)
            #expect(try await person.look().status == 200)
        }
    }

    @Test func `nobody but the person: no sign-in, no key, no seat at a card, nobody at all`() async throws {
        try await withPart { asking in
            let (job, world) = (asking.job, asking.job.world)
            let clerk = try await world.staff([.agentClerk], in: job.agent.id, login: "front.desk", by: job.administrator)
            let machine = try await asking.shiming.createAccount(
                as: job.administrator, organisation: job.agent.id, kind: .machine, roles: [.agentClerk], login: "machine.one")
            let key = try await asking.shiming.createAPIKey(
                as: job.administrator, account: machine.account.id, label: "key", permissions: [.registrationWrite, .registrationRead],
                expiresAt: asking.shiming.now().adding(days: 30))
            let personal = try await PersonalJob.prepare(beside: job, watches: 1)
            let seat = try await personal.open()
            let person = try await asking.enter(try await asking.issue())
            for operation in Self.operations {
                func ask(_ token: String) async throws -> Walk.Reply {
                    try await asking.walk.ask(operation, as: .clerk, headers: .token(token))
                }
                for token in [clerk.signedIn.access.text, key.secret.text] {
                    let refused = try await ask(token)
                    #expect(refused.status == 403 && refused.code == "staff-may-not-verify", "\(operation)")
                }
                let wrong = try await ask(seat.token.text)
                #expect(wrong.status == 403 && wrong.code == "not-permitted", "\(operation)")
                for token in ["nobody", "sm_pt_" + String(repeating: "A", count: 43), person.token + "A"] {
                    #expect(try await ask(token).status == 401, "\(operation)")
                }
            }
        }
    }

    @Test func `a part's token opens nothing else of the contract`() async throws {
        try await withPart { asking in
            let person = try await asking.enter(try await asking.issue())
            let headers = HTTPFields.token(person.token)
            for operation in Operation.allCases where !operation.facts.isOpen && !Self.operations.contains(operation) {
                guard operation.facts.permissions != ["self"] else { continue }
                try await asking.walk.client.execute(uri: operation.madeUpPath, method: operation.method, headers: headers) { response in
                    #expect(response.status == .forbidden && response.problemCode == "not-permitted", "\(operation) \(response.status)")
                }
            }
            for operation in [Operation.readSession, .signOut] {
                let reply = try await asking.walk.ask(operation, as: .clerk, headers: headers)
                #expect((400...499).contains(reply.status), "\(operation) \(reply.status)")
            }
        }
    }
}
