import Records
import Registry
import SQLCore
import Vault

/// A picture's detail as it is kept: its bits in an order of the installation's own and turned by a mask of its own, so that whoever only has
/// the store makes no picture of it. How many bits two of them differ in stays the same. Whoever has the store and hands in pictures of his own
/// can learn order and mask from them: it hides, and is no seal; the detail goes with its picture (`PictureMarkRecords.forget`).
enum KeyedDetail {
    static func of(_ words: [UInt64], by search: SearchIndex) -> PictureDetail? {
        guard let detail = PictureDetail(words) else { return nil }
        var stream = KeyStream(search: search)
        let bits = 64 * PictureDetail.wordCount
        var order = Array(0..<bits)
        for place in stride(from: bits - 1, to: 0, by: -1) { order.swapAt(place, stream.next(below: place + 1)) }
        var kept = (0..<PictureDetail.wordCount).map { _ in stream.word() }
        for (place, from) in order.enumerated() where detail.words[from / 64] >> (from % 64) & 1 == 1 {
            kept[place / 64] ^= 1 << (place % 64)
        }
        return PictureDetail(kept)
    }
}

/// Numbers that only the installation's key gives, the same each time.
private struct KeyStream {
    let search: SearchIndex
    private var block: [UInt8] = []
    private var count = 0

    init(search: SearchIndex) { self.search = search }

    mutating func word() -> UInt64 {
        // The suite byte leads each hash.
        if block.count < 8 {
            block = Array(search.hash("detail:\(count)", for: .picture).dropFirst())
            count += 1
        }
        defer { block.removeLast(min(8, block.count)) }
        return block.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The remainder of 64 bits leans to no number that matters here.
    mutating func next(below bound: Int) -> Int { Int(word() % UInt64(bound)) }
}

/// What a machine noticed in a picture, as it is kept. Made before an act has its turn: the detail takes hundreds of hashes.
struct PictureMark: Sendable {
    let mark: UInt64
    let detail: PictureDetail?
    let findings: [String]

    /// - Parameter isTelling: false for what looks alike in every case, such as backs of documents.
    init(_ reading: PictureReading, isTelling: Bool = true, by search: SearchIndex) {
        mark = isTelling ? reading.mark : 0
        detail = isTelling ? KeyedDetail.of(reading.detail, by: search) : nil
        findings = reading.problems.map(\.rawValue) + reading.flags.map(\.rawValue)
    }
}

extension Act {
    /// Keeps what a machine noticed in a picture.
    func keepMark(_ mark: PictureMark, of evidence: EvidenceID, in application: ApplicationID) throws {
        try PictureMarkRecords.insert(
            evidence, mark: mark.mark, detail: mark.detail, application: application, findings: mark.findings, in: session)
    }
}
