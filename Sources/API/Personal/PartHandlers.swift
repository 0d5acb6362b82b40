import Contract
import HTTPTypes
import Records
import Registry
import UseCases
import Web

/// A person's own part of a unit's application, by the link to it. Nothing of it is under an idempotency key: kept answers would outlive
/// what is destroyed when the link ends.
extension Call {
    func openPart() async throws -> Answer {
        let asked: Wire.OpenPart = try decode()
        let admitted = try await installation.admitToPart(asked.link, device: asked.device)
        return try .json(
            Wire.OpenedPart(token: admitted.token.text, expiresAt: admitted.token.expiresAt.wire, device: admitted.device))
    }

    func readPart() async throws -> Answer {
        try show(await installation.readPart(as: principal()))
    }

    func leavePart() async throws -> Answer {
        try await installation.leavePart(as: principal())
        return .done
    }

    func consentToPart() async throws -> Answer {
        let asked: Wire.ConsentToPart = try decode()
        return try show(
            await installation.consentToPart(
                as: principal(), [.privacy: asked.privacy, .sensitiveData: asked.sensitiveData], noticeVersion: asked.noticeVersion))
    }

    func savePart() async throws -> Answer {
        let asked: Wire.PartyFacts = try decode()
        return try show(await installation.savePart(as: principal(), version: expectedVersion(), PartyFacts(asked)))
    }

    func capturePart() async throws -> Answer {
        let slot: EvidenceSlot = try word(query["slot"] ?? "", at: "/slot")
        let taken = try await installation.capturePart(
            as: principal(), slot, bytes: uploadedFile().collect(), insists: query["insist"] == "true")
        return try show(taken)
    }

    /// Shown as a download, as every copy of a picture.
    func openPartPicture() async throws -> Answer {
        let asked: Wire.OpenPartPicture = try decode()
        let opened = try await installation.openPartPicture(
            as: principal(), word(asked.slot, at: "/slot"), purpose: asked.purpose)
        return Answer(content: .bytes(opened.bytes, type: opened.mediaType)).with(.contentDisposition, "attachment")
    }

    func completePart() async throws -> Answer {
        try await installation.completePart(as: principal(), version: expectedVersion())
        return .done
    }

    func readCompletedPart() async throws -> Answer {
        guard let completed = try await installation.readCompletedPart(as: principal()) else { throw Refusal.notFound }
        return try .json(
            Wire.CompletedPart(
                role: completed.role.rawValue, unitName: completed.unitName, agentName: completed.agentName,
                completedAt: completed.completedAt.wire))
    }

    private func show(_ view: PartView) throws -> Answer {
        try .json(Wire.PersonalPart(view, in: language)).tagged(view.version)
    }
}

extension Wire.PersonalPart {
    fileprivate init(_ view: PartView, in language: ReaderLanguage) {
        self.init(
            role: view.role.rawValue, unitName: view.unitName, operatorName: view.operatorName, agentName: view.agentName,
            expiresAt: view.expiresAt.wire,
            demands: view.demands.map {
                Wire.PartDemand(pointer: $0.pointer, requirement: $0.requirement, reason: $0.reason.text(in: language))
            },
            notices: view.notices.map { Wire.PersonalNotice($0, in: language) }, noticeVersion: view.noticeVersion,
            legalNotice: PersonalNotice.legal.text(in: language),
            consents: view.consents.map {
                Wire.PersonalConsent(kind: $0.kind.rawValue, version: $0.version, given: $0.isGiven, recordedAt: $0.recordedAt.wire)
            },
            mayCollect: view.mayCollect, elsewhere: view.isElsewhere, person: Wire.PartyFacts(view.facts),
            pictures: view.role.documentSlots.map { Wire.PartPicture($0, in: view) },
            checks: view.failures.map { Wire.Check($0, in: language) })
    }
}

extension Wire.PartPicture {
    fileprivate init(_ slot: EvidenceSlot, in view: PartView) {
        let read = view.typed.readings?[slot.rawValue] ?? [:]
        self.init(
            slot: slot.rawValue, taken: view.hasPicture(slot),
            fields: read.sorted { $0.key < $1.key }.map { Wire.ReadField(name: $0.key, value: $0.value) })
    }
}
