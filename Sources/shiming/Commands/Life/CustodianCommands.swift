import ArgumentParser
import Client
import Contract
import Foundation
import Vault

struct Custodians: Group {
    static let configuration = CommandConfiguration(
        commandName: "custodians", abstract: "The two who have the keys of what is sealed (密钥保管人).",
        discussion:
            "From now on keys of what is deep-frozen are deposited with both; what was deposited before stays with those before them.",
        subcommands: [Set.self, List.self])

    struct Set: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Set the two custodians by their public keys.")
        @Argument(help: "The file with the line that `custodian new` printed for the first of them.") var a: String
        @Argument(help: "The same of the second.") var b: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let (first, second) = (try CustodianFile.read(a), try CustodianFile.read(b))
            try await desk.show(Call(.setCustodians, sending: Wire.SetCustodians(a: first, b: second)), as: Wire.CustodianPair.self)
        }
    }

    struct List: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "The custodians, and those before them.")
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.show(Call(.readCustodians), as: Wire.Custodians.self) }
    }
}

/// What a custodian does at a machine of his own: no server, no network.
struct CustodianOffline: Group {
    static let configuration = CommandConfiguration(
        commandName: "custodian", abstract: "For a custodian, at a machine of his own: make a key, answer a request (no server is asked).",
        subcommands: [New.self, Answer.self])

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

    struct Answer: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what is asked, and answer it.",
            discussion: "The answer is of use for that opening alone. Compare case number and reason with the papers before you agree.")
        @Option(help: "Your private key.") var key: String
        @Option(help: "The request file.") var request: String
        @Option(help: "Where the answer goes; nothing is there yet.") var out: String
        @Flag(help: "Agree without being asked.") var yes = false
        @OptionGroup var passphrase: PasswordOptions

        func run() throws {
            let (file, asked) = (try CustodianFile.read(key), try CustodianFile.read(request))
            let typed = try passphrase.password("Passphrase: ")
            let secret = try CustodianFile.refusing { try CustodianSecret(file: file, passphrase: typed) }
            let found = try CustodianFile.refusing { try CustodianRequest(file: asked, for: secret) }
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
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw ValidationError("\(path) cannot be made, or is there already") }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try file.write(contentsOf: Data(text.utf8))
        try file.synchronize()
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
        }
    }
}
