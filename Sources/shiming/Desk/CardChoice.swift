import ArgumentParser
import Client
import Contract
import Foundation

/// Which cards: a batch, a range, or a list. Exactly one of the three.
struct CardChoice: ParsableArguments {
    @Option(help: "All cards of this batch.") var batch: String?
    @Option(help: "First ICCID of a range.") var first: String?
    @Option(help: "Last ICCID of a range.") var last: String?
    @Option(help: "A file with a number a line; - is standard input.", completion: .file()) var numbersFrom: String?
    @Option(name: .customLong("card"), parsing: .upToNextOption, help: "ICCIDs or numbers.") var numbers: [String] = []

    var isGiven: Bool { batch != nil || first != nil || last != nil || numbersFrom != nil || !numbers.isEmpty }

    func selection() throws -> Wire.CardSelection {
        let list = try numbers + (numbersFrom.map(Self.lines) ?? [])
        switch (batch, first, last, list.isEmpty) {
        case (let batch?, nil, nil, true): return Wire.CardSelection(batch: batch)
        case (nil, let first?, let last?, true): return Wire.CardSelection(range: Wire.ICCIDRange(from: first, to: last))
        case (nil, nil, nil, false): return Wire.CardSelection(numbers: list)
        default: throw ValidationError("name the cards by --batch, by --first and --last, or by --card or --numbers-from")
        }
    }

    private static func lines(_ path: String) throws -> [String] {
        let data = path == "-" ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: path)
        guard let data else { throw ClientFailure.file(path: path, reason: "cannot be read") }
        return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}
