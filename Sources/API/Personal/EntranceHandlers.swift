import Contract
import Records
import Registry
import UseCases
import Web

extension Call {
    func issueEntrances() async throws -> Answer {
        let asked: Wire.IssueEntrances = try decode()
        let kind: StoredEntrance.Kind = try word(asked.kind, at: "/kind")
        let issued = try await installation.issueEntrances(
            as: principal(), kind, cards: asked.cards.selector(), days: asked.days, deviceType: asked.deviceType)
        return try .json(
            Wire.IssuedEntrances(items: issued.map { try wire($0, kind) }))
    }

    func wire(_ issued: IssuedEntrance, _ kind: StoredEntrance.Kind) throws -> Wire.IssuedEntrance {
        Wire.IssuedEntrance(
            id: issued.id.wire, card: try reference(issued.subscription), iccid: issued.iccid, code: issued.code,
            expiresAt: issued.expiresAt.wire, path: kind == .link ? "/p/\(issued.code)" : nil)
    }

    func listEntrances() async throws -> Answer {
        let found = try await installation.listEntrances(
            as: principal(), card: query["card"], batch: query["batch"], standing: queryWord("standing"), before: cursorID(),
            limit: limit + 1)
        return try page(found, keys: { [$0.entrance.id.wire] }, item: wire)
    }

    private func wire(_ listed: ListedEntrance) throws -> Wire.Entrance {
        let entrance = listed.entrance
        return Wire.Entrance(
            id: entrance.id.wire, kind: entrance.kind.rawValue, card: try reference(entrance.subscription),
            organisation: entrance.organisation.wire, standing: listed.standing.rawValue, issuedAt: entrance.issuedAt.wire,
            expiresAt: entrance.expiresAt.wire, deviceType: entrance.deviceType, revokedAt: entrance.revokedAt?.wire)
    }

    func revokeEntrance() async throws -> Answer {
        try await installation.revokeEntrance(as: principal(), id("entrance"))
        return .done
    }

    func revokeEntrances() async throws -> Answer {
        let asked: Wire.RevokeEntrances = try decode()
        let revoked = try await installation.revokeEntrances(as: principal(), cards: asked.cards.selector())
        return try .json(Wire.RevokedEntrances(revoked: Int64(revoked)))
    }

    func recordCarrierReply() async throws -> Answer {
        let asked: Wire.RecordCarrierReply = try decode()
        let id: ApplicationID = try id("application")
        let decided = try await installation.recordCarrierReply(
            as: principal(), id, version: expectedVersion(), verdict: word(asked.verdict, at: "/verdict"), receipt: asked.receipt,
            reason: CarrierReason(code: asked.code, words: asked.words))
        return try answer(decided, id)
    }

    // MARK: Coming in

    func lookUpCard() async throws -> Answer {
        let asked: Wire.LookUpCard = try decode()
        let hint = try installation.lookUpCard(iccid: asked.iccid)
        return try .json(Wire.CardLookup(text: hint.text.text(in: language), carrier: hint.carrier?.code))
    }

    func readCardNumber() async throws -> Answer {
        try .json(
            Wire.CardNumber(iccid: await installation.readCardNumber(in: uploadedFile().collect(), from: context.clientAddress)))
    }

    func openSeat() async throws -> Answer {
        let asked: Wire.OpenSeat = try decode()
        let proof: EntranceProof
        switch (asked.link, asked.iccid, asked.claimCode) {
        case (let link?, nil, nil): proof = .link(link)
        case (nil, let iccid?, let code?): proof = .claimCode(code, iccid: iccid, source: context.clientAddress)
        default: throw Refusal.entranceProofUnclear
        }
        let opened = try await installation.openSeat(proof, device: asked.device)
        return try .json(
            Wire.OpenedSeat(token: opened.token.text, expiresAt: opened.token.expiresAt.wire, device: opened.device))
    }

    func leaveSeat() async throws -> Answer {
        try await installation.leaveSeat(as: principal())
        return .done
    }
}

extension Refusal {
    static let entranceProofUnclear = Refusal(
        "entrance-proof-unclear", .invalid, house: .choice, en: "Come in by a link's code, or by an ICCID with its claim code.",
        zh: "请提供链接代码，或 ICCID 和领取码。",
        mend: LocalText(en: "Send link alone, or iccid and claimCode.", zh: "请仅提供 link，或同时提供 iccid 和 claimCode。"))
}
