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
        let product = try asked.product.map { text in
            guard let code = ProductCode(text) else { throw Refusal.bodyInvalid.with(details: [.wrongForm.at("/product")]) }
            return code
        }
        let carrier = try asked.carrier.map { text in
            guard let carrier = Carrier(text) else { throw Refusal.bodyInvalid.with(details: [.wrongForm.at("/carrier")]) }
            return carrier
        }
        let version = try await installation.setLifeSetting(
            as: principal(), carrier: carrier, product: product, province: asked.province, LifeSetting(asked.setting),
            validFrom: asked.validFrom.map { try instant($0, at: "/validFrom") }, after: asked.after)
        return try .json(Wire.LifeSettingVersion(version, product: product))
    }

    // MARK: Where carrier and we disagree

    func listLifeCases() async throws -> Answer {
        let position = try cursorKeys(3).map { keys in
            guard let opened = Int64(keys[0]), let card = installation.secrets.references.subscription(from: keys[1]) else {
                throw Refusal.cursorInvalid
            }
            return LifeCaseRecords.Case(subscription: card, openedAt: Instant(milliseconds: opened), kind: keys[2])
        }
        let found = try await installation.listLifeCases(as: principal(), after: position, limit: limit)
        return try page(
            found, keys: { [String($0.openedAt.milliseconds), (try? reference($0.subscription)) ?? "", $0.kind] },
            item: {
                Wire.LifeCase(card: try reference($0.subscription), kind: $0.kind, openedAt: $0.openedAt.wire)
            })
    }

    func closeLifeCase() async throws -> Answer {
        let asked: Wire.CloseLifeCase = try decode()
        try await installation.closeLifeCase(
            as: principal(), card: asked.card, kind: asked.kind, openedAt: instant(asked.openedAt, at: "/openedAt"))
        return try .json(Wire.LifeCase(card: asked.card, kind: asked.kind, openedAt: asked.openedAt))
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
                live: found.live, retention: found.retention, deepFreeze: found.deepFreeze, cardsCancelled: found.cardsCancelled,
                items: found.lines.rows.map { Wire.RetainedRegistration($0) }, next: next)
        ).linked(to: next, by: self)
    }

    func answerDeletion() async throws -> Answer {
        let asked = try CardAsked(body)
        let phase = try await installation.answerDeletion(as: principal(), asked.question, at: asked.at)
        return try .json(Wire.DeletionAnswer(phase, in: language))
    }
}
