import Contract
import HTTPTypes
import Ledger
import Records
import Registry
import UseCases
import Web

extension Call {
    func readPersonalCase() async throws -> Answer {
        try show(await installation.readPersonalCase(as: principal()))
    }

    func giveConsent() async throws -> Answer {
        let asked: Wire.GiveConsent = try decode()
        return try show(
            await installation.giveConsent(
                as: principal(), ConsentKind.answers(asked.answers), noticeVersion: asked.noticeVersion,
                holderIsUnder14: asked.holderIsUnder14))
    }

    func updatePersonalDraft() async throws -> Answer {
        let asked: Wire.PersonalDraft = try decode()
        let draft = PersonalDraft(
            holder: asked.holder.map { PartyFacts($0) }, guardian: asked.guardian.map { PartyFacts($0) },
            proxy: asked.proxy.map { PartyFacts($0) }, declinesFaceRecognition: asked.declinesFaceRecognition,
            noticeAccepted: asked.noticeAccepted)
        return try show(await installation.updatePersonalDraft(as: principal(), draft))
    }

    func capturePicture() async throws -> Answer {
        let slot: EvidenceSlot = try word(query["slot"] ?? "", at: "/slot")
        let captured = try await installation.capturePicture(
            as: principal(), slot, bytes: uploadedFile().collect(), insists: query["insist"] == "true")
        return try show(captured)
    }

    func issueFaceChallenge() async throws -> Answer {
        let issued = try await installation.issueFaceChallenge(as: principal())
        return try .json(
            Wire.FaceChallenge(
                nonce: issued.nonce, actions: issued.actions.map(\.rawValue), texts: issued.actions.map { $0.text.text(in: language) },
                expiresAt: issued.expiresAt.wire))
    }

    func captureFace() async throws -> Answer {
        let asked: Wire.CaptureFace = try decode()
        let frames = try asked.frames.enumerated().map { place, frame in
            guard let picture = Base64.bytes(frame.picture) else {
                throw Refusal.bodyInvalid.with(details: [.wrongForm.at("/frames/\(place)/picture")])
            }
            return LivenessFrame(
                action: frame.action.flatMap(LivenessAction.init(rawValue:)), milliseconds: Int(frame.milliseconds), picture: picture)
        }
        return try show(await installation.captureFace(as: principal(), nonce: asked.nonce, frames: frames))
    }

    func beginProviderCapture() async throws -> Answer {
        let asked: Wire.BeginProviderCapture = try decode()
        let sent = try await installation.beginProviderCapture(
            as: principal(), returnTo: asked.returnTo, inChinese: language == .chinese)
        return try .json(Wire.SentToProvider(address: sent.address, expiresAt: sent.expiresAt.wire))
    }

    func followProviderCapture() async throws -> Answer {
        try show(await installation.followProviderCapture(as: principal()))
    }

    func openCarrierPage() async throws -> Answer {
        let sent = try await installation.openCarrierPage(as: principal())
        return try .json(Wire.SentToCarrier(address: sent.address, expiresAt: sent.expiresAt.wire))
    }

    func followCarrierPage() async throws -> Answer {
        try show(await installation.followCarrierPage(as: principal()))
    }

    func reusePictures() async throws -> Answer {
        try show(await installation.reusePictures(as: principal()))
    }

    func submitPersonal() async throws -> Answer {
        try show(
            await installation.submitPersonal(as: principal(), in: personsLanguage, admitting: { [handIn] in try handIn?.demand(at: $0) }))
    }

    func withdrawPersonal() async throws -> Answer {
        try show(await installation.withdrawPersonal(as: principal()))
    }

    func claimCard() async throws -> Answer {
        let asked: Wire.ClaimCard = try decode()
        try await installation.claimCard(as: principal(), contact: asked.contact)
        return .done
    }

    func askForRelease() async throws -> Answer {
        let asked: Wire.AskForRelease = try decode()
        return try show(await installation.askForRelease(as: principal(), documentNumber: asked.documentNumber, in: personsLanguage))
    }

    func readPersonalStatus() async throws -> Answer {
        try show(await installation.personalStatus(as: principal()))
    }

    func askPersonalStatus() async throws -> Answer {
        let asked: Wire.AskPersonalStatus = try decode()
        return try show(await installation.personalStatus(code: asked.code))
    }

