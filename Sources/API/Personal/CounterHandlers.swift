import Contract
import Records
import Registry
import UseCases
import Web

/// What staff do for a person who stands before them.
extension Call {
    func examineInPerson() async throws -> Answer {
        let asked: Wire.ExamineInPerson = try decode()
        let content = content(
            holder: asked.holder, guardian: asked.guardian, proxy: asked.proxy, evidence: asked.evidence,
            noticeAccepted: asked.noticeAccepted)
        let given = ConsentKind.answers(asked.consents ?? [:]).filter(\.value).keys
        let outlook = try await installation.examineInPerson(
            as: principal(), card: asked.card, channel: asked.channel.map { try word($0, at: "/channel") }, content, consents: Set(given),
            resuming: asked.application.map { try id($0, at: "/application") }, persons: asked.persons?.said ?? [:])
        return try .json(Wire.InPersonOutlook(outlook, in: language))
    }

    func countCardsInPerson() async throws -> Answer {
        let asked: Wire.CountCardsInPerson = try decode()
        let quota = try await installation.countCardsInPerson(as: principal(), card: asked.card, of: PartyFacts(asked.holder))
        return try .json(
            Wire.CardCount(
                reached: quota?.isReached ?? false, howToRelease: CardQuota.howToRelease.text(in: language),
                max: quota.map { Int64($0.max) },
                used: quota?.used.map(Int64.init)))
    }

    func takeInPerson() async throws -> Answer {
        let consents = try (query["consents"] ?? "").split(separator: ",").map { text throws(Refusal) in
            try word(String(text), at: "/consents", as: ConsentKind.self)
        }
        let paper = InPersonPaper(
            slot: try word(query["slot"] ?? "", at: "/slot"), documentType: queryWord("documentType") ?? .residentID,
            bytes: try await uploadedFile().collect(), insists: query["insist"] == "true", consents: Set(consents),
            noticeVersion: query["noticeVersion"] ?? "", examined: query["examined"])
        let taken = try await installation.takeInPerson(as: principal(), paper)
        return try .json(Wire.CapturedPicture(taken.piece.id, taken.slot, taken.reading)).located("/v1/evidence/\(taken.piece.id)")
    }

    func registerInPerson() async throws -> Answer {
        let asked: Wire.RegisterInPerson = try decode()
        let content = content(
            holder: asked.holder, guardian: asked.guardian, proxy: asked.proxy, evidence: asked.evidence,
            noticeAccepted: asked.noticeAccepted)
        let begun = try await installation.registerInPerson(
            as: principal(),
            InPersonApplication(
                card: asked.card, channel: word(asked.channel, at: "/channel"), content: content,
                consents: ConsentKind.answers(asked.consents), noticeVersion: asked.noticeVersion,
                language: asked.language.flatMap(ReaderLanguage.init(rawValue:)) ?? .chinese,
                resuming: asked.resumes.map { (try id($0.application, at: "/resumes/application"), $0.version) },
                persons: asked.resumes?.persons?.said ?? [:]))
        return try answer(begun)
    }

    private func content(
        holder: Wire.PartyFacts?, guardian: Wire.PartyFacts?, proxy: Wire.PartyFacts?, evidence: [String: [String]]?, noticeAccepted: Bool?
    ) -> ApplicationContent {
        var content = ApplicationContent()
        content.holder = holder.map { PartyFacts($0) }
        content.guardian = guardian.map { PartyFacts($0) }
        content.proxy = proxy.map { PartyFacts($0) }
        content.evidence = evidence
        content.noticeAccepted = noticeAccepted
        return content
    }
}

extension Wire.InPersonOutlook {
    fileprivate init(_ outlook: InPersonOutlook, in language: ReaderLanguage) {
        self.init(
            card: outlook.reference, iccid: outlook.iccid, carrier: outlook.carrier.code, cardClass: outlook.cardClass.rawValue,
            product: outlook.productName, needs: Wire.VerificationNeeds(outlook.needs, in: language), holderAge: outlook.holderAge.rawValue,
            notices: outlook.notices.map { Wire.PersonalNotice($0, in: language) }, noticeVersion: outlook.noticeVersion,
            legalNotice: PersonalNotice.legal.text(in: language), slots: outlook.slots.map(\.rawValue),
            checks: outlook.outcomes.filter { $0.verdict != .passed }.map { Wire.Check($0, in: language) }, examined: outlook.examined,
            obstacle: outlook.obstacle.map { Wire.InPersonObstacle($0, in: language) })
    }
}

extension Wire.InPersonObstacle {
    init(_ refusal: Refusal, in language: ReaderLanguage) {
        self.init(code: refusal.code, text: refusal.reason.text(in: language), mend: refusal.mend.text(in: language))
    }
}

extension Wire.ChangedPersons {
    /// The contract has judged the words already.
    fileprivate var said: [PartyRole: ChangedPerson] {
        [PartyRole.holder: holder, .guardian: guardian, .proxy: proxy].compactMapValues { $0.flatMap(ChangedPerson.init(rawValue:)) }
    }
}
