import Numbers
import Records
import Registry
import SQLCore

extension Installation {
    /// Hands a person's case in: judged by the policies that count for the card, counted against what a person may have, pinned as it
    /// stands, and put to the machines that are connected, or to a reviewer.
    /// Throws `fields-invalid` with a detail for every need that is not met, `card-quota-reached`, `attempts-exhausted`,
    /// `in-person-only`, `card-under-application`, `no-card-registrable`, `staff-may-not-verify`.
    ///
    /// - Parameter language: in which the person reads, and is told from then on how it stands.
    package func submitPersonal(as principal: Principal, in language: ReaderLanguage = .chinese) async throws -> PersonalCaseView {
        let seat = try principal.demandSeat()
        do {
            return try await handIn(as: principal, seat, language)
        } catch let refusal as Refusal where Self.telling.contains(refusal.code) {
            // The act is undone, its count with it: what a refusal tells of others must not be had for nothing.
            let card = try await store.read { try PersonalCardRecords.find(seat.subscription, in: $0) }
            let now = now()
            if let card {
                let key = PersonalCase.attemptKey(of: card, in: self)
                _ = try await store.write { try AttemptRecords.add(.card, key, at: now, in: $0) }
            }
            throw refusal
        }
    }

    /// Refusals from which something about another case or person could be learned.
    private static let telling: Set<String> = ["document-under-other-name", "card-quota-reached"]

    private func handIn(as principal: Principal, _ seat: CardSeat, _ language: ReaderLanguage) async throws -> PersonalCaseView {
        try await act(as: principal, .applicationSubmitted, needs: .personalRegister) { act in
            let standing = try act.personalCase(of: seat)
            let application = try standing.openApplication()
            guard let registration = standing.registration else { throw Refusal.applicationClosed }
            let needs = try standing.needs(today: CivilDate(shanghai: act.now))
            guard !needs.isInPersonOnly else { throw Refusal.inPersonOnly }
            guard try !SeatRecords.isStaffs(standing.stored.device, in: act.session) else { throw Refusal.staffMayNotVerify }
            let handed = try PersonalHanding(
                act: act, application: application, registration: registration, content: standing.content, card: standing.card,
                deviceType: standing.deviceType, needs: needs, consents: standing.given, outlook: standing.outlook,
                device: standing.stored.device, language: language
            ).pin()
            let state = try act.askProviders(about: handed.submission, of: application.id, needs)
            try ApplicationRecords.markSubmitted(
                application.id, handed.submission, state: state, unit: handed.unit, by: seat.id, at: act.now, in: act.session)
            try RegistrationRecords.setUnit(registration.id, handed.unit, at: act.now, in: act.session)
            try act.tellHandedIn(.submitted, of: registration, handed.submission, standing: state)
            return try act.personalView(of: seat)
        }
    }
}
