import Records
import Registry
import SQLCore

extension TrailAction {
    static let keptRecordShown = TrailAction("kept-record.shown")
}

/// A look, masked, at what was registered of somebody who answers no more: which record, and on which ground it is kept.
struct KeptLook: Hashable, Sendable {
    let phase: RetentionPhase
    let registration: RegistrationID
    var application: ApplicationID?
    /// The card that was asked about, by its subscription.
    var card: Int64?
    /// Who was shown.
    var parties: [PartyID] = []
}

/// What a reader is shown of what was registered.
protocol RecordShowing: Sendable {
    /// nil where somebody answers by it still, and where what is kept is left out.
    var keptLook: KeptLook? { get }
}

extension Installation {
    /// Reads what may be kept for lawful tracing only. What is live is read from a snapshot, and that is all. A look at what is kept is an
    /// act: it is read anew with its entry in the same transaction, so that nobody sees it without one (DESIGN 5), and never from a replica.
    func lookAtRecord<Shown: RecordShowing>(
        as principal: Principal, needs permission: Permission, _ read: @escaping @Sendable (any Session) throws -> Shown
    ) async throws -> Shown {
        let seen = try await look(as: principal, needs: permission, read)
        guard seen.keptLook != nil else { return seen }
        Staleness.allowed?.discard()
        return try await act(as: principal, .keptRecordShown, needs: permission, isolation: .keyed) { act in
            let shown = try read(act.session)
            if let look = shown.keptLook { act.note(look) }
            return shown
        }
    }
}

extension Act {
    /// Whose record was shown, and on which ground it is kept; nothing of what it says.
    fileprivate func note(_ look: KeptLook) {
        note(look.phase, openedBy: nil)
        if let card = look.card { recording.about(card: card) }
        recording.about(.registration, look.registration)
        if let application = look.application { recording.about(.application, application) }
        for party in look.parties { recording.about(.party, party) }
    }
}
