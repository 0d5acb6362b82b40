import ArgumentParser
import Client
import Contract

/// How much of a list.
struct ListOptions: ParsableArguments {
    @Option(help: "Rows at most.")
    var limit = 100

    @Flag(help: "All rows.")
    var all = false

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit is at least 1") }
    }

    /// No page of the API is longer.
    private static let pageRowsMax = 500

    fileprivate var most: Int { all ? .max : limit }
    fileprivate var page: Int { min(most, Self.pageRowsMax) }
}

extension Desk {
    /// Shows a list. A terminal gets one table; a pipe gets every page as it comes.
    func list<Item: Shown>(_ call: Call, of _: Item.Type, _ options: ListOptions) async throws {
        var call = call
        call.query["limit"] = String(options.page)
        var kept: [Item] = []
        var shown = 0
        var isMore = false
        try await api.pages(of: call) { answer in
            let page: Page<Item> = try answer.decode()
            let items = page.items.prefix(options.most - shown)
            shown += items.count
            if output.json {
                try output.writeJSON(answer.body)
            } else if output.isTerminal {
                kept += items
            } else {
                try table(Array(items))
            }
            isMore = shown >= options.most && (page.next != nil || items.count < page.items.count)
            return (goOn: shown < options.most, next: page.next)
        }
        if output.isTerminal, !output.json { try table(kept) }
        if isMore { output.note("There are more; --limit or --all shows them.", "还有更多记录，可用 --limit 或 --all 查看。") }
    }
}
