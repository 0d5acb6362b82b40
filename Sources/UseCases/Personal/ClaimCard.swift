import Ledger
import Numbers
import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let cardClaimed = TrailAction("entrance.card-claimed")
}

extension Installation {
    /// Somebody at a card's entrance says that the card is his, though it stands in another's name, another has applied for it or it is kept
    /// for another: a case for the operator, who looks into it as into a disputed number (R-PH-06). Whoever has the card is not told of. Of
    /// whoever says so nothing is kept but the telephone number he leaves, if he leaves one, sealed and until the case is closed; he shows card
    /// and document at a business hall. Of a card with an open case there is no second one.
    ///
    /// Throws `card-not-taken` where nobody else has it, `card-claims-exhausted`, `contact-invalid`.
    package func claimCard(as principal: Principal, contact: String? = nil) async throws {
        let seat = try principal.demandSeat()
        let phone = try contact.flatMap { $0.isEmpty ? nil : $0 }.map { text throws(Refusal) in
            guard let phone = ContactPhone.check(text).value else { throw Refusal.claimContactInvalid }
            return phone.text.description
        }
        try await act(as: principal, .cardClaimed, needs: .personalRegister) { act in
            let view = try act.personalView(of: seat)
            guard [.registered, .underApplication, .closed].contains(view.standing) else { throw Refusal.cardNotTaken }
            guard let stored = try SeatRecords.find(seat.id, in: act.session) else { throw Refusal.entranceNotOpen }
            let search = act.installation.secrets.search
            let keys = ["claims-of:\(seat.subscription)", "claims-by:\(Hex.text(stored.device))"]
            for key in keys {
                let made = try AttemptRecords.add(.device, search.hash(key, for: .attempt), at: act.now, in: act.session)
                guard made <= Self.claimsMax else { throw Refusal.claimsExhausted }
            }
            try LifeCaseRecords.open(.init(subscription: seat.subscription, openedAt: act.now, kind: .claimedAtEntrance), in: act.session)
            if let phone { try act.keepClaimContact(phone, of: seat.subscription) }
            act.recording.about(card: seat.subscription)
        }
    }

    /// So often a day for one card, whoever says it, and on one device.
    private static let claimsMax = 3
}

extension Refusal {
    static let claimContactInvalid = Refusal(
        "contact-invalid", .invalid, requirements: ["R-NF-02"], en: "This is no telephone number.", zh: "联系电话格式不正确。",
        mend: LocalText(en: "Leave a mobile or fixed-line number, or none.", zh: "请填写手机或固定电话号码，也可不填。"), pointer: "/contact")
    static let cardNotTaken = Refusal(
        "card-not-taken", .conflict, requirements: ["R-PH-06"], en: "Nobody else has this card.", zh: "此卡未被他人登记或申请。",
        mend: LocalText(en: "Register it here, or look how your own case stands.", zh: "请在此办理登记，或查询您的办理进度。"))
    static let claimsExhausted = Refusal(
        "card-claims-exhausted", .tooMany, requirements: ["R-PH-06"], en: "The operator has been told of this card several times today.",
        zh: "今日已多次向运营商反映此卡。",
        mend: LocalText(
            en: "Take card and document to a business hall, or come back tomorrow.", zh: "请携带卡和有效证件到营业厅，或明日再试。", sendsTo: .hall))
}
