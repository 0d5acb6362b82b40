import CMail
import Foundation
import Registry
import UseCases
import Verification

/// Letters to staff, by a mail server (SMTP).
package final class MailNotifier: Notifier {
    private let server: MailServer
    private let book: MailBook
    private let patience: NoticePatience
    private let attempts: Attempts
    private let clock: any Clock
    /// A letter is sent by waiting, which none of the common threads may.
    private let threads: OperationQueue

    package init(_ server: MailServer, to book: MailBook, patience: NoticePatience, clock: any Clock = SystemClock()) {
        self.server = server
        self.book = book
        self.patience = patience
        attempts = Attempts(patience, clock: clock)
        self.clock = clock
        threads = OperationQueue()
        threads.maxConcurrentOperationCount = patience.requestsMax
        threads.name = "mail"
    }

    package var host: String { server.host }
    package func state() async -> ProviderState { attempts.state() }

    package func send(_ notice: OutgoingNotice) async throws(ProviderFailure) -> NoticeReply {
        let to = book.addresses(for: notice.organisations)
        let letter = MailLetter(from: server.from, to: to, notice: notice, date: clock.now()).bytes
        return try await attempts.attempt { () async throws(ProviderFailure) -> NoticeReply in
            let password: String?
            do {
                password = try server.login.map { login throws(NoticeRefused) in try MailServer.password(login.passwordFile) }
            } catch {
                throw .refused(.credentials)
            }
            let milliseconds = Int(patience.timeout / .milliseconds(1))
            let (outcome, reply) = await withCheckedContinuation { continuation in
                threads.addOperation { [server] in
                    continuation.resume(returning: server.send(letter, to: to, password: password, milliseconds: milliseconds))
                }
            }
            return try Self.reply(outcome, reply)
        }
    }

    static func reply(_ outcome: mail_outcome, _ code: Int) throws(ProviderFailure) -> NoticeReply {
        switch outcome {
        case MAIL_TAKEN: return .taken
        case MAIL_TIMED_OUT: throw .unavailable(.timedOut)
        case MAIL_LOGIN_REFUSED: throw .refused(.credentials)
        case MAIL_NO_LIBRARY: throw .refused(.notOffered)
        case MAIL_ANSWERED: break
        default: throw .unavailable(.noConnection)
        }
        // RFC 5321 section 4.2.1: 4yz may be tried again, 5yz not.
        switch code {
        case 530, 534, 535, 538: throw .refused(.credentials)
        case 501, 550, 551, 553: return .refused(.recipientInvalid)
        case 552, 554: return .refused(.contentRefused)
        case 500...599: return .refused(.other)
        default: throw .unavailable(.serverError(code))
        }
    }
}

extension MailServer {
    fileprivate func send(_ letter: [UInt8], to: [MailAddress], password: String?, milliseconds: Int) -> (mail_outcome, Int) {
        let scheme = security == .tls ? "smtps" : "smtp"
        let recipients = to.map { strdup("<\($0.text)>") }
        defer { for recipient in recipients { free(recipient) } }
        var reply = 0
        let outcome = letter.withUnsafeBytes { message in
            "\(scheme)://\(host):\(port)/\(from.domain)".withCString { url in
                "<\(from.text)>".withCString { sender in
                    Self.with(authority) { authority in
                        Self.with(login?.user) { user in
                            Self.with(password) { password in
                                recipients.map { UnsafePointer($0) }.withUnsafeBufferPointer { list in
                                    var sent = mail_letter()
                                    sent.url = url
                                    sent.security = kind
                                    sent.authority = authority
                                    sent.user = user
                                    sent.password = password
                                    sent.from = sender
                                    sent.to = list.baseAddress
                                    sent.to_count = list.count
                                    sent.message = message.baseAddress?.assumingMemoryBound(to: CChar.self)
                                    sent.message_length = message.count
                                    sent.milliseconds = milliseconds
                                    return mail_send(&sent, &reply)
                                }
                            }
                        }
                    }
                }
            }
        }
        return (outcome, reply)
    }

    private var kind: mail_security {
        switch security {
        case .tls: MAIL_TLS
        case .startTLS: MAIL_STARTTLS
        case .none: MAIL_PLAIN
        }
    }

    private static func with<Value>(_ text: String?, _ body: (UnsafePointer<CChar>?) -> Value) -> Value {
        guard let text else { return body(nil) }
        return text.withCString { body($0) }
    }
}
