import CMail
import Foundation
import Ledger
import Registry
import TestKit
import Testing
import UseCases
import Verification

@testable import Delivery

@Suite("Letters to staff")
struct MailTests {
    private static let agent = OrganisationID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0007)
    private static let above = OrganisationID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0001)

    private func letter(_ kind: NoticeKind = .inReview) throws -> [String] {
        let bytes = MailLetter(
            from: try MailAddress("notices@sm.example.test"), to: [try MailAddress("a@b.example"), try MailAddress("c@d.example")],
            notice: Invented.notice(kind), date: Instant(milliseconds: 1_772_413_200_000)
        ).bytes
        return String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    }

    @Test func `a letter has its headers, an id that stays the same, and both languages in its body`() throws {
        let lines = try letter()
        #expect(lines.prefix(6).map { String($0.prefix(30)) }.first == "From: <notices@sm.example.test>".prefix(30).description)
        #expect(lines.contains("To: <a@b.example>,") && lines.contains(" <c@d.example>"))
        #expect(lines.contains("Date: Mon, 02 Mar 2026 01:00:00 +0000"))
        #expect(lines.contains("Message-ID: <\(Invented.notice().id)@sm.example.test>"))
        #expect(lines.contains("Auto-Submitted: auto-generated"))
        let end = try #require(lines.firstIndex(of: ""))
        let body = try #require(Base64.bytes(lines[(end + 1)...].joined()))
        let text = String(decoding: body, as: UTF8.self)
        #expect(text.contains("请审核人员处理。") && text.contains("It waits for a reviewer."))
        #expect(lines.allSatisfy { $0.utf8.count <= 78 && $0.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } })
        #expect(!lines.contains { $0 == "." })
    }

    @Test(arguments: NoticeKind.allCases)
    func `every subject is words that any mail program reads`(kind: NoticeKind) throws {
        let subject = MailLetter.encoded(Invented.notice(kind).text.letter(in: .chinese).subject)
        let words = subject.components(separatedBy: "\r\n ")
        #expect(words.allSatisfy { $0.utf8.count <= 75 && $0.hasPrefix("=?utf-8?B?") && $0.hasSuffix("?=") })
        let bytes = words.flatMap { Base64.bytes(String($0.dropFirst(10).dropLast(2))) ?? [] }
        #expect(String(decoding: bytes, as: UTF8.self) == Invented.notice(kind).text.letter(in: .chinese).subject)
    }

    @Test(arguments: [
        "", "a", "@", "a@", "@b", "a@b@c", "a b@c", "a@b c", "a\r\nBcc: x@y@b", "a@b\r\nRCPT TO:<x@y>", "a@b>", "<a@b>", "a,c@b", "a;c@b",
        "\"a\"@b", "a@-b", "a@b-.c", "a@b..c", ".a@b", "a.@b", "名@b.example", "a@例.example", "a@b\0", "a(b)@c",
        String(repeating: "a", count: 65) + "@b.example", "a@" + String(repeating: "b.", count: 130) + "c",
    ])
    func `what could end a header or a command is no address`(text: String) {
        let said = refusal { try MailAddress(text) }
        #expect(said?.hasSuffix("is no address of mail") == true)
        #expect(said?.contains { $0.isNewline || $0 == "\0" } == false)
    }

    @Test(arguments: ["a@b", "first.last+tag@sub.example.com", "x_y-z@127.0.0.1", "o'neil@example.org"])
    func `addresses that people have`(text: String) throws { #expect(try MailAddress(text).text == text) }

    @Test func `an agent's own address comes before the company's, the nearest first`() throws {
        let book = try MailBook(["company@example.org", "\(Self.agent)=agent@example.org", "\(Self.agent)=second@example.org"])
        #expect(book.addresses(for: [Self.agent, Self.above]).map(\.text) == ["agent@example.org", "second@example.org"])
        #expect(book.addresses(for: [OrganisationID(high: 1, low: 2), Self.agent]).first?.text == "agent@example.org")
        #expect(book.addresses(for: [Self.above]).map(\.text) == ["company@example.org"])
        #expect(refusal { try MailBook([]) }?.contains("--notice-mail-to") == true)
        #expect(refusal { try MailBook(["\(Self.agent)=agent@example.org"]) } != nil)
        #expect(refusal { try MailBook(["company@example.org", "\(Self.agent)=no address"]) } != nil)
    }

    private func server(
        _ host: String, _ security: MailServer.Security, login: (user: String, passwordFile: String)? = nil
    ) throws -> MailServer {
        try MailServer(
            host: host, port: nil, security: security, login: login, authority: nil, from: try MailAddress("notices@sm.example.test"))
    }

    @Test func `in clear only to this machine, and with a password of a file of one's own`() throws {
        #expect(refusal { try server("mail.example.org", .none) }?.contains("starttls or tls") == true)
        #expect(refusal { try server("127.0.0.1", .none) } == nil)
        #expect(try server("mail.example.org", .startTLS).port == 587)
        #expect(try server("mail.example.org", .tls).port == 465)
        for host in ["", "a b", "a/b", "a@b", "a\r\nb", "a?x"] { #expect(refusal { try server(host, .tls) } != nil, "\(host)") }
        let secret = "an invented password"
        let open = try Invented.file(secret, mode: 0o644), two = try Invented.file("one\ntwo"), right = try Invented.file(secret + "\n")
        defer { for file in [open, two, right] { try? FileManager.default.removeItem(atPath: file) } }
        for file in [open, two, "/no/such/file"] {
            let said = refusal { try server("mail.example.org", .tls, login: ("user", file)) }
            #expect(said != nil && said?.contains(secret) == false)
        }
        #expect(refusal { try server("mail.example.org", .tls, login: ("user", right)) } == nil)
        #expect(refusal { try server("mail.example.org", .tls, login: ("us\r\ner", right)) } != nil)
    }

    @Test func `what a mail server says counts by its code`() throws {
        #expect(try MailNotifier.reply(MAIL_TAKEN, 250) == .taken)
        for (code, expected) in [
            (550, NoticeRefusal.recipientInvalid), (553, .recipientInvalid), (554, .contentRefused), (552, .contentRefused), (571, .other),
        ] { #expect(try MailNotifier.reply(MAIL_ANSWERED, code) == .refused(expected)) }
        func failed(_ outcome: mail_outcome, _ code: Int = 0) -> ProviderFailure? {
            do throws(ProviderFailure) {
                _ = try MailNotifier.reply(outcome, code)
                return nil
            } catch { return error }
        }
        #expect(failed(MAIL_ANSWERED, 421) == .unavailable(.serverError(421)))
        #expect(failed(MAIL_ANSWERED, 451) == .unavailable(.serverError(451)))
        #expect(failed(MAIL_ANSWERED, 530) == .refused(.credentials))
        #expect(failed(MAIL_LOGIN_REFUSED, 535) == .refused(.credentials))
        #expect(failed(MAIL_TIMED_OUT) == .unavailable(.timedOut))
        #expect(failed(MAIL_NO_CONNECTION) == .unavailable(.noConnection))
        #expect(failed(MAIL_FAILED, 250) == .unavailable(.noConnection))
    }

    /// Through libcurl, to whatever answers there.
    @Test(arguments: [
        ("554 5.7.1 go away\r\n", [ProviderFailure.unavailable(.noConnection)]),
        ("SSH-2.0-OpenSSH_9.2p1\r\n", [.unavailable(.timedOut)]),
        ("", [.unavailable(.noConnection)]), ("421 too busy\r\n", [.unavailable(.noConnection), .unavailable(.serverError(421))]),
    ])
    func `what is no mail server takes no letter`(words: String, expected: [ProviderFailure]) async throws {
        try await withGreeting(words) { port in
            let server = try MailServer(
                host: "127.0.0.1", port: port, security: .none, login: nil, authority: nil, from: try MailAddress("a@b.example"))
            // A line that is no reply is passed over, and the next one waited for.
            var patience = NoticePatience()
            patience.timeout = words.hasPrefix("SSH") ? .seconds(2) : .seconds(60)
            let mail = MailNotifier(server, to: try MailBook(["c@d.example"]), patience: patience, clock: MovedClock())
            let reply: Result<NoticeReply, ProviderFailure>
            do throws(ProviderFailure) { reply = .success(try await mail.send(Invented.notice())) } catch { reply = .failure(error) }
            switch reply {
            case .success(.taken), .success(.later): Issue.record("taken")
            case .success(.refused): #expect(words.hasPrefix("554"))
            case .failure(let failure): #expect(expected.contains(failure), "\(failure)")
            }
        }
    }

    @Test func `a server that offers no TLS is told nothing where TLS is demanded`() async throws {
        try await withGreeting("220 hello\r\n250 hello\r\n250 hello\r\n") { port in
            let server = try MailServer(
                host: "127.0.0.1", port: port, security: .startTLS, login: nil, authority: nil, from: try MailAddress("a@b.example"))
            let mail = MailNotifier(server, to: try MailBook(["c@d.example"]), patience: NoticePatience(), clock: MovedClock())
            #expect(await failure { try await mail.send(Invented.notice()) } == .unavailable(.noConnection))
        }
    }
}
