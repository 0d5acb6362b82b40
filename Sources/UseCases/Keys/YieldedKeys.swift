import Records
import Registry
import SQLCore
import Vault

/// Keys that the custodians yielded for one opening. They are joined anew for each look and kept nowhere.
struct YieldedKeys: Sendable {
    private var keys: [[UInt8]: DataKey] = [:]

    init() {}

    fileprivate init(_ deposits: [StoredDeposit], _ halves: [CustodianSide: [[UInt8]: [UInt8]]]) {
        for deposit in deposits {
            let id = deposit.place.key
            guard let a = halves[.a]?[id], let b = halves[.b]?[id] else { continue }
            keys[id] = Vault.joined(a, b, id: id)
        }
    }

    /// The key; nil when it was destroyed, and where custodians have it and did not yield it.
    func open(_ id: [UInt8], with vault: Vault, in session: any Session) throws -> DataKey? {
        if let key = keys[id] { return key }
        return try DataKeyRecords.open(id, with: vault, in: session)
    }
}

extension Installation {
    /// What the custodians yielded to an opening that is open now; nothing where it needed them not.
    func yielded(by opening: StoredOpening?, in session: any Session) throws -> YieldedKeys {
        guard let opening, opening.exchange != nil, opening.state(at: now()) == .open, let decision = opening.decision,
            let key = try exchangeKey(of: opening.id, in: session)
        else { return YieldedKeys() }
        var halves: [CustodianSide: [[UInt8]: [UInt8]]] = [:]
        for answer in try OpeningExchangeRecords.answers(to: opening.id, in: session) {
            halves[answer.side, default: [:]].merge(try answer.halves(with: key)) { first, _ in first }
        }
        return YieldedKeys(try DepositRecords.deposited(of: opening.registration, until: decision.at, in: session), halves)
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
