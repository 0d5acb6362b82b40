import Records
import Registry
import SQLCore
import Vault

/// A person let in to his part.
package struct OpenedPart: Sendable {
    package let code: String
    package let expiresAt: Instant
    /// What the device shall keep and show again, so that what was typed is shown to it alone; a secret of the device.
    package let device: String
}

/// What is told of a part once its person has completed it.
package struct CompletedPart: Sendable {
    package let unitName: String
    package let agentName: String
    package let role: PartyRole
    package let completedAt: Instant
}

extension Installation {
    /// Who presents the code of a link; nil where it is none of a part. Called on every request: whether the link is open is asked by
    /// whatever is done with it.
    package func principal(atPart code: String) async throws -> Principal? {
        guard let hash = Self.partHash(code) else { return nil }
        return try await store.read { try PartLinkRecords.find(hash: hash, in: $0) }.map { Principal($0.seat) }
    }

    /// Lets a person in by the link to his part. That it was opened is noted once.
    /// Throws `part-link-not-open`, `part-link-expired`, `staff-may-not-verify`.
    package func openPart(_ text: String, device: String?) async throws -> OpenedPart {
        try await letIntoPart(text, device: device).opened
    }

    /// As `openPart`; says besides whose part it is.
    func letIntoPart(_ text: String, device: String?) async throws -> (opened: OpenedPart, seat: PartSeat) {
        guard let code = EntranceCode.normalised(text), let hash = Self.partHash(code) else { throw Refusal.partLinkNotOpen }
        let device = device.flatMap { DeviceSecret.isSecret($0) ? $0 : nil } ?? DeviceSecret.make(by: chance)
        let key = deviceHash(device)
        let now = now()
        let link = try await store.read { session in
            guard let link = try PartLinkRecords.find(hash: hash, in: session) else { throw Refusal.partLinkNotOpen }
            try demandNotStaffs(key, in: session)
            // Whoever has completed it is told so.
            if link.completedAt == nil {
                _ = try PartCase.read(link, link.seat.on(key), at: now, in: self, session)
            } else {
                try link.demandAnswering(at: now, in: session)
            }
            return link
        }
        let seat = link.seat
        if link.openedAt == nil {
            try await unlessDone {
                try await act(as: Principal(seat), .partLinkOpened, needs: .partComplete) { act in
                    guard try PartLinkRecords.noteOpened(seat.link, at: act.now, in: act.session) else { throw DoneAlready() }
                    act.recording.about(.partLink, seat.link)
                    act.recording.about(.application, seat.application)
                }
            }
        }
        return (OpenedPart(code: code, expiresAt: link.expiresAt, device: device), seat)
    }

    /// Throws `part-completed`, `part-link-expired`, `part-link-not-open`.
    package func readPart(as principal: Principal, device: String? = nil) async throws -> PartView {
        let seat = placed(try principal.demandPart(), device)
        let now = now()
        return try await look(as: principal, needs: .partComplete) { session in
            try PartCase.read(seat, at: now, in: self, session).view(at: now, in: self, session)
        }
    }

    /// nil while it is not completed. Throws `part-link-expired`, and `part-link-not-open` also where the application names another unit by
    /// now or is gone: he completed it for none but the one he was told of.
    package func readCompletedPart(as principal: Principal) async throws -> CompletedPart? {
        let seat = try principal.demandPart()
        let now = now()
        return try await look(as: principal, needs: .partComplete) { session in
            guard let link = try PartLinkRecords.find(seat.link, in: session), let completedAt = link.completedAt else { return nil }
            try link.demandAnswering(at: now, in: session)
            guard let stored = try ApplicationRecords.find(seat.application, .part(seat), in: session),
                let registration = try RegistrationRecords.find(stored.registration, .everything, at: now, in: session)
            else { throw Refusal.partLinkNotOpen }
            let content = try SealedContent.open(stored, vault: vault, in: session)
            let unit = try PartUnit(stored, registration, content, in: session)
            guard let unitName = unit.name, unit.hash(by: secrets.search) == link.completedUnit else { throw Refusal.partLinkNotOpen }
            let chain = try OrganisationChain.read(of: seat.path, in: session)
            return CompletedPart(unitName: unitName, agentName: chain.last?.name ?? "", role: seat.role, completedAt: completedAt)
        }
    }

    private static func partHash(_ code: String) -> [UInt8]? {
        guard let code = EntranceCode.normalised(code), code.count == 16 else { return nil }
        return SecretHash.of(code)
    }

    /// Whoever hands in for others does not say in their stead what is right (R-AF-11).
    ///
    /// - Parameter device: the keyed hash of its secret.
    func demandNotStaffs(_ device: [UInt8], in session: any Session) throws {
        guard try !SeatRecords.isStaffs(device, in: session) else { throw Refusal.staffMayNotVerify }
    }

    /// On which device somebody asks: on that of his token, whatever else is said, or on the one whose secret is shown.
    private func placed(_ seat: PartSeat, _ device: String?) -> PartSeat {
        guard seat.device == nil, let device else { return seat }
        return seat.on(deviceHash(device))
    }

    /// The keyed hash of that device. Throws `part-link-not-open` where none is shown.
    func deviceKey(_ seat: PartSeat, _ device: String?) throws(Refusal) -> [UInt8] {
        guard let key = placed(seat, device).device else { throw .partLinkNotOpen }
        return key
    }

    func deviceHash(_ device: String) -> [UInt8] { secrets.search.hash(device, for: .device) }
}

/// Another was there first: there is nothing to do, nor to note.
struct DoneAlready: Error {}

/// Does what may be done once; found done, it is left at that, and the trail hears nothing of it.
func unlessDone(_ act: () async throws -> Void) async throws {
    do { try await act() } catch is DoneAlready {}
}

extension StoredPartLink {
    /// Also to whom it was completed by it says so only as long as it opens.
    fileprivate func demandAnswering(at now: Instant, in session: any Session) throws {
        guard now < expiresAt else { throw Refusal.partLinkExpired }
        guard try OrganisationRecords.isActive(seat.path, in: session) else { throw Refusal.partLinkNotOpen }
    }
}
