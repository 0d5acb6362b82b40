import Ledger
import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let custodianAsked = TrailAction("sealed-opening.custodian-asked")
    static let custodianAnswered = TrailAction("sealed-opening.custodian-answered")
    static let openingEnded = TrailAction("sealed-opening.ended")
}

extension Installation {
    /// The file that asks the custodians of a side for their halves of the keys; a letter sealed to each.
    /// Throws `not-found`, `opening-by-people`, `opening-needs-no-custodian`, `opening-not-awaiting`.
    package func askCustodian(as principal: Principal, _ id: SealedOpeningID, _ side: CustodianSide) async throws -> String {
        try await act(as: principal, .custodianAsked, needs: .retentionRead) { act in
            let (opening, decision) = try act.awaited(id)
            guard let exchange = try OpeningExchangeRecords.find(id, in: act.session) else { throw Refusal.openingNeedsNoCustodian }
            let deposits = try DepositRecords.deposited(of: opening.registration, in: act.session)
            act.recording.note("custodian", .string(side.rawValue))
            act.recording.note("keys", .array(Set(deposits.map { $0.place.pair[side].text }).sorted().map { JSONValue.string($0) }))
            _ = try act.opening(id)
            return try CustodianRequest(
                opening: id.description, code: opening.code, caseNumber: opening.caseNumber, reason: opening.reason,
                askedBy: act.login(of: opening.askedBy), approvedBy: act.login(of: decision.by), until: exchange.endsAt.milliseconds,
                side: side, answerTo: exchange.publicKey,
                items: deposits.map { CustodianRequest.Item(place: $0.place, sealed: $0.deposit[side].sealed) }
            ).file(signedBy: act.installation.secrets.signer)
        }
    }

    /// Takes a custodian's answer. With the last one the opening is open, for an hour, to whoever asked.
    /// Throws `not-found`, `opening-by-people`, `opening-needs-no-custodian`, `opening-not-awaiting`, `answer-unreadable`,
    /// `answer-of-another-opening`, `answer-given-already`, `answer-wrong`.
    package func handInAnswer(as principal: Principal, _ id: SealedOpeningID, file: String) async throws -> StoredOpening {
        try await act(as: principal, .custodianAnswered, needs: .retentionRead) { act in
            let (opening, _) = try act.awaited(id)
            guard let answer = try? CustodianAnswer(file: file) else { throw Refusal.answerUnreadable.at("/answer") }
            guard answer.opening == id.description else { throw Refusal.answerOfAnotherOpening.at("/answer") }
            let given = try OpeningExchangeRecords.answers(to: id, in: act.session)
            guard !given.contains(where: { $0.custodian == answer.custodian && $0.side == answer.side }) else {
                throw Refusal.answerGivenAlready.at("/answer")
            }
            let deposits = try DepositRecords.deposited(of: opening.registration, in: act.session)
            try act.demandRight(answer, to: id, deposits)
            try OpeningExchangeRecords.insertAnswer(answer, to: id, by: principal.account, at: act.now, in: act.session)
            act.recording.note("custodian", .string(answer.side.rawValue))
            act.recording.note("key", .string(answer.custodian.text))
            let answered = Set((given + [answer]).map { [Array($0.side.rawValue.utf8), $0.custodian.bytes] })
            let isWhole = deposits.allSatisfy { deposit in
                CustodianSide.allCases.allSatisfy { answered.contains([Array($0.rawValue.utf8), deposit.place.pair[$0].bytes]) }
            }
            if isWhole {
                let end = act.now.adding(seconds: SealedOpening.openMinutes * 60)
                try OpeningExchangeRecords.open(id, at: act.now, until: end, in: act.session)
                act.recording.note("openUntil", .integer(end.milliseconds))
            }
            return try act.opening(id)
        }
    }

    /// Closes what custodians opened, or did not answer in time: neither the opening's key nor an answer stays. Answers how many.
    @discardableResult
    package func endOpenings() async throws -> Int {
        var ended = 0
        while true {
            let now = now()
            guard let opening = try await store.read({ try OpeningExchangeRecords.over(at: now, limit: 1, in: $0) }).first?.opening else {
                return ended
            }
            do {
                try await act(as: .system, .openingEnded, needs: nil) { act in try act.end(opening) }
            } catch is OpeningNotOver {
                return ended
            }
            ended += 1
        }
    }
}

/// Another server has closed it meanwhile, or the last answer came and it is open.
private struct OpeningNotOver: Error {}

