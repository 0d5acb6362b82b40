import Foundation
import Registry
import Testing

@testable import Carriers

/// What docs/carriers.md says of the interfaces is what the data say.
@Suite struct MatrixTests {
    private static func page() throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "docs/carriers.md"), encoding: .utf8)
    }

    private static func cell(_ row: CarrierCapability) -> String {
        let note = row.note.en.isEmpty ? "" : "; " + row.note.en
        switch row.standing {
        case .offered: return "**yes**, \(row.cardsMax) at once" + note
        case .absent: return "no" + note
        case .notPublic: return "*not public*" + note
        }
    }

    private static var matrix: String {
        let head = "| | " + CarrierSystem.allCases.map(\.text.en).joined(separator: " | ") + " |\n| --- | --- | --- | --- | --- |\n"
        return head
            + CarrierOperation.allCases.map { operation in
                "| \(operation.text.en) | "
                    + CarrierSystem.allCases.map { cell(CarrierCapabilities.of($0)[operation]) }.joined(separator: " | ")
                    + " |\n"
            }.joined()
    }

    private static var states: String {
        StatusTable.all.filter { $0.system != .generic }.map { table in
            "| \(table.system.text.en) | "
                + table.words.sorted { $0.key < $1.key }.map { "`\($0.key)` \($0.value.rawValue)" }.joined(separator: ", ") + " |\n"
        }.joined()
    }

    @Test func `the capability matrix`() throws {
        let matrix = Self.matrix
        #expect(try Self.page().contains(matrix), "\(matrix)")
    }

    @Test func `the tables of states`() throws {
        let states = Self.states
        #expect(try Self.page().contains(states), "\(states)")
    }

    @Test func `every meaning of a code, and every limit with its default`() throws {
        let page = try Self.page()
        for meaning in CarrierMeaning.allCases { #expect(page.contains("`\(meaning.rawValue)`"), "\(meaning)") }
        for system in CarrierSystem.allCases {
            let patience = CarrierPatience(defaultsOf: system)
            let row =
                "| `\(system.rawValue)` | \(patience.queryCardsMax) | \(patience.changeCardsMax) | \(patience.windowSeconds) | \(patience.concurrency) | \(patience.callsPerSecond) | \(patience.callsPerCardPerMinute) |"
            #expect(page.contains(row), "\(row)")
        }
    }
}
