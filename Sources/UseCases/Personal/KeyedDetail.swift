import Records
import Registry
import SQLCore
import Vault

/// A picture's detail and excerpts as they are kept: their bits in an order of the installation's own and turned by a mask of its own, so
/// that whoever only has the store makes no picture of them. How many bits two of a kind differ in stays the same. Whoever has the store
/// and hands in pictures of his own can learn order and mask from them: it hides, and is no seal; they go with their picture
/// (`PictureMarkRecords.forget`).
enum KeyedDetail {
    static func of(_ words: [UInt64], by search: SearchIndex) -> PictureDetail? {
        guard words.count == PictureDetail.wordCount else { return nil }
        return PictureDetail(KeyedBits(words: words.count, of: "detail", by: search).hiding(words))
    }

    /// The same of the picture's excerpts; all are hidden alike, so that any two of them can be compared.
    static func excerpts(_ words: [UInt64], sought: [UInt64], by search: SearchIndex) -> PictureExcerpts {
        guard words.count + sought.count >= PictureExcerpt.wordCount else { return PictureExcerpts() }
        let bits = KeyedBits(words: PictureExcerpt.wordCount, of: "excerpt", by: search)
        func hidden(_ words: [UInt64]) -> [PictureExcerpt] {
            PictureExcerpt.all(words).compactMap { PictureExcerpt(bits.hiding($0.words)) }
        }
        return PictureExcerpts(kept: hidden(words), sought: hidden(sought))
    }
}

/// An order of bits and a mask over them.
private struct KeyedBits {
    private let order: [Int]
    private let mask: [UInt64]

    init(words count: Int, of name: String, by search: SearchIndex) {
        var stream = KeyStream(search: search, name: name)
        let bits = 64 * count
        var order = Array(0..<bits)
        for place in stride(from: bits - 1, to: 0, by: -1) { order.swapAt(place, stream.next(below: place + 1)) }
        self.order = order
        mask = (0..<count).map { _ in stream.word() }
    }

    func hiding(_ words: [UInt64]) -> [UInt64] {
        var kept = mask
        for (place, from) in order.enumerated() where words[from / 64] >> (from % 64) & 1 == 1 {
            kept[place / 64] ^= 1 << (place % 64)
        }
        return kept
    }
}

/// Numbers that only the installation's key gives, the same each time.
private struct KeyStream {
    let search: SearchIndex
    let name: String
    private var block: [UInt8] = []
    private var count = 0

    init(search: SearchIndex, name: String) {
        self.search = search
        self.name = name
    }

    mutating func word() -> UInt64 {
        // The suite byte leads each hash.
        if block.count < 8 {
            block = Array(search.hash("\(name):\(count)", for: .picture).dropFirst())
            count += 1
        }
        defer { block.removeLast(min(8, block.count)) }
        return block.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The remainder of 64 bits leans to no number that matters here.
    mutating func next(below bound: Int) -> Int { Int(word() % UInt64(bound)) }
}

/// What a machine noticed in a picture, as it is kept. Made before an act has its turn: detail and excerpts take hundreds of hashes.
struct PictureMark: Sendable {
    let mark: UInt64
    let detail: PictureDetail?
    let excerpts: PictureExcerpts
    let findings: [String]

    /// - Parameter isTelling: false for what looks alike in every case, such as backs of documents.
    init(_ reading: PictureReading, isTelling: Bool = true, by search: SearchIndex) {
        mark = isTelling ? reading.mark : 0
        detail = isTelling ? KeyedDetail.of(reading.detail, by: search) : nil
        excerpts = isTelling ? KeyedDetail.excerpts(reading.excerpts, sought: reading.excerptsSought, by: search) : PictureExcerpts()
        findings = reading.problems.map(\.rawValue) + reading.flags.map(\.rawValue)
    }
}

extension Act {
    /// Keeps what a machine noticed in a picture.
    func keepMark(_ mark: PictureMark, of evidence: EvidenceID, in application: ApplicationID) throws {
        try PictureMarkRecords.insert(
            evidence, mark: mark.mark, detail: mark.detail, excerpts: mark.excerpts, application: application, findings: mark.findings,
            in: session)
    }
}
