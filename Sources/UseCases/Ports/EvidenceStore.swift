import Registry
import Vault

/// Where the sealed content of evidence is kept, as a port: a folder, or a service that stores objects. Only sealed bytes cross it, so
/// nothing stands there in clear at any time, and a piece may be copied from one store to another without its key.
package protocol EvidenceStore: Sendable {
    var home: EvidenceHome { get }

    /// Where a piece is to be kept; never depends on what it holds, and is the same in every kind of store.
    func location(of id: EvidenceID) -> String

    /// Durable when it returns; a piece that is there already is replaced as one step.
    /// Throws `EvidenceStoreFailure` when the store is another machine's, `POSIXError` when it is this one's.
    func put(_ sealed: [UInt8], at location: String) async throws

    /// Throws `EvidenceStoreFailure.missing` when it is not there.
    func get(_ location: String) async throws -> [UInt8]

    func exists(_ location: String) async throws -> Bool

    /// Nothing happens when it is not there.
    func remove(_ location: String) async throws

    /// Every piece there is, whole or half written, some at a time.
    func everyPiece(_ body: ([(id: EvidenceID, location: String)]) async throws -> Void) async throws
}

/// What kind of store it is.
package enum EvidenceHome: Hashable, Sendable {
    /// The installation's own folder.
    case folder
    /// An S3-compatible service.
    case service(host: String)
}

/// Why a store of evidence does not do what it was asked. Names what the store said, never a credential.
package enum EvidenceStoreFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no such piece.
    case missing
    /// What came is not what the store was given.
    case damaged
    /// It cannot be reached, or is overloaded; the same act may succeed later.
    case unavailable(String)
    /// It refuses us: credentials, permission, no such bucket. Somebody must mend it.
    case refused(String)

    package var description: String {
        switch self {
        case .missing: "the piece is not there"
        case .damaged: "the piece is not what was stored"
        case .unavailable(let why): "the evidence store cannot be reached: \(why)"
        case .refused(let why): "the evidence store refuses: \(why)"
        }
    }

    /// Whether the store as a whole is at fault, not a piece.
    package var isOfTheStore: Bool {
        switch self {
        case .missing, .damaged: false
        case .unavailable, .refused: true
        }
    }
}

extension EvidenceStore {
    /// Seals, then stores.
    package func write(_ bytes: [UInt8], under key: DataKey, at location: String) async throws {
        try await put(SealedFile.seal(bytes, under: key), at: location)
    }

    /// Throws `KeyRefusal.notOpened` when it is not what was written.
    package func read(_ location: String, under key: DataKey) async throws -> [UInt8] {
        try SealedFile.open(await get(location), under: key)
    }
}

/// Where a piece is kept: fanned out over two levels by the last bytes of its id, which are chance.
package enum EvidenceLocation {
    package static func of(_ id: EvidenceID) -> String {
        let text = id.description
        return "\(text.suffix(2))/\(text.suffix(4).prefix(2))/\(text)"
    }
}
