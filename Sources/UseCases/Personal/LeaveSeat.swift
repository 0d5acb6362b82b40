import Records
import Registry
import SQLCore

extension TrailAction {
    static let entranceLeft = TrailAction("entrance.left")
}

extension Installation {
    /// A person leaves a device that may not be his own: whoever has it next comes in by a link only, and sees nothing that was proved
    /// there, at whichever card, nor what is let pass afterwards (R-DP-21). What was begun and not handed in stays, to be taken up again.
    package func leaveSeat(as principal: Principal) async throws {
        let seat = try principal.demandSeat()
        try await act(as: principal, .entranceLeft, needs: .personalRegister) { act in
            guard let left = try SeatRecords.find(seat.id, in: act.session) else { throw Refusal.entranceNotOpen }
            for other in try SeatRecords.all(on: left.device, in: act.session) {
                try SeatRecords.deleteTokens(of: other.seat.id, in: act.session)
                guard let proof = other.proof else { continue }
                let state = try ApplicationRecords.find(proof, .card(other.seat), in: act.session)?.state
                if !(state?.isOpenToSubmitter ?? false) { try SeatRecords.setProof(other.seat.id, nil, in: act.session) }
            }
            act.recording.about(.account, seat.id)
        }
    }
}
