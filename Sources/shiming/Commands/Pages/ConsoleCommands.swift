import ArgumentParser
import Console
import Foundation

struct ConsoleCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "console", abstract: "The pages of staff.", subcommands: [ConsoleGallery.self])
}

struct ConsoleGallery: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gallery", abstract: "Write every page with invented values, to see how it looks.",
        discussion: "It needs no server and no store, and nothing in it is of anybody. Open index.html in the folder.")

    @Option(help: "Folder to write to; it is made, and must not be there yet.", completion: .directory) var to: String

    func run() throws {
        guard !FileManager.default.fileExists(atPath: to) else { throw ValidationError("\(to) is there already") }
        try FileManager.default.createDirectory(atPath: to, withIntermediateDirectories: true)
        let files = try Gallery.files()
        for file in files { try Data(file.text.utf8).write(to: URL(fileURLWithPath: to).appendingPathComponent(file.path)) }
        print("\(files.count)")
    }
}
