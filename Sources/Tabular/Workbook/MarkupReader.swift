import CExpat
import Glibc

/// What somebody does with the elements of an XML part.
protocol MarkupHandler: AnyObject {
    /// `name` is without prefix.
    func opened(_ name: MarkupName, _ attributes: MarkupAttributes)
    func closed(_ name: MarkupName)
    func text(_ bytes: UnsafePointer<CChar>, _ count: Int)
}

/// A name as the parser gives it. It compares by bytes, without making strings.
struct MarkupName {
    let bytes: UnsafePointer<CChar>

    /// Skips the prefix: some programs write `x:row` for `row`.
    init(_ qualified: UnsafePointer<CChar>) {
        var start = qualified
        var cursor = qualified
        while cursor.pointee != 0 {
            if cursor.pointee == 0x3A { start = cursor + 1 }
            cursor += 1
        }
        bytes = start
    }

    static func ~= (pattern: StaticString, name: MarkupName) -> Bool {
        strcmp(UnsafeRawPointer(pattern.utf8Start).assumingMemoryBound(to: CChar.self), name.bytes) == 0
    }

    /// The only letter of a name of one letter, else 0.
    var letter: UInt8 { bytes[0] != 0 && bytes[1] == 0 ? UInt8(bitPattern: bytes[0]) : 0 }
}

struct MarkupAttributes {
    let pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>

    subscript(name: StaticString) -> String? { bytes(name).map { String(cString: $0) } }

    func bytes(_ name: StaticString) -> UnsafePointer<CChar>? {
        var pair = pairs
        while let key = pair[0], let value = pair[1] {
            if name ~= MarkupName(key) { return value }
            pair += 2
        }
        return nil
    }

    /// The value of the attribute that is called by one letter.
    @inline(__always)
    func bytes(letter: CChar) -> UnsafePointer<CChar>? {
        var pair = pairs
        while let key = pair[0], let value = pair[1] {
            if key[0] == letter && key[1] == 0 { return value }
            pair += 2
        }
        return nil
    }
}

/// Feeds a part of an XLSX file to expat and can stop after any element, so that rows are pulled one by one.
final class MarkupReader {
    private static let blockSize: Int32 = 64 * 1_024

    private let part: ZipPart
    private let name: String
    private let limits: TabularLimits
    private let parser: XML_Parser
    /// Unchecked for speed: whoever handles the elements holds this reader and outlives it.
    fileprivate unowned(unsafe) let handler: any MarkupHandler
    private var fed = 0
    private var isSuspended = false
    private var isFinished = false
    private var depth = 0
    private var names = NameBudget()
    fileprivate var refusal: TabularRefusal.Code?

    init(_ part: ZipPart, name: String, limits: TabularLimits, handler: any MarkupHandler) throws(TabularRefusal) {
        guard let parser = XML_ParserCreate(nil) else { throw TabularRefusal(.workbookDamaged, part: name) }
        self.part = part
        self.name = name
        self.limits = limits
        self.parser = parser
        self.handler = handler
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(parser, elementOpened, elementClosed)
        XML_SetCharacterDataHandler(parser, textFound)
        XML_SetStartDoctypeDeclHandler(parser, doctypeFound)
    }

    deinit { XML_ParserFree(parser) }

    /// Goes on until the handler pauses, fails or the part ends; false at its end.
    func advance() throws(TabularRefusal) -> Bool {
        while !isFinished {
            let status = isSuspended ? XML_ResumeParser(parser) : try feed()
            isSuspended = status == XML_STATUS_SUSPENDED
            if let refusal { throw TabularRefusal(refusal, part: name) }
            if isSuspended { return true }
            guard status == XML_STATUS_OK else { throw TabularRefusal(.workbookDamaged, part: name) }
            if fed - Int(max(0, XML_GetCurrentByteIndex(parser))) > limits.markupBytes {
                throw TabularRefusal(.workbookSuspicious, part: name)
            }
        }
        return false
    }

