import Ledger
import Records
import Registry
import SQLCore
import Vault

/// A way in as its issuer sees it, once.
package struct IssuedEntrance: Sendable {
    package let id: EntranceID
    package let subscription: Int64
    package let iccid: String
    /// What stands in the link, or is typed beside the ICCID.
    package let code: String
    package let expiresAt: Instant
}

/// Up to where somebody saw what was given out.
package struct EntrancesSeen: Sendable {
    /// nil where there was none.
    package let newest: EntranceID?

    package init(newest: EntranceID?) {
        self.newest = newest
    }
}

extension Installation {
    /// Gives out a link or a claim code for each of the cards. Both are seen once; only their hashes are kept.
    ///
    /// - Parameters:
    ///   - seen: what whoever asks saw within reach; where there is a newer one by now it is refused, so that a form sent again gives
    ///     out none. nil asks nothing.
    ///   - cardsMax: for so many cards at most, where fewer than the installation allows can be shown.
    ///
    /// Throws `selection-too-large`, `cards-not-found`, `entrance-time-invalid`, `changed-meanwhile`.
    package func issueEntrances(
        as principal: Principal, _ kind: StoredEntrance.Kind, cards: CardSelector, days: Int64, deviceType: String?,
        after seen: EntrancesSeen? = nil, cardsMax: Int = .max
    ) async throws -> [IssuedEntrance] {
        let asked = try EntranceWish(kind, days: days, deviceType: deviceType, settings)
        return try await act(as: principal, .entrancesIssued, needs: .entranceIssue) { act in
            if let seen, try EntranceRecords.isAny(after: seen.newest, principal.scope, in: act.session) { throw Refusal.stale }
            let selected = try act.installation.selectIntervals(
                cards, scope: principal.scope, cardsMax: min(cardsMax, act.installation.settings.entranceCardsMax), in: act.session)
            guard selected.notFound == 0 else { throw Refusal.cardsNotFound(at: selected.notFoundPositions) }
            return try act.issue(asked, for: selected.intervals)
        }
    }

    /// The newest first; of one card, of the cards of a batch, or of all; those alone that stand so.
    package func listEntrances(
        as principal: Principal, card: String?, batch: String? = nil, standing: ListedEntrance.Standing? = nil, before: EntranceID?,
        limit: Int
    ) async throws -> [ListedEntrance] {
        try await look(as: principal, needs: .entranceIssue) { session in
            let subscription = try card.map { text in
                guard let found = try selecting(principal.scope, in: session).card(text) else { throw Refusal.notFound }
                return found
            }
            return try EntranceRecords.list(
                principal.scope, subscription: subscription, batch: batch, standing: standing, before: before, limit: limit, at: now(),
                in: session)
        }
    }

    /// From now on nobody comes in by it, and who is in is out.
    package func revokeEntrance(as principal: Principal, _ id: EntranceID) async throws {
        try await act(as: principal, .entranceRevoked, needs: .entranceIssue) { act in
            guard try EntranceRecords.find(id, principal.scope, in: act.session) != nil else { throw Refusal.notFound }
            guard try EntranceRecords.revoke(id, at: act.now, in: act.session) else { return }
            act.recording.about(.entrance, id)
        }
    }

    /// The same for all that open still of these cards; answers how many. Throws `selection-too-large`, `cards-not-found`.
    package func revokeEntrances(as principal: Principal, cards: CardSelector) async throws -> Int {
        try await act(as: principal, .entranceRevoked, needs: .entranceIssue) { act in
            let selected = try act.installation.selectIntervals(cards, scope: principal.scope, in: act.session)
            guard selected.notFound == 0 else { throw Refusal.cardsNotFound(at: selected.notFoundPositions) }
            guard !selected.intervals.isEmpty else { throw Refusal.noCardOfThese }
            let revoked = try EntranceRecords.revoke(of: selected.intervals, principal.scope, at: act.now, in: act.session)
            act.recording.note("cards", .integer(selected.intervals.count))
            act.recording.note("entrances", .integer(Int64(revoked)))
            try act.noteWhich(cards, selected.intervals)
            return revoked
        }
    }
}

/// What ways in somebody wants for cards.
struct EntranceWish: Sendable {
    let kind: StoredEntrance.Kind
    let days: Int64
    let deviceType: String?

    /// Throws `entrance-time-invalid`, `device-type-invalid`.
    init(_ kind: StoredEntrance.Kind, days: Int64, deviceType: String?, _ settings: Settings) throws {
        guard (1...settings.entranceDaysMax).contains(days) else { throw Refusal.entranceTimeInvalid(settings.entranceDaysMax) }
        if let deviceType { try DeviceTypeWord.demand(deviceType) }
        self.kind = kind
        self.days = days
        self.deviceType = deviceType
    }
}

extension Act {
    /// So many cards, or intervals of them, stand on an entry.
    private static let namedMax = 20

