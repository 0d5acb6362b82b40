import Ledger
import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let custodiansProposed = TrailAction("custodians.proposed")
    static let custodiansSet = TrailAction("custodians.set")
}

extension Installation {
    /// Proposes two custodians by their public keys, with a challenge to each. Nothing is deposited with them until another person confirms
    /// them with what both opened. Throws `custodian-key-unreadable`, `custodians-alike`, `custodians-unchanged`.
    package func setCustodians(as principal: Principal, a: String, b: String) async throws -> StoredCustodians {
        try await act(as: principal, .custodiansProposed, needs: .installationManage) { act in
            try principal.demandEverything()
            guard let first = CustodianKey(a) else { throw Refusal.custodianKeyUnreadable.at("/a") }
            guard let second = CustodianKey(b) else { throw Refusal.custodianKeyUnreadable.at("/b") }
            guard first != second else { throw Refusal.custodiansAlike.at("/b") }
            let former = try CustodianRecords.inForce(in: act.session)?.pair
            guard former?.a != first || former?.b != second else { throw Refusal.custodiansUnchanged }
            let last = try CustodianRecords.all(in: act.session).first?.pair.ordinal ?? 0
            let pair = CustodianPair(ordinal: last + 1, a: first, b: second)
            let proposed = StoredCustodians(
                pair: pair, a: try CustodianChallenge(of: pair, .a), b: try CustodianChallenge(of: pair, .b), proposedAt: act.now,
                proposedBy: principal.account, confirmation: nil)
            try act.register(
                .custodianPair,
                [
                    pair.ordinal, first.bytes, second.bytes, proposed.a.sealed, proposed.b.sealed, proposed.a.check, proposed.b.check,
                    act.now, principal.account,
                ])
            act.note(pair)
            return proposed
        }
    }

    /// From now on keys of what is deep-frozen are deposited with these two: each has shown that he has his private key, and a second person
    /// says so. What was deposited before stays with those it was deposited with.
    /// Throws `custodians-not-awaiting`, `own-custodians`, `custodian-proof-wrong`.
    package func confirmCustodians(as principal: Principal, _ ordinal: Int64, a: String, b: String) async throws -> StoredCustodians {
        try await act(as: principal, .custodiansSet, needs: .installationManage) { act in
            try principal.demandEverything()
            guard let proposed = try CustodianRecords.all(in: act.session).first, proposed.pair.ordinal == ordinal,
                proposed.confirmation == nil, act.now < proposed.proposedAt.adding(seconds: SealedOpening.custodianHours * 3_600)
            else { throw Refusal.custodiansNotAwaiting.at("/pair") }
            guard proposed.proposedBy != principal.account else { throw Refusal.ownCustodians }
            let first = try proposed.demandProof(a, .a), second = try proposed.demandProof(b, .b)
            try act.register(.custodianConfirmation, [ordinal, first.bytes, second.bytes, act.now, principal.account])
            act.note(proposed.pair)
            return StoredCustodians(
                pair: proposed.pair, a: proposed.a, b: proposed.b, proposedAt: proposed.proposedAt, proposedBy: proposed.proposedBy,
                confirmation: StoredCustodians.Confirmation(at: act.now, by: principal.account))
        }
    }

    /// The newest first.
    package func listCustodians(as principal: Principal) async throws -> [StoredCustodians] {
        try await look(as: principal, needs: .installationManage) { session in
            try principal.demandEverything()
            return try CustodianRecords.all(in: session)
        }
    }
}

extension StoredCustodians {
    fileprivate func demandProof(_ text: String, _ side: CustodianSide) throws -> CustodianProof {
        guard let proof = CustodianProof(text), self[side].isProved(by: proof, of: pair, side) else {
            throw Refusal.custodianProofWrong.at("/\(side.rawValue)")
        }
        return proof
    }
}

extension Act {
    fileprivate func note(_ pair: CustodianPair) {
        recording.about(.installation, [])
        recording.note("pair", .integer(pair.ordinal))
        recording.note("a", .string(pair.a.text))
        recording.note("b", .string(pair.b.text))
    }
}

extension Refusal {
    package static let custodianKeyUnreadable = Refusal(
        "custodian-key-unreadable", .invalid, requirements: ["R-DP-07"], en: "This is no custodian's public key.", zh: "不是有效的密钥保管人公钥。",
        mend: LocalText(
            en: "Give the whole line that `shiming custodian new` printed.", zh: "请完整填写 `shiming custodian new` 输出的一行。"))
    package static let custodiansAlike = Refusal(
        "custodians-alike", .invalid, requirements: ["R-DP-07"], en: "Both keys are the same: two custodians are needed.",
        zh: "两个公钥相同：须有两名密钥保管人。", mend: LocalText(en: "Have the second custodian make a key of his own.", zh: "请由第二名保管人自行生成密钥。"))
    package static let custodiansUnchanged = Refusal(
        "custodians-unchanged", .conflict, house: .states, en: "These two are the custodians already.", zh: "这两名保管人已在任。",
        mend: LocalText(en: "Give the key of whoever takes another's place.", zh: "请填写接任者的公钥。"))
    package static let custodiansNotAwaiting = Refusal(
        "custodians-not-awaiting", .conflict, requirements: ["R-DP-07"],
        en:
            "These custodians do not wait to be confirmed: they were never proposed, are confirmed, are over after three days, or others were proposed since.",
        zh: "该批次不在等待确认：未曾提名、已确认、已逾三日或已有更新的提名。",
        mend: LocalText(en: "Read the list; propose them anew if need be.", zh: "请查看列表，必要时重新提名。"))
    package static let ownCustodians = Refusal(
        "own-custodians", .forbidden, requirements: ["R-DP-07"], en: "Nobody confirms the custodians he proposed himself.",
        zh: "提名人不得确认本人提名的密钥保管人。",
        mend: LocalText(en: "Ask a colleague with that permission.", zh: "请由具有相应权限的同事确认。"))
    package static let custodianProofWrong = Refusal(
        "custodian-proof-wrong", .invalid, requirements: ["R-DP-07"],
        en: "This is not what was sealed to this custodian: his key is not proved.",
        zh: "与发给该保管人的验证内容不符，未能证明其持有私钥。",
        mend: LocalText(
            en: "Give the line that his `shiming custodian prove` printed for this proposal.",
            zh: "请填写该保管人针对本次提名由 `shiming custodian prove` 输出的一行。"))
}
