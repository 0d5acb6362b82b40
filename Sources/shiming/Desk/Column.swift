import Client
import Numbers

/// One thing that is told of an item: its heading in both languages and its value.
struct Column<Item>: Sendable {
    let english: String
    let chinese: String
    private let value: @Sendable (Item) -> String
    /// A time of the API: told in China's time to people, as it is to programs.
    private let isTime: Bool

    init(_ english: String, _ chinese: String, _ value: @escaping @Sendable (Item) -> String?) {
        self.english = english
        self.chinese = chinese
        self.value = { value($0) ?? "" }
        isTime = false
    }

    init(_ english: String, _ chinese: String, number: @escaping @Sendable (Item) -> Int64?) {
        self.init(english, chinese) { number($0).map { String($0) } }
    }

    init(_ english: String, _ chinese: String, time: @escaping @Sendable (Item) -> String?) {
        self.english = english
        self.chinese = chinese
        value = { time($0) ?? "" }
        isTime = true
    }

    func heading(_ language: Language) -> String { language.choose(english, chinese) }

    func text(of item: Item, for output: Output) -> String {
        let text = value(item)
        return isTime && output.isTerminal ? ChinaTime.text(text) : text
    }
}

/// Something a list or a page shows.
protocol Shown: Codable, Sendable {
    /// In a list.
    static var columns: [Column<Self>] { get }
    /// Alone.
    static var details: [Column<Self>] { get }
}

extension Shown {
    static var details: [Column<Self>] { columns }
}
