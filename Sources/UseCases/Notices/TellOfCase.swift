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
        if kind == .released { try tellNextOwners(after: submission) }
        let channels = channels(of: kind).subtracting(left)
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

    private func channels(of kind: NoticeKind) -> Set<NoticeChannel> {
        Set(installation.notifiers?.channels ?? []).intersection(kind.channels)
    }

    /// Whoever prepared to have the card next is told that the holding before has ended. What he wrote is a draft, so the occasion is his
    /// application; no language is known of him but that of his document.
    private func tellNextOwners(after submission: SubmissionID) throws {
        let channels = channels(of: .transferReady)
        guard !channels.isEmpty, let ended = try SubmissionRecords.find(submission, in: session),
            let end = try ApplicationRecords.find(ended.application, .everything, in: session),
            let transfer = try CardTransfer.of(end, in: session), transfer.entrance.isOpen(at: now)
        else { return }
        for seat in try SeatRecords.begun(at: transfer.entrance.id, limit: Self.nextOwnersMax, in: session) {
            guard let id = seat.application, let draft = try ApplicationRecords.find(id, .everything, in: session), draft.state == .draft,
                let registration = try RegistrationRecords.find(draft.registration, .everything, at: now, in: session)
            else { continue }
            let type = try SealedContent.open(draft, vault: installation.vault, in: session)?.holder?.documentType
            let isForeign = type.flatMap(DocumentType.init(rawValue:))?.hasLatinName == true
            for channel in channels {
                try NoticeRecords.insert(
                    StoredNotice(
                        id: fresh(), occasion: id.bytes, kind: .transferReady, channel: channel, code: registration.code,
                        path: registration.path, language: isForeign ? .english : .chinese, reason: nil, happenedAt: now,
                        giveUpAt: noticeGiveUpAt(from: now)),
                    in: session)
            }
        }
    }

    /// One person has the link; he may have begun on more than one device.
    private static let nextOwnersMax = 3

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
