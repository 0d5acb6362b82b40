import Mustache

enum Templates {
    static func library() throws -> MustacheLibrary {
        var library = MustacheLibrary()
        for (name, text) in PageFiles.templates { try library.register(text, named: name) }
        return library
    }
}
