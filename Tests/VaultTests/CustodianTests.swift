import Ledger
import Testing
import Vault

@Suite("Keys divided between two custodians")
struct CustodianTests {
    private let vault: Vault
    private let key: DataKey
    private let a = CustodianSecret()
    private let b = CustodianSecret()
    private let pair: CustodianPair
    private let signer: InstallationSigner
    private static let passphrase = "一把只有我自己知道的钥匙"

    init() throws {
        var chance = SystemRandomNumberGenerator()
        vault = Vault(keys: try KeyEncryptionKeys(text: KeyEncryptionKeys.text(addingFreshKey: "kek-1", to: nil, chance: &chance)))
        key = try vault.freshKey(id: [UInt8](repeating: 7, count: 16)).0
        pair = CustodianPair(ordinal: 1, a: try #require(a.publicKey), b: try #require(b.publicKey))
        signer = try InstallationSigner(secret: key)
    }

    private func read(_ file: String, for custodian: CustodianSecret) throws -> CustodianRequest {
        try CustodianRequest(file: file, for: custodian, from: signer.verifier)
    }

    private var place: DepositPlace { DepositPlace(key: key.id, table: "identity_version", pair: pair) }

    private func request(
        _ side: CustodianSide, _ own: OpeningKey, place: DepositPlace? = nil, opening: String = "o-1", signedBy: InstallationSigner? = nil
    ) throws -> String {
        let deposit = try vault.deposit(key, at: self.place)
        return try CustodianRequest(
            opening: opening, code: "SO-1", caseNumber: "沪公网安调证〔2028〕77号", reason: "涉诈案件协查", askedBy: "compliance",
            approvedBy: "second", until: 1, side: side, answerTo: own.publicBytes,
            items: [.init(place: place ?? self.place, sealed: deposit[side].sealed)]
        ).file(signedBy: signedBy ?? signer)
    }

    @Test func `two halves make the key, and one alone or two of different divisions do not`() throws {
        let own = OpeningKey()
        let sealed = try vault.seal([1, 2, 3], under: key, at: SealedPlace(table: "t", column: "c", row: [1]))
        let deposit = try vault.deposit(key, at: place)
        var halves: [CustodianSide: [UInt8]] = [:]
        for (side, custodian) in [(CustodianSide.a, a), (.b, b)] {
            let file = try CustodianRequest(
                opening: "o-1", code: "SO-1", caseNumber: "案1号", reason: "协查", askedBy: "x", approvedBy: "y", until: 1, side: side,
                answerTo: own.publicBytes, items: [.init(place: place, sealed: deposit[side].sealed)]
            ).file(signedBy: signer)
            let asked = try read(file, for: custodian)
            #expect(asked.caseNumber == "案1号" && asked.reason == "协查")
            let answer = try CustodianAnswer(file: CustodianAnswer(to: asked, by: custodian).file())
            let half = try #require(try answer.halves(with: own)[key.id])
            #expect(deposit[side].isRight(half, of: key.id, side))
            #expect(!deposit[side].isRight(half, of: key.id, side == .a ? .b : .a))
            halves[side] = half
        }
        let (first, second) = (try #require(halves[.a]), try #require(halves[.b]))
        let joined = try #require(Vault.joined(first, second, id: key.id))
        #expect(try vault.open(sealed, under: joined, at: SealedPlace(table: "t", column: "c", row: [1])) == [1, 2, 3])
        let zeros = [UInt8](repeating: 0, count: 32)
        for (one, other) in [(first, zeros), (zeros, second), (first, first)] {
            let wrong = try #require(Vault.joined(one, other, id: key.id))
            #expect(throws: KeyRefusal.notOpened) {
                try vault.open(sealed, under: wrong, at: SealedPlace(table: "t", column: "c", row: [1]))
            }
        }
        #expect(Vault.joined(first, [1], id: key.id) == nil)
    }

    @Test func `a request opens to its custodian alone`() throws {
        let file = try request(.a, OpeningKey())
        #expect(!file.contains("77号") && !file.contains("协查"))
        for other in [b, CustodianSecret()] {
            #expect(throws: CustodianRefusal.notOpened) { try read(file, for: other) }
        }
        for text in ["", "{}", "not json", file.replacing("shiming-opening-request/1", with: "shiming-opening-request/2")] {
            #expect(throws: CustodianRefusal.fileUnreadable) { try read(text, for: a) }
        }
    }

    @Test func `a half moved to another key, table, pair or side does not open`() throws {
        let others = [
            DepositPlace(key: [UInt8](repeating: 8, count: 16), table: "identity_version", pair: pair),
            DepositPlace(key: key.id, table: "evidence", pair: pair),
            DepositPlace(key: key.id, table: "identity_version", pair: CustodianPair(ordinal: 2, a: pair.a, b: pair.b)),
        ]
        for place in others {
            let asked = try read(request(.a, OpeningKey(), place: place), for: a)
            #expect(throws: CustodianRefusal.notOpened) { try CustodianAnswer(to: asked, by: a) }
        }
    }

    @Test func `an answer is of use for its own opening only`() throws {
        let own = OpeningKey()
        let answer = try CustodianAnswer(to: read(request(.a, own), for: a), by: a)
        #expect(try answer.halves(with: own).count == 1)
        #expect(throws: CustodianRefusal.notOpened) { try answer.halves(with: OpeningKey()) }
        let moved = CustodianAnswer(opening: "o-2", custodian: answer.custodian, side: .a, sealed: answer.sealed)
        #expect(throws: CustodianRefusal.notOpened) { try moved.halves(with: own) }
        let turned = CustodianAnswer(opening: "o-1", custodian: answer.custodian, side: .b, sealed: answer.sealed)
        #expect(throws: CustodianRefusal.notOpened) { try turned.halves(with: own) }
        #expect(throws: CustodianRefusal.fileUnreadable) { try CustodianAnswer(file: "{}") }
    }

    @Test func `a private key opens by its passphrase alone, and is in no file in clear`() throws {
        let file = try a.file(passphrase: Self.passphrase, salt: [UInt8](repeating: 3, count: 16))
        let back = try CustodianSecret(file: file, passphrase: Self.passphrase)
        #expect(back.publicKey == a.publicKey)
        #expect(throws: CustodianRefusal.passphraseWrong) { try CustodianSecret(file: file, passphrase: Self.passphrase + "1") }
        #expect(throws: CustodianRefusal.fileUnreadable) { try CustodianSecret(file: "{}", passphrase: Self.passphrase) }
        #expect(throws: CustodianRefusal.passphraseShort) { try a.file(passphrase: "short", salt: [1]) }
        // Eleven characters are eleven, of however many bytes they are.
        #expect(throws: CustodianRefusal.passphraseShort) { try a.file(passphrase: String(Self.passphrase.prefix(11)), salt: [1]) }
    }

    @Test func `a request that another installation signed, or nobody, is none`() throws {
        let stranger = try InstallationSigner(secret: vault.freshKey(id: [UInt8](repeating: 9, count: 16)).0)
        let file = try request(.a, OpeningKey(), signedBy: stranger)
        #expect(throws: CustodianRefusal.notSigned) { try read(file, for: a) }
        #expect(throws: CustodianRefusal.notSigned) {
            try CustodianRequest(file: request(.a, OpeningKey()), for: a, from: stranger.verifier)
        }
        #expect(try CustodianRequest(file: file, for: a, from: stranger.verifier).opening == "o-1")
    }

