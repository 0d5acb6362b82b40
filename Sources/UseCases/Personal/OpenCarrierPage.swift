import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let carrierPageOpened = TrailAction("carrier-page.opened")
    static let carrierPageFollowed = TrailAction("carrier-page.followed")
}

/// Where a person registers at the carrier himself.
package struct SentToCarrier: Sendable {
    /// At a host that was agreed on; good for whoever has it.
    package let address: String
    package let expiresAt: Instant
}

extension Installation {
    /// The carrier's own page for a person whose case a reviewer let pass, where it is left to him to register there (R-PH-06). Links die: each is
    /// fetched when it is asked for, and kept nowhere. What comes of it only the carrier's real-name state says.
    ///
    /// - Throws: `carrier-page-not-offered`, `carrier-page-refused`, `carrier-page-unavailable`, `attempts-exhausted`.
    package func openCarrierPage(as principal: Principal) async throws -> SentToCarrier {
        let seat = try principal.demandSeat()
        let now = now()
        let (wish, card) = try await look(as: principal, needs: .personalRegister) { session in
            let application = try PersonalCase.read(seat, at: now, in: self, session).application
            guard let application, let wish = try self.wishAtCarrierPage(of: application, in: session),
                let card = try CarrierTruthRecords.cards([wish.subscription], in: session)[wish.subscription]
            else { throw Refusal.carrierPageNotOffered }
            return (wish, card)
        }
        guard let gateway = connection(of: wish) else { throw Refusal.carrierPageNotOffered }
        // Counted before it is asked for: each costs a call.
        let key = secrets.search.hash("carrier-page:\(seat.subscription)", for: .attempt)
        let count = try await store.write { try AttemptRecords.add(.card, key, at: now, in: $0) }
        guard count <= Self.carrierPagesADay else { throw Refusal.attemptsExhausted }
        // Of several servers one talks to a carrier at a time; the next request may come to it.
        guard try await hasTurn(at: gateway) else { throw Refusal.carrierPageUnavailable(retryAfterSeconds: 5) }
        let order: CarrierOrderID = fresh()
        let reply = await gateway.startRegistration(CarrierOrder(id: order, card: card, at: now))
        guard let invitation = reply.value else { throw Self.refusal(of: reply, at: self.now()) }
        try await act(as: principal, .carrierPageOpened, needs: .personalRegister) { act in
            let application = try act.personalCase(of: seat).application
            guard let application, try act.installation.wishAtCarrierPage(of: application, in: act.session) != nil else {
                throw Refusal.carrierPageNotOffered
            }
            act.recording.about(.application, application.id)
            try act.askCarrier(about: wish, at: act.now.adding(seconds: Self.firstLookSeconds))
        }
        return SentToCarrier(address: invitation.address, expiresAt: invitation.expires)
    }

    /// The person is back from there: the carrier is asked soon whether it has him registered, unless it was asked just now.
    /// Throws `carrier-page-not-offered` where nothing is left to him.
    package func followCarrierPage(as principal: Principal) async throws -> PersonalStatus {
        let seat = try principal.demandSeat()
        return try await act(as: principal, .carrierPageFollowed, needs: .personalRegister) { act in
            let standing = try act.personalCase(of: seat)
            guard let application = standing.application, let registration = standing.registration,
                let wish = try act.installation.wishAtCarrierPage(of: application, in: act.session)
            else { throw Refusal.carrierPageNotOffered }
            act.recording.about(.application, application.id)
            let askedAt = try CarrierTruthRecords.find(wish.subscription, in: act.session)?.realNameAt ?? wish.createdAt
            try act.askCarrier(about: wish, at: max(act.now, askedAt.adding(seconds: Self.betweenLooksSeconds)))
            return try PersonalStatus.read(registration, application, at: act.now, in: act.installation, act.session)
        }
    }

    private static let carrierPagesADay = 10
    /// Nobody is through with a carrier's page before.
    private static let firstLookSeconds: Int64 = 300
    private static let betweenLooksSeconds: Int64 = 10

    /// What the person himself sees to at the carrier. Only once the carrier was asked since and had nobody registered: whoever stood there before
    /// would be taken for him, and whoever registers before that word is confirmed by hand alone.
    func wishAtCarrierPage(of application: StoredApplication, in session: any Session) throws -> CarrierIntent? {
        guard application.kind == .register, application.state == .awaitingCarrier, let submission = application.submission,
            let card = try SubmissionRecords.intervals(submission, in: session).first?.lowerBound
        else { return nil }
        let open = try IntentRecords.open(of: [card], in: session)[card] ?? []
        guard let wish = open.first(where: { $0.submission == submission && $0.command == .register && $0.state == .byHand }),
            let gateway = connection(of: wish), gateway.capabilities.offers(.startRegistration),
            let truth = try CarrierTruthRecords.find(card, in: session), let askedAt = truth.realNameAt, askedAt >= wish.createdAt,
            let word = truth.realName?.word, word != .registered, word != .unknown
        else { return nil }
        return wish
    }

    private func connection(of wish: CarrierIntent) -> (any CarrierGateway)? { Carrier(wish.carrier).flatMap { carriers[$0] } }

    /// Why there is no page; the carrier's own words are for staff.
    private static func refusal(of reply: CarrierReply<CarrierInvitation>, at now: Instant) -> Refusal {
        switch reply {
        case .refused(let refusal, _) where refusal.kind == .temporary: .carrierPageUnavailable(retryAfterSeconds: 300)
        case .refused: .carrierPageRefused
        case .locked(let until), .overQuota(let until):
            .carrierPageUnavailable(retryAfterSeconds: Int(max(1, (until.milliseconds - now.milliseconds) / 1_000)))
        case .unreachable(let seconds): .carrierPageUnavailable(retryAfterSeconds: Int(max(1, seconds)))
        case .done, .accepted, .unclear: .carrierPageUnavailable(retryAfterSeconds: 60)
        }
    }
}

extension Act {
    fileprivate func askCarrier(about wish: CarrierIntent, at instant: Instant) throws {
        try CarrierTruthRecords.askAbout(wish.subscription, of: wish.carrier, .usual, at: instant, in: session)
    }
}

extension Refusal {
    static let carrierPageNotOffered = Refusal(
        "carrier-page-not-offered", .conflict, requirements: ["R-OP-01"], en: "There is nothing to do on the carrier's page for this case.",
        zh: "本次办理无需前往运营商页面。", mend: LocalText(en: "Look where the case stands.", zh: "请查看办理进度。"))
    static let carrierPageRefused = Refusal(
        "carrier-page-refused", .conflict, requirements: ["R-OP-01"], en: "The carrier opens no page for this card.",
        zh: "运营商未提供此卡的办理页面。",
        mend: LocalText(en: "Go to a business hall with card and document.", zh: "请携带此卡和证件到营业厅办理。"))
    static func carrierPageUnavailable(retryAfterSeconds: Int) -> Refusal {
        Refusal(
            "carrier-page-unavailable", .temporary, requirements: ["R-OP-01"], en: "The carrier's page cannot be opened at the moment.",
            zh: "暂时无法打开运营商办理页面。",
            mend: LocalText(en: "Try again in a while, or go to a business hall.", zh: "请稍后重试，或到营业厅办理。"),
            retryAfterSeconds: retryAfterSeconds)
    }
}
