import Ledger
import Numbers
import Records
import Registry
import SQLCore
import Vault

/// How a person proves that the card is in his hands.
package enum EntranceProof: Hashable, Sendable {
    case link(String)
    /// - Parameter source: the address from which it was typed.
    case claimCode(String, iccid: String, source: String)
}

/// A person let in.
package struct OpenedSeat: Sendable {
    package let principal: Principal
    package let token: IssuedToken
    /// What the device shall keep and show again, so that what was begun can be resumed; a secret of the device.
    package let device: String
}

extension Installation {
    /// Lets a person in by a card's link or code, on a device. What was begun on the same device by the same entrance goes on; another
    /// device sees nothing of it.
    /// Throws `entrance-not-open` for everything that is not right, `attempts-exhausted` when codes were guessed, `staff-may-not-verify`.
    package func openSeat(_ proof: EntranceProof, device: String?) async throws -> OpenedSeat {
        let device = device.flatMap { DeviceSecret.isSecret($0) ? $0 : nil } ?? DeviceSecret.make(by: chance)
        let deviceKey = secrets.search.hash(device, for: .device)
        let hash = try await entranceHash(proof)
        return try await act(as: .system, .entranceOpened, needs: nil) { act in
            guard let entrance = try EntranceRecords.find(hash: hash, in: act.session), entrance.isOpen(at: act.now),
                try entrance.isWithIssuer(in: act.session)
            else { throw Refusal.entranceNotOpen }
            guard try !SeatRecords.isStaffs(deviceKey, in: act.session) else { throw Refusal.staffMayNotVerify }
            let seat: CardSeat
            if let known = try SeatRecords.find(entrance: entrance.id, device: deviceKey, in: act.session) {
                seat = known.seat
            } else {
                seat = CardSeat(
                    id: act.fresh(), subscription: entrance.subscription, organisation: entrance.organisation, path: entrance.path)
                try SeatRecords.insert(
                    seat.id, entrance: entrance.id, device: deviceKey, subscription: entrance.subscription, at: act.now, in: act.session)
            }
            let until = min(act.now.adding(seconds: act.installation.settings.seatSeconds), entrance.expiresAt)
            let made = TokenText.make(.seat, by: act.installation.chance)
            guard let tokenHash = TokenText.read(made.text, as: .seat) else { throw Refusal.tokenRefused }
            try SeatRecords.insertToken(tokenHash, seat: seat.id, at: act.now, until: until, in: act.session)
            act.recording.about(.entrance, entrance.id)
            act.recording.about(.account, seat.id)
            return OpenedSeat(principal: Principal(seat), token: IssuedToken(text: made.text, expiresAt: until), device: device)
        }
    }

    /// What to look for. A code that is typed counts before it is compared, so that many at once gain nothing.
    private func entranceHash(_ proof: EntranceProof) async throws -> [UInt8] {
        switch proof {
        case .link(let text):
            guard let code = EntranceCode.normalised(text), code.count == 16 else { throw Refusal.entranceNotOpen }
            return SecretHash.of(code)
        case .claimCode(let text, let iccid, let source):
            guard let code = EntranceCode.normalised(text), code.count == 8,
                let iccid = ICCID.check(iccid, today: try chinaDay()).value?.text.description
            else { throw Refusal.entranceNotOpen }
            let tries = ClaimCodeTries(
                card: secrets.search.hash(iccid, for: .attempt), source: secrets.search.hash("\(iccid) \(source)", for: .attempt),
                settings: settings)
            let now = now()
            // Of what does not exist nothing is written; it is counted all the same, or the count would tell what exists.
            guard let subscription = try await store.read({ try HoldingRecords.subscription(iccid: iccid, at: now, in: $0) }) else {
                throw tries.isWithin(unknownCardTries, at: now) ? Refusal.entranceNotOpen : Refusal.attemptsExhausted
            }
            let isWithin = try await act(as: .system, .claimCodeTried, needs: nil) { act in
                try tries.isWithin(at: act.now, in: act.session)
            }
            guard isWithin else { throw Refusal.attemptsExhausted }
            return EntranceCode.hash(code, .claimCode, of: subscription, by: secrets.search)
        }
    }

    /// Marks a device as one with which staff work (R-AF-11): the one it says it is, or one it shall be from now on. Answers which.
    package func noteStaffDevice(_ device: String?) async throws -> String {
        let device = device.flatMap { DeviceSecret.isSecret($0) ? $0 : nil } ?? DeviceSecret.make(by: chance)
        let key = secrets.search.hash(device, for: .device)
        let now = now()
        try await store.write { try SeatRecords.noteStaff(on: key, at: now, in: $0) }
        return device
    }
}

/// How often claim codes were typed for a card in a day. What is typed from one address closes the card to that address; only many addresses
/// together close it to all, its owner among them.
private struct ClaimCodeTries: Sendable {
    let card: [UInt8]
    let source: [UInt8]
    let cardMax: Int
    let sourceMax: Int

    init(card: [UInt8], source: [UInt8], settings: Settings) {
        self.card = card
        self.source = source
        sourceMax = settings.claimCodeTriesMax
        cardMax = settings.claimCodeCardTriesMax
    }

    /// Counts one more of a card that is here. What is refused is not counted, so that there are never more rows than tries a card.
    func isWithin(at now: Instant, in session: any Session) throws -> Bool {
        guard try AttemptRecords.count(.claimCode, card, at: now, in: session) < cardMax,
            try AttemptRecords.count(.claimCode, source, at: now, in: session) < sourceMax
        else { return false }
        // Counted again by the store: many at once gain nothing.
        guard try AttemptRecords.add(.claimCode, source, at: now, in: session) <= sourceMax else { return false }
        return try AttemptRecords.add(.claimCode, card, at: now, in: session) <= cardMax
    }

    func isWithin(_ unknown: UnknownCardTries, at now: Instant) -> Bool {
        unknown.isWithin(card: card, cardMax: cardMax, source: source, sourceMax: sourceMax, at: now)
    }
}

extension StoredEntrance {
    /// A card that was moved on is registered by the entrance of whoever has it now.
    func isWithIssuer(in session: any Session) throws -> Bool {
        let custodian = try CustodyRecords.custodian(of: subscription, scope: .everything, in: session)
        guard let custodian, custodian.standing == .stock || custodian.standing == .allocated else { return false }
        guard custodian.organisation == organisation else { return false }
        return try OrganisationRecords.find(organisation, within: .everything, in: session)?.status == .active
    }
}

/// What a device keeps: 32 bytes of chance in base64url.
enum DeviceSecret {
    static func make(by chance: any Chance) -> String { Base64.urlText(chance.bytes(32)) }
    static func isSecret(_ text: String) -> Bool { Base64.isURLText(text, digits: 43) }
}
