import Numbers
import Testing

@Suite struct PropertyTests {
    static let digits = Array("0123456789".utf8)
    static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

    @Test(arguments: [20_261_123 as UInt64, 7, 4_711])
    func `no single wrong digit of a resident ID gets through`(seed: UInt64) {
        var chance = Seeded(seed)
        for _ in 0..<40 {
            let valid = Array(randomPerson(&chance).utf8)
            #expect(check(.residentID, valid).standing != .refused)
            for position in 0..<18 {
                for replacement in Self.digits + [0x58] where replacement != valid[position] {
                    var changed = valid
                    changed[position] = replacement
                    #expect(check(.residentID, changed).standing == .refused, "seed \(seed)")
                }
            }
        }
    }

    @Test(arguments: [20_261_123 as UInt64, 7, 4_711])
    func `no two neighbours of a resident ID can be swapped`(seed: UInt64) {
        var chance = Seeded(seed)
        for _ in 0..<200 {
            let valid = Array(randomPerson(&chance).utf8)
            for position in 0..<17 where valid[position] != valid[position + 1] {
                var changed = valid
                changed.swapAt(position, position + 1)
                #expect(check(.residentID, changed).standing == .refused, "seed \(seed)")
            }
        }
    }

    @Test(arguments: [20_261_123 as UInt64, 7])
    func `no single wrong character of a credit code gets through`(seed: UInt64) {
        var chance = Seeded(seed)
        for _ in 0..<10 {
            let organisation = "MA\(Int.random(in: 100_000...999_999, using: &chance))"
            let valid = Array(creditCode("91440300" + organisationCode(organisation)).utf8)
            #expect(check(.creditCode, valid).standing == .ok)
            for position in 0..<18 {
                for replacement in Self.alphabet where replacement != valid[position] {
                    var changed = valid
                    changed[position] = replacement
                    #expect(check(.creditCode, changed).standing == .refused, "seed \(seed)")
                }
            }
        }
    }

    @Test(arguments: [NumberKind.imei, .eid, .businessLicence])
    func `no single wrong digit of a checked number gets through`(kind: NumberKind) throws {
        let valid = Array(try #require(good.first { $0.kind == kind }).text.utf8)
        for position in valid.indices {
            for replacement in Self.digits where replacement != valid[position] {
                var changed = valid
                changed[position] = replacement
                let verdict = check(kind, changed)
                let isNetworkForm = Array(verdict.reasons) == [.imeiCheckDigitZero]
                #expect(verdict.standing == .refused || isNetworkForm)
            }
        }
    }

    @Test(arguments: NumberKind.allCases)
    func `whatever bytes come in, an answer comes out, and what passes passes again`(kind: NumberKind) {
        var chance = Seeded(42)
        let checker = NumberChecker(kind: kind, context: context)
        let parts = good.map { Array($0.text.utf8) } + [[0xFF], [0], Array("😀".utf8), Array("　".utf8), Array("９".utf8), [0xE3, 0x80]]
        for _ in 0..<3_000 {
            var bytes = parts.randomElement(using: &chance) ?? []
            for _ in 0..<Int.random(in: 0...2, using: &chance) {
                let position = Int.random(in: 0...bytes.count, using: &chance)
                bytes.insert(contentsOf: parts.randomElement(using: &chance)?.prefix(3) ?? [], at: position)
                if Bool.random(using: &chance), bytes.count > 20 { bytes.removeLast(3) }
            }
            let verdict = check(kind, bytes)
            guard let value = verdict.value else { continue }
            let again = checker.check(value.description)
            #expect(again.value == value)
            #expect(again.standing == verdict.standing)
        }
    }
}

private func randomPerson(_ chance: inout Seeded) -> String {
    let days = Int.random(in: 0...25_000, using: &chance)
    let birth = CivilDate("1950-01-01")!.adding(days: days)!.yyyymmdd
    let order = String(String(1_000 + Int.random(in: 1...999, using: &chance)).dropFirst())
    return person(["110105", "360426", "440305", "999999"].randomElement(using: &chance)!, String(birth), order)
}

/// Eight characters with their check character, computed with the standard's weights.
func organisationCode(_ eight: String) -> String {
    let weights = [3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(eight.utf8, weights).reduce(0) { $0 + ($1.0 < 58 ? Int($1.0) - 48 : Int($1.0) - 55) * $1.1 }
    return eight + ["X", "0"][safe: 11 - sum % 11 - 10, or: String(11 - sum % 11)]
}

extension [String] {
    fileprivate subscript(safe index: Int, or other: String) -> String { indices.contains(index) ? self[index] : other }
}
