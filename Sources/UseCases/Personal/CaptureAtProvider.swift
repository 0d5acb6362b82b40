import Foundation
import Ledger
import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let captureBegun = TrailAction("provider-capture.begun")
    static let captureEnded = TrailAction("provider-capture.ended")
}

/// Where a person is sent to have his face captured by the provider itself.
package struct SentToProvider: Sendable {
    /// HTTPS, at a host that was agreed on; good for this person once.
    package let address: String
    package let expiresAt: Instant
}

extension Installation {
    /// Begins a capture at the provider's own page, which a page of ours cannot stand in for (docs/verification-providers.md): the face
    /// is compared with that of the person declared so far.
    ///
    /// - Parameter returnTo: where the person goes afterwards, whatever came out.
    /// - Throws: `consent-needed`, `person-first` where name and number are not declared yet, `provider-capture-not-offered`,
    ///   `provider-unavailable`.
    package func beginProviderCapture(as principal: Principal, returnTo: String, inChinese: Bool) async throws -> SentToProvider {
        let seat = try principal.demandSeat()
        guard Self.isReturnAddress(returnTo) else { throw Refusal.returnAddressInvalid }
        guard let provider = verification?.capture else { throw Refusal.providerCaptureNotOffered }
        let now = now()
        let (application, claimed, attempts) = try await look(as: principal, needs: .personalRegister) { session in
            let standing = try PersonalCase.read(seat, at: now, in: self, session)
            try standing.demandConsentToPictures(also: .face)
            let application = try standing.openApplication()
            try standing.demandPlace(in: session)
            let needs = try standing.needs(today: chinaDay())
            guard needs.methods.contains(.providerCapture) else { throw Refusal.providerCaptureNotNeeded }
            guard let claimed = standing.claimed else { throw Refusal.personFirst }
            return (application.id, claimed, needs.attemptsMax)
        }
        // Counted before it is asked for: each is a try, and costs.
        let key = secrets.search.hash("capture:\(seat.subscription)", for: .attempt)
        let count = try await store.write { try AttemptRecords.add(.card, key, at: now, in: $0) }
        guard count <= attempts else { throw Refusal.attemptsExhausted }
        let request: VerificationRequestID = fresh()
        let invitation: CaptureInvitation
        do {
            invitation = try await provider.begin(
                CaptureQuestion(
                    id: request, reference: .held(claimed), returnTo: returnTo, inChinese: inChinese,
                    searchesOthers: settings.verificationFaceSearch > 0))
        } catch {
            throw Refusal.providerUnavailable(retryAfterSeconds: error.retryAfterSeconds(at: now))
        }
        let reference = CaptureReference.hash(claimed, by: secrets.search)
        try await act(as: principal, .captureBegun, needs: .personalRegister) { act in
            let standing = try act.personalCase(of: seat)
            guard try standing.openApplication().id == application else { throw Refusal.applicationClosed }
            try HostedCaptureRecords.put(
                StoredCapture(
                    application: application, request: request.bytes, capture: invitation.ticket.captureID, reference: reference,
                    expiresAt: invitation.expires), at: act.now, in: act.session)
            act.recording.about(.application, application)
        }
        return SentToProvider(address: invitation.address, expiresAt: invitation.expires)
    }

