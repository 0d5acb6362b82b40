import ArgumentParser
import Client
import Foundation
import Registry
import SQLCore
import UseCases
import Vault

struct KeyCommands: Group {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "The key-encryption keys.",
        discussion: """
            To rotate: `shiming keys new`, save the key file, stop the server, `shiming keys rotate`, start the server. Data is not sealed anew; \
            only the keys of the data are wrapped anew. `shiming keys list` says when it is time.
            """,
        subcommands: [ListKeys.self, NewKey.self, RotateKeys.self])
}

struct ListKeys: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "How many data keys each key has wrapped, and whether it is time for another.",
        discussion: """
            Changes nothing, and may run beside a server. A line is `name<TAB>data keys<TAB>standing`: `current`, `former`, or `absent` for one that \
            is not among the keys given. One key may wrap 4,294,967,296 data keys (NIST SP 800-38D); from half of that on a word of warning goes to \
            standard error.
            """)

    @OptionGroup var folder: DataFolder
    @Option(help: "Words of what is shown; else as LANG says.") var language: Language?

    func run() async throws {
        let output = Output(json: false, language: language ?? Language(environment: ProcessInfo.processInfo.environment))
        let installation = try await folder.open(exclusive: false)
        let uses = try await installation.keyUses(as: .system)
        await installation.store.close()
        for use in uses {
            let standing = use.isCurrent ? "current" : use.isGiven ? "former" : "absent"
            try output.write("\(use.name)\t\(use.wrapped)\t\(standing)\n")
        }
        for use in uses where use.isDue {
            output.note(
                "\(use.name) has wrapped half of what one key may, or more: rotate.", "\(use.name) 已包裹的数据密钥达到上限的一半或更多：请轮换。")
        }
    }
}

struct NewKey: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Put a fresh key before the others in the key file.",
        discussion: "The file is replaced as one step. Save it before you rotate: without its keys nothing sealed can be read.")

    @OptionGroup var folder: DataFolder
    @Option(help: "The key's name (1 to 32 characters); else one is made.") var name: String?

    func run() throws {
        guard case .file(let path) = try folder.keys() else {
            throw ValidationError("the keys do not come from a file; add the key where they come from")
        }
        let known = try KeySource.file(path).load()
        var chance = SystemRandomNumberGenerator()
        let name = name ?? "key-" + String(UInt32.random(in: .min ... .max, using: &chance), radix: 16)
        guard (1...32).contains(name.utf8.count), name.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !name.hasPrefix("#") else {
            throw ValidationError("a key's name is 1 to 32 visible ASCII characters")
        }
        guard !known.ids.contains(name) else { throw ValidationError("there is a key of this name already") }
        let text = KeyEncryptionKeys.text(
            addingFreshKey: name, to: try String(contentsOfFile: path, encoding: .utf8), chance: &chance)
        try Self.replace(path, with: text)
        print(name)
    }

    /// Written and synchronised beside the old file, then put in its place.
    private static func replace(_ path: String, with text: String) throws {
        let draft = path + ".new"
        let descriptor = open(draft, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try file.write(contentsOf: Data(text.utf8))
        try file.synchronize()
        guard rename(draft, path) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }
}

/// A running server knows the keys it read at its start, so it must not run meanwhile; the lock beside the database sees to that.
struct RotateKeys: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Wrap every data key anew under the first key of the key file.",
        discussion: "The server must be stopped. Cut off at any point, it goes on where it stopped when started again.")

    @OptionGroup var folder: DataFolder
    @Option(help: "Words of what is shown; else as LANG says.") var language: Language?

    func run() async throws {
        let output = Output(json: false, language: language ?? Language(environment: ProcessInfo.processInfo.environment))
        let installation = try await folder.open(exclusive: true)
        let progress = output.progress("keys", "密钥")
        let rotation = try await installation.rotateKeys(as: .system) { progress.show(Int64($0), of: 0) }
        progress.end()
        while try await installation.sequenceTrail() > 0 {}
        await installation.store.close()
        try output.say(
            "\(rotation.rewrapped) keys wrapped under \(rotation.current).", "已用 \(rotation.current) 重新封装 \(rotation.rewrapped) 个数据密钥。")
        for name in rotation.noLongerUsed {
            try output.say(
                "\(name) is no longer used; take it out of the key file once no backup needs it.", "\(name) 已不再使用；确认没有备份需要它后可从密钥文件中移除。")
        }
    }
}
