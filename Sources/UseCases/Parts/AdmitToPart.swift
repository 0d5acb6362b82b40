import Records
import Registry
import SQLCore

/// A person let in to his part by an app.
package struct AdmittedToPart: Sendable {
    package let token: IssuedToken
    /// What the device shall keep and show again, so that what was begun can be resumed; a secret of the device.
    package let device: String
}

extension Installation {
    /// As `openPart`, for an app: answers a token that opens this part on this device and nothing else. What was begun on the same device
    /// goes on.
    /// Throws as `openPart`.
    package func admitToPart(_ text: String, device: String?) async throws -> AdmittedToPart {
        let (opened, seat) = try await letIntoPart(text, device: device)
        let now = now()
        let until = min(now.adding(seconds: settings.seatSeconds), opened.expiresAt)
        let made = TokenText.make(.part, by: chance)
        let hash = made.hash
        let key = deviceHash(opened.device)
        try await store.write { session in
            try PartLinkRecords.insertToken(hash, of: seat.link, device: key, at: now, until: until, in: session)
        }
        return AdmittedToPart(token: IssuedToken(text: made.text, expiresAt: until), device: opened.device)
    }

    /// A person leaves a device that may not be his own: no token of this device opens the part any more (R-DP-21). What was begun stays,
    /// for whoever has the link and the device's secret. A browser has no token, and forgets the link by itself.
    package func leavePart(as principal: Principal) async throws {
        let seat = try principal.demandPart()
        guard let device = seat.device else { throw Refusal.partLinkNotOpen }
        try await act(as: principal, .partLeft, needs: .partComplete) { act in
            try PartLinkRecords.deleteTokens(of: seat.link, on: device, in: act.session)
            act.recording.about(.partLink, seat.link)
        }
    }
}
