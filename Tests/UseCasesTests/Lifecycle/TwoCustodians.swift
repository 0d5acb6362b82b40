import Records
import Registry
import TestKit
import Testing
import UseCases
import Vault

/// Two custodians with their private keys, which the installation never has.
struct TwoCustodians {
    let a = CustodianSecret()
    let b = CustodianSecret()

    /// Whoever confirms what the administrator proposed.
    static func second(_ lives: LifeSteps) -> Principal {
        MainJob.staff([.administrator], in: lives.job.administrator.organisation, scope: .everything, 62)
    }

    /// Proposed, proved and confirmed.
    @discardableResult
    func set(in lives: LifeSteps) async throws -> StoredCustodians {
        let proposed = try await propose(in: lives)
        return try await lives.shiming.confirmCustodians(
            as: Self.second(lives), proposed.pair.ordinal, a: proof(proposed, .a, lives), b: proof(proposed, .b, lives))
    }

    func propose(in lives: LifeSteps) async throws -> StoredCustodians {
        try await lives.shiming.setCustodians(
            as: lives.job.administrator, a: try #require(a.publicKey?.text), b: try #require(b.publicKey?.text))
    }

    func proof(_ proposed: StoredCustodians, _ side: CustodianSide, _ lives: LifeSteps) throws -> String {
        let proposal = CustodianProposal(
            pair: proposed.pair, side: side, sealed: proposed[side].sealed, verifier: lives.shiming.secrets.signer.verifier)
        return try CustodianProof(to: proposal, by: side == .a ? a : b).text
    }

    func request(_ file: String, _ side: CustodianSide, _ lives: LifeSteps) throws -> CustodianRequest {
        try CustodianRequest(file: file, for: side == .a ? a : b, from: lives.shiming.secrets.signer.verifier)
    }

    func answer(_ file: String, _ side: CustodianSide, _ lives: LifeSteps) throws -> String {
        try CustodianAnswer(to: request(file, side, lives), by: side == .a ? a : b).file()
    }
}
