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

    func set(in lives: LifeSteps) async throws {
        _ = try await lives.shiming.setCustodians(
            as: lives.job.administrator, a: try #require(a.publicKey?.text), b: try #require(b.publicKey?.text))
    }

    func answer(_ file: String, _ side: CustodianSide) throws -> String {
        let own = side == .a ? a : b
        return try CustodianAnswer(to: CustodianRequest(file: file, for: own), by: own).file()
    }
}
