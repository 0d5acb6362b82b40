/// An address of electronic mail in its plain form: nothing in it can end a header or a command.
package struct MailAddress: Hashable, Sendable {
    package let text: String
    let domain: String

    package init(_ text: String) throws(NoticeRefused) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, parts.count == 2, Self.isLocal(parts[0]), Self.isDomain(parts[1]) else {
            throw NoticeRefused("\(text.filter { $0.isLetter || $0.isNumber || ".@-_".contains($0) }.prefix(80)) is no address of mail")
        }
        self.text = text
        domain = String(parts[1])
    }

    private static func isLocal(_ part: Substring) -> Bool {
        (1...64).contains(part.utf8.count) && part.first != "." && part.last != "."
            && part.utf8.allSatisfy { isLetterOrDigit($0) || "!#$%&'*+/=?^_`{|}~.-".utf8.contains($0) }
    }

    private static func isDomain(_ part: Substring) -> Bool {
        part.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
    }
}
