import Contract
import Foundation
import HTTPTypes
import Ledger
import Records
import Registry
import TestKit
import Testing
import UseCases
import Web

@testable import API

/// What an agent's own app does for a person, with the token of a seat and nothing else.
@Suite("An app at a person's seat")
struct SeatRouteTests {
    /// As the app has it, and as the steps of `PersonalJob` take it.
    private struct Seat {
        let token: String
        let device: String
        let principal: Principal

        var headers: HTTPFields { .token(token) }
    }

    /// Every token is one of the installation's own.
    private func withSeats(_ body: @escaping @Sendable (Walk, PersonalJob) async throws -> Void) async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            try await withEdge(over: world, tokens: InstallationAuthenticator(world.installation)) { client in
                try await body(try Walk(client, personal.job), personal)
            }
        }
    }

    private func enter(_ walk: Walk, _ personal: PersonalJob, link: String, device: String? = nil) async throws -> Seat {
        var body = JSONObject()
        body["link"] = .string(link)
        if let device { body["device"] = .string(device) }
        let opened = try await walk.ask(.openSeat, as: .clerk, json: .object(body))
        #expect(opened.status == 201)
        let token = opened.text("token")
        return Seat(token: token, device: opened.text("device"), principal: try await personal.installation.authenticate(token))
    }

    private func enter(_ walk: Walk, _ personal: PersonalJob, card: Int, device: String? = nil) async throws -> Seat {
        let link = try await personal.link(card)
        return try await enter(walk, personal, link: link.code, device: device)
    }

    /// Handed in, and a reviewer's yes.
    private func pass(_ personal: PersonalJob, _ seat: Seat) async throws -> (id: ApplicationID, version: Int64) {
        let view = try await personal.installation.submitPersonal(as: seat.principal)
        let handedIn = try #require(view.application)
        let passed = try await personal.installation.decideApplication(
            as: personal.job.reviewer, handedIn.id, version: handedIn.version, verdict: .approve, reasons: [], note: nil)
        return (handedIn.id, passed.version)
    }

    /// A card registered to its end, in the name of the person of its number.
    private func held(_ walk: Walk, _ personal: PersonalJob, card: Int) async throws -> Seat {
        let seat = try await enter(walk, personal, card: card)
        try await personal.fill(seat.principal, PersonalJob.person(card), seed: UInt8(40 + 60 * card))
        let passed = try await pass(personal, seat)
        _ = try await personal.installation.recordCarrierReply(
            as: personal.job.reviewer, passed.id, version: passed.version, verdict: .accepted, receipt: "CM-70\(card)")
        return seat
    }

    /// Who he is, by his document's number and his face, and let pass.
    private func prove(_ walk: Walk, _ personal: PersonalJob, _ seat: Seat) async throws {
        #expect(try await walk.ask(.beginProof, as: .clerk, headers: seat.headers).status == 200)
        try await personal.consent(seat.principal)
        var holder = PartyFacts()
        holder.documentNumber = PersonalJob.person(0).documentNumber
        _ = try await personal.installation.updatePersonalDraft(as: seat.principal, PersonalDraft(holder: holder))
        try await personal.captureFace(seat.principal, seed: 200)
        _ = try await pass(personal, seat)
    }

    /// One straight into the camera and one for each action, each another picture.
    private func frames(_ challenge: Walk.Reply) -> JSONValue {
        let actions: [JSONValue?] = [nil] + (challenge.json["actions"]?.arrayValue ?? []).map(Optional.some)
        return .array(
            actions.enumerated().map { place, action -> JSONValue in
                var frame = JSONObject()
                frame["action"] = action
                frame["milliseconds"] = .integer(Int64(1_000 * place))
                frame["picture"] = .string(Base64.text(inventedPhoto(UInt8(10 + place))))
                return .object(frame)
            })
    }

    @Test func `the face is asked for and shown, in its time, once, and by the seat that was asked`() async throws {
        try await withSeats { walk, personal in
            let mine = try await enter(walk, personal, card: 0)
            let other = try await enter(walk, personal, card: 1)
            let early = try await walk.ask(.issueFaceChallenge, as: .clerk, headers: mine.headers)
            #expect(early.code == "consent-needed")
            for seat in [mine, other] { try await personal.consent(seat.principal) }
            let challenge = try await walk.ask(.issueFaceChallenge, as: .clerk, headers: mine.headers)
            #expect(challenge.status == 201)
            let taken = frames(challenge)
            func show(_ nonce: String, _ seat: Seat, key: String? = nil) async throws -> Walk.Reply {
                try await walk.ask(
                    .captureFace, as: .clerk, json: ["nonce": .string(nonce), "frames": taken], key: key, headers: seat.headers)
            }
            let nonce = challenge.text("nonce")
            // No frame was taken later than now, none by whom another was asked, none for nothing.
            #expect(try await show(nonce, mine).code == "face-challenge-refused")
            personal.world.clock.move(seconds: 6)
            #expect(try await show(nonce, other).code == "face-challenge-refused")
            #expect(try await show("x", mine).code == "face-challenge-refused")
            let shown = try await show(nonce, mine, key: "face")
            #expect(shown.status == 201)
            #expect(shown.text("slot") == "face-capture")
            let again = try await show(nonce, mine, key: "face")
            #expect(again.status == 201)
            #expect(again.text("evidence") == shown.text("evidence"))
            #expect(again.headers[.idempotentReplay] == "true")
            #expect(try await show(nonce, mine).code == "face-challenge-refused")
            let found = try await walk.ask(.readPersonalCase, as: .clerk, headers: mine.headers)
            #expect(found.json["content"]?["evidence"]?["face-capture"]?.arrayValue?.isEmpty == false)
            let empty = try await walk.ask(.captureFace, as: .clerk, json: ["nonce": "x", "frames": []], headers: mine.headers)
            #expect(empty.status == 422)
        }
    }

    @Test func `a holder's card is brought back while it is being cancelled, once, and nobody else's`() async throws {
        try await withSeats { walk, personal in
            let mine = try await held(walk, personal, card: 0)
            let other = try await held(walk, personal, card: 1)
            func code(_ seat: Seat) async throws -> String {
                try await walk.ask(.readPersonalCase, as: .clerk, headers: seat.headers).text("code")
            }
            func bring(_ code: String, _ seat: Seat, key: String? = nil) async throws -> Walk.Reply {
                try await walk.ask(.bringBackOwnCard, as: .clerk, json: ["code": .string(code)], key: key, headers: seat.headers)
            }
            /// When the card is gone unless it is brought back.
            func end() async throws -> String? {
                let shown = try await walk.ask(.readOwnData, as: .clerk, headers: mine.headers)
                let card = try #require(shown.json["cards"]?.arrayValue?.first)
                return card["cancelledUnlessBroughtBack"]?.stringValue
            }
            func change(_ command: LifeCommand) async throws {
                _ = try await personal.installation.changeLives(
                    as: personal.job.administrator, .numbers([personal.watches[0]]), LifeWish(command))
            }
            let own = try await code(mine)
            let others = try await code(other)
            #expect(try await bring(own, mine).code == "identity-not-proved")
            try await prove(walk, personal, mine)
            try await change(.activate)
            #expect(try await end() == nil)
            #expect(try await bring(own, mine).code == "life-not-cancelling")
            try await change(.cancel)
            #expect(try await end() != nil)
            for (named, status) in [("SM-NONE", 404), (others, 404), ("", 422), (String(repeating: "x", count: 41), 422)] {
                #expect(try await bring(named, mine).status == status, "\(named)")
            }
            for named in [own, others] { #expect(try await bring(named, other).code == "identity-not-proved") }
            #expect(try await end() != nil)
            #expect(try await bring(own, mine, key: "kept").status == 204)
            #expect(try await bring(own, mine, key: "kept").headers[.idempotentReplay] == "true")
            #expect(try await bring(own, mine).code == "life-not-cancelling")
            #expect(try await bring(others, mine, key: "kept").code == "idempotency-key-reused")
            #expect(try await end() == nil)
        }
    }

    @Test func `left, no seat of the device opens anything; another device's does, and what was begun goes on`() async throws {
        try await withSeats { walk, personal in
            let link = try await personal.link()
            let mine = try await enter(walk, personal, link: link.code)
            let beside = try await enter(walk, personal, card: 1, device: mine.device)
            let elsewhere = try await enter(walk, personal, link: link.code)
            #expect(mine.device == beside.device && mine.device != elsewhere.device)
            try await personal.fill(mine.principal)
            func ask(_ operation: Operation, _ seat: Seat) async throws -> Walk.Reply {
                try await walk.ask(operation, as: .clerk, headers: seat.headers)
            }
            #expect(try await ask(.leaveSeat, beside).status == 204)
            for seat in [mine, beside] {
                for operation in [Operation.leaveSeat, .readPersonalCase, .issueFaceChallenge] {
                    #expect(try await ask(operation, seat).code == "token-refused", "\(operation)")
                }
            }
            let unknown = try await ask(.readPersonalCase, elsewhere)
            #expect(unknown.status == 200)
            #expect(unknown.json["content"]?["holder"] == nil)
            let again = try await enter(walk, personal, link: link.code, device: mine.device)
            #expect(try await ask(.readPersonalCase, again).text("content", "holder", "name") == PersonalJob.person(0).name)
            // Whose link was closed has no seat to leave.
            try await personal.installation.revokeEntrance(as: personal.job.clerk, link.id)
            #expect(try await ask(.leaveSeat, again).code == "token-refused")
        }
    }
}
