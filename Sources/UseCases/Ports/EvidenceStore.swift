import Registry
import Vault

/// Where the sealed content of evidence is kept, as a port: a folder, or a service that stores objects.
package protocol EvidenceStore: Sendable {
    /// Where a piece is to be kept; never depends on what it holds.
    func location(of id: EvidenceID) -> String

    /// Durable when it returns. Nothing stands there in clear, at no time.
    func write(_ bytes: [UInt8], under key: DataKey, at location: String) async throws

    /// Throws `KeyRefusal.notOpened` when it is not what was written, `POSIXError` when it is not there.
    func read(_ location: String, under key: DataKey) async throws -> [UInt8]

    /// Nothing happens when it is not there.
    func remove(_ location: String) async throws

    /// Every piece there is, whole or half written, some at a time.
    func everyPiece(_ body: ([(id: EvidenceID, location: String)]) async throws -> Void) async throws
}
