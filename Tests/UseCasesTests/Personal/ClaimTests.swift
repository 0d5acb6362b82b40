import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases
import Vault

@Suite("A person whose card somebody else took before him")
struct ClaimTests {
    private func cases(_ personal: PersonalJob) async throws -> [LifeCaseKind] {
        try await personal.installation.listLifeCases(as: personal.job.administrator).rows.map(\.kind)
    }

    private func claimed(_ personal: PersonalJob, _ person: Principal) async throws -> String? {
        try await refusalCode { try await personal.installation.claimCard(as: person) }
    }

    @Test func `tells the operator, who has one case to look into, whether it is applied for or registered`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, application) = try await personal.submitted()
            let other = try await personal.open().principal
            #expect(try await world.installation.readPersonalCase(as: other).standing == .underApplication)
            #expect(try await claimed(personal, other) == nil)
            #expect(try await cases(personal) == [.claimedAtEntrance])
            try await personal.accept(application.id, application.version)
            #expect(try await claimed(personal, other) == nil)
            #expect(try await cases(personal) == [.claimedAtEntrance])
            let open = try #require(try await world.installation.listLifeCases(as: personal.job.administrator).rows.first)
            try await world.installation.closeLifeCase(
                as: personal.job.administrator, card: world.installation.secrets.references.text(for: open.subscription), kind: open.kind,
                openedAt: open.openedAt)
            #expect(try await cases(personal).isEmpty)
        }
    }

    @Test func `leaves a telephone number, which whoever looks into it reads with a purpose, until the case is closed`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            try await personal.submitted()
            let installation = world.installation
            let administrator = personal.job.administrator
            let compliance = personal.job.compliance
            let key = Principal(
                account: compliance.account, organisation: compliance.organisation, permissions: compliance.permissions,
                scope: compliance.scope, means: .apiKey)
            try await installation.claimCard(as: personal.open().principal)
            let open = try #require(try await installation.listLifeCases(as: administrator).rows.first)
            #expect(open.contacts == 0)
            let card = try installation.secrets.references.text(for: open.subscription)
            func read(_ purpose: String = "Case 2026-7", as staff: Principal? = nil) async throws -> [ClaimContact] {
                try await installation.readClaimContacts(as: staff ?? compliance, card: card, purpose: purpose)
            }
            #expect(try await refusalCode { _ = try await read() } == "not-found")
            #expect(
                try await refusalCode { try await installation.claimCard(as: personal.open().principal, contact: "call me") }
                    == "contact-invalid")
            try await installation.claimCard(as: personal.open().principal, contact: "138 0013 8001")
            #expect(try await installation.listLifeCases(as: administrator).rows.map(\.contacts) == [1])
            #expect(try await read().map(\.phone) == ["13800138001"])
            for (purpose, staff, code) in [
                ("", compliance, "purpose-needed"), ("Case 2026-7", administrator, "not-permitted"), ("Case 2026-7", key, "not-permitted"),
                ("Case 2026-7", personal.job.clerk, "not-permitted"),
                ("Case 2026-7", personal.job.reviewer, "not-permitted"),
            ] {
                #expect(try await refusalCode { _ = try await read(purpose, as: staff) } == code, "\(code)")
            }
            let kept = try await installation.store.read { try $0.all("SELECT sealed FROM claim_contact") { $0.blob(0) } }
            #expect(kept.count == 1 && !String(decoding: kept[0], as: UTF8.self).contains("13800138001"))
            _ = try await installation.sequenceTrail()
            #expect(try await installation.checkStore().findings == [])
            try await installation.closeLifeCase(as: administrator, card: card, kind: open.kind, openedAt: open.openedAt)
            #expect(try await personal.count("claim_contact") == 0)
            #expect(try await refusalCode { _ = try await read() } == "not-found")
            #expect(try await installation.checkStore().findings == [])
        }
    }

    @Test func `is called at one of the last numbers that were left, and at none once their time is over`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            try await personal.submitted()
            let installation = world.installation
            for number in 1...7 {
                world.clock.move(seconds: 43_201)
                try await installation.claimCard(as: personal.open().principal, contact: "1380013800\(number)")
            }
            let open = try #require(try await installation.listLifeCases(as: personal.job.administrator).rows.first)
            let card = try installation.secrets.references.text(for: open.subscription)
            func read() async throws -> [String] {
                try await installation.readClaimContacts(as: personal.job.compliance, card: card, purpose: "Case 2026-7").map(\.phone)
            }
            #expect(try await read() == (3...7).map { "1380013800\($0)" })
            world.clock.move(days: installation.settings.purgeDays - 1)
            try await installation.purgeDue()
            #expect(try await read() == ["13800138006", "13800138007"])
            world.clock.move(days: 1)
            try await installation.purgeDue()
            #expect(try await personal.count("claim_contact") == 0)
            #expect(try await refusalCode { _ = try await read() } == "not-found")
            #expect(try await installation.checkStore().findings == [])
        }
    }

    @Test func `no number is read of a card whose case was closed otherwise`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            try await personal.submitted()
            let installation = world.installation
            try await installation.claimCard(as: personal.open().principal, contact: "13800138001")
            let open = try #require(try await installation.listLifeCases(as: personal.job.administrator).rows.first)
            try await installation.store.write { session in
                try LifeCaseRecords.closeAll(
                    [.claimedAtEntrance], of: open.subscription, by: personal.job.administrator.account, at: world.clock.now(), in: session)
            }
            let card = try installation.secrets.references.text(for: open.subscription)
            #expect(
                try await refusalCode {
                    _ = try await installation.readClaimContacts(as: personal.job.compliance, card: card, purpose: "Case 2026-7")
                } == "not-found")
        }
    }

    @Test func `changes nothing for whoever has the card`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (holder, application) = try await personal.submitted()
            let other = try await personal.open().principal
            try await world.installation.claimCard(as: other)
            #expect(try await world.installation.personalStatus(as: holder).stage == .inReview)
            try await personal.accept(application.id, application.version)
            #expect(try await world.installation.personalStatus(as: holder).stage == .effective)
        }
    }

    @Test func `is asked for where nobody else has the card by nobody`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let free = try await personal.open(1).principal
            #expect(try await claimed(personal, free) == "card-not-taken")
            let (holder, application) = try await personal.submitted()
            #expect(try await claimed(personal, holder) == "card-not-taken")
            try await personal.accept(application.id, application.version)
            #expect(try await claimed(personal, holder) == "card-not-taken")
            #expect(try await refusalCode { try await world.installation.claimCard(as: personal.job.clerk) } != nil)
            #expect(try await cases(personal).isEmpty)
        }
    }

    @Test func `may say so three times a day at a card, however many devices, and on one device, however many cards`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world, watches: 5)
            try await personal.submitted()
            for _ in 0..<3 { #expect(try await claimed(personal, personal.open().principal) == nil) }
            #expect(try await claimed(personal, personal.open().principal) == "card-claims-exhausted")
            world.clock.move(seconds: 86_401)
            let last = try await personal.open()
            #expect(try await claimed(personal, last.principal) == nil)
            for (card, code) in [(1, nil), (2, nil), (3, "card-claims-exhausted")] as [(Int, String?)] {
                try await personal.submitted(card, PersonalJob.person(card))
                #expect(try await claimed(personal, personal.open(card, device: last.device).principal) == code)
            }
        }
    }
}
