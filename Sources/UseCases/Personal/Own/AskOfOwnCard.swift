import Records
import Registry
import SQLCore

extension TrailAction {
    static let cardDisputed = TrailAction("own-data.card-disputed")
}

extension Installation {
    /// A person who has proved who he is says that a card in his name is not his: a case for reviewers, before all others of its day
    /// (R-PH-06, Q-11). Upheld, the holding ends as if the card had been given up; what was registered stays on record.
    /// Throws `identity-not-proved`, `not-found` for a card that is not in his name, `asked-already`.
    package func disputeCard(
        as principal: Principal, code: String, in language: ReaderLanguage = .chinese
    ) async throws -> OwnMatter {
        try await askOfOwnCard(.dispute, .cardDisputed, "R-PH-06", as: principal, code, language)
    }

    /// A person who has proved who he is gives up a card in his name, on whatever device and however it was registered: the telephone is
    /// lost, the link is old, a business hall did it (R-LC-08). From then on as `askForRelease`.
    /// Throws `identity-not-proved`, `not-found` for a card that is not in his name, `asked-already`.
    package func releaseOwnCard(
        as principal: Principal, code: String, in language: ReaderLanguage = .chinese
    ) async throws -> OwnMatter {
        try await askOfOwnCard(.end, .releaseAsked, "R-LC-08", as: principal, code, language)
    }

    private func askOfOwnCard(
        _ kind: ApplicationKind, _ action: TrailAction, _ requirement: String, as principal: Principal, _ code: String,
        _ language: ReaderLanguage
    ) async throws -> OwnMatter {
        let seat = try principal.demandSeat()
        return try await act(as: principal, action, needs: .personalRegister) { act in
            let own = try act.ownRegistration(code: code, at: seat)
            guard try ApplicationRecords.undecided([.end, .dispute], of: own.registration.id, in: act.session) == nil else {
                throw Refusal.askedAlready
            }
            let found = [CheckOutcome.passed("identity-proved-again", requirement, "/holder")]
            return OwnMatter(try act.handInAtOnce(kind, of: own, in: language, found: found), code: own.registration.code)
        }
    }
}

extension Act {
    /// A registration of whoever has proved at this seat who he is. Throws `not-found` for everybody else's.
    func ownRegistration(code: String, at seat: CardSeat) throws -> OwnRegistration {
        let person = try ProvenPerson.demand(seat, at: now, in: installation, session)
        let held = try CardSlotRecords.registrations(heldBy: [person.party], in: session)
        for (subscription, id) in held {
            guard let own = try ownRegistration(of: subscription), own.registration.id == id, own.registration.code == code.uppercased()
            else { continue }
            return own
        }
        throw Refusal.notFound
    }
}