    @Test func `an installation's verifier is read from its text, and a slip in it is noticed`() throws {
        let text = signer.verifier.text
        #expect(InstallationVerifier(text + "\n") == signer.verifier)
        #expect(try InstallationSigner(secret: key).verifier == signer.verifier)
        let slip = String(text.dropLast()) + (text.last == "0" ? "1" : "0")
        for wrong in ["", "installation-", pair.a.text, slip, String(text.dropLast(2))] { #expect(InstallationVerifier(wrong) == nil) }
    }

    @Test func `a challenge is proved by the private key it was sealed to, for its own proposal and side`() throws {
        let challenge = try CustodianChallenge(of: pair, .a)
        let proposal = try CustodianProposal(
            file: CustodianProposal(pair: pair, side: .a, sealed: challenge.sealed, verifier: signer.verifier).file())
        #expect(proposal.pair == pair && proposal.verifier == signer.verifier)
        let proof = try #require(try CustodianProof(CustodianProof(to: proposal, by: a).text + "\n"))
        #expect(challenge.isProved(by: proof, of: pair, .a))
        #expect(!challenge.isProved(by: proof, of: pair, .b))
        #expect(!challenge.isProved(by: proof, of: CustodianPair(ordinal: 2, a: pair.a, b: pair.b), .a))
        #expect(try !CustodianChallenge(of: pair, .a).isProved(by: proof, of: pair, .a))
        for other in [b, CustodianSecret()] {
            #expect(throws: CustodianRefusal.notOpened) { try CustodianProof(to: proposal, by: other) }
        }
        let moved = CustodianProposal(
            pair: CustodianPair(ordinal: 2, a: pair.a, b: pair.b), side: .a, sealed: challenge.sealed, verifier: signer.verifier)
        #expect(throws: CustodianRefusal.notOpened) { try CustodianProof(to: moved, by: a) }
        // A deposited half is opened by no proof.
        let half = CustodianProposal(pair: pair, side: .a, sealed: try vault.deposit(key, at: place).a.sealed, verifier: signer.verifier)
        #expect(throws: CustodianRefusal.notOpened) { try CustodianProof(to: half, by: a) }
        #expect(throws: CustodianRefusal.fileUnreadable) { try CustodianProposal(file: "{}") }
        for wrong in ["", "proof-", "proof-00", pair.a.text] { #expect(CustodianProof(wrong) == nil) }
    }

    @Test(arguments: 0..<80) func `a public key with a slip in it is none`(place: Int) throws {
        let text = pair.a.text
        #expect(CustodianKey(text + "\n") == pair.a)
        var letters = Array(text)
        guard letters.indices.contains(place) else { return }
        letters[place] = letters[place] == "0" ? "1" : "0"
        #expect(CustodianKey(String(letters)) == nil)
        #expect(CustodianKey(String(text.dropLast(2))) == nil)
    }

    @Test func `a key that everybody could open is none`() {
        #expect(CustodianKey(bytes: [UInt8](repeating: 0, count: 32)) == nil)
        #expect(CustodianKey(bytes: [1] + [UInt8](repeating: 0, count: 31)) == nil)
    }

    @Test func `a second writing of a key is none`() {
        var twin = pair.a.bytes
        twin[31] |= 0x80
        #expect(CustodianKey(bytes: twin) == nil)
        let middle = [UInt8](repeating: 0xff, count: 30)
        // 2^255 - 19 and above are written shorter; so 9, the base point, as 2^255 - 10.
        for low in [UInt8(0xed), 0xee, 0xf6, 0xff] { #expect(CustodianKey(bytes: [low] + middle + [0x7f]) == nil) }
        #expect(CustodianKey(bytes: [9] + [UInt8](repeating: 0, count: 31)) != nil)
    }
}
