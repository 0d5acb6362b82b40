import Ledger
import Records
import Registry
import SQLCore

extension TrailAction {
    static let transferBegun = TrailAction("own-data.transfer-begun")
    static let transferCalledOff = TrailAction("own-data.transfer-called-off")
    static let transferDeclined = TrailAction("transfer.declined")
}

/// What the holder hands to the next owner of his card.
package struct TransferOffer: Sendable {
    /// The holder's giving up of the card, as he follows it.
    package let matter: OwnMatter
    /// Of the next owner's link; seen once.
    package let code: String
    package let expiresAt: Instant
}

/// A card that its holder gives to a next owner (过户, R-LC-08, R-25-02): his giving up of it, and the way in he gave out with it. The old
/// holding ends as every other; the next owner's registration is a whole one and begins only then, so that the two never overlap.
struct CardTransfer: Sendable {
    let end: StoredApplication
    let entrance: StoredEntrance

    /// While it is not decided; nil where the card is simply being given up, or not at all.
    static func underWay(_ registration: RegistrationID, in session: any Session) throws -> CardTransfer? {
        guard let id = try ApplicationRecords.undecided([.end], of: registration, in: session),
            let end = try ApplicationRecords.find(id, .everything, in: session)
        else { return nil }
        return try of(end, in: session)
    }

    /// nil where nobody was given a link with this giving up. Only a person gives a card away, so what staff hand in is none.
    static func of(_ end: StoredApplication, in session: any Session) throws -> CardTransfer? {
        guard end.kind == .end, try SeatRecords.find(end.createdBy, in: session) != nil,
            let subscription = try ApplicationRecords.intervals(end.id, in: session).first?.lowerBound,
            let entrance = try EntranceRecords.given(by: end.createdBy, at: end.createdAt, to: subscription, in: session)
        else { return nil }
        return CardTransfer(end: end, entrance: entrance)
    }

    /// That by which whoever is at this entrance shall come by the card; nil at every other entrance.
    static func leading(to entrance: EntranceID, of subscription: Int64, at now: Instant, in session: any Session) throws -> CardTransfer? {
        guard let holding = try HoldingRecords.link(subscription, at: now, asKnown: now, in: session)?.registration,
            let transfer = try underWay(holding, in: session), transfer.entrance.id == entrance
        else { return nil }
        return transfer
    }
}

extension Installation {
    /// How long a next owner's link opens, and the card is kept for him at most: a month, within which reviewer and carrier have answered
    /// and he finds the time. A holder who wants to give it to somebody else calls it off.
    private static let transferDays: Int64 = 30

    /// A person who has proved who he is gives a card in his name to a next owner: the card is being given up from now on, and the link
    /// lets the next owner prepare his own registration meanwhile. Neither is told anything of the other.
    /// Throws `identity-not-proved`, `not-found` for a card that is not in his name, `asked-already`, `transfer-not-possible`.
    package func beginTransfer(
        as principal: Principal, code: String, in language: ReaderLanguage = .chinese
    ) async throws -> TransferOffer {
        let seat = try principal.demandSeat()
        return try await act(as: principal, .transferBegun, needs: .personalRegister) { act in
            let own = try act.ownRegistration(code: code, at: seat)
            guard try ApplicationRecords.undecided([.end, .dispute], of: own.registration.id, in: act.session) == nil else {
                throw Refusal.askedAlready
            }
            let (text, entrance) = try act.giveWayIn(to: own, days: min(Self.transferDays, act.installation.settings.entranceDaysMax))
            let end = try act.handInAtOnce(
                .end, of: own, in: language, found: [.passed("identity-proved-again", "R-LC-08", "/holder")])
            act.recording.about(.entrance, entrance.id)
            return TransferOffer(
                matter: OwnMatter(end, code: own.registration.code, transferUntil: entrance.expiresAt), code: text,
                expiresAt: entrance.expiresAt)
        }
    }

    /// The holder calls it off: the card stays his, and the link opens nothing any more.
    /// Throws `identity-not-proved`, `not-found` where none is under way, `transfer-at-carrier`.
    package func callOffTransfer(as principal: Principal, code: String) async throws -> OwnMatter {
        let seat = try principal.demandSeat()
        return try await act(as: principal, .transferCalledOff, needs: .personalRegister) { act in
            let own = try act.ownRegistration(code: code, at: seat)
            guard let transfer = try CardTransfer.underWay(own.registration.id, in: act.session) else { throw Refusal.notFound }
            try act.callOff(transfer)
            guard let end = try ApplicationRecords.find(transfer.end.id, .everything, in: act.session) else { throw Refusal.notFound }
            return OwnMatter(end, code: own.registration.code)
        }
    }

    /// The next owner does not want the card: what he began is taken back, and it stays with its holder. Once that holding has ended it is
    /// kept for nobody any more. His link is closed.
    /// Throws `not-found` at every other entrance, or when it is over; `transfer-at-carrier`.
    package func declineTransfer(as principal: Principal) async throws {
        let seat = try principal.demandSeat()
        try await act(as: principal, .transferDeclined, needs: .personalRegister) { act in
            let standing = try act.personalCase(of: seat)
            let transfer = try standing.transfer(in: act.session)
            guard try transfer != nil || standing.isKept(in: act.session) else { throw Refusal.notFound }
            for id in [standing.stored.application, standing.stored.proof, standing.stored.correction].compactMap(\.self) {
                guard let begun = try ApplicationRecords.find(id, .card(seat), in: act.session), !begun.state.isDecided else { continue }
                try act.takeBack(begun, at: seat)
            }
            if let transfer { try act.callOff(transfer) } else { try act.close(standing.stored.entrance) }
        }
    }
}

