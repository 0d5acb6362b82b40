import Ledger
import Records
import Registry
import SQLCore
import Vault

/// What a machine saw in a picture that staff took and have not handed in yet: read once, and not taken from whoever hands in. It lies
/// under the picture's own key and goes with the hand-in, or with the picture.
struct KeptReading {
    /// As what the picture was read: as another document it is read anew.
    let task: PictureTask
    let reading: PictureReading

    func canonicalBytes() throws -> [UInt8] {
        func texts(_ all: [String]) -> JSONValue { .array(all.map { .string($0) }) }
        let fields = JSONObject(
            members: reading.fields.sorted { $0.key < $1.key }.map { JSONObject.Member(key: $0.key, value: .string($0.value)) })
        let value: JSONValue = [
            "detail": texts(reading.detail.map { String($0, radix: 16) }), "fields": .object(fields ?? JSONObject()),
            "flags": texts(reading.flags), "mark": .string(String(reading.mark, radix: 16)),
            "problems": texts(reading.problems.map(\.rawValue)), "task": .string(task.word),
        ]
        return try value.canonicalBytes()
    }

    /// Nil where the picture was read as something else.
    static func reading(canonical bytes: [UInt8], as task: PictureTask) throws -> PictureReading? {
        let value = try JSONValue(parsing: bytes)
        guard value["task"]?.stringValue == task.word else { return nil }
        func texts(_ name: String) -> [String] { value[name]?.arrayValue?.compactMap(\.stringValue) ?? [] }
        let members = value["fields"]?.objectValue?.members ?? []
        let fields = members.compactMap { member in member.value.stringValue.map { (member.key, $0) } }
        return PictureReading(
            problems: texts("problems").compactMap(PictureProblem.init(rawValue:)),
            fields: Dictionary(fields, uniquingKeysWith: { first, _ in first }),
            mark: value["mark"]?.stringValue.flatMap { UInt64($0, radix: 16) } ?? 0,
            detail: texts("detail").compactMap { UInt64($0, radix: 16) }, flags: texts("flags"))
    }

    fileprivate static func place(_ piece: EvidenceID) -> SealedPlace {
        SealedPlace(table: "picture_reading", column: "sealed", row: piece.bytes)
    }
}

extension Act {
    /// What nobody could read is looked at again when it is handed in.
    func keep(_ kept: KeptReading, of piece: EvidenceID) throws {
        guard kept.reading != .notRead, let stored = try EvidenceRecords.find(piece, .everything, in: session),
            let key = try DataKeyRecords.open(stored.dataKey, with: installation.vault, in: session)
        else { return }
        let sealed = try installation.vault.seal(kept.canonicalBytes(), under: key, at: KeptReading.place(piece))
        try PictureReadingRecords.insert(piece, sealed: sealed, key: stored.dataKey, in: session)
    }
}

extension Installation {
    /// What is on record of a piece that was read as this; nil where nothing is.
    func keptReading(of piece: EvidenceID, as task: PictureTask) async throws -> PictureReading? {
        try await store.read { session in
            guard let kept = try PictureReadingRecords.find(piece, in: session),
                let key = try DataKeyRecords.open(kept.key, with: vault, in: session)
            else { return nil }
            return try KeptReading.reading(canonical: vault.open(kept.sealed, under: key, at: KeptReading.place(piece)), as: task)
        }
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
