import Crypto
import Foundation
import Ledger

/// What shows that a custodian has the private key: 32 bytes of chance, sealed to his public key and kept nowhere else, and the hash by which
/// they are known when he gives them back.
package struct CustodianChallenge: Hashable, Sendable {
    package let sealed: [UInt8]
    package let check: [UInt8]

    package init(sealed: [UInt8], check: [UInt8]) {
        self.sealed = sealed
        self.check = check
    }

    /// A fresh one.
    package init(of pair: CustodianPair, _ side: CustodianSide) throws {
        let plain = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
        sealed = try SealedLetter.seal(plain, to: pair[side].key, purpose: "custodian-challenge", bound: Self.bound(pair, side))
        check = Self.check(plain, pair, side)
    }

    /// Whether this is what was sealed.
    package func isProved(by proof: CustodianProof, of pair: CustodianPair, _ side: CustodianSide) -> Bool {
        Self.check(proof.bytes, pair, side) == check
    }

    private static func check(_ plain: [UInt8], _ pair: CustodianPair, _ side: CustodianSide) -> [UInt8] {
        Array(SHA256.hash(data: bound(pair, side) + plain))
    }

    fileprivate static func bound(_ pair: CustodianPair, _ side: CustodianSide) -> [UInt8] {
        Array("shiming\u{0}custodian-challenge\u{0}\(side.rawValue)\u{0}\(pair.ordinal)\u{0}".utf8) + pair.a.bytes + pair.b.bytes
    }
}

/// What a custodian is sent before he is one.
package struct CustodianProposal: Hashable, Sendable {
    package let pair: CustodianPair
    package let side: CustodianSide
    package let sealed: [UInt8]
    /// By which he will know the installation's requests.
    package let verifier: InstallationVerifier

    package init(pair: CustodianPair, side: CustodianSide, sealed: [UInt8], verifier: InstallationVerifier) {
        self.pair = pair
        self.side = side
        self.sealed = sealed
        self.verifier = verifier
    }

    private static let format = "shiming-custodian-challenge/1"

    package func file() throws -> String {
        let value: JSONValue = [
            "a": .string(pair.a.text), "b": .string(pair.b.text), "format": .string(Self.format), "pair": .integer(pair.ordinal),
            "sealed": .string(Hex.text(sealed)), "side": .string(side.rawValue), "verifier": .string(verifier.text),
        ]
        return try value.canonicalText() + "\n"
    }

    package init(file text: String) throws(CustodianRefusal) {
        guard let value = try? JSONValue(parsing: text.trimmingCharacters(in: .whitespacesAndNewlines)),
            value["format"]?.stringValue == Self.format, let a = value["a"]?.stringValue.flatMap({ CustodianKey($0) }),
            let b = value["b"]?.stringValue.flatMap({ CustodianKey($0) }), let ordinal = value["pair"]?.integerValue,
            let sealed = value["sealed"]?.stringValue.flatMap(Hex.bytes),
            let side = value["side"]?.stringValue.flatMap(CustodianSide.init(rawValue:)),
            let verifier = value["verifier"]?.stringValue.flatMap({ InstallationVerifier($0) })
        else { throw .fileUnreadable }
        self.init(pair: CustodianPair(ordinal: ordinal, a: a, b: b), side: side, sealed: sealed, verifier: verifier)
    }
}

/// An opened challenge.
package struct CustodianProof: Hashable, Sendable {
    package let bytes: [UInt8]

    /// Opens it. Throws `notOpened`.
    package init(to proposal: CustodianProposal, by custodian: CustodianSecret) throws(CustodianRefusal) {
        guard custodian.publicKey == proposal.pair[proposal.side] else { throw .notOpened }
        bytes = try SealedLetter.open(
            proposal.sealed, with: custodian.key, purpose: "custodian-challenge",
            bound: CustodianChallenge.bound(proposal.pair, proposal.side))
    }

    /// nil for what is none.
    package init?(_ text: String) {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard text.hasPrefix(Self.mark), let bytes = Hex.bytes(String(text.dropFirst(Self.mark.count))), bytes.count == 32 else {
            return nil
        }
        self.bytes = bytes
    }

    package var text: String { Self.mark + Hex.text(bytes) }

    private static let mark = "proof-"
}
