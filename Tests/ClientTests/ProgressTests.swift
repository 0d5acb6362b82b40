import Client
import Synchronization
import Testing

struct ProgressTests {
    private final class Written: Sendable {
        private let parts = Mutex<[String]>([])
        func add(_ text: String) { parts.withLock { $0.append(text) } }
        var all: [String] { parts.withLock { $0 } }
    }

    @Test func `in a pipe there is a plain line for every tenth, not more`() {
        let written = Written()
        let progress = Progress("cards", isTerminal: false) { written.add($0) }
        for done in stride(from: Int64(0), through: 10_000, by: 100) { progress.show(done, of: 10_000) }
        progress.end()
        #expect(written.all.count == 11)
        #expect(written.all.first == "cards: 0 of 10000\n")
        #expect(written.all.last == "cards: 10000 of 10000\n")
        #expect(!written.all.joined().contains("\u{1B}") && !written.all.joined().contains("\r"))
    }

    @Test func `on a terminal the bar is drawn over itself and its line is ended once`() {
        let written = Written()
        let progress = Progress("cards", isTerminal: true) { written.add($0) }
        progress.show(5, of: 10)
        progress.show(5, of: 10)
        progress.end()
        progress.end()
        #expect(written.all == ["\r\u{1B}[Kcards  [###############...............]   50%  5/10", "\n"])
    }

    static let odd: [(Int64, Int64)] = [(-1, 10), (11, 10), (0, 0), (5, 0), (0, -3), (.max, 1)]

    @Test(arguments: odd) func `figures that make no sense do not stop the work`(done: Int64, total: Int64) {
        let progress = Progress("cards", isTerminal: true) { #expect(!$0.isEmpty) }
        progress.show(done, of: total)
        progress.end()
    }
}
