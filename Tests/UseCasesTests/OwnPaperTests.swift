import Ledger
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

/// A draft of the clerk's and one of its papers, which he attached himself.
private struct Drafted {
    static let purpose = "核对草稿 2026-31"

    let job: MainJob
    let begun: BegunApplication
    let paper: EvidenceID
    var installation: Installation { job.installation }

    static func prepare(in world: World) async throws -> Drafted {
        let job = try await MainJob.prepare(in: world, cards: 3)
        let paper = try #require(try await job.upload([.handlerIDFront], as: job.clerk)[.handlerIDFront])
        let begun = try await job.begun { $0.evidence?["handler-id-front"] = [paper.description] }
        return Drafted(job: job, begun: begun, paper: paper)
    }

    /// Somebody else of the clerk's own agent.
    func colleague(_ roles: Set<StaffRole> = [.agentClerk]) -> Principal {
        let agent = job.agent
        return MainJob.staff(roles, in: agent.id, scope: .subtree(organisation: agent.id, path: agent.path), 50)
    }

    /// The clerk with no more than these permissions, as a key of his has them.
    func key(_ permissions: Set<Permission>) -> Principal {
        let clerk = job.clerk
        return Principal(
            account: clerk.account, organisation: clerk.organisation, permissions: permissions, scope: clerk.scope, means: .apiKey)
    }

    func open(
        as principal: Principal, _ paper: EvidenceID? = nil, of draft: ApplicationID? = nil, purpose: String = Self.purpose
    ) async throws -> OpenedEvidence {
        try await installation.openOwnPaper(
            as: principal, paper ?? self.paper, of: draft ?? begun.application, purpose: purpose)
    }

    func refusal(
        as principal: Principal, _ paper: EvidenceID? = nil, of draft: ApplicationID? = nil, purpose: String = Self.purpose
    ) async throws -> String? {
        try await refusalCode { _ = try await open(as: principal, paper, of: draft, purpose: purpose) }
    }

    /// Changes what the draft names, as whoever may go on with it.
    func edit(as principal: Principal, _ edit: (inout ApplicationContent) -> Void) async throws {
        let view = try await installation.readApplication(as: principal, begun.application)
        var content = try #require(view.content)
        edit(&content)
        _ = try await installation.updateApplication(
            as: principal, begun.application, version: view.application.version, content: content)
    }
}

