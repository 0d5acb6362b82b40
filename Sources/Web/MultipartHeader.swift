/// The head of a part and the field values in it.
enum MultipartHeader {
    /// A field value with parameters: `form-data; name="a"; filename="b.jpg"`. Words and parameter names are lower-cased; a parameter
    /// given twice makes the value unreadable, since two readers would choose differently.
    struct Value: Equatable {
        let word: String
        private let parameters: [String: String]

        subscript(_ name: String) -> String? { parameters[name] }

        init?(_ text: String) {
            guard !text.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\t" || $0.value == 0x7F }) else { return nil }
            var rest = text[...]
            word = Self.takeToken(&rest, until: ";").lowercased()
            guard !word.isEmpty, !word.contains(" ") else { return nil }
            var read: [String: String] = [:]
            while rest.first == ";" {
                rest.removeFirst()
                if rest.allSatisfy({ $0 == " " || $0 == "\t" }) { rest = ""; break }
                let name = Self.takeToken(&rest, until: "=").lowercased()
                guard rest.first == "=", !name.isEmpty else { return nil }
                rest.removeFirst()
                guard let value = Self.takeValue(&rest), read.updateValue(value, forKey: name) == nil else { return nil }
            }
            guard rest.isEmpty else { return nil }
            parameters = read
        }

        private static func takeToken(_ rest: inout Substring, until stop: Character) -> String {
            let token = rest.prefix { $0 != stop && $0 != ";" }
            rest = rest[token.endIndex...]
            return trimmed(token)
        }

        private static func takeValue(_ rest: inout Substring) -> String? {
            guard rest.first == "\"" else {
                let token = takeToken(&rest, until: ";")
                return token.isEmpty || token.contains("\"") ? nil : token
            }
            rest.removeFirst()
            var value = ""
            while let next = rest.popFirst() {
                if next == "\"" {
                    let gap = rest.prefix { $0 == " " || $0 == "\t" }
                    rest = rest[gap.endIndex...]
                    return rest.isEmpty || rest.first == ";" ? value : nil
                }
                // Only these two are escaped; another backslash is a path of an old browser.
                if next == "\\", let escaped = rest.first, escaped == "\"" || escaped == "\\" {
                    value.append(escaped)
                    rest.removeFirst()
                } else {
                    value.append(next)
                }
            }
            return nil
        }
    }

    /// - Parameter bytes: the lines of the head without the empty line that ends it.
    static func part(_ bytes: ArraySlice<UInt8>) throws(MultipartRefusal) -> MultipartPart {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .header }
        var disposition: Value?
        var contentType: String?
        for line in lines(text) {
            guard let colon = line.firstIndex(of: ":"), let first = line.first, first != " ", first != "\t", first != ":" else {
                throw .header
            }
            let value = trimmed(line[line.index(after: colon)...])
            switch line[..<colon].lowercased() {
            case "content-disposition":
                guard disposition == nil, let read = Value(value), read.word == "form-data" else { throw .header }
                disposition = read
            case "content-type":
                guard contentType == nil, Value(value) != nil else { throw .header }
                contentType = value
            case "content-transfer-encoding":
                // RFC 7578 §4.7: no longer used; content in base64 would be taken for the file itself.
                guard ["7bit", "8bit", "binary"].contains(value.lowercased()) else { throw .header }
            default:
                continue
            }
        }
        guard let disposition, let name = disposition["name"], !name.isEmpty else { throw .header }
        return MultipartPart(name: unescaped(name), filename: disposition["filename"].map(unescaped), contentType: contentType)
    }

    /// Lines end with CRLF, which is one `Character`; a lone CR or LF stays in its line and is refused there as a control character.
    private static func lines(_ text: String) -> [Substring] {
        text.split(separator: "\r\n" as Character, omittingEmptySubsequences: false)
    }

    /// Browsers escape a quote as %22 and nothing else that may stay (HTML Standard, multipart/form-data encoding).
    private static func unescaped(_ text: String) -> String {
        text.replacing("%22", with: "\"")
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return String(text)
    }
}
