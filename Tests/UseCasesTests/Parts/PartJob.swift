import Records
import Registry
import TestKit
import UseCases

/// A draft of a unit's with links to its persons' parts.
struct PartJob {
    let job: MainJob
    let begun: BegunApplication
    var installation: Installation { job.installation }

    /// A device's secret.
    static let phone = String(repeating: "p", count: 43)
    static let otherPhone = String(repeating: "q", count: 43)

    static func prepare(in world: World, content edit: (inout ApplicationContent) -> Void = { _ in }) async throws -> PartJob {
        let job = try await MainJob.prepare(in: world, cards: 3)
        return PartJob(job: job, begun: try await job.begun(content: edit))
    }

    func issue(_ role: PartyRole = .handler) async throws -> IssuedPartLink {
        try await installation.issuePartLink(as: job.clerk, begun.application, role)
    }

    /// Who comes by the link, on a phone.
    func enter(_ link: IssuedPartLink, device: String = Self.phone) async throws -> Principal {
        let opened = try await installation.openPart(link.code, device: device)
        guard let principal = try await installation.principal(atPart: opened.code) else { throw Refusal.partLinkNotOpen }
        return principal
    }

    @discardableResult
    func agree(_ person: Principal, device: String = Self.phone, _ answers: [ConsentKind: Bool] = Self.all) async throws -> PartView {
        let version = try await installation.readPart(as: person, device: device).noticeVersion
        return try await installation.consentToPart(as: person, device: device, answers, noticeVersion: version)
    }

    static let all: [ConsentKind: Bool] = [.privacy: true, .sensitiveData: true]

    @discardableResult
    func save(_ person: Principal, _ facts: PartyFacts, device: String = Self.phone) async throws -> PartView {
        let version = try await installation.readPart(as: person, device: device).version
        return try await installation.savePart(as: person, device: device, version: version, facts)
    }

    func photograph(_ person: Principal, device: String = Self.phone, seed: UInt8 = 70) async throws {
        let role = try person.demandPart().role
        for (place, slot) in role.documentSlots.enumerated() {
            _ = try await installation.capturePart(
                as: person, device: device, slot, bytes: inventedPicture(seed + UInt8(place)), insists: false)
        }
    }

    func complete(_ person: Principal, device: String = Self.phone) async throws {
        let version = try await installation.readPart(as: person, device: device).version
        try await installation.completePart(as: person, device: device, version: version)
    }

    /// Everything but the last word.
    func filled(_ role: PartyRole = .handler, _ facts: PartyFacts = InventedPapers.successor) async throws -> (
        link: IssuedPartLink, person: Principal
    ) {
        let link = try await issue(role)
        let person = try await enter(link)
        try await agree(person)
        try await photograph(person)
        try await save(person, facts)
        return (link, person)
    }

    func standings() async throws -> [PartLinkView.Standing] {
        try await installation.readParts(as: job.clerk, begun.application).links.map(\.standing)
    }

    /// The draft as its clerk reads it.
    func draft() async throws -> ApplicationView { try await installation.readApplication(as: job.clerk, begun.application) }
}
