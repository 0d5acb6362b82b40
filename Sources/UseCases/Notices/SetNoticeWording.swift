import Ledger
import Records
import Registry
import SQLCore

extension TrailAction {
    static let noticeWordingSet = TrailAction("notice-wording.set")
}

/// In which words the notices of a kind are told now.
package struct NoticeWordingInForce: Hashable, Sendable {
    package let kind: NoticeKind
    /// nil where nothing was ever set.
    package let version: NoticeWordingVersion?
    /// When the newest begins, where that is yet to come.
    package let comingFrom: Instant?

    package var wording: NoticeWording { version?.wording ?? .builtIn }
}

/// What notices of a kind say to somebody, filled with an invented case.
package struct NoticePreview: Hashable, Sendable {
    package let language: ReaderLanguage
    package let message: String?
    package let subject: String?
    package let body: String?
}

extension Installation {
    /// Sets the operating company's own words for the notices of a kind, from a time on; `.builtIn` goes back to the built-in ones. A
    /// notice is told in the words that were in force when what it tells of happened. Throws `fields-invalid`, what `Act.begin` throws.
    /// - Parameters:
    ///   - after: the ordinal of the version that was read; 0 when there was none.
    ///   - replacing: whether it may begin before the newest version does, which then never comes into force.
    package func setNoticeWording(
        as principal: Principal, of kind: NoticeKind, _ wording: NoticeWording, validFrom: Instant?, after: Int64, replacing: Bool = false
    ) async throws -> NoticeWordingVersion {
        try demandSayable(wording, of: kind)
        return try await act(as: principal, .noticeWordingSet, needs: .policyManage) { act in
            try principal.demandEverything()
            let newest = try NoticeWordingRecords.latest(kind, in: act.session)
            let validFrom = try act.begin(
                validFrom, after: after, newest: newest.map { ($0.ordinal, $0.validFrom) }, replacing: replacing)
            let version = NoticeWordingVersion(
                kind: kind, ordinal: after + 1, validFrom: validFrom, wording: wording, recordedAt: act.now)
            try act.register(
                .noticeWording,
                [kind.rawValue, version.ordinal, validFrom, try wording.json.canonicalText(), act.now, principal.account])
            act.recording.note("kind", .string(kind.rawValue))
            act.recording.note("ordinal", .integer(version.ordinal))
            return version
        }
    }

    /// The versions of a kind's words, the newest first.
    package func listNoticeWordings(
        as principal: Principal, of kind: NoticeKind, before: Int64? = nil, limit: Int? = nil
    ) async throws -> Page<NoticeWordingVersion, Int64> {
        let limit = settings.rows(limit)
        return try await look(as: principal, needs: .policyManage) { session in
            try principal.demandEverything()
            return Page(
                try NoticeWordingRecords.versions(of: kind, before: before ?? .max, limit: limit + 1, in: session), limit: limit
            ) { $0.ordinal }
        }
    }

    /// Every kind that is told in words, and in which now.
    package func noticeWordingsInForce(as principal: Principal) async throws -> [NoticeWordingInForce] {
        let now = now()
        return try await look(as: principal, needs: .policyManage) { session in
            try principal.demandEverything()
            let standing = try NoticeWordingRecords.standing(at: now, in: session)
            return NoticeKind.allCases.map { kind in
                let versions = standing[kind] ?? []
                return NoticeWordingInForce(
                    kind: kind, version: versions.last { $0.validFrom <= now },
                    comingFrom: versions.last.flatMap { $0.validFrom > now ? $0.validFrom : nil })
            }
        }
    }

    /// What notices of a kind would say in these words, with an invented case; nothing is kept. Throws what setting them throws.
    package func previewNoticeWording(
        as principal: Principal, of kind: NoticeKind, _ wording: NoticeWording
    ) throws -> [NoticePreview] {
        try principal.demand(.policyManage)
        try principal.demandEverything()
        try demandSayable(wording, of: kind)
        let text = NoticeText.sample(kind, hotline: settings.contact.hotline, wait: settings.expectedWaits.wait(after: kind))
            .worded(wording)
        return ReaderLanguage.allCases.map { language in
            let letter = kind.channels.contains(.mail) ? text.letter(in: language) : nil
            return NoticePreview(
                language: language, message: kind.channels.contains(.sms) ? text.message(in: language) : nil, subject: letter?.subject,
                body: letter?.body)
        }
    }

    /// Everybody told reads the words: they name nobody. That is looked at first, since other refusals say what was typed.
    private func demandSayable(_ wording: NoticeWording, of kind: NoticeKind) throws {
        let open = OpenText(today: try chinaDay())
        for text in wording.texts { try open.demand(text.text, at: text.pointer) }
        let faults = wording.faults(of: kind)
        guard faults.isEmpty else { throw Refusal.invalid(faults) }
    }
}
