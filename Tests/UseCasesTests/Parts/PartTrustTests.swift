import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("What a person said of his part is what he was shown, and is his alone")
struct PartTrustTests {
    private static let otherUnits: [@Sendable (inout ApplicationContent) -> Void] = [
        { $0.unit?.name = InventedPapers.otherUnit.name }, { $0.unit?.documentNumber = InventedPapers.otherUnit.documentNumber },
        { $0.role = .responsiblePerson },
    ]

    @Test(arguments: otherUnits.indices) func `for another unit than he was told of nobody's word counts`(place: Int) async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let (shiming, id) = (world.installation, parts.begun.application)
            let (link, handler) = try await parts.filled()
            try await parts.complete(handler)
            let (open, responsible) = try await parts.filled(.responsiblePerson)
            let draft = try await parts.draft()
            var content = try #require(draft.content)
            func update(_ version: Int64) async throws -> Int64 {
                try await shiming.updateApplication(as: parts.job.clerk, id, version: version, content: content)
            }
            content.unit?.address = InventedPapers.otherUnit.address
            let version = try await update(draft.application.version)
            #expect(Set(try await parts.standings()) == [.completed, .open], "where the unit sits is no other unit")
            Self.otherUnits[place](&content)
            _ = try await update(version)
            let links = try await shiming.readParts(as: parts.job.clerk, id).links
            #expect(links.first { $0.link.id == link.id }?.link.changedAt == world.clock.now())
            #expect(links.first { $0.link.id == open.id }?.standing == .revoked)
            #expect(try await refusalCode { try await parts.complete(responsible) } == "part-link-not-open")
            // Nor is he told that he had stood for that one, or for none; another role of the same unit is no other unit.
            let isSame =
                content.unit?.name == InventedPapers.unit.name && content.unit?.documentNumber == InventedPapers.unit.documentNumber
            #expect(
                try await refusalCode { _ = try await shiming.readCompletedPart(as: handler) } == (isSame ? nil : "part-link-not-open"))
            content.unit?.name = nil
            _ = try await update(parts.draft().application.version)
            #expect(try await refusalCode { _ = try await shiming.readCompletedPart(as: handler) } == "part-link-not-open")
        }
    }

    @Test func `a unit that has got another name since is consented for anew`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 3)
            let shiming = world.installation
            let registered = try await job.registered()
            var content = ApplicationContent()
            content.role = .responsiblePerson
            let begun = try await shiming.createApplication(as: job.clerk, of: registered.registration, kind: .changeRole, content: content)
            let parts = PartJob(job: job, begun: begun)
            let (_, person) = try await parts.filled(.responsiblePerson)
            _ = try await job.changed(registered.registration, .correct, slots: [.unitDocument]) { content in
                content.role = .unit
                content.unit = InventedPapers.unit
                content.unit?.name = InventedPapers.otherUnit.name
            }
            let seen = try await shiming.readPart(as: person, device: PartJob.phone)
            #expect(seen.unitName == InventedPapers.otherUnit.name)
            #expect(!seen.mayCollect && seen.consents.isEmpty)
            #expect(try await refusalCode { try await parts.save(person, InventedPapers.handler) } == "consent-needed")
            #expect(try await refusalCode { try await parts.complete(person) } == "changed-meanwhile")
            #expect(try await parts.agree(person).facts == InventedPapers.successor, "what was typed is there still")
            try await parts.complete(person)
            let rows = try await shiming.store.read { session in
                try session.all("SELECT unit FROM part_consent UNION ALL SELECT unit FROM part_completion") { $0.blob(0) }
            }
            #expect(rows.count == 5 && Set(rows).count == 2)
        }
    }

    @Test func `staff neither open nor hand in a picture that its person has not confirmed (R-DP-01)`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let (shiming, job) = (world.installation, parts.job)
            let (_, person) = try await parts.filled()
            let pieces = try #require(try await shiming.readPart(as: person, device: PartJob.phone).typed.evidence)
            let front = try #require(pieces["handler-id-front"]?.first.flatMap { EvidenceID($0) })
            let other = try await job.begun { $0.evidence?["handler-id-front"] = [front.description] }
            func look() async throws { _ = try await shiming.openEvidence(as: job.reviewer, front, purpose: "案件核查") }
            func handIn() async throws {
                _ = try await shiming.submitApplication(as: job.clerk, other.application, version: other.version)
            }
            #expect(try await refusalCode(look) == "not-handed-in")
            #expect(try await refusalDetails(handIn) == ["/evidence/handler-id-front"])
            try await parts.complete(person)
            try await look()
            try await handIn()
        }
    }

    @Test func `a no said on another phone is not this person's`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let (link, person) = try await parts.filled()
            let other = try await parts.enter(link, device: PartJob.otherPhone)
            try await parts.agree(other, device: PartJob.otherPhone, [.privacy: false, .sensitiveData: false])
            let seen = try await world.installation.readPart(as: person, device: PartJob.phone)
            #expect(seen.mayCollect && seen.consents.allSatisfy(\.isGiven))
            try await parts.complete(person)
        }
    }

    @Test func `what was said before and is said again is registered once; what changes is registered`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let link = try await parts.issue()
            let person = try await parts.enter(link)
            func words() async throws -> Int {
                try await world.installation.store.read { try $0.count("SELECT COUNT(*) FROM part_consent") }
            }
            for _ in 0..<3 { #expect(try await parts.agree(person).mayCollect) }
            #expect(try await words() == 2)
            try await parts.save(person, InventedPapers.successor)
            #expect(try await parts.agree(person).facts.name == InventedPapers.successor.name)
            for _ in 0..<3 { #expect(try await !parts.agree(person, [.privacy: false]).mayCollect) }
            #expect(try await words() == 3)
            #expect(try await parts.agree(person).mayCollect)
            #expect(try await words() == 4)
            // Another phone's words are its own; what this one said before counts again when it begins anew.
            let other = try await parts.enter(link, device: PartJob.otherPhone)
            for _ in 0..<3 { try await parts.agree(other, device: PartJob.otherPhone) }
            #expect(try await words() == 6)
            #expect(try await parts.agree(person).mayCollect)
            #expect(try await words() == 6)
        }
    }

    @Test func `no picture that the clerk brought stays beside what the person says of himself`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 3)
            let front = try #require(try await job.upload([.actualUserIDFront], as: job.clerk)[.actualUserIDFront])
            let begun = try await job.begun {
                $0.actualUser = InventedPapers.responsible
                $0.evidence?["actual-user-id-front"] = [front.description]
            }
            let parts = PartJob(job: job, begun: begun)
            let person = try await parts.enter(parts.issue(.actualUser))
            try await parts.agree(person)
            try await parts.save(person, InventedPapers.successor)
            try await parts.complete(person)
            let content = try #require(try await parts.draft().content)
            #expect(content.actualUser == InventedPapers.successor.masked)
            #expect(content.evidence?["actual-user-id-front"] ?? [] == [])
            #expect(content.evidence?["handler-id-front"]?.count == 1)
        }
    }

    @Test func `no number of links hides from a reviewer what was completed`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let (link, person) = try await parts.filled()
            try await parts.complete(person)
            for _ in 1..<100 { _ = try await parts.issue() }
            #expect(try await refusalCode { _ = try await parts.issue() } == "part-links-too-many")
            let seen = try await world.installation.readParts(as: parts.job.reviewer, parts.begun.application).links
            #expect(seen.count == 100 && seen.first { $0.standing == .completed }?.link.id == link.id)
        }
    }

    @Test func `a form sent again closes no link`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            func send(_ given: Int) async throws {
                _ = try await world.installation.issuePartLink(as: parts.job.clerk, parts.begun.application, .handler, given: given)
            }
            try await send(0)
            #expect(try await refusalCode { try await send(0) } == "changed-meanwhile")
            #expect(try await parts.standings() == [.open])
            world.clock.move(seconds: 1)
            try await send(1)
            #expect(try await parts.standings() == [.open, .revoked])
        }
    }

    @Test func `opened twice at once it is noted once`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let link = try await parts.issue()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 { group.addTask { _ = try await parts.enter(link) } }
                try await group.waitForAll()
            }
            let acts = try await world.installation.listTrail(as: parts.job.auditor, limit: 100).rows.map(\.action)
            #expect(acts.filter { $0 == "part-link.opened" }.count == 1)
        }
    }

    @Test func `a completed link says so until its hour, and not for a suspended agent`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let (shiming, job) = (world.installation, parts.job)
            let (link, person) = try await parts.filled()
            try await parts.complete(person)
            func asked() async throws -> [String?] {
                [
                    try await refusalCode { _ = try await parts.enter(link) },
                    try await refusalCode { _ = try await shiming.readCompletedPart(as: person) },
                ]
            }
            #expect(try await asked() == [nil, nil])
            func set(_ status: OrganisationStatus) async throws {
                let version = try await shiming.readOrganisation(as: job.administrator, job.agent.id).version
                _ = try await shiming.updateOrganisation(
                    as: job.administrator, job.agent.id, ifVersion: version, OrganisationChange(status: status))
            }
            try await set(.suspended)
            #expect(try await asked() == ["part-link-not-open", "part-link-not-open"])
            try await set(.active)
            world.clock.move(seconds: shiming.settings.partLinkHours * 3_600)
            #expect(try await asked() == ["part-link-expired", "part-link-expired"])
        }
    }

    @Test func `what cannot be read is destroyed all the same, and is in no other's way`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let shiming = world.installation
            func spoil() async throws -> PartLinkID {
                let (link, _) = try await parts.filled()
                let garbage = [UInt8](repeating: 7, count: 64)
                try await shiming.store.write { try $0.run("UPDATE part_link SET draft = \(garbage) WHERE id = \(link.id)") }
                return link.id
            }
            func begun() async throws -> Int {
                try await shiming.store.read { try $0.count("SELECT COUNT(*) FROM part_link WHERE data_key IS NOT NULL") }
            }
            try await shiming.revokePartLink(as: parts.job.clerk, spoil())
            #expect(try await begun() == 0)
            _ = try await spoil()
            _ = try await parts.filled(.responsiblePerson)
            world.clock.move(seconds: shiming.settings.partLinkHours * 3_600)
            #expect(try await shiming.purgeParts() == 2)
            #expect(try await begun() == 0)
        }
    }

    @Test func `by one link no end of pictures is not taken`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let person = try await parts.enter(parts.issue())
            try await parts.agree(person)
            for seed in 0..<30 { try await parts.photograph(person, seed: UInt8(seed)) }
            #expect(try await refusalCode { try await parts.photograph(person) } == "part-pictures-too-many")
            #expect(try await world.installation.readPart(as: person, device: PartJob.phone).hasPicture(.handlerIDBack))
        }
    }
}
