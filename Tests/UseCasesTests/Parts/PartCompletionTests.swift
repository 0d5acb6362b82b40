import Numbers
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("A person's own part of a unit's application")
struct PartCompletionTests {
    @Test func `what a person completes stands in the draft, is handed in, and the whole is registered`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world) {
                $0.handler = nil
                $0.evidence?["handler-id-front"] = nil
                $0.evidence?["handler-id-back"] = nil
            }
            let (link, person) = try await parts.filled()
            #expect(try await parts.draft().content?.handler == nil, "nothing of it is in the draft before the person's last word")
            func done(as someone: Principal) async throws -> [PartLinkID] {
                try await world.installation.completedParts(as: someone, parts.begun.application).map(\.id)
            }
            #expect(try await done(as: parts.job.clerk).isEmpty)
            try await parts.complete(person)
            #expect(try await done(as: parts.job.clerk) == [link.id])
            await #expect(throws: Refusal.notFound) { try await done(as: parts.job.otherClerk) }
            let draft = try await parts.draft()
            #expect(draft.content?.handler == InventedPapers.successor.masked)
            #expect(draft.application.version == parts.begun.version + 1)
            let completed = try #require(
                try await world.installation.readParts(as: parts.job.clerk, parts.begun.application).links.first)
            #expect(completed.standing == .completed)
            #expect(completed.link.id == link.id)
            #expect(completed.link.noticeVersion?.hasPrefix("unit-") == true)
            #expect(completed.link.draft == nil)
            let handed = try await world.installation.submitApplication(
                as: parts.job.clerk, parts.begun.application, version: draft.application.version)
            _ = try await world.installation.decideApplication(
                as: parts.job.reviewer, parts.begun.application, version: handed.version, verdict: .approve, reasons: [], note: nil)
            try await world.installation.sequenceTrail()
            #expect(try await world.installation.checkStore().findings == [])
        }
    }

    @Test(arguments: PartyRole.withPart) func `each role completes its own part and touches no other`(role: PartyRole) async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world) { $0.actualUser = InventedPapers.responsible }
            let before = try #require(try await parts.draft().content)
            let (_, person) = try await parts.filled(role)
            try await parts.complete(person)
            var after = try #require(try await parts.draft().content)
            #expect(after.party(role) == InventedPapers.successor.masked)
            for slot in role.documentSlots {
                #expect(after.evidence?[slot.rawValue]?.count == 1)
                #expect(after.evidence?[slot.rawValue] != before.evidence?[slot.rawValue])
                after.evidence?[slot.rawValue] = before.evidence?[slot.rawValue]
            }
            after.set(before.party(role), as: role)
            after.readings = nil
            #expect(after == before)
        }
    }

    @Test func `what the clerk typed and what others declared is never shown`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let person = try await parts.enter(parts.issue())
            for view in [
                try await world.installation.readPart(as: person, device: PartJob.phone), try await parts.agree(person),
            ] {
                #expect(view.typed == ApplicationContent())
                #expect(view.unitName == InventedPapers.unit.name)
                #expect(view.agentName == "示例一级代理商")
                #expect(view.demands.map(\.pointer) == ["/handler", "/evidence/handler-id-front", "/evidence/handler-id-back"])
            }
        }
    }

    @Test func `nothing is taken before both consents, nor by an old notice, and a consent taken back destroys it (R-DP-03, R-DP-06)`()
        async throws
    {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let shiming = world.installation
            let person = try await parts.enter(parts.issue())
            func refused() async throws -> [String?] {
                [
                    try await refusalCode { try await parts.save(person, InventedPapers.successor) },
                    try await refusalCode { try await parts.photograph(person) },
                    try await refusalCode { try await parts.complete(person) },
                ]
            }
            #expect(try await refused() == ["consent-needed", "consent-needed", "consent-needed"])
            for half in [[ConsentKind.privacy: true], [.sensitiveData: true], [.privacy: true, .sensitiveData: false]] {
                #expect(try await !parts.agree(person, half).mayCollect)
                #expect(try await refused() == ["consent-needed", "consent-needed", "consent-needed"])
            }
            #expect(
                try await refusalCode {
                    _ = try await shiming.consentToPart(as: person, device: PartJob.phone, PartJob.all, noticeVersion: "2026-12.2")
                } == "notice-version-old")
            #expect(try await parts.agree(person).mayCollect)
            try await parts.photograph(person)
            let saved = try await parts.save(person, InventedPapers.successor)
            let piece = try #require(saved.typed.evidence?["handler-id-front"]?.first.flatMap { EvidenceID($0) })
            #expect(try await !parts.agree(person, [.privacy: false]).mayCollect)
            #expect(try await shiming.readPart(as: person, device: PartJob.phone).typed == ApplicationContent())
            try await shiming.purgeDue()
            #expect(try await shiming.readEvidence(as: parts.job.clerk, piece).purgedAt != nil)
            #expect(try await parts.agree(person).typed == ApplicationContent())
        }
    }

    @Test func `another device sees nothing of it, and begins anew`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let (link, person) = try await parts.filled()
            for device in [PartJob.otherPhone, nil] {
                let seen = try await world.installation.readPart(as: person, device: device)
                #expect(seen.isElsewhere && !seen.mayCollect)
                #expect(seen.typed == ApplicationContent())
                #expect(seen.consents.isEmpty)
            }
            let other = try await parts.enter(link, device: PartJob.otherPhone)
            #expect(
                try await refusalCode { try await parts.save(other, InventedPapers.handler, device: PartJob.otherPhone) }
                    == "consent-needed")
            #expect(try await refusalCode { try await parts.complete(other, device: PartJob.otherPhone) } == "consent-needed")
            // Half a consent there destroys nothing here.
            try await parts.agree(other, device: PartJob.otherPhone, [.privacy: true, .sensitiveData: false])
            #expect(try await world.installation.readPart(as: person, device: PartJob.phone).facts.name == InventedPapers.successor.name)
            try await parts.agree(other, device: PartJob.otherPhone)
            #expect(try await world.installation.readPart(as: person, device: PartJob.phone).isElsewhere)
            #expect(try await refusalCode { try await parts.complete(person) } == "consent-needed")
        }
    }

    @Test func `two tabs: the later one is told, a photo is in nobody's way`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let shiming = world.installation
            let person = try await parts.enter(parts.issue())
            let shown = try await parts.agree(person)
            try await parts.photograph(person)
            func save(_ facts: PartyFacts) async throws {
                _ = try await shiming.savePart(as: person, device: PartJob.phone, version: shown.version, facts)
            }
            #expect(try await refusalCode { try await save(InventedPapers.successor) } == "changed-meanwhile")
            try await parts.save(person, InventedPapers.successor)
            #expect(try await shiming.readPart(as: person, device: PartJob.phone).hasPicture(.handlerIDFront))
            #expect(
                try await refusalCode {
                    try await shiming.completePart(as: person, device: PartJob.phone, version: shown.version)
                } == "changed-meanwhile")
        }
    }

    @Test func `of two who complete it at once one does, and it is done once`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let (_, person) = try await parts.filled()
            let version = try await world.installation.readPart(as: person, device: PartJob.phone).version
            let codes = try await withThrowingTaskGroup(of: String?.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        try await refusalCode {
                            try await world.installation.completePart(as: person, device: PartJob.phone, version: version)
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(codes.filter { $0 == nil }.count == 1)
            #expect(codes.compactMap(\.self) == ["part-completed", "part-completed", "part-completed"])
            #expect(try await parts.draft().application.version == parts.begun.version + 1)
        }
    }

    @Test func `a clerk who read the draft before is told that it changed; one who changes the part afterwards is named on it`()
        async throws
    {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let shiming = world.installation
            let (_, person) = try await parts.filled()
            try await parts.complete(person)
            var content = try #require(try await parts.draft().content)
            content.usingDepartment = "仓储部"
            func update(_ version: Int64) async throws {
                _ = try await shiming.updateApplication(as: parts.job.clerk, parts.begun.application, version: version, content: content)
            }
            #expect(try await refusalCode { try await update(parts.begun.version) } == "changed-meanwhile")
            try await update(parts.begun.version + 1)
            func changedAt() async throws -> Instant? {
                try await shiming.readParts(as: parts.job.clerk, parts.begun.application).links.first?.link.changedAt
            }
            #expect(try await changedAt() == nil, "the part as it is shown, masked, is the part as it stands")
            content.handler?.contact = "13500135000"
            try await update(parts.begun.version + 2)
            #expect(try await changedAt() == world.clock.now())
        }
    }

    @Test func `what is wrong or missing is told item by item, and the link stays open`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let person = try await parts.enter(parts.issue(.responsiblePerson))
            try await parts.agree(person)
            var facts = InventedPapers.successor
            facts.documentNumber = "440113201410050011"
            facts.contact = ""
            #expect(try await parts.save(person, facts).failures.map(\.subject).contains("/responsiblePerson/contact"))
            let wrong = try await refusalDetails { try await parts.complete(person) }
            #expect(
                wrong == [
                    "/evidence/responsible-person-id-back", "/evidence/responsible-person-id-front", "/responsiblePerson/contact",
                    "/responsiblePerson/documentNumber",
                ])
            #expect(try await parts.standings() == [.open])
            #expect(try await world.installation.readPart(as: person, device: PartJob.phone).facts == facts, "nothing typed is lost")
        }
    }

    @Test func `a photo fills what is empty, and one that shows nothing is refused unless the person insists`() async throws {
        let reader = ScriptedReader { task in
            switch task {
            case .documentFront: PictureReading(fields: ["name": "上官知夏", "documentNumber": "44011320141005001X"], mark: 3)
            default: PictureReading(problems: [.blurred])
            }
        }
        try await withWorld(reader: reader) { world in
            let parts = try await PartJob.prepare(in: world)
            let person = try await parts.enter(parts.issue())
            try await parts.agree(person)
            func take(_ slot: EvidenceSlot, insists: Bool = false, bytes: [UInt8] = inventedPicture(9)) async throws -> PartView {
                try await world.installation.capturePart(as: person, device: PartJob.phone, slot, bytes: bytes, insists: insists)
            }
            let read = try await take(.handlerIDFront)
            #expect(read.facts.name == "上官知夏" && read.facts.documentType == DocumentType.residentID.rawValue)
            #expect(try await refusalCode { _ = try await take(.handlerIDBack) } == "picture-not-usable")
            #expect(try await take(.handlerIDBack, insists: true).hasPicture(.handlerIDBack))
            for slot in [EvidenceSlot.responsiblePersonIDFront, .holderIDFront, .unitDocument, .handlerOnSitePhoto] {
                #expect(try await refusalCode { _ = try await take(slot) } == "evidence-slot-unknown", "\(slot)")
            }
            #expect(
                try await refusalCode { _ = try await take(.handlerIDFront, bytes: Array("%PDF-1.4".utf8)) } == "evidence-kind-unsupported")
        }
    }

    @Test func `what was begun and never completed is destroyed when the link is over`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let shiming = world.installation
            func keys() async throws -> Int {
                try await shiming.store.read { try $0.count("SELECT COUNT(*) FROM data_key WHERE wrapped IS NOT NULL") }
            }
            let before = try await keys()
            let (link, person) = try await parts.filled()
            let piece = try #require(
                try await shiming.readPart(as: person, device: PartJob.phone).typed.evidence?["handler-id-front"]?.first.flatMap {
                    EvidenceID($0)
                })
            #expect(try await shiming.purgeParts() == 0)
            world.clock.move(seconds: shiming.settings.partLinkHours * 3_600)
            #expect(try await shiming.purgeParts() == 1)
            #expect(try await shiming.purgeParts() == 0)
            try await shiming.purgeDue()
            #expect(try await keys() == before)
            #expect(try await shiming.readEvidence(as: parts.job.clerk, piece).purgedAt != nil)
            // A photo taken again takes the place of the one before.
            let (retaken, another) = try await parts.filled()
            try await parts.photograph(another, seed: 90)
            try await shiming.purgeDue()
            #expect(try await keys() == before + 3)
            try await shiming.revokePartLink(as: parts.job.clerk, retaken.id)
            try await shiming.purgeDue()
            #expect(try await keys() == before)
            // The same when it is revoked, or another takes its place.
            for end in [{ try await shiming.revokePartLink(as: parts.job.clerk, $0) }, { _ in _ = try await parts.issue() }]
                as [(PartLinkID) async throws -> Void]
            {
                let (again, _) = try await parts.filled()
                try await end(again.id)
                try await shiming.purgeDue()
                #expect(try await keys() == before)
            }
            // Handing in is the end of what nobody completed.
            let (left, late) = try await parts.filled(.responsiblePerson)
            let version = try await parts.draft().application.version
            _ = try await shiming.submitApplication(as: parts.job.clerk, parts.begun.application, version: version)
            #expect(try await refusalCode { try await parts.complete(late) } == "part-link-not-open")
            let links = try await shiming.readParts(as: parts.job.clerk, parts.begun.application).links
            #expect(links.allSatisfy { $0.link.dataKey == nil })
            #expect(Set(links.map(\.link.id)).isSuperset(of: [link.id, left.id]))
            try await shiming.sequenceTrail()
            #expect(try await shiming.checkStore().findings == [])
        }
    }

    @Test func `a completed part is opened to nobody again, and a new link lets it be completed anew`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let shiming = world.installation
            let (link, person) = try await parts.filled()
            #expect(try await shiming.readCompletedPart(as: person) == nil)
            try await parts.complete(person)
            let done = try #require(try await shiming.readCompletedPart(as: person))
            #expect(done.role == .handler && done.unitName == InventedPapers.unit.name)
            #expect(try await refusalCode { try await parts.save(person, InventedPapers.handler) } == "part-completed")
            #expect(try await refusalCode { try await parts.agree(person) } == "part-completed")
            #expect(try await refusalCode { try await shiming.revokePartLink(as: parts.job.clerk, link.id) } == "part-completed")
            let (_, again) = try await parts.filled(.handler, InventedPapers.handler)
            try await parts.complete(again)
            #expect(try await parts.draft().content?.handler == InventedPapers.handler.masked)
            #expect(try await parts.standings() == [.completed, .completed])
        }
    }

    @Test func `staff complete nobody's part on a device they sign in with (R-AF-11)`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let shiming = world.installation
            let (_, person) = try await parts.filled()
            _ = try await shiming.noteStaffDevice(PartJob.phone)
            #expect(try await refusalCode { try await parts.complete(person) } == "staff-may-not-verify")
            #expect(try await refusalCode { try await parts.agree(person) } == "staff-may-not-verify")
            #expect(try await refusalCode { try await parts.save(person, InventedPapers.handler) } == "staff-may-not-verify")
            #expect(try await refusalCode { try await parts.photograph(person) } == "staff-may-not-verify")
            #expect(try await refusalCode { _ = try await parts.enter(parts.issue(.responsiblePerson)) } == "staff-may-not-verify")
        }
    }

    @Test func `a change of the responsible person is completed by him`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 3)
            let registered = try await job.registered()
            var content = ApplicationContent()
            content.role = .responsiblePerson
            let begun = try await world.installation.createApplication(
                as: job.clerk, of: registered.registration, kind: .changeRole, content: content)
            let parts = PartJob(job: job, begun: begun)
            let (_, person) = try await parts.filled(.responsiblePerson)
            #expect(try await world.installation.readPart(as: person, device: PartJob.phone).unitName == InventedPapers.unit.name)
            try await parts.complete(person)
            #expect(try await parts.draft().content?.responsiblePerson == InventedPapers.successor.masked)
        }
    }
}
