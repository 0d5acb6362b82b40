import Ledger
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("The timeline of a card")
struct TimelineTests {
    /// A moment in a word.
    private func word(_ moment: CardMoment) -> String {
        switch moment.what {
        case .intake: "intake"
        case .custody: "custody"
        case .life(let event): "life:\(event.command.rawValue)"
        case .asked: "asked"
        case .carrierSaid: "said"
        case .handedIn(let kind): "handed-in:\(kind.rawValue)"
        case .decided(let verdict, let kind): "\(verdict.rawValue):\(kind.rawValue)"
        case .held: "held"
        case .vacant: "vacant"
        case .entry(let entry): "entry:\(entry.action)"
        }
    }

    /// A moment with what tells it from others of its time.
    private func mark(_ moment: CardMoment) -> String {
        let which: String =
            switch moment.what {
            case .custody(let act): "\(act.number)"
            case .life(let event): "\(event.ordinal)"
            case .asked(let intent): "\(intent.ordinal)"
            case .carrierSaid(let event): "\(event.ordinal)"
            case .entry(let entry): "\(entry.id)"
            case .intake, .handedIn, .decided, .held, .vacant: ""
            }
        return "\(moment.at.milliseconds) \(word(moment)) \(which)"
    }

    private func reference(_ job: MainJob, _ iccid: String) async throws -> String {
        let found = try await job.installation.searchCards(as: job.administrator, numbers: [iccid])
        return try #require(found[0]).reference
    }

    @Test func `it tells how the registration came about, and to whoever reads the trail who looked and for what`() async throws {
        try await withWorld { world in
            let (job, shiming) = (try await MainJob.prepare(in: world, cards: 3), world.installation)
            let begun = try await job.submitted()
            world.clock.move(seconds: 60)
            let back = try await shiming.decideApplication(
                as: job.reviewer, begun.application, version: begun.version, verdict: .sendBack,
                reasons: [DecisionReason(pointer: "/evidence/unit-document", code: "unreadable")], note: nil)
            let card = try await reference(job, job.iccids[0])
            // Nothing of an application stands there before a registration answers for the card.
            #expect(try await !shiming.readTimeline(as: job.clerk, reference: card).rows.map(word).contains("held"))
            world.clock.move(seconds: 60)
            let again = try await shiming.submitApplication(as: job.clerk, begun.application, version: back.version)
            world.clock.move(seconds: 60)
            _ = try await shiming.decideApplication(
                as: job.reviewer, begun.application, version: again.version, verdict: .approve, reasons: [], note: nil)
            world.clock.move(seconds: 60)
            _ = try await shiming.reveal(as: job.compliance, .iccid(job.iccids[0]), purpose: "核对登记信息")
            let clerk = try await shiming.readTimeline(as: job.clerk, reference: card).rows
            let told = clerk.map(word)
            let registering = ["handed-in:register", "send-back:register", "handed-in:register", "approve:register"]
            #expect(told.reversed().filter { registering.contains($0) } == registering && told.contains("held"), "\(told)")
            #expect(!told.contains { $0.hasPrefix("entry:") })
            #expect(clerk.first { word($0) == "held" }?.registration?.id == begun.registration)
            #expect(clerk.map(\.at) == clerk.map(\.at).sorted(by: >))
            let reads = try await world.entries("trail.read")
            let auditor = try await shiming.readTimeline(as: job.auditor, reference: card).rows
            #expect(try await world.entries("trail.read") == reads + 1)
            let look = try #require(auditor.first { word($0) == "entry:answer.revealed" })
            guard case .entry(let entry) = look.what else { return }
            #expect(entry.body.contains("核对登记信息") && entry.actor == job.compliance.account)
            #expect(auditor.count { word($0) == "entry:answer.revealed" } == 1)
        }
    }

