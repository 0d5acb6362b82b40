import Ledger
import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("Ways in to a person's card")
struct EntranceTests {
    @Test func `what was begun goes on with the same device, and is nobody else's`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let link = try await personal.link()
            let first = try await world.installation.openSeat(.link(link.code), device: nil)
            try await personal.fill(first.principal)
            let again = try await world.installation.openSeat(.link(link.code.lowercased()), device: first.device)
            #expect(try await world.installation.readPersonalCase(as: again.principal).content.holder?.name == "欧阳青禾")
            let other = try await world.installation.openSeat(.link(link.code), device: nil)
            let seen = try await world.installation.readPersonalCase(as: other.principal)
            #expect(seen.content.holder == nil)
            #expect(seen.application == nil)
        }
    }

    @Test func `a link after its expiry, a revoked one, an unknown one: the same words`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let expired = try await personal.link(days: 1)
            world.clock.move(days: 1)
            let revoked = try await personal.link()
            try await world.installation.revokeEntrance(as: personal.job.clerk, revoked.id)
            for code in [expired.code, revoked.code, String(repeating: "7", count: 16), "", "漢", "A"] {
                #expect(
                    try await refusalCode { _ = try await world.installation.openSeat(.link(code), device: nil) } == "entrance-not-open")
            }
        }
    }

    @Test func `revoking a link puts out who is in`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let link = try await personal.link()
            let opened = try await world.installation.openSeat(.link(link.code), device: nil)
            #expect(try await world.installation.authenticate(opened.token.text).means == .entrance)
            try await world.installation.revokeEntrance(as: personal.job.clerk, link.id)
            #expect(try await refusalCode { _ = try await world.installation.authenticate(opened.token.text) } == "token-refused")
        }
    }

    @Test func `a seat's token ends with its time`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let opened = try await personal.open()
            world.clock.move(seconds: world.installation.settings.seatSeconds)
            #expect(try await refusalCode { _ = try await world.installation.authenticate(opened.token.text) } == "token-refused")
        }
    }

    @Test func `a claim code opens its own card, with or without hyphens, and no other`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let issued = try await world.installation.issueEntrances(
                as: personal.job.clerk, .claimCode, cards: .batch("W-2026-03"), days: 30, deviceType: nil)
            #expect(issued.count == 3)
            let typed = issued[1].code.prefix(4) + "-" + issued[1].code.suffix(4).lowercased()
            let opened = try await world.installation.openSeat(
                .claimCode(String(typed), iccid: issued[1].iccid, source: "192.0.2.1"), device: nil)
            #expect(try await world.installation.readPersonalCase(as: opened.principal).iccid.hasSuffix(issued[1].iccid.suffix(4)))
            #expect(
                try await refusalCode {
                    _ = try await world.installation.openSeat(
                        .claimCode(issued[1].code, iccid: issued[0].iccid, source: "192.0.2.1"), device: nil)
                } == "entrance-not-open")
        }
    }

    @Test func `guessing claim codes is stopped, also for the right one`() async throws {
        try await withWorld { world in
            let given = try await Guessed(world)
            for guess in 0..<world.installation.settings.claimCodeTriesMax {
                #expect(try await given.answer("2222222\(guess)", from: "192.0.2.1") == "entrance-not-open")
            }
            for _ in 0..<3 { #expect(try await given.answer(given.code, from: "192.0.2.1") == "attempts-exhausted") }
            world.clock.move(days: 1)
            #expect(try await given.answer(given.code, from: "192.0.2.1") == nil)
        }
    }

    @Test func `a stranger's tries close a claim code to him, not to its owner`() async throws {
        try await withWorld { world in
            let given = try await Guessed(world)
            for _ in 0..<(world.installation.settings.claimCodeCardTriesMax + 5) {
                _ = try await given.answer("22222222", from: "192.0.2.1")
            }
            #expect(try await given.answer(given.code, from: "192.0.2.1") == "attempts-exhausted")
            #expect(try await given.answer(given.code, from: "192.0.2.2") == nil)
        }
    }

    @Test func `a card that is here and one that is not answer alike, from one address and from many, however often`() async throws {
        var settings = Settings()
        settings.claimCodeTriesMax = 3
        settings.claimCodeCardTriesMax = 8
        try await withWorld(settings: settings) { world in
            let given = try await Guessed(world)
            let nowhere = MainJob.iccid(77_777)
            var answers: [String?: Int] = [:]
            for day in 0..<2 {
                for source in 1...4 {
                    for guess in 0..<5 {
                        let known = try await given.answer("2222222\(guess)", from: "192.0.2.\(source)")
                        let unknown = try await given.answer("2222222\(guess)", iccid: nowhere, from: "192.0.2.\(source)")
                        #expect(known == unknown, "day \(day), source \(source), guess \(guess)")
                        answers[known, default: 0] += 1
                    }
                }
                world.clock.move(days: 1)
            }
            #expect(answers == ["entrance-not-open": 16, "attempts-exhausted": 24])
        }
    }

    @Test func `many at once for one card: no more are compared than may be`() async throws {
        try await withWorld { world in
            let given = try await Guessed(world)
            let max = world.installation.settings.claimCodeTriesMax
            let answers = try await withThrowingTaskGroup(of: String?.self) { group in
                for guess in 0..<(max * 3) {
                    group.addTask { try await given.answer("222222\(10 + guess)", from: "192.0.2.1") }
                }
                return try await group.reduce(into: [String?]()) { $0.append($1) }
            }
            #expect(answers.count { $0 == "entrance-not-open" } == max)
            #expect(answers.count { $0 == "attempts-exhausted" } == max * 2)
        }
    }

    @Test func `an agent gives out links for its own cards only`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            #expect(
                try await refusalCode {
                    _ = try await world.installation.issueEntrances(
                        as: personal.job.otherClerk, .link, cards: .numbers([personal.watches[0]]), days: 30, deviceType: nil)
                } == "cards-not-found")
            let link = try await personal.link()
            #expect(
                try await refusalCode { try await world.installation.revokeEntrance(as: personal.job.otherClerk, link.id) } == "not-found")
            #expect(try await world.installation.listEntrances(as: personal.job.otherClerk, card: nil, before: nil, limit: 10).isEmpty)
            #expect(
                try await refusalCode {
                    _ = try await world.installation.issueEntrances(
                        as: personal.job.reviewer, .link, cards: .numbers([personal.watches[0]]), days: 30, deviceType: nil)
                } == "not-permitted")
        }
    }

    @Test func `a form sent again gives out none: whoever did not see the newest within reach is refused`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (shiming, clerk, stranger) = (world.installation, personal.job.clerk, personal.job.otherClerk)
            let card = CardSelector.numbers([personal.watches[0]])
            func give(_ seen: EntrancesSeen?, as someone: Principal) async throws -> EntranceID {
                world.clock.move(seconds: 1)
                let issued = try await shiming.issueEntrances(as: someone, .link, cards: card, days: 30, deviceType: nil, after: seen)
                return try #require(issued.first).id
            }
            let none = EntrancesSeen(newest: nil)
            let first = EntrancesSeen(newest: try await give(none, as: clerk))
            #expect(try await refusalCode { _ = try await give(none, as: clerk) } == "changed-meanwhile")
            let second = EntrancesSeen(newest: try await give(first, as: clerk))
            for seen in [none, first] {
                #expect(try await refusalCode { _ = try await give(seen, as: clerk) } == "changed-meanwhile")
            }
            // What another agent gave out changes nothing here.
            #expect(try await refusalCode { _ = try await give(none, as: stranger) } == "cards-not-found")
            #expect(try await shiming.listEntrances(as: clerk, card: nil, before: nil, limit: 10).count == 2)
            _ = try await give(second, as: clerk)
            _ = try await give(nil, as: clerk)
        }
    }

    @Test func `all of a batch are revoked at once, and no other agent's hand reaches them`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (shiming, clerk, stranger) = (world.installation, personal.job.clerk, personal.job.otherClerk)
            let issued = try await shiming.issueEntrances(
                as: clerk, .link, cards: .batch("W-2026-03"), days: 30, deviceType: nil)
            let opened = try await shiming.openSeat(.link(issued[0].code), device: nil)
            for cards in [CardSelector.batch("W-2026-03"), .range(from: personal.watches[0], to: personal.watches[2])] {
                #expect(try await refusalCode { _ = try await shiming.revokeEntrances(as: stranger, cards: cards) } == "no-card-of-these")
            }
            #expect(try await refusalCode { _ = try await shiming.revokeEntrances(as: clerk, cards: .batch("none")) } == "no-card-of-these")
            #expect(
                try await refusalCode { _ = try await shiming.revokeEntrances(as: stranger, cards: .numbers([personal.watches[0]])) }
                    == "cards-not-found")
            #expect(
                try await refusalCode { _ = try await shiming.revokeEntrances(as: personal.job.reviewer, cards: .batch("W-2026-03")) }
                    == "not-permitted")
            #expect(try await shiming.revokeEntrances(as: clerk, cards: .numbers([personal.watches[2]])) == 1)
            _ = try await shiming.openSeat(.link(issued[1].code), device: nil)
            #expect(try await shiming.revokeEntrances(as: clerk, cards: .batch("W-2026-03")) == 2)
            #expect(try await shiming.revokeEntrances(as: clerk, cards: .batch("W-2026-03")) == 0)
            #expect(try await refusalCode { _ = try await shiming.authenticate(opened.token.text) } == "token-refused")
            for link in issued {
                #expect(
                    try await refusalCode { _ = try await shiming.openSeat(.link(link.code), device: nil) } == "entrance-not-open")
            }
        }
    }

    @Test func `the trail says of which cards ways in were revoked`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (shiming, clerk, watches) = (world.installation, personal.job.clerk, personal.watches)
            _ = try await shiming.issueEntrances(as: clerk, .link, cards: .batch("W-2026-03"), days: 30, deviceType: nil)
            _ = try await shiming.revokeEntrances(as: clerk, cards: .numbers([watches[2]]))
            _ = try await shiming.revokeEntrances(as: clerk, cards: .range(from: watches[0], to: watches[1]))
            _ = try await shiming.revokeEntrances(as: clerk, cards: .batch("W-2026-03"))
            try await shiming.sequenceTrail()
            let entries = try await shiming.listTrail(as: personal.job.auditor, TrailFilter(action: "entrance.revoked")).rows
            let bodies = try entries.map { try JSONValue(parsing: $0.body) }
            func body(of cards: Int64) -> JSONValue? { bodies.first { $0["data"]?["cards"]?.integerValue == cards } }
            #expect(bodies.count == 3)
            let one = try #require(body(of: 1))
            #expect(one["subjects"]?.arrayValue?.compactMap { $0["kind"]?.stringValue } == ["card"])
            #expect(one["data"]?.objectValue?.members.map(\.key).sorted() == ["cards", "entrances"])
            let some = try #require(body(of: 2))
            #expect(some["subjects"]?.arrayValue?.count == 2 && some["data"]?["entrances"]?.integerValue == 2)
            #expect(some["data"]?.objectValue?.members.map(\.key).sorted() == ["cards", "entrances"])
            for entry in entries {
                for watch in watches { #expect(!entry.body.contains(watch), "an entry bears a card's number") }
            }
            let all = try #require(body(of: 3)?["data"])
            #expect(all["batch"]?.stringValue == "W-2026-03" && all["entrances"]?.integerValue == 0)
        }
    }

    @Test func `a list says which open, which were used, which are over, by card and by batch`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (shiming, clerk) = (world.installation, personal.job.clerk)
            func standings(card: String? = nil, batch: String? = nil, as someone: Principal? = nil) async throws -> [EntranceID: String] {
                let found = try await shiming.listEntrances(as: someone ?? clerk, card: card, batch: batch, before: nil, limit: 10)
                return Dictionary(uniqueKeysWithValues: found.map { ($0.entrance.id, $0.standing.rawValue) })
            }
            let short = try await personal.link(days: 1)
            world.clock.move(days: 1)
            let (looked, used, revoked) = (try await personal.link(), try await personal.link(1), try await personal.link(1))
            _ = try await shiming.openSeat(.link(looked.code), device: nil)
            let person = try await shiming.openSeat(.link(used.code), device: nil)
            try await personal.consent(person.principal)
            try await shiming.revokeEntrance(as: clerk, revoked.id)
            let all = [short.id: "expired", looked.id: "open", used.id: "used", revoked.id: "revoked"]
            #expect(try await standings() == all)
            #expect(try await standings(batch: "W-2026-03") == all)
            #expect(try await standings(card: personal.watches[1]) == [used.id: "used", revoked.id: "revoked"])
            #expect(try await standings(card: personal.watches[1], batch: "W-2026-03").count == 2)
            for batch in [MainJob.batch, "none"] { #expect(try await standings(batch: batch).isEmpty) }
            #expect(try await standings(batch: "W-2026-03", as: personal.job.otherClerk).isEmpty)
            // Those alone that stand so, in a batch and in all.
            for batch in [String?.none, "W-2026-03"] {
                for standing in ListedEntrance.Standing.allCases {
                    let found = try await shiming.listEntrances(
                        as: clerk, card: nil, batch: batch, standing: standing, before: nil, limit: 10)
                    #expect(found.map(\.entrance.id) == all.filter { $0.value == standing.rawValue }.map(\.key), "\(standing)")
                }
            }
        }
    }

    @Test(arguments: [0, -1, 4_000]) func `a link lives days, not for ever`(days: Int64) async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            #expect(try await refusalCode { _ = try await personal.link(days: days) } == "entrance-time-invalid")
        }
    }

    @Test(arguments: ["", "手表/定位器", "<b>", String(repeating: "表", count: 41)])
    func `what a card is in is a short word, and nothing else is kept in clear`(word: String) async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            #expect(try await refusalCode { _ = try await personal.link(deviceType: word) } == "device-type-invalid")
        }
    }

    @Test func `a link of a card that was moved on opens nothing`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let link = try await personal.link()
            _ = try await world.installation.recallCards(as: personal.job.administrator, .numbers([personal.watches[0]]))
            #expect(
                try await refusalCode { _ = try await world.installation.openSeat(.link(link.code), device: nil) } == "entrance-not-open")
        }
    }

    @Test func `staff never do it for a customer: no permission, and not on a device they sign in with`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            for staff in [personal.job.clerk, personal.job.administrator, personal.job.reviewer, .system] {
                #expect(try await refusalCode { _ = try await world.installation.readPersonalCase(as: staff) } == "not-permitted")
            }
            let opened = try await personal.open()
            try await personal.fill(opened.principal)
            #expect(try await world.installation.noteStaffDevice(opened.device) == opened.device)
            #expect(
                try await refusalCode { _ = try await world.installation.submitPersonal(as: opened.principal) } == "staff-may-not-verify")
            #expect(try await refusalCode { _ = try await personal.open(1, device: opened.device) } == "staff-may-not-verify")
            // Whoever signs in with a browser that has none yet gets one to be known by.
            for nothing in [nil, "", "too-short"] {
                let made = try await world.installation.noteStaffDevice(nothing)
                #expect(made != nothing)
                #expect(try await refusalCode { _ = try await personal.open(1, device: made) } == "staff-may-not-verify")
            }
        }
    }

    @Test func `an ICCID alone tells the carrier its digits tell, whether there is such a card or not`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let known = try world.installation.lookUpCard(iccid: personal.watches[0])
            let unknown = try world.installation.lookUpCard(iccid: MainJob.iccid(77_777))
            #expect(known.carrier == .mobile)
            #expect(known.carrier == unknown.carrier)
            #expect(known.text == unknown.text)
            #expect(throws: Refusal.notACardNumber.at("/iccid")) { try world.installation.lookUpCard(iccid: "123") }
        }
    }
}

/// A watch with a claim code.
private struct Guessed: Sendable {
    let installation: Installation
    let iccid: String
    let code: String

    init(_ world: World) async throws {
        let personal = try await PersonalJob.prepare(in: world)
        installation = world.installation
        let issued = try await installation.issueEntrances(
            as: personal.job.clerk, .claimCode, cards: .numbers([personal.watches[0]]), days: 30, deviceType: nil)
        let made = try #require(issued.first)
        iccid = made.iccid
        code = made.code
    }

    /// The refusal's code; nil where the seat opens.
    func answer(_ code: String, iccid: String? = nil, from source: String) async throws -> String? {
        try await refusalCode {
            _ = try await installation.openSeat(.claimCode(code, iccid: iccid ?? self.iccid, source: source), device: nil)
        }
    }
}