@Suite("One's own papers on a draft that is not handed in")
struct OwnPaperTests {
    @Test func `whoever attached a paper looks at it as a marked copy, and the trail has the look with its ground`() async throws {
        try await withWorld { world in
            let drafted = try await Drafted.prepare(in: world)
            let (clerk, application) = (drafted.job.clerk, drafted.begun.application)
            let own = try await world.installation.ownPapers(as: clerk, of: application)
            #expect(own.count == InventedPapers.agentSlots.count && own.contains(drafted.paper))
            let copy = PlainMarker.read(try await drafted.open(as: clerk).bytes)
            #expect(copy.text.hasSuffix("用途：\(Drafted.purpose)"))
            #expect(copy.original == inventedPicture() + Array("handler-id-front \(clerk.account)".utf8))
            let entries = try await world.installation.listTrail(
                as: drafted.job.auditor, TrailFilter(subject: TrailSubject(.evidence, drafted.paper), action: "evidence.opened")
            ).rows
            let entry = try JSONValue(parsing: try #require(entries.first).body)
            #expect(entries.count == 1 && entries[0].actor == clerk.account)
            #expect(entry["purpose"]?.stringValue == Drafted.purpose)
            #expect(entry["data"]?["ground"]?.stringValue == "own-paper")
            let subjects = (entry["subjects"]?.arrayValue ?? []).compactMap { $0["kind"]?.stringValue }
            #expect(Set(subjects) == ["evidence", "application"])
        }
    }

    @Test func `nobody else does: no colleague who may go on with the draft, no other agent, no reviewer by this ground`() async throws {
        try await withWorld { world in
            let drafted = try await Drafted.prepare(in: world)
            let job = drafted.job
            for roles in [[.agentClerk], [.agentManager], [.agentClerk, .agentReviewer]] as [Set<StaffRole>] {
                #expect(try await drafted.refusal(as: drafted.colleague(roles)) == "paper-not-own", "\(roles)")
                #expect(try await world.installation.ownPapers(as: drafted.colleague(roles), of: drafted.begun.application).isEmpty)
            }
            #expect(try await drafted.refusal(as: job.administrator) == "paper-not-own")
            #expect(try await drafted.refusal(as: job.otherClerk) == "not-found")
            for nobody in [job.reviewer, job.compliance, job.auditor, drafted.colleague([.agentReviewer])] {
                #expect(try await drafted.refusal(as: nobody) == "not-permitted")
                #expect(try await world.installation.ownPapers(as: nobody, of: drafted.begun.application).isEmpty)
            }
            for few in [[.evidenceWrite], [.registrationWrite], [.evidenceRead, .registrationWrite], []] as [Set<Permission>] {
                #expect(try await drafted.refusal(as: drafted.key(few)) == "not-permitted", "\(few)")
            }
            #expect(try await world.entries("evidence.opened") == 0)
        }
    }

    @Test func `no draft of one's own opens the paper of another`() async throws {
        try await withWorld { world in
            let drafted = try await Drafted.prepare(in: world)
            let colleague = drafted.colleague()
            let own = try await drafted.job.begun(as: colleague) { $0.evidence?["handler-id-front"] = [drafted.paper.description] }
            #expect(try await drafted.refusal(as: colleague, of: own.application) == "paper-not-own")
            #expect(try await !world.installation.ownPapers(as: colleague, of: own.application).contains(drafted.paper))
            // Nor does a colleague's draft widen what its papers' own people see of it: each looks at his own.
            let added = try #require(try await drafted.job.upload([.changeGround], as: colleague)[.changeGround])
            try await drafted.edit(as: colleague) { $0.evidence?["change-ground"] = [added.description] }
            #expect(try await drafted.refusal(as: drafted.job.clerk, added) == "paper-not-own")
            #expect(try await drafted.refusal(as: colleague, added) == nil)
        }
    }

    @Test func `handed in it is its reviewers', also where it is sent back; what is attached then is one's own until the next time`()
        async throws
    {
        try await withWorld { world in
            let drafted = try await Drafted.prepare(in: world)
            let (job, application) = (drafted.job, drafted.begun.application)
            let handed = try await world.installation.submitApplication(as: job.clerk, application, version: drafted.begun.version)
            #expect(try await drafted.refusal(as: job.clerk) == "application-closed")
            #expect(try await world.installation.ownPapers(as: job.clerk, of: application).isEmpty)
            _ = try await world.installation.decideApplication(
                as: job.reviewer, application, version: handed.version, verdict: .sendBack,
                reasons: [DecisionReason(pointer: "/evidence/handler-id-front", code: "unreadable")], note: nil)
            #expect(try await drafted.refusal(as: job.clerk) == "paper-not-own")
            let added = try #require(try await job.upload([.changeGround], as: job.clerk)[.changeGround])
            try await drafted.edit(as: job.clerk) { $0.evidence?["change-ground"] = [added.description] }
            #expect(try await world.installation.ownPapers(as: job.clerk, of: application) == [added])
            #expect(try await drafted.refusal(as: job.clerk, added) == nil)
            #expect(try await drafted.refusal(as: drafted.colleague(), added) == "paper-not-own")
            let version = try await world.installation.readApplication(as: job.clerk, application).application.version
            _ = try await world.installation.submitApplication(as: job.clerk, application, version: version)
            #expect(try await drafted.refusal(as: job.clerk, added) == "application-closed")
            // Named by a further draft it was handed in all the same.
            let next = try await job.begun { $0.evidence?["handler-id-front"] = [drafted.paper.description] }
            #expect(try await drafted.refusal(as: job.clerk, of: next.application) == "paper-not-own")
        }
    }

    @Test func `given up or taken off the draft, it is looked at no more`() async throws {
        try await withWorld { world in
            let drafted = try await Drafted.prepare(in: world)
            let job = drafted.job
            let loose = try #require(try await job.upload([.changeGround], as: job.clerk)[.changeGround])
            #expect(try await drafted.refusal(as: job.clerk, loose) == "not-found", "attached to nothing")
            try await drafted.edit(as: job.clerk) { $0.evidence?["handler-id-front"] = nil }
            #expect(try await drafted.refusal(as: job.clerk) == "not-found")
            try await drafted.edit(as: job.clerk) { $0.evidence?["handler-id-front"] = [drafted.paper.description] }
            #expect(try await drafted.refusal(as: job.clerk) == nil)
            let version = try await world.installation.readApplication(as: job.clerk, drafted.begun.application).application.version
            try await world.installation.withdrawApplication(as: job.clerk, drafted.begun.application, version: version)
            #expect(try await drafted.refusal(as: job.clerk) == "application-closed")
            #expect(try await world.installation.ownPapers(as: job.clerk, of: drafted.begun.application).isEmpty)
        }
    }

    @Test(arguments: ["", "abc", "    ", String(repeating: "x", count: 201), "核对\(InventedPapers.handler.name ?? "")的证件"])
    func `without a purpose, or with a person's name in it, nothing is opened`(purpose: String) async throws {
        try await withWorld { world in
            let drafted = try await Drafted.prepare(in: world)
            let refusal = try await drafted.refusal(as: drafted.job.clerk, purpose: purpose)
            #expect(refusal == (purpose.hasPrefix("核对") ? "personal-name-in-text" : "purpose-needed"))
            #expect(try await world.entries("evidence.opened") == 0)
        }
    }

    @Test func `a person's own draft is no unit's: staff look at none of its pictures`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            try await personal.fill(person)
            let view = try await world.installation.readPersonalCase(as: person)
            let picture = try #require(view.content.evidence?["holder-id-front"]?.first.flatMap { EvidenceID($0) })
            let draft = try #require(view.application).id
            let code = try await refusalCode {
                _ = try await world.installation.openOwnPaper(as: personal.job.clerk, picture, of: draft, purpose: Drafted.purpose)
            }
            #expect(code == "persons-own")
            #expect(try await world.installation.ownPapers(as: personal.job.clerk, of: draft).isEmpty)
        }
    }

    @Test(arguments: [EvidenceSlot.handHeldPhoto, .faceCapture, .holderIDFront, .holderOnSitePhoto, .guardianIDFront])
    func `a picture taken for a person's own card is no paper of a unit's draft, whoever took it`(slot: EvidenceSlot) async throws {
        try await withWorld { world in
            let drafted = try await Drafted.prepare(in: world)
            let clerk = drafted.job.clerk
            let picture = try #require(try await drafted.job.upload([slot], as: clerk)[slot])
            try await drafted.edit(as: clerk) { $0.evidence?["handler-id-back"] = [picture.description] }
            #expect(try await drafted.refusal(as: clerk, picture) == "persons-own")
            #expect(try await !world.installation.ownPapers(as: clerk, of: drafted.begun.application).contains(picture))
            #expect(try await world.entries("evidence.opened") == 0)
        }
    }

    @Test func `the purposes of all others stand as they stood`() async throws {
        try await withWorld { world in
            let drafted = try await Drafted.prepare(in: world)
            let (shiming, job) = (world.installation, drafted.job)
            func plainly(_ principal: Principal) async throws -> String? {
                try await refusalCode { _ = try await shiming.openEvidence(as: principal, drafted.paper, purpose: Drafted.purpose) }
            }
            #expect(try await plainly(job.clerk) == "not-permitted")
            #expect(try await plainly(drafted.colleague([.agentReviewer])) == "reviewed-by-operator")
            #expect(try await plainly(job.auditor) == "not-permitted")
            #expect(try await plainly(job.reviewer) == nil)
            _ = try await shiming.submitApplication(as: job.clerk, drafted.begun.application, version: drafted.begun.version)
            #expect(try await plainly(job.clerk) == "not-permitted")
            #expect(try await plainly(job.reviewer) == nil)
        }
    }
}