    /// Called by the handler: `advance` returns when the element is done.
    func pause() { XML_StopParser(parser, XML_Bool(XML_TRUE)) }

    /// Called by the handler: the rest of the part does not matter.
    func finish() { isFinished = true }

    func refuse(_ code: TabularRefusal.Code) {
        if refusal == nil { refusal = code }
        XML_StopParser(parser, XML_Bool(XML_FALSE))
    }

    private func feed() throws(TabularRefusal) -> XML_Status {
        guard let buffer = XML_GetBuffer(parser, Self.blockSize) else { throw TabularRefusal(.workbookDamaged, part: name) }
        let got = try part.read(into: buffer, Int(Self.blockSize))
        fed += got
        if got == 0 { isFinished = true }
        return XML_ParseBuffer(parser, Int32(got), got == 0 ? 1 : 0)
    }

    fileprivate func opened(_ qualified: UnsafePointer<XML_Char>, _ pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>) {
        depth += 1
        if depth > limits.markupDepth { return refuse(.workbookSuspicious) }
        // The parser keeps every name it has seen.
        var isAffordable = names.admit(qualified, limit: limits.markupNames)
        var pair = pairs
        while let key = pair[0] {
            if !names.admit(key, limit: limits.markupNames) { isAffordable = false }
            pair += 2
        }
        if !isAffordable { return refuse(.workbookSuspicious) }
        handler.opened(MarkupName(qualified), MarkupAttributes(pairs: pairs))
    }

    fileprivate func closed(_ qualified: UnsafePointer<XML_Char>) {
        depth -= 1
        if !isFinished { handler.closed(MarkupName(qualified)) }
    }
}

/// Counts distinct names by their hash, behind a small cache. Names of one letter are the format's own, or too few to matter.
private struct NameBudget {
    private var recent = [UInt64](repeating: 0, count: 64)
    private var known: Set<UInt64> = []

    @inline(__always)
    mutating func admit(_ name: UnsafePointer<CChar>, limit: Int) -> Bool {
        name[0] == 0 || name[1] == 0 || admitLong(name, limit: limit)
    }

    private mutating func admitLong(_ name: UnsafePointer<CChar>, limit: Int) -> Bool {
        // FNV-1a.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var cursor = name
        while cursor.pointee != 0 {
            hash = (hash ^ UInt64(UInt8(bitPattern: cursor.pointee))) &* 0x100_0000_01B3
            cursor += 1
        }
        let slot = Int(hash & 63)
        if recent[slot] == hash { return true }
        recent[slot] = hash
        known.insert(hash)
        return known.count <= limit
    }
}

private func elementOpened(
    _ reader: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?, _ pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
) {
    guard let reader, let name, let pairs else { return }
    Unmanaged<MarkupReader>.fromOpaque(reader)._withUnsafeGuaranteedRef { $0.opened(name, pairs) }
}

private func elementClosed(_ reader: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?) {
    guard let reader, let name else { return }
    Unmanaged<MarkupReader>.fromOpaque(reader)._withUnsafeGuaranteedRef { $0.closed(name) }
}

private func textFound(_ reader: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<XML_Char>?, _ count: Int32) {
    guard let reader, let bytes else { return }
    Unmanaged<MarkupReader>.fromOpaque(reader)._withUnsafeGuaranteedRef { $0.handler.text(bytes, Int(count)) }
}

/// A document type is where entity bombs and foreign files come from; no spreadsheet program writes one.
private func doctypeFound(
    _ reader: UnsafeMutableRawPointer?, _: UnsafePointer<XML_Char>?, _: UnsafePointer<XML_Char>?, _: UnsafePointer<XML_Char>?, _: Int32
) {
    guard let reader else { return }
    Unmanaged<MarkupReader>.fromOpaque(reader)._withUnsafeGuaranteedRef { $0.refuse(.workbookMarkupForbidden) }
}
