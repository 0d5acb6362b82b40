import Contract
import Records
import Registry
import UseCases
import Web

extension Call {
    func listNoticeWordings() async throws -> Answer {
        let kind: NoticeKind = try word(query["kind"] ?? "", at: "kind")
        let found = try await installation.listNoticeWordings(as: principal(), of: kind, before: cursorNumber(), limit: limit)
        return try page(found, keys: { [String($0)] }, item: { Wire.NoticeWordingVersion($0) })
    }

    func setNoticeWording() async throws -> Answer {
        let asked: Wire.SetNoticeWording = try decode()
        let version = try await installation.setNoticeWording(
            as: principal(), of: word(asked.kind, at: "/kind"), NoticeWording(asked.message, asked.letter),
            validFrom: asked.validFrom.map { try instant($0, at: "/validFrom") }, after: asked.after, replacing: asked.replacing ?? false)
        return try .json(Wire.NoticeWordingVersion(version))
    }

    func listNoticeWordingsInForce() async throws -> Answer {
        let found = try await installation.noticeWordingsInForce(as: principal())
        return try .json(Wire.NoticeWordingsInForce(items: found.map { Wire.NoticeWordingInForce($0) }))
    }

    func previewNoticeWording() throws -> Answer {
        let asked: Wire.PreviewNoticeWording = try decode()
        let previews = try installation.previewNoticeWording(
            as: principal(), of: word(asked.kind, at: "/kind"), NoticeWording(asked.message, asked.letter))
        return try .json(
            Wire.NoticePreviews(
                items: previews.map {
                    Wire.NoticePreview(language: $0.language.rawValue, message: $0.message, subject: $0.subject, body: $0.body)
                }))
    }
}

extension NoticeWording {
    fileprivate init(_ message: Wire.NoticeWords?, _ letter: Wire.NoticeLetterWords?) {
        self.init(
            message: message.map { LocalText(en: $0.en, zh: $0.zh) },
            letter: letter.map {
                Letter(
                    subject: LocalText(en: $0.subject.en, zh: $0.subject.zh), body: LocalText(en: $0.body.en, zh: $0.body.zh))
            })
    }
}

extension Wire.NoticeWords {
    fileprivate init(_ text: LocalText) { self.init(zh: text.zh, en: text.en) }
}

extension Wire.NoticeLetterWords {
    fileprivate init(_ letter: NoticeWording.Letter) {
        self.init(subject: Wire.NoticeWords(letter.subject), body: Wire.NoticeWords(letter.body))
    }
}

extension Wire.NoticeWordingVersion {
    fileprivate init(_ version: Records.NoticeWordingVersion) {
        self.init(
            kind: version.kind.rawValue, ordinal: version.ordinal, validFrom: version.validFrom.wire, recordedAt: version.recordedAt.wire,
            message: version.wording.message.map { Wire.NoticeWords($0) }, letter: version.wording.letter.map { Wire.NoticeLetterWords($0) }
        )
    }
}

extension Wire.NoticeWordingInForce {
    fileprivate init(_ found: UseCases.NoticeWordingInForce) {
        let said = found.wording.completed(for: found.kind)
        self.init(
            kind: found.kind.rawValue, ordinal: found.version?.ordinal ?? 0, isBuiltIn: found.wording.isBuiltIn,
            places: NoticePart.allCases.filter { said[$0] != nil }.map { part in
                Wire.NoticePlaces(
                    part: part.rawValue, must: found.kind.demands(part).map(\.rawValue), may: found.kind.allows(part).map(\.rawValue))
            }, comingFrom: found.comingFrom?.wire, message: said.message.map { Wire.NoticeWords($0) },
            letter: said.letter.map { Wire.NoticeLetterWords($0) })
    }
}
