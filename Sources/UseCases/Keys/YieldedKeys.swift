import Records
import Registry
import SQLCore
import Vault

/// Keys that the custodians yielded for one opening. They are joined anew for each look and kept nowhere.
struct YieldedKeys: Sendable {
    private var keys: [[UInt8]: DataKey] = [:]

    init() {}

    /// What one custodian answered, opened: halves by the key they are of.
    fileprivate struct Answered {
        let custodian: CustodianKey
        let side: CustodianSide
        let halves: [[UInt8]: [UInt8]]
    }

    fileprivate init(_ deposits: [StoredDeposit], _ answers: [Answered]) {
        for deposit in deposits {
            let id = deposit.place.key
            guard let a = Self.half(.a, of: deposit, in: answers), let b = Self.half(.b, of: deposit, in: answers) else { continue }
            keys[id] = Vault.joined(a, b, id: id)
        }
    }

    /// The right half, from the custodian it was deposited with: what others say of it counts for nothing.
    private static func half(_ side: CustodianSide, of deposit: StoredDeposit, in answers: [Answered]) -> [UInt8]? {
        let key = deposit.place.key
        let own = answers.first { $0.side == side && $0.custodian == deposit.place.pair[side] }
        guard let half = own?.halves[key], deposit.deposit[side].isRight(half, of: key, side) else { return nil }
        return half
    }

    /// Only what was yielded.
    func key(_ id: [UInt8]) -> DataKey? { keys[id] }

    /// The key; nil when it was destroyed, and where custodians have it and did not yield it.
    func open(_ id: [UInt8], with vault: Vault, in session: any Session) throws -> DataKey? {
        if let key = keys[id] { return key }
        return try DataKeyRecords.open(id, with: vault, in: session)
    }
}

extension Installation {
    /// What the custodians yielded to an opening that is open now; nothing where it needed them not.
    func yielded(by opening: StoredOpening?, in session: any Session) throws -> YieldedKeys {
        guard let opening, opening.exchange != nil, opening.state(at: now()) == .open,
            let key = try exchangeKey(of: opening.id, in: session)
        else { return YieldedKeys() }
        let answers = try OpeningExchangeRecords.answers(to: opening.id, in: session).map { answer in
            YieldedKeys.Answered(custodian: answer.custodian, side: answer.side, halves: try answer.halves(with: key))
        }
        return YieldedKeys(try DepositRecords.deposited(of: opening.registration, in: session), answers)
    }

    /// The opening's own private key; nil once it is over.
    func exchangeKey(of opening: SealedOpeningID, in session: any Session) throws -> OpeningKey? {
        guard let exchange = try OpeningExchangeRecords.find(opening, in: session), let sealed = exchange.sealed, let id = exchange.dataKey,
            let key = try DataKeyRecords.open(id, with: vault, in: session)
        else { return nil }
        return OpeningKey(secret: try vault.open(sealed, under: key, at: Self.exchangePlace(opening)))
    }

    static func exchangePlace(_ opening: SealedOpeningID) -> SealedPlace {
        SealedPlace(table: "opening_exchange", column: "sealed", row: opening.bytes)
    }
}