extension PersonalCase {
    /// By which the person here shall come by the card, while the holding before is not over.
    func transfer(in session: any Session) throws -> CardTransfer? {
        try CardTransfer.leading(to: stored.entrance, of: card.subscription, at: now, in: session)
    }

    /// Whether the card is kept for whoever is here.
    fileprivate func isKept(in session: any Session) throws -> Bool {
        try CardReservation.standing(card.subscription, at: now, in: session)?.entrance.id == stored.entrance
    }
}

extension Act {
    /// A link to the card for whoever shall have it next; judged by the policies of whoever has the card in his hands, for the same device.
    fileprivate func giveWayIn(to own: OwnRegistration, days: Int64) throws -> (code: String, entrance: StoredEntrance) {
        let custodian = try CustodyRecords.custodian(of: own.card.subscription, scope: .everything, in: session)
        guard let custodian, custodian.standing == .stock || custodian.standing == .allocated else { throw Refusal.transferNotPossible }
        let code = EntranceCode.make(.link, by: installation.chance)
        let entrance = StoredEntrance(
            id: fresh(), kind: .link, subscription: own.card.subscription, organisation: custodian.organisation, path: custodian.path,
            deviceType: try deviceType(of: own.registration.id), issuedAt: now, expiresAt: now.adding(days: days), revokedAt: nil)
        let hash = EntranceCode.hash(code, .link, of: own.card.subscription, by: installation.secrets.search)
        try EntranceRecords.insert([(entrance, hash)], by: principal.account, in: session)
        return (code, entrance)
    }

    /// What the card was registered in, as its submission says.
    private func deviceType(of registration: RegistrationID) throws -> String? {
        let registered = try ApplicationRecords.list(
            .everything, state: .approved, kind: .register, registration: registration, after: nil, limit: 1, in: session
        ).first
        guard let id = registered?.submission, let submission = try SubmissionRecords.find(id, in: session) else { return nil }
        return try JSONValue(parsing: submission.content)["deviceType"]?.stringValue
    }

    /// A card that stays with its holder is nobody else's to come by; before the giving up is decided.
    func closeTransfer(of registration: RegistrationID) throws {
        guard let transfer = try CardTransfer.underWay(registration, in: session) else { return }
        try close(transfer.entrance.id)
    }

    fileprivate func close(_ entrance: EntranceID) throws {
        _ = try EntranceRecords.revoke(entrance, at: now, in: session)
        recording.about(.entrance, entrance)
    }

    fileprivate func callOff(_ transfer: CardTransfer) throws {
        let end = transfer.end
        guard try mayBeCalledOff(end) else { throw Refusal.transferAtCarrier }
        try ApplicationRecords.mark(
            end.id, .withdrawn, decidedAt: now, purgeAfter: now.adding(days: installation.settings.purgeDays), at: now, in: session)
        if let submission = end.submission,
            let registration = try RegistrationRecords.find(end.registration, .everything, at: now, in: session)
        {
            try dropWishes(of: submission)
            try tell(.withdrawn, of: registration, submission)
        }
        try close(transfer.entrance.id)
        recording.about(.application, end.id)
        recording.about(.registration, end.registration)
    }

    /// Once the carrier may have heard of it, from us or from somebody who sees to it there by hand, its word alone ends it.
    private func mayBeCalledOff(_ end: StoredApplication) throws -> Bool {
        guard end.state == .awaitingCarrier else { return true }
        guard let submission = end.submission, let card = try SubmissionRecords.intervals(submission, in: session).first?.lowerBound
        else { return false }
        return try (IntentRecords.open(of: [card], in: session)[card] ?? [])
            .contains { $0.submission == submission && $0.state == .waiting }
    }
}

extension Refusal {
    static let transferNotEnded = Refusal(
        "transfer-not-ended", .conflict, requirements: ["R-LC-08"], en: "The card stands in the former holder's name until that has ended.",
        zh: "原登记尚未解除，此卡暂不能登记到您名下。",
        mend: LocalText(en: "Prepare everything now; hand it in once the former registration has ended.", zh: "可先填写资料，待原登记解除后提交。"))
    static let transferAtCarrier = Refusal(
        "transfer-at-carrier", .conflict, requirements: ["R-LC-08"], en: "The carrier is being asked; it cannot be called off any more.",
        zh: "已提交运营商处理，不能撤销过户。",
        mend: LocalText(en: "Wait for the carrier's answer, or call the operator.", zh: "请等待运营商处理结果，或联系运营商。", sendsTo: .hotline))
    static let transferNotPossible = Refusal(
        "transfer-not-possible", .conflict, requirements: ["R-LC-08"],
        en: "Nobody has this card in hand who could let the next owner register.",
        zh: "此卡当前无归属代理商，无法办理线上过户。",
        mend: LocalText(en: "Give the card up; the next owner registers at a business hall.", zh: "请先解绑，由新用户到营业厅登记。", sendsTo: .hall))
}
