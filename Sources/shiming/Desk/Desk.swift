import Client
import Contract
import Foundation

/// Where a command works: a server to ask and somewhere to write.
struct Desk: Sendable {
    let api: APIClient
    let output: Output

    /// Shows one item.
    @discardableResult
    func show<Item: Shown>(_ call: Call, as _: Item.Type) async throws -> Item {
        let answer = try await api.send(call)
        let item: Item = try answer.decode()
        try show(item, answer)
        return item
    }

    func show<Item: Shown>(_ item: Item, _ answer: Client.Answer) throws {
        if output.json { return try output.writeJSON(answer.body) }
        try show(item)
    }

    func show<Item: Shown>(_ item: Item) throws {
        let pairs = Item.details.map { (output.isTerminal ? $0.heading(output.language) : $0.english, $0.text(of: item, for: output)) }
        try output.write(TextTable.facts(pairs.filter { !$0.1.isEmpty }, isTerminal: output.isTerminal))
    }

    /// Does something that has no answer to show.
    func act(_ call: Call, _ english: String, _ chinese: String) async throws {
        let answer = try await api.send(call)
        if output.json { return answer.body.isEmpty ? () : try output.writeJSON(answer.body) }
        try output.say(english, chinese)
    }

    /// The version of what is about to be changed.
    func version(_ call: Call) async throws -> String? { try await api.send(call).entityTag }

    func table<Item: Shown>(_ items: [Item]) throws {
        if items.isEmpty, output.isTerminal { return try output.say("Nothing.", "无记录。") }
        try output.table(items)
    }
}

extension Output {
    /// In a pipe byte for byte; on a terminal without what would steer it, as the same JSON.
    func writeJSON(_ body: Data) throws {
        if isTerminal { try write(TextTable.plainJSON(String(decoding: body, as: UTF8.self))) } else { try write(body) }
        if body.last != 0x0A { try write("\n") }
    }
}