    /// Which cards it was about: each of a few, else the batch or where they lie. By references: an entry stays for ever and bears no number.
    fileprivate func noteWhich(_ cards: CardSelector, _ found: CardIntervals) throws {
        if case .batch(let label) = cards { recording.note("batch", .string(label)) }
        guard found.count > Self.namedMax else {
            for interval in found.intervals { for card in interval.lo...interval.hi { recording.about(card: card) } }
            return
        }
        if case .batch = cards { return }
        let references = installation.secrets.references
        let ends = try found.intervals.prefix(Self.namedMax).map { interval -> JSONValue in
            .array([.string(try references.text(for: interval.lo)), .string(try references.text(for: interval.hi))])
        }
        recording.note("intervals", .array(ends))
    }

    /// Makes a way in to each of the cards that somebody's own hands hold. Throws `no-card-can-be-registered`.
    func issue(_ asked: EntranceWish, for cards: CardIntervals) throws -> [IssuedEntrance] {
        var made: [(entrance: StoredEntrance, hash: [UInt8])] = []
        var shown: [IssuedEntrance] = []
        let expiresAt = now.adding(days: asked.days)
        for part in try CustodyRecords.parts(of: cards, scope: principal.scope, in: session) {
            // An unconfirmed claim gives nobody the right to let a person register.
            guard part.custodian.standing == .stock || part.custodian.standing == .allocated else { continue }
            for (subscription, iccid) in try PersonalCardRecords.cards(of: part.interval, in: session) {
                let code = EntranceCode.make(asked.kind, by: installation.chance)
                let entrance = StoredEntrance(
                    id: fresh(), kind: asked.kind, subscription: subscription, organisation: part.custodian.organisation,
                    path: part.custodian.path, deviceType: asked.deviceType, issuedAt: now, expiresAt: expiresAt, revokedAt: nil)
                made.append((entrance, EntranceCode.hash(code, asked.kind, of: subscription, by: installation.secrets.search)))
                shown.append(IssuedEntrance(id: entrance.id, subscription: subscription, iccid: iccid, code: code, expiresAt: expiresAt))
            }
        }
        guard !made.isEmpty else { throw Refusal.noCardCanBeRegistered }
        try EntranceRecords.insert(made, by: principal.account, in: session)
        recording.note("cards", .integer(Int64(made.count)))
        recording.note("kind", .string(asked.kind.rawValue))
        if let only = made.first, made.count == 1 { recording.about(.entrance, only.entrance.id) }
        return shown
    }
}

/// The text of a link or claim code: characters that do not look alike, told in four by four. A link has 80 bits of chance; a code that
/// is typed beside the ICCID has 40 and is throttled.
package enum EntranceCode {
    private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    static func make(_ kind: StoredEntrance.Kind, by chance: any Chance) -> String {
        // 32 letters (Crockford's base 32): five bits of each byte.
        String(chance.bytes(kind == .link ? 16 : 8).map { letters[Int($0 & 31)] })
    }

    /// As people type it: without spaces and hyphens, in capitals, O for 0 and I or L for 1.
    package static func normalised(_ text: String) -> String? {
        var code = ""
        for character in text.uppercased() where character != "-" && !character.isWhitespace {
            switch character {
            case "O": code.append("0")
            case "I", "L": code.append("1")
            case _ where letters.contains(character): code.append(character)
            default: return nil
            }
        }
        return code
    }

    /// A link is found by itself; a code only together with its card.
    static func hash(_ code: String, _ kind: StoredEntrance.Kind, of subscription: Int64, by search: SearchIndex) -> [UInt8] {
        switch kind {
        case .link: SecretHash.of(code)
        case .claimCode: search.hash("\(subscription):\(code)", for: .claimCode)
        }
    }
}

/// What a card is in: a word of the agent's, kept in clear.
enum DeviceTypeWord {
    static func demand(_ word: String) throws(Refusal) {
        guard (1...40).contains(word.count), word.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == " " }) else {
            throw .deviceTypeInvalid
        }
    }
}

extension Refusal {
    static func entranceTimeInvalid(_ max: Int64) -> Refusal {
        Refusal(
            "entrance-time-invalid", .invalid, house: .limits, en: "A link lives 1 to \(max) days.", zh: "链接有效期为 1 至 \(max) 天。",
            mend: LocalText(en: "Choose fewer days.", zh: "请缩短有效期。"), pointer: "/days")
    }
    static let noCardOfThese = Refusal(
        "no-card-of-these", .invalid, requirements: ["R-25-17"], en: "None of these cards is in your hands.", zh: "您名下没有所选的卡。",
        mend: LocalText(en: "Check the batch or the range.", zh: "请核对批次或号段。"), pointer: "/cards")
    static let deviceTypeInvalid = Refusal(
        "device-type-invalid", .invalid, requirements: ["R-AF-04"], en: "A device type is a word of letters and digits, at most 40.",
        zh: "设备类型为 40 字以内的文字或数字。", mend: LocalText(en: "Write for example watch or camera.", zh: "例如：手表、摄像头。"), pointer: "/deviceType")
}