extension Act {
    /// Found again here: what was read before the act may be past.
    fileprivate func end(_ opening: SealedOpeningID) throws {
        guard let over = try OpeningExchangeRecords.find(opening, in: session), let key = over.dataKey, over.endsAt <= now else {
            throw OpeningNotOver()
        }
        try DataKeyRecords.destroy(key, at: now, in: session)
        try OpeningExchangeRecords.forget(opening, in: session)
        _ = try self.opening(opening)
        recording.note("opened", .bool(over.openedAt != nil))
    }

    /// A pair of keys of its own for an opening whose keys custodians have.
    func beginExchange(of opening: SealedOpeningID, until end: Instant) throws {
        let own = OpeningKey()
        let key = try freshDataKey()
        let sealed = try installation.vault.seal(own.secret, under: key, at: Installation.exchangePlace(opening))
        try OpeningExchangeRecords.insert(
            opening, publicKey: own.publicBytes, sealed: sealed, key: key.id, endsAt: end, in: session)
    }

    /// An opening that waits for its custodians.
    fileprivate func awaited(_ id: SealedOpeningID) throws -> (StoredOpening, StoredOpening.Decision) {
        try principal.demandOpener()
        guard let opening = try SealedOpeningRecords.find(id, in: session) else { throw Refusal.notFound }
        guard opening.state(at: now) == .awaitingCustodians, let decision = opening.decision else {
            throw opening.state(at: now) == .open && opening.exchange == nil
                ? Refusal.openingNeedsNoCustodian : Refusal.openingNotAwaiting
        }
        return (opening, decision)
    }

    /// Each half that was asked of him is the one that was deposited with him.
    fileprivate func demandRight(_ answer: CustodianAnswer, to opening: SealedOpeningID, _ deposits: [StoredDeposit]) throws {
        let asked = deposits.filter { $0.place.pair[answer.side] == answer.custodian }
        guard !asked.isEmpty, let key = try installation.exchangeKey(of: opening, in: session),
            let halves = try? answer.halves(with: key),
            asked.allSatisfy({ deposit in
                halves[deposit.place.key].map { deposit.deposit[answer.side].isRight($0, of: deposit.place.key, answer.side) } ?? false
            })
        else { throw Refusal.answerWrong.at("/answer") }
    }

    fileprivate func login(of account: AccountID) throws -> String {
        try AccountRecords.find(account, in: session)?.login ?? String(account.description.suffix(6))
    }
}

extension Refusal {
    package static let openingNeedsNoCustodian = Refusal(
        "opening-needs-no-custodian", .conflict, house: .states,
        en: "Custodians have none of the keys this opening needs: it is open as it is.",
        zh: "本次开封所需密钥未交保管人，批准后即可查看。", mend: LocalText(en: "Look.", zh: "请直接查看。"))
    package static let openingNotAwaiting = Refusal(
        "opening-not-awaiting", .conflict, requirements: ["R-DP-07"],
        en: "This opening does not wait for custodians: it is not approved, is open already, or is over.",
        zh: "该开封申请不在等待保管人应答：尚未批准、已开放或已过期。",
        mend: LocalText(en: "Read it again; what is over is asked for anew.", zh: "请重新查看；已过期的请重新申请。"))
    package static let answerUnreadable = Refusal(
        "answer-unreadable", .invalid, house: .form, en: "This is no custodian's answer.", zh: "不是保管人的应答文件。",
        mend: LocalText(
            en: "Hand in the file that `shiming custodian answer` wrote, unchanged.", zh: "请原样提交 `shiming custodian answer` 生成的文件。"))
    package static let answerOfAnotherOpening = Refusal(
        "answer-of-another-opening", .invalid, requirements: ["R-DP-07"], en: "This answer is to another opening.", zh: "该应答属于其他开封申请。",
        mend: LocalText(en: "Hand it in where it was asked for.", zh: "请在对应的开封申请中提交。"))
    package static let answerGivenAlready = Refusal(
        "answer-given-already", .conflict, requirements: ["R-DP-07"],
        en: "This custodian has answered already: answers of others are still missing.",
        zh: "该保管人已应答，尚缺其他保管人的应答。", mend: LocalText(en: "Ask the other custodians.", zh: "请联系其他保管人。"))
    package static let answerWrong = Refusal(
        "answer-wrong", .invalid, requirements: ["R-DP-07"], en: "This answer does not hold what was asked of the custodian.",
        zh: "该应答与所请求的密钥不符。",
        mend: LocalText(
            en: "Make a fresh request file and have it answered with the key that was in force when it was sealed.",
            zh: "请重新生成请求文件，并用封存时在任保管人的密钥应答。"))
}
