import Records
import Registry
import SQLCore

extension Installation {
    /// The person takes the case back before it is decided: nothing is registered, and what was handed in is destroyed when its time is
    /// over. Throws `application-closed` once it is decided, `not-found` where nothing was begun.
    package func withdrawPersonal(as principal: Principal) async throws -> PersonalCaseView {
        let seat = try principal.demandSeat()
        return try await act(as: principal, .applicationWithdrawn, needs: .personalRegister) { act in
            let standing = try act.personalCase(of: seat)
            guard let application = standing.application else { throw Refusal.notFound }
            guard !application.state.isDecided else { throw Refusal.applicationClosed }
            try act.takeBack(application, at: seat)
            return try act.personalView(of: seat)
        }
    }
}

extension Act {
    /// What a person began or handed in at the seat and nobody has decided. The seat may begin anew.
    func takeBack(_ application: StoredApplication, at seat: CardSeat) throws {
        try ApplicationRecords.mark(
            application.id, .withdrawn, decidedAt: now, purgeAfter: now.adding(days: installation.settings.purgeDays), at: now,
            in: session)
        try VerificationRecords.forget(of: application.id, in: session)
        switch application.kind {
        case .prove: try SeatRecords.setProof(seat.id, nil, in: session)
        case .correct: try SeatRecords.setCorrection(seat.id, nil, in: session)
        default:
            try RegistrationRecords.mark(application.registration, .refused, at: now, in: session)
            try CardSlotRecords.release(application.registration, in: session)
            try SeatRecords.setApplication(seat.id, nil, in: session)
        }
        if let submission = application.submission { try dropWishes(of: submission) }
        if let submission = application.submission,
            let registration = try RegistrationRecords.find(application.registration, .everything, at: now, in: session)
        {
            try tell(.withdrawn, of: registration, submission)
        }
        recording.about(.application, application.id)
        recording.about(.registration, application.registration)
    }
}
