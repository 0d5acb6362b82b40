import Ledger
import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let custodiansSet = TrailAction("custodians.set")
}

extension Installation {
    /// From now on keys of what is deep-frozen are deposited with these two, by their public keys. What was deposited before stays with those
    /// it was deposited with. Throws `custodian-key-unreadable`, `custodians-alike`, `custodians-unchanged`.
    package func setCustodians(as principal: Principal, a: String, b: String) async throws -> StoredCustodians {
        try await act(as: principal, .custodiansSet, needs: .installationManage) { act in
            try principal.demandEverything()
            guard let first = CustodianKey(a) else { throw Refusal.custodianKeyUnreadable.at("/a") }
            guard let second = CustodianKey(b) else { throw Refusal.custodianKeyUnreadable.at("/b") }
            guard first != second else { throw Refusal.custodiansAlike.at("/b") }
            let former = try CustodianRecords.inForce(in: act.session)?.pair
            guard former?.a != first || former?.b != second else { throw Refusal.custodiansUnchanged }
            let pair = CustodianPair(ordinal: (former?.ordinal ?? 0) + 1, a: first, b: second)
            try act.register(.custodianPair, [pair.ordinal, first.bytes, second.bytes, act.now, principal.account])
            act.recording.about(.installation, [])
            act.recording.note("pair", .integer(pair.ordinal))
            act.recording.note("a", .string(first.text))
            act.recording.note("b", .string(second.text))
            return StoredCustodians(pair: pair, setAt: act.now, setBy: principal.account)
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

extension Refusal {
    package static let custodianKeyUnreadable = Refusal(
        "custodian-key-unreadable", .invalid, requirements: ["R-DP-07"], en: "This is no custodian's public key.", zh: "不是有效的密钥保管人公钥。",
        mend: LocalText(
            en: "Give the whole line that `shiming custodian new` printed.", zh: "请完整填写 `shiming custodian new` 输出的一行。"))
    package static let custodiansAlike = Refusal(
        "custodians-alike", .invalid, requirements: ["R-DP-07"], en: "Both keys are the same: two custodians are needed.",
        zh: "两个公钥相同：须有两名密钥保管人。", mend: LocalText(en: "Have the second custodian make a key of his own.", zh: "请由第二名保管人自行生成密钥。"))
    package static let custodiansUnchanged = Refusal(
        "custodians-unchanged", .conflict, en: "These two are the custodians already.", zh: "这两名保管人已在任。",
        mend: LocalText(en: "Give the key of whoever takes another's place.", zh: "请填写接任者的公钥。"))
}
