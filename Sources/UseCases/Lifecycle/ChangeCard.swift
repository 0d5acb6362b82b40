import Ledger
import Numbers
import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let deviceDeclared = TrailAction("card.device-declared")
    static let simChanged = TrailAction("card.sim-changed")
}

extension Installation {
    /// Declares the device a card will be in from now on (换机, R-IC-07, R-IC-08), before it is changed. What separated it is settled; where the
    /// carrier demands a new verification after it, the card is stopped until then. Throws `not-an-imei`, `not-found`, `life-…`.
    package func changeDevice(as principal: Principal, card reference: String, imei: String) async throws -> LifeStanding {
        let context = NumberContext(today: try chinaDay())
        return try await change(as: principal, .deviceDeclared, reference, .changeDevice) { act, card in
            guard let imei = IMEI.check(imei, in: context).value, let device = Int64(imei.deviceKey.description) else {
                throw Refusal.notAnIMEI
            }
            let ordinal = try DeviceRecords.nextOrdinal(card, in: act.session)
            try act.register(.deviceBinding, [card, ordinal, device, act.now, act.now, principal.account])
        }
    }

    /// Gives a card's service another SIM with the same number (换卡, R-LC-07). Holding and number stay; the old SIM leads here for what was, and
    /// where the province demands it the holder is verified anew (R-25-03). Throws `not-a-card-number`, `sim-taken`, `not-found`, `life-…`.
    package func changeSIM(as principal: Principal, card reference: String, iccid: String) async throws -> LifeStanding {
        let context = NumberContext(today: try chinaDay())
        return try await change(as: principal, .simChanged, reference, .changeSIM) { act, card in
            guard let iccid = ICCID.check(iccid, in: context).value else { throw Refusal.notACardNumber.at("/iccid") }
            guard try !SIMRecords.isTaken(iccid, at: act.now, in: act.session) else { throw Refusal.simTaken }
            let ordinal = try SIMRecords.nextOrdinal(card, in: act.session)
            try act.register(.simChange, [card, ordinal, iccid.text.description, act.now, act.now, principal.account])
            try SIMRecords.enter(iccid, of: card, at: act.now, in: act.session)
        }
    }

    private func change(
        as principal: Principal, _ action: TrailAction, _ reference: String, _ command: LifeCommand,
        _ write: @escaping @Sendable (Act, _ card: Int64) throws -> Void
    ) async throws -> LifeStanding {
        try await act(as: principal, action, needs: .cardLife) { act in
            guard let card = act.installation.secrets.references.subscription(from: reference),
                try CardReach.contains(card, scope: principal.scope, at: act.now, in: act.session),
                var life = try LifeRecords.life(card, at: act.now, in: act.session)
            else { throw Refusal.notFound }
            let terms = try LifeTerms(in: act.session)
            let transition: LifeTransition
            do {
                transition = try life.standing.decide(command, life.context(try terms.periods(of: life, at: act.now)))
            } catch let refused as LifeRefused {
                throw refused.obstacle.refusal
            }
            try write(act, card)
            let writing = LifeWriting(act, terms)
            try writing.apply(transition, command, reason: nil, to: &life)
            try writing.keep(life)
            try writing.finish()
            return life.standing
        }
    }
}

extension Refusal {
    static let notAnIMEI = Refusal(
        "not-an-imei", .invalid, requirements: ["R-NF-03"], en: "This is no device number.", zh: "设备号（IMEI）有误。",
        mend: LocalText(en: "Type the 15 digits shown by *#06#.", zh: "请输入设备上 *#06# 显示的15位号码。"), pointer: "/imei")
    static let simTaken = Refusal(
        "sim-taken", .conflict, requirements: ["R-LC-06"], en: "This SIM belongs to a service already.", zh: "该 SIM 卡已被使用。",
        mend: LocalText(en: "Take one that was never used.", zh: "请使用未用过的卡。"), pointer: "/iccid")
}
