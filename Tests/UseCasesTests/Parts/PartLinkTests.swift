import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("Links to one's own part of a unit's application")
struct PartLinkTests {
    @Test func `a link opens until its hour, and no longer`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let link = try await parts.issue()
            #expect(link.expiresAt == world.clock.now().adding(seconds: 72 * 3_600))
            let person = try await parts.enter(link)
            world.clock.move(seconds: 72 * 3_600 - 1)
            _ = try await world.installation.readPart(as: person, device: PartJob.phone)
            world.clock.move(seconds: 1)
            #expect(
                try await refusalCode { _ = try await world.installation.readPart(as: person, device: PartJob.phone) }
                    == "part-link-expired")
            #expect(try await refusalCode { _ = try await parts.enter(link) } == "part-link-expired")
            #expect(try await parts.standings() == [.expired])
        }
    }

    @Test func `a new link to the same part closes the one before, and no other part's`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let first = try await parts.issue()
            world.clock.move(seconds: 1)
            let responsible = try await parts.issue(.responsiblePerson)
            world.clock.move(seconds: 1)
            let second = try await parts.issue()
            #expect(try await refusalCode { _ = try await parts.enter(first) } == "part-link-not-open")
            _ = try await parts.enter(second)
            _ = try await parts.enter(responsible)
            #expect(try await parts.standings() == [.open, .open, .revoked])
        }
    }

    @Test func `two who hand the same part over at once leave one link open`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 { group.addTask { _ = try await parts.issue() } }
                try await group.waitForAll()
            }
            #expect(try await parts.standings().filter { $0 == .open }.count == 1)
            #expect(try await parts.standings().count == 4)
        }
    }

    @Test func `what the code is stands nowhere, and unknown codes are told nothing`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let link = try await parts.issue()
            #expect(link.code.count == 16)
            for code in [String(repeating: "7", count: 16), "", "漢字", String(link.code.dropLast()), link.code + "0"] {
                #expect(
                    try await refusalCode { _ = try await world.installation.openPart(code, device: nil) } == "part-link-not-open",
                    "\(code)")
            }
            // As somebody types it.
            _ = try await world.installation.openPart(link.code.lowercased(), device: nil)
        }
    }

    @Test func `only whose part there is can be handed over`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            #expect(
                try await world.installation.readParts(as: parts.job.clerk, parts.begun.application).roles == [
                    .handler, .responsiblePerson,
                ])
            for role in [PartyRole.actualUser, .unit, .proxy, .holder, .guardian] {
                #expect(try await refusalCode { _ = try await parts.issue(role) } == "part-not-there", "\(role)")
            }
            let withUser = try await PartJob(job: parts.job, begun: parts.job.begun { $0.actualUser = InventedPapers.successor })
            #expect(
                try await world.installation.readParts(as: parts.job.clerk, withUser.begun.application).roles
                    == [.handler, .responsiblePerson, .actualUser])
            _ = try await withUser.issue(.actualUser)
        }
    }

    @Test func `a person is told for which unit, so one without a name is handed to nobody (R-DP-03)`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 3)
            for name in [nil, ""] as [String?] {
                let parts = try await PartJob(job: job, begun: job.begun { $0.unit?.name = name })
                #expect(try await refusalCode { _ = try await parts.issue() } == "unit-not-named")
            }
        }
    }

    @Test func `other agents neither hand over, nor see, nor revoke; reviewers see`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let (shiming, job, id) = (world.installation, parts.job, parts.begun.application)
            let link = try await parts.issue()
            #expect(try await refusalCode { _ = try await shiming.issuePartLink(as: job.otherClerk, id, .handler) } == "not-found")
            #expect(try await refusalCode { _ = try await shiming.readParts(as: job.otherClerk, id) } == "not-found")
            #expect(try await refusalCode { try await shiming.revokePartLink(as: job.otherClerk, link.id) } == "not-found")
            #expect(try await refusalCode { _ = try await shiming.issuePartLink(as: job.reviewer, id, .handler) } == "not-permitted")
            #expect(try await refusalCode { try await shiming.revokePartLink(as: job.reviewer, link.id) } == "not-permitted")
            #expect(try await shiming.readParts(as: job.reviewer, id).links.count == 1)
        }
    }

    @Test func `whoever came by a link does nothing that staff do`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let (shiming, id) = (world.installation, parts.begun.application)
            let person = try await parts.enter(parts.issue())
            for act in [
                { _ = try await shiming.readApplication(as: person, id) },
                { _ = try await shiming.issuePartLink(as: person, id, .handler) },
                { _ = try await shiming.readParts(as: person, id) }, { _ = try await shiming.readPersonalCase(as: person) },
                { try await shiming.withdrawApplication(as: person, id, version: parts.begun.version) },
                { _ = try await shiming.uploadEvidence(as: person, kind: "other", bytes: inventedPicture(1)) },
            ] as [() async throws -> Void] { #expect(try await refusalCode(act) == "not-permitted") }
            for staff in [parts.job.clerk, parts.job.administrator, .system] {
                #expect(try await refusalCode { _ = try await shiming.readPart(as: staff, device: nil) } == "not-permitted")
            }
        }
    }

    @Test func `handing in, withdrawing and purging close a link; sent back, it stays closed`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let shiming = world.installation
            let link = try await parts.issue()
            let person = try await parts.enter(link)
            try await parts.agree(person)
            let handed = try await shiming.submitApplication(as: parts.job.clerk, parts.begun.application, version: parts.begun.version)
            func code() async throws -> String? {
                try await refusalCode { _ = try await shiming.readPart(as: person, device: PartJob.phone) }
            }
            #expect(try await code() == "part-link-not-open")
            #expect(try await parts.standings() == [.closed])
            #expect(try await refusalCode { _ = try await parts.issue() } == "application-closed")
            world.clock.move(seconds: 60)
            let back = try await shiming.decideApplication(
                as: parts.job.reviewer, parts.begun.application, version: handed.version, verdict: .sendBack,
                reasons: [DecisionReason(pointer: "/evidence/handler-id-front", code: "unreadable")], note: nil)
            #expect(try await code() == "part-link-not-open")
            world.clock.move(seconds: 60)
            let again = try await parts.enter(parts.issue())
            _ = try await shiming.readPart(as: again, device: PartJob.phone)
            try await shiming.withdrawApplication(as: parts.job.clerk, parts.begun.application, version: back.version)
            #expect(try await refusalCode { _ = try await shiming.readPart(as: again, device: PartJob.phone) } == "part-link-not-open")
            world.clock.move(days: world.installation.settings.purgeDays + 1)
            try await shiming.purgeDue()
            #expect(try await refusalCode { _ = try await shiming.readPart(as: again, device: PartJob.phone) } == "part-link-not-open")
            #expect(try await shiming.readParts(as: parts.job.clerk, parts.begun.application).roles == [])
        }
    }

    @Test func `a suspended agent's links open nothing until it is taken up again`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let shiming = world.installation
            let link = try await parts.issue()
            let version = try await shiming.readOrganisation(as: parts.job.administrator, parts.job.agent.id).version
            let suspended = try await shiming.updateOrganisation(
                as: parts.job.administrator, parts.job.agent.id, ifVersion: version, OrganisationChange(status: .suspended))
            #expect(try await refusalCode { _ = try await parts.enter(link) } == "part-link-not-open")
            _ = try await shiming.updateOrganisation(
                as: parts.job.administrator, parts.job.agent.id, ifVersion: suspended.version, OrganisationChange(status: .active))
            _ = try await parts.enter(link)
        }
    }

    @Test func `the trail tells of each step, once of the opening, and holds nothing of the person`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let shiming = world.installation
            let (link, person) = try await parts.filled()
            _ = try await parts.enter(link)
            try await parts.complete(person)
            let second = try await parts.issue(.responsiblePerson)
            try await shiming.revokePartLink(as: parts.job.clerk, second.id)
            try await shiming.revokePartLink(as: parts.job.clerk, second.id)
            let entries = try await shiming.listTrail(as: parts.job.auditor, limit: 100).rows
            let acts = entries.map(\.action).filter { $0.hasPrefix("part") }
            for act in ["part-link.opened", "part.completed", "part.consent-recorded", "part-link.revoked"] {
                #expect(acts.filter { $0 == act }.count == 1, "\(act)")
            }
            #expect(acts.filter { $0 == "part-link.issued" }.count == 2)
            let about = try await shiming.listTrail(
                as: parts.job.auditor, TrailFilter(subject: TrailSubject(.partLink, link.id)), limit: 100
            ).rows.map(\.action)
            #expect(Set(about).isSuperset(of: ["part-link.issued", "part-link.opened", "part.consent-recorded", "part.completed"]))
            let facts = InventedPapers.successor
            for entry in entries {
                for said in [facts.name, facts.documentNumber, facts.contact, link.code].compactMap(\.self) {
                    #expect(!entry.body.contains(said))
                }
            }
        }
    }
}
