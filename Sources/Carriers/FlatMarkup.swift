import CExpat

/// The texts of a small XML answer by the names of their elements; a name that comes again keeps its first text. A document type is where
/// entity bombs come from: refused.
struct FlatMarkup {
    private(set) var texts: [String: String] = [:]
    fileprivate var open: [(name: String, text: String)] = []
    fileprivate var isRefused = false
    private static let depthMax = 16

    /// Nil for what is no XML: cut, doubled, or with a document type.
    init?(_ bytes: [UInt8]) {
        guard let parser = XML_ParserCreate(nil) else { return nil }
        defer { XML_ParserFree(parser) }
        let isRead = withUnsafeMutablePointer(to: &self) { reading -> Bool in
            XML_SetUserData(parser, reading)
            XML_SetElementHandler(parser, elementOpened, elementClosed)
            XML_SetCharacterDataHandler(parser, textFound)
            XML_SetStartDoctypeDeclHandler(parser, doctypeFound)
            return bytes.withUnsafeBytes {
                XML_Parse(parser, $0.bindMemory(to: CChar.self).baseAddress, Int32($0.count), 1) == XML_STATUS_OK
            }
        }
        guard isRead, !isRefused else { return nil }
    }

    fileprivate mutating func opens(_ name: String) {
        open.append((name, ""))
        if open.count > Self.depthMax { isRefused = true }
    }

    fileprivate mutating func closes() {
        guard let last = open.popLast(), texts[last.name] == nil else { return }
        texts[last.name] = last.text.trimmed
    }
}

extension String {
    fileprivate var trimmed: String {
        String(Substring(drop { $0.isWhitespace }.reversed()).drop { $0.isWhitespace }.reversed())
    }
}

private func reading(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<FlatMarkup>? {
    data?.assumingMemoryBound(to: FlatMarkup.self)
}

private func elementOpened(
    _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?, _: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
) {
    guard let name else { return }
    reading(data)?.pointee.opens(String(cString: name))
}

private func elementClosed(_ data: UnsafeMutableRawPointer?, _: UnsafePointer<XML_Char>?) { reading(data)?.pointee.closes() }

private func textFound(_ data: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<XML_Char>?, _ count: Int32) {
    guard let bytes, let reading = reading(data), !reading.pointee.open.isEmpty else { return }
    let text = UnsafeRawBufferPointer(start: bytes, count: Int(count))
    reading.pointee.open[reading.pointee.open.count - 1].text += String(decoding: text, as: UTF8.self)
}

private func doctypeFound(
    _ data: UnsafeMutableRawPointer?, _: UnsafePointer<XML_Char>?, _: UnsafePointer<XML_Char>?, _: UnsafePointer<XML_Char>?, _: Int32
) {
    reading(data)?.pointee.isRefused = true
}
