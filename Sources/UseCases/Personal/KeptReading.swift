import Ledger
import Records
import Registry
import SQLCore
import Vault

/// For whom staff took a picture.
struct PieceTaking: Sendable {
    /// Whether a guardian had consented before.
    let isGuardianHeard: Bool
    /// Who had been examined before, as `CounterExamination.holder`; empty where nobody was.
    let holder: String
    /// Of that person's facts.
    let likeness: FactsLikeness
}

/// What a machine saw in a picture that staff took and have not handed in yet: read once, and not taken from whoever hands in. With it
/// stands for whom it was taken. It lies under the picture's own key and goes with the hand-in, or with the picture.
struct KeptReading {
    /// As what the picture was read: as another document it is read anew.
    let task: PictureTask
    let reading: PictureReading
    let taking: PieceTaking

    func canonicalBytes() throws -> [UInt8] {
        func texts(_ all: [String]) -> JSONValue { .array(all.map { .string($0) }) }
        let fields = JSONObject(
            members: reading.fields.sorted { $0.key < $1.key }.map { JSONObject.Member(key: $0.key, value: .string($0.value)) })
        func words(_ all: [UInt64]) -> JSONValue { texts(all.map { String($0, radix: 16) }) }
        let value: JSONValue = [
            "detail": words(reading.detail), "excerpts": words(reading.excerpts), "excerptsSought": words(reading.excerptsSought),
            "fields": .object(fields ?? JSONObject()),
            "flags": texts(reading.flags.map(\.rawValue)), "guardian": .bool(taking.isGuardianHeard),
            "holder": .string(taking.holder), "likeness": .string(taking.likeness.text), "mark": .string(String(reading.mark, radix: 16)),
            "problems": texts(reading.problems.map(\.rawValue)), "task": .string(task.word),
        ]
        return try value.canonicalBytes()
    }

    static func taking(canonical bytes: [UInt8]) throws -> PieceTaking {
        let value = try JSONValue(parsing: bytes)
        return PieceTaking(
            isGuardianHeard: value["guardian"]?.boolValue ?? false, holder: value["holder"]?.stringValue ?? "",
            likeness: FactsLikeness(text: value["likeness"]?.stringValue ?? ""))
    }

    /// Nil where the picture was read as something else, or could not be.
    static func reading(canonical bytes: [UInt8], as task: PictureTask) throws -> PictureReading? {
        let value = try JSONValue(parsing: bytes)
        guard value["task"]?.stringValue == task.word else { return nil }
        func texts(_ name: String) -> [String] { value[name]?.arrayValue?.compactMap(\.stringValue) ?? [] }
        func words(_ name: String) -> [UInt64] { texts(name).compactMap { UInt64($0, radix: 16) } }
        let members = value["fields"]?.objectValue?.members ?? []
        let fields = members.compactMap { member in member.value.stringValue.map { (member.key, $0) } }
        let reading = PictureReading(
            problems: texts("problems").compactMap(PictureProblem.init(rawValue:)),
            fields: Dictionary(fields, uniquingKeysWith: { first, _ in first }),
            mark: value["mark"]?.stringValue.flatMap { UInt64($0, radix: 16) } ?? 0,
            detail: words("detail"), excerpts: words("excerpts"), excerptsSought: words("excerptsSought"),
            flags: texts("flags").compactMap(PictureFlag.init(rawValue:)))
        // What nobody could read is looked at again when it is handed in.
        return reading == .notRead ? nil : reading
    }

    fileprivate static func place(_ piece: EvidenceID) -> SealedPlace {
        SealedPlace(table: "picture_reading", column: "sealed", row: piece.bytes)
    }
}

extension Act {
    func keep(_ kept: KeptReading, of piece: EvidenceID) throws {
        guard let stored = try EvidenceRecords.find(piece, .everything, in: session),
            let key = try DataKeyRecords.open(stored.dataKey, with: installation.vault, in: session)
        else { return }
        let sealed = try installation.vault.seal(kept.canonicalBytes(), under: key, at: KeptReading.place(piece))
        try PictureReadingRecords.insert(piece, sealed: sealed, key: stored.dataKey, in: session)
    }
}

extension Installation {
    /// What is on record of a piece that was read as this; nil where nothing is.
    func keptReading(of piece: EvidenceID, as task: PictureTask) async throws -> PictureReading? {
        try await store.read { try keptReading(of: piece, as: task, in: $0) }
    }

    func keptReading(of piece: EvidenceID, as task: PictureTask, in session: any Session) throws -> PictureReading? {
        try openKept(piece, in: session).flatMap { try KeptReading.reading(canonical: $0, as: task) }
    }

    /// For whom a piece was taken; nil for one that was not taken at the counter's own place.
    func taking(of piece: EvidenceID, in session: any Session) throws -> PieceTaking? {
        try openKept(piece, in: session).map { try KeptReading.taking(canonical: $0) }
    }

    private func openKept(_ piece: EvidenceID, in session: any Session) throws -> [UInt8]? {
        guard let kept = try PictureReadingRecords.find(piece, in: session),
            let key = try DataKeyRecords.open(kept.key, with: vault, in: session)
        else { return nil }
        return try vault.open(kept.sealed, under: key, at: KeptReading.place(piece))
    }
}

extension PictureTask {
    fileprivate var word: String {
        switch self {
        case .documentFront(let type): "front:" + type.rawValue
        case .documentBack(let type): "back:" + type.rawValue
        case .handHeld: "hand-held"
        case .face: "face"
        case .other: "other"
        }
    }
}
