import Numbers
import Records
import Registry
import SQLCore

extension TrailAction {
    static let releaseAsked = TrailAction("application.release-asked")
}

extension Installation {
    /// The holder gives the card up, before the device is sold or handed on (Q-07, R-LC-08): asked on the device with which it was
    /// registered, with the document's number typed once more. A reviewer looks, the carrier answers, and the holding ends; whoever has
    /// the card next registers anew. What was registered stays on record.
    /// Throws `not-the-holder` when the number is another, `registration-not-live` when there is nothing to give up,
    /// `release-after-proof` where it was registered elsewhere (`releaseOwnCard`), `attempts-exhausted`.
    ///
    /// - Parameter language: in which the person reads, and is told how it stands.
    package func askForRelease(
        as principal: Principal, documentNumber: String, in language: ReaderLanguage = .chinese
    ) async throws -> PersonalStatus {
        let seat = try principal.demandSeat()
        let now = now()
        try await look(as: principal, needs: .personalRegister) { session in
            guard try PersonalCase.read(seat, at: now, in: self, session).registration?.state != .registered else { return }
            let id = try HoldingRecords.link(seat.subscription, at: now, asKnown: now, in: session)?.registration
            let holding = try id.flatMap { try RegistrationRecords.find($0, .everything, at: now, in: session) }
            throw holding?.subject == .person ? Refusal.releaseAfterProof : .notRegistered
        }
        try await countProof(at: seat, hasRegistered: true)
        return try await act(as: principal, .releaseAsked, needs: .personalRegister) { act in
            guard let registration = try act.personalCase(of: seat).registration,
                let own = try act.ownRegistration(of: seat.subscription), own.registration.id == registration.id
            else { throw Refusal.notRegistered }
            guard own.isHolders(documentNumber, today: CivilDate(shanghai: act.now)) else { throw Refusal.notTheHolder }
            guard try ApplicationRecords.undecided([.end, .dispute], of: registration.id, in: act.session) == nil else {
                throw Refusal.askedAlready
            }
            let found = [CheckOutcome.passed("holder-proved-by-number", "R-LC-08", "/holder/documentNumber")]
            let application = try act.handInAtOnce(.end, of: own, in: language, found: found)
            return try PersonalStatus.read(registration, application, at: act.now, in: act.installation, act.session)
        }
    }
}

extension Refusal {
    static let releaseAfterProof = Refusal(
        "release-after-proof", .conflict, requirements: ["R-LC-08"], en: "The card was not registered on this device by this link.",
        zh: "此卡不是在本设备通过该链接登记的。",
        mend: LocalText(en: "Prove who you are and give it up under \u{201C}Cards in my name\u{201D}.", zh: "请先验证身份，再在“我名下的卡”中申请解绑。"))
}
