import ArgumentParser
import Client
import Contract
import Foundation
import Vault

struct Custodians: Group {
    static let configuration = CommandConfiguration(
        commandName: "custodians", abstract: "The two who have the keys of what is sealed (密钥保管人).",
        discussion:
            "Once proposed (set), proved by both (challenge) and confirmed by a second person, keys of what is deep-frozen are deposited with them; what was deposited before stays with those before them.",
        subcommands: [Set.self, Challenge.self, Confirm.self, List.self])

    struct Set: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Propose the two custodians by their public keys; in force once another confirms them.")
        @Argument(help: "The file with the line that `custodian new` printed for the first of them.") var a: String
        @Argument(help: "The same of the second.") var b: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let (first, second) = (try CustodianFile.read(a), try CustodianFile.read(b))
            try await desk.show(Call(.setCustodians, sending: Wire.SetCustodians(a: first, b: second)), as: Wire.CustodianPair.self)
        }
    }

    struct Challenge: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the challenge of who was proposed last; he opens it with `custodian prove`.")
        @Option(help: "a or b.") var custodian: String
        @Option(help: "Where the file goes; nothing is there yet.") var out: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            guard let side = CustodianSide(rawValue: custodian) else { throw ValidationError("--custodian is a or b") }
            let all = try await desk.api.send(Call(.readCustodians), as: Wire.Custodians.self)
            guard let proposed = all.items.first, proposed.confirmedAt == nil else {
                throw ValidationError("nobody is proposed: see `custodians set`")
            }
            try CustodianFile.write(side == .a ? proposed.challengeA : proposed.challengeB, to: out)
        }
    }

    struct Confirm: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Confirm whom another proposed: from now on keys are deposited with them.",
            discussion: "Compare both public keys with the custodians by telephone first. This cannot be taken back.")
        @Argument(help: "The pair, as `custodians list` counts it.") var pair: Int64
        @Argument(help: "The file with the line that `custodian prove` printed for the first of them.") var a: String
        @Argument(help: "The same of the second.") var b: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let (first, second) = (try CustodianFile.read(a), try CustodianFile.read(b))
            try await desk.show(
                Call(.confirmCustodians, sending: Wire.ConfirmCustodians(pair: pair, a: first, b: second)), as: Wire.CustodianPair.self)
        }
    }

    struct List: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "The custodians, those before them, and who is proposed (marked ?).")
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.show(Call(.readCustodians), as: Wire.Custodians.self) }
    }
}

