import Contract
import Records
import Registry
import UseCases
import Web

extension Call {
    func listNotices() async throws -> Answer {
        let found = try await installation.listNotices(
            as: principal(), channel: queryWord("channel", as: NoticeChannel.self), state: queryWord("state", as: NoticeState.self),
            code: query["code"], before: cursorID(), limit: limit)
        return try page(found, keys: { [$0.wire] }, item: { Wire.Notice($0) })
    }

    func retryNotice() async throws -> Answer {
        try .json(Wire.Notice(await installation.retryNotice(as: principal(), id("notice"))))
    }
}

extension Wire.Notice {
    fileprivate init(_ notice: StoredNotice) {
        self.init(
            id: notice.id.wire, kind: notice.kind.rawValue, channel: notice.channel.rawValue, code: notice.code,
            language: notice.language.rawValue, state: notice.state.rawValue, tries: notice.tries, happenedAt: notice.happenedAt.wire,
            reason: notice.reason, day: notice.day.map { WireDate(number: $0).description }, cards: notice.cards,
            dueAt: notice.state.isOver ? nil : notice.dueAt.wire, endedAt: notice.endedAt?.wire,
            failure: notice.failure)
    }
}
