import Ledger
import Records
import Registry
import SQLCore

extension Act {
    /// Puts down what people are to be told of a person's case, with the act that it tells of: undone with it, and once for a submission
    /// and a kind, whatever is tried again. Sent afterwards, outside of every transaction.
    ///
    /// - Parameters:
    ///   - reason: of the maintained list.
    ///   - left: who is not told, because another notice of the same act tells him.
    func tell(
        _ kind: NoticeKind, of registration: StoredRegistration, _ submission: SubmissionID, reason: String? = nil,
        leaving left: Set<NoticeChannel> = []
    ) throws {
        guard registration.subject == .person else { return }
        let channels = (installation.notifiers?.channels ?? []).filter { kind.channels.contains($0) && !left.contains($0) }
        guard !channels.isEmpty else { return }
        let language = try SubmissionRecords.find(submission, in: session).flatMap { SubmissionLanguage.read($0.content) } ?? .chinese
        for channel in channels {
            try NoticeRecords.insert(
                StoredNotice(
                    id: fresh(), occasion: submission.bytes, kind: kind, channel: channel, code: registration.code,
                    path: registration.path, language: language, reason: kind.saysWhy ? reason : nil, happenedAt: now,
                    giveUpAt: noticeGiveUpAt(from: now)),
                in: session)
        }
    }

    /// Handed in: the person is told that, and staff where a reviewer is to look at once.
    func tellHandedIn(
        _ kind: NoticeKind, of registration: StoredRegistration, _ submission: SubmissionID, standing state: ApplicationState
    ) throws {
        try tell(kind, of: registration, submission)
        if state == .submitted { try tell(.inReview, of: registration, submission, leaving: [.sms]) }
    }
}

/// The language in which a person handed in, among the facts that are pinned with it: notices are in it.
enum SubmissionLanguage {
    static let name = "language"

    static func read(_ facts: String) -> ReaderLanguage? {
        (try? JSONValue(parsing: facts))?[name]?.stringValue.flatMap(ReaderLanguage.init(rawValue:))
    }
}
