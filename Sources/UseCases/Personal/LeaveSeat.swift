import Records
import Registry
import SQLCore

extension TrailAction {
    static let entranceLeft = TrailAction("entrance.left")
}

extension Installation {
    /// A person leaves a device that may not be his own: whoever has it next comes in by the link only, and sees nothing that was proved
    /// there (R-DP-08). What was begun and is not decided stays, to be taken up again.
    package func leaveSeat(as principal: Principal) async throws {
        let seat = try principal.demandSeat()
        try await act(as: principal, .entranceLeft, needs: .personalRegister) { act in
            try SeatRecords.deleteTokens(of: seat.id, in: act.session)
            if let proof = try SeatRecords.find(seat.id, in: act.session)?.proof,
                try ApplicationRecords.find(proof, .card(seat), in: act.session)?.state.isDecided ?? true
            {
                try SeatRecords.setProof(seat.id, nil, in: act.session)
            }
            act.recording.about(.account, seat.id)
        }
    }
}
