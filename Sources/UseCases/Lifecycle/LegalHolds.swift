import Ledger
import Numbers
import Records
import Registry
import SQLCore

extension TrailAction {
    static let holdPlaced = TrailAction("legal-hold.placed")
    static let holdReleased = TrailAction("legal-hold.released")
}

/// What is to be held, and for which case.
package struct HoldWish: Sendable {
    package let card: CardQuestion
    /// A time of the registration; now where none is named.
    package var at: Instant?
    /// Whoever had this role then is held, wherever he is registered; without one the card is.
    package var role: PartyRole?
    package var caseNumber: String
    package var reason: String

    package init(_ card: CardQuestion, at: Instant? = nil, role: PartyRole? = nil, caseNumber: String, reason: String) {
        self.card = card
        self.at = at
        self.role = role
        self.caseNumber = caseNumber
        self.reason = reason
    }
}

extension Installation {
    /// Keeps what was registered of a card, or of somebody who answered for it, from its next phase until somebody releases it (DESIGN 5).
    /// Throws `not-found`, `nothing-kept` where nobody had the role then, `case-number-needed`, and what is wrong with the reason.
    package func placeHold(as principal: Principal, _ wish: HoldWish) async throws -> StoredHold {
        try CaseNumber.demand(wish.caseNumber, today: chinaDay())
        try Purpose.demand(wish.reason, today: chinaDay(), at: "/reason")
        return try await act(as: principal, .holdPlaced, needs: .legalHold, purpose: wish.reason) { act in
            try principal.demandEverything()
            let record = try act.record(wish.card, at: wish.at)
            try act.demandOpen(wish.caseNumber, at: "/caseNumber", names: record.names)
            try act.demandOpen(wish.reason, at: "/reason", names: record.names)
            let id: LegalHoldID = act.fresh()
            let party = try wish.role.map { role in
                guard let party = record.parties[role] else { throw Refusal.nothingKept }
                return party
            }
            try act.register(
                .legalHold,
                [
                    id, PublicCode.make("LH-", by: act.installation.chance), party == nil ? record.subscription : Int64?.none, party,
                    wish.caseNumber, wish.reason, act.now, principal.account,
                ])
            return try act.held(id)
        }
    }

    /// Lets the phases go on, for a reason of its own. Throws `not-found`, `hold-released`, and what is wrong with the reason.
    package func releaseHold(as principal: Principal, _ id: LegalHoldID, reason: String) async throws -> StoredHold {
        try Purpose.demand(reason, today: chinaDay(), at: "/reason")
        return try await act(as: principal, .holdReleased, needs: .legalHold, purpose: reason) { act in
            try principal.demandEverything()
            guard let hold = try LegalHoldRecords.find(id, in: act.session) else { throw Refusal.notFound }
            guard hold.release == nil else { throw Refusal.holdReleased }
            let names = try act.personNames(LegalHoldRecords.identities(of: hold.thing, in: act.session))
            try act.demandOpen(reason, at: "/reason", names: names)
            try act.register(.legalHoldRelease, [id, reason, act.now, principal.account])
            return try act.held(id)
        }
    }

    /// Those in force before those that were released; of both the newest first.
    package func holdsInForceFirst(as principal: Principal, limit: Int? = nil) async throws -> [StoredHold] {
        let limit = settings.rows(limit)
        return try await look(as: principal, needs: nil) { session in
            guard principal.knowsOfHolds else { throw Refusal.notPermitted }
            try principal.demandEverything()
            return try LegalHoldRecords.inForceFirst(limit: limit, in: session)
        }
    }

    /// The newest first, those that were released too.
    package func listHolds(
        as principal: Principal, before: LegalHoldID? = nil, limit: Int? = nil
    ) async throws -> Page<StoredHold, LegalHoldID> {
        let limit = settings.rows(limit)
        return try await look(as: principal, needs: nil) { session in
            guard principal.knowsOfHolds else { throw Refusal.notPermitted }
            try principal.demandEverything()
            return Page(try LegalHoldRecords.page(before: before, limit: limit + 1, in: session), limit: limit) { $0.id }
        }
    }
}

/// What was registered of a card at a time, for those who hold or open it.
struct RecordOfCard {
    let question: Answering
    let subscription: Int64
    let link: HoldingLink?
    let parties: [PartyRole: PartyID]
    /// Of the persons, so that no reason names them.
    let names: [String]
}

extension Act {
    /// Throws `not-found`.
    func record(_ card: CardQuestion, at: Instant?) throws -> RecordOfCard {
        let question = Answering(
            installation: installation, principal: principal, session: session, now: now, at: at ?? now, asKnown: now, isRevealed: false)
        guard let subscription = try question.subscription(card) else { throw Refusal.notFound }
        let link = try HoldingRecords.link(subscription, at: question.at, asKnown: now, in: session)
        let roles = try link?.registration.map { try RoleRecords.inForce($0, at: question.at, asKnown: now, in: session) } ?? [:]
        return RecordOfCard(
            question: question, subscription: subscription, link: link, parties: roles.compactMapValues(\.party),
            names: try personNames(roles.values.compactMap(\.identity)))
    }

    fileprivate func held(_ id: LegalHoldID) throws -> StoredHold {
        guard let hold = try LegalHoldRecords.find(id, in: session) else { throw Refusal.notFound }
        switch hold.thing {
        case .card(let card): recording.about(card: card)
        case .party(let party): recording.about(.party, party)
        }
        recording.note("code", .string(hold.code))
        recording.note("caseNumber", .string(hold.caseNumber))
        return hold
    }
}

/// What a court, the police or a regulator calls a case: it stands on the trail in clear.
enum CaseNumber {
    private static let bounds = TextBounds(4...64)

    static func demand(_ text: String, today: CivilDate) throws(Refusal) {
        guard bounds.admit(text), !text.allSatisfy(\.isWhitespace), text.contains(where: \.isNumber) else {
            throw .caseNumberNeeded.at("/caseNumber")
        }
        try OpenText(today: today).demand(text, at: "/caseNumber")
    }
}

extension Refusal {
    package static let caseNumberNeeded = Refusal(
        "case-number-needed", .invalid, requirements: ["R-DP-07"], en: "A case number of 4 to 64 characters is needed.",
        zh: "请填写案号（4 至 64 个字符）。",
        mend: LocalText(en: "Copy it from the order of the court, the police or the regulator.", zh: "请按法院、公安或监管机关文书填写。"))
    package static let holdReleased = Refusal(
        "hold-released", .conflict, house: .states, en: "This hold is released already.", zh: "该保全已解除。",
        mend: LocalText(en: "Place another one where the case goes on.", zh: "案件仍在处理的，请另行设置保全。"))
}