    /// Asks how the capture came out, when the person is back. The verdict itself is asked for with the hand-in and kept then; here only
    /// whether there is one. A provider that cannot be reached leaves it pending.
    package func followProviderCapture(as principal: Principal) async throws -> PersonalCaseView {
        let seat = try principal.demandSeat()
        let now = now()
        let kept = try await look(as: principal, needs: .personalRegister) { session in
            try PersonalCase.read(seat, at: now, in: self, session).capture
        }
        guard let kept, kept.state == .pending, let request = VerificationRequestID(bytes: kept.request) else {
            return try await readPersonalCase(as: principal)
        }
        let outcome = try? await verification?.capture?.outcome(of: CaptureTicket(request: request, captureID: kept.capture))
        let state: StoredCapture.State? =
            switch outcome {
            case .done(let answer): answer.verdict == .different || answer.liveness == .spoof ? .refused : .done
            case .abandoned: .abandoned
            case .expired: .expired
            case .pending, nil: nil
            }
        guard let state else { return try await readPersonalCase(as: principal) }
        // It counts from when it was made, not from when the person is back.
        let doneAt = if case .done(let answer) = outcome { min(answer.stamp.answeredAt, now) } else { now }
        return try await act(as: principal, .captureEnded, needs: .personalRegister) { act in
            try HostedCaptureRecords.settle(kept, state, at: doneAt, in: act.session)
            act.recording.about(.application, kept.application)
            act.recording.note("state", .string(state.rawValue))
            return try act.personalView(of: seat)
        }
    }

    /// HTTPS, or HTTP on the own machine for trials; no name or password in it.
    private static func isReturnAddress(_ text: String) -> Bool {
        guard text.utf8.count <= 2_048, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), let parts = URLComponents(string: text),
            let host = parts.host, !host.isEmpty, parts.user == nil, parts.password == nil
        else { return false }
        return parts.scheme == "https" || (parts.scheme == "http" && ["127.0.0.1", "localhost", "[::1]", "::1"].contains(host))
    }
}

/// Whose face a capture is compared with, as a keyed hash.
enum CaptureReference {
    static func hash(_ claimed: ClaimedIdentity, by search: SearchIndex) -> [UInt8] {
        search.hash("capture:\(claimed.documentType.rawValue):\(claimed.documentNumber):\(claimed.name)", for: .attempt)
    }
}

extension PersonalCase {
    /// Who the person says he is so far; nil until name and number are there.
    var claimed: ClaimedIdentity? {
        guard let holder = content.holder, let name = holder.name, !name.isEmpty, let number = holder.documentNumber, !number.isEmpty else {
            return nil
        }
        return ClaimedIdentity(name: name, documentType: holder.chosenDocument, documentNumber: number)
    }

    /// A capture of more than a day ago proves nothing of who hands in now; one of another person nothing at all (R-PH-04).
    var isCaptured: Bool {
        guard let capture, capture.state == .done, let doneAt = capture.doneAt, doneAt > now.adding(days: -1), let claimed else {
            return false
        }
        return capture.reference == CaptureReference.hash(claimed, by: installation.secrets.search)
    }
}

extension Refusal {
    static let personFirst = Refusal(
        "person-first", .conflict, requirements: ["R-PH-04"], en: "Say first who you are: the face is compared with that person.",
        zh: "请先填写证件信息，再进行人脸比对。", mend: LocalText(en: "Fill in name and number.", zh: "请填写姓名和证件号码。"))
    static let providerCaptureNotNeeded = Refusal(
        "provider-capture-not-needed", .conflict, requirements: ["R-DP-01"], en: "This card does not ask for it.", zh: "该卡无需此项核验。",
        mend: LocalText(en: "Go on with the next step.", zh: "请继续下一步。"))
    static let returnAddressInvalid = Refusal(
        "return-address-invalid", .invalid, house: .outward, en: "This is not an address a person can be sent back to.", zh: "返回地址无效。",
        mend: LocalText(en: "Give an https address.", zh: "请提供 https 地址。"), pointer: "/returnTo")
    static func providerUnavailable(retryAfterSeconds: Int64?) -> Refusal {
        Refusal(
            "provider-unavailable", .temporary, requirements: ["R-OP-03"], en: "The verification service cannot be reached at the moment.",
            zh: "认证服务暂时无法使用。",
            mend: LocalText(en: "Try again in a while, or send a photo instead.", zh: "请稍后重试，或改为提交照片。"),
            retryAfterSeconds: Int(retryAfterSeconds ?? 30))
    }
}
