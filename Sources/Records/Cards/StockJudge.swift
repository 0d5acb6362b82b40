import Numbers
import Registry
import SQLCore

/// Judges the rows of one commit against what is in the stock.
struct StockJudge {
    let session: any Session
    let kind: IntakeKind
    let scope: Scope
    private var cards: [NumberText: Int64]
    private var numbers: [Int64: Int64]
    private var imsis: [Int64: Int64]
    /// Numbers that only withdrawn claims or cancelled services had: free, with the place their next holder takes in the directories.
    private(set) var freed = FreedNumbers()

    init(_ rows: [StockRow], kind: IntakeKind, scope: Scope, at now: Instant, session: any Session) throws {
        self.session = session
        self.kind = kind
        self.scope = scope
        cards = try KnownNumbers.iccids(Self.sorted(rows.map(\.iccid)), in: session)
        numbers = try KnownNumbers.msisdns(Self.sorted(rows.compactMap(\.msisdn)), in: session)
        imsis = try KnownNumbers.imsis(Self.sorted(rows.compactMap(\.imsi)), in: session)
        if !knowsNothing { try free(at: now) }
    }

    /// Forgets what is known of withdrawn claims, and of services that are cancelled and whose numbers are frozen no more: whoever has
    /// them next inherits nothing (R-LC-06).
    private mutating func free(at now: Instant) throws {
        let known = CardIntervals(subscriptions: Array(cards.values) + Array(numbers.values) + Array(imsis.values))
        guard let first = known.intervals.first?.lo, let last = known.intervals.last?.hi else { return }
        let withdrawn = CardIntervals(
            try CustodyRecords.withdrawn(from: first, to: last, in: session).intervals
                + LifeRecords.released(from: first, to: last, at: now, in: session).intervals)
        guard !withdrawn.isEmpty else { return }
        for (iccid, card) in cards where withdrawn.contains(card) {
            cards[iccid] = nil
            freed.iccids[iccid] = try CardLookup.nextOrdinal(iccid: iccid.description, in: session)
        }
        for (number, card) in numbers where withdrawn.contains(card) {
            numbers[number] = nil
            freed.msisdns[number] = try CardLookup.nextOrdinal(msisdn: number, in: session)
        }
        for (imsi, card) in imsis where withdrawn.contains(card) {
            imsis[imsi] = nil
            freed.imsis[imsi] = try CardLookup.nextOrdinal(imsi: imsi, in: session)
        }
    }

    /// Files mostly come in order, and a test for that is far cheaper than sorting.
    private static func sorted<Number: Comparable>(_ numbers: [Number]) -> [Number] {
        zip(numbers, numbers.dropFirst()).allSatisfy { $0 <= $1 } ? numbers : numbers.sorted()
    }

    var knowsNothing: Bool { cards.isEmpty && numbers.isEmpty && imsis.isEmpty }

    func judge(_ row: StockRow) throws -> IntakeJudgement {
        if knowsNothing { return .taken }
        let card = cards[row.iccid]
        return IntakeJudgement.judge(
            kind, card: try card.map { try match($0, row) } ?? .unknown,
            msisdn: try other(row.msisdn.flatMap { numbers[$0] }, than: card),
            imsi: try other(row.imsi.flatMap { imsis[$0] }, than: card))
    }

    private func match(_ card: Int64, _ row: StockRow) throws -> StockMatch {
        let sameData = try session.first(
            "SELECT product, province, msisdn, imsi, eid FROM subscription WHERE id = \(card)"
        ) { stored in
            // What the row does not state, it does not contradict.
            stored.int(0) == row.product && agrees(row.province, stored.intIfAny(1)) && agrees(row.msisdn, stored.intIfAny(2))
                && agrees(row.imsi, stored.intIfAny(3)) && agrees(row.eid?.description, stored.textIfAny(4))
        }
        return .found(sameData: sameData ?? false, isInScope: try isInScope(card))
    }

    private func agrees<Value: Equatable>(_ stated: Value?, _ stored: Value?) -> Bool {
        stated == nil || stated == stored
    }

    private func other(_ holder: Int64?, than card: Int64?) throws -> StockMatch {
        guard let holder, holder != card else { return .unknown }
        return .found(sameData: false, isInScope: try isInScope(holder))
    }

    private func isInScope(_ card: Int64) throws -> Bool {
        if case .everything = scope { return true }
        return try CustodyRecords.custodian(of: card, scope: scope, in: session) != nil
    }
}

/// Numbers that are used again, with their next ordinal in the directory.
struct FreedNumbers {
    var iccids: [NumberText: Int64] = [:]
    var msisdns: [Int64: Int64] = [:]
    var imsis: [Int64: Int64] = [:]
}
