import Contract
import Records
import Registry
import UseCases
import Vault
import Web

extension Call {
    func changeLives() async throws -> Answer {
        let asked: Wire.ChangeLives = try decode()
        let wish = LifeWish(try word(asked.command, at: "/command"), reason: try asked.reason.map { try stopReason($0) })
        let outcomes = try await installation.changeLives(
            as: principal(), asked.cards.selector(), wish, leavingOthers: asked.leavingOthers ?? false)
        let left = outcomes.leftOut.sorted { $0.key.rawValue < $1.key.rawValue }.map { obstacle, cards in
            Wire.CardObstacle(code: obstacle.rawValue, title: obstacle.text.text(in: language), cards: cards)
        }
        return try .json(
            Wire.LifeOutcomes(
                changed: outcomes.changed, leftOut: left, notFoundPositions: outcomes.notFoundPositions.map(Int64.init)))
    }

    private func stopReason(_ name: String) throws(Refusal) -> StopReason {
        guard let reason = StopReason(name: name) else { throw .bodyInvalid.with(details: [.notAmongValues.at("/reason")]) }
        return reason
    }

    func readLife() async throws -> Answer {
        let found = try await installation.readLife(as: principal(), reference: pathText("card"))
        return try .json(Wire.CardLife(found, card: pathText("card")))
    }

    func changeDevice() async throws -> Answer {
        let asked: Wire.ChangeDevice = try decode()
        return try .json(
            Wire.LifeStanding(try await installation.changeDevice(as: principal(), card: pathText("card"), imei: asked.imei)))
    }

    func changeSIM() async throws -> Answer {
        let asked: Wire.ChangeSIM = try decode()
        return try .json(
            Wire.LifeStanding(try await installation.changeSIM(as: principal(), card: pathText("card"), iccid: asked.iccid)))
    }

    // MARK: Settings

    func listLifeSettings() async throws -> Answer {
        let found = try await installation.listLifeSettings(as: principal())
        return try .json(Wire.LifeSettingList(items: found.map { Wire.LifeSettingVersion($0.version, product: $0.product) }))
    }

    func setLifeSetting() async throws -> Answer {
        let asked: Wire.SetLifeSetting = try decode()
        let product = try asked.product.map { try productCode($0, at: "/product") }
        let carrier = try asked.carrier.map { try self.carrier($0, at: "/carrier") }
        let version = try await installation.setLifeSetting(
            as: principal(), carrier: carrier, product: product, province: asked.province, LifeSetting(asked.setting),
            validFrom: asked.validFrom.map { try instant($0, at: "/validFrom") }, after: asked.after,
            replacing: asked.replacing ?? false)
        return try .json(Wire.LifeSettingVersion(version, product: product))
    }

    func listLifeNotices() async throws -> Answer {
        let kind: NoticeKind = try word(query["kind"] ?? "", at: "kind")
        let position = try cursorKeys(2).map { keys in
            guard let at = Int64(keys[0]), let card = installation.secrets.references.subscription(from: keys[1]) else {
                throw Refusal.cursorInvalid
            }
            return LifeNoticeRecords.Notice(subscription: card, stepAt: Instant(milliseconds: at), kind: kind.rawValue)
        }
        let found = try await installation.listLifeNotices(
            as: principal(), kind, day: query["day"].map { try calendarDay($0, at: "day") }, after: position, limit: limit)
        return try page(
            found, keys: { [String($0.stepAt.milliseconds), (try? reference($0.subscription)) ?? ""] },
            item: { Wire.LifeNotice(card: try reference($0.subscription), kind: $0.kind, at: $0.stepAt.wire) })
    }

    // MARK: Where carrier and we disagree

    func listLifeCases() async throws -> Answer {
        let position = try cursorKeys(3).map { keys in
            guard let opened = Int64(keys[0]), let card = installation.secrets.references.subscription(from: keys[1]) else {
                throw Refusal.cursorInvalid
            }
            guard let kind = LifeCaseKind(rawValue: keys[2]) else { throw Refusal.cursorInvalid }
            return LifeCaseRecords.Case(subscription: card, openedAt: Instant(milliseconds: opened), kind: kind)
        }
        let found = try await installation.listLifeCases(as: principal(), after: position, limit: limit)
        return try page(
            found, keys: { [String($0.openedAt.milliseconds), (try? reference($0.subscription)) ?? "", $0.kind.rawValue] },
            item: {
                Wire.LifeCase(
                    $0.kind, card: try reference($0.subscription), openedAt: $0.openedAt.wire, contacts: $0.contacts, cards: $0.cards)
            })
    }

    func readClaimContacts() async throws -> Answer {
        let asked: Wire.ReadClaimContacts = try decode()
        let contacts = try await installation.readClaimContacts(as: principal(), card: asked.card, purpose: asked.purpose)
        return try .json(Wire.ClaimContacts(items: contacts.map { Wire.ClaimContact(phone: $0.phone, leftAt: $0.leftAt.wire) }))
    }

    func closeLifeCase() async throws -> Answer {
        let asked: Wire.CloseLifeCase = try decode()
        let kind: LifeCaseKind = try word(asked.kind, at: "/kind")
        try await installation.closeLifeCase(
            as: principal(), card: asked.card, kind: kind, openedAt: instant(asked.openedAt, at: "/openedAt"))
        return try .json(Wire.LifeCase(kind, card: asked.card, openedAt: asked.openedAt))
    }

    func mendLifeCase() async throws -> Answer {
        let asked: Wire.MendLifeCase = try decode()
        let kind: LifeCaseKind = try word(asked.kind, at: "/kind")
        try await installation.mendLifeCase(
            as: principal(), card: asked.card, kind: kind, openedAt: instant(asked.openedAt, at: "/openedAt"),
            try word(asked.mend, at: "/mend"))
        return try .json(Wire.LifeCase(kind, card: asked.card, openedAt: asked.openedAt))
    }

    // MARK: What is kept

    func readRetentionReport() async throws -> Answer {
        let keys = try cursorKeys(2)
        let position = try keys.map { keys in
            guard let ended = Int64(keys[0]), let registration = RegistrationID(keys[1]) else { throw Refusal.cursorInvalid }
            return RetentionRecords.Position(endedAt: Instant(milliseconds: ended), registration: registration)
        }
        let found = try await installation.retentionReport(as: principal(), after: position, limit: limit)
        let next = found.lines.next.map { Cursor.text(operation, [String($0.endedAt.milliseconds), $0.registration.wire]) }
        return try .json(
            Wire.RetentionReport(
                live: found.figures.live, retention: found.figures.retention, deepFreeze: found.figures.deepFreeze,
                legalHold: found.figures.legalHold, inCustody: found.figures.inCustody, awaitingCustody: found.figures.awaitingCustody,
                keysInCustody: found.figures.keysInCustody, hasCustodians: found.figures.hasCustodians,
                cardsCancelled: found.cardsCancelled,
                items: found.lines.rows.map { Wire.RetainedRegistration($0, in: language) }, next: next)
        ).linked(to: next, by: self)
    }

    func answerDeletion() async throws -> Answer {
        let asked = try CardAsked(body)
        let phase = try await installation.answerDeletion(as: principal(), asked.question, at: asked.at)
        return try .json(Wire.DeletionAnswer(phase, in: language))
    }
}
