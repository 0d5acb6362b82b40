import Records
import Registry
import SQLCore

extension Installation {
    /// Notes what a person consents to, or takes back, of the notices he was shown. The first consent begins the case: before it
    /// nothing of the person is kept.
    /// - Parameter holderIsUnder14: the answer to the question without which no picture is taken (R-DP-06); kept once the consents are there.
    /// Throws `notice-version-old` when the notice changed meanwhile, `application-closed` once it is handed in, `card-kept-for-next-owner` at
    /// every other entrance of a card that is given away.
    package func giveConsent(
        as principal: Principal, _ answers: [ConsentKind: Bool], noticeVersion: String, holderIsUnder14: Bool? = nil
    ) async throws -> PersonalCaseView {
        let seat = try principal.demandSeat()
        guard noticeVersion == self.noticeVersion else { throw Refusal.noticeVersionOld }
        return try await act(as: principal, .consentGiven, needs: .personalRegister) { act in
            let application = try act.personalApplication(of: seat)
            // Of a guardian nobody can tell whether he is the one who spoke before.
            try act.keepConsents(
                answers, of: noticeVersion, to: application,
                besides: ConsentRecords.latest(application, in: act.session).filter { $0.kind != .guardian })
            act.recording.about(.application, application)
            let standing = try act.personalCase(of: seat)
            // Whoever is named when it is said has said it.
            let heard = answers[.guardian] == true ? standing.guardianMark(of: standing.content) : standing.content.guardianHeard
            if standing.mayKeepData, holderIsUnder14 != nil || heard != standing.content.guardianHeard {
                try act.editPersonalContent(of: seat) { content, _ in
                    content.holderIsUnder14 = holderIsUnder14 ?? content.holderIsUnder14
                    content.guardianHeard = heard
                }
            }
            return try act.personalView(of: seat)
        }
    }
}

extension Act {
    /// Each with the version of the notice that was read. What was said before, and is repeated, was said then: these rows stay for good.
    ///
    /// - Parameter said: the latest words of the same persons.
    func keepConsents(
        _ answers: [ConsentKind: Bool], of version: String, to application: ApplicationID, besides said: [ConsentRecords.Consent]
    ) throws {
        for (kind, isGiven) in answers.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            if said.contains(where: { ($0.kind, $0.version, $0.isGiven) == (kind, version, isGiven) }) { continue }
            let ordinal = try ConsentRecords.nextOrdinal(application, kind, in: session)
            try register(.consent, [application, kind.rawValue, ordinal, version, isGiven, now])
        }
    }

    /// The seat's application; one is begun when there is none.
    fileprivate func personalApplication(of seat: CardSeat) throws -> ApplicationID {
        let standing = try PersonalCase.read(seat, at: now, in: installation, session)
        if standing.application != nil { return try standing.openApplication().id }
        if let kept = try CardReservation.standing(seat.subscription, at: now, in: session), kept.entrance.id != standing.stored.entrance {
            throw CardFreedom.refusal(.keptForNextOwner)
        }
        let registration = StoredRegistration(
            fresh: fresh(), code: PublicCode.make("SM-", by: installation.chance), .selfService, of: .person, by: principal, at: now)
        try register(registration)
        try RegistrationRecords.insertState(registration.id, unit: nil, at: now, in: session)
        let application = try beginApplication(.register, of: registration.id, ApplicationContent(), unit: nil)
        let card = seat.subscription...seat.subscription
        try ApplicationRecords.setIntervals(application, [card], cards: 1, at: now, in: session)
        try SeatRecords.setApplication(seat.id, application, in: session)
        recording.about(.registration, registration.id)
        return application
    }
}
