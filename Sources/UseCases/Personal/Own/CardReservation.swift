import Records
import Registry
import SQLCore

/// A card that is kept for its next owner (R-LC-08): from when its holder asks to give it away until the next owner has registered it, the
/// holder calls it off or the next owner declines; and no longer than the next owner's link opens, for by nothing else does he come in.
///
/// Nothing is stored of it: whoever asks reads, in his own transaction, what ends the card's holding or ended it last.
struct CardReservation: Sendable {
    /// The next owner's.
    let entrance: StoredEntrance

    /// nil where the card is kept for nobody.
    static func standing(_ subscription: Int64, at now: Instant, in session: any Session) throws -> CardReservation? {
        guard let link = try HoldingRecords.link(subscription, at: now, asKnown: now, in: session) else { return nil }
        return try standing(link, at: now, in: session)
    }

    /// - Parameter link: the one in force for the card.
    static func standing(_ link: HoldingLink, at now: Instant, in session: any Session) throws -> CardReservation? {
        guard let transfer = try transfer(link, in: session), transfer.entrance.isOpen(at: now),
            try transfer.entrance.isWithIssuer(in: session)
        else { return nil }
        return CardReservation(entrance: transfer.entrance)
    }

    private static func transfer(_ link: HoldingLink, in session: any Session) throws -> CardTransfer? {
        if let holding = link.registration { return try CardTransfer.underWay(holding, in: session) }
        guard let decision = try DecisionRecords.find(link.decision, in: session),
            let submission = try SubmissionRecords.find(decision.submission, in: session),
            let end = try ApplicationRecords.find(submission.application, .everything, in: session)
        else { return nil }
        return try CardTransfer.of(end, in: session)
    }

    /// Whether the registration may have the card: one begun by the next owner's link, or one that the operator's own staff make, who are
    /// told for whom the card is kept.
    func admits(_ registration: StoredRegistration, in session: any Session) throws -> Bool {
        guard registration.subject == .person else { return false }
        switch registration.channel {
        case .hall, .accountManager: return true
        case .selfService: return try SeatRecords.find(registration.createdBy, in: session)?.entrance == entrance.id
        case .agent, .api: return false
        }
    }

    /// What staff and the reviewer are told where the operator's own counter registers a card that is kept.
    static func remarks(
        of subscription: Int64, for registration: StoredRegistration, at now: Instant, in session: any Session
    ) throws -> [CheckOutcome] {
        guard registration.channel != .selfService, let kept = try standing(subscription, at: now, in: session),
            try kept.admits(registration, in: session)
        else { return [] }
        return [
            CheckOutcome(
                .warned, CardSorting.Exclusion.keptForNextOwner.code, "R-LC-08", at: "/cards",
                en:
                    "The card is kept for whom its holder gave it to: register it for whoever shows the link he was given, and for nobody else.",
                zh: "此卡正在过户：仅可为出示过户链接的新用户登记，不得登记给他人。")
        ]
    }
}