    /// In which the person wants to be told; where nothing is asked for, that of the country and not that of programs.
    private var personsLanguage: ReaderLanguage { ReaderLanguage.negotiated(headers[.acceptLanguage], fallback: .chinese) }

    // MARK: Shown

    func show(_ view: PersonalCaseView) throws -> Answer {
        try .json(Wire.PersonalCase(view, in: language))
    }

    private func show(_ captured: CapturedPicture) throws -> Answer {
        try .json(Wire.CapturedPicture(captured.evidence, captured.slot, captured.reading))
    }

    private func show(_ status: PersonalStatus) throws -> Answer {
        try .json(
            Wire.PersonalStatus(
                code: status.code, kind: status.kind.rawValue, stage: status.stage.rawValue, since: status.since.wire,
                stages: status.way.map {
                    Wire.PersonalStage(
                        stage: $0.stage.rawValue, state: $0.state.rawValue, since: $0.since?.wire, until: $0.until?.wire,
                        expectedHours: $0.expected?.hours, expectedWorkingDays: $0.expected?.workingDays)
                },
                reasons: status.reasons.map { Wire.StatusReason($0, in: language) }, hasCarrierPage: status.hasCarrierPage,
                submittedAt: status.submittedAt?.wire, effectiveAt: status.effectiveAt?.wire, expectedHours: status.expected?.hours,
                expectedWorkingDays: status.expected?.workingDays,
                attemptsLeft: status.attemptsLeft.map(Int64.init)))
    }
}

extension Wire.CapturedPicture {
    init(_ evidence: EvidenceID, _ slot: EvidenceSlot, _ reading: PictureReading) {
        self.init(
            evidence: evidence.wire, slot: slot.rawValue, problems: reading.problems.map(\.rawValue),
            fields: reading.fields.sorted { $0.key < $1.key }.map { Wire.ReadField(name: $0.key, value: $0.value) })
    }
}

extension Wire.PersonalNotice {
    init(_ notice: PersonalNotice, in language: ReaderLanguage) {
        self.init(
            kind: notice.kind.rawValue, version: notice.version, title: notice.kind.title.text(in: language),
            text: notice.text.text(in: language))
    }
}

extension Wire.StatusReason {
    init(_ reason: DecisionReason, in language: ReaderLanguage) {
        self.init(pointer: reason.pointer, code: reason.code, text: reason.text(in: language), mend: reason.mend?.text(in: language))
    }
}

extension ConsentKind {
    /// From the wire; the contract has judged the words already.
    static func answers(_ wire: [String: Bool]) -> [ConsentKind: Bool] {
        Dictionary(
            wire.compactMap { name, given in ConsentKind(rawValue: name).map { ($0, given) } }, uniquingKeysWith: { first, _ in first })
    }
}

extension Wire.PersonalCase {
    fileprivate init(_ view: PersonalCaseView, in language: ReaderLanguage) {
        self.init(
            kind: view.kind.rawValue, iccid: view.iccid, carrier: view.carrier.code, cardClass: view.cardClass.rawValue,
            product: view.productName,
            operatorName: view.operatorName, agentName: view.agentName, standing: view.standing.rawValue,
            needs: Wire.VerificationNeeds(view.needs, in: language),
            notices: view.notices.map { Wire.PersonalNotice($0, in: language) },
            legalNotice: PersonalNotice.legal.text(in: language),
            consents: view.consents.map {
                Wire.PersonalConsent(kind: $0.kind.rawValue, version: $0.version, given: $0.isGiven, recordedAt: $0.recordedAt.wire)
            },
            guardianChanged: view.isGuardianAnother,
            content: Wire.RegistrationContent(view.content), attemptsLeft: Int64(view.attempts.left),
            attemptsLimit: view.attempts.limit.rawValue, reuse: view.reuse.rawValue,
            captured: view.isCaptured, holderAge: view.holderAge.rawValue,
            deviceType: view.deviceType, keptUntil: view.keptUntil?.wire,
            obstacle: view.refusal.map { Wire.InPersonObstacle($0, in: language) }, code: view.code,
            state: view.application?.state.rawValue,
            quota: view.quota.map {
                Wire.CardQuota(
                    max: Int64($0.max), reached: $0.isReached, howToRelease: CardQuota.howToRelease.text(in: language),
                    used: $0.used.map(Int64.init))
            }, captureRefused: view.isCaptureRefused)
    }
}
