import Registry
import SQLCore

/// Makes the partition of all cards anew from the acts, in memory, and compares it with the one that is kept.
package struct CustodyCheck {
    private struct Part: Equatable {
        var lo: Int64
        var hi: Int64
        var custodian: [UInt8]
        var standing: String

        func isAlike(_ other: Part) -> Bool { custodian == other.custodian && standing == other.standing }
    }

    private let session: any Session
    private let findings: StoreFindings

    package init(session: any Session, findings: StoreFindings) {
        self.session = session
        self.findings = findings
    }

    package func run() throws {
        let kept = try joined(keptParts())
        let made = joined(try replayed())
        guard kept != made else { return }
        let differing = zip(kept, made).first { $0 != $1 }.map { min($0.0.lo, $0.1.lo) }
        let first = differing ?? (kept.count > made.count ? kept[made.count].lo : made[kept.count].lo)
        findings.add(.custodyDiffers, "custody_current", String(first), "the acts say otherwise from this card on")
    }

    private func keptParts() throws -> [Part] {
        var parts: [Part] = []
        try session.scan("SELECT lo, hi, organisation, standing FROM custody_current ORDER BY lo") { row in
            let part = Part(lo: row.int(0), hi: row.int(1), custodian: row.blob(2), standing: row.text(3))
            if let last = parts.last, last.hi >= part.lo {
                findings.add(.custodyDiffers, "custody_current", String(part.lo), "overlaps the stretch that begins with \(last.lo)")
            }
            parts.append(part)
            return true
        }
        return parts
    }

    private func replayed() throws -> [Part] {
        var parts: [Part] = []
        try session.scan(
            """
            SELECT i.lo, i.hi, a.to_organisation, a.standing FROM custody_act a JOIN custody_interval i ON i.act = a.id
            ORDER BY a.number, i.lo
            """
        ) { row in
            Self.place(Part(lo: row.int(0), hi: row.int(1), custodian: row.blob(2), standing: row.text(3)), in: &parts)
            return true
        }
        return parts
    }

    private static func place(_ part: Part, in parts: inout [Part]) {
        var first = parts.count
        if let last = parts.last, last.hi >= part.lo { first = firstReaching(part.lo, in: parts) }
        var end = first
        var pieces: [Part] = []
        while end < parts.count, parts[end].lo <= part.hi {
            let cut = parts[end]
            if cut.lo < part.lo { pieces.append(Part(lo: cut.lo, hi: part.lo - 1, custodian: cut.custodian, standing: cut.standing)) }
            if cut.hi > part.hi { pieces.append(Part(lo: part.hi + 1, hi: cut.hi, custodian: cut.custodian, standing: cut.standing)) }
            end += 1
        }
        pieces.append(part)
        parts.replaceSubrange(first..<end, with: pieces.sorted { $0.lo < $1.lo })
    }

    /// The first part that ends at `card` or behind it.
    private static func firstReaching(_ card: Int64, in parts: [Part]) -> Int {
        var low = 0
        var high = parts.count
        while low < high {
            let middle = (low + high) / 2
            if parts[middle].hi < card { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func joined(_ parts: [Part]) -> [Part] {
        var joined: [Part] = []
        for part in parts {
            if let last = joined.last, last.hi + 1 == part.lo, last.isAlike(part) {
                joined[joined.count - 1].hi = part.hi
            } else {
                joined.append(part)
            }
        }
        return joined
    }
}
