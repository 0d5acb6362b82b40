/// Finds rows that repeat or contradict each other. Rows that fail by themselves take no part.
///
/// - Equal in everything: the first counts, the others are repetitions.
/// - One ICCID with different data, or one number or IMSI on two ICCIDs: all of them are out, and their repetitions too.
struct ContradictionSearch {
    private typealias Kind = CardFileIndex.Kind

    private struct Finding {
        let index: UInt32
        let other: UInt32
        let kind: CardFileIndex.Kind
    }

    private let seed: HashSeed
    private var slots: [UInt32] = []
    private var findings: [Finding] = []
    private var repetitions: [(index: UInt32, of: UInt32)] = []
    /// A bit for every repetition.
    private var isRepetition: [UInt64] = []

    init(seed: HashSeed) { self.seed = seed }

    mutating func search(_ keys: borrowing CardKeys, rows: Int) -> CardFileIndex {
        isRepetition = Array(repeating: 0, count: keys.count / 64 + 1)
        slots = Array(repeating: 0, count: Self.capacity(for: keys.count))
        searchICCIDs(keys)
        search(keys, .msisdn) { $0.msisdn($1) }
        search(keys, .imsi) { $0.imsi($1) }
        slots = []
        return result(keys, rows: rows)
    }

    /// A power of two that is at most two thirds full.
    private static func capacity(for count: Int) -> Int {
        var capacity = 64
        while capacity * 2 < count * 3 { capacity *= 2 }
        return capacity
    }

    private mutating func searchICCIDs(_ keys: borrowing CardKeys) {
        var contradicted: Set<UInt32> = []
        let mask = slots.count - 1
        for index in 0..<keys.count {
            let key = keys.iccid(index)
            var slot = Int(truncatingIfNeeded: seed.mix(key.tail, UInt64(key.head))) & mask
            while slots[slot] != 0 && !keys.haveSameICCID(Int(slots[slot]) - 1, index) { slot = (slot + 1) & mask }
            guard slots[slot] != 0 else {
                slots[slot] = UInt32(index) + 1
                continue
            }
            let first = slots[slot] - 1
            if keys.content(Int(first)) == keys.content(index) {
                repetitions.append((UInt32(index), first))
                isRepetition[index / 64] |= 1 << UInt64(index % 64)
            } else {
                note(first, UInt32(index), .iccid, &contradicted)
            }
        }
    }

    private mutating func search(_ keys: borrowing CardKeys, _ kind: CardFileIndex.Kind, _ key: (borrowing CardKeys, Int) -> UInt64) {
        var contradicted: Set<UInt32> = []
        let mask = slots.count - 1
        for slot in slots.indices { slots[slot] = 0 }
        for index in 0..<keys.count {
            let value = key(keys, index)
            if value == 0 || isRepetition[index / 64] >> UInt64(index % 64) & 1 == 1 { continue }
            var slot = Int(truncatingIfNeeded: seed.mix(value, UInt64(kind.rawValue))) & mask
            while slots[slot] != 0 && key(keys, Int(slots[slot]) - 1) != value { slot = (slot + 1) & mask }
            guard slots[slot] != 0 else {
                slots[slot] = UInt32(index) + 1
                continue
            }
            let first = slots[slot] - 1
            // One ICCID with different data has been noted already.
            if !keys.haveSameICCID(Int(first), index) { note(first, UInt32(index), kind, &contradicted) }
        }
    }

    private mutating func note(_ first: UInt32, _ second: UInt32, _ kind: CardFileIndex.Kind, _ contradicted: inout Set<UInt32>) {
        if contradicted.insert(first).inserted { findings.append(Finding(index: first, other: second, kind: kind)) }
        findings.append(Finding(index: second, other: first, kind: kind))
    }

    private mutating func result(_ keys: borrowing CardKeys, rows: Int) -> CardFileIndex {
        findings.sort { ($0.index, $0.kind.rawValue) < ($1.index, $1.kind.rawValue) }
        let own = findings.count
        var repeated = 0
        for (index, first) in repetitions {
            var position = firstFinding(of: first, among: own)
            if position == own || findings[position].index != first {
                findings.append(Finding(index: index, other: first, kind: .repetition))
                repeated += 1
            }
            while position < own && findings[position].index == first {
                findings.append(Finding(index: index, other: findings[position].other, kind: findings[position].kind))
                position += 1
            }
        }
        var out: Set<UInt32> = []
        for finding in findings where finding.kind != .repetition { out.insert(finding.index) }
        var exceptions: [CardFileIndex.Exception] = []
        exceptions.reserveCapacity(findings.count)
        for finding in findings {
            let row = keys.row(Int(finding.index))
            exceptions.append(.init(row: row, other: keys.row(Int(finding.other)), kind: finding.kind))
        }
        exceptions.sort { ($0.row, $0.kind.rawValue) < ($1.row, $1.kind.rawValue) }
        return CardFileIndex(rows: rows, cards: keys.count - repeated - out.count, repetitions: repeated, exceptions: exceptions)
    }

    private func firstFinding(of index: UInt32, among count: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if findings[middle].index < index { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
