import Foundation
import Ledger
import Registry
import UseCases

/// A notice as a letter (RFC 5322, MIME). All that is not of our own making is in the body, as base64.
struct MailLetter: Sendable {
    let from: MailAddress
    let to: [MailAddress]
    let notice: OutgoingNotice
    let date: Instant

    var bytes: [UInt8] {
        let chinese = notice.text.letter(in: .chinese), english = notice.text.letter(in: .english)
        let headers = [
            "From: <\(from.text)>", "To: " + to.map { "<\($0.text)>" }.joined(separator: ",\r\n "), "Date: \(Self.date(date))",
            // The same however often it is sent: a mail program shows it once.
            "Message-ID: <\(notice.id)@\(from.domain)>", "Subject: \(Self.encoded(chinese.subject + " · " + english.subject))",
            "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64",
            "Auto-Submitted: auto-generated",
        ]
        let body = Array((chinese.body + "\n\n" + english.body + "\n").replacing("\n", with: "\r\n").utf8)
        return Array((headers.joined(separator: "\r\n") + "\r\n\r\n" + Self.lines(Base64.text(body))).utf8)
    }

    /// RFC 2047: words of at most 75 characters on lines of at most 76, the name of the header among them; none cuts a character.
    static func encoded(_ text: String) -> String {
        var words: [String] = []
        var word: [UInt8] = []
        for character in text {
            let bytes = Array(String(character).utf8)
            if word.count + bytes.count > 39, !word.isEmpty {
                words.append(Base64.text(word))
                word = []
            }
            word += bytes
        }
        if !word.isEmpty { words.append(Base64.text(word)) }
        return words.map { "=?utf-8?B?\($0)?=" }.joined(separator: "\r\n ")
    }

    private static func lines(_ text: String) -> String {
        let digits = Array(text.utf8)
        return stride(from: 0, to: digits.count, by: 76)
            .map { String(decoding: digits[$0..<min($0 + 76, digits.count)], as: UTF8.self) + "\r\n" }.joined()
    }

    private static func date(_ instant: Instant) -> String {
        let form = DateFormatter()
        form.locale = Locale(identifier: "en_US_POSIX")
        form.timeZone = TimeZone(secondsFromGMT: 0)
        form.dateFormat = "EEE, dd MMM yyyy HH:mm:ss '+0000'"
        return form.string(from: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1_000))
    }
}
