import Records
import Registry
import SQLCore

extension Installation {
    /// Notes what a person consents to, or takes back, of the notices he was shown. The first consent begins the case: before it
    /// nothing of the person is kept.
    /// - Parameter holderIsUnder14: the answer to the question without which no picture is taken (R-DP-06); kept once the consents are there.
    /// Throws `notice-version-old` when the notice changed meanwhile, `application-closed` once it is handed in.
    package func giveConsent(
        as principal: Principal, _ answers: [ConsentKind: Bool], noticeVersion: String, holderIsUnder14: Bool? = nil
    ) async throws -> PersonalCaseView {
        let seat = try principal.demandSeat()
        guard noticeVersion == self.noticeVersion else { throw Refusal.noticeVersionOld }
        return try await act(as: principal, .consentGiven, needs: .personalRegister) { act in
            let application = try act.personalApplication(of: seat)
            for (kind, isGiven) in answers.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                let ordinal = try ConsentRecords.nextOrdinal(application, kind, in: act.session)
                try act.register(
                    .consent, [application, kind.rawValue, ordinal, noticeVersion, isGiven, act.now])
            }
            act.recording.about(.application, application)
            if let holderIsUnder14, try act.personalCase(of: seat).mayKeepData {
                try act.editPersonalContent(of: seat) { content, _ in content.holderIsUnder14 = holderIsUnder14 }
            }
            return try act.personalView(of: seat)
        }
    }
}

extension Act {
    /// The seat's application; one is begun when there is none.
    fileprivate func personalApplication(of seat: CardSeat) throws -> ApplicationID {
        let standing = try PersonalCase.read(seat, at: now, in: installation, session)
        if standing.application != nil { return try standing.openApplication().id }
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
