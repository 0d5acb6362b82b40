import Crypto
import Records
import SQLCore
import Vault

/// What becomes of a piece of evidence when its sealed file is looked at.
enum PieceJudgement: Sendable {
    /// It is what was uploaded; of what only custodians open, what it was when its key was deposited.
    case whole(sealed: [UInt8])
    /// Its key was destroyed: it was purged meanwhile.
    case purged
    /// Why it cannot be shown.
    case unfit(String)
}

extension Installation {
    /// Looks at a piece that the database names, be it this one or a copy.
    /// Throws `EvidenceStoreFailure` when the store of evidence as a whole fails, and what the system says of a file it does not read.
    func judge(_ piece: StoredEvidence, of database: any Store) async throws -> PieceJudgement {
        let (wrapped, deposited) = try await database.read { session in
            (try DataKeyRecords.find(piece.dataKey, in: session), try DepositRecords.fileHash(of: piece.dataKey, in: session))
        }
        guard wrapped != nil || deposited != nil else { return .purged }
        do {
            let sealed = try await evidence.get(piece.location)
            if let deposited {
                return Array(SHA256.hash(data: sealed)) == deposited ? .whole(sealed: sealed) : .unfit("it is not what was deposited")
            }
            guard let wrapped else { return .purged }
            let plain = try SealedFile.open(sealed, under: vault.unwrap(wrapped, id: piece.dataKey))
            return Array(SHA256.hash(data: plain)) == piece.sha256 ? .whole(sealed: sealed) : .unfit("it is not what was uploaded")
        } catch let failure as EvidenceStoreFailure where !failure.isOfTheStore {
            return .unfit(failure.description)
        } catch let refusal as KeyRefusal {
            return .unfit(refusal.description)
        }
    }

    /// The sealed piece where it is whole; nil when it is lost, damaged or purged meanwhile.
    package func verified(_ piece: StoredEvidence, of database: any Store) async throws -> [UInt8]? {
        guard case .whole(let sealed) = try await judge(piece, of: database) else { return nil }
        return sealed
    }
}