/// What a custodian does at a machine of his own: no server, no network.
struct CustodianOffline: Group {
    static let configuration = CommandConfiguration(
        commandName: "custodian",
        abstract: "For a custodian, at a machine of his own: make a key, prove it, answer a request (no server is asked).",
        subcommands: [New.self, Check.self, Prove.self, Answer.self])

    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a private key, sealed under a passphrase, and print its public key.",
            discussion: "Keep a second copy elsewhere: what is deposited with a key that is lost can never be opened again.")
        @Option(help: "Where the private key goes; nothing is there yet.") var out: String
        @OptionGroup var passphrase: PasswordOptions

        func run() throws {
            let secret = CustodianSecret()
            let typed = try passphrase.newPassword("Passphrase: ", again: "Again: ")
            let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
            let file = try CustodianFile.refusing { try secret.file(passphrase: typed, salt: salt) }
            try CustodianFile.write(file, to: out)
            print(secret.publicKey?.text ?? "")
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Open the private key, and print its public key.",
            discussion: "Do it once a year, with the second copy as well.")
        @Option(help: "Your private key.") var key: String
        @OptionGroup var passphrase: PasswordOptions

        func run() throws {
            let secret = try CustodianFile.secret(key, passphrase)
            print(secret.publicKey?.text ?? "")
        }
    }

    struct Prove: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Open the challenge you were sent, and print the line that proves your key.",
            discussion:
                "Beside your key goes the installation's verifier (KEY.verifier): a request that it does not know is not answered. Compare it by telephone with what `custodians list` shows."
        )
        @Option(help: "Your private key.") var key: String
        @Option(help: "The challenge file.") var challenge: String
        @OptionGroup var passphrase: PasswordOptions

        func run() throws {
            let file = try CustodianFile.read(challenge)
            let proposal = try CustodianFile.refusing { try CustodianProposal(file: file) }
            let secret = try CustodianFile.secret(key, passphrase)
            let proof = try CustodianFile.refusing { try CustodianProof(to: proposal, by: secret) }
            try CustodianFile.keep(proposal.verifier, besides: key)
            print(proof.text)
        }
    }

    struct Answer: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what is asked, and answer it. Only what the installation signed is answered.",
            discussion: "The answer is of use for that opening alone. Compare case number and reason with the papers before you agree.")
        @Option(help: "Your private key.") var key: String
        @Option(help: "The request file.") var request: String
        @Option(help: "Where the answer goes; nothing is there yet.") var out: String
        @Option(help: "The installation's verifier, as `custodians list` shows it, or a file with it; otherwise the one beside your key.")
        var verifier: String?
        @Flag(help: "Agree without being asked.") var yes = false
        @OptionGroup var passphrase: PasswordOptions

        func run() throws {
            let asked = try CustodianFile.read(request)
            let signer = try CustodianFile.verifier(verifier, besides: key)
            let secret = try CustodianFile.secret(key, passphrase)
            let found = try CustodianFile.refusing { try CustodianRequest(file: asked, for: secret, from: signer) }
            let until = Date(timeIntervalSince1970: Double(found.until) / 1_000).formatted(.iso8601)
            for (name, value) in [
                ("opening", found.code), ("case number", found.caseNumber), ("reason", found.reason), ("asked by", found.askedBy),
                ("approved by", found.approvedBy), ("answer until", until), ("keys", String(found.items.count)),
            ] { print(name + ": " + TextTable.plain(value)) }
            if !yes, try Prompt.line("Answer it? Type yes: ") != "yes" { throw ValidationError("not answered") }
            let answer = try CustodianFile.refusing { try CustodianAnswer(to: found, by: secret).file() }
            try CustodianFile.write(answer, to: out)
        }
    }
}

/// Files that custodians are sent and send.
enum CustodianFile {
    static func read(_ path: String) throws -> String {
        guard let bytes = FileManager.default.contents(atPath: path), bytes.count <= CustodianRequest.bytesMax else {
            throw ValidationError("\(path) cannot be read")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// For its owner alone; never over another file.
    static func write(_ text: String, to path: String) throws {
        do {
            try PrivateFile.create(path, Data(text.utf8), isOnly: true)
        } catch ClientFailure.file(let path, let reason) {
            throw ValidationError("\(path) \(reason)")
        }
    }

    /// Opens a private key.
    static func secret(_ path: String, _ passphrase: PasswordOptions) throws -> CustodianSecret {
        let file = try read(path)
        let typed = try passphrase.password("Passphrase: ")
        return try refusing { try CustodianSecret(file: file, passphrase: typed) }
    }

    /// Writes the verifier beside the key; one that is there already must be the same.
    static func keep(_ verifier: InstallationVerifier, besides key: String) throws {
        let path = key + ".verifier"
        guard FileManager.default.fileExists(atPath: path) else { return try write(verifier.text + "\n", to: path) }
        guard try InstallationVerifier(read(path)) == verifier else {
            throw ValidationError("\(path) is another installation's: this challenge is not from the one you know")
        }
    }

    /// What was given, as text or in a file, or what stands beside the key.
    static func verifier(_ given: String?, besides key: String) throws -> InstallationVerifier {
        guard let verifier = try given.flatMap({ InstallationVerifier($0) }) ?? InstallationVerifier(read(given ?? key + ".verifier"))
        else {
            throw ValidationError("this is no installation's verifier")
        }
        return verifier
    }

    static func refusing<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let refusal as CustodianRefusal {
            throw ValidationError(words(refusal))
        }
    }

    private static func words(_ refusal: CustodianRefusal) -> String {
        switch refusal {
        case .fileUnreadable: "the file is not what it should be; ask for it again"
        case .passphraseWrong: "the passphrase is wrong, or the key file was changed"
        case .passphraseShort: "a passphrase has 12 characters or more"
        case .notOpened: "this is asked of another custodian, or was changed on its way"
        case .notSigned: "the installation you know did not sign this: answer nothing, and ask by telephone"
        }
    }
}
