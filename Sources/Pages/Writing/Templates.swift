import Mustache

extension MustacheLibrary {
    /// Templates by name. Throws when one of them cannot be read.
    package init(texts: [String: String]) throws {
        self.init()
        for (name, text) in texts { try register(text, named: name) }
    }
}