    @Test func `looks at other cards of the registration are not this card's`() async throws {
        try await withWorld { world in
            let (job, shiming) = (try await MainJob.prepare(in: world, cards: 2), world.installation)
            _ = try await job.registered()
            world.clock.move(seconds: 60)
            _ = try await shiming.reveal(as: job.compliance, .iccid(job.iccids[1]), purpose: "核对登记信息")
            for (place, looks) in [(0, 0), (1, 1)] {
                let card = try await reference(job, job.iccids[place])
                let told = try await shiming.readTimeline(as: job.auditor, reference: card).rows.map(word)
                #expect(told.count { $0 == "entry:answer.revealed" } == looks, "\(told)")
                #expect(told.count { $0 == "handed-in:register" } == 1 && told.count { $0 == "approve:register" } == 1, "\(told)")
            }
        }
    }

    @Test func `only what showed somebody something is a look: a hold and an export that was asked for are none`() {
        let looks: Set = ["answer.revealed", "application.revealed", "evidence.opened"]
        #expect(TrailAction.looks.isSuperset(of: looks) && TrailAction.looks.isDisjoint(with: ["legal-hold.placed", "export.asked"]))
    }

    @Test func `a card's events are read from the newest on, so many as are asked for`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            _ = try await job.registered()
            world.clock.move(seconds: 60)
            _ = try await world.installation.changeLives(as: job.administrator, .batch(MainJob.batch), LifeWish(.activate))
            let found = try await world.installation.searchCards(as: job.administrator, numbers: [job.iccids[0]])[0]
            let card = try #require(found).card.subscription
            try await world.installation.store.read { session in
                let all = try LifeEventRecords.history(of: card, limit: 100, in: session)
                #expect(!all.isEmpty)
                #expect(try LifeEventRecords.newest(of: card, limit: 100, in: session) == all.reversed())
                #expect(try LifeEventRecords.newest(of: card, limit: 1, in: session) == [all.last].compactMap(\.self))
            }
        }
    }

    @Test func `page by page it is the same as at once`() async throws {
        try await withWorld { world in
            let (job, shiming) = (try await MainJob.prepare(in: world, cards: 2), world.installation)
            _ = try await job.registered()
            let card = try await reference(job, job.iccids[0])
            // Several of one time.
            for _ in 0..<5 {
                _ = try await shiming.reveal(as: job.compliance, .iccid(job.iccids[0]), purpose: "核对登记信息")
            }
            world.clock.move(seconds: 1)
            let whole = try await shiming.readTimeline(as: job.auditor, reference: card, limit: 200).rows.map(word)
            #expect(whole.count { $0 == "entry:answer.revealed" } == 5)
            for limit in [1, 2, 3] {
                var (found, place): ([String], TimelineCursor?) = ([], nil)
                repeat {
                    let page = try await shiming.readTimeline(as: job.auditor, reference: card, before: place, limit: limit)
                    found += page.rows.map(word)
                    place = page.next
                } while place != nil && found.count < 300
                #expect(found == whole, "limit \(limit)")
            }
        }
    }

    /// The first card of a registration that was sent back again and again, was looked at, stopped and resumed, and given up.
    private func eventful(_ job: MainJob) async throws -> String {
        let (world, shiming) = (job.world, job.installation)
        for _ in 0..<3 {
            world.clock.move(seconds: 60)
            _ = try await shiming.recallCards(as: job.administrator, .batch(MainJob.batch))
            world.clock.move(seconds: 60)
            _ = try await shiming.allocateCards(as: job.administrator, .batch(MainJob.batch), to: job.agent.id)
        }
        let begun = try await job.begun()
        // Its papers are a day older than what names them.
        world.clock.move(days: 1)
        var version = try await shiming.submitApplication(as: job.clerk, begun.application, version: begun.version).version
        for _ in 0..<4 {
            world.clock.move(seconds: 60)
            version = try await shiming.decideApplication(
                as: job.reviewer, begun.application, version: version, verdict: .sendBack,
                reasons: [DecisionReason(pointer: "/evidence/unit-document", code: "unreadable")], note: nil
            ).version
            world.clock.move(seconds: 60)
            version = try await shiming.submitApplication(as: job.clerk, begun.application, version: version).version
        }
        world.clock.move(seconds: 60)
        _ = try await shiming.decideApplication(
            as: job.reviewer, begun.application, version: version, verdict: .approve, reasons: [], note: nil)
        let found = try #require(try await shiming.searchCards(as: job.administrator, numbers: [job.iccids[0]])[0])
        let subscription = found.card.subscription
        let wishes = [LifeWish(.activate)] + [LifeCommand.stop, .resume, .stop, .resume].map { LifeWish($0, reason: .risk) }
        for wish in wishes {
            world.clock.move(seconds: 60)
            let now = world.clock.now()
            _ = try await shiming.reveal(as: job.compliance, .iccid(job.iccids[0]), purpose: "核对登记信息")
            _ = try await shiming.revealApplication(as: job.compliance, begun.application, purpose: "核对登记信息")
            _ = try await shiming.changeLives(as: job.administrator, .numbers([job.iccids[0]]), wish)
            try await shiming.store.write { session in
                try CarrierTruthRecords.remember(.service, "active", code: nil, of: subscription, at: now, in: session)
            }
        }
        world.clock.move(seconds: 60)
        let end = try await job.handedInChange(begun.registration, .end, cards: .numbers([job.iccids[0]])) { _ in }
        _ = try await shiming.decideApplication(
            as: job.reviewer, end.application, version: end.version, verdict: .approve, reasons: [], note: nil)
        world.clock.move(seconds: 1)
        return found.reference
    }

    @Test func `no page loses anything, though every source has more than a page holds`() async throws {
        try await withWorld { world in
            let (job, shiming) = (try await MainJob.prepare(in: world, cards: 2), world.installation)
            let card = try await eventful(job)
            let sources = ["custody", "life:", "asked", "said", "handed-in:", "send-back:"]
            let entries = ["entry:answer.revealed", "entry:application.revealed", "entry:evidence.uploaded"]
            for (reader, sources) in [(job.auditor, sources + entries), (job.clerk, sources)] {
                let whole = try await shiming.readTimeline(as: reader, reference: card, limit: 500)
                let words = whole.rows.map(word)
                #expect(whole.next == nil && words.contains("held") && words.contains("vacant") && words.contains("intake"), "\(words)")
                for source in sources { #expect(words.count { $0.hasPrefix(source) } > 3, "\(source): \(words)") }
                for limit in [1, 3] {
                    var (found, place): ([String], TimelineCursor?) = ([], nil)
                    repeat {
                        let page = try await shiming.readTimeline(as: reader, reference: card, before: place, limit: limit)
                        found += page.rows.map(mark)
                        place = page.next
                    } while place != nil && found.count < 500
                    #expect(found == whole.rows.map(mark), "limit \(limit)")
                }
            }
        }
    }

    @Test func `however often others of its registration are looked at, nothing of the card's own is hidden by it`() async throws {
        try await withWorld { world in
            let (job, shiming) = (try await MainJob.prepare(in: world, cards: 2), world.installation)
            _ = try await job.registered()
            // More than are read at a time.
            for _ in 0..<210 {
                world.clock.move(seconds: 1)
                _ = try await shiming.reveal(as: job.compliance, .iccid(job.iccids[1]), purpose: "核对登记信息")
            }
            let told = try await shiming.readTimeline(as: job.auditor, reference: reference(job, job.iccids[0]), limit: 20).rows.map(word)
            #expect(told.count { $0 == "entry:application.approved" } == 1 && !told.contains("entry:answer.revealed"), "\(told)")
        }
    }

    @Test func `what was done with a registration is a card's only while it answers for the card`() async throws {
        try await withWorld { world in
            let (job, shiming) = (try await MainJob.prepare(in: world, cards: 2), world.installation)
            let begun = try await job.registered(cards: .numbers([job.iccids[0]]))
            func look() async throws {
                world.clock.move(seconds: 3_600)
                _ = try await shiming.revealApplication(as: job.compliance, begun.application, purpose: "核对登记信息")
                world.clock.move(seconds: 3_600)
            }
            func approve(_ handed: BegunApplication) async throws {
                _ = try await shiming.decideApplication(
                    as: job.reviewer, handed.application, version: handed.version, verdict: .approve, reasons: [], note: nil)
            }
            try await look()
            let second = CardSelector.numbers([job.iccids[1]])
            try await approve(job.handedInChange(begun.registration, .addCards, cards: second) { $0.use = InventedPapers.use })
            try await look()
            try await approve(job.handedInChange(begun.registration, .end, cards: second) { _ in })
            try await look()
            for (place, looks) in [(0, 3), (1, 1)] {
                let card = try await reference(job, job.iccids[place])
                let told = try await shiming.readTimeline(as: job.auditor, reference: card, limit: 500).rows.map(word)
                #expect(told.count { $0 == "entry:application.revealed" } == looks, "\(place): \(told)")
            }
        }
    }

    @Test func `batches of the entries about something join to the whole, and none is younger than was said of the rest`() async throws {
        try await withWorld { world in
            let (job, shiming) = (try await MainJob.prepare(in: world, cards: 1), world.installation)
            let begun = try await job.registered()
            var times: [Instant] = []
            for _ in 0..<7 {
                world.clock.move(seconds: 1)
                times.append(world.clock.now())
                _ = try await shiming.reveal(as: job.compliance, .iccid(job.iccids[0]), purpose: "核对登记信息")
            }
            let (subject, first, last) = (TrailSubject(.registration, begun.registration), times[0], times[6])
            let middle = times[3]
            try await shiming.store.read { session in
                let whole = try TrailRecords.newest(
                    of: subject, .everything, from: first, until: last, before: nil, limit: 1_000, in: session)
                #expect(whole.rest == nil && whole.entries.map(\.action) == Array(repeating: "answer.revealed", count: 7))
                for size in [1, 2, 3, 7, 50] {
                    var (found, place): ([StoredTrailEntry], Identifier<TrailEntry>?) = ([], nil)
                    var newest = last
                    for _ in 0..<100 {
                        let batch = try TrailRecords.newest(
                            of: subject, .everything, from: first, until: last, before: place, limit: size, in: session)
                        #expect(batch.entries.allSatisfy { $0.recordedAt <= newest })
                        found += batch.entries
                        guard let rest = batch.rest else { break }
                        (place, newest) = (rest.before, rest.newest)
                    }
                    #expect(found == whole.entries, "\(size)")
                }
                let only = try TrailRecords.newest(
                    of: subject, .everything, from: middle, until: middle, before: nil, limit: 1_000, in: session)
                #expect(only.entries.map(\.recordedAt) == [middle])
                let nobody = TrailSubject(.registration, RegistrationID(high: 1, low: 1))
                let none = try TrailRecords.newest(of: nobody, .everything, from: first, until: last, before: nil, limit: 1, in: session)
                #expect(none.entries.isEmpty && none.rest == nil)
            }
        }
    }

    @Test func `an entry about several of the things that are asked for stands there once, the newest first, until a time`() async throws {
        try await withWorld { world in
            let (job, shiming) = (try await MainJob.prepare(in: world, cards: 1), world.installation)
            _ = try await job.registered()
            var times: [Instant] = []
            for _ in 0..<3 {
                world.clock.move(seconds: 60)
                times.append(world.clock.now())
                _ = try await shiming.reveal(as: job.compliance, .iccid(job.iccids[0]), purpose: "核对登记信息")
            }
            let second = times[1]
            try await shiming.store.read { session in
                let looks = try TrailRecords.list(
                    TrailFilter(action: "answer.revealed"), .everything, before: nil, limit: 10, in: session)
                let subjects = try JSONValue(parsing: try #require(looks.first).body)["subjects"]?.arrayValue ?? []
                let parties = subjects.filter { $0["kind"]?.stringValue == "party" }.compactMap { Hex.bytes($0["id"]?.stringValue ?? "") }
                try #require(looks.count == 3 && parties.count > 1)
                func about(_ ids: [[UInt8]], until end: Instant? = nil, limit: Int = 100) throws -> [StoredTrailEntry] {
                    try TrailRecords.list(about: .party, ids, .everything, until: end, limit: limit, in: session)
                }
                let all = try about(parties)
                #expect(all.prefix(3) == looks[...] && Set(all.map(\.id)).count == all.count)
                #expect(try about(parties, limit: 1) == Array(looks.prefix(1)))
                #expect(try about(parties, until: second).first == looks[1])
                #expect(try about([]).isEmpty && about([[1, 2, 3]]).isEmpty)
            }
        }
    }

    @Test func `of the newest hand-ins a card has those about it and those about no card, and they name their papers together`()
        async throws
    {
        try await withWorld { world in
            let (job, shiming) = (try await MainJob.prepare(in: world, cards: 2), world.installation)
            let begun = try await job.registered(cards: .numbers([job.iccids[0]]))
            world.clock.move(days: 1)
            let added = try await job.handedInChange(begun.registration, .addCards, cards: .numbers([job.iccids[1]])) {
                $0.use = InventedPapers.use
            }
            _ = try await shiming.decideApplication(
                as: job.reviewer, added.application, version: added.version, verdict: .approve, reasons: [], note: nil)
            world.clock.move(days: 1)
            let slots: [EvidenceSlot] = [.responsiblePersonIDFront, .responsiblePersonIDBack]
            _ = try await job.changed(begun.registration, .changeRole, slots: slots) { content in
                content.role = .responsiblePerson
                content.responsiblePerson = InventedPapers.successor
            }
            let found = try await shiming.searchCards(as: job.administrator, numbers: job.iccids)
            let cards = try found.map { try #require($0).card.subscription }
            try await shiming.store.read { session in
                func handedIn(_ place: Int, among most: Int) throws -> [StoredSubmission] {
                    try SubmissionRecords.list(begun.registration, about: cards[place], among: most, in: session)
                }
                #expect(try handedIn(0, among: 10).map(\.kind) == [.changeRole, .register])
                #expect(try handedIn(1, among: 10).map(\.kind) == [.changeRole, .addCards])
                #expect(try handedIn(0, among: 2).map(\.kind) == [.changeRole])
                #expect(try handedIn(1, among: 2).map(\.kind) == [.changeRole, .addCards])
                #expect(try handedIn(1, among: 1).map(\.kind) == [.changeRole])
                let ids = try handedIn(0, among: 10).map(\.id)
                let one = try ids.map { try SubmissionRecords.evidence($0, in: session).map(\.evidence) }
                #expect(try SubmissionRecords.evidence(of: ids, in: session) == Set(one.joined()) && one.allSatisfy { !$0.isEmpty })
                #expect(try SubmissionRecords.evidence(of: [], in: session).isEmpty)
            }
        }
    }

    @Test func `a card's life is read without its events where the timeline tells them, and stands the same`() async throws {
        try await withWorld { world in
            let (job, shiming) = (try await MainJob.prepare(in: world, cards: 1), world.installation)
            _ = try await job.registered()
            _ = try await shiming.changeLives(as: job.administrator, .batch(MainJob.batch), LifeWish(.activate))
            let card = try await reference(job, job.iccids[0])
            let whole = try await shiming.readLife(as: job.clerk, reference: card)
            let bare = try await shiming.readLife(as: job.clerk, reference: card, tells: false)
            #expect(!whole.events.isEmpty && !whole.intents.isEmpty)
            #expect(bare.events.isEmpty && bare.intents.isEmpty && bare.notices.isEmpty && bare.truthEvents.isEmpty)
            #expect(bare.life.standing == whole.life.standing && bare.choices == whole.choices)
            #expect(
                try await refusalCode { _ = try await shiming.readLife(as: job.otherClerk, reference: card, tells: false) } == "not-found")
        }
    }

    @Test func `a card of others has none, and what is no card's reference neither`() async throws {
        try await withWorld { world in
            let (job, shiming) = (try await MainJob.prepare(in: world, cards: 1), world.installation)
            _ = try await job.registered()
            let card = try await reference(job, job.iccids[0])
            #expect(try await refusalCode { _ = try await shiming.readTimeline(as: job.otherClerk, reference: card) } == "not-found")
            for text in ["", "card_", "card_" + String(repeating: "0", count: 32), job.iccids[0]] {
                #expect(try await refusalCode { _ = try await shiming.readTimeline(as: job.clerk, reference: text) } == "not-found")
            }
        }
    }
}
