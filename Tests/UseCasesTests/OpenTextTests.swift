import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("Free text holds no personal data")
struct OpenTextTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        let pointer: String
        let code: String
        let edit: @Sendable (inout ApplicationContent) -> Void
        var testDescription: String { "\(pointer): \(code)" }

        init(_ pointer: String, _ code: String, _ edit: @escaping @Sendable (inout ApplicationContent) -> Void) {
            self.pointer = pointer
            self.code = code
            self.edit = edit
        }
    }

    static let faults = [
        Fault("/usingDepartment", "personal-number-in-text") { $0.usingDepartment = "冷链运营部 13800138000" },
        Fault("/usingDepartment", "personal-name-in-text") { $0.usingDepartment = "司徒望舒" },
        Fault("/use/scene", "personal-number-in-text") { $0.use?.scene = "ID 110105 19491231 002X" },
        Fault("/use/scene", "personal-name-in-text") { $0.use?.scene = "欧阳青禾的车" },
        // The same name in another spelling of Unicode, both ways round, and with a mark behind it.
        Fault("/usingDepartment", "personal-name-in-text") {
            $0.handler?.name = "\u{F9E1}青禾"
            $0.usingDepartment = "李青禾的部门"
        },
        Fault("/usingDepartment", "personal-name-in-text") {
            $0.handler?.name = "李青禾"
            $0.usingDepartment = "\u{F9E1}青禾的部门"
        },
        Fault("/use/scene", "personal-name-in-text") { $0.use?.scene = "欧阳青禾\u{301}的车" },
        Fault("/use/deviceType", "personal-number-in-text") { $0.use?.deviceType = "tracker E12345678" },
        Fault("/use/deviceModel", "personal-number-in-text") { $0.use?.deviceModel = "(0755) 82345678" },
        Fault("/use/region", "personal-number-in-text") { $0.use?.region = "010-62345678" },
        Fault("/use/scene", "text-too-long") { $0.use?.scene = "冷" + String(repeating: "\u{301}", count: 5_000) },
        Fault("/handler/name", "name-too-long") { $0.handler?.name = "欧阳" + String(repeating: "\u{301}", count: 500) },
        Fault("/unit/name", "name-too-long") { $0.unit?.name = "上海云杉物联科技有限公司" + String(repeating: "\u{301}", count: 5_000) },
        Fault("/handler/address", "address-form") { $0.handler?.address = "北京市朝阳区青禾里三号院" + String(repeating: "\u{301}", count: 99) },
    ]

    @Test(arguments: faults) func `a declaration with a person's number or name in it is not taken`(_ fault: Fault) async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let begun = try await job.begun(content: fault.edit)
            let refusal = await #expect(throws: Refusal.self) {
                try await world.installation.submitApplication(as: job.clerk, begun.application, version: begun.version)
            }
            let found = refusal?.details.first { $0.pointer == fault.pointer && $0.code == fault.code }
            #expect(found != nil, "\(refusal?.details ?? [])")
            #expect(found?.mend != nil)
        }
    }

    @Test func `a change must not name the person who answers, though it says nothing of him otherwise`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let begun = try await job.registered()
            try await job.stock([MainJob.iccid(70)], batch: "N", product: "directed-30m")
            _ = try await world.installation.allocateCards(as: job.administrator, .batch("N"), to: job.agent.id)
            let refusal = await #expect(throws: Refusal.self) {
                try await job.handedInChange(begun.registration, .addCards, cards: .batch("N")) { content in
                    content.use = InventedPapers.use
                    content.use?.scene = "由司徒望舒管理"
                }
            }
            #expect(refusal?.details.map(\.code) == ["personal-name-in-text"])
        }
    }

    @Test(arguments: [
        ("看不清 13800138000", "personal-number-in-text"), ("司徒望舒的证件不清晰", "personal-name-in-text"),
        ("请" + String(repeating: "\u{301}", count: 1_999), "note-too-long"),
    ]) func `a reviewer's note names roles, not persons`(note: String, code: String) async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let begun = try await job.submitted()
            let refusal = await #expect(throws: Refusal.self) {
                try await world.installation.decideApplication(
                    as: job.reviewer, begun.application, version: begun.version, verdict: .sendBack,
                    reasons: [DecisionReason(pointer: "/responsiblePerson", code: "other")], note: note)
            }
            #expect(refusal?.code == code)
            #expect(refusal?.pointer == "/note")
        }
    }

    @Test(arguments: [
        ("/handler/11010519491231002X", "personal-number-in-text"), ("/handler/欧阳青禾", "reason-unknown"),
        ("/handler name", "reason-unknown"),
    ]) func `the field of a reason is a field`(pointer: String, code: String) async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let begun = try await job.submitted()
            let refusal = await #expect(throws: Refusal.self) {
                try await world.installation.decideApplication(
                    as: job.reviewer, begun.application, version: begun.version, verdict: .refuse,
                    reasons: [DecisionReason(pointer: pointer, code: "other")], note: nil)
            }
            #expect(refusal?.code == code)
        }
    }

    @Test(arguments: [("核查 138 0013 8000", "personal-number-in-text"), ("司徒望舒投诉", "personal-name-in-text")])
    func `a purpose stands on the trail, so it holds neither`(purpose: String, code: String) async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let begun = try await job.registered()
            let evidence = try #require(
                try await world.installation.answer(as: job.reviewer, .iccid(job.iccids[0])).evidence.first)
            let calls: [@Sendable () async throws -> Void] = [
                { _ = try await world.installation.reveal(as: job.compliance, .iccid(job.iccids[0]), purpose: purpose) },
                { _ = try await world.installation.revealApplication(as: job.compliance, begun.application, purpose: purpose) },
                { _ = try await world.installation.openEvidence(as: job.compliance, evidence, purpose: purpose) },
            ]
            for call in calls {
                let refusal = await #expect(throws: Refusal.self) { try await call() }
                #expect(refusal?.code == code)
                #expect(refusal?.pointer == "/purpose")
            }
        }
    }

    @Test func `names of organisations, products and batches are bounded by scalars too`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let heap = "云" + String(repeating: "\u{301}", count: 90)
            await #expect(throws: Refusal.organisationNameInvalid) {
                try await world.organisation(.hall, heap, by: job.administrator)
            }
            let batch = await #expect(throws: Refusal.self) {
                try await job.stock([MainJob.iccid(71)], batch: heap, product: "directed-30m")
            }
            #expect(batch?.code == "intake-batch-invalid")
        }
    }
}
