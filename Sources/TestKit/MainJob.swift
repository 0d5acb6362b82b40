import Records
import Registry
import UseCases

/// The people and things of the main job, ready: an agent with cards in its hands, and who acts for whom.
package struct MainJob: Sendable {
    package let world: World
    package let administrator: Principal
    package let agent: OrganisationRecord
    package let otherAgent: OrganisationRecord
    package let clerk: Principal
    package let otherClerk: Principal
    package let reviewer: Principal
    package let secondReviewer: Principal
    package let compliance: Principal
    package let auditor: Principal
    /// ICCIDs in the agent's hands, in the order of the file.
    package let iccids: [String]

    package var installation: Installation { world.installation }
    package static let batch = "B-2026-03"

    /// `cards`: how many cards stand with the agent, all of one directed-data product.
    package static func prepare(in world: World, cards: Int = 20) async throws -> MainJob {
        guard let start = try await world.installation.firstStart(companyName: "示例运营公司") else { throw StaffFailure.startedAlready }
        let root = start.organisation
        let administrator = staff([.administrator, .accountManager], in: root, scope: .everything, 1)
        let agent = try await world.organisation(.agent, "示例一级代理商", by: administrator)
        let otherAgent = try await world.organisation(.agent, "另一家代理商", by: administrator)
        for agent in [agent, otherAgent] { try await contract(of: agent.id, by: administrator, in: world) }
        let iccids = (0..<cards).map(iccid)
        let job = MainJob(
            world: world, administrator: administrator, agent: agent, otherAgent: otherAgent,
            clerk: staff([.agentClerk], in: agent.id, scope: .subtree(organisation: agent.id, path: agent.path), 2),
            otherClerk: staff([.agentClerk], in: otherAgent.id, scope: .subtree(organisation: otherAgent.id, path: otherAgent.path), 3),
            reviewer: staff([.reviewer], in: root, scope: .everything, 4),
            secondReviewer: staff([.reviewer], in: root, scope: .everything, 5),
            compliance: staff([.compliance], in: root, scope: .everything, 6),
            auditor: staff([.auditor], in: root, scope: .everything, 7), iccids: iccids)
        try await job.addProduct("directed-30m", .directed, monthlyMegabytes: 30)
        try await job.stock(iccids, batch: batch, product: "directed-30m")
        _ = try await world.installation.allocateCards(as: administrator, .batch(batch), to: agent.id)
        return job
    }

    package static func contract(
        _ carrier: Carrier = .mobile, of agent: OrganisationID, by administrator: Principal, in world: World, from: Int64 = 2026_01_01,
        until: Int64 = 2028_12_31
    ) async throws {
        _ = try await world.installation.recordContract(
            as: administrator, agent: agent,
            ContractDraft(
                carrier: carrier, version: "\(from / 10_000)-1", validFrom: from, validUntil: until,
                duties: "核验并登记用户真实身份信息，保存登记材料。", breachHandling: "暂停业务受理，整改后恢复；情节严重的终止合同。"))
    }

    package static func staff(_ roles: Set<StaffRole>, in organisation: OrganisationID, scope: Scope, _ number: UInt64) -> Principal {
        Principal(
            account: AccountID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0000 | number), organisation: organisation,
            permissions: roles.reduce(into: []) { $0.formUnion($1.permissions) }, scope: scope, means: .session)
    }

    /// The n-th invented card: 8986 04 and a running number, with its check digit.
    package static func iccid(_ number: Int) -> String { iccid(number, of: .mobile) }

    /// The same of this carrier; China Telecom's begin with 8986 11.
    package static func iccid(_ number: Int, of carrier: Carrier) -> String {
        let body = (carrier == .telecom ? "8986112600" : "8986042600") + String(String(number + 1_000_000_000).dropFirst(1))
        let sum = body.utf8.reversed().enumerated().reduce(0) { sum, place in
            let digit = Int(place.element) - 48
            let weighed = place.offset.isMultiple(of: 2) ? digit * 2 : digit
            return sum + weighed / 10 + weighed % 10
        }
        return body + String((10 - sum % 10) % 10)
    }

    package static func msisdn(_ number: Int) -> String { "14400" + String(number + 100_000_000).dropFirst(1) }

    package func addProduct(
        _ code: String, _ traffic: DataTraffic, monthlyMegabytes: Int64, cardClass: CardClass = .iotGeneral, carrier: Carrier = .mobile,
        voice: Bool = false, sms: Bool = false
    ) async throws {
        _ = try await installation.createProduct(
            as: administrator, code: code,
            facts: ProductFacts(
                name: code, carrier: carrier, cardClass: cardClass, traffic: traffic, monthlyMegabytes: monthlyMegabytes, voice: voice,
                sms: sms, binding: .none))
    }

    /// Takes these cards into the operating company's stock.
    package func stock(_ iccids: [String], batch: String, product: String) async throws {
        let file = "ICCID\n" + iccids.joined(separator: "\n") + "\n"
        _ = try await installation.createIntake(
            as: administrator, IntakeRequest(kind: .stock, batch: batch, product: product, province: 31), body: OneChunk(Array(file.utf8)))
        while try await installation.runNextIntake() {}
    }

    // MARK: Steps

    /// Evidence in these slots, uploaded by `principal`.
    /// - Parameter server: another one over the same store.
    package func upload(
        _ slots: [EvidenceSlot], as principal: Principal, through server: Installation? = nil
    ) async throws -> [EvidenceSlot: EvidenceID] {
        let server = server ?? installation
        var evidence: [EvidenceSlot: EvidenceID] = [:]
        for slot in slots {
            evidence[slot] = try await server.uploadEvidence(
                as: principal, kind: slot.rawValue, bytes: inventedPicture() + Array("\(slot.rawValue) \(principal.account)".utf8)
            ).id
        }
        return evidence
    }

    /// A draft of the agent's with all papers and all cards.
    package func begun(
        as principal: Principal? = nil, content edit: (inout ApplicationContent) -> Void = { _ in }, cards: CardSelector? = nil
    ) async throws -> BegunApplication {
        let principal = principal ?? clerk
        var content = InventedPapers.application(evidence: try await upload(InventedPapers.agentSlots, as: principal))
        edit(&content)
        let begun = try await installation.createRegistration(as: principal, channel: .agent, content: content)
        let selected = try await installation.selectCards(
            as: principal, begun.application, version: begun.version, cards ?? .batch(Self.batch))
        return BegunApplication(
            registration: begun.registration, application: begun.application, code: begun.code, version: selected.version)
    }

    /// Handed in and waiting for a reviewer, for all cards unless some are chosen.
    package func submitted(
        content edit: (inout ApplicationContent) -> Void = { _ in }, cards: CardSelector? = nil
    ) async throws -> BegunApplication {
        let begun = try await begun(content: edit, cards: cards)
        let handed = try await installation.submitApplication(as: clerk, begun.application, version: begun.version)
        return BegunApplication(
            registration: begun.registration, application: begun.application, code: begun.code, version: handed.version)
    }

    /// Registered: the whole walk.
    package func registered(
        content edit: (inout ApplicationContent) -> Void = { _ in }, cards: CardSelector? = nil
    ) async throws -> BegunApplication {
        let submitted = try await submitted(content: edit, cards: cards)
        _ = try await installation.decideApplication(
            as: reviewer, submitted.application, version: submitted.version, verdict: .approve, reasons: [], note: nil)
        return submitted
    }

    /// A change to a registration, handed in and approved.
    package func changed(
        _ registration: RegistrationID, _ kind: ApplicationKind, slots: [EvidenceSlot] = [], _ edit: (inout ApplicationContent) -> Void
    ) async throws -> DecidedApplication {
        let handed = try await handedInChange(registration, kind, slots: slots, edit)
        return try await installation.decideApplication(
            as: reviewer, handed.application, version: handed.version, verdict: .approve, reasons: [], note: nil)
    }

    package func handedInChange(
        _ registration: RegistrationID, _ kind: ApplicationKind, slots: [EvidenceSlot] = [], cards: CardSelector? = nil,
        _ edit: (inout ApplicationContent) -> Void
    ) async throws -> BegunApplication {
        let wanted: [EvidenceSlot] = [.authorisationLetter, .handlerIDFront, .handlerIDBack] + slots
        var content = InventedPapers.application(evidence: try await upload(wanted, as: clerk))
        content.unit = nil
        content.responsiblePerson = nil
        content.usingDepartment = nil
        edit(&content)
        let begun = try await installation.createApplication(as: clerk, of: registration, kind: kind, content: content)
        var version = begun.version
        if let cards {
            version = try await installation.selectCards(as: clerk, begun.application, version: version, cards).version
        }
        let handed = try await installation.submitApplication(as: clerk, begun.application, version: version)
        return BegunApplication(
            registration: registration, application: begun.application, code: begun.code, version: handed.version)
    }
}

/// A body that arrives in one piece.
package struct OneChunk: AsyncSequence, Sendable {
    package typealias Element = [UInt8]
    private let bytes: [UInt8]

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    package struct AsyncIterator: AsyncIteratorProtocol {
        var rest: [UInt8]?

        package mutating func next() async -> [UInt8]? {
            defer { rest = nil }
            return rest
        }
    }

    package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(rest: bytes) }
}
