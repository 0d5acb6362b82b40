import Ledger
import Numbers
import Records
import Registry
import SQLCore

/// Where a person's case honestly stands: handed in is not effective.
package struct PersonalStatus: Sendable {
    package enum Stage: String, CaseIterable, Sendable {
        case begun
        /// Begun by whoever gets the card next, whose holder's holding has not ended.
        case awaitingTransfer = "awaiting-transfer"
        case submitted
        case checking
        case inReview = "in-review"
        case awaitingCarrier = "awaiting-carrier"
        case effective
        /// The holder has given the card up.
        case released
        case toBeMended = "to-be-mended"
        case refused
        case withdrawn

        /// The person still works on it, or may again: nothing of it is handed in, or it came back.
        package var isInThePersonsHands: Bool { [.begun, .awaitingTransfer, .toBeMended].contains(self) }
    }

    /// When the case came to each stage that it has been at, and when it was through with it.
    let times: [Stage: Times]
    /// How long the stages usually take.
    let waits: ExpectedWaits
    package let code: String
    /// Registering, or giving the card up.
    package let kind: ApplicationKind
    package let stage: Stage
    package let submittedAt: Instant?
    /// When the present stage was reached.
    package let since: Instant
    package let effectiveAt: Instant?
    /// How long this stage usually takes, at most; nil where nothing is waited for.
    package var expected: ExpectedWait? { stage.expected(waits) }
    /// The applicant's reasons, by field.
    package let reasons: [DecisionReason]
    package let attemptsLeft: Int?
    /// The carrier waits for the person himself, on its own page (`openCarrierPage`).
    package let hasCarrierPage: Bool
}

extension Installation {
    /// Where a case stands, for whoever knows its code. Nothing personal is said.
    package func personalStatus(code: String) async throws -> PersonalStatus {
        let now = now()
        return try await store.read { session in
            guard
                let registration = try RegistrationRecords.list(
                    .everything, state: nil, unit: nil, code: code.uppercased(), before: nil, at: now, limit: 1, in: session
                ).first, registration.subject == .person,
                let application = try PersonalStatus.application(of: registration.id, .everything, in: session)
            else { throw Refusal.notFound }
            return try PersonalStatus.read(registration, application, at: now, in: self, session)
        }
    }

    /// The same for the person at the entrance.
    package func personalStatus(as principal: Principal) async throws -> PersonalStatus {
        let seat = try principal.demandSeat()
        let now = now()
        return try await look(as: principal, needs: .personalRegister) { session in
            let standing = try PersonalCase.read(seat, at: now, in: self, session)
            guard let registration = standing.registration,
                let latest = try PersonalStatus.application(of: registration.id, .card(seat), in: session)
            else { throw Refusal.notFound }
            return try PersonalStatus.read(registration, latest, at: now, in: self, session)
        }
    }
}

extension PersonalStatus {
    /// The newest by which the card comes or goes; what a person asks of his own data besides is no stage of it.
    static func application(of registration: RegistrationID, _ scope: Scope, in session: any Session) throws -> StoredApplication? {
        let disputed = try ApplicationRecords.list(
            .everything, state: .approved, kind: .dispute, registration: registration, after: nil, limit: 1, in: session
        ).first
        if let disputed { return disputed }
        // A card is given up on whatever device its holder has proved who he is.
        for (kind, scope) in [(ApplicationKind.end, Scope.everything), (.register, scope)] {
            let newest = try ApplicationRecords.list(
                scope, state: nil, kind: kind, registration: registration, after: nil, limit: 1, in: session
            ).first
            // A giving up that was called off leaves the card as it was.
            if let newest, kind == .register || newest.state != .withdrawn { return newest }
        }
        return nil
    }

    static func read(
        _ registration: StoredRegistration, _ application: StoredApplication, at now: Instant, in installation: Installation,
        _ session: any Session
    ) throws -> PersonalStatus {
        let stage: Stage =
            switch application.state {
            case .draft: try isInTransfer(application, at: now, in: session) ? .awaitingTransfer : .begun
            case .checking: .checking
            case .submitted, .awaitingSecondReview, .awaitingThirdReview, .awaitingSecondApproval: .inReview
            case .awaitingCarrier: .awaitingCarrier
            case .approved: application.kind == .register ? .effective : .released
            case .sentBack: .toBeMended
            case .refused: .refused
            case .withdrawn: .withdrawn
            }
        let decision = try application.submission.flatMap { try DecisionRecords.latest($0, in: session) }
        let isAnswered = stage == .toBeMended || stage == .refused
        return PersonalStatus(
            times: try times(registration, application, in: session), waits: installation.settings.expectedWaits, code: registration.code,
            kind: application.kind, stage: stage,
            submittedAt: application.submittedAt,
            since: application.updatedAt,
            effectiveAt: registration.registeredAt,
            reasons: isAnswered ? try decision.map { try DecisionReason.told(by: $0, in: installation, session) } ?? [] : [],
            attemptsLeft: isAnswered ? try attemptsLeft(registration, application, at: now, in: installation, session) : nil,
            hasCarrierPage: try installation.wishAtCarrierPage(of: application, in: session) != nil)
    }

    private static func isInTransfer(_ application: StoredApplication, at now: Instant, in session: any Session) throws -> Bool {
        guard application.kind == .register, let seat = try SeatRecords.find(application.createdBy, in: session) else { return false }
        return try CardTransfer.leading(to: seat.entrance, of: seat.seat.subscription, at: now, in: session) != nil
    }

    private static func attemptsLeft(
        _ registration: StoredRegistration, _ application: StoredApplication, at now: Instant, in installation: Installation,
        _ session: any Session
    ) throws -> Int? {
        guard let seat = try SeatRecords.find(application.createdBy, in: session) else { return nil }
        let standing = try PersonalCase.read(seat.seat, at: now, in: installation, session)
        return try max(0, standing.attemptsOfCard(standing.fullNeeds(today: CivilDate(shanghai: now)), in: session))
    }
}
