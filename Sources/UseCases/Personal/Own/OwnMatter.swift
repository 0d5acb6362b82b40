import Records
import Registry
import SQLCore

/// Something a person asked about a card in his name, and where it stands.
package struct OwnMatter: Sendable {
    /// The registration's.
    package let code: String
    package let kind: ApplicationKind
    package let state: ApplicationState
    package let since: Instant
    /// Why it was sent back or refused.
    package let reasons: [DecisionReason]
    /// Until when the link opens by which a next owner comes by the card; nil where none was given out.
    package let transferUntil: Instant?

    init(_ application: StoredApplication, code: String, reasons: [DecisionReason] = [], transferUntil: Instant? = nil) {
        self.transferUntil = transferUntil
        self.code = code
        self.reasons = reasons
        kind = application.kind
        state = application.state
        since = application.updatedAt
    }

    /// nil where it was never asked, or is another's.
    static func read(
        _ id: ApplicationID?, at seat: CardSeat, at now: Instant, in installation: Installation, _ session: any Session
    ) throws -> OwnMatter? {
        guard let id, let application = try ApplicationRecords.find(id, .card(seat), in: session),
            let registration = try RegistrationRecords.find(application.registration, .everything, at: now, in: session)
        else { return nil }
        let isAnswered = application.state == .sentBack || application.state == .refused
        let decision = isAnswered ? try application.submission.flatMap { try DecisionRecords.latest($0, in: session) } : nil
        return OwnMatter(
            application, code: registration.code,
            reasons: try decision.map { try DecisionReason.told(by: $0, in: installation, session) } ?? [])
    }
}

extension Installation {
    /// Where the proof begun at this seat stands, and a correction. Says nothing of the person.
    package func readOwnMatters(as principal: Principal) async throws -> (proof: OwnMatter?, correction: OwnMatter?) {
        let seat = try principal.demandSeat()
        let now = now()
        return try await look(as: principal, needs: .personalRegister) { session in
            let stored = try SeatRecords.find(seat.id, in: session)
            return (
                try OwnMatter.read(stored?.proof, at: seat, at: now, in: self, session),
                try OwnMatter.read(stored?.correction, at: seat, at: now, in: self, session)
            )
        }
    }
}
