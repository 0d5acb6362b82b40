import ArgumentParser
import Client
import Foundation
import Glibc
import Pages

/// Where links and codes are kept for printing.
struct EntranceFileOptions: ParsableArguments {
    @Option(help: "A new CSV file for the printer, readable by you only.", completion: .file()) var csv: String?
    @Option(help: "A folder, new or empty, that gets a QR code a card, ICCID.svg, readable by you only.", completion: .directory) var qr:
        String?
    @Option(help: "Where persons reach the server, such as https://sim.example.cn; else the server's address as you named it.")
    var publicUrl: ServerAddress?

    var isGiven: Bool { csv != nil || qr != nil }
}

/// Files that hold codes nobody can show again: made before the codes are, never over what was there, readable by their owner only.
struct EntranceFiles {
    private let csv: String?
    private let folder: String?
    private let folderIsNew: Bool

    init(_ options: EntranceFileOptions) throws {
        csv = options.csv
        folder = options.qr
        folderIsNew = try options.qr.map(Self.madeFolder) ?? false
        do {
            if let csv { try PrivateFile.create(csv, Data()) }
        } catch {
            if folderIsNew, let folder { rmdir(folder) }
            throw error
        }
    }

    /// Takes back what was made, when nothing was given out.
    func discard() {
        if let csv { unlink(csv) }
        if folderIsNew, let folder { rmdir(folder) }
    }

    func write(_ issued: [EntranceToHandOn]) throws {
        if let csv {
            try PrivateFile.replace(csv, Data(EntranceSheet.csv(issued.map(\.line)).utf8))
        }
        guard let folder else { return }
        for entrance in issued {
            guard let link = entrance.link else { continue }
            guard let code = QRCode(link) else { throw ClientFailure.file(path: link, reason: "cannot be drawn as a QR code") }
            try PrivateFile.create(folder + "/" + entrance.iccid + ".svg", Data(code.svg(title: entrance.iccid).utf8))
        }
    }

    private static func madeFolder(_ path: String) throws -> Bool {
        if mkdir(path, 0o700) == 0 { return true }
        guard errno == EEXIST, let found = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw ClientFailure.file(path: path, reason: "cannot be made a folder")
        }
        guard found.isEmpty else { throw ClientFailure.file(path: path, reason: "is not empty") }
        return false
    }

    /// Takes back a file that was made for what is not given out.
    static func discard(_ path: String) { unlink(path) }
}
