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
            try ApplicationRecords.mark(
                application.id, .withdrawn, decidedAt: act.now, purgeAfter: act.now.adding(days: act.installation.settings.purgeDays),
                at: act.now, in: act.session)
            try VerificationRecords.forget(of: application.id, in: act.session)
            switch application.kind {
            case .prove: try SeatRecords.setProof(seat.id, nil, in: act.session)
            case .correct: try SeatRecords.setCorrection(seat.id, nil, in: act.session)
            default:
                try RegistrationRecords.mark(application.registration, .refused, at: act.now, in: act.session)
                try CardSlotRecords.release(application.registration, in: act.session)
                // The seat may begin anew.
                try SeatRecords.setApplication(seat.id, nil, in: act.session)
            }
            if let submission = application.submission { try act.dropWishes(of: submission) }
            if let submission = application.submission,
                let registration = try RegistrationRecords.find(application.registration, .everything, at: act.now, in: act.session)
            {
                try act.tell(.withdrawn, of: registration, submission)
            }
            act.recording.about(.application, application.id)
            act.recording.about(.registration, application.registration)
            return try act.personalView(of: seat)
        }
    }
}
