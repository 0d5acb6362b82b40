import Records
import Registry
import SQLCore

extension TrailAction {
    static let ownCardBroughtBack = TrailAction("own-data.card-brought-back")
}

extension Installation {
    /// A person who has proved who he is keeps a card in his name that is being cancelled (R-LC-03): at once, as nothing is registered otherwise by it.
    /// Not where the operating company stopped it for a reason of its own: that is for it to lift.
    /// Throws `identity-not-proved`, `not-found` for a card that is not in his name, `life-not-cancelling`, `life-cancelled`, `life-stopped`,
    /// `life-not-by-holder` where the setting leaves it to others.
    package func bringBackOwnCard(as principal: Principal, code: String) async throws {
        let seat = try principal.demandSeat()
        try await act(as: principal, .ownCardBroughtBack, needs: .personalRegister) { act in
            let own = try act.ownRegistration(code: code, at: seat)
            guard let life = try LifeRecords.life(own.card.subscription, at: act.now, in: act.session) else { throw Refusal.notFound }
            let terms = try LifeTerms(in: act.session)
            if let refusal = try life.obstacleToHolder(terms, at: act.now) { throw refusal }
            let writing = LifeWriting(act, terms)
            if let obstacle = try writing.obey(LifeWish(.bringBack), life, terms) { throw obstacle.refusal }
            act.recording.about(.registration, own.registration.id)
            try writing.finish()
        }
    }
}

extension Act {
    /// When a card of the person's is cancelled unless he brings it back; nil where it is not being cancelled, or is not his to bring back.
    func mayBeBroughtBack(_ subscription: Int64, _ terms: LifeTerms) throws -> Instant? {
        guard let life = try LifeRecords.life(subscription, at: now, in: session), life.standing.state == .cancelling else { return nil }
        guard try life.obstacleToHolder(terms, at: now) == nil else { return nil }
        return life.times.nextStep(try terms.periods(of: life))?.at
    }
}

extension StoredLife {
    /// Why its holder cannot bring it back himself.
    fileprivate func obstacleToHolder(_ terms: LifeTerms, at now: Instant) throws -> Refusal? {
        let periods = try terms.periods(of: self, at: now)
        do {
            _ = try standing.decide(.bringBack, context(periods))
        } catch {
            return error.obstacle.refusal
        }
        guard periods.holderBringsBack else { return .notBroughtBackByHolder }
        return standing.stops.reasons.allSatisfy { $0.permission == .cardLife } ? nil : LifeObstacle.stopped.refusal
    }
}

extension Refusal {
    static let notBroughtBackByHolder = Refusal(
        "life-not-by-holder", .conflict, requirements: ["R-LC-03"], en: "This card's holder does not bring it back himself.",
        zh: "该卡不支持机主自行恢复。",
        mend: LocalText(en: "Ask whoever sold the card to keep it.", zh: "请联系售卡方办理恢复。"))
}
